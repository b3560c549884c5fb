// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_server.hpp"

#include <sstream>
#include <stdexcept>

#include "base/clock.hpp"
#include "protocol/transport.hpp"
#include "schema/collections.hpp"
#include "server/db/migrate.hpp"

namespace foyer::test {
namespace {

constexpr const char* kPassword = "the lamp in the attic hums";

void prepare(const std::string& connection) {
  if (const auto done = server::migrate(connection); !done) throw std::runtime_error(done.error().message);
}

struct PathOf {
  std::string_view operator()(const protocol::Hello&) const { return protocol::kHelloPath; }
  std::string_view operator()(const protocol::Push&) const { return protocol::kPushPath; }
  std::string_view operator()(const protocol::Pull&) const { return protocol::kPullPath; }
  template <class Other>
  std::string_view operator()(const Other&) const {
    return protocol::kVerifyPath;
  }
};

SignedIn signedIn(const ApiAnswer& answer, const std::string& email) {
  if (answer.status / 100 != 2) throw std::runtime_error("not signed in: " + answer.message());
  return {*Uuid::parse(std::string_view(answer.data().at("account").at("id").as_string())),
          *Uuid::parse(answer.text("device")),
          email,
          answer.text("access_token"),
          {}};
}

}  // namespace

model::Mutation SignedIn::mutation(model::Op op, const Uuid& scope, std::string_view collection,
                                   const Uuid& id, const Fields& fields, std::int64_t base) {
  model::Mutation m;
  m.device = device;
  m.seq = ++seq[scope];
  m.scope = scope;
  m.collection = &schema::collection(collection);
  m.id = id;
  m.op = op;
  m.base = base;
  m.stamp = Hlc::fromMs(SystemClock().wallMs());
  for (const auto& [name, value] : fields) {
    model::FieldPatch patch;
    patch.field = m.collection->find(name);
    patch.value = value;
    m.patches.push_back(std::move(patch));
  }
  return m;
}

RunningServer::RunningServer(const Settings& settings)
    : m_database(TempPostgres::shared().clone("migrated", prepare)) {
  server::config::Sources sources;
  sources.flags = {{"data_dir", m_dir.path().toStdString()},
                   {"database_url", m_database.connection()},
                   {"http.address", "127.0.0.1"},
                   {"http.port", "0"},
                   {"auth.password_memory", "8KiB"},
                   {"auth.password_passes", "1"},
                   {"catalog.built_in", "false"}};
  sources.flags.insert(sources.flags.end(), settings.begin(), settings.end());
  const auto config = server::config::Config::load(sources);
  if (!config) throw std::runtime_error(config.error().message);
  m_config = *config;
  auto started = server::app::Application::start(*m_config);
  if (!started) throw std::runtime_error(started.error().message);
  m_application = std::move(*started);
}

RunningServer::~RunningServer() { m_application->stop(); }

SignedIn RunningServer::join(const std::string& name) {
  const std::string email = name + "@example.org";
  return signedIn(ApiClient(port()).post("/auth/register",
                                         {{"email", email}, {"password", kPassword}, {"display_name", name}}),
                  email);
}

SignedIn RunningServer::onAnotherDevice(const SignedIn& who) {
  return signedIn(ApiClient(port()).post("/auth/login", {{"login", who.email}, {"password", kPassword}}),
                  who.email);
}

RawAnswer RunningServer::post(const SignedIn& who, std::string_view path, std::string_view body,
                              bool binary) {
  const std::string type(binary ? protocol::kBinaryType : protocol::kTextType);
  return ask(port(), "POST", path,
             "Authorization: Bearer " + who.token + "\r\nContent-Type: " + type + "\r\n", body);
}

protocol::ServerMessage RunningServer::say(const SignedIn& who, const protocol::ClientMessage& message) {
  const protocol::Frame frame = protocol::encode(message);
  const RawAnswer answer = post(who, std::visit(PathOf(), message), frame.bytes, frame.binary);
  auto read = protocol::decodeServer(answer.body, answer.header("content-type") == protocol::kBinaryType);
  if (!read) throw std::runtime_error("status " + std::to_string(answer.status) + ": " + answer.body);
  return std::move(*read);
}

protocol::PushResult RunningServer::push(const SignedIn& who, const std::vector<model::Mutation>& mutations) {
  protocol::Push push;
  push.scope = mutations.at(0).scope;
  for (const model::Mutation& m : mutations) push.mutations.emplace_back(m);
  return std::get<protocol::PushResult>(say(who, std::move(push)));
}

protocol::Page RunningServer::pull(const SignedIn& who, const Uuid& scope, std::int64_t since) {
  protocol::Pull pull;
  pull.scope = scope;
  pull.epoch = 1;
  pull.from.since = since;
  return std::get<protocol::Page>(say(who, pull));
}

std::unique_ptr<RawWebSocket> RunningServer::live(const SignedIn& who) {
  return std::make_unique<RawWebSocket>(port(), protocol::kLivePath,
                                        "Authorization: Bearer " + who.token + "\r\n");
}

std::string RunningServer::exported(const SignedIn& who, const Uuid& scope) {
  return ask(port(), "GET", "/api/v1/sync/export?scope=" + scope.str(),
             "Authorization: Bearer " + who.token + "\r\n")
      .body;
}

std::vector<double> RunningServer::metrics(const std::string& series) {
  std::istringstream lines(ask(port(), "GET", "/metrics").body);
  std::vector<double> values;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(series)) continue;
    values.push_back(std::stod(line.substr(line.rfind(' '))));
  }
  return values;
}

}  // namespace foyer::test
