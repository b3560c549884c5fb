// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <pqxx/pqxx>

#include "server/cluster/private_cluster.hpp"
#include "temp_postgres.hpp"

using foyer::server::ClusterOptions;
using foyer::server::PrivateCluster;
using foyer::test::TempPostgres;

namespace {

std::string scalar(const std::string& connection, const std::string& sql) {
  pqxx::connection c(connection);
  pqxx::nontransaction work(c);
  return work.exec1(sql)[0].as<std::string>();
}

bool alive(int pid) { return ::kill(pid, 0) == 0; }

/// A folder that every user may pass through.
class OpenDir {
 public:
  OpenDir() { ::chmod(path().c_str(), 0711); }
  std::string path(const char* name = "") const { return m_dir.filePath(name).toStdString(); }

 private:
  QTemporaryDir m_dir;
};

ClusterOptions optionsIn(const std::string& dir) {
  ClusterOptions options;
  options.dir = dir;
  options.durable = false;
  return options;
}

}  // namespace

class TestServerCluster : public QObject {
  Q_OBJECT
 private slots:
  void keepsDataAndEndsWithItsOwner();
  void startsAgainWhenItDies();
  void isNotSharedUnlessAsked();
  void diesWithAKilledOwner();
  void takesALongPath();
  void namesTheFolderThatBarsTheWay();
  void runsUnprivileged();
  void givesClones();
};

void TestServerCluster::keepsDataAndEndsWithItsOwner() {
  const OpenDir dir;
  int pid = 0;
  {
    auto cluster = PrivateCluster::start(optionsIn(dir.path("c")));
    QVERIFY2(cluster.ok(), cluster.ok() ? "" : cluster.error().message.c_str());
    pid = (*cluster)->pid();
    pqxx::connection c((*cluster)->connectionString());
    pqxx::nontransaction work(c);
    work.exec("CREATE TABLE t AS SELECT 42 AS x");
    // the connection stays open: stopping must not wait for clients
    (*cluster)->stop();
    QVERIFY(!(*cluster)->running());
  }
  QVERIFY(!alive(pid));
  auto again = PrivateCluster::start(optionsIn(dir.path("c")));
  QVERIFY(again.ok());
  QCOMPARE(scalar((*again)->connectionString(), "SELECT x FROM t"), "42");
}

void TestServerCluster::startsAgainWhenItDies() {
  const OpenDir dir;
  auto cluster = PrivateCluster::start(optionsIn(dir.path("c")));
  QVERIFY(cluster.ok());
  const int first = (*cluster)->pid();
  QVERIFY(first > 0);
  ::kill(first, SIGKILL);
  QTRY_VERIFY_WITH_TIMEOUT((*cluster)->pid() > 0 && (*cluster)->pid() != first && (*cluster)->running(),
                           20'000);
  QCOMPARE(scalar((*cluster)->connectionString(), "SELECT 1"), "1");
}

void TestServerCluster::isNotSharedUnlessAsked() {
  const OpenDir dir;
  auto owner = PrivateCluster::start(optionsIn(dir.path("c")));
  QVERIFY(owner.ok());
  const auto second = PrivateCluster::start(optionsIn(dir.path("c")));
  QVERIFY(!second.ok());
  QVERIFY(second.error().message.find("in use") != std::string::npos);
  ClusterOptions options = optionsIn(dir.path("c"));
  options.attach = true;
  const auto guest = PrivateCluster::start(options);
  QVERIFY(guest.ok());
  QCOMPARE(scalar((*guest)->connectionString(), "SELECT 1"), "1");
  (*guest)->stop();
  QVERIFY((*owner)->running());
}

void TestServerCluster::diesWithAKilledOwner() {
  const OpenDir dir;
  QProcess holder;
  holder.start(HOLDER, {QString::fromStdString(dir.path("c"))});
  QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), 30'000);
  const QByteArray line = holder.readLine();
  QVERIFY2(line.startsWith("pid "), line.constData());
  const int pid = line.mid(4).trimmed().toInt();
  QVERIFY(alive(pid));
  holder.kill();
  holder.waitForFinished();
  // An orphan is reaped by whoever adopts it; a zombie is dead enough.
  const auto dead = [pid] {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(stat, text);
    return !stat || text.find(") Z") != std::string::npos;
  };
  QTRY_VERIFY_WITH_TIMEOUT(dead(), 20'000);
  QVERIFY(PrivateCluster::start(optionsIn(dir.path("c"))).ok());
}

void TestServerCluster::takesALongPath() {
  const OpenDir dir;
  const std::string deep = dir.path("a") + "/" + std::string(120, 'x');
  std::string socketDir;
  {
    auto cluster = PrivateCluster::start(optionsIn(deep));
    QVERIFY2(cluster.ok(), cluster.ok() ? "" : cluster.error().message.c_str());
    socketDir = scalar((*cluster)->connectionString(), "SHOW unix_socket_directories");
    QVERIFY(socketDir.size() < 90);
  }
  QVERIFY(::access(socketDir.c_str(), F_OK) != 0);
}

void TestServerCluster::namesTheFolderThatBarsTheWay() {
  if (::geteuid() != 0) QSKIP("only root hands its folders to another user");
  const QTemporaryDir closed;  // 0700
  const auto cluster = PrivateCluster::start(optionsIn(closed.filePath("c").toStdString()));
  QVERIFY(!cluster.ok());
  QVERIFY2(cluster.error().message.find("chmod o+x " + closed.path().toStdString()) != std::string::npos,
           cluster.error().message.c_str());
}

void TestServerCluster::runsUnprivileged() {
  const OpenDir dir;
  auto cluster = PrivateCluster::start(optionsIn(dir.path("c")));
  QVERIFY(cluster.ok());
  std::ifstream status("/proc/" + std::to_string((*cluster)->pid()) + "/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("Uid:")) QVERIFY2(line.find("\t0\t") == std::string::npos, line.c_str());
  QCOMPARE(scalar((*cluster)->connectionString(), "SHOW listen_addresses"), "");
}

void TestServerCluster::givesClones() {
  int prepared = 0;
  const auto prepare = [&](const std::string& connection) {
    ++prepared;
    pqxx::connection c(connection);
    pqxx::nontransaction work(c);
    work.exec("CREATE TABLE t AS SELECT 7 AS x");
  };
  TempPostgres& server = TempPostgres::shared();
  std::string name;
  {
    const auto one = server.clone("seven", prepare);
    const auto two = server.clone("seven", prepare);
    QCOMPARE(prepared, 1);
    QVERIFY(one.name() != two.name());
    name = one.name();
    QCOMPARE(scalar(two.connection(), "SELECT x FROM t"), "7");
  }
  QCOMPARE(scalar(server.connection("postgres"),
                  "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"),
           "0");
}

QTEST_GUILESS_MAIN(TestServerCluster)
#include "test_server_cluster.moc"
