// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "qt/engine_driver.hpp"

using namespace foyer;
using namespace foyer::qt;

/// Keys, identity and the driver, without a server.
class QtNetTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void onlyHttpsOutsideLoopback();
  void secretsLieOutsideTheDataForThisUserOnly();
  void aCopiedFolderIsAnotherDevice();
  void worksBeforeAnySignIn();
  void aServerThatIsNotThereIsOffline();
  void anAnswerThatNeverEndsIsCutOff();

 private:
  std::filesystem::path data(const char* name) const {
    return m_dir->filePath(QString::fromLatin1(name)).toStdString();
  }
  EngineDriver::Options options(quint16 port = 0) const {
    EngineDriver::Options o;
    o.dataDir = data("one");
    if (port != 0) o.server = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
    return o;
  }
  std::unique_ptr<QTemporaryDir> m_dir;
};

void QtNetTest::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  qputenv("FOYER_KEY_DIR", m_dir->filePath(QStringLiteral("keys")).toUtf8());
}

void QtNetTest::onlyHttpsOutsideLoopback() {
  const auto allowed = [](const char* url, bool insecure = false) {
    return AuthClient::allowed(QUrl(QString::fromLatin1(url)), insecure).ok();
  };
  QVERIFY(allowed("https://foyer.example.org"));
  QVERIFY(allowed("http://127.0.0.1:9000"));
  QVERIFY(allowed("http://localhost:9000"));
  QVERIFY(allowed("http://[::1]:9000"));
  QVERIFY(!allowed("http://foyer.example.org"));
  QVERIFY(!allowed("http://localhost.example.org"));
  QVERIFY(!allowed("http://127.0.0.1.example.org"));
  QVERIFY(allowed("http://192.168.1.20:9000", true));
  QVERIFY(!allowed("ftp://foyer.example.org", true));
  QVERIFY(!allowed("", true));
  QVERIFY(!allowed("foyer.example.org", true));
}

void QtNetTest::secretsLieOutsideTheDataForThisUserOnly() {
  std::filesystem::create_directories(data("one"));
  Keychain keychain(data("one"));
  QVERIFY(!keychain.read(QStringLiteral("device")));
  QVERIFY(keychain.write(QStringLiteral("device"), "secret\nwith lines"));
  QCOMPARE(*Keychain(data("one")).read(QStringLiteral("device")), QByteArray("secret\nwith lines"));
  QVERIFY(keychain.place() == Keychain::Place::file);
  const QFileInfo file(keychain.where() + QStringLiteral("/device"));
  QVERIFY(file.exists());
  QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
           QFile::Permissions());
  QVERIFY(!file.filePath().startsWith(QString::fromStdString(data("one").string()) + u'/'));
  keychain.remove(QStringLiteral("device"));
  QVERIFY(!keychain.read(QStringLiteral("device")));
}

void QtNetTest::aCopiedFolderIsAnotherDevice() {
  std::filesystem::create_directories(data("one"));
  Keychain first(data("one"));
  const auto identity = DeviceIdentity::load(first);
  QVERIFY(identity.fresh);
  Keychain again(data("one"));
  const auto same = DeviceIdentity::load(again);
  QVERIFY(!same.fresh);
  QCOMPARE(same.device, identity.device);
  QCOMPARE(same.key.publicKey, identity.key.publicKey);
  // The folder is taken away and a copy put in its place.
  std::filesystem::rename(data("one"), data("gone"));
  std::filesystem::create_directories(data("one"));
  Keychain copied(data("one"));
  QVERIFY(DeviceIdentity::load(copied).device != identity.device);
}

void QtNetTest::worksBeforeAnySignIn() {
  EngineDriver driver(options());
  QVERIFY(driver.open().ok());
  const Uuid account = driver.account();
  QCOMPARE(driver.account(), account);
  const auto scope = driver.store().scope(account);
  QVERIFY(scope && !scope->confirmed);
  driver.start();
  QVERIFY(!driver.engine().nextWake());  // nobody signed in: nothing to try
  QVERIFY(!driver.setServer(QUrl(QStringLiteral("http://foyer.example.org"))).ok());
}

void QtNetTest::aServerThatIsNotThereIsOffline() {
  QTcpServer taken;
  QVERIFY(taken.listen(QHostAddress::LocalHost));
  const quint16 port = taken.serverPort();
  taken.close();
  EngineDriver driver(options(port));
  QVERIFY(driver.open().ok());
  std::optional<Result<QJsonObject>> answer;
  driver.auth().login(QStringLiteral("ada@example.org"), QStringLiteral("a long enough password"),
                      [&](Result<QJsonObject> result) { answer.emplace(std::move(result)); });
  QVERIFY(!answer);  // never from inside the call
  QTRY_VERIFY(answer);
  QCOMPARE(answer->error().code, Code::unreachable);
}

void QtNetTest::anAnswerThatNeverEndsIsCutOff() {
  QTcpServer silent;
  QVERIFY(silent.listen(QHostAddress::LocalHost));
  EngineDriver driver(options(silent.serverPort()));
  QVERIFY(driver.open().ok());
  connect(&silent, &QTcpServer::newConnection, this, [&silent] {
    auto* socket = silent.nextPendingConnection();
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
      socket->write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
      const QByteArray block(1 << 20, ' ');
      for (int i = 0; i < 8; ++i) socket->write(block);
    });
  });
  std::optional<Result<QJsonObject>> answer;
  driver.auth().login(QStringLiteral("ada@example.org"), QStringLiteral("a long enough password"),
                      [&](Result<QJsonObject> result) { answer.emplace(std::move(result)); });
  QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000);
  QVERIFY(!*answer);  // too large an answer is cut off
}

QTEST_GUILESS_MAIN(QtNetTest)
#include "qt_net_test.moc"
