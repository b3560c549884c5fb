// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>
#include <pqxx/pqxx>

#include "running_server.hpp"

using namespace foyer;
using test::RunningServer;
using test::SignedIn;

namespace {

struct Report {
  int status = -1;
  QByteArray output, errors;
};

/// `foyer-server doctor` beside a server that runs on the same database.
struct Visit {
  RunningServer server;
  SignedIn ana = server.join("ana"), ben = server.join("ben");
  QTemporaryDir data;

  Visit() {
    for (SignedIn* who : {&ana, &ben}) {
      server.push(*who, {who->mutation(model::Op::create, who->account, "lists", Uuid::v7(1),
                                       {{"name", std::string("Sunday")}})});
    }
  }
  void harm() {
    pqxx::connection db(server.connection());
    pqxx::work tx(db);
    tx.exec_params("UPDATE lists SET name = 'by hand' WHERE scope_id = $1::uuid", ana.account.str());
    tx.commit();
  }
  Report doctor(const QStringList& more = {}) {
    QProcess process;
    process.start(SERVER, QStringList{"doctor", "--data", data.path(), "--database-url",
                                      QString::fromStdString(server.connection())} +
                              more);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
  }
};

QStringList scope(const std::string& id) { return {"--scope", QString::fromStdString(id)}; }

}  // namespace

/// The operators' check of a database, as they run it.
class DoctorTest : public QObject {
  Q_OBJECT

 private slots:
  void saysThatAllIsWell() {
    Visit visit;
    const Report report = visit.doctor();
    QVERIFY2(report.status == 0, (report.output + report.errors).constData());
    QVERIFY(report.output.contains("2 scopes read, all is well"));
    const Report one = visit.doctor(scope(visit.ben.account.str()));
    QCOMPARE(one.status, 0);
    QVERIFY(one.output.contains("1 scopes read, all is well"));
  }

  void saysInWordsWhatIsWrongAndWhere() {
    Visit visit;
    visit.harm();
    const Report report = visit.doctor();
    QCOMPARE(report.status, 1);
    QVERIFY(report.output.contains(QByteArray::fromStdString(visit.ana.account.str())));
    QVERIFY2(report.output.contains("was changed past the server"), report.output.constData());
    QVERIFY(!report.output.contains("all is well"));
    QCOMPARE(visit.doctor(scope(visit.ana.account.str())).status, 1);
    QCOMPARE(visit.doctor(scope(visit.ben.account.str())).status, 0);
  }

  void refusesWhatItCannotLookAt() {
    Visit visit;
    const Report bad = visit.doctor(scope("the second one"));
    QCOMPARE(bad.status, 2);
    QVERIFY(bad.errors.contains("named by its UUID"));
    const Report unknown = visit.doctor(scope(Uuid::v7(7).str()));
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.errors.contains("no such scope"));
  }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
