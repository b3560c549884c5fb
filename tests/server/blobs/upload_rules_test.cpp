// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "upload_desk.hpp"

using foyer::Uuid;
using foyer::server::UploadLimits;
using foyer::test::ask;
using foyer::test::base64;
using foyer::test::freshId;
using foyer::test::sha256;
using foyer::test::UploadDesk;

/// Who may upload, how much and for how long.
class TestUploadRules : public QObject {
  Q_OBJECT
 private slots:
  void init() { m_desk = std::make_unique<UploadDesk>(); }
  void cleanup() { m_desk.reset(); }

  void refusesBadHeaders_data();
  void refusesBadHeaders();
  void refusesStrangers();
  void expires();
  void ends();
  void limitsOpenUploads();
  void law9_filesBeyondTheQuotaAreRefused();
  void saysWhatItCan();

 private:
  std::unique_ptr<UploadDesk> m_desk;
};

void TestUploadRules::refusesBadHeaders_data() {
  QTest::addColumn<QByteArray>("headers");
  QTest::addColumn<int>("status");
  const auto row = [](const char* name, int status, const QByteArray& headers) {
    QTest::newRow(name) << headers << status;
  };
  const QByteArray tus = "Tus-Resumable: 1.0.0\r\n", scope = "Upload-Metadata: scope SCOPE\r\n";
  row("good", 201, tus + scope + "Upload-Length: 4\r\n");
  row("no version", 412, scope + "Upload-Length: 4\r\n");
  row("other version", 412, "Tus-Resumable: 0.2.2\r\n" + scope + "Upload-Length: 4\r\n");
  row("no length", 400, tus + scope);
  row("bad length", 400, tus + scope + "Upload-Length: -4\r\n");
  row("long length", 400, tus + scope + "Upload-Length: 99999999999999999999\r\n");
  row("deferred length", 415, tus + scope + "Upload-Defer-Length: 1\r\n");
  row("too large", 413, tus + scope + "Upload-Length: 99999999999999\r\n");
  row("no metadata", 422, tus + "Upload-Length: 4\r\n");
  row("no base64", 400, tus + "Upload-Length: 4\r\nUpload-Metadata: scope ***\r\n");
  row("doubled key", 400, tus + "Upload-Length: 4\r\nUpload-Metadata: a YQ==,a YQ==\r\n");
  row("no scope id", 400, tus + "Upload-Length: 4\r\nUpload-Metadata: scope YQ==\r\n");
  row("bad hash", 400, tus + "Upload-Length: 4\r\nUpload-Metadata: scope SCOPE,sha256 YQ==\r\n");
  row("other scope", 403, tus + "Upload-Length: 4\r\nUpload-Metadata: scope OTHER\r\n");
}

void TestUploadRules::refusesBadHeaders() {
  QFETCH(QByteArray, headers);
  QFETCH(int, status);
  headers.replace("SCOPE", QByteArray::fromStdString(base64(m_desk->scope.str())));
  headers.replace("OTHER", QByteArray::fromStdString(base64(freshId().str())));
  const auto answer = ask(m_desk->server->port(), "POST", "/api/v1/uploads",
                          "Authorization: Bearer " + m_desk->account.str() + "\r\n" + headers.toStdString());
  QCOMPARE(answer.status, status);
  QCOMPARE(answer.header("tus-resumable"), "1.0.0");
  if (status != 201) QCOMPARE(m_desk->uploadFiles(), std::size_t{0});
}

void TestUploadRules::refusesStrangers() {
  const std::string url = m_desk->create(4).header("location");
  const Uuid stranger = freshId(), member = freshId(), reader = freshId();
  m_desk->server->join(m_desk->scope, member);
  m_desk->server->join(m_desk->scope, reader, "reader");
  for (const Uuid& who : {stranger, member, reader}) {
    QCOMPARE(ask(m_desk->server->port(), "HEAD", url, m_desk->auth(who)).status, 404);
    QCOMPARE(ask(m_desk->server->port(), "DELETE", url, m_desk->auth(who)).status, 404);
  }
  QCOMPARE(ask(m_desk->server->port(), "HEAD", url, "Tus-Resumable: 1.0.0\r\n").status, 401);
  QCOMPARE(m_desk->look("/api/v1/uploads/" + m_desk->scope.str() + "." + freshId().str()).status, 404);
  QCOMPARE(m_desk->look("/api/v1/uploads/nonsense").status, 404);
  const auto denied = ask(m_desk->server->port(), "POST", "/api/v1/uploads",
                          m_desk->auth(reader) + "Upload-Length: 4\r\nUpload-Metadata: scope " +
                              base64(m_desk->scope.str()) + "\r\n");
  QCOMPARE(denied.status, 403);
}

void TestUploadRules::expires() {
  const std::string url = m_desk->create(8).header("location");
  m_desk->server->clock.advance(6LL * 24 * 3600 * 1000);
  QCOMPARE(m_desk->patch(url, 0, "abcd").status, 204);  // life in it: the week begins anew
  m_desk->server->clock.advance(6LL * 24 * 3600 * 1000);
  QCOMPARE(m_desk->look(url).status, 200);
  m_desk->server->uploads().removeExpired();
  QCOMPARE(m_desk->uploadFiles(), std::size_t{1});
  m_desk->server->clock.advance(2LL * 24 * 3600 * 1000);
  QCOMPARE(m_desk->look(url).status, 410);
  QCOMPARE(m_desk->patch(url, 4, "efgh").status, 410);
  QCOMPARE(m_desk->uploadFiles(), std::size_t{1});
  QVERIFY(m_desk->server->uploads().removeExpired() >= 1);  // other tests' too
  QCOMPARE(m_desk->uploadFiles(), std::size_t{0});
  QCOMPARE(m_desk->look(url).status, 404);
}

void TestUploadRules::ends() {
  const std::string url = m_desk->create(8).header("location");
  QCOMPARE(m_desk->patch(url, 0, "abcd").status, 204);
  QCOMPARE(ask(m_desk->server->port(), "DELETE", url, m_desk->auth(m_desk->account)).status, 204);
  QCOMPARE(m_desk->uploadFiles(), std::size_t{0});
  QCOMPARE(m_desk->look(url).status, 404);
  QCOMPARE(ask(m_desk->server->port(), "DELETE", url, m_desk->auth(m_desk->account)).status, 404);
}

void TestUploadRules::limitsOpenUploads() {
  UploadLimits limits;
  limits.maxOpen = 2;
  m_desk->restart(limits);
  const std::string url = m_desk->create(4).header("location");
  QCOMPARE(m_desk->create(4).status, 201);
  QCOMPARE(m_desk->create(4).status, 429);
  QCOMPARE(m_desk->uploadFiles(), std::size_t{2});
  QCOMPARE(m_desk->patch(url, 0, "abcd").status, 204);
  QCOMPARE(m_desk->create(4).status, 201);
}

void TestUploadRules::law9_filesBeyondTheQuotaAreRefused() {
  m_desk->restart({.maxScopeBytes = 1000});
  QVERIFY(!m_desk->store(std::string(400, 'q')).empty());
  QCOMPARE(m_desk->create(500).status, 201);  // begun: counted
  const auto refused = m_desk->create(101);
  QCOMPARE(refused.status, 403);
  QVERIFY2(refused.body.find("quota_exceeded") != std::string::npos, refused.body.c_str());
  QCOMPARE(m_desk->create(100).status, 201);
}

void TestUploadRules::saysWhatItCan() {
  const auto answer = ask(m_desk->server->port(), "OPTIONS", "/api/v1/uploads");
  QCOMPARE(answer.status, 204);
  QCOMPARE(answer.header("tus-version"), "1.0.0");
  QCOMPARE(answer.header("tus-extension"), "creation,checksum,expiration,termination");
  QCOMPARE(answer.header("tus-checksum-algorithm"), "sha1,sha256");
}

QTEST_GUILESS_MAIN(TestUploadRules)
#include "upload_rules_test.moc"
