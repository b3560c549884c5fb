// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Law 8: choosing between two versions. Runs on the memory store and on PostgreSQL.
class TestSyncChoices : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void aChoiceClosesTheCardThatWasSeen();
  void aChoiceHidesNoValueThatItsAuthorNeverSaw();
  void aDeviceMayChangeItsMindBeforeItHearsBack();

 private:
  /// Bob's later value stays, Ann's comes back as a card.
  void annLoses(const std::string& value);
  model::Mutation choice(Actor& who, const char* resolution);
  model::Record card() { return m_world->rows(m_scope, "conflicts").at(0); }

  std::unique_ptr<World> m_world;
  Actor m_ann{"ann"}, m_bob{"bob"};
  Uuid m_scope;
  Uuid m_entry;
};

void TestSyncChoices::init() {
  m_ann = Actor("ann");
  m_bob = Actor("bob");
  m_world = std::make_unique<World>();
  m_scope = m_world->family(m_ann);
  m_world->join(m_scope, m_bob, "member");
  const Entry entry = watchEntry(m_scope, "Heat");
  m_entry = entry.id;
  m_world->one(m_ann, m_ann.create(m_scope, "watch_entries", entry.id, entry.sets));
  m_ann.base = m_bob.base = m_world->store.scope(m_scope)->head;
  m_bob.clockMs = m_ann.clockMs + 1000;  // later than all that Ann writes here
  m_world->one(m_bob, m_bob.edit(m_scope, "watch_entries", m_entry,
                                 {{.field = "status", .value = std::string("completed")}}));
}

void TestSyncChoices::annLoses(const std::string& value) {
  m_world->one(m_ann, m_ann.edit(m_scope, "watch_entries", m_entry, {{.field = "status", .value = value}}));
  QCOMPARE(card().text("lost_value"), std::string_view('"' + value + '"'));
}

model::Mutation TestSyncChoices::choice(Actor& who, const char* resolution) {
  return who.edit(m_scope, "conflicts", card().id,
                  {{.field = "resolution", .value = std::string(resolution)}});
}

void TestSyncChoices::aChoiceClosesTheCardThatWasSeen() {
  annLoses("watching");
  m_bob.base = m_world->store.scope(m_scope)->head;
  m_world->one(m_bob, choice(m_bob, "kept"));
  QCOMPARE(card().text("resolution"), std::string_view("kept"));
}

void TestSyncChoices::aChoiceHidesNoValueThatItsAuthorNeverSaw() {
  annLoses("watching");
  m_bob.base = m_world->store.scope(m_scope)->head;
  const auto aboutTheFirst = choice(m_bob, "kept");
  annLoses("not_watched");
  QCOMPARE(m_world->one(m_bob, aboutTheFirst).outcome, Outcome::superseded);
  QVERIFY(model::isNull(card().at("resolution")));
  QCOMPARE(card().text("lost_value"), std::string_view("\"not_watched\""));
}

void TestSyncChoices::aDeviceMayChangeItsMindBeforeItHearsBack() {
  annLoses("watching");
  m_bob.base = m_world->store.scope(m_scope)->head;
  m_world->one(m_bob, choice(m_bob, "kept"));
  m_world->one(m_bob, choice(m_bob, "combined"));
  QCOMPARE(card().text("resolution"), std::string_view("combined"));
}

QTEST_GUILESS_MAIN(TestSyncChoices)
#include "test_sync_choices.moc"
