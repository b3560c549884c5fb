// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>

#include "copy.hpp"
#include "database.hpp"

namespace foyer::store {

namespace {

/// About what a mutation takes as JSON.
std::size_t roughSize(const model::Mutation& m) {
  constexpr std::size_t kFrame = 160;
  std::size_t size = kFrame;
  for (const model::FieldPatch& patch : m.patches) {
    size += patch.field->name.size() + patch.was.size() + 16;
    if (const auto* text = std::get_if<std::string>(&patch.value)) size += text->size();
    if (const auto* raw = std::get_if<Bytes>(&patch.value)) size += raw->size() * 4 / 3;
    if (std::holds_alternative<Uuid>(patch.value)) size += 38;
    for (const std::string& element : patch.added) size += element.size() + 3;
    for (const std::string& element : patch.removed) size += element.size() + 3;
  }
  return size;
}

/// Queued mutations that may go now, oldest first.
std::vector<OutboxEntry> ready(Database& d, const Uuid& scope, std::int64_t limit) {
  if (!d.outbox.hasHeld(scope)) return d.outbox.inStages(scope, {Stage::queued}, limit);
  const Roots& roots = d.outbox.roots(scope);
  std::vector<OutboxEntry> out;
  for (const auto& [localId, change] : d.outbox.open(scope)) {
    if (static_cast<std::int64_t>(out.size()) >= limit) break;
    if (change.stage != Stage::queued || roots.contains(localId)) continue;
    if (auto entry = d.outbox.find(localId)) out.push_back(std::move(*entry));
  }
  return out;
}

/// Whether the truth here has what the server made of a mutation.
bool reached(Database& d, const ScopeTable::Entry* scope, const RecordKey& key, std::int64_t version) {
  if (scope && scope->cursor >= version) return true;
  const std::optional<std::int64_t> truth = d.truthVersion(key);
  return truth && *truth >= version;
}

void hold(Database& d, OutboxEntry entry, const model::MutationResult& result) {
  entry.changedMs = d.nowMs();
  entry.stage = Stage::held;
  entry.reason = result.reason.value_or(Error{Code::internal, {}, "The server gave no reason."});
  d.outbox.update(entry);
  if (replacedByCopy(d, entry)) d.showAgain(entry.key());
  d.changed(entry.key(), false);
}

/// Results of one version whose numbers follow each other.
void acknowledge(Database& d, const Uuid& scopeId, std::span<const model::MutationResult> results) {
  const ScopeTable::Entry* scope = d.scopes.find(scopeId);
  const std::int64_t version = results.front().version;
  const auto keys =
      d.outbox.acknowledge(scopeId, results.front().seq, results.back().seq, version, d.nowMs());
  for (const RecordKey& key : keys) {
    if (reached(d, scope, key, version)) {
      d.outbox.finish(key, version, d.nowMs());
      d.showAgain(key);
    }
    d.changed(key, false);
  }
}

}  // namespace

std::vector<model::Mutation> Store::nextPush(const Uuid& scopeId, std::size_t maxCount,
                                             std::size_t maxBytes) {
  Database& d = *m_db;
  std::vector<model::Mutation> out;
  const ScopeTable::Entry* known = d.scopes.find(scopeId);
  if (!known || maxCount == 0) return out;
  std::size_t bytes = 0;
  const auto fits = [&](const model::Mutation& m) {
    bytes += roughSize(m);
    return out.empty() || bytes <= maxBytes;
  };
  const auto limit = static_cast<std::int64_t>(maxCount);
  for (OutboxEntry& entry : d.outbox.sent(scopeId, limit)) {
    if (!fits(entry.mutation)) return out;
    out.push_back(std::move(entry.mutation));
  }
  if (out.size() >= maxCount) return out;
  std::vector<OutboxEntry> queued = ready(d, scopeId, limit - static_cast<std::int64_t>(out.size()));
  if (queued.empty()) return out;
  const std::size_t before = out.size();
  try {
    d.transact([&] {
      ScopeTable::Entry scope = *known;
      for (OutboxEntry& entry : queued) {
        if (!fits(entry.mutation)) break;
        d.outbox.number(entry, ++scope.lastSeq);
        d.changed(entry.key(), false);
        out.push_back(std::move(entry.mutation));
      }
      d.scopes.put(scope);
    });
  } catch (...) {
    out.resize(before);
    throw;
  }
  return out;
}

void Store::storeResults(const Uuid& scopeId, const std::vector<model::MutationResult>& results) {
  Database& d = *m_db;
  d.transact([&] {
    for (auto at = results.begin(); at != results.end();) {
      if (at->outcome == model::Outcome::held) {
        // None: told before.
        if (auto entry = d.outbox.findSent(scopeId, at->seq)) hold(d, std::move(*entry), *at);
        ++at;
        continue;
      }
      const auto first = at;
      while (++at != results.end() && at->outcome != model::Outcome::held && at->version == first->version &&
             at->seq == (at - 1)->seq + 1) {
      }
      acknowledge(d, scopeId, {first, at});
    }
  });
}

std::uint64_t Store::acknowledged(const Uuid& scope) {
  const std::uint64_t first = m_db->outbox.firstUnanswered(scope);
  if (first > 0) return first - 1;
  const ScopeTable::Entry* entry = m_db->scopes.find(scope);
  return entry ? entry->lastSeq : 0;
}

std::uint64_t Store::firstToSend(const Uuid& scope) { return m_db->outbox.firstUnanswered(scope); }

}  // namespace foyer::store
