// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Op;

namespace {

/// What was made before anybody signed in moves into the account's own scope.
struct Provisional : TempStore {
  Uuid own = Uuid::v7(900);      ///< this device's, unknown to any server
  Uuid account = Uuid::v7(901);  ///< who signs in
  Uuid catalogued = Uuid::v7(902);

  Provisional() { put(own, schema::Scope::person); }

  void put(const Uuid& scope, schema::Scope kind) {
    store::ScopeInfo info;
    info.scope = scope;
    info.kind = kind;
    info.role = "owner";
    (*this)->putScope(info);
  }
  Uuid create(std::string_view collection, const Uuid& scope, const std::vector<Cell>& cells, Uuid id = {}) {
    store::Edit edit = makeEdit(collection, scope, id, cells);
    edit.op = Op::create;
    edit.id = model::naturalId(*edit.collection, scope, edit.patches).value_or(id);
    if (const auto done = (*this)->write(edit); !done) throw std::runtime_error(done.error().message);
    return edit.id;
  }
  Uuid entry(const Uuid& title, std::string_view name) {
    return create("watch_entries", own,
                  {{"title_id", title},
                   {"title", std::string(name)},
                   {"kind", std::string("movie")},
                   {"status", std::string("not_watched")}});
  }
  Uuid entryId(const Uuid& scope, const Uuid& title) const {
    const schema::Collection& c = schema::collection("watch_entries");
    const std::vector<model::FieldPatch> key{{c.find("title_id"), title, {}, {}, {}}};
    return *model::naturalId(c, scope, key);
  }
};

const schema::Collection& entries() { return schema::collection("watch_entries"); }

}  // namespace

class StoreAdoptTest : public QObject {
  Q_OBJECT

 private slots:
  void rowsMoveWithTheIdsThatTheirNewPlaceGivesThem() {
    Provisional s;
    const Uuid before = s.entry(s.catalogued, "Heat");
    const auto moved = s->adoptScope(s.own, s.account);
    QVERIFY(moved.ok());
    QCOMPARE(moved->size(), 1u);
    const Uuid after = s.entryId(s.account, s.catalogued);
    QVERIFY(after != before);
    QCOMPARE(textOf(s->get(entries(), s.account, after), "title"), std::string("Heat"));
    QVERIFY(!s->get(entries(), s.own, before));
    QVERIFY(!s->scope(s.own));
    QCOMPARE(s->scope(s.account)->queued, std::int64_t{1});
    s.reopen();
    QCOMPARE(textOf(s->get(entries(), s.account, after), "title"), std::string("Heat"));
    const auto pushed = s->nextPush(s.account, 10, 10'000);
    QCOMPARE(pushed.size(), 1u);
    QVERIFY(pushed[0].id == after && pushed[0].op == Op::create && pushed[0].seq == 1u);
  }

  void aWriteKeepsTheTimeItWasMadeAt() {
    Provisional s;
    s.entry(s.catalogued, "Heat");
    s.clock.advance(3'600'000);
    QVERIFY(s->adoptScope(s.own, s.account).ok());
    const auto pushed = s->nextPush(s.account, 10, 10'000);
    QVERIFY(pushed[0].stamp.ms() < s.clock.wallMs() - 3'000'000);
  }

  void editsDeletesAndReferencesGoAlong() {
    Provisional s;
    const Uuid heat = s.entry(s.catalogued, "Heat");
    const Uuid gone = s.entry(Uuid::v7(903), "Gone");
    store::Edit note = makeEdit("watch_entries", s.own, heat, {{"notes", std::string("with Lise")}});
    QVERIFY(s->write(note).ok());
    store::Edit del{&entries(), s.own, gone, Op::del, 0, {}};
    QVERIFY(s->write(del).ok());
    const Uuid list = s.create("lists", s.own, {{"name", std::string("Sunday")}}, Uuid::v7(905));
    s.create("list_items", s.own,
             {{"list", list},
              {"title_id", s.catalogued},
              {"title", std::string("Heat")},
              {"kind", std::string("movie")},
              {"added_by", s.own}});
    QVERIFY(s->adoptScope(s.own, s.account).ok());
    const auto shown = s->get(entries(), s.account, s.entryId(s.account, s.catalogued));
    QCOMPARE(textOf(shown, "notes"), std::string("with Lise"));
    const auto dropped = s->get(entries(), s.account, s.entryId(s.account, Uuid::v7(903)));
    QVERIFY(!dropped || dropped->state != model::State::live);
    const auto pushed = s->nextPush(s.account, 20, 100'000);
    const auto item = std::find_if(pushed.begin(), pushed.end(),
                                   [](const auto& m) { return m.collection->name == "list_items"; });
    QVERIFY(item != pushed.end());
    const auto row = s->get(*item->collection, s.account, item->id);
    QVERIFY(row->uuid("added_by") == s.account);
    QVERIFY(row->uuid("list") == list);
    QVERIFY(item->id == *model::naturalId(*row));
  }

  void aFamilyMadeOfflineIsSignedByTheAccount() {
    Provisional s;
    const Uuid family = Uuid::v7(910);
    s.create("families", family, {{"name", std::string("Morel")}, {"created_by", s.own}}, family);
    QVERIFY(s->adoptScope(s.own, s.account).ok());
    QVERIFY(s->get(schema::collection("families"), family, family)->uuid("created_by") == s.account);
  }

  void twoTitlesThatAreOneMeet() {
    Provisional s;
    const Uuid typed = Uuid::v7(920);
    const Uuid same = Uuid::v7(921);
    s.entry(typed, "Heat");
    QVERIFY(s->write(makeEdit("watch_entries", s.own, s.entry(same, "heat"), {{"rating", std::int64_t{80}}}))
                .ok());
    const auto moved = s->adoptScope(s.own, s.account, {{typed, s.catalogued}, {same, s.catalogued}});
    QCOMPARE(moved->size(), 1u);
    const auto shown = s->get(entries(), s.account, s.entryId(s.account, s.catalogued));
    QCOMPARE(shown->number("rating"), std::int64_t{80});
    QCOMPARE(s->nextPush(s.account, 20, 100'000).size(), 2u);
  }

  void whatAServerKnowsIsLeftAlone() {
    Provisional s;
    store::ScopeInfo known = *s->scope(s.person);
    known.confirmed = true;
    s->putScope(known);
    QVERIFY(!s->adoptScope(s.person, s.account).ok());
    QVERIFY(s->scope(s.person));
  }
};

QTEST_APPLESS_MAIN(StoreAdoptTest)
#include "store_adopt_test.moc"
