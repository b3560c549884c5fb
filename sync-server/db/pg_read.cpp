// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"
#include "pg_page.hpp"
#include "record_sql.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

constexpr const char* kSnapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// Rows per statement of an export: bounds memory, the snapshot stays one.
constexpr std::int64_t kExportRows = 5'000;

std::string bornScopeSql() {
  return std::string("SELECT ") + kScopeColumns +
         " FROM scopes s WHERE s.scope_id = $1::uuid AND s.kind IS NOT NULL";
}

void end(PqLink& link) {
  link.add("COMMIT");
  link.run();
}

/// Opens a snapshot and reads the scope's row; what was added to the link before goes along.
std::optional<ScopeRow> openSnapshot(PqLink& link, const Uuid& scope) {
  link.add(kSnapshot);
  link.add(bornScopeSql(), PqParams().uuid(scope));
  const std::vector<PqResult> results = link.run();
  if (results[1].rows() == 0) return std::nullopt;
  return readScope(results[1], 0);
}

void readStep(PqLink& link, const Uuid& scope, const PageWalk::Step& step) {
  const RecordSql& sql = recordSql(*step.collection);
  const std::string fill = step.fill > 0 ? fillSql(*step.collection, step.fill) : std::string();
  link.add(!fill.empty()     ? fill
           : step.tombstones ? sql.page
                             : sql.pageLive,
           PqParams().uuid(scope).integer(step.version).uuid(step.id).integer(step.until).integer(step.limit),
           PqLink::Format::text);
}

}  // namespace

std::unique_ptr<PageRows> PgStore::readPage(const PageRequest& request) {
  Lease link(*m_links, "page");
  link->add(kSnapshot);
  link->add(bornScopeSql(), PqParams().uuid(request.scope));
  if (request.reader) link->add(kRoleSql, PqParams().uuid(request.scope).uuid(*request.reader));
  const std::vector<PqResult> head = link->run();
  if (head[1].rows() == 0) return nullptr;
  const ScopeRow scope = readScope(head[1], 0);
  auto page = std::make_unique<PgPage>(m_seal);
  if (request.reader && head[2].rows() > 0) page->role = std::string(head[2].cell(0, 0));
  PageWalk walk(scope, request);
  if (!request.reader || page->role) {
    while (const std::optional<PageWalk::Step> step = walk.step()) {
      readStep(*link, request.scope, *step);
      std::vector<PqResult> results = link->run();
      page->take(*step, std::move(results[0]), walk);
    }
  }
  end(*link);
  walk.finish(*page);
  return page;
}

std::optional<Snapshot> PgStore::read(const Uuid& scope, std::span<const RecordKey> keys) {
  Lease link(*m_links, "read");
  const std::optional<ScopeRow> row = openSnapshot(*link, scope);
  if (!row) return std::nullopt;
  Snapshot snapshot{*row, {}};
  const auto wanted = byCollection(keys);
  for (const auto& [collection, ids] : wanted) {
    link->add(recordSql(*collection).load, PqParams().uuid(scope).raw(idArray(ids)));
  }
  link->add("COMMIT");
  const std::vector<PqResult> results = link->run();
  std::size_t at = 0;
  for (const auto& [collection, ids] : wanted) {
    const PqResult& result = results[at++];
    for (int i = 0; i < result.rows(); ++i) {
      snapshot.records.push_back(readServerRecord(result, i, *collection, scope, m_seal).record.row);
    }
  }
  return snapshot;
}

std::optional<Snapshot> PgStore::readAll(const Uuid& scope, const schema::Collection& collection) {
  Lease link(*m_links, "read all");
  const std::optional<ScopeRow> row = openSnapshot(*link, scope);
  if (!row) return std::nullopt;
  Snapshot snapshot{*row, {}};
  PageWalk::Step step{
      .collection = &collection, .version = 0, .id = {}, .until = row->head, .limit = INT64_MAX};
  readStep(*link, scope, step);
  link->add("COMMIT");
  const std::vector<PqResult> results = link->run();
  for (int i = 0; i < results[0].rows(); ++i) {
    model::Record record = readRecord(results[0], i, collection, scope, PqLink::Format::text, m_seal);
    if (record.state == model::State::live) snapshot.records.push_back(std::move(record));
  }
  return snapshot;
}

std::optional<ScopeRow> PgStore::exportScope(const Uuid& scope,
                                             const std::function<void(const model::Record&)>& each) {
  Lease link(*m_links, "export");
  std::optional<ScopeRow> row = openSnapshot(*link, scope);
  if (!row) return std::nullopt;
  for (const schema::Collection& collection : schema::collections()) {
    Uuid after;
    for (;;) {
      link->add(recordSql(collection).exportRows, PqParams().uuid(scope).uuid(after).integer(kExportRows));
      const std::vector<PqResult> results = link->run();
      const int rows = results[0].rows();
      for (int i = 0; i < rows; ++i) {
        each(readRecord(results[0], i, collection, scope, PqLink::Format::binary, m_seal));
      }
      if (rows < kExportRows) break;
      after = results[0].uuid(rows - 1, 0);
    }
  }
  end(*link);
  return row;
}

}  // namespace foyer::server
