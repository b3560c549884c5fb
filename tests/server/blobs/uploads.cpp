// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "crypto/digest.hpp"
#include "raw_client.hpp"
#include "upload_server.hpp"

using foyer::Uuid;
using foyer::server::UploadLimits;
using foyer::test::ask;
using foyer::test::RawAnswer;
using foyer::test::RawClient;
using foyer::test::TempFolder;
using foyer::test::UploadServer;

namespace {

Uuid freshId() { return Uuid::v7(1'750'000'000'000); }

std::string randomBytes(std::size_t size, unsigned seed) {
  std::mt19937 generator(seed);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(generator());
  return out;
}

std::string base64(std::string_view text) { return foyer::toBase64(foyer::asBytes(text)); }
std::string sha256(std::string_view bytes) {
  return foyer::toHex(foyer::crypto::sha256(foyer::asBytes(bytes)));
}

}  // namespace

class TestUploads : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void cleanupTestCase();
  void init();
  void cleanup();

  void storesAndReadsBack();
  void countsBytesBeforeACut();
  void survivesARestart();
  void refusesTheWrongOffset();
  void laterRequestTakesOver();
  void checksPieces();
  void checksTheWholeFile();
  void refusesBadHeaders_data();
  void refusesBadHeaders();
  void refusesStrangers();
  void knowingAHashProvesNothing();
  void expires();
  void ends();
  void limitsOpenUploads();
  void takesAnEmptyFile();
  void finishesWhatAKillInterrupted();
  void serves_data();
  void serves();
  void saysWhatItCan();

 private:
  std::string auth(const Uuid& who) const {
    return "Authorization: Bearer " + who.str() + "\r\nTus-Resumable: 1.0.0\r\n";
  }
  RawAnswer create(std::size_t length, const std::string& moreMetadata = {},
                   const std::string& moreHeaders = {}) {
    return ask(m_server->port(), "POST", "/api/v1/uploads",
               auth(m_account) + "Upload-Length: " + std::to_string(length) + "\r\nUpload-Metadata: scope " +
                   base64(m_scope.str()) + moreMetadata + "\r\n" + moreHeaders);
  }
  std::string patchHead(std::size_t offset, const std::string& more = {}) const {
    return auth(m_account) +
           "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + std::to_string(offset) +
           "\r\n" + more;
  }
  RawAnswer patch(const std::string& url, std::size_t offset, std::string_view bytes,
                  const std::string& more = {}) {
    return ask(m_server->port(), "PATCH", url, patchHead(offset, more), bytes);
  }
  RawAnswer look(const std::string& url) { return ask(m_server->port(), "HEAD", url, auth(m_account)); }
  // Sends the head of a PATCH and only a part of its body.
  void startPatch(RawClient& client, const std::string& url, std::size_t offset, std::size_t length,
                  std::string_view part, const std::string& more = {}) {
    client.send("PATCH " + url + " HTTP/1.1\r\nHost: a\r\n" + patchHead(offset, more) +
                "Content-Length: " + std::to_string(length) + "\r\n\r\n");
    client.send(part);
  }
  std::string store(const std::string& bytes) {
    const std::string url = create(bytes.size()).header("location");
    return patch(url, 0, bytes).header("foyer-blob");
  }
  RawAnswer get(const std::string& name, const std::string& headers = {}) {
    return ask(m_server->port(), "GET", "/api/v1/blobs/" + name + "?scope=" + m_scope.str(),
               auth(m_account) + headers);
  }
  void restart(UploadLimits limits = {}) {
    m_server.reset();
    m_server = std::make_unique<UploadServer>(m_folder->path(), m_database->connection(), limits);
  }
  std::size_t uploadFiles() const {
    const std::filesystem::directory_iterator files(m_folder->path() + "/uploads");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
  }

  std::unique_ptr<TempFolder> m_folder;
  std::unique_ptr<foyer::test::TempDatabase> m_database;
  std::unique_ptr<UploadServer> m_server;
  Uuid m_scope, m_account;
};

// One database for all: each test has a scope, an account and a folder of its own.
void TestUploads::initTestCase() {
  m_database = std::make_unique<foyer::test::TempDatabase>(foyer::test::migratedDatabase());
}

void TestUploads::cleanupTestCase() { m_database.reset(); }

void TestUploads::init() {
  m_folder = std::make_unique<TempFolder>();
  m_scope = freshId();
  m_account = freshId();
  restart();
  m_server->join(m_scope, m_account);
}

void TestUploads::cleanup() {
  m_server.reset();
  m_folder.reset();
}

void TestUploads::storesAndReadsBack() {
  const std::string bytes = randomBytes(3'000'000, 1);
  const auto created =
      create(bytes.size(), ",sha256 " + base64(sha256(bytes)) + ",filename " + base64("a.jpg"));
  QCOMPARE(created.status, 201);
  QCOMPARE(created.header("upload-offset"), "0");
  QVERIFY(!created.header("upload-expires").empty());
  const std::string url = created.header("location");
  const auto first = patch(url, 0, std::string_view(bytes).substr(0, 1'000'000));
  QCOMPARE(first.status, 204);
  QCOMPARE(first.header("upload-offset"), "1000000");
  QCOMPARE(first.header("tus-resumable"), "1.0.0");
  QCOMPARE(first.header("foyer-blob"), "");
  QCOMPARE(get(sha256(bytes)).status, 404);
  const auto second = patch(url, 1'000'000, std::string_view(bytes).substr(1'000'000));
  QCOMPARE(second.status, 204);
  QCOMPARE(second.header("foyer-blob"), sha256(bytes));
  QCOMPARE(look(url).header("upload-offset"), "3000000");
  QCOMPARE(look(url).header("foyer-blob"), sha256(bytes));
  QVERIFY(get(sha256(bytes)).body == bytes);
  QCOMPARE(uploadFiles(), std::size_t{0});
  const Uuid record = foyer::crypto::derivedId(m_scope, "image_files", {sha256(bytes)});
  QCOMPARE(
      m_server->scalar("SELECT count(*) FROM jobs WHERE kind = 'blob' AND payload = '" + record.str() + "'"),
      "1");
  QCOMPARE(patch(url, 3'000'000, "").status, 409);
}

void TestUploads::countsBytesBeforeACut() {
  const std::string bytes = randomBytes(2'000'000, 2);
  const std::string url = create(bytes.size()).header("location");
  std::size_t sent = 0;
  for (const std::size_t cut : {1U, 300'000U, 700'001U}) {
    {
      RawClient client(m_server->port());
      startPatch(client, url, sent, bytes.size() - sent, std::string_view(bytes).substr(sent, cut));
    }
    sent += cut;
    QTRY_COMPARE(look(url).header("upload-offset"), std::to_string(sent));
  }
  QCOMPARE(patch(url, sent, std::string_view(bytes).substr(sent)).header("foyer-blob"), sha256(bytes));
}

void TestUploads::survivesARestart() {
  const std::string bytes = randomBytes(900'000, 3);
  const std::string url = create(bytes.size()).header("location");
  QCOMPARE(patch(url, 0, std::string_view(bytes).substr(0, 500'000)).status, 204);
  restart();
  QCOMPARE(look(url).header("upload-offset"), "500000");
  QCOMPARE(patch(url, 500'000, std::string_view(bytes).substr(500'000)).header("foyer-blob"), sha256(bytes));
}

void TestUploads::refusesTheWrongOffset() {
  const std::string url = create(10).header("location");
  QCOMPARE(patch(url, 0, "abcd").status, 204);
  QCOMPARE(patch(url, 0, "abcd").status, 409);
  QCOMPARE(patch(url, 5, "efgh").status, 409);
  QCOMPARE(look(url).header("upload-offset"), "4");
  QCOMPARE(patch(url, 4, "efghijk").status, 413);
  QCOMPARE(look(url).header("upload-offset"), "4");
  RawClient chunked(m_server->port());
  chunked.send("PATCH " + url + " HTTP/1.1\r\nHost: a\r\n" + patchHead(4) +
               "Transfer-Encoding: chunked\r\n\r\n7\r\nefghijk\r\n0\r\n\r\n");
  QCOMPARE(chunked.receive().status, 413);
  QCOMPARE(look(url).header("upload-offset"), "4");
}

void TestUploads::laterRequestTakesOver() {
  const std::string bytes = randomBytes(1'200'000, 4);
  const std::string url = create(bytes.size()).header("location");
  RawClient stuck(m_server->port());
  startPatch(stuck, url, 0, bytes.size(), std::string_view(bytes).substr(0, 600'000));
  std::size_t safe = 0;  // 256 KiB pieces are written; the stuck connection holds the rest
  QTRY_VERIFY((safe = std::stoul(look(url).header("upload-offset"))) > 0);
  QCOMPARE(patch(url, safe, std::string_view(bytes).substr(safe)).header("foyer-blob"), sha256(bytes));
  stuck.send(std::string_view(bytes).substr(600'000));
  QCOMPARE(stuck.receive().status, 409);
  QVERIFY(get(sha256(bytes)).body == bytes);
}

void TestUploads::checksPieces() {
  const std::string url = create(8).header("location");
  const std::string good =
      "Upload-Checksum: sha1 " + base64(*foyer::fromHex("81fe8bfe87576c3ecb22426f8e57847382917acf")) + "\r\n";
  const auto bad = patch(url, 0, "abcx", good);
  QCOMPARE(bad.status, 460);
  QCOMPARE(bad.header("tus-resumable"), "1.0.0");
  QCOMPARE(look(url).header("upload-offset"), "0");
  QCOMPARE(patch(url, 0, "abcd", good).status, 204);
  {
    RawClient cut(m_server->port());  // half of a piece can't be proved
    startPatch(cut, url, 4, 4, "ef", good);
  }
  QTRY_COMPARE(look(url).header("upload-offset"), "4");
  const auto digest = foyer::crypto::sha256(foyer::asBytes("efgh"));
  const std::string more = "Upload-Checksum: sha256 " + foyer::toBase64(digest) + "\r\n";
  QCOMPARE(patch(url, 4, "wxyz", more).status, 460);
  QCOMPARE(patch(url, 4, "efgh", more).header("foyer-blob"), sha256("abcdefgh"));
  QCOMPARE(
      patch(create(4).header("location"), 0, "abcd", "Upload-Checksum: md5 " + base64("x") + "\r\n").status,
      400);
  QCOMPARE(
      patch(create(4).header("location"), 0, "abcd", "Upload-Checksum: sha1 " + base64("x") + "\r\n").status,
      400);
}

void TestUploads::checksTheWholeFile() {
  const std::string url = create(4, ",sha256 " + base64(sha256("abcd"))).header("location");
  QCOMPARE(patch(url, 0, "abcx").status, 460);
  QCOMPARE(look(url).status, 404);
  QCOMPARE(uploadFiles(), std::size_t{0});
  QCOMPARE(m_server->scalar("SELECT count(*) FROM scope_blobs WHERE scope_id = '" + m_scope.str() + "'"),
           "0");
}

void TestUploads::refusesBadHeaders_data() {
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

void TestUploads::refusesBadHeaders() {
  QFETCH(QByteArray, headers);
  QFETCH(int, status);
  headers.replace("SCOPE", QByteArray::fromStdString(base64(m_scope.str())));
  headers.replace("OTHER", QByteArray::fromStdString(base64(freshId().str())));
  const auto answer = ask(m_server->port(), "POST", "/api/v1/uploads",
                          "Authorization: Bearer " + m_account.str() + "\r\n" + headers.toStdString());
  QCOMPARE(answer.status, status);
  QCOMPARE(answer.header("tus-resumable"), "1.0.0");
  if (status != 201) QCOMPARE(uploadFiles(), std::size_t{0});
}

void TestUploads::refusesStrangers() {
  const std::string url = create(4).header("location");
  const Uuid stranger = freshId(), member = freshId(), reader = freshId();
  m_server->join(m_scope, member);
  m_server->join(m_scope, reader, "reader");
  for (const Uuid& who : {stranger, member, reader}) {
    QCOMPARE(ask(m_server->port(), "HEAD", url, auth(who)).status, 404);
    QCOMPARE(ask(m_server->port(), "DELETE", url, auth(who)).status, 404);
  }
  QCOMPARE(ask(m_server->port(), "HEAD", url, "Tus-Resumable: 1.0.0\r\n").status, 401);
  QCOMPARE(look("/api/v1/uploads/" + m_scope.str() + "." + freshId().str()).status, 404);
  QCOMPARE(look("/api/v1/uploads/nonsense").status, 404);
  const auto denied =
      ask(m_server->port(), "POST", "/api/v1/uploads",
          auth(reader) + "Upload-Length: 4\r\nUpload-Metadata: scope " + base64(m_scope.str()) + "\r\n");
  QCOMPARE(denied.status, 403);
}

void TestUploads::knowingAHashProvesNothing() {
  const std::string name = store("the bytes");
  const Uuid other = freshId(), otherAccount = freshId();
  m_server->join(other, otherAccount);
  const auto read = [&](const Uuid& who, const Uuid& scope) {
    return ask(m_server->port(), "GET", "/api/v1/blobs/" + name + "?scope=" + scope.str(), auth(who)).status;
  };
  QCOMPARE(read(m_account, m_scope), 200);
  QCOMPARE(read(otherAccount, m_scope), 404);
  QCOMPARE(read(otherAccount, other), 404);
  QCOMPARE(read(m_account, other), 404);
  m_server->join(m_scope, otherAccount);
  QCOMPARE(read(otherAccount, m_scope), 200);
  QCOMPARE(get(sha256("others")).status, 404);
  QCOMPARE(get("..%2f..%2fetc").status, 404);
  QCOMPARE(ask(m_server->port(), "GET", "/api/v1/blobs/" + name, auth(m_account)).status, 422);
}

void TestUploads::expires() {
  const std::string url = create(8).header("location");
  m_server->clock.advance(6LL * 24 * 3600 * 1000);
  QCOMPARE(patch(url, 0, "abcd").status, 204);  // life in it: the week begins anew
  m_server->clock.advance(6LL * 24 * 3600 * 1000);
  QCOMPARE(look(url).status, 200);
  m_server->uploads().removeExpired();
  QCOMPARE(uploadFiles(), std::size_t{1});
  m_server->clock.advance(2LL * 24 * 3600 * 1000);
  QCOMPARE(look(url).status, 410);
  QCOMPARE(patch(url, 4, "efgh").status, 410);
  QCOMPARE(uploadFiles(), std::size_t{1});
  QVERIFY(m_server->uploads().removeExpired() >= 1);  // other tests' too
  QCOMPARE(uploadFiles(), std::size_t{0});
  QCOMPARE(look(url).status, 404);
}

void TestUploads::ends() {
  const std::string url = create(8).header("location");
  QCOMPARE(patch(url, 0, "abcd").status, 204);
  QCOMPARE(ask(m_server->port(), "DELETE", url, auth(m_account)).status, 204);
  QCOMPARE(uploadFiles(), std::size_t{0});
  QCOMPARE(look(url).status, 404);
  QCOMPARE(ask(m_server->port(), "DELETE", url, auth(m_account)).status, 404);
}

void TestUploads::limitsOpenUploads() {
  UploadLimits limits;
  limits.maxOpen = 2;
  restart(limits);
  const std::string url = create(4).header("location");
  QCOMPARE(create(4).status, 201);
  QCOMPARE(create(4).status, 429);
  QCOMPARE(uploadFiles(), std::size_t{2});
  QCOMPARE(patch(url, 0, "abcd").status, 204);
  QCOMPARE(create(4).status, 201);
}

void TestUploads::takesAnEmptyFile() {
  const auto created = create(0);
  QCOMPARE(created.status, 201);
  QCOMPARE(created.header("foyer-blob"), sha256(""));
  const auto answer = get(sha256(""));
  QCOMPARE(answer.status, 200);
  QCOMPARE(answer.header("content-length"), "0");
}

// The process was killed after the last bytes and before anything was recorded.
void TestUploads::finishesWhatAKillInterrupted() {
  const std::string url = create(4).header("location");
  QCOMPARE(patch(url, 0, "ab").status, 204);
  const auto id = url.substr(url.rfind('.') + 1);
  FILE* file = std::fopen((m_folder->path() + "/uploads/" + id).c_str(), "a");
  std::fputs("cd", file);
  std::fclose(file);
  restart();
  QCOMPARE(look(url).header("foyer-blob"), sha256("abcd"));
  QCOMPARE(get(sha256("abcd")).body, "abcd");
}

void TestUploads::serves_data() {
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

void TestUploads::serves() {
  QFETCH(QByteArray, headers);
  QFETCH(int, status);
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, range);
  const std::string name = store("0123456789");
  headers.replace("ETAG", QByteArray::fromStdString("\"" + name + "\""));
  if (!headers.isEmpty()) headers += "\r\n";
  const auto answer = get(name, headers.toStdString());
  QCOMPARE(answer.status, status);
  QCOMPARE(answer.header("content-range"), range.toStdString());
  if (!body.isNull()) QCOMPARE(answer.body, body.toStdString());
  if (status == 200) QCOMPARE(answer.header("etag"), "\"" + name + "\"");
}

void TestUploads::saysWhatItCan() {
  const auto answer = ask(m_server->port(), "OPTIONS", "/api/v1/uploads");
  QCOMPARE(answer.status, 204);
  QCOMPARE(answer.header("tus-version"), "1.0.0");
  QCOMPARE(answer.header("tus-extension"), "creation,checksum,expiration,termination");
  QCOMPARE(answer.header("tus-checksum-algorithm"), "sha1,sha256");
}

QTEST_GUILESS_MAIN(TestUploads)
#include "uploads.moc"
