// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>

#include <QtTest>

#include "malformed_cases.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

using namespace foyer;
using namespace foyer::protocol;
using test::edit;
using test::page;
using test::push;

namespace {

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
  return out;
}

QByteArray bytes(const std::string& text) { return {text.data(), static_cast<qsizetype>(text.size())}; }
std::string text(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace

class ProtocolMalformedTest : public QObject {
  Q_OBJECT

 private slots:
  void wholeMessagesAreRefused_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("field");
    for (const test::BadMessage& bad : test::badMessages())
      QTest::newRow(bad.name) << bytes(bad.input) << bad.field;
  }
  void wholeMessagesAreRefused() {
    QFETCH(QByteArray, input);
    QFETCH(QString, field);
    const auto plain = decodeClient(text(input), false);
    QVERIFY(!plain.ok());
    QCOMPARE(QString::fromStdString(plain.error().field), field);
    QVERIFY(!plain.error().message.empty() && plain.error().message.size() < 300);
    QVERIFY(isUtf8(plain.error().message) && isUtf8(plain.error().field));
    const auto packed = decodeClient(zstd(text(input)), true);
    QVERIFY(!packed.ok() && packed.error().message == plain.error().message);
    QVERIFY(!decodeClient(text(input), true).ok());
  }

  void aWrongMutationIsHeldAlone_data() {
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    for (const test::BadItem& bad : test::badItems())
      QTest::newRow(bad.name) << bytes(bad.second) << bad.code << bad.field;
  }
  void aWrongMutationIsHeldAlone() {
    QFETCH(QByteArray, second);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto read = decodeClient(push(text(second)), false);
    QVERIFY2(read.ok(), read.ok() ? "" : (read.error().field + ": " + read.error().message).c_str());
    const auto& items = std::get<Push>(*read).mutations;
    QCOMPARE(items.size(), 2U);
    QVERIFY(std::holds_alternative<model::Mutation>(items[0]));
    const auto* bad = std::get_if<BadMutation>(&items[1]);
    QVERIFY(bad != nullptr);
    QCOMPARE(bad->seq, 2U);
    QCOMPARE(QString::fromUtf8(info(bad->error.code).name.data()), code);
    QCOMPARE(QString::fromStdString(bad->error.field), field);
    QVERIFY(bad->bytes.starts_with("{\"seq\":2,"));
    // The type may also come last.
    std::string turned = push(text(second));
    turned.replace(turned.find("\"t\":\"push\","), 11, "");
    turned.insert(turned.size() - 1, ",\"t\":\"push\"");
    QVERIFY(decodeClient(turned, false).ok());
  }

  void whatOnlyBreaksALimitIsRead() {
    const auto read = decodeClient(push(edit(R"("set":{"rating":77,"title":")" + std::string(9000, 'x') +
                                             R"(","pick":"nonsense","taken_at":"yesterday"})")),
                                   false);
    QVERIFY(read.ok());
    QVERIFY(std::holds_alternative<model::Mutation>(std::get<Push>(*read).mutations[1]));
  }

  void brokenPagesAreRefused_data() {
    QTest::addColumn<QByteArray>("lines");
    for (const test::BadPage& bad : test::badPages()) QTest::newRow(bad.name) << bytes(bad.lines);
  }
  void brokenPagesAreRefused() {
    QFETCH(QByteArray, lines);
    QVERIFY(decodeServer(page(test::goodPage()), false).ok());
    QVERIFY(!decodeServer(page(text(lines)), false).ok());
  }

  void framesAreBounded() {
    const std::string ping = R"({"t":"ping","n":1})";
    const std::string packed = zstd(ping);
    QVERIFY(decodeClient(packed, true).ok());
    for (std::size_t cut = 0; cut < packed.size(); ++cut)
      QVERIFY(!decodeClient(packed.substr(0, cut), true).ok());
    QVERIFY(!decodeClient(packed + "x", true).ok());
    QVERIFY(!decodeClient(packed + packed, true).ok());
    const std::string blanks(kMaxClientBytes + 1, ' ');
    const auto bomb = decodeClient(zstd(blanks + ping), true);
    QVERIFY(!bomb.ok() && bomb.error().code == Code::tooLarge);
    const auto large = decodeClient(blanks + ping, false);
    QVERIFY(!large.ok() && large.error().code == Code::tooLarge);
  }

  void manyKeysCostNoMoreThanTheirBytes() {
    std::string json = R"({"t":"ping","n":1)";
    for (int i = 0; i < 300'000; ++i) json += ",\"k" + std::to_string(i) + "\":0";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!decodeClient(json + "}", false).ok());
    const std::string inside = R"({"x":)" + json + "}}";
    std::string item = push(edit("\"set\":" + inside));
    QVERIFY(decodeClient(item, false).ok());
    QVERIFY2(timer.elapsed() < 10'000, "doubled keys are looked for in quadratic time");
  }
};

QTEST_GUILESS_MAIN(ProtocolMalformedTest)
#include "malformed_test.moc"
