// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_app.hpp"

#include <stdexcept>

namespace foyer::test {
using namespace server::http;
namespace {

class LogSink final : public BodySink {
 public:
  explicit LogSink(SinkLog& log) : m_log(log) {}
  void write(std::string_view piece) override {
    const std::lock_guard lock(m_log.mutex);
    if (piece.find("poison") != std::string_view::npos) throw Error{Code::invalidField, "body", "poisoned"};
    m_log.bytes += piece;
  }
  Response finish() override {
    const std::lock_guard lock(m_log.mutex);
    m_log.finished = true;
    return noContent();
  }
  void abort() noexcept override {
    const std::lock_guard lock(m_log.mutex);
    m_log.aborted = true;
  }

 private:
  SinkLog& m_log;
};

/// Echoes; "flood N" sends N megabytes, "fail" throws, "bye" closes.
class EchoSession final : public LiveSession {
 public:
  EchoSession(TestApp& app, std::shared_ptr<LiveConnection> connection)
      : m_app(app), m_connection(std::move(connection)) {}
  void onOpen() override { say("hello"); }
  void onMessage(std::string message, bool binary) override {
    if (message == "fail") throw std::runtime_error("asked to");
    if (message == "bye") return m_connection->close(1000, "as asked");
    if (message.starts_with("flood ")) {
      const auto piece = std::make_shared<const std::string>(1024 * 1024, 'x');
      int taken = 0;
      for (int i = std::stoi(message.substr(6)); i > 0; --i) taken += m_connection->send(piece, true) ? 1 : 0;
      m_taken = taken;
      return;
    }
    m_connection->send(std::make_shared<const std::string>(std::move(message)), binary);
  }
  void onDrained() override {
    ++m_app.drained;
    say("drained after " + std::to_string(m_taken));
  }
  void onStopping() override { say("stopping"); }
  void onClose() noexcept override { ++m_app.sessionsClosed; }

 private:
  void say(std::string text) {
    m_connection->send(std::make_shared<const std::string>(std::move(text)), false);
  }
  TestApp& m_app;
  std::shared_ptr<LiveConnection> m_connection;
  int m_taken = 0;
};

Endpoint get(std::string path, Handler handler, Auth auth = Auth::none) {
  Endpoint endpoint;
  endpoint.method = "GET";
  endpoint.path = std::move(path);
  endpoint.doc = "For tests.";
  endpoint.auth = auth;
  endpoint.action = std::move(handler);
  return endpoint;
}

Endpoint post(std::string path, Body body, Handler handler) {
  Endpoint endpoint = get(std::move(path), std::move(handler));
  endpoint.method = "POST";
  endpoint.body = body;
  return endpoint;
}

ServerOptions onFreePort(ServerOptions options) {
  options.address = "127.0.0.1";
  options.port = 0;
  return options;
}

ServerHooks hooks() {
  ServerHooks out;
  out.authenticate = [](const Request& request) -> Result<Principal> {
    if (request.bearer() == "good" || request.bearer() == "boss") {
      Principal who;
      who.admin = request.bearer() == "boss";
      return who;
    }
    return {Code::unauthenticated, "sign in again"};
  };
  return out;
}

}  // namespace

void Gate::open() {
  const std::lock_guard lock(m_mutex);
  m_open = true;
  m_changed.notify_all();
}
void Gate::wait() {
  std::unique_lock lock(m_mutex);
  ++m_arrived;
  m_changed.notify_all();
  m_changed.wait(lock, [this] { return m_open; });
}
void Gate::waitForArrivals(int count) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return m_arrived >= count; });
}

TestApp::TestApp(ServerOptions options, std::size_t threads, std::size_t capacity)
    : m_queue(threads, capacity),
      m_server(onFreePort(std::move(options)), m_router, m_queue, m_clock, hooks()) {
  addEndpoints();
  const auto started = m_server.start();
  if (!started) throw std::runtime_error(started.error().message);
}

void TestApp::addEndpoints() {
  m_router.add(get("/hello", [](const Context&, const Request&) { return success("hi"); }));
  m_router.add(
      get("/who", [](const Context&, const Request& r) { return plain(200, "text/plain", r.peer); }));
  m_router.add(get("/things/{id}", [](const Context&, const Request& r) {
    return plain(200, "text/plain", std::string(r.param("id")));
  }));
  m_router.add(get(
      "/private", [](const Context&, const Request&) { return success("in"); }, Auth::account));
  m_router.add(get(
      "/boss", [](const Context&, const Request&) { return success("in"); }, Auth::admin));
  m_router.add(get("/wait", [this](const Context&, const Request&) {
    gate.wait();
    return success("waited");
  }));
  m_router.add(
      get("/throw", [](const Context&, const Request&) -> Response { throw std::runtime_error("secret"); }));
  m_router.add(get("/gone", [](const Context&, const Request&) -> Response {
    throw Error{Code::gone, "x", "gone"};
  }));
  m_router.add(get("/stream", [](const Context&, const Request&) {
    Response out = plain(200, "text/plain", "");
    StreamBody body;
    body.next = [n = 0]() mutable -> std::optional<std::string> {
      return n == 5 ? std::nullopt : std::optional<std::string>(std::to_string(n++));
    };
    out.body = std::move(body);
    return out;
  }));
  m_router.add(get("/big", [](const Context&, const Request&) {
    return plain(200, "text/plain", std::string(20'000'000, 'b'));
  }));
  Endpoint query = get("/query", [](const Context&, const Request& r) {
    return plain(200, "text/plain", std::string(r.queryValue("word").value_or("-")));
  });
  query.query = {{.name = "word", .max = 5}, {.name = "n", .type = Type::integer, .max = 9}};
  m_router.add(std::move(query));
  Endpoint form = post("/form", Body::json, [](const Context&, const Request& r) {
    return plain(200, "text/plain", std::string(r.text("name")) + "/" + std::to_string(r.integer("age", -1)));
  });
  form.fields = {{.name = "name", .required = true, .max = 10},
                 {.name = "age", .type = Type::integer, .max = 150}};
  form.bodyLimit = 1000;
  m_router.add(std::move(form));
  Endpoint raw = post("/raw", Body::raw,
                      [](const Context&, const Request& r) { return plain(200, "text/plain", r.body); });
  raw.contentTypes = {"application/octet-stream"};
  raw.bodyLimit = 300'000;
  m_router.add(std::move(raw));
  Endpoint upload = get("/upload", {});
  upload.method = "PATCH";
  upload.body = Body::stream;
  upload.bodyLimit = 100'000'000;
  upload.action = StreamHandler([this](const Context&, const Request& r) -> std::unique_ptr<BodySink> {
    if (r.header("x-refuse")) throw Error{Code::conflict, "offset", "not there"};
    return std::make_unique<LogSink>(sink);
  });
  m_router.add(std::move(upload));
  Endpoint live = get("/live", {});
  live.action =
      LiveHandler([this](const Context&, const Request& r, std::shared_ptr<LiveConnection> connection) {
        if (r.header("x-refuse")) throw Error{Code::forbidden, {}, "not you"};
        return std::make_unique<EchoSession>(*this, std::move(connection));
      });
  m_router.add(std::move(live));
}

}  // namespace foyer::test
