// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <QSignalSpy>
#include <csignal>

#include "form_steps.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

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

}  // namespace

/// RecordForm on a real database: drafts, errors, marks.
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
