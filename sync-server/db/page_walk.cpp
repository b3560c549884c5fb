// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "schema/collections.hpp"
#include "server/db/page.hpp"

namespace foyer::server {

namespace {
protocol::PageToken passFrom(std::int64_t since, std::int64_t target, int fill = 0) {
  return {.since = since, .target = target, .collection = 0, .version = 0, .id = {}, .fill = fill};
}
}  // namespace

PageWalk::PageWalk(const ScopeRow& scope, const PageRequest& request)
    : m_scope(scope),
      m_level(request.level),
      m_at(request.from),
      m_rowsLeft(std::max<std::int64_t>(request.maxRows, 1)),
      m_bytesLeft(request.maxBytes) {
  m_at.since = std::clamp<std::int64_t>(m_at.since, 0, scope.head);
  if (m_at.target <= 0) m_at = passFrom(m_at.since, scope.head, m_at.fill);
  m_at.target = std::min(m_at.target, scope.head);
  settle();
}

/// Whether the collection has anything for a device of this level in this pass.
bool PageWalk::wanted(std::uint16_t id) const {
  const schema::Collection* collection = schema::findCollection(id);
  if (!collection || collection->since > m_level) return false;
  return !filling() || collection->newerThan(m_at.fill);
}

void PageWalk::settle() {
  for (;;) {
    auto it = m_scope.heads.lower_bound(m_at.collection);
    while (it != m_scope.heads.end() && (it->second <= m_at.since || !wanted(it->first))) ++it;
    if (it != m_scope.heads.end()) {
      const bool fresh = it->first != m_at.collection || m_at.version <= m_at.since;
      m_at.collection = it->first;
      if (fresh) {
        m_at.version = m_at.since;
        m_at.id.bytes.fill(0xff);
      }
      return;
    }
    if (m_at.target >= m_scope.head) break;
    m_at = passFrom(m_at.target, m_scope.head, m_at.fill);
  }
  m_done = true;
}

std::optional<PageWalk::Step> PageWalk::step() const {
  if (m_done || m_rowsLeft <= 0 || m_bytesLeft == 0) return std::nullopt;
  const schema::Collection* collection = schema::findCollection(m_at.collection);
  return Step{.collection = collection,
              .version = m_at.version,
              .id = m_at.id,
              .until = m_at.target,
              .limit = m_rowsLeft,
              .tombstones = m_at.since > 0,
              .fill = filling() ? m_at.fill : 0};
}

void PageWalk::took(std::int64_t rows, std::size_t bytes, std::int64_t lastVersion, const Uuid& lastId,
                    bool exhausted) {
  m_rows += rows;
  m_rowsLeft -= rows;
  m_bytesLeft -= std::min(bytes, m_bytesLeft);
  if (!exhausted) {
    m_at.version = lastVersion;
    m_at.id = lastId;
    return;
  }
  ++m_at.collection;
  m_at.version = 0;
  settle();
}

void PageWalk::finish(PageRows& page) const {
  page.scope = m_scope;
  page.rows = m_rows;
  page.more = !m_done;
  page.next = m_done ? passFrom(m_scope.head, 0) : m_at;
}

}  // namespace foyer::server
