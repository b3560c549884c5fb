// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_app.hpp"

#include <stdexcept>

#include "base/text.hpp"
#include "crypto/random.hpp"
#include "server/api/accounts.hpp"
#include "server/db/migrate.hpp"

namespace foyer::test {
namespace {

void prepare(const std::string& connection) {
  const auto done = server::migrate(connection);
  if (!done) throw std::runtime_error(done.error().message);
}

crypto::Secret<32> master() {
  const Bytes raw = crypto::randomBytes(32);
  return crypto::Secret<32>(std::span<const std::uint8_t, 32>(raw.data(), 32));
}

server::http::ServerOptions anyPort() {
  server::http::ServerOptions out;
  out.address = "127.0.0.1";
  out.port = 0;
  return out;
}

}  // namespace

server::AccountOptions AccountApp::cheap() {
  server::AccountOptions out;
  out.passwordCost = {1, 8192};
  out.parallelPasswords = 8;
  out.waitingPasswords = 64;
  return out;
}

AccountApp::AccountApp(server::AccountOptions wanted)
    : options(wanted),
      database(TempPostgres::shared().clone("migrated", prepare)),
      pool(database.connection()),
      store(pool),
      keys(master()),
      accounts(store, keys, options, clock,
               {[this](const Uuid& id) { return std::lock_guard(mutex), persons.contains(id); },
                [this](const Uuid& id) {
                  const std::lock_guard lock(mutex);
                  persons.insert(id);
                }}),
      m_queue(8, 256),
      m_server(anyPort(), m_router, m_queue, clock,
               {[this](const server::http::Request& r) { return server::api::authenticate(accounts, r); }}) {
  m_router.add(server::api::accountEndpoints(&accounts));
  if (const auto begun = m_server.start(); !begun) throw std::runtime_error(begun.error().message);
}

AccountApp::~AccountApp() {
  m_server.stop();
  m_queue.stop();
}

ApiAnswer AccountApp::join(const std::string& email, const boost::json::object& device) {
  boost::json::object body{{"account", Uuid::v7(clock.wallMs()).str()},
                           {"email", email},
                           {"password", kPassword},
                           {"display_name", "Ana"}};
  if (!device.empty()) body["device"] = device;
  return client().post("/auth/register", body);
}

ApiAnswer AccountApp::login(const std::string& login, const std::string& password,
                            const boost::json::object& device) {
  boost::json::object body{{"login", login}, {"password", password}};
  if (!device.empty()) body["device"] = device;
  return client().post("/auth/login", body);
}

ApiAnswer AccountApp::refresh(const std::string& token, const std::string& signature) {
  boost::json::object body{{"refresh_token", token}};
  if (!signature.empty()) body["signature"] = signature;
  return client().post("/auth/refresh", body);
}

TestDevice::TestDevice() : id(Uuid::v7(1'750'000'000'000)), key(crypto::newKeyPair()) {}

boost::json::object TestDevice::json() const {
  return {{"id", id.str()}, {"name", "Test phone"}, {"public_key", toBase64Url(key.publicKey)}};
}

std::string TestDevice::signRefresh(const std::string& token) const {
  const std::string text = "foyer-refresh\n" + token;
  return toBase64Url(crypto::sign(asBytes(text), key.secretKey));
}

}  // namespace foyer::test
