// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api_client.hpp"
#include "protocol/codec.hpp"
#include "raw_websocket.hpp"
#include "server/app/application.hpp"
#include "temp_postgres.hpp"

namespace foyer::test {

/// Somebody on one device, signed in, who numbers the mutations that the device pushes.
struct SignedIn {
  Uuid account;
  Uuid device;
  std::string email;
  std::string token;
  std::map<Uuid, std::uint64_t> seq;

  using Fields = std::vector<std::pair<std::string, model::Value>>;
  model::Mutation mutation(model::Op op, const Uuid& scope, std::string_view collection, const Uuid& id,
                           const Fields& fields, std::int64_t base = 0);
};

/// A whole server as `serve` runs it, on a port and a database of its own, and what devices say to it.
class RunningServer {
 public:
  using Settings = std::vector<std::pair<std::string, std::string>>;
  explicit RunningServer(const Settings& settings = {});
  ~RunningServer();

  std::uint16_t port() const { return m_application->port(); }
  std::string connection() const { return m_database.connection(); }
  SignedIn join(const std::string& name);
  /// The same account on another device.
  SignedIn onAnotherDevice(const SignedIn& who);

  RawAnswer post(const SignedIn& who, std::string_view path, std::string_view body, bool binary = false);
  /// Posts a message; throws when the answer can't be read.
  protocol::ServerMessage say(const SignedIn& who, const protocol::ClientMessage& message);
  protocol::PushResult push(const SignedIn& who, const std::vector<model::Mutation>& mutations);
  protocol::Page pull(const SignedIn& who, const Uuid& scope, std::int64_t since = 0);
  std::unique_ptr<RawWebSocket> live(const SignedIn& who);
  /// The canonical export of a scope.
  std::string exported(const SignedIn& who, const Uuid& scope);
  /// Values of the series of /metrics whose name and labels begin with `series`.
  std::vector<double> metrics(const std::string& series);

 private:
  QTemporaryDir m_dir;
  TempDatabase m_database;
  std::optional<server::config::Config> m_config;  ///< the application refers to it
  std::unique_ptr<server::app::Application> m_application;
};

}  // namespace foyer::test
