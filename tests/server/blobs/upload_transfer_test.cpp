// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "crypto/digest.hpp"
#include "upload_desk.hpp"

using foyer::Uuid;
using foyer::test::base64;
using foyer::test::randomBytes;
using foyer::test::RawClient;
using foyer::test::sha256;
using foyer::test::UploadDesk;

/// Bytes go up: cuts, restarts, offsets, checksums.
class TestUploadTransfer : public QObject {
  Q_OBJECT
 private slots:
  void init() { m_desk = std::make_unique<UploadDesk>(); }
  void cleanup() { m_desk.reset(); }

  void storesAndReadsBack();
  void countsBytesBeforeACut();
  void survivesARestart();
  void refusesTheWrongOffset();
  void laterRequestTakesOver();
  void checksPieces();
  void checksTheWholeFile();
  void takesAnEmptyFile();
  void finishesWhatAKillInterrupted();

 private:
  std::unique_ptr<UploadDesk> m_desk;
};

void TestUploadTransfer::storesAndReadsBack() {
  const std::string bytes = randomBytes(3'000'000, 1);
  const auto created =
      m_desk->create(bytes.size(), ",sha256 " + base64(sha256(bytes)) + ",filename " + base64("a.jpg"));
  QCOMPARE(created.status, 201);
  QCOMPARE(created.header("upload-offset"), "0");
  QVERIFY(!created.header("upload-expires").empty());
  const std::string url = created.header("location");
  const auto first = m_desk->patch(url, 0, std::string_view(bytes).substr(0, 1'000'000));
  QCOMPARE(first.status, 204);
  QCOMPARE(first.header("upload-offset"), "1000000");
  QCOMPARE(first.header("tus-resumable"), "1.0.0");
  QCOMPARE(first.header("foyer-blob"), "");
  QCOMPARE(m_desk->get(sha256(bytes)).status, 404);
  const auto second = m_desk->patch(url, 1'000'000, std::string_view(bytes).substr(1'000'000));
  QCOMPARE(second.status, 204);
  QCOMPARE(second.header("foyer-blob"), sha256(bytes));
  QCOMPARE(m_desk->look(url).header("upload-offset"), "3000000");
  QCOMPARE(m_desk->look(url).header("foyer-blob"), sha256(bytes));
  QVERIFY(m_desk->get(sha256(bytes)).body == bytes);
  QCOMPARE(m_desk->uploadFiles(), std::size_t{0});
  const Uuid record = foyer::crypto::derivedId(m_desk->scope, "image_files", {sha256(bytes)});
  QCOMPARE(m_desk->server->scalar("SELECT count(*) FROM jobs WHERE kind = 'blob' AND payload = '" +
                                  record.str() + "'"),
           "1");
  QCOMPARE(m_desk->patch(url, 3'000'000, "").status, 409);
}

void TestUploadTransfer::countsBytesBeforeACut() {
  const std::string bytes = randomBytes(2'000'000, 2);
  const std::string url = m_desk->create(bytes.size()).header("location");
  std::size_t sent = 0;
  for (const std::size_t cut : {1U, 300'000U, 700'001U}) {
    {
      RawClient client(m_desk->server->port());
      m_desk->startPatch(client, url, sent, bytes.size() - sent, std::string_view(bytes).substr(sent, cut));
    }
    sent += cut;
    QTRY_COMPARE(m_desk->look(url).header("upload-offset"), std::to_string(sent));
  }
  QCOMPARE(m_desk->patch(url, sent, std::string_view(bytes).substr(sent)).header("foyer-blob"),
           sha256(bytes));
}

void TestUploadTransfer::survivesARestart() {
  const std::string bytes = randomBytes(900'000, 3);
  const std::string url = m_desk->create(bytes.size()).header("location");
  QCOMPARE(m_desk->patch(url, 0, std::string_view(bytes).substr(0, 500'000)).status, 204);
  m_desk->restart();
  QCOMPARE(m_desk->look(url).header("upload-offset"), "500000");
  QCOMPARE(m_desk->patch(url, 500'000, std::string_view(bytes).substr(500'000)).header("foyer-blob"),
           sha256(bytes));
}

void TestUploadTransfer::refusesTheWrongOffset() {
  const std::string url = m_desk->create(10).header("location");
  QCOMPARE(m_desk->patch(url, 0, "abcd").status, 204);
  QCOMPARE(m_desk->patch(url, 0, "abcd").status, 409);
  QCOMPARE(m_desk->patch(url, 5, "efgh").status, 409);
  QCOMPARE(m_desk->look(url).header("upload-offset"), "4");
  QCOMPARE(m_desk->patch(url, 4, "efghijk").status, 413);
  QCOMPARE(m_desk->look(url).header("upload-offset"), "4");
  RawClient chunked(m_desk->server->port());
  chunked.send("PATCH " + url + " HTTP/1.1\r\nHost: a\r\n" + m_desk->patchHead(4) +
               "Transfer-Encoding: chunked\r\n\r\n7\r\nefghijk\r\n0\r\n\r\n");
  QCOMPARE(chunked.receive().status, 413);
  QCOMPARE(m_desk->look(url).header("upload-offset"), "4");
}

void TestUploadTransfer::laterRequestTakesOver() {
  const std::string bytes = randomBytes(1'200'000, 4);
  const std::string url = m_desk->create(bytes.size()).header("location");
  RawClient stuck(m_desk->server->port());
  m_desk->startPatch(stuck, url, 0, bytes.size(), std::string_view(bytes).substr(0, 600'000));
  std::size_t safe = 0;  // 256 KiB pieces are written; the stuck connection holds the rest
  QTRY_VERIFY((safe = std::stoul(m_desk->look(url).header("upload-offset"))) > 0);
  QCOMPARE(m_desk->patch(url, safe, std::string_view(bytes).substr(safe)).header("foyer-blob"),
           sha256(bytes));
  stuck.send(std::string_view(bytes).substr(600'000));
  QCOMPARE(stuck.receive().status, 409);
  QVERIFY(m_desk->get(sha256(bytes)).body == bytes);
}

void TestUploadTransfer::checksPieces() {
  const std::string url = m_desk->create(8).header("location");
  const std::string good =
      "Upload-Checksum: sha1 " + base64(*foyer::fromHex("81fe8bfe87576c3ecb22426f8e57847382917acf")) + "\r\n";
  const auto bad = m_desk->patch(url, 0, "abcx", good);
  QCOMPARE(bad.status, 460);
  QCOMPARE(bad.header("tus-resumable"), "1.0.0");
  QCOMPARE(m_desk->look(url).header("upload-offset"), "0");
  QCOMPARE(m_desk->patch(url, 0, "abcd", good).status, 204);
  {
    RawClient cut(m_desk->server->port());  // half of a piece can't be proved
    m_desk->startPatch(cut, url, 4, 4, "ef", good);
  }
  QTRY_COMPARE(m_desk->look(url).header("upload-offset"), "4");
  const auto digest = foyer::crypto::sha256(foyer::asBytes("efgh"));
  const std::string more = "Upload-Checksum: sha256 " + foyer::toBase64(digest) + "\r\n";
  QCOMPARE(m_desk->patch(url, 4, "wxyz", more).status, 460);
  QCOMPARE(m_desk->patch(url, 4, "efgh", more).header("foyer-blob"), sha256("abcdefgh"));
  QCOMPARE(m_desk
               ->patch(m_desk->create(4).header("location"), 0, "abcd",
                       "Upload-Checksum: md5 " + base64("x") + "\r\n")
               .status,
           400);
  QCOMPARE(m_desk
               ->patch(m_desk->create(4).header("location"), 0, "abcd",
                       "Upload-Checksum: sha1 " + base64("x") + "\r\n")
               .status,
           400);
}

void TestUploadTransfer::checksTheWholeFile() {
  const std::string url = m_desk->create(4, ",sha256 " + base64(sha256("abcd"))).header("location");
  QCOMPARE(m_desk->patch(url, 0, "abcx").status, 460);
  QCOMPARE(m_desk->look(url).status, 404);
  QCOMPARE(m_desk->uploadFiles(), std::size_t{0});
  QCOMPARE(m_desk->server->scalar("SELECT count(*) FROM scope_blobs WHERE scope_id = '" +
                                  m_desk->scope.str() + "'"),
           "0");
}

void TestUploadTransfer::takesAnEmptyFile() {
  const auto created = m_desk->create(0);
  QCOMPARE(created.status, 201);
  QCOMPARE(created.header("foyer-blob"), sha256(""));
  const auto answer = m_desk->get(sha256(""));
  QCOMPARE(answer.status, 200);
  QCOMPARE(answer.header("content-length"), "0");
}

// The process was killed after the last bytes and before anything was recorded.
void TestUploadTransfer::finishesWhatAKillInterrupted() {
  const std::string url = m_desk->create(4).header("location");
  QCOMPARE(m_desk->patch(url, 0, "ab").status, 204);
  const auto id = url.substr(url.rfind('.') + 1);
  FILE* file = std::fopen((m_desk->folder.path() + "/uploads/" + id).c_str(), "a");
  std::fputs("cd", file);
  std::fclose(file);
  m_desk->restart();
  QCOMPARE(m_desk->look(url).header("foyer-blob"), sha256("abcd"));
  QCOMPARE(m_desk->get(sha256("abcd")).body, "abcd");
}

QTEST_GUILESS_MAIN(TestUploadTransfer)
#include "upload_transfer_test.moc"
