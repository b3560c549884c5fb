// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "api_client.hpp"
#include "crypto/sign.hpp"
#include "server/accounts/account_service.hpp"
#include "server/db/pool.hpp"
#include "server/http/server.hpp"
#include "temp_postgres.hpp"
#include "test_clock.hpp"

namespace foyer::test {

inline constexpr const char* kPassword = "the lamp in the attic hums";

/// The account endpoints on a real socket over a real database of their own.
class AccountApp {
 public:
  explicit AccountApp(server::AccountOptions options = cheap());
  ~AccountApp();
  /// Passwords that cost next to nothing.
  static server::AccountOptions cheap();

  ApiClient client() const { return ApiClient(m_server.port()); }
  /// Registers with a fresh account and returns the answer.
  ApiAnswer join(const std::string& email, const boost::json::object& device = {});
  ApiAnswer login(const std::string& login, const std::string& password = kPassword,
                  const boost::json::object& device = {});
  ApiAnswer refresh(const std::string& token, const std::string& signature = {});

  SharedClock clock;
  server::AccountOptions options;
  TempDatabase database;
  server::Pool pool;
  server::AccountStore store;
  server::ServerKeys keys;
  std::mutex mutex;
  std::set<Uuid> persons;  ///< scopes that were made
  server::AccountService accounts;

 private:
  server::http::Router m_router;
  server::http::WorkQueue m_queue;
  server::http::Server m_server;
};

/// A device as it presents itself, with its key.
struct TestDevice {
  Uuid id;
  crypto::KeyPair key;
  TestDevice();
  boost::json::object json() const;
  std::string signRefresh(const std::string& token) const;
};

}  // namespace foyer::test
