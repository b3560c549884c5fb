// SPDX-License-Identifier: GPL-3.0-or-later
#include "pq_link.hpp"

namespace foyer::server {

namespace {
/// A connection keeps at most this many prepared statements: there is one for each set of fields that was
/// ever changed together, and each takes some 20 KiB of the database's memory.
constexpr std::size_t kMostPrepared = 500;
}  // namespace

PqLink::PqLink(const std::string& connection, int id)
    : m_connection(PQconnectdb(connection.c_str()), &PQfinish), m_id(id) {
  PGconn* raw = m_connection.get();
  if (PQstatus(raw) != CONNECTION_OK) throw PqError(PQerrorMessage(raw), "08000", true);
  // A batch is passed as arrays. Plans made anew for the length of each would cost more than running them.
  PqResult set(PQexec(raw, "SET plan_cache_mode = force_generic_plan"));
  if (PQstatus(raw) != CONNECTION_OK) throw PqError(PQerrorMessage(raw), "08000", true);
  if (PQenterPipelineMode(raw) != 1) throw PqError("No pipeline mode", "08000", true);
}

void PqLink::fail(const std::string& what) {
  throw PqError(what + ": " + PQerrorMessage(m_connection.get()), "08006", true);
}

const std::string& PqLink::prepared(const std::string& sql) {
  if (const auto it = m_names.find(sql); it != m_names.end()) return it->second;
  if (m_names.size() >= kMostPrepared) forgetPrepared();
  const std::string name = "s" + std::to_string(m_names.size());
  if (PQsendPrepare(m_connection.get(), name.c_str(), sql.c_str(), 0, nullptr) != 1) fail("Can't send");
  m_pending.push_back(false);
  return m_names[sql] = name;
}

void PqLink::forgetPrepared() {
  if (PQsendQueryParams(m_connection.get(), "DEALLOCATE ALL", 0, nullptr, nullptr, nullptr, nullptr, 0) != 1)
    fail("Can't send");
  m_pending.push_back(false);
  m_names.clear();
}

void PqLink::add(const std::string& sql, const PqParams& params, Format format) {
  const std::string& name = prepared(sql);
  const int count = params.count();
  std::vector<const char*> values(static_cast<std::size_t>(count));
  std::vector<int> lengths(static_cast<std::size_t>(count));
  const std::vector<int> formats(static_cast<std::size_t>(count), 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = params.nulls()[i] ? nullptr : params.values()[i].data();
    lengths[i] = static_cast<int>(params.values()[i].size());
  }
  if (PQsendQueryPrepared(m_connection.get(), name.c_str(), count, values.data(), lengths.data(),
                          formats.data(), static_cast<int>(format)) != 1) {
    fail("Can't send");
  }
  m_pending.push_back(true);
}

std::vector<PqResult> PqLink::run() {
  PGconn* raw = m_connection.get();
  if (PQpipelineSync(raw) != 1) fail("Can't send");
  std::vector<PqResult> results;
  std::string error;
  std::string state;
  for (const bool statement : m_pending) {
    PGresult* result = PQgetResult(raw);
    if (!result) fail("Connection lost");
    PqResult owned(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_FATAL_ERROR && error.empty()) {
      const char* sqlState = PQresultErrorField(result, PG_DIAG_SQLSTATE);
      state = sqlState ? sqlState : "";
      error = PQresultErrorMessage(result);
    }
    if (PQstatus(raw) != CONNECTION_OK) fail(error.empty() ? "Connection lost" : error);
    if (statement) results.push_back(std::move(owned));
    if (PGresult* end = PQgetResult(raw)) {  // the end of this statement's results is a null
      PQclear(end);
      fail("Unexpected answer");
    }
  }
  m_pending.clear();
  PqResult sync(PQgetResult(raw));
  if (!error.empty()) {
    m_failed = true;
    // 57P01 and its neighbours: the server ended the session, the socket may not tell yet.
    throw PqError(error, state, state.starts_with("57P") || PQstatus(raw) != CONNECTION_OK);
  }
  return results;
}

bool PqLink::alive() {
  PGconn* raw = m_connection.get();
  // The first read may find a farewell, the second the end of the stream.
  for (int read = 0; read < 2; ++read)
    if (PQconsumeInput(raw) != 1) return false;
  return PQstatus(raw) == CONNECTION_OK;
}

bool PqLink::rollback() noexcept {
  try {
    PGconn* raw = m_connection.get();
    if (m_failed || PQstatus(raw) != CONNECTION_OK || !m_pending.empty()) return false;
    if (PQtransactionStatus(raw) == PQTRANS_IDLE) return true;
    add("ROLLBACK");
    run();
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace foyer::server
