// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "../bench/bench_device.hpp"
#include "random_record.hpp"
#include "replicas.hpp"
#include "times.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A long run asks for more.
int rounds() { return timesOf("FOYER_ROUNDS", 2); }
int changes() { return timesOf("FOYER_ROUND_CHANGES", 40); }
int devices() { return timesOf("FOYER_ROUND_DEVICES", 4); }

constexpr int kRoundsEach = 20;  ///< then another person begins, so that exports stay comparable in size
constexpr std::size_t kRecords = 1'500;  ///< of one person; then mostly existing ones change
constexpr int kSettleMs = 120'000;
constexpr std::int64_t kTenYearsMs = 315'576'000'000;

/// A device's clock that somebody set wrong, and that is set again and again: forward by 1 to 5 ms at each
/// change, one time in 16 back by up to 16 ms, and now and then by hours.
class RestlessClock final : public Clock {
 public:
  explicit RestlessClock(RandomRecords& random) : m_random(random) {
    m_skew = static_cast<std::int64_t>(random.below(2 * kTenYearsMs)) - kTenYearsMs;
  }
  std::int64_t wallMs() const override { return m_system.wallMs() + m_skew; }
  std::int64_t steadyMs() const override { return m_system.steadyMs(); }
  void step() {
    if (m_random.below(16) == 0)
      m_skew -= static_cast<std::int64_t>(m_random.below(17));
    else
      m_skew += static_cast<std::int64_t>(1 + m_random.below(5));
    if (m_random.below(500) == 0) m_skew += static_cast<std::int64_t>(m_random.below(14'400'001)) - 7'200'000;
  }

 private:
  RandomRecords& m_random;
  SystemClock m_system;
  std::int64_t m_skew = 0;
};

/// The devices of one person, and what was made on any of them.
struct Household {
  struct Member {
    std::unique_ptr<RestlessClock> clock;
    std::unique_ptr<bench::BenchDevice> device;
  };
  std::vector<Member> members;
  Uuid scope;
  std::map<std::string, std::vector<Uuid>, std::less<>> ids;  ///< by collection
  std::size_t made = 0;
};

std::string exported(store::Store& store, const Uuid& scope) {
  std::string text;
  store.exportScope(scope, [&text](std::string_view line) {
    text += line;
    text += '\n';
  });
  return text;
}

}  // namespace

/// Rounds of changes on devices without a connection and with clocks that step back; then all meet, and hold
/// the same.
class RoundsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void law7_allReplicasAreEqualAfterEachRound();
  void cleanupTestCase();

 private:
  void begin(int number);
  bool change(Household::Member& member);
  bool met();
  void look();

  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<QTemporaryDir> m_folders;
  Household m_household;
  std::uint64_t m_seed = seedOfRun();
  RandomRecords m_random{m_seed};
  qint64 m_changes = 0;
  qint64 m_held = 0;
};

void RoundsTest::initTestCase() {
  qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(m_seed));
  openFolder(m_dir.path());
  qputenv("FOYER_KEY_DIR", m_dir.filePath("keys").toUtf8());
  m_server = std::make_unique<ServerProcess>(m_dir.filePath("server"));
  m_server->start();
}

/// A new person with all devices signed in and complete.
void RoundsTest::begin(int number) {
  m_household = {};
  m_folders = std::make_unique<QTemporaryDir>(m_dir.filePath("household"));
  const auto email = QStringLiteral("round%1@example.org").arg(number);
  for (int i = 0; i < devices(); ++i) {
    auto& member = m_household.members.emplace_back();
    member.clock = std::make_unique<RestlessClock>(m_random);
    member.device = std::make_unique<bench::BenchDevice>(
        m_folders->filePath(QStringLiteral("device%1").arg(i)), m_server->url(), member.clock.get());
    if (i == 0)
      member.device->registerAccount(email);
    else
      member.device->signIn(email);
    member.device->settle();
  }
  m_household.scope = m_household.members.front().device->driver->account();
  m_random.referTo = [this](std::string_view target) {
    const auto& ids = m_household.ids[std::string(target)];
    return ids.empty() ? m_random.uuid() : ids[m_random.below(ids.size())];
  };
}

/// One change of any kind; false when chance chose one that can't be made here now.
bool RoundsTest::change(Household::Member& member) {
  static const std::vector<std::string> kNames{"authors",       "photos",         "photos",     "albums",
                                               "album_items",   "lists",          "list_items", "diary",
                                               "watch_entries", "import_sessions"};
  const auto& collection = schema::collection(kNames[m_random.below(kNames.size())]);
  store::Store& store = member.device->driver->store();
  auto& ids = m_household.ids[std::string(collection.name)];
  std::optional<model::Record> shown;
  if (!ids.empty() && m_random.chance(m_household.made < kRecords ? 60 : 97))
    shown = store.get(collection, m_household.scope, ids[m_random.below(ids.size())]);
  model::Mutation m;
  if (!shown)
    m = m_random.create(collection, m_household.scope);
  else if (shown->state == model::State::live)
    m = m_random.chance(12) ? m_random.remove(*shown) : m_random.edit(*shown);
  else
    m = m_random.restore(*shown);
  store::Edit edit{m.collection, m.scope, m.id, m.op, 0, m.patches};
  for (auto& patch : edit.patches)
    if (patch.field->name == "created_by" || patch.field->name == "added_by") patch.value = m_household.scope;
  std::erase_if(edit.patches, [this](const auto& p) {
    return p.field->type == schema::Type::ref && !p.field->required &&
           m_household.ids[std::string(p.field->target)].empty();
  });
  if (edit.op != model::Op::create) edit.base = store.baseOf(edit.scope, *edit.collection, edit.id);
  member.clock->step();
  if (!store.write(edit)) return false;
  if (m.op == model::Op::create) {
    ids.push_back(m.id);
    ++m_household.made;
  }
  return true;
}

/// Everybody has everything.
bool RoundsTest::met() {
  std::int64_t cursor = -1;
  for (const auto& member : m_household.members) {
    qt::EngineDriver& driver = *member.device->driver;
    const auto info = driver.store().scope(m_household.scope);
    if (!driver.engine().settled()) return false;
    if (cursor >= 0 && info->cursor != cursor) return false;
    cursor = info->cursor;
  }
  return true;
}

/// Each replica in canonical form against the server's.
void RoundsTest::look() {
  const auto there = m_server->exportScope(QString::fromStdString(m_household.scope.str())).toStdString();
  QVERIFY(!there.empty());
  for (const auto& member : m_household.members) {
    store::Store& store = member.device->driver->store();
    QVERIFY(exported(store, m_household.scope) == there);
    QCOMPARE(store.scope(m_household.scope)->epoch, 1);
  }
}

void RoundsTest::law7_allReplicasAreEqualAfterEachRound() {
  for (int round = 0; round < rounds(); ++round) {
    if (round % kRoundsEach == 0) begin(round);
    for (auto& member : m_household.members) member.device->driver->stop();
    for (auto& member : m_household.members)
      for (int made = 0; made < changes(); made += change(member) ? 1 : 0) {
      }
    m_changes += changes() * devices();
    for (auto& member : m_household.members) member.device->driver->start();
    QTRY_VERIFY2_WITH_TIMEOUT(met(), "the devices do not come to an end", kSettleMs);
    look();
    if (QTest::currentTestFailed()) return;
    if (round % kRoundsEach == kRoundsEach - 1 || round == rounds() - 1)
      for (auto& member : m_household.members)
        m_held += static_cast<qint64>(member.device->driver->store().heldItems().size());
  }
  qInfo("%d rounds, %d devices, %lld changes; %lld were held; no digest differed: %s", rounds(), devices(),
        static_cast<long long>(m_changes), static_cast<long long>(m_held),
        m_server->counted("foyer_sync_digest_mismatches_total") == 0 ? "true" : "false");
  QCOMPARE(m_server->counted("foyer_sync_digest_mismatches_total"), 0);
  QVERIFY2(m_held * 10 < m_changes, "too much of what was made was refused");
}

void RoundsTest::cleanupTestCase() {
  m_household = {};
  m_server->stop();
}

QTEST_GUILESS_MAIN(RoundsTest)
#include "rounds_test.moc"
