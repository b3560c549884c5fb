// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/dump.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace foyer::server {
namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Rows = std::vector<std::vector<std::string>>;

Connection connect(const std::string& connection) {
  Connection made(PQconnectdb(connection.c_str()), &PQfinish);
  if (PQstatus(made.get()) != CONNECTION_OK) {
    throw std::runtime_error(std::string("The database can't be reached: ") + PQerrorMessage(made.get()));
  }
  return made;
}

[[noreturn]] void fail(PGconn* connection) {
  throw std::runtime_error(std::string("The database refused: ") + PQerrorMessage(connection));
}

Answer ask(PGconn* connection, const std::string& sql, ExecStatusType wanted) {
  Answer answer(PQexec(connection, sql.c_str()), &PQclear);
  if (PQresultStatus(answer.get()) != wanted) fail(connection);
  return answer;
}

void run(PGconn* connection, const std::string& sql) { ask(connection, sql, PGRES_COMMAND_OK); }

Rows rows(PGconn* connection, const std::string& sql) {
  const Answer answer = ask(connection, sql, PGRES_TUPLES_OK);
  Rows out;
  for (int row = 0; row < PQntuples(answer.get()); ++row) {
    auto& cells = out.emplace_back();
    for (int column = 0; column < PQnfields(answer.get()); ++column) {
      cells.emplace_back(PQgetvalue(answer.get(), row, column));
    }
  }
  return out;
}

std::string quoted(PGconn* connection, const std::string& name) {
  char* raw = PQescapeIdentifier(connection, name.data(), name.size());
  if (raw == nullptr) fail(connection);
  std::string out = raw;
  PQfreemem(raw);
  return out;
}

std::string columnList(PGconn* connection, const DumpTable& table) {
  std::string out;
  for (const std::string& column : table.columns)
    out += (out.empty() ? "" : ", ") + quoted(connection, column);
  return out;
}

/// Ends a COPY and returns the rows it counted.
std::int64_t endOfCopy(PGconn* connection) {
  std::int64_t count = 0;
  for (;;) {
    const Answer answer(PQgetResult(connection), &PQclear);
    if (!answer) return count;
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) fail(connection);
    count = std::atoll(PQcmdTuples(answer.get()));
  }
}

constexpr const char* kTablesSql =
    "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
    "AND NOT "
    "a.attisdropped WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> "
    "'schema_migrations' ORDER BY c.relname, a.attnum";
constexpr const char* kReferencesSql =
    "SELECT f.relname, t.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t "
    "ON t.oid = "
    "k.confrelid WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace";

std::vector<DumpTable> allTables(PGconn* connection) {
  std::vector<DumpTable> all;
  for (const auto& row : rows(connection, kTablesSql)) {
    if (all.empty() || all.back().name != row[0]) all.push_back({row[0], {}});
    all.back().columns.push_back(row[1]);
  }
  return all;
}

}  // namespace

struct DatabaseDump::Impl {
  Connection connection;
};

DatabaseDump::DatabaseDump(const std::string& connection)
    : m_impl(std::make_unique<Impl>(Impl{connect(connection)})) {
  run(m_impl->connection.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  // The snapshot is taken by the first statement.
  rows(m_impl->connection.get(), "SELECT 1");
}
DatabaseDump::~DatabaseDump() = default;

std::vector<DumpTable> DatabaseDump::tables() {
  std::vector<DumpTable> left = allTables(m_impl->connection.get());
  std::map<std::string, std::set<std::string>> needs;
  for (const auto& row : rows(m_impl->connection.get(), kReferencesSql)) {
    if (row[0] != row[1]) needs[row[0]].insert(row[1]);
  }
  std::vector<DumpTable> ordered;
  while (!left.empty()) {
    const auto free =
        std::find_if(left.begin(), left.end(), [&](const DumpTable& t) { return needs[t.name].empty(); });
    if (free == left.end()) throw std::runtime_error("Tables refer to each other in a circle.");
    for (auto& [name, wanted] : needs) wanted.erase(free->name);
    ordered.push_back(std::move(*free));
    left.erase(free);
  }
  return ordered;
}

std::vector<DumpSequence> DatabaseDump::sequences() {
  std::vector<DumpSequence> all;
  for (const auto& row :
       rows(m_impl->connection.get(),
            "SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = "
            "'public' ORDER BY sequencename")) {
    all.push_back({row[0], std::stoll(row[1])});
  }
  return all;
}

std::vector<std::pair<int, std::string>> DatabaseDump::migrations() {
  std::vector<std::pair<int, std::string>> all;
  for (const auto& row :
       rows(m_impl->connection.get(), "SELECT number, checksum FROM schema_migrations ORDER BY number")) {
    all.emplace_back(std::stoi(row[0]), row[1]);
  }
  return all;
}

std::vector<std::string> DatabaseDump::blobs() {
  std::vector<std::string> all;
  for (auto& row :
       rows(m_impl->connection.get(), "SELECT encode(sha256, 'hex') FROM blobs ORDER BY sha256")) {
    all.push_back(std::move(row[0]));
  }
  return all;
}

std::int64_t DatabaseDump::copy(const DumpTable& table, const std::function<void(std::string_view)>& take) {
  PGconn* connection = m_impl->connection.get();
  ask(connection,
      "COPY " + quoted(connection, table.name) + " (" + columnList(connection, table) +
          ") TO STDOUT (FORMAT binary)",
      PGRES_COPY_OUT);
  for (;;) {
    char* raw = nullptr;
    const int size = PQgetCopyData(connection, &raw, 0);
    if (size == -2) fail(connection);
    if (size < 0) break;
    const std::unique_ptr<char, decltype(&PQfreemem)> piece(raw, &PQfreemem);
    take({raw, static_cast<std::size_t>(size)});
  }
  return endOfCopy(connection);
}

struct DatabaseLoad::Impl {
  Connection connection;
};

DatabaseLoad::DatabaseLoad(const std::string& connection)
    : m_impl(std::make_unique<Impl>(Impl{connect(connection)})) {
  run(m_impl->connection.get(), "BEGIN");
}
DatabaseLoad::~DatabaseLoad() = default;

void DatabaseLoad::copy(const DumpTable& table,
                        const std::function<std::optional<std::string_view>()>& next) {
  PGconn* connection = m_impl->connection.get();
  ask(connection,
      "COPY " + quoted(connection, table.name) + " (" + columnList(connection, table) +
          ") FROM STDIN (FORMAT binary)",
      PGRES_COPY_IN);
  while (const auto piece = next()) {
    if (PQputCopyData(connection, piece->data(), static_cast<int>(piece->size())) != 1) fail(connection);
  }
  if (PQputCopyEnd(connection, nullptr) != 1) fail(connection);
  endOfCopy(connection);
}

void DatabaseLoad::setSequence(const DumpSequence& sequence, std::int64_t ahead) {
  PGconn* connection = m_impl->connection.get();
  const std::string name = quoted(connection, sequence.name);
  rows(connection, "SELECT setval('" + name + "', " + std::to_string(sequence.value + ahead) + ")");
}

void DatabaseLoad::openEpochs(std::int64_t wallMs, std::int64_t firstVersion) {
  PGconn* connection = m_impl->connection.get();
  const std::string now = std::to_string(wallMs);
  const std::string first = "greatest(" + std::to_string(firstVersion) + ", head + 1024)";
  run(connection,
      "INSERT INTO scope_epochs (scope_id, epoch, first_version, restored_head, began_at) SELECT scope_id, "
      "epoch + 1, " +
          first + ", head, " + now + " FROM scopes WHERE head > 0");
  run(connection, "UPDATE scopes SET epoch = epoch + 1, epoch_base = head, epoch_first = " + first +
                      ", head = " + first +
                      ", chain = substring(sha256(chain || convert_to('epoch ' || (epoch + 1) || ' ' || " +
                      now + ", 'UTF8')) from 1 for 16) WHERE head > 0");
  run(connection,
      "INSERT INTO scope_chain (scope_id, version, hash, made_at) SELECT scope_id, head, chain, " + now +
          " FROM scopes WHERE head > 0");
}

void DatabaseLoad::commit() { run(m_impl->connection.get(), "COMMIT"); }

bool isEmptyDatabase(const std::string& connection) {
  const Connection made = connect(connection);
  for (const DumpTable& table : allTables(made.get())) {
    if (!rows(made.get(), "SELECT 1 FROM " + quoted(made.get(), table.name) + " LIMIT 1").empty())
      return false;
  }
  return true;
}

}  // namespace foyer::server
