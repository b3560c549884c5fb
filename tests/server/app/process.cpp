// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, from outside.
#include <signal.h>
#include <sys/stat.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <boost/json/parse.hpp>
#include <fstream>

#include "raw_client.hpp"
#include "temp_postgres.hpp"

using foyer::test::ask;
using foyer::test::RawClient;

namespace {

/// foyer-server with a folder of its own.
class Program {
 public:
  explicit Program(const QStringList& arguments) {
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(SERVER, arguments);
  }
  ~Program() {
    m_process.terminate();
    m_process.waitForFinished(30'000);
  }
  std::uint16_t waitForPort() {
    while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {
    }
    const QByteArray line = m_process.readLine().trimmed();
    return line.mid(line.lastIndexOf(' ') + 1).toUShort();
  }
  int end() {
    m_process.terminate();
    return waitForEnd();
  }
  int waitForEnd() {
    if (!m_process.waitForFinished(60'000)) return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
  }
  void kill() {
    m_process.kill();
    m_process.waitForFinished();
  }
  QByteArray errors() { return m_process.readAllStandardError(); }
  QByteArray output() { return m_process.readAllStandardOutput(); }

 private:
  QProcess m_process;
};

// Living processes (no zombies) whose command line names the folder.
QStringList processesOf(const QString& dir) {
  QStringList out;
  for (const QString& entry : QDir("/proc").entryList(QDir::Dirs)) {
    QFile line("/proc/" + entry + "/cmdline");
    if (entry.toInt() > 0 && line.open(QIODevice::ReadOnly) && line.readAll().contains(dir.toUtf8()))
      out << entry;
  }
  return out;
}

}  // namespace

class TestProcess : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void servesFromNothingAndStopsCleanly();
  void leavesNothingWhenKilled();
  void refusesASchemaItDoesNotKnow();
  void takesItsFolderAlone();
  void saysWhatIsWrong_data();
  void saysWhatIsWrong();
  void printsItsDeclarations();

 private:
  QStringList serve(const QStringList& more = {}) const {
    return QStringList{"serve", "--data", m_data, "--port", "0", "--set", "http.address=127.0.0.1"} + more;
  }
  std::unique_ptr<QTemporaryDir> m_dir;
  QString m_data;
};

void TestProcess::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  ::chmod(m_dir->path().toStdString().c_str(), 0711);
  m_data = m_dir->filePath("data");
}

void TestProcess::servesFromNothingAndStopsCleanly() {
  for (int round = 0; round < 2; ++round) {
    Program program(serve());
    const std::uint16_t port = program.waitForPort();
    QVERIFY2(port != 0, program.errors().constData());
    QCOMPARE(ask(port, "GET", "/healthz").status, 200);
    const auto ready = ask(port, "GET", "/readyz", "X-Request-ID: round-trip-1\r\n");
    QCOMPARE(ready.status, 200);
    QVERIFY(ready.body.find("\"database\":\"ok\"") != std::string::npos);
    // Counted after the answer's last byte was sent.
    const std::string counted =
        "foyer_http_requests_total{route=\"/readyz\",method=\"GET\",status=\"2xx\"} 1";
    QTRY_VERIFY(ask(port, "GET", "/metrics").body.find(counted) != std::string::npos);
    QCOMPARE(ask(port, "POST", "/api/v1/uploads").status, 401);
    QCOMPARE(program.end(), 0);
    const QByteArray log = program.errors();
    for (const QByteArray& line : log.split('\n')) {
      if (line.isEmpty()) continue;
      boost::system::error_code error;
      boost::json::parse(line.toStdString(), error);
      QVERIFY2(!error, line.constData());
    }
    QVERIFY(log.contains("\"request_id\":\"round-trip-1\""));
    QVERIFY(log.contains("\"event\":\"stopped\""));
    QTRY_COMPARE(processesOf(m_data), QStringList());
  }
}

void TestProcess::leavesNothingWhenKilled() {
  Program program(serve());
  QVERIFY(program.waitForPort() != 0);
  QVERIFY(processesOf(m_data).size() >= 2);
  program.kill();
  QTRY_COMPARE_WITH_TIMEOUT(processesOf(m_data), QStringList(), 30'000);
  Program again(serve());
  QVERIFY(again.waitForPort() != 0);
  QCOMPARE(again.end(), 0);
}

void TestProcess::refusesASchemaItDoesNotKnow() {
  const auto database = foyer::test::TempPostgres::shared().create();
  Program program(serve({"--database-url", QString::fromStdString(database.connection())}));
  QCOMPARE(program.waitForEnd(), 1);
  QVERIFY2(program.errors().contains("foyer-server: "), program.errors().constData());
  QVERIFY(!QDir(m_data + "/postgres").exists());
}

void TestProcess::takesItsFolderAlone() {
  Program first(serve());
  QVERIFY(first.waitForPort() != 0);
  Program second(serve());
  QCOMPARE(second.waitForEnd(), 1);
  QVERIFY(second.errors().contains("in use"));
  QCOMPARE(first.end(), 0);
}

void TestProcess::saysWhatIsWrong_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QByteArray>("message");
  QTest::newRow("no command") << QStringList{} << QByteArray("subcommand is required");
  QTest::newRow("unknown option") << QStringList{"serve", "--prot", "1"} << QByteArray("--prot");
  QTest::newRow("unknown setting") << QStringList{"serve", "--set", "http.prot=1"}
                                   << QByteArray("do you mean http.port?");
  QTest::newRow("bad setting") << QStringList{"serve", "--port", "70000"}
                               << QByteArray("between 0 and 65535");
  QTest::newRow("no file") << QStringList{"serve", "--config", "/nowhere.toml"}
                           << QByteArray("/nowhere.toml");
}

void TestProcess::saysWhatIsWrong() {
  QFETCH(QStringList, arguments);
  QFETCH(QByteArray, message);
  Program program(arguments);
  QCOMPARE(program.waitForEnd(), 2);
  const QByteArray said = program.errors() + program.output();
  QVERIFY2(said.contains(message), said.constData());
}

void TestProcess::printsItsDeclarations() {
  Program openApi({"openapi"});
  QCOMPARE(openApi.waitForEnd(), 0);
  const auto document = boost::json::parse(openApi.output().toStdString()).as_object();
  QCOMPARE(document.at("openapi").as_string(), "3.0.3");
  for (const auto& [path, operations] : document.at("paths").as_object())
    for (const auto& [method, operation] : operations.as_object())
      QVERIFY(!operation.as_object().at("summary").as_string().empty());
  QVERIFY(document.at("paths").as_object().contains("/api/v1/uploads/{upload}"));
  Program reference({"config-reference"});
  QCOMPARE(reference.waitForEnd(), 0);
  QVERIFY(reference.output().startsWith("# Settings of foyer-server"));
}

QTEST_GUILESS_MAIN(TestProcess)
#include "process.moc"
