// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/pool.hpp"

#include <chrono>
#include <stdexcept>

#include "server/db/store_away.hpp"

namespace foyer::server {

struct Pool::Entry {
  Entry(const std::string& string, int number) : connection(string), id(number) {}
  pqxx::connection connection;
  int id;
};

Pool::Pool(std::string connection, DbLog log) : m_connection(std::move(connection)), m_log(std::move(log)) {}
Pool::~Pool() = default;

std::unique_ptr<Pool::Entry> Pool::take() {
  int id = 0;
  {
    const std::lock_guard lock(m_mutex);
    if (!m_idle.empty()) {
      auto entry = std::move(m_idle.back());
      m_idle.pop_back();
      return entry;
    }
    id = ++m_made;
  }
  auto entry = std::make_unique<Entry>(m_connection, id);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  entry->connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
  return entry;
}

void Pool::attempt(std::string_view name, const std::function<void(pqxx::work&)>& fn) {
  std::unique_ptr<Entry> entry = take();
  const auto start = std::chrono::steady_clock::now();
  try {
    pqxx::work tx(entry->connection, std::string(name));
    fn(tx);
    tx.commit();
  } catch (const pqxx::broken_connection&) {
    throw;
  } catch (const pqxx::in_doubt_error&) {
    throw;
  } catch (...) {
    if (entry->connection.is_open()) {
      const std::lock_guard lock(m_mutex);
      m_idle.push_back(std::move(entry));
    }
    throw;
  }
  if (m_log) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    m_log("db", entry->id, name, took.count());
  }
  const std::lock_guard lock(m_mutex);
  m_idle.push_back(std::move(entry));
}

void Pool::run(std::string_view name, const std::function<void(pqxx::work&)>& fn) {
  try {
    return attempt(name, fn);
  } catch (const pqxx::in_doubt_error&) {
    throw;
  } catch (const pqxx::broken_connection&) {
    // All idle ones broke with it, when the database was restarted.
    const std::lock_guard lock(m_mutex);
    m_idle.clear();
  } catch (const pqxx::deadlock_detected&) {
  } catch (const pqxx::serialization_failure&) {
  }
  try {
    attempt(name, fn);
  } catch (const pqxx::in_doubt_error&) {
    throw;
  } catch (const pqxx::broken_connection& error) {
    throw StoreAway(error.what());
  }
}

std::string_view noNul(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) throw std::invalid_argument("NUL in a text parameter");
  return text;
}

}  // namespace foyer::server
