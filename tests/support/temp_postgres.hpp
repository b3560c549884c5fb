// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace foyer::test {

class TempPostgres;

/// One database of a temporary cluster, dropped with this object, whoever is still connected. Move-only.
class TempDatabase {
 public:
  TempDatabase(TempPostgres& server, std::string name) : m_server(&server), m_name(std::move(name)) {}
  TempDatabase(TempDatabase&& other) noexcept;
  TempDatabase& operator=(TempDatabase&&) = delete;
  ~TempDatabase();
  const std::string& name() const { return m_name; }
  /// A libpq connection string.
  std::string connection() const;

 private:
  TempPostgres* m_server;
  std::string m_name;
};

/// A PostgreSQL for one test program: a private cluster in a temporary folder, without fsync, as an
/// unprivileged user, gone when the program ends or is killed. Thread-safe.
class TempPostgres {
 public:
  /// The program's own server, started at the first use. Throws std::runtime_error if that fails.
  static TempPostgres& shared();

  TempPostgres();
  ~TempPostgres();
  TempPostgres(const TempPostgres&) = delete;
  TempPostgres& operator=(const TempPostgres&) = delete;

  /// An empty database.
  TempDatabase create();
  /// A copy (about 80 ms) of the template `key`, which `prepare` fills through its connection string at the
  /// first call. `prepare` must close its connections.
  TempDatabase clone(const std::string& key,
                     const std::function<void(const std::string& connection)>& prepare);

  std::string connection(const std::string& database) const;
  /// Runs one statement outside a transaction in the maintenance database.
  void execute(const std::string& sql);

 private:
  struct Impl;
  std::string freshName();
  std::unique_ptr<Impl> m_impl;
  std::mutex m_mutex;
  std::map<std::string, std::string> m_templates;
  int m_count = 0;
};

}  // namespace foyer::test
