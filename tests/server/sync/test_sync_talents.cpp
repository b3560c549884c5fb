// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <set>
#include <thread>

#include "server/ledger/ledger.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// A talent's codes: exactly by their grammar, in order per country, never given twice (X-40, X-41, TA-42,
/// TA-43, TA-45).
class TestSyncTalents : public QObject {
  Q_OBJECT
 private slots:
  void codesComeInOrderPerCountry();
  void aCodeWaitsForCountryGenderAndCity();
  void aCodeNeverChanges();
  void aRemovedProfileKeepsItsNumber();
  void lettersOfTheCity_data();
  void lettersOfTheCity();
  void beyondTheGrammarThereIsNoTalentCode();
  void whoeverAsksAtOnceGetsAnotherNumber();
  void aRestoredDatabaseGivesEveryoneTheirCodeAgain();
  void theScoreFollowsTheProfile();
  void nobodyWritesTheirOwnCode();
};

namespace {

struct Person {
  explicit Person(World& w, std::string_view name) : world(w), actor(name), home(w.person(actor)) {}

  Uuid profile(const std::string& country, const std::string& gender, const std::string& city,
               const std::string& lives = "MA") {
    const Uuid id = newId();
    world.one(actor, actor.create(home, "talent_profiles", id,
                                  {{"first_name", std::string("A")},
                                   {"last_name", std::string("B")},
                                   {"origin_country", country},
                                   {"gender", gender},
                                   {"residence_country", lives},
                                   {"city_name", city}}));
    world.service.runJobs();
    return id;
  }
  std::string code(const Uuid& id, std::string_view field = "code") {
    return std::string(world.row(home, "talent_profiles", id).text(field));
  }
  model::MutationResult edit(const Uuid& id, std::vector<Set> sets) {
    actor.base = world.store.scope(home)->head;
    auto result = world.one(actor, actor.edit(home, "talent_profiles", id, std::move(sets)));
    world.service.runJobs();
    return result;
  }

  World& world;
  Actor actor;
  Uuid home;
};

}  // namespace

void TestSyncTalents::codesComeInOrderPerCountry() {
  World world;
  Person maya(world, "maya"), noe(world, "noe");
  const Uuid first = maya.profile("MA", "F", "Rabat");
  const Uuid second = noe.profile("MA", "M", "Casablanca");
  const Uuid other = noe.profile("SN", "N", "Dakar", "SN");
  const Uuid third = maya.profile("MA", "F", "Rabat");
  QCOMPARE(maya.code(first), std::string("MAF0001RAB"));
  QCOMPARE(noe.code(second), std::string("MAM0002CAS"));
  QCOMPARE(noe.code(other), std::string("SNN0001DAK"));
  QCOMPARE(maya.code(third), std::string("MAF0003RAB"));
  QCOMPARE(maya.code(first, "cinema_code"), std::string("MARAB00001F"));
  QCOMPARE(noe.code(second, "cinema_code"), std::string("MACAS00002M"));
}

void TestSyncTalents::aCodeWaitsForCountryGenderAndCity() {
  World world;
  Person maya(world, "maya");
  const Uuid id = newId();
  world.one(maya.actor,
            maya.actor.create(maya.home, "talent_profiles", id,
                              {{"first_name", std::string("A")}, {"last_name", std::string("B")}}));
  world.service.runJobs();
  for (const auto& [field, value] : {std::pair("origin_country", "MA"), std::pair("gender", "F")}) {
    maya.edit(id, {{field, std::string(value)}});
    QVERIFY2(maya.code(id).empty(), field);
  }
  maya.edit(id, {{"city_name", std::string("Rabat")}});
  QCOMPARE(maya.code(id), std::string("MAF0001RAB"));
}

void TestSyncTalents::aCodeNeverChanges() {
  World world;
  Person maya(world, "maya");
  const Uuid id = maya.profile("MA", "F", "Rabat");
  const std::int64_t version = world.row(maya.home, "talent_profiles", id).version;
  maya.edit(id, {{"origin_country", std::string("FR")},
                 {"gender", std::string("N")},
                 {"city_name", std::string("Nice")}});
  QCOMPARE(maya.code(id), std::string("MAF0001RAB"));
  QVERIFY(world.row(maya.home, "talent_profiles", id).version > version);
  QCOMPARE(maya.code(maya.profile("FR", "F", "Nice", "FR")), std::string("FRF0001NIC"));
}

void TestSyncTalents::aRemovedProfileKeepsItsNumber() {
  World world;
  Person maya(world, "maya");
  const Uuid first = maya.profile("MA", "F", "Rabat");
  maya.actor.base = world.store.scope(maya.home)->head;
  world.one(maya.actor, maya.actor.del(maya.home, "talent_profiles", first));
  world.service.runJobs();
  QCOMPARE(maya.code(maya.profile("MA", "F", "Rabat")), std::string("MAF0002RAB"));
}

void TestSyncTalents::lettersOfTheCity_data() {
  QTest::addColumn<QString>("lives");
  QTest::addColumn<QString>("city");
  QTest::addColumn<QString>("letters");
  QTest::newRow("of the catalogue") << "MA" << QString::fromUtf8("Fès") << "FES";
  QTest::newRow("not in the catalogue") << "MA" << QString::fromUtf8("Égletons") << "EGL";
  QTest::newRow("short") << "MA"
                         << "Y"
                         << "YXX";
  QTest::newRow("another script") << "MA" << QString::fromUtf8("الرباط") << "XXX";
}

void TestSyncTalents::lettersOfTheCity() {
  QFETCH(QString, lives);
  QFETCH(QString, city);
  QFETCH(QString, letters);
  World world;
  Person maya(world, "maya");
  const Uuid id = maya.profile("MA", "M", city.toStdString(), lives.toStdString());
  QCOMPARE(QString::fromStdString(maya.code(id)), "MAM0001" + letters);
}

void TestSyncTalents::beyondTheGrammarThereIsNoTalentCode() {
  World world;
  for (const char* kind : {"talent", "cinema"}) {
    world.store.claimCode({kind, "MA", newId(), 0, 9'998}, [](std::int64_t) {});
  }
  Person maya(world, "maya");
  const Uuid first = maya.profile("MA", "F", "Rabat");
  QVERIFY(maya.code(first).empty());  // 10,000 needs five digits
  QCOMPARE(maya.code(first, "cinema_code"), std::string("MARAB10000F"));
  maya.edit(first, {{"height_cm", std::int64_t{170}}});
  QVERIFY(maya.code(first).empty());
  QCOMPARE(maya.code(maya.profile("MA", "F", "Rabat"), "cinema_code"), std::string("MARAB10001F"));
}

void TestSyncTalents::whoeverAsksAtOnceGetsAnotherNumber() {
  World world;
  constexpr int kThreads = 4, kEach = 25;
  std::mutex mutex;
  std::multiset<std::int64_t> given;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      server::CodeNumbers numbers;  // as another process has its own
      for (int n = 0; n < kEach; ++n) {
        const Uuid subject = newId();
        const auto number = numbers.number(world.store, "talent", "MA", subject, 1);
        const auto again = numbers.number(world.store, "talent", "MA", subject, 1);
        const std::lock_guard lock(mutex);
        given.insert(again == number ? number : -1);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::multiset<std::int64_t> wanted;
  for (std::int64_t n = 1; n <= kThreads * kEach; ++n) wanted.insert(n);
  QVERIFY(given == wanted);
}

void TestSyncTalents::aRestoredDatabaseGivesEveryoneTheirCodeAgain() {
  QTemporaryDir dir;
  World world;
  auto ledger = std::move(*server::Ledger::open((dir.path() + "/ledger").toStdString()));
  world.rules.codes()->keepLedger(*ledger);
  Person maya(world, "maya"), noe(world, "noe");
  const Uuid before = maya.profile("MA", "F", "Rabat");
  world.owned->takeImage();
  const Uuid after = maya.profile("MA", "F", "Casablanca");
  QCOMPARE(maya.code(after), std::string("MAF0002CAS"));
  world.owned->putBack();

  // Another server on the same ledger, which reads it from the beginning.
  world.rules.codes()->keepLedger(*ledger);
  // Somebody new comes before Maya's device gives back what the server forgot.
  const Uuid fresh = noe.profile("MA", "M", "Rabat");
  QCOMPARE(noe.code(fresh), std::string("MAM0003RAB"));
  maya.actor = Actor("maya");  // a device of hers that the restored server has never seen
  world.one(maya.actor, maya.actor.create(maya.home, "talent_profiles", after,
                                          {{"first_name", std::string("A")},
                                           {"last_name", std::string("B")},
                                           {"origin_country", std::string("MA")},
                                           {"gender", std::string("F")},
                                           {"residence_country", std::string("MA")},
                                           {"city_name", std::string("Casablanca")}}));
  world.service.runJobs();
  QCOMPARE(maya.code(after), std::string("MAF0002CAS"));
  QCOMPARE(maya.code(before), std::string("MAF0001RAB"));
  QCOMPARE(maya.code(maya.profile("MA", "F", "Rabat")), std::string("MAF0004RAB"));
}

void TestSyncTalents::theScoreFollowsTheProfile() {
  World world;
  Person maya(world, "maya");
  const Uuid id = maya.profile("MA", "F", "Rabat");
  const auto score = [&] { return world.row(maya.home, "talent_profiles", id).number("profile_score"); };
  const std::int64_t first = score();
  QVERIFY(first > 0);
  maya.edit(id, {{"height_cm", std::int64_t{170}}});
  const std::int64_t second = score();
  QVERIFY(second > first);
  world.one(maya.actor, maya.actor.create(maya.home, "credits", newId(),
                                          {{"talent", id}, {"title", std::string("Les Marées")}}));
  world.service.runJobs();
  QVERIFY(score() > second);
  // What changes nothing writes nothing.
  const std::int64_t head = world.store.scope(maya.home)->head;
  maya.edit(id, {{"ethnicity", std::string("x")}});
  QCOMPARE(world.store.scope(maya.home)->head, head + 1);
}

void TestSyncTalents::nobodyWritesTheirOwnCode() {
  World world;
  Person maya(world, "maya");
  const Uuid id = maya.profile("MA", "F", "Rabat");
  QVERIFY(maya.edit(id, {{"code", std::string("MAF9999RAB")}}).outcome == model::Outcome::held);
  QCOMPARE(maya.code(id), std::string("MAF0001RAB"));
}

QTEST_GUILESS_MAIN(TestSyncTalents)
#include "test_sync_talents.moc"
