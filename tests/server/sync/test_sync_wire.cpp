// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>

#include <QTest>
#include <boost/json.hpp>

#include "base/text.hpp"
#include "malformed_cases.hpp"
#include "protocol/limits.hpp"
#include "protocol/transport.hpp"
#include "running_server.hpp"

using namespace foyer;
using model::Op;
using test::RunningServer;
using test::SignedIn;

namespace {

constexpr std::size_t kTooLong = (8u << 20) + 1;
constexpr int kTooBig = 1009;

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
  return out;
}

QByteArray bytes(const std::string& text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// A server with somebody who has one list, and an open live connection of theirs.
class Wire {
 public:
  Wire() {
    list = ana.mutation(Op::create, scope, "lists", Uuid::v7(1), {{"name", std::string("Sunday")}});
    server.push(ana, {list});
    socket = server.live(ana);
  }

  /// Everything that a bad message must not change.
  std::string state() {
    const std::string digest = test::ask(server.port(), "GET", "/api/v1/sync/digest?scope=" + scope.str(),
                                         "Authorization: Bearer " + ana.token + "\r\n")
                                   .body;
    return digest.substr(0, digest.find("request_id")) + server.exported(ana, scope);
  }
  std::optional<protocol::ServerMessage> receive() {
    const test::RawFrame frame = socket->receiveMessage();
    closeCode = frame.opcode == 8 ? frame.closeCode() : 0;
    if (frame.opcode != 1 && frame.opcode != 2) return std::nullopt;
    auto read = protocol::decodeServer(frame.payload, frame.opcode == 2);
    if (!read) throw std::runtime_error("unreadable: " + frame.payload);
    return std::move(*read);
  }
  void tell(const protocol::ClientMessage& message) {
    const auto frame = protocol::encode(message);
    socket->send(frame.bytes, frame.binary ? 2 : 1);
  }
  bool alive() {
    tell(protocol::Ping{++ping});
    const auto answer = receive();
    const auto* pong = answer ? std::get_if<protocol::Pong>(&*answer) : nullptr;
    return pong && pong->n == ping;
  }

  RunningServer server;
  SignedIn ana = server.join("ana");
  const Uuid scope = ana.account;
  model::Mutation list;
  std::unique_ptr<test::RawWebSocket> socket;
  std::uint64_t ping = 0;
  int closeCode = 0;
};

/// One for all rows of a table: what a message leaves behind would show at the next.
std::unique_ptr<Wire> shared;
Wire& wire() {
  if (!shared) shared = std::make_unique<Wire>();
  return *shared;
}

/// Why an answer over HTTP is not a refusal as it should be; empty: it is. What is wrong with the request
/// itself is answered in the envelope, the rest as a problem of the protocol: code and sentence in both.
std::string refusalFault(const test::RawAnswer& answer) {
  if (answer.status < 400 || answer.status >= 500) return "status " + std::to_string(answer.status);
  boost::system::error_code error;
  const auto body = boost::json::parse(answer.body, error);
  if (error || !body.is_object()) return "no object: " + answer.body;
  const auto* problem = body.as_object().if_contains("error");
  const auto& said = problem && problem->is_object() ? problem->as_object() : body.as_object();
  for (const char* name : {"code", "message"}) {
    const auto* text = said.if_contains(name);
    if (!text || !text->is_string() || text->as_string().empty()) return "no " + std::string(name);
  }
  return {};
}

}  // namespace

/// The real endpoints and the live connection over a socket and PostgreSQL: a bad message gets its code and
/// its sentence, changes nothing, and what comes behind it is served.
class TestSyncWire : public QObject {
  Q_OBJECT

 private slots:
  void badMessages_data() {
    QTest::addColumn<QByteArray>("input");
    for (const test::BadMessage& bad : test::badMessages()) QTest::newRow(bad.name) << bytes(bad.input);
  }
  void badMessages() {
    QFETCH(QByteArray, input);
    const std::string text(input.constData(), static_cast<std::size_t>(input.size()));
    Wire& w = wire();
    const std::string before = w.state();
    for (const std::string_view path :
         {protocol::kHelloPath, protocol::kPushPath, protocol::kPullPath, protocol::kVerifyPath}) {
      for (const auto& [body, binary] :
           {std::pair(text, false), std::pair(zstd(text), true), std::pair(text, true)}) {
        const std::string fault = refusalFault(w.server.post(w.ana, path, body, binary));
        QVERIFY2(fault.empty(), fault.c_str());
      }
    }
    for (const auto& [body, opcode] : {std::pair(text, 1), std::pair(zstd(text), 2), std::pair(text, 2)}) {
      w.socket->send(body, opcode);
      const auto answer = w.receive();
      if (opcode == 1 && !isUtf8(text)) {  // a text frame that is no text ends a WebSocket by its own rules
        QVERIFY(!answer);
        w.socket = w.server.live(w.ana);
      } else {
        const auto* problem = answer ? std::get_if<protocol::Problem>(&*answer) : nullptr;
        QVERIFY(problem && !problem->error.message.empty() && problem->error.code != Code::internal);
      }
      QVERIFY(w.alive());
    }
    QCOMPARE(w.state(), before);
  }

  void badItems_data() {
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("code");
    for (const test::BadItem& bad : test::badItems())
      QTest::newRow(bad.name) << bytes(bad.second) << bad.code;
  }
  /// Each is held alone, over HTTP and over the live connection, and changes nothing.
  void badItems() {
    QFETCH(QByteArray, second);
    QFETCH(QString, code);
    Wire& w = wire();
    const std::string before = w.state();
    for (const bool live : {false, true}) {
      const std::uint64_t seq = w.ana.seq[w.scope] + 1;
      w.ana.seq[w.scope] += 2;
      std::string text = test::push(std::string(second.constData(), static_cast<std::size_t>(second.size())));
      text = replaced(std::move(text), "0190163d-8694-739b-aea5-966c26f8ad91", w.scope.str());
      text = replaced(std::move(text), "\"seq\":2,", "\"seq\":" + std::to_string(seq + 1) + ",");
      text = replaced(std::move(text), "\"seq\":1,", "\"seq\":" + std::to_string(seq) + ",");
      std::optional<protocol::ServerMessage> answer;
      if (live) {
        w.socket->send(text);
        answer = w.receive();
      } else {
        const auto raw = w.server.post(w.ana, protocol::kPushPath, text);
        QCOMPARE(raw.status, 200);
        auto read = protocol::decodeServer(raw.body, raw.header("content-type") == protocol::kBinaryType);
        if (read) answer = std::move(*read);
      }
      const auto* result = answer ? std::get_if<protocol::PushResult>(&*answer) : nullptr;
      QVERIFY(result && result->results.size() == 2);
      const model::MutationResult& held = result->results[1];
      QCOMPARE(held.outcome, model::Outcome::held);
      QCOMPARE(QString::fromStdString(std::string(info(held.reason->code).name)), code);
      QVERIFY(!held.reason->message.empty());
    }
    QVERIFY(w.alive());
    QCOMPARE(w.state(), before);
  }

  void aFrameThatIsTooLong() {
    Wire& w = wire();
    const std::string before = w.state();
    const std::string text = "{\"t\":\"ping\",\"n\":1,\"x\":\"" + std::string(kTooLong, 'x') + "\"}";
    test::RawClient client(w.server.port());  // announced only: the answer doesn't wait for the bytes
    client.send("POST " + std::string(protocol::kPushPath) +
                " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + w.ana.token +
                "\r\nContent-Type: " + std::string(protocol::kTextType) +
                "\r\nContent-Length: " + std::to_string(kTooLong) + "\r\n\r\n");
    const auto refused = client.receive();
    QCOMPARE(refused.status, 413);
    QCOMPARE(refusalFault(refused), std::string());
    // What would inflate beyond it is refused as well, though it is short on the wire.
    const std::string fault = refusalFault(w.server.post(w.ana, protocol::kPushPath, zstd(text), true));
    QVERIFY2(fault.empty(), fault.c_str());
    w.socket->send(zstd(text), 2);
    const auto answer = w.receive();
    QVERIFY(answer && std::holds_alternative<protocol::Problem>(*answer));
    QVERIFY(w.alive());
    // A frame of that length, announced only.
    std::string head = "\x81\xff";
    for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>((kTooLong >> shift) & 0xff);
    w.socket->client().send(head + std::string(4, '\0'));
    QVERIFY(!w.receive());
    QCOMPARE(w.closeCode, kTooBig);
    w.socket = w.server.live(w.ana);
    QVERIFY(w.alive());
    QCOMPARE(w.state(), before);
  }

  void otherVersions() {
    Wire& w = wire();
    const std::string before = w.state();
    protocol::Hello hello;
    hello.device = w.ana.device;
    hello.protocol = 0;
    auto answer = w.server.say(w.ana, hello);
    QVERIFY(std::holds_alternative<protocol::Problem>(answer));
    QVERIFY(std::get<protocol::Problem>(answer).error.code != Code::internal);
    hello.protocol = hello.schema = 99;
    for (const bool live : {false, true}) {
      if (live) w.tell(hello);
      answer = live ? w.receive().value() : w.server.say(w.ana, hello);
      const auto* welcome = std::get_if<protocol::Welcome>(&answer);
      QVERIFY(welcome);
      QCOMPARE(welcome->protocol, protocol::kVersion);
      QCOMPARE(welcome->schema, schema::kSchemaLevel);
    }
    protocol::Pull pull;
    pull.scope = w.scope;
    pull.epoch = 1;
    pull.schema = 99;
    answer = w.server.say(w.ana, pull);
    QVERIFY(std::holds_alternative<protocol::Page>(answer));
    QCOMPARE(w.state(), before);
  }

  /// What a device claims to know is never more than there is.
  void numbersFromBeyond() {
    Wire& w = wire();
    SignedIn other = w.server.onAnotherDevice(w.ana);
    protocol::Push push;
    push.scope = w.scope;
    push.ack = static_cast<std::uint64_t>(protocol::kMaxInteger);
    push.mutations.emplace_back(other.mutation(Op::edit, w.scope, "lists", w.list.id,
                                               {{"name", std::string("Monday")}}, protocol::kMaxInteger));
    auto answer = w.server.say(other, push);
    const auto* result = std::get_if<protocol::PushResult>(&answer);
    QVERIFY(result && result->results.at(0).outcome == model::Outcome::applied);
    protocol::Pull pull;
    pull.scope = w.scope;
    pull.epoch = 1;
    pull.from.since = protocol::kMaxInteger;
    const auto page = w.server.say(other, pull);
    QVERIFY(std::holds_alternative<protocol::Page>(page) || std::holds_alternative<protocol::Problem>(page));
    // An edit that knew nothing meets the one that claimed to know all: nothing is lost in silence.
    const auto mine =
        w.ana.mutation(Op::edit, w.scope, "lists", w.list.id, {{"name", std::string("Friday")}});
    QVERIFY(w.server.push(w.ana, {mine}).results.at(0).outcome != model::Outcome::held);
    QVERIFY(w.server.exported(w.ana, w.scope).find("Monday") != std::string::npos);
    QVERIFY(w.alive());
  }

  void cleanupTestCase() { shared.reset(); }
};

QTEST_GUILESS_MAIN(TestSyncWire)
#include "test_sync_wire.moc"
