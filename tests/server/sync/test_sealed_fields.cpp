// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>

#include "schema/collections.hpp"
#include "server/db/field_seal.hpp"
#include "server/db/pg_store.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// Sensitive fields are sealed at rest on the server: the database alone tells nobody a phone number.
class TestSealedFields : public QObject {
  Q_OBJECT
 private slots:
  void theDatabaseHoldsNoClearValue();
  void aConflictKeepsTheSecret();
  void aConflictAboutAnOpenFieldStaysOpen();
  void aMovedOrChangedValueIsRefused();
  void aRowFromBeforeTheKeyIsReadAndSealedAtTheNextWrite();
  void whatIsSealedIsTextOrBytes();
  void bytesAreSealedToo();
  void withoutTheKeyNothingOpens();
};

namespace {

const std::string kPhone = "+33698765432";

/// Tables with a row that holds `text` anywhere.
QStringList tablesWith(const std::string& connection, const std::string& text) {
  pqxx::connection link(connection);
  pqxx::work tx(link);
  QStringList found;
  for (const auto& table : tx.exec("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
    const std::string name = table[0].as<std::string>();
    const auto hits = tx.exec("SELECT count(*) FROM " + tx.quote_name(name) + " t WHERE t::text LIKE " +
                              tx.quote("%" + text + "%"));
    if (hits[0][0].as<int>() > 0) found << QString::fromStdString(name);
  }
  return found;
}

void execute(const World& world, const std::string& sql) {
  pqxx::connection link(world.owned->connection());
  pqxx::work tx(link);
  tx.exec(sql);
  tx.commit();
}

struct Profile {
  explicit Profile(World& w) : world(w), actor("maya"), home(w.person(actor)), id(newId()) {
    world.one(actor, actor.create(home, "talent_profiles", id,
                                  {{"first_name", std::string("Maya")},
                                   {"last_name", std::string("Idrissi")},
                                   {"phone", kPhone},
                                   {"address", std::string("12 rue des Lilas")},
                                   {"website", std::string("https://maya.example.org")}}));
  }
  World& world;
  Actor actor;
  Uuid home;
  Uuid id;
};

}  // namespace

void TestSealedFields::theDatabaseHoldsNoClearValue() {
  World world;
  Profile maya(world);
  QCOMPARE(tablesWith(world.owned->connection(), "98765432"), QStringList());
  QCOMPARE(tablesWith(world.owned->connection(), "Lilas"), QStringList());
  QCOMPARE(tablesWith(world.owned->connection(), "maya.example.org"), QStringList("talent_profiles"));
  // Whoever may read it reads it, by every way: a page (whose digest the pull checks), one record, all of
  // them.
  QCOMPARE(world.pull(maya.actor, maya.home).at(maya.id).text("phone"), std::string_view(kPhone));
  QCOMPARE(world.row(maya.home, "talent_profiles", maya.id).text("address"),
           std::string_view("12 rue des Lilas"));
  QCOMPARE(world.rows(maya.home, "talent_profiles").at(0).text("phone"), std::string_view(kPhone));
  int exported = 0;
  world.store.exportScope(maya.home, [&](const model::Record& record) {
    if (record.collection->name == "talent_profiles") exported += record.text("phone") == kPhone ? 1 : 0;
  });
  QCOMPARE(exported, 1);
}

void TestSealedFields::aConflictKeepsTheSecret() {
  World world;
  Profile maya(world);
  Actor phone("maya"), tablet("maya");
  phone.base = tablet.base = world.store.scope(maya.home)->head;
  world.one(phone,
            phone.edit(maya.home, "talent_profiles", maya.id, {{"phone", std::string("+33611111177")}}));
  world.one(tablet,
            tablet.edit(maya.home, "talent_profiles", maya.id, {{"phone", std::string("+33622222277")}}));
  const auto cards = world.rows(maya.home, "conflicts");
  QCOMPARE(cards.size(), std::size_t{1});
  QVERIFY(cards[0].text("lost_value").starts_with("\"+336"));
  QVERIFY(cards[0].text("kept_value").starts_with("\"+336"));
  for (const char* digits : {"611111177", "622222277"}) {
    QCOMPARE(tablesWith(world.owned->connection(), digits), QStringList());
  }
}

void TestSealedFields::aConflictAboutAnOpenFieldStaysOpen() {
  World world;
  Profile maya(world);
  Actor phone("maya"), tablet("maya");
  phone.base = tablet.base = world.store.scope(maya.home)->head;
  world.one(phone,
            phone.edit(maya.home, "talent_profiles", maya.id, {{"stage_name", std::string("Maya Lune")}}));
  world.one(tablet,
            tablet.edit(maya.home, "talent_profiles", maya.id, {{"stage_name", std::string("Maya Nuit")}}));
  QVERIFY(!tablesWith(world.owned->connection(), "Maya Lune").isEmpty());
  QVERIFY(tablesWith(world.owned->connection(), "Maya Nuit").contains("conflicts"));
}

void TestSealedFields::aMovedOrChangedValueIsRefused() {
  World world;
  Profile maya(world);
  execute(world, "UPDATE talent_profiles SET whatsapp = phone");
  QVERIFY_EXCEPTION_THROWN(world.row(maya.home, "talent_profiles", maya.id), std::runtime_error);
  execute(world, "UPDATE talent_profiles SET whatsapp = NULL, phone = overlay(phone placing 'A' from 60)");
  QVERIFY_EXCEPTION_THROWN(world.row(maya.home, "talent_profiles", maya.id), std::runtime_error);
}

void TestSealedFields::aRowFromBeforeTheKeyIsReadAndSealedAtTheNextWrite() {
  World world;
  Profile maya(world);
  execute(world, "UPDATE talent_profiles SET phone = '" + kPhone + "'");
  QCOMPARE(world.row(maya.home, "talent_profiles", maya.id).text("phone"), std::string_view(kPhone));
  maya.actor.base = world.store.scope(maya.home)->head;
  world.one(maya.actor,
            maya.actor.edit(maya.home, "talent_profiles", maya.id, {{"phone", std::string("+33698765433")}}));
  QCOMPARE(tablesWith(world.owned->connection(), "9876543"), QStringList());
}

void TestSealedFields::bytesAreSealedToo() {
  const server::FieldSeal seal(crypto::newSealKey(1));
  const schema::Collection& roster = schema::collection("roster");
  const Uuid scope = newId(), one = newId(), other = newId();
  const server::FieldPlace place{roster, *roster.find("face"), scope, one};
  const Bytes face = {0xff, 0xd8, 0x01, 0x00, 0x7f};
  const auto stored = std::get<Bytes>(seal.seal(place, face));
  QVERIFY(stored.find(face) == Bytes::npos);
  QVERIFY(seal.open(place, stored) == face);
  QVERIFY(seal.open(place, face) == face);  // from before there was a key
  QVERIFY_EXCEPTION_THROWN(seal.open({roster, *roster.find("face"), scope, other}, stored),
                           std::runtime_error);
  QVERIFY(model::isNull(seal.seal(place, model::Value())));
}

void TestSealedFields::whatIsSealedIsTextOrBytes() {
  int sealed = 0;
  for (const schema::Collection& collection : schema::collections()) {
    for (const schema::Field& field : collection.fields) {
      if (!server::FieldSeal::concerns(collection, field)) continue;
      ++sealed;
      QVERIFY2(field.type == schema::Type::text || field.type == schema::Type::bytes, field.name.data());
    }
  }
  QVERIFY(sealed >= 14);
}

void TestSealedFields::withoutTheKeyNothingOpens() {
  World world;
  Profile maya(world);
  for (server::FieldSeal seal : {server::FieldSeal(), server::FieldSeal(crypto::newSealKey(7))}) {
    server::PgStore thief(world.owned->connection(), {}, std::move(seal));
    QVERIFY_EXCEPTION_THROWN(thief.readAll(maya.home, schema::collection("talent_profiles")),
                             std::runtime_error);
  }
}

QTEST_GUILESS_MAIN(TestSealedFields)
#include "test_sealed_fields.moc"
