// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "raw_devices.hpp"
#include "replicas.hpp"
#include "seed.hpp"
#include "server_database.hpp"
#include "temp_postgres.hpp"

using namespace foyer::test;
using foyer::bench::BenchDevice;

namespace {

/// A long run asks for more.
int transactions() { return timesOf("FOYER_TRANSACTIONS", 400); }
int inversions() { return timesOf("FOYER_INVERSIONS", 20); }

constexpr int kPushers = 8;

/// Keeps some transactions open for a while after they have taken their version, and notes of each when it
/// began and how long it was certainly open.
constexpr const char* kHolds = R"(
CREATE SEQUENCE test_holds;
CREATE TABLE test_transactions (version bigint PRIMARY KEY, began timestamptz, open_until timestamptz, held boolean);
CREATE FUNCTION test_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holds boolean := random() < %1;
BEGIN
  IF holds THEN
    PERFORM nextval('test_holds');
    PERFORM pg_sleep(0.005 + random() * 0.03);
  END IF;
  INSERT INTO test_transactions VALUES (NEW.version, now(), clock_timestamp(), holds);
  RETURN NEW;
END $$;
CREATE TRIGGER test_hold BEFORE INSERT ON albums FOR EACH ROW EXECUTE FUNCTION test_hold();
)";

}  // namespace

/// Law 6 by force: transactions of two server processes overlap in one scope all the time, some are held open
/// after they took their version, and readers that only go forward miss nothing.
class OverlapTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void law6_aReaderMissesNothingHoweverTransactionsOverlap();
  void law6_anAdministratorsLongTransactionIsNotPassedOver();
  void cleanupTestCase();

 private:
  BenchDevice& device(const ServerProcess& server);
  QStringList missed(const RawPuller& reader) const;

  QTemporaryDir m_dir;
  TempDatabase m_database = TempPostgres::shared().create();
  ServerProcess m_left{m_dir.filePath("left")}, m_right{m_dir.filePath("right")};
  std::vector<std::unique_ptr<BenchDevice>> m_devices;
  std::vector<std::unique_ptr<RawPusher>> m_pushers;
  std::unique_ptr<RawPuller> m_asks, m_told;
};

BenchDevice& OverlapTest::device(const ServerProcess& server) {
  const auto folder = m_dir.filePath(QStringLiteral("device%1").arg(m_devices.size()));
  auto& made = *m_devices.emplace_back(std::make_unique<BenchDevice>(folder, server.url()));
  if (m_devices.size() == 1)
    made.registerAccount();
  else
    made.signIn();
  return made;
}

void OverlapTest::initTestCase() {
  qputenv("FOYER_KEY_DIR", m_dir.filePath("keys").toUtf8());
  for (ServerProcess* server : {&m_left, &m_right})
    server->useDatabase(QString::fromStdString(m_database.connection()));
  m_left.must({"migrate"});
  m_left.start();
  QDir().mkpath(m_dir.filePath("right/keys"));
  QVERIFY(QFile::copy(m_dir.filePath("left/keys/master.key"), m_dir.filePath("right/keys/master.key")));
  m_right.start();
  device(m_left).settle();  // makes the scope
  for (int i = 0; i < kPushers; ++i)
    m_pushers.push_back(std::make_unique<RawPusher>(device(i % 2 == 0 ? m_left : m_right)));
  m_asks = std::make_unique<RawPuller>(device(m_left), false);
  m_told = std::make_unique<RawPuller>(device(m_right), true);
  QTRY_VERIFY_WITH_TIMEOUT(m_asks->pages() > 0 && m_told->pages() > 0, 30'000);
}

QStringList OverlapTest::missed(const RawPuller& reader) const {
  QStringList out;
  for (const auto& pusher : m_pushers)
    for (const auto& id : pusher->acknowledged())
      if (!reader.saw(id)) out << QString::fromStdString(id.str());
  return out;
}

void OverlapTest::law6_aReaderMissesNothingHoweverTransactionsOverlap() {
  ServerDatabase database(m_database.connection());
  // As often as wanted, and a few more, since chance decides.
  const double share = std::min(1.0, 1.2 * inversions() / transactions());
  database.rows(QString::fromLatin1(kHolds).arg(share, 0, 'f', 6).toStdString());
  for (const auto& pusher : m_pushers) pusher->push(transactions() / kPushers);
  const auto done = [this] {
    return std::ranges::all_of(m_pushers, [](const auto& p) { return p->idle(); });
  };
  QTRY_VERIFY_WITH_TIMEOUT(done(), 60'000 + transactions() * 100);
  QTRY_VERIFY_WITH_TIMEOUT(missed(*m_asks).isEmpty(), 30'000);
  QTRY_VERIFY_WITH_TIMEOUT(missed(*m_told).isEmpty(), 30'000);
  QCOMPARE(m_told->gaps(), 0);

  const auto count = [&database](const char* what) {
    return database.number(
        std::string("SELECT count(*) FROM (SELECT held, began < lag(open_until) OVER byversion AS "
                    "overlapping, lag(held) OVER byversion AS after_held FROM test_transactions "
                    "WINDOW byversion AS (ORDER BY version)) t WHERE ") +
        what);
  };
  const auto overlapping = count("overlapping");
  const auto inverted = count("overlapping AND after_held");
  qInfo(
      "%lld of %lld transactions began while the one before was open, %lld of them behind one that was held; "
      "%lld pages read",
      static_cast<long long>(overlapping), static_cast<long long>(count("true")),
      static_cast<long long>(inverted), static_cast<long long>(m_asks->pages()));
  QVERIFY(overlapping > transactions() / 3);
  QVERIFY(inverted > inversions() / 2);
  database.rows("DROP TRIGGER test_hold ON albums");
}

/// Edits in SQL take their number when they are made and appear when they are committed: a later one that is
/// committed first is applied first, and the earlier one is applied all the same.
void OverlapTest::law6_anAdministratorsLongTransactionIsNotPassedOver() {
  ServerDatabase slow(m_database.connection());
  ServerDatabase quick(m_database.connection());
  const std::string scope = m_devices.front()->driver->account().str();
  std::vector<foyer::Uuid> albums = m_pushers.front()->acknowledged();
  for (int round = 0; round < std::max(2, inversions() / 10); ++round) {
    const auto edit = [&](ServerDatabase& database, const foyer::Uuid& id, const char* who) {
      database.rows("SELECT foyer_edit('" + scope + "', 'albums', '" + id.str() + "', '{\"name\": \"" + who +
                    " " + std::to_string(round) + "\"}')");
    };
    const auto named = [&](const foyer::Uuid& id, const char* who) {
      return quick.number("SELECT count(*) FROM albums WHERE id = '" + id.str() + "' AND name = '" + who +
                          " " + std::to_string(round) + "'") == 1;
    };
    slow.rows("BEGIN");
    edit(slow, albums[0], "Slow");
    edit(quick, albums[1], "Quick");
    QTRY_VERIFY_WITH_TIMEOUT(named(albums[1], "Quick"), 30'000);
    QVERIFY(!named(albums[0], "Slow"));
    slow.rows("COMMIT");
    QTRY_VERIFY_WITH_TIMEOUT(named(albums[0], "Slow"), 30'000);
  }
}

void OverlapTest::cleanupTestCase() {
  m_pushers.clear();
  m_asks.reset();
  m_told.reset();
  m_devices.clear();
}

QTEST_GUILESS_MAIN(OverlapTest)
#include "overlap_test.moc"
