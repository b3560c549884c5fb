// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "raw_websocket.hpp"
#include "test_app.hpp"

using namespace std::chrono_literals;
using foyer::server::http::ServerOptions;
using foyer::test::RawWebSocket;
using foyer::test::TestApp;

class TestLive : public QObject {
  Q_OBJECT
 private slots:
  void echoes();
  void refusesBeforeTheHandshake();
  void boundsTheQueue();
  void boundsMessages();
  void pingsAndLetsTheSilentGo();
  void endsForBadFrames();
  void endsASessionThatThrows();
  void closesWhenAsked();
  void saysGoodbyeAtAStop();
  void manyAtOnce();
};

void TestLive::echoes() {
  TestApp app;
  {
    RawWebSocket socket(app.port(), "/live", "X-Request-ID: live-0001\r\n");
    QCOMPARE(socket.handshake().status, 101);
    QCOMPARE(socket.handshake().header("x-request-id"), "live-0001");
    QCOMPARE(socket.handshake().header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    QCOMPARE(socket.receiveMessage().payload, "hello");
    for (int i = 0; i < 50; ++i) socket.send("message " + std::to_string(i));
    for (int i = 0; i < 50; ++i) QCOMPARE(socket.receiveMessage().payload, "message " + std::to_string(i));
    const std::string big(1'000'000, 'z');
    socket.send(big, 2);
    const auto frame = socket.receiveMessage();
    QCOMPARE(frame.opcode, 2);
    QVERIFY(frame.payload == big);
    socket.send("p", 9);
    const auto pong = socket.receive();
    QCOMPARE(pong.opcode, 10);
    QCOMPARE(pong.payload, "p");
  }
  QTRY_COMPARE(app.sessionsClosed.load(), 1);
  QTRY_COMPARE(app.server().connections(), std::size_t{0});
}

void TestLive::refusesBeforeTheHandshake() {
  TestApp app;
  RawWebSocket socket(app.port(), "/live", "X-Refuse: 1\r\n");
  QCOMPARE(socket.handshake().status, 403);
  QVERIFY(socket.handshake().body.find("not you") != std::string::npos);
  QTRY_COMPARE(app.server().connections(), std::size_t{0});
}

void TestLive::boundsTheQueue() {
  ServerOptions options;
  options.liveQueueBytes = 3 * 1024 * 1024;
  TestApp app(options);
  RawWebSocket socket(app.port(), "/live");
  QCOMPARE(socket.receiveMessage().payload, "hello");
  socket.send("flood 60");  // nobody reads: the socket's buffers and the queue take some, the rest is dropped
  std::size_t pieces = 0;
  std::string last;
  while (true) {
    const auto frame = socket.receiveMessage();
    QVERIFY(frame.opcode == 1 || frame.opcode == 2);
    if (frame.opcode == 1) {
      last = frame.payload;
      break;
    }
    ++pieces;
  }
  QVERIFY2(pieces >= 3 && pieces < 60, std::to_string(pieces).c_str());
  QCOMPARE(last, "drained after " + std::to_string(pieces));
  QCOMPARE(app.drained.load(), 1);
  socket.send("still here");
  QCOMPARE(socket.receiveMessage().payload, "still here");
}

void TestLive::boundsMessages() {
  ServerOptions options;
  options.liveMessageBytes = 1000;
  TestApp app(options);
  RawWebSocket socket(app.port(), "/live");
  QCOMPARE(socket.receiveMessage().payload, "hello");
  socket.send(std::string(1000, 'x'));
  QCOMPARE(socket.receiveMessage().payload.size(), std::size_t{1000});
  socket.send(std::string(1001, 'x'));
  QCOMPARE(socket.receiveMessage().closeCode(), 1009);
}

void TestLive::pingsAndLetsTheSilentGo() {
  ServerOptions options;
  options.liveIdleTimeout = 300ms;
  TestApp app(options);
  RawWebSocket answering(app.port(), "/live"), silent(app.port(), "/live");
  QCOMPARE(answering.receiveMessage().payload, "hello");
  for (int i = 0; i < 6; ++i) {
    const auto ping = answering.receive();
    QCOMPARE(ping.opcode, 9);
    answering.send(ping.payload, 10);
  }
  QTRY_COMPARE(app.sessionsClosed.load(), 1);
  answering.send("still here");
  QCOMPARE(answering.receiveMessage().payload, "still here");
}

void TestLive::endsForBadFrames() {
  TestApp app;
  const std::pair<const char*, std::string> frames[] = {
      {"unmasked", std::string("\x81\x02hi")},
      {"reserved bits", std::string("\xf1\x80\0\0\0\0", 6)},
      {"unknown opcode", std::string("\x83\x80\0\0\0\0", 6)},
      {"long ping", std::string("\x89\xfe\x01\0", 4) + std::string(4 + 256, '\0')},
      {"text that is not UTF-8", std::string("\x81\x81\0\0\0\0\xff", 7)},
      {"continuation of nothing", std::string("\x80\x80\0\0\0\0", 6)}};
  int ended = 0;
  for (const auto& [name, bytes] : frames) {
    RawWebSocket socket(app.port(), "/live");
    QCOMPARE(socket.receiveMessage().payload, "hello");
    socket.client().send(bytes);
    const auto frame = socket.receiveMessage();
    QVERIFY2(frame.closeCode() == 1002 || frame.closeCode() == 1007, name);
    ++ended;
  }
  QTRY_COMPARE(app.sessionsClosed.load(), ended);
}

void TestLive::endsASessionThatThrows() {
  TestApp app;
  RawWebSocket socket(app.port(), "/live");
  QCOMPARE(socket.receiveMessage().payload, "hello");
  socket.send("fail");
  const auto frame = socket.receiveMessage();
  QCOMPARE(frame.closeCode(), 1011);
  QVERIFY(frame.payload.find("asked") == std::string::npos);
  socket.send(frame.payload, 8);
  QTRY_COMPARE(app.sessionsClosed.load(), 1);
}

void TestLive::closesWhenAsked() {
  TestApp app;
  RawWebSocket socket(app.port(), "/live");
  QCOMPARE(socket.receiveMessage().payload, "hello");
  socket.send("one");
  socket.send("bye");
  QCOMPARE(socket.receiveMessage().payload, "one");
  QCOMPARE(socket.receiveMessage().closeCode(), 1000);
  socket.client().close();
  QTRY_COMPARE(app.sessionsClosed.load(), 1);
}

void TestLive::saysGoodbyeAtAStop() {
  TestApp app;
  RawWebSocket polite(app.port(), "/live");
  QCOMPARE(polite.receiveMessage().payload, "hello");
  std::thread stopping([&] { app.server().stop(); });
  QCOMPARE(polite.receiveMessage().payload, "stopping");
  const auto frame = polite.receiveMessage();
  QCOMPARE(frame.closeCode(), 1001);
  polite.send(frame.payload, 8);
  stopping.join();
  QCOMPARE(app.sessionsClosed.load(), 1);
}

void TestLive::manyAtOnce() {
  TestApp app;
  std::vector<std::unique_ptr<RawWebSocket>> sockets;
  for (int i = 0; i < 100; ++i) sockets.push_back(std::make_unique<RawWebSocket>(app.port(), "/live"));
  for (int round = 0; round < 5; ++round)
    for (auto& socket : sockets) socket->send("round " + std::to_string(round));
  for (auto& socket : sockets) {
    QCOMPARE(socket->receiveMessage().payload, "hello");
    for (int round = 0; round < 5; ++round)
      QCOMPARE(socket->receiveMessage().payload, "round " + std::to_string(round));
  }
  QCOMPARE(app.server().connections(), std::size_t{100});
  sockets.clear();
  QTRY_COMPARE(app.server().connections(), std::size_t{0});
  QCOMPARE(app.sessionsClosed.load(), 100);
}

QTEST_GUILESS_MAIN(TestLive)
#include "live.moc"
