// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "upload_desk.hpp"

using foyer::Uuid;
using foyer::test::ask;
using foyer::test::freshId;
using foyer::test::sha256;
using foyer::test::UploadDesk;

/// Law 14: bytes are read by members of a scope that has them, whole or in ranges.
class TestBlobDownload : public QObject {
  Q_OBJECT
 private slots:
  void init() { m_desk = std::make_unique<UploadDesk>(); }
  void cleanup() { m_desk.reset(); }

  void knowingAHashProvesNothing();
  void law12_aRemovedMemberWhoRemembersAHashGetsNothing();
  void serves_data();
  void serves();

 private:
  std::unique_ptr<UploadDesk> m_desk;
};

void TestBlobDownload::knowingAHashProvesNothing() {
  const std::string name = m_desk->store("the bytes");
  const Uuid other = freshId(), otherAccount = freshId();
  m_desk->server->join(other, otherAccount);
  const auto read = [&](const Uuid& who, const Uuid& scope) {
    return ask(m_desk->server->port(), "GET", "/api/v1/blobs/" + name + "?scope=" + scope.str(),
               m_desk->auth(who))
        .status;
  };
  QCOMPARE(read(m_desk->account, m_desk->scope), 200);
  QCOMPARE(read(otherAccount, m_desk->scope), 404);
  QCOMPARE(read(otherAccount, other), 404);
  QCOMPARE(read(m_desk->account, other), 404);
  m_desk->server->join(m_desk->scope, otherAccount);
  QCOMPARE(read(otherAccount, m_desk->scope), 200);
  QCOMPARE(m_desk->get(sha256("others")).status, 404);
  QCOMPARE(m_desk->get("..%2f..%2fetc").status, 404);
  QCOMPARE(ask(m_desk->server->port(), "GET", "/api/v1/blobs/" + name, m_desk->auth(m_desk->account)).status,
           422);
}

void TestBlobDownload::law12_aRemovedMemberWhoRemembersAHashGetsNothing() {
  const std::string name = m_desk->store("a picture of the family");
  const Uuid removed = freshId(), own = freshId();
  m_desk->server->join(m_desk->scope, removed);
  m_desk->server->join(own, removed);
  const auto read = [&](const Uuid& scope, const std::string& more = {}) {
    return ask(m_desk->server->port(), "GET", "/api/v1/blobs/" + name + "?scope=" + scope.str(),
               m_desk->auth(removed) + more);
  };
  QCOMPARE(read(m_desk->scope).status, 200);
  m_desk->server->leave(m_desk->scope, removed);
  for (const char* more : {"", "Range: bytes=0-3\r\n", "If-None-Match: \"x\"\r\n"}) {
    const auto answer = read(m_desk->scope, more);
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.body.find("picture") == std::string::npos);
    QCOMPARE(read(own, more).status, 404);
  }
}

void TestBlobDownload::serves_data() {
  QTest::addColumn<QByteArray>("headers");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("range");
  const auto row = [](const char* headers, int status, const char* body, const char* range) {
    QTest::newRow(headers) << QByteArray(headers) << status << QByteArray(body) << QByteArray(range);
  };
  row("", 200, "0123456789", "");
  row("Range: bytes=2-4", 206, "234", "bytes 2-4/10");
  row("Range: bytes=0-0", 206, "0", "bytes 0-0/10");
  row("Range: bytes=7-", 206, "789", "bytes 7-9/10");
  row("Range: bytes=7-99", 206, "789", "bytes 7-9/10");
  row("Range: bytes=-3", 206, "789", "bytes 7-9/10");
  row("Range: bytes=-99", 206, "0123456789", "bytes 0-9/10");
  row("Range: bytes=10-", 416, nullptr, "bytes */10");
  row("Range: bytes=-0", 416, nullptr, "bytes */10");
  row("Range: bytes=5-2", 200, "0123456789", "");
  row("Range: bytes=1-2,4-5", 200, "0123456789", "");
  row("Range: bytes=x-", 200, "0123456789", "");
  row("Range: lines=1-2", 200, "0123456789", "");
  row("If-None-Match: ETAG", 304, "", "");
  row("If-None-Match: \"x\", W/ETAG", 304, "", "");
  row("If-None-Match: \"x\"", 200, "0123456789", "");
  row("If-Range: ETAG\r\nRange: bytes=2-4", 206, "234", "bytes 2-4/10");
  row("If-Range: \"x\"\r\nRange: bytes=2-4", 200, "0123456789", "");
}

void TestBlobDownload::serves() {
  QFETCH(QByteArray, headers);
  QFETCH(int, status);
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, range);
  const std::string name = m_desk->store("0123456789");
  headers.replace("ETAG", QByteArray::fromStdString("\"" + name + "\""));
  if (!headers.isEmpty()) headers += "\r\n";
  const auto answer = m_desk->get(name, headers.toStdString());
  QCOMPARE(answer.status, status);
  QCOMPARE(answer.header("content-range"), range.toStdString());
  if (!body.isNull()) QCOMPARE(answer.body, body.toStdString());
  if (status == 200) QCOMPARE(answer.header("etag"), "\"" + name + "\"");
}

QTEST_GUILESS_MAIN(TestBlobDownload)
#include "blob_download_test.moc"
