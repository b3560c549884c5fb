// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "raw_client.hpp"
#include "test_app.hpp"

using foyer::test::RawClient;
using foyer::test::TestApp;

namespace {
const QByteArray kHost = "Host: a\r\n";
QByteArray get(const QByteArray& headers) { return "GET /hello HTTP/1.1\r\n" + headers + "\r\n"; }
QByteArray post(const QByteArray& headers, const QByteArray& body) {
  return "POST /raw HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\n" + headers + "\r\n" +
         body;
}
// With its NULs.
template <std::size_t N>
QByteArray literal(const char (&text)[N]) {
  return {text, N - 1};
}
QByteArray repeated(const QByteArray& line, int times) {
  QByteArray out;
  for (int i = 0; i < times; ++i) out += line;
  return out;
}
}  // namespace

/// Each line is one message as it comes over the wire and the status it must get.
class TestBadMessages : public QObject {
  Q_OBJECT
 private slots:
  void answers_data();
  void answers();
  void survivesRandomBytes();

 private:
  TestApp m_app;
};

void TestBadMessages::answers_data() {
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<int>("status");
  const auto row = [](const char* name, int status, const QByteArray& message) {
    QTest::newRow(name) << message << status;
  };
  row("good", 200, get(kHost));
  row("good http/1.0 without host", 200, "GET /hello HTTP/1.0\r\n\r\n");
  row("good length", 200, post("Content-Length: 3\r\n", "abc"));
  row("good chunks", 200, post("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"));
  row("garbage", 400, "\x16\x03\x01\x02\x01\x01\xfc\r\n\r\n");
  row("empty first line", 400, "\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("bare LF", 400, "GET /hello HTTP/1.1\nHost: a\n\n");
  row("bare CR", 400, get("Host: a\r\nX: a\rb\r\n"));
  row("NUL in header", 400, get(literal("Host: a\r\nX: a\0b\r\n")));
  row("NUL in target", 400, literal("GET /he\0lo HTTP/1.1\r\nHost: a\r\n\r\n"));
  row("control character in header", 400, get("Host: a\r\nX: a\x01z\r\n"));
  row("escape in header", 400, get("Host: a\r\nX: \x1b[31m\r\n"));
  row("no host", 400, get(""));
  row("two hosts", 400, get("Host: a\r\nHost: a\r\n"));
  row("host with a blank", 400, get("Host: a b\r\n"));
  row("host with a path", 400, get("Host: a/b\r\n"));
  row("empty host", 400, get("Host:\r\n"));
  row("blank before colon", 400, get("Host: a\r\nX : b\r\n"));
  row("host with blank before colon", 400, get("Host : a\r\n"));
  row("folded line", 400, get("Host: a\r\nX: a\r\n b\r\n"));
  row("folded first line", 400, get(" X: a\r\nHost: a\r\n"));
  row("no colon", 400, get("Host: a\r\nnothing\r\n"));
  row("no name", 400, get("Host: a\r\n: x\r\n"));
  row("name with quotes", 400, get("Host: a\r\nX\"y: x\r\n"));
  row("name beyond ASCII", 400, get("Host: a\r\nX\xc3\xa9: x\r\n"));
  row("length and coding", 400, post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
  row("two lengths", 400, post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"));
  row("two equal lengths", 400, post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"));
  row("length list", 400, post("Content-Length: 3, 3\r\n", "abc"));
  row("length with sign", 400, post("Content-Length: +3\r\n", "abc"));
  row("negative length", 400, post("Content-Length: -1\r\n", "abc"));
  row("hex length", 400, post("Content-Length: 0x3\r\n", "abc"));
  row("empty length", 400, post("Content-Length:\r\n", "abc"));
  row("length beyond 64 bits", 400, post("Content-Length: 99999999999999999999\r\n", "abc"));
  row("two codings", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
  row("coding list", 501, post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"));
  row("chunked twice", 501, post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"));
  row("unknown coding", 501, post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"));
  row("coding with tab before", 200, post("Transfer-Encoding:\tchunked\r\n", "3\r\nabc\r\n0\r\n\r\n"));
  row("coding in http/1.0", 400,
      "POST /raw HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
  row("chunk extension", 400, post("Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n0\r\n\r\n"));
  row("bad chunk extension", 400, post("Transfer-Encoding: chunked\r\n", "3;\n\r\nabc\r\n0\r\n\r\n"));
  row("chunk size with sign", 400, post("Transfer-Encoding: chunked\r\n", "+3\r\nabc\r\n0\r\n\r\n"));
  row("chunk size not hex", 400, post("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n"));
  row("chunk size with blank", 400, post("Transfer-Encoding: chunked\r\n", "3 \r\nabc\r\n0\r\n\r\n"));
  row("chunk size too large", 413, post("Transfer-Encoding: chunked\r\n", "fffffffffff\r\nabc\r\n0\r\n\r\n"));
  row("chunk size overflow", 400,
      post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nabc\r\n0\r\n\r\n"));
  row("chunk without end", 400, post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n"));
  row("trailer", 400, post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\nHost: b\r\n\r\n"));
  row("body too large", 413, post("Content-Length: 300001\r\n", ""));
  row("body where none belongs", 400, "GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
  row("encoded body", 415, post("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc"));
  row("other content type", 415,
      "POST /raw HTTP/1.1\r\nHost: a\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\nabc");
  row("unknown method", 501, "BREW /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("lower-case method", 501, "get /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("method with bad character", 400, "G(T /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("http/2", 505, "GET /hello HTTP/2.0\r\nHost: a\r\n\r\n");
  row("http/0.9", 400, "GET /hello\r\n\r\n");
  row("wrong version", 400, "GET /hello HTTX/1.1\r\nHost: a\r\n\r\n");
  row("lower-case version", 400, "GET /hello http/1.1\r\nHost: a\r\n\r\n");
  row("two blanks", 400, "GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("tab for blank", 400, "GET\t/hello\tHTTP/1.1\r\nHost: a\r\n\r\n");
  row("blank in target", 400, "GET /hel lo HTTP/1.1\r\nHost: a\r\n\r\n");
  row("absolute target", 400, "GET http://a/hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("asterisk target", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
  row("fragment", 400, "GET /hello#x HTTP/1.1\r\nHost: a\r\n\r\n");
  row("raw UTF-8 in target", 400, "GET /h\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n");
  row("half an escape", 400, "GET /things/%4 HTTP/1.1\r\nHost: a\r\n\r\n");
  row("escaped NUL", 400, "GET /things/%00 HTTP/1.1\r\nHost: a\r\n\r\n");
  row("escaped line end", 400, "GET /things/a%0d%0ab HTTP/1.1\r\nHost: a\r\n\r\n");
  row("escaped bad UTF-8", 400, "GET /things/%ff HTTP/1.1\r\nHost: a\r\n\r\n");
  row("overlong UTF-8", 400, "GET /things/%c0%af HTTP/1.1\r\nHost: a\r\n\r\n");
  row("long request line", 414, "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n");
  row("endless request line", 414, "GET /" + QByteArray(9000, 'a'));
  row("too many headers", 431, get(kHost + repeated("X: y\r\n", 101)));
  row("headers too large", 431, get(kHost + repeated("X: " + QByteArray(1000, 'y') + "\r\n", 40)));
  row("endless header", 431, "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(40'000, 'y'));
  row("unknown expectation", 417, post("Expect: 200-ok\r\nContent-Length: 3\r\n", "abc"));
  row("good expectation", 200, post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc"));
  row("odd request id", 400, get("Host: a\r\nX-Request-ID: <script>alert(1)\r\n"));
  row("short request id", 400, get("Host: a\r\nX-Request-ID: abc\r\n"));
  row("two authorizations", 400, get("Host: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n"));
  row("no such path", 404, "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
  row("dots", 404, "GET /../hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("method not there", 405, "DELETE /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  row("unknown query", 400, "GET /query?wort=x HTTP/1.1\r\nHost: a\r\n\r\n");
  row("doubled query", 422, "GET /query?word=x&word=y HTTP/1.1\r\nHost: a\r\n\r\n");
  row("long query", 422, "GET /query?word=123456 HTTP/1.1\r\nHost: a\r\n\r\n");
  row("query not a number", 422, "GET /query?n=x HTTP/1.1\r\nHost: a\r\n\r\n");
  row("websocket where none is", 400,
      get("Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
  row("frames before the answer", 400,
      "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
      "13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\x81\x82"
      "1234hi");
  row("websocket with a body", 400,
      "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: "
      "2\r\n\r\nhi");
  row("plain request to a websocket", 426, "GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
}

void TestBadMessages::answers() {
  QFETCH(QByteArray, message);
  QFETCH(int, status);
  RawClient client(m_app.port());
  client.send({message.constData(), static_cast<std::size_t>(message.size())});
  const auto answer = client.receive();
  QCOMPARE(answer.status, status);
  QVERIFY(!answer.header("x-request-id").empty());
  if (status >= 400) QVERIFY2(answer.body.starts_with("{\"success\":false"), answer.body.c_str());
  QCOMPARE(foyer::test::ask(m_app.port(), "GET", "/hello").status, 200);
}

void TestBadMessages::survivesRandomBytes() {
  const QByteArray seedText = qgetenv("FOYER_SEED");
  const unsigned seed =
      seedText.isEmpty() ? static_cast<unsigned>(QDateTime::currentMSecsSinceEpoch()) : seedText.toUInt();
  qInfo("FOYER_SEED=%u", seed);
  std::srand(seed);
  const QByteArray good = post("Transfer-Encoding: chunked\r\nX-A: b\r\n", "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  for (int round = 0; round < 300; ++round) {
    QByteArray message = good;
    for (int i = std::rand() % 4; i >= 0; --i)
      message[std::rand() % message.size()] = static_cast<char>(std::rand());
    RawClient client(m_app.port());
    client.send({message.constData(), static_cast<std::size_t>(message.size())});
    client.send("0\r\n\r\n");
    client.close();
  }
  QCOMPARE(foyer::test::ask(m_app.port(), "GET", "/hello").status, 200);
}

QTEST_GUILESS_MAIN(TestBadMessages)
#include "bad_messages.moc"
