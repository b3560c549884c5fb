// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_steps.hpp"

using namespace foyer;
using namespace foyer::test;

/// RecordForm on a real database: what the author of a change had seen.
class DataFormBasesTest : public QObject {
  Q_OBJECT

 private slots:
  void law2_theBaseIsThatOfWhenTheEditingBegan() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
    row.at("name") = std::string("one");
    host.fromServer({row});
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    call(form, "set", "name", "mine");
    row.at("name") = std::string("theirs, unseen");
    QSignalSpy heard(form, SIGNAL(changed()));
    host.fromServer({row});
    QVERIFY(heard.wait());  // and keeps the draft
    QCOMPARE(valueIn(form, "values", "name").toString(), QString("mine"));
    QSignalSpy saved(form, SIGNAL(saved()));
    QMetaObject::invokeMethod(form, "save");
    QVERIFY(saved.wait());
    std::vector<model::Mutation> pushed;
    host.onStore([&](store::Store& store) { pushed = store.nextPush(host.me, 10, 10'000); });
    QCOMPARE(pushed.size(), 1u);
    QCOMPARE(pushed[0].base, std::int64_t{1});
  }

  void law2_aRefusedDraftKeepsItsBase() {
    DataHost host;
    model::Record row = listCalled(host, "one");
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    call(form, "set", "name", QString(300, 'x'));
    row.at("name") = std::string("theirs, unseen");
    QSignalSpy heard(form, SIGNAL(changed()));
    host.fromServer({row});
    QVERIFY(heard.wait());
    QMetaObject::invokeMethod(form, "save");
    QTRY_VERIFY(!valueIn(form, "errors", "name").toString().isEmpty());
    call(form, "edit", "name", "mine");
    QTRY_COMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("mine"));
    const auto pushed = pushOf(host);
    QCOMPARE(pushed.size(), 1u);
    QCOMPARE(pushed[0].base, std::int64_t{1});
  }

  void law2_aRefusedTextKeepsWhatItWasBasedOn() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
    row.at("name") = std::string("Sunday");
    row.at("description") = std::string("films for rain");
    host.fromServer({row});
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    call(form, "edit", "description", QString(100'000, 'x'));
    row.at("description") = std::string("films for rain and snow");
    host.fromServer({row});
    QTRY_VERIFY(!valueIn(form, "errors", "description").toString().isEmpty());
    call(form, "edit", "description", "good films for rain");
    QTRY_COMPARE(std::string(host.get("lists", row.id)->text("description")),
                 std::string("good films for rain and snow"));
  }

  void law3_defaultsAreNotWrittenOverARecordThatArrived() {
    DataHost host;
    const Uuid title = Uuid::v7(3);
    const QByteArray key = "{ title_id: \"" + QByteArray::fromStdString(title.str()) + "\" }";
    const Uuid id =
        qt::uuidOf(host.eval("Records.idFor(\"watch_entries\", Session.account, " + key + ")").toString());
    QObject* form =
        host.make("RecordForm { collection: \"watch_entries\"; scope: Session.account; recordId: \"" +
                  QByteArray::fromStdString(id.str()) + "\"; defaults: ({ title_id: \"" +
                  QByteArray::fromStdString(title.str()) +
                  "\", title: \"Alien\", kind: \"movie\", status: \"not_watched\" }) }");
    QTRY_VERIFY(!form->property("loading").toBool());
    call(form, "set", "rating", 80);
    call(form, "set", "notes", "mine");
    model::Record row(schema::collection("watch_entries"), host.me, id);
    row.at("title_id") = title;
    row.at("title") = std::string("Alien");
    row.at("kind") = std::string("movie");
    row.at("status") = std::string("completed");
    row.at("notes") = std::string("theirs");
    // The edit goes in right behind the row, before the form has heard of it.
    host.backend().work([&host, row](qt::EngineDriver& driver) mutable {
      protocol::PageHeader header;
      header.scope = host.me;
      header.epoch = 1;
      header.head = row.version = 1;
      driver.store().applyPage(header, {row});
    });
    QMetaObject::invokeMethod(form, "save");
    QTRY_COMPARE(host.get("watch_entries", id)->number("rating"), std::int64_t{80});
    QCOMPARE(std::string(host.get("watch_entries", id)->text("status")), std::string("completed"));
    const auto pushed = pushOf(host);
    for (const model::Mutation& m : pushed) {
      QCOMPARE(int(m.op), int(model::Op::edit));
      QCOMPARE(m.base, std::int64_t{0});
      for (const model::FieldPatch& patch : m.patches) {
        QVERIFY(patch.field->name == "rating" || patch.field->name == "notes");
        QCOMPARE(patch.was, std::string());  // nobody saw theirs
      }
    }
    host.eval("Records.create(\"watch_entries\", Session.account, " + key +
              ", { title: \"Alien\", kind: \"movie\", status: \"not_watched\" })");
    host.onStore([](store::Store&) {});
    QCOMPARE(std::string(host.get("watch_entries", id)->text("status")), std::string("completed"));
  }
};

QTEST_GUILESS_MAIN(DataFormBasesTest)
#include "data_form_bases_test.moc"
