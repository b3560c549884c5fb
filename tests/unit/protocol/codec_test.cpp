// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <chrono>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::protocol;

namespace {

model::Record photo(int i) {
  model::Record record(schema::collection("photos"), *Uuid::parse("0190163d-8694-739b-aea5-966c26f8ad91"),
                       Uuid::v7(1'750'000'000'000 + i));
  record.version = i + 1;
  record.createdMs = 1'750'000'000'000;
  record.updatedMs = 1'750'000'000'001;
  record.at("title") = std::string("A photo \"number\" ") + std::to_string(i);
  record.at("description") = std::string("Line one\nline two, Sète, 東京\t") + std::string(40, 'x');
  record.at("tags") = model::makeSet({"sea", "été", "port"});
  record.at("rating") = std::int64_t{i % 6};
  return record;
}

}  // namespace

class CodecTest : public QObject {
  Q_OBJECT

 private slots:
  void pagesComeBackAsTheyWere() {
    Page page;
    page.header.scope = photo(0).scope;
    page.header.epoch = 3;
    page.header.head = 50;
    page.header.next = {50, 0, 0, 0, {}};
    page.header.digest = model::Digest{1, 2};
    for (int i = 0; i < 50; ++i) page.rows.push_back(photo(i));
    const Frame frame = encode(ServerMessage(page));
    QVERIFY(frame.binary);
    const auto back = decodeServer(frame.bytes, frame.binary);
    QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
    const Page& read = std::get<Page>(*back);
    QVERIFY(read.header.digest == page.header.digest && read.header.next == page.header.next);
    QCOMPARE(read.rows.size(), page.rows.size());
    for (std::size_t i = 0; i < read.rows.size(); ++i) {
      QVERIFY(model::rowHash(read.rows[i]) == model::rowHash(page.rows[i]));
      QCOMPARE(exportLine(read.rows[i]), exportLine(page.rows[i]));
    }
  }

  void aBadMutationDoesNotSpoilThePush() {
    const std::string push =
        R"({"t":"push","scope":"0190163d-8694-739b-aea5-966c26f8ad91","ack":0,"m":[)"
        R"({"seq":1,"op":"edit","c":"photos","id":"0190163d-8694-739b-aea5-966c26f8ad92","base":0,"at":"0000000000000001","set":{"rating":3}},)"
        R"({"seq":2,"op":"edit","c":"photos","id":"0190163d-8694-739b-aea5-966c26f8ad92","base":0,"at":"0000000000000002","set":{"no_such":3}},)"
        R"({"seq":3,"op":"edit","c":"photos","id":"0190163d-8694-739b-aea5-966c26f8ad92","base":0,"at":"0000000000000003","sets":{"tags":{"add":["b","a"]}}}]})";
    const auto read = decodeClient(push, false);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    const auto& items = std::get<Push>(*read).mutations;
    QCOMPARE(items.size(), std::size_t{3});
    QVERIFY(std::holds_alternative<model::Mutation>(items[0]));
    const auto& bad = std::get<BadMutation>(items[1]);
    QVERIFY(bad.seq == 2 && bad.error.code == Code::unknownField && bad.error.field == "no_such");
    QVERIFY(std::get<model::Mutation>(items[2]).patches[0].added == (model::TextSet{"a", "b"}));
  }

  void malformedMessagesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const char* bad[] = {"",
                         "{",
                         "[]",
                         "null",
                         "{\"t\":\"ping\"}",
                         "{\"t\":\"ping\",\"n\":1.5}",
                         "{\"t\":\"ping\",\"n\":01}",
                         "{\"t\":\"ping\",\"n\":-1}",
                         "{\"t\":\"ping\",\"n\":1,\"n\":1}",
                         "{\"t\":\"ping\",\"n\":1}x",
                         "{\"t\":\"ping\",\"n\":9007199254740992}",
                         "{\"t\":\"ping\",\"n\":1e3}",
                         "{\"t\":\"dance\",\"n\":1}",
                         "{\"t\":\"bye\",\"reason\":\"x\"}",
                         "{\"t\":\"ping\",\"n\":1,\"m\":2}",
                         "{\"t\":\"ping\",\"n\":\"1\"}",
                         "{\"t\":\"pi\\u0000ng\",\"n\":1}",
                         "{\"t\":\"ping\\ud800\",\"n\":1}",
                         "{\"t\":\"ping\",\"n\":1,}",
                         "{\"t\":\"unfollow\",\"scope\":\"0190163D-8694-739b-aea5-966c26f8ad91\"}"};
    for (const char* text : bad) QTest::newRow(text) << QByteArray(text);
    QTest::newRow("deep") << QByteArray("{\"t\":\"ping\",\"x\":" + QByteArray(100, '[') +
                                        QByteArray(100, ']') + "}");
    QTest::newRow("utf8") << QByteArray("{\"t\":\"ping\",\"\xff\":1}");
  }
  void malformedMessagesAreRefused() {
    QFETCH(QByteArray, text);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    QVERIFY(!decodeClient(view, false).ok());
    QVERIFY(!decodeClient(view, true).ok());
  }

  void freeJsonBecomesCanonical() {
    const schema::Field* field = schema::collection("image_files").find("exif");
    QVERIFY(field);
    const auto value = parseValue(*field, R"({ "b" : [1, 2.50, -0, 1e2], "a": {"é":"\u00e9\u0041"} })");
    QVERIFY(value.ok());
    QCOMPARE(std::get<std::string>(*value), std::string(R"({"a":{"é":"éA"},"b":[1,2.5,0,100]})"));
  }

  void twentyThousandRowsDecodeInBlocks() {
    Page page;
    page.header.scope = photo(0).scope;
    for (int i = 0; i < 20'000; ++i) page.rows.push_back(photo(i));
    const Frame frame = encode(ServerMessage(page));
    struct Counter : PageSink {
      Result<void> header(const PageHeader&) override { return {}; }
      Result<void> row(const model::Record&) override { return ++rows, Result<void>(); }
      int rows = 0;
    } counter;
    QVERIFY(decodeServer(frame.bytes, frame.binary, &counter).ok());
    QCOMPARE(counter.rows, 20'000);
  }
};

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
