// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of law 10: sums, marks and rows for a device whose digest differs.
#include <algorithm>

#include "levels.hpp"
#include "model/tree.hpp"
#include "protocol/limits.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {
namespace {

/// Each search reads a whole scope: more at once would take the database from everybody else.
constexpr int kSearchesAtOnce = 2;

/// A place among the searches that run; to be asked whether there was one.
class SearchSlot {
 public:
  explicit SearchSlot(std::atomic<int>& running)
      : m_running(running), m_taken(running.fetch_add(1) < kSearchesAtOnce) {}
  ~SearchSlot() { --m_running; }
  SearchSlot(const SearchSlot&) = delete;
  SearchSlot& operator=(const SearchSlot&) = delete;
  explicit operator bool() const { return m_taken; }

 private:
  std::atomic<int>& m_running;
  bool m_taken;
};

const Error kForbidden{Code::forbidden, "scope", "You are not a member of this scope."};
const Error kBusy{Code::busy, {}, "Other differences are being searched now. Try again in a moment."};

/// Rows read by name.
class NamedRows final : public PageRows {
 public:
  explicit NamedRows(std::vector<model::Record> named) : m_rows(std::move(named)) {}
  void write(protocol::PageWriter& out) const override {
    const schema::Collection* open = nullptr;
    for (const model::Record& row : m_rows) {
      if (row.collection != open) out.beginBatch(*row.collection);
      open = row.collection;
      out.row(row);
    }
  }
  std::vector<model::Record> records() const override { return m_rows; }

 private:
  std::vector<model::Record> m_rows;
};

std::size_t roughSize(const model::Record& row) {
  std::string bytes;
  model::canonicalBytes(row, bytes);
  return bytes.size();
}

}  // namespace

bool SyncService::mayRead(const Principal& who, const Uuid& scope) {
  if (!m_store.roleOf(scope, who.account)) return false;
  if (!who.kiosk) return true;
  const std::optional<ScopeRow> row = m_store.scope(scope);
  return row && row->kind == schema::Scope::gate;
}

Result<protocol::Sums> SyncService::sums(const Principal& who, const protocol::SumsRequest& request) {
  if (!mayRead(who, request.scope)) return kForbidden;
  const SearchSlot slot(m_searches);
  if (!slot) return kBusy;
  model::TreeSums tree;
  const auto row = m_store.readMarks(
      {.scope = request.scope, .level = levelOf(request.schema), .prefixes = request.prefixes},
      [&](const protocol::Mark& mark) {
        tree.add(mark.id, *mark.hash);
        return true;
      });
  if (!row) return kForbidden;
  if (request.prefixes.front().empty()) ++m_counts.searches;
  protocol::Sums answer{.scope = request.scope, .epoch = row->epoch, .head = row->head, .branches = {}};
  for (const std::string& prefix : request.prefixes) {
    answer.branches.push_back({prefix, tree.children(prefix)});
  }
  return answer;
}

Result<protocol::Marks> SyncService::marks(const Principal& who, const protocol::MarksRequest& request) {
  if (!mayRead(who, request.scope)) return kForbidden;
  const SearchSlot slot(m_searches);
  if (!slot) return kBusy;
  protocol::Marks answer;
  answer.scope = request.scope;
  answer.prefixes = request.prefixes;
  bool tooMany = false;
  const auto row = m_store.readMarks({.scope = request.scope,
                                      .level = levelOf(request.schema),
                                      .prefixes = request.prefixes,
                                      .tombstones = true},
                                     [&](const protocol::Mark& mark) {
                                       tooMany = answer.marks.size() >= protocol::kMaxMarks;
                                       if (!tooMany) answer.marks.push_back(mark);
                                       return !tooMany;
                                     });
  if (!row) return kForbidden;
  if (tooMany) {
    return Error{Code::tooLarge, "p",
                 "More than " + std::to_string(protocol::kMaxMarks) +
                     " rows lie there. Ask for fewer prefixes, or longer ones."};
  }
  answer.epoch = row->epoch;
  answer.head = row->head;
  return answer;
}

Result<PageAnswer> SyncService::rows(const Principal& who, const protocol::RowsRequest& request) {
  if (!mayRead(who, request.scope)) return kForbidden;
  const int level = levelOf(request.schema);
  std::vector<RecordKey> keys;
  for (const protocol::RowName& name : request.rows) {
    if (name.collection->since <= level) keys.push_back({name.collection, name.id});
  }
  std::optional<Snapshot> found = m_store.read(request.scope, keys);
  if (!found) return kForbidden;
  std::sort(found->records.begin(), found->records.end(), [](const auto& a, const auto& b) {
    return std::pair(a.collection->id, a.id) < std::pair(b.collection->id, b.id);
  });
  std::size_t bytes = 0;
  std::size_t count = 0;
  while (count < found->records.size() && (count == 0 || bytes < m_limits.pageBytes)) {
    bytes += roughSize(found->records[count++]);
  }
  PageAnswer page;
  page.level = level;
  page.header.scope = request.scope;
  page.header.epoch = found->scope.epoch;
  page.header.head = found->scope.head;
  page.header.part = true;
  page.header.more = count < found->records.size();
  found->records.resize(count, model::Record(*request.rows.front().collection, request.scope, {}));
  m_counts.repaired += static_cast<std::int64_t>(count);
  auto named = std::make_unique<NamedRows>(std::move(found->records));
  named->rows = static_cast<std::int64_t>(count);
  page.rows = std::move(named);
  return page;
}

}  // namespace foyer::server
