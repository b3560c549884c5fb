// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sstream>

#include "server/ledger/ledger.hpp"

using namespace foyer;
using server::Ledger;
using server::LedgerEntry;
using server::LedgerKind;

namespace {

LedgerEntry entry(LedgerKind kind, std::int64_t at) {
  return {
      .number = 0, .atMs = at, .kind = kind, .scope = Uuid::v7(at), .subject = Uuid::v7(at), .detail = "7"};
}

std::string read(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file).rdbuf();
  return out.str();
}

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

/// Law 11: what must stay done although the database goes back in time.
class LedgerTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void law11EntriesSurviveAndCarryNumbers();
  void law11TwoProcessesShareOneFile();
  void law11AnAlteredOrMissingLineShows();
  void law11ALineCutByACrashIsForgotten();

 private:
  std::unique_ptr<Ledger> open() {
    auto opened = Ledger::open(m_file);
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }
  std::unique_ptr<QTemporaryDir> m_dir;
  std::filesystem::path m_file;
};

void LedgerTest::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  m_file = std::filesystem::path(m_dir->path().toStdString()) / "ledger" / "ledger";
}

void LedgerTest::law11EntriesSurviveAndCarryNumbers() {
  std::vector<LedgerEntry> put;
  {
    auto ledger = open();
    QCOMPARE(ledger->last(), 0);
    for (const auto kind :
         {LedgerKind::erasure, LedgerKind::member, LedgerKind::session, LedgerKind::sessions, LedgerKind::key,
          LedgerKind::consent, LedgerKind::badge, LedgerKind::kiosk}) {
      put.push_back(entry(kind, 1'750'000'000'000 + static_cast<std::int64_t>(put.size())));
      put.back().number = ledger->append(put.back());
      QCOMPARE(put.back().number, static_cast<std::int64_t>(put.size()));
    }
  }
  auto again = open();
  QVERIFY(again->since(0) == put);
  QVERIFY(again->since(6) == std::vector<LedgerEntry>(put.begin() + 6, put.end()));
  QVERIFY(again->since(8).empty());
  QVERIFY(again->hashAt(8).has_value());
  QVERIFY(!again->hashAt(9).has_value());
}

void LedgerTest::law11TwoProcessesShareOneFile() {
  auto one = open();
  auto other = open();
  QCOMPARE(one->append(entry(LedgerKind::member, 1)), 1);
  QCOMPARE(other->append(entry(LedgerKind::badge, 2)), 2);
  QCOMPARE(one->append(entry(LedgerKind::kiosk, 3)), 3);
  QCOMPARE(other->last(), 3);
  QVERIFY(one->since(0) == other->since(0));
  QVERIFY(one->hashAt(3) == other->hashAt(3));
}

void LedgerTest::law11AnAlteredOrMissingLineShows() {
  {
    auto ledger = open();
    for (int i = 1; i <= 3; ++i) ledger->append(entry(LedgerKind::session, i));
  }
  const std::string whole = read(m_file);
  const std::size_t second = whole.find('\n') + 1;
  const std::size_t third = whole.find('\n', second) + 1;

  std::string altered = whole;
  altered.replace(altered.find("session", second), 7, "erasure");
  write(m_file, altered);
  QVERIFY(!Ledger::open(m_file));
  QCOMPARE(Ledger::open(m_file).error().code, Code::damaged);

  write(m_file, whole.substr(0, second) + whole.substr(third));
  QCOMPARE(Ledger::open(m_file).error().code, Code::damaged);
  write(m_file, whole);
  QVERIFY(Ledger::open(m_file).ok());
}

void LedgerTest::law11ALineCutByACrashIsForgotten() {
  {
    auto ledger = open();
    ledger->append(entry(LedgerKind::session, 1));
  }
  const std::string whole = read(m_file);
  write(m_file, whole + whole.substr(0, 40));
  auto ledger = open();
  QCOMPARE(ledger->last(), 1);
  QCOMPARE(ledger->append(entry(LedgerKind::session, 2)), 2);
  QCOMPARE(open()->last(), 2);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
