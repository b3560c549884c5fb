// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "cursor_notes.hpp"
#include "levels.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {
namespace {

PageAnswer answerOf(std::shared_ptr<const PageRows> rows, int level) {
  PageAnswer page;
  page.level = level;
  page.header.scope = rows->scope.scope;
  page.header.epoch = rows->scope.epoch;
  page.header.next = rows->next;
  page.header.head = rows->scope.head;
  page.header.more = rows->more;
  if (!rows->more) page.header.digest = rows->scope.digestAt(level);
  if (!rows->more) page.header.hash = rows->scope.chain;
  page.rows = std::move(rows);
  return page;
}

PageAnswer liveAnswerOf(std::shared_ptr<const PageRows> rows, std::int64_t from, int level) {
  PageAnswer page = answerOf(std::move(rows), level);
  page.header.live = true;
  page.header.from = from;
  return page;
}

bool reads(const Principal& who, const ScopeRow& scope) {
  return !who.kiosk || scope.kind == schema::Scope::gate;
}

}  // namespace

Result<PageAnswer> SyncService::pull(const Principal& who, const protocol::Pull& pull) {
  PageRequest request;
  request.scope = pull.scope;
  request.reader = who.account;
  request.from = pull.from;
  request.level = levelOf(pull.schema);
  request.maxRows = pull.limit > 0 ? std::min(pull.limit, m_limits.pageRows) : m_limits.pageRows;
  request.maxBytes = m_limits.pageBytes;
  std::unique_ptr<PageRows> rows = m_store.readPage(request);
  if (!rows || !rows->role || !reads(who, rows->scope)) {
    return Error{Code::forbidden, "scope", "You are not a member of this scope."};
  }
  if (pull.from.since > 0 && pull.epoch == rows->scope.epoch && rows->scope.kind != schema::Scope::catalog) {
    m_cursors->note(pull.scope, who, std::min(pull.from.since, rows->scope.head), m_clock.wallMs());
  }
  if (pull.from.since > 0 && pull.epoch != rows->scope.epoch) {
    request.from = {.since = countedVersion(pull.from.since, m_store.epochs(pull.scope)),
                    .target = 0,
                    .collection = 0,
                    .version = 0,
                    .id = {}};
    rows = m_store.readPage(request);
    if (!rows || !rows->role) return Error{Code::forbidden, "scope", "You are not a member of this scope."};
  }
  if (rows->scope.kind != schema::Scope::catalog) {
    m_cursors->sent(pull.scope, who, rows->more ? request.from.since : rows->scope.head);
  }
  return answerOf(std::move(rows), request.level);
}

Result<PageAnswer> SyncService::changes(const Uuid& scope, std::int64_t from, int level) {
  PageRequest request;
  request.level = levelOf(level);
  request.scope = scope;
  request.from.since = from;
  request.maxRows = m_limits.pageRows;
  request.maxBytes = m_limits.pageBytes;
  std::unique_ptr<PageRows> rows = m_store.readPage(request);
  if (!rows) return Error{Code::notFound, "scope", "There is no such scope."};
  return liveAnswerOf(std::move(rows), from, request.level);
}

PageAnswer SyncService::changes(std::shared_ptr<const CommittedRows> rows) {
  const std::int64_t from = rows->from;
  return liveAnswerOf(std::move(rows), from, schema::kSchemaLevel);
}

}  // namespace foyer::server
