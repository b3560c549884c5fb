// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "raw_client.hpp"
#include "test_app.hpp"

using namespace std::chrono_literals;
using foyer::server::http::ServerOptions;
using foyer::test::ask;
using foyer::test::RawClient;
using foyer::test::TestApp;

namespace {

ServerOptions impatient() {
  ServerOptions options;
  options.headTimeout = 150ms;
  options.idleTimeout = 150ms;
  options.bodyTimeout = 150ms;
  options.writeTimeout = 300ms;
  return options;
}

// Chunks that never end, since a bare LF ends no line.
constexpr std::string_view kBareLineEnds =
    "POST /raw HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\n"
    "Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n";

std::string postHead(std::size_t length, std::string_view path = "/raw", std::string_view method = "POST") {
  return std::string(method) + " " + std::string(path) +
         " HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: " +
         std::to_string(length) + "\r\n\r\n";
}

std::string hello(std::string_view path = "/hello") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

}  // namespace

class TestRequests : public QObject {
  Q_OBJECT
 private slots:
  void routesAndDecodes();
  void echoesTheRequestId();
  void asksForATokenOfTheRightKind();
  void checksJsonBodies_data();
  void checksJsonBodies();
  void hidesSurprises();
  void keepsConnectionsAndPipelines();
  void sendsBodiesOfEveryKind();
  void streamsAnUploadAndCountsWhatCame();
  void slowClientsAreLetGo();
  void aSlowReaderIsLetGo();
  void aFullQueueSaysBusy();
  void tooManyConnectionsAreClosed();
  void stopFinishesWhatRuns();
  void believesOnlyTrustedProxies();
};

void TestRequests::routesAndDecodes() {
  TestApp app;
  QCOMPARE(ask(app.port(), "GET", "/things/a%20%C3%A9%2Fb").body, "a \xc3\xa9/b");
  QCOMPARE(ask(app.port(), "GET", "/query?word=a+%26").body, "a &");
  const auto head = ask(app.port(), "HEAD", "/hello");
  QCOMPARE(head.status, 200);
  QCOMPARE(head.header("content-length"), std::to_string(ask(app.port(), "GET", "/hello").body.size()));
  QCOMPARE(ask(app.port(), "PUT", "/hello").header("allow"), "GET");
}

void TestRequests::echoesTheRequestId() {
  TestApp app;
  QCOMPARE(ask(app.port(), "GET", "/hello", "X-Request-ID: abc-123.XYZ\r\n").header("x-request-id"),
           "abc-123.XYZ");
  const auto refused = ask(app.port(), "GET", "/gone", "X-Request-ID: abc-123.XYZ\r\n");
  QCOMPARE(refused.status, 410);
  QVERIFY(refused.body.find("\"request_id\":\"abc-123.XYZ\"") != std::string::npos);
  QVERIFY(refused.body.find("\"field\":\"x\"") != std::string::npos);
  QVERIFY(ask(app.port(), "GET", "/hello").header("x-request-id") !=
          ask(app.port(), "GET", "/hello").header("x-request-id"));
}

void TestRequests::asksForATokenOfTheRightKind() {
  TestApp app;
  QCOMPARE(ask(app.port(), "GET", "/private").status, 401);
  QCOMPARE(ask(app.port(), "GET", "/private", "Authorization: Bearer bad\r\n").status, 401);
  QCOMPARE(ask(app.port(), "GET", "/private", "Authorization: Basic good\r\n").status, 401);
  QCOMPARE(ask(app.port(), "GET", "/private", "Authorization: bearer good\r\n").status, 200);
  QCOMPARE(ask(app.port(), "GET", "/boss", "Authorization: Bearer good\r\n").status, 403);
  QCOMPARE(ask(app.port(), "GET", "/boss", "Authorization: Bearer boss\r\n").status, 200);
}

void TestRequests::checksJsonBodies_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("shows");
  const auto row = [](const char* name, const QByteArray& body, int status, const QByteArray& shows) {
    QTest::newRow(name) << body << status << shows;
  };
  row("good", R"({"name":"Zoé","age":7})", 200, "Zoé/7");
  row("optional null", R"({"name":"a","age":null})", 200, "a/-1");
  row("optional absent", R"({"name":"a"})", 200, "a/-1");
  row("missing", R"({"age":7})", 422, R"("field":"name")");
  row("required null", R"({"name":null})", 422, R"("field":"name")");
  row("wrong type", R"({"name":7})", 422, R"("field":"name")");
  row("fraction", R"({"name":"a","age":1.5})", 422, R"("field":"age")");
  row("beyond 64 bits", R"({"name":"a","age":1e400})", 400, "too large");
  row("too large", R"({"name":"a","age":151})", 422, R"("field":"age")");
  row("negative", R"({"name":"a","age":-1})", 422, R"("field":"age")");
  row("too long", R"({"name":"12345678901"})", 422, R"("field":"name")");
  row("unknown", R"({"name":"a","nick":"b"})", 400, R"("field":"nick")");
  row("doubled key", R"({"name":"a","name":"b"})", 400, "doubled key");
  row("NUL", R"({"name":"a\u0000b"})", 400, "NUL");
  row("bad UTF-8", "{\"name\":\"\xff\"}", 400, "UTF-8");
  row("half a surrogate", R"({"name":"\ud800"})", 400, "valid JSON");
  row("array", "[]", 400, "object");
  row("trailing text", R"({"name":"a"} x)", 400, "valid JSON");
  row("cut", R"({"name":"a")", 400, "valid JSON");
  row("deep", "{\"name\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}", 400, "valid JSON");
  row("beyond the limit", "{\"name\":\"" + QByteArray(1000, 'a') + "\"}", 413, "at most 1000 bytes");
}

void TestRequests::checksJsonBodies() {
  QFETCH(QByteArray, body);
  QFETCH(int, status);
  QFETCH(QByteArray, shows);
  TestApp app({}, 1);
  const auto answer = ask(app.port(), "POST", "/form", "Content-Type: application/json; charset=utf-8\r\n",
                          body.toStdString());
  QCOMPARE(answer.status, status);
  QVERIFY2(answer.body.find(shows.toStdString()) != std::string::npos, answer.body.c_str());
}

void TestRequests::hidesSurprises() {
  TestApp app;
  const auto answer = ask(app.port(), "GET", "/throw");
  QCOMPARE(answer.status, 500);
  QVERIFY(answer.body.find("secret") == std::string::npos);
}

void TestRequests::keepsConnectionsAndPipelines() {
  TestApp app;
  RawClient client(app.port());
  client.send(hello() + postHead(3) + "abc" + hello("/things/x"));
  QCOMPARE(client.receive().status, 200);
  QCOMPARE(client.receive().body, "abc");
  QCOMPARE(client.receive().body, "x");
  client.send("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  QCOMPARE(client.receive().header("connection"), "close");
  QVERIFY(client.closedWithin(5s));
}

void TestRequests::sendsBodiesOfEveryKind() {
  TestApp app;
  QCOMPARE(ask(app.port(), "GET", "/big").body, std::string(20'000'000, 'b'));
  const auto stream = ask(app.port(), "GET", "/stream");
  QCOMPARE(stream.header("transfer-encoding"), "chunked");
  QCOMPARE(stream.body, "01234");
  RawClient old(app.port());
  old.send("GET /stream HTTP/1.0\r\n\r\n");
  const auto answer = old.receive();
  QCOMPARE(answer.header("transfer-encoding"), "");
  QCOMPARE(answer.body, "01234");
}

void TestRequests::streamsAnUploadAndCountsWhatCame() {
  TestApp app;
  std::string bytes;
  for (int i = 0; bytes.size() < 1'500'000; ++i) bytes += std::to_string(i);
  {
    RawClient client(app.port());
    client.send(postHead(bytes.size(), "/upload", "PATCH"));
    client.send(bytes);
    QCOMPARE(client.receive().status, 204);
    QVERIFY(app.sink.finished && app.sink.taken() == bytes);
  }
  app.sink.clear();
  {
    RawClient client(app.port());
    client.send(postHead(bytes.size(), "/upload", "PATCH"));
    client.send(std::string_view(bytes).substr(0, 700'001));
  }
  QTRY_VERIFY(app.sink.aborted.load());
  QVERIFY(app.sink.taken() == bytes.substr(0, 700'001));

  RawClient refused(app.port());
  refused.send("PATCH /upload HTTP/1.1\r\nHost: a\r\nX-Refuse: 1\r\nContent-Length: 9000000\r\n\r\n");
  refused.send(std::string(200'000, 'x'));
  QCOMPARE(refused.receive().status, 409);

  RawClient poisoned(app.port());
  poisoned.send(postHead(bytes.size(), "/upload", "PATCH"));
  poisoned.send("poison" + std::string(300'000, 'x'));
  QCOMPARE(poisoned.receive().status, 422);
}

void TestRequests::slowClientsAreLetGo() {
  TestApp app(impatient());
  RawClient silent(app.port()), head(app.port()), idle(app.port()), body(app.port()), chunk(app.port());
  head.send("GET /hello HTTP/1.1\r\nHost:");
  idle.send(hello());
  body.send(postHead(100) + "abc");
  chunk.send(kBareLineEnds);
  QCOMPARE(idle.receive().status, 200);
  QCOMPARE(head.receive().status, 408);
  QCOMPARE(body.receive().status, 408);
  QCOMPARE(chunk.receive().status, 408);
  for (RawClient* client : {&silent, &head, &idle, &body, &chunk}) QVERIFY(client->closedWithin(10s));

  // One byte at a time resets no clock: the whole head has one time limit, and a body must reach a rate.
  RawClient drip(app.port()), dripBody(app.port());
  dripBody.send(postHead(100'000));
  bool headEnded = false, bodyEnded = false;
  for (int i = 0; i < 400 && !(headEnded && bodyEnded); ++i) {
    headEnded = headEnded || drip.closedWithin(5ms);
    bodyEnded = bodyEnded || dripBody.closedWithin(5ms);
    drip.send("G");
    dripBody.send("x");
  }
  QVERIFY(headEnded);
  QVERIFY(bodyEnded);
  QTRY_COMPARE(app.server().connections(), std::size_t{0});
}

void TestRequests::aSlowReaderIsLetGo() {
  TestApp app(impatient());
  RawClient client(app.port());
  client.setReceiveBuffer(4096);
  client.send(hello("/big"));
  QTRY_COMPARE_WITH_TIMEOUT(app.server().connections(), std::size_t{1}, 5000);
  QTRY_COMPARE_WITH_TIMEOUT(app.server().connections(), std::size_t{0}, 10'000);
}

void TestRequests::aFullQueueSaysBusy() {
  TestApp app({}, 1, 2);
  RawClient running(app.port());
  running.send(hello("/wait"));
  app.gate.waitForArrivals(1);
  RawClient waiting1(app.port()), waiting2(app.port());
  waiting1.send(hello());
  waiting2.send(hello());
  QTRY_COMPARE(app.queue().waiting(), std::size_t{2});
  const auto busy = ask(app.port(), "GET", "/hello");
  QCOMPARE(busy.status, 503);
  QCOMPARE(busy.header("retry-after"), "1");
  QVERIFY(busy.body.find("\"code\":\"busy\"") != std::string::npos);
  app.gate.open();
  QCOMPARE(running.receive().status, 200);
  QCOMPARE(waiting1.receive().status, 200);
  QCOMPARE(waiting2.receive().status, 200);
}

void TestRequests::tooManyConnectionsAreClosed() {
  ServerOptions options;
  options.maxConnections = 2;
  TestApp app(options);
  RawClient one(app.port()), two(app.port());
  one.send(hello());
  two.send(hello());
  QCOMPARE(one.receive().status, 200);
  QCOMPARE(two.receive().status, 200);
  RawClient three(app.port());
  QVERIFY(three.closedWithin(5s));
  one.close();
  QTRY_COMPARE(app.server().connections(), std::size_t{1});
  QCOMPARE(ask(app.port(), "GET", "/hello").status, 200);
}

void TestRequests::stopFinishesWhatRuns() {
  TestApp app;
  RawClient idle(app.port()), running(app.port());
  idle.send(hello());
  QCOMPARE(idle.receive().status, 200);
  running.send(hello("/wait"));
  app.gate.waitForArrivals(1);
  std::thread stopping([&] { app.server().stop(); });
  QVERIFY(idle.closedWithin(5s));
  app.gate.open();
  const auto answer = running.receive();
  QCOMPARE(answer.status, 200);
  QCOMPARE(answer.header("connection"), "close");
  stopping.join();
  QVERIFY_EXCEPTION_THROWN(RawClient(app.port()), std::runtime_error);
}

void TestRequests::believesOnlyTrustedProxies() {
  TestApp plain;
  QCOMPARE(ask(plain.port(), "GET", "/who", "X-Forwarded-For: 1.2.3.4\r\n").body, "127.0.0.1");
  ServerOptions options;
  options.trustedProxies = {"127.0.0.1"};
  TestApp behind(options);
  QCOMPARE(ask(behind.port(), "GET", "/who", "X-Forwarded-For: 6.6.6.6, 1.2.3.4\r\n").body, "1.2.3.4");
}

QTEST_GUILESS_MAIN(TestRequests)
#include "requests.moc"
