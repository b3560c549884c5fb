// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <map>

#include "crypto/derived_id.hpp"
#include "reference/packs.hpp"
#include "server/catalog/catalog.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// The reference data becomes a catalogue scope that everybody reads. On the memory store and on PostgreSQL.
class TestReference : public QObject {
  Q_OBJECT
 private slots:
  void everybodyReadsIt();
  void loadingAgainChangesNothing();
  void aProfileMayNameItsCity();
};

void TestReference::everybodyReadsIt() {
  World world;
  const auto loaded = server::loadReference(world.service);
  QCOMPARE(loaded.changed, loaded.entries);
  Actor stranger("stranger");
  const auto rows = world.pull(stranger, titles::packScope(server::kReferencePack));
  std::map<std::string_view, std::size_t> counts;
  for (const auto& [id, row] : rows) {
    ++counts[row.collection->name];
    if (row.collection->name == "cities") QVERIFY(rows.contains(row.uuid("country")));
    if (row.collection->name == "countries" && row.text("code") == "MA") {
      QCOMPARE(row.text("name_fr"), std::string_view("Maroc"));
      QCOMPARE(row.text("flag"), std::string_view("\U0001F1F2\U0001F1E6"));
    }
  }
  QCOMPARE(counts["countries"], reference::countries().size());
  QCOMPARE(counts["nationalities"], reference::nationalities().size());
  QCOMPARE(counts["cities"], reference::cities().size());
  QCOMPARE(counts["talent_types"], std::size_t{13});
  QCOMPARE(counts["skills"], reference::skills().size());
}

void TestReference::loadingAgainChangesNothing() {
  World world;
  server::loadReference(world.service);
  const auto before = *world.store.scope(titles::packScope(server::kReferencePack));
  const auto again = server::loadReference(world.service);
  QCOMPARE(again.changed + again.removed, std::size_t{0});
  QVERIFY(*world.store.scope(before.scope) == before);
}

void TestReference::aProfileMayNameItsCity() {
  World world;
  server::loadReference(world.service);
  const Uuid scope = titles::packScope(server::kReferencePack);
  Actor maya("maya");
  const Uuid home = world.person(maya), profile = newId();
  const auto idIn = [&](std::string_view collection, std::initializer_list<std::string_view> key) {
    return crypto::derivedId(scope, collection, key);
  };
  // As a device works it out from its own copy of the packs.
  const std::string morocco = idIn("countries", {"MA"}).str();
  const Uuid fes = idIn("cities", {morocco, "Fès"});
  QCOMPARE(world.row(scope, "cities", fes).text("ascii_name"), std::string_view("Fes"));
  const auto result = world.one(
      maya, maya.create(
                home, "talent_profiles", profile,
                {{"first_name", std::string("Maya")}, {"last_name", std::string("Idrissi")}, {"city", fes}}));
  QVERIFY(result.outcome == model::Outcome::applied);
}

QTEST_GUILESS_MAIN(TestReference)
#include "test_reference.moc"
