// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// Tells what the database was asked and how long it took. May be empty; called from any thread.
using DbLog = std::function<void(std::string_view event, int connection, std::string_view what, double ms)>;

/// Connections for everything but the hot paths of sync (those are in PgStore). A worker holds one for the
/// time of a transaction, so there are as many as workers that use the database at once. A connection that
/// broke is discarded: libpqxx would reopen it silently and lose its session. Thread-safe.
class Pool {
 public:
  explicit Pool(std::string connection, DbLog log = {});
  ~Pool();

  /// Runs `fn(pqxx::work&)` in a transaction, commits and returns what it returned. `name` goes to the log.
  /// When the connection turns out to be lost, or the database asks for a retry (deadlock, serialisation),
  /// `fn` runs once more. Not retried when the fate of a commit is unknown (pqxx::in_doubt_error).
  template <class F>
  auto transaction(std::string_view name, F&& fn) -> decltype(fn(std::declval<pqxx::work&>())) {
    using T = decltype(fn(std::declval<pqxx::work&>()));
    if constexpr (std::is_void_v<T>) {
      run(name, [&](pqxx::work& tx) { fn(tx); });
    } else {
      std::optional<T> out;
      run(name, [&](pqxx::work& tx) { out.emplace(fn(tx)); });
      return std::move(*out);
    }
  }
  const std::string& connectionString() const { return m_connection; }

 private:
  struct Entry;
  void run(std::string_view name, const std::function<void(pqxx::work&)>& fn);
  void attempt(std::string_view name, const std::function<void(pqxx::work&)>& fn);
  std::unique_ptr<Entry> take();

  std::string m_connection;
  DbLog m_log;
  std::mutex m_mutex;
  std::vector<std::unique_ptr<Entry>> m_idle;
  int m_made = 0;
};

/// Text for a statement's parameter: libpqxx would silently cut it at a NUL, so that is refused with a
/// std::invalid_argument. The codec never lets one through; this is the second lock on the door.
std::string_view noNul(std::string_view text);

}  // namespace foyer::server
