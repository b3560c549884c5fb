// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>

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
