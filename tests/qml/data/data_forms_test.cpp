// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <QSignalSpy>
#include <csignal>

#include "data_host.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

QVariant valueIn(const QObject* form, const char* map, const char* field) {
  return form->property(map).toMap().value(QString::fromLatin1(field));
}

Uuid addList(DataHost& host, const QByteArray& name) {
  const QString id =
      host.eval("Records.create(\"lists\", Session.account, { name: \"" + name + "\" })").toString();
  return qt::uuidOf(id);
}

QObject* formOf(DataHost& host, const Uuid& id) {
  return host.make("RecordForm { collection: \"lists\"; scope: Session.account; recordId: \"" +
                   QByteArray::fromStdString(id.str()) + "\" }");
}

/// A list that the server sends, in the host's own space.
model::Record listCalled(DataHost& host, const std::string& name) {
  model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
  row.at("name") = name;
  host.fromServer({row});
  return row;
}

std::vector<model::Mutation> pushOf(DataHost& host) {
  std::vector<model::Mutation> pushed;
  host.onStore([&](store::Store& store) { pushed = store.nextPush(host.me, 10, 10'000); });
  return pushed;
}

/// No file of this process grows while this lives: every write to the disk is refused.
class FullDisk {
 public:
  FullDisk() : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit none{1, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &none);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit m_before{};
  void (*m_handler)(int);
};

void call(QObject* form, const char* method, const QString& field, const QVariant& value) {
  QVERIFY(QMetaObject::invokeMethod(form, method, Q_ARG(QString, field), Q_ARG(QVariant, value)));
}

}  // namespace

/// RecordForm on a real database: drafts, errors, marks, and what the author had seen.
class DataFormsTest : public QObject {
  Q_OBJECT

 private slots:
  void anEditIsShownAtOnceAndWritten() {
    DataHost host;
    const Uuid id = addList(host, "before");
    QObject* form = formOf(host, id);
    QTRY_COMPARE(valueIn(form, "values", "name").toString(), QString("before"));
    QVERIFY(form->property("exists").toBool());
    QSignalSpy saved(form, SIGNAL(saved()));
    call(form, "edit", "name", "after");
    QCOMPARE(valueIn(form, "values", "name").toString(), QString("after"));
    QVERIFY(saved.wait());
    QCOMPARE(std::string(host.get("lists", id)->text("name")), std::string("after"));
  }

  void aDraftIsSavedAfterAPauseOrOnRequest() {
    DataHost host;
    const Uuid id = addList(host, "before");
    QObject* form = formOf(host, id);
    QTRY_VERIFY(form->property("exists").toBool());
    QSignalSpy saved(form, SIGNAL(saved()));
    call(form, "set", "name", "typing");
    QCOMPARE(std::string(host.get("lists", id)->text("name")), std::string("before"));
    QVERIFY(saved.wait());
    QCOMPARE(std::string(host.get("lists", id)->text("name")), std::string("typing"));
    call(form, "set", "name", "typed");
    QMetaObject::invokeMethod(form, "save");
    QVERIFY(saved.wait());
    QCOMPARE(std::string(host.get("lists", id)->text("name")), std::string("typed"));
  }

  void whatBreaksALimitStaysTypedWithItsReason() {
    DataHost host;
    const Uuid id = addList(host, "before");
    QObject* form = formOf(host, id);
    QTRY_VERIFY(form->property("exists").toBool());
    call(form, "edit", "name", QString(300, 'x'));
    QTRY_VERIFY(!valueIn(form, "errors", "name").toString().isEmpty());
    QCOMPARE(valueIn(form, "values", "name").toString(), QString(300, 'x'));
    QCOMPARE(std::string(host.get("lists", id)->text("name")), std::string("before"));
    call(form, "edit", "name", "fits");
    QTRY_COMPARE(std::string(host.get("lists", id)->text("name")), std::string("fits"));
    QVERIFY(valueIn(form, "errors", "name").toString().isEmpty());
  }

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

  void aRefusedFieldTakesNoOtherWithIt() {
    DataHost host;
    const model::Record row = listCalled(host, "one");
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    QSignalSpy saved(form, SIGNAL(saved()));
    call(form, "set", "description", QString(100'000, 'x'));
    call(form, "set", "name", "two");
    QMetaObject::invokeMethod(form, "save");
    QVERIFY(saved.wait());
    QCOMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("two"));
    QCOMPARE(valueIn(form, "values", "description").toString(), QString(100'000, 'x'));
    QVERIFY(!valueIn(form, "errors", "description").toString().isEmpty());
    QVERIFY(!valueIn(form, "errors", "name").isValid());
    QVERIFY(!form->property("error").toString().isEmpty());
    form->setProperty("shows", QStringList{"description"});
    QCOMPARE(form->property("error").toString(), QString());
  }

  void aFullDiskKeepsWhatWasTyped() {
    DataHost host;
    const model::Record row = listCalled(host, "one");
    QObject* form = formOf(host, row.id);
    form->setProperty("shows", QStringList{"name", "description"});
    QTRY_VERIFY(form->property("exists").toBool());
    {
      const FullDisk full;
      call(form, "set", "name", "two");
      call(form, "set", "description", "typed");
      QMetaObject::invokeMethod(form, "save");
      QTRY_VERIFY(!form->property("error").toString().isEmpty());
    }
    QVERIFY(form->property("error").toString().contains("disk"));
    QCOMPARE(valueIn(form, "values", "name").toString(), QString("two"));
    QCOMPARE(valueIn(form, "values", "description").toString(), QString("typed"));
    QCOMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("one"));
    QMetaObject::invokeMethod(form, "save");
    QTRY_COMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("two"));
    QCOMPARE(std::string(host.get("lists", row.id)->text("description")), std::string("typed"));
    QTRY_COMPARE(form->property("error").toString(), QString());
  }

  void newerTypingSurvivesARefusal() {
    DataHost host;
    model::Record row = listCalled(host, "one");
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    QSignalSpy saved(form, SIGNAL(saved()));
    call(form, "edit", "name", QString(300, 'x'));
    call(form, "edit", "name", "newer");  // before the refusal is known
    QCOMPARE(valueIn(form, "values", "name").toString(), QString("newer"));
    QVERIFY(saved.wait());
    QCOMPARE(valueIn(form, "values", "name").toString(), QString("newer"));
    QVERIFY(valueIn(form, "errors", "name").toString().isEmpty());
    QCOMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("newer"));
    QCOMPARE(pushOf(host).at(0).base, std::int64_t{1});
  }

  void aRefusalIsToldWhenThePageIsGone() {
    DataHost host;
    const model::Record row = listCalled(host, "one");
    QObject* records = qvariant_cast<QObject*>(host.eval("Records"));
    QVERIFY(records);
    QSignalSpy refused(records, SIGNAL(refused(QString, QString, QString, QString)));
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    call(form, "set", "name", QString(300, 'x'));
    form->setProperty("recordId", qt::qstring(Uuid::v7(5)));
    QVERIFY(refused.wait());
    QCOMPARE(refused[0][1].toString().toStdString(), row.id.str());
    QCOMPARE(refused[0][2].toString(), QString("name"));
    QVERIFY(form->property("errors").toMap().isEmpty());
  }

  void aLoneSurrogateIsRefusedOrSavedAsShown() {
    DataHost host;
    const model::Record row = listCalled(host, "one");
    QObject* form = formOf(host, row.id);
    QTRY_VERIFY(form->property("exists").toBool());
    const QString half = QStringLiteral("a") + QChar(0xd83d) + QStringLiteral("b");
    call(form, "edit", "name", half);
    QTRY_VERIFY(!valueIn(form, "errors", "name").toString().isEmpty());
    QCOMPARE(valueIn(form, "values", "name").toString(), half);
    QCOMPARE(std::string(host.get("lists", row.id)->text("name")), std::string("one"));
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

  void theFormFollowsOthersAndMarksWhatWaits() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
    row.at("name") = std::string("one");
    host.fromServer({row});
    QObject* form = formOf(host, row.id);
    QTRY_COMPARE(valueIn(form, "values", "name").toString(), QString("one"));
    row.at("name") = std::string("two");
    host.fromServer({row});
    QTRY_COMPARE(valueIn(form, "values", "name").toString(), QString("two"));
    QVERIFY(form->property("marks").toMap().isEmpty());
    call(form, "edit", "name", "three");
    QTRY_COMPARE(valueIn(form, "marks", "name").toString(), QString("wait"));
    QVERIFY(!valueIn(form, "marks", "description").isValid());
    host.onStore([&](store::Store& store) {
      store.nextPush(host.me, 10, 10'000);
      store.storeResults(host.me,
                         {{1, model::Outcome::held, 0, Error{Code::invalidField, "name", "Not this."}}});
    });
    QTRY_COMPARE(valueIn(form, "marks", "name").toString(), QString("held"));
    call(form, "edit", "name", "four");  // corrects the refused change
    QTRY_COMPARE(valueIn(form, "marks", "name").toString(), QString("wait"));
  }

  void whatIsTypedNeverJumpsBack() {
    DataHost host;
    const Uuid id = addList(host, "0");
    QObject* form = formOf(host, id);
    QTRY_VERIFY(form->property("exists").toBool());
    QSignalSpy changed(form, SIGNAL(changed()));
    for (int i = 1; i <= 40; ++i) {
      call(form, "edit", "name", QString::number(i));
      addList(host, "another row that changes meanwhile");
      QCoreApplication::processEvents();
      QCOMPARE(valueIn(form, "values", "name").toString(), QString::number(i));
      changed.wait(1);
      QCOMPARE(valueIn(form, "values", "name").toString(), QString::number(i));
    }
    QTRY_COMPARE(std::string(host.get("lists", id)->text("name")), std::string("40"));
  }
};

QTEST_GUILESS_MAIN(DataFormsTest)
#include "data_forms_test.moc"
