// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.hpp"

#include <algorithm>

#include "database.hpp"
#include "erased.hpp"
#include "open_steps.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

constexpr std::int64_t kKeepDoneMs = 30LL * 24 * 3600 * 1000;

/// Runs a read; damage met on the way is noted, so that the next open rebuilds.
template <class Work>
auto guarded(Database& d, Work work) {
  try {
    return work();
  } catch (const Failure& failure) {
    if (failure.damaged) markSuspect(d.options.file);
    throw;
  }
}

}  // namespace

void putSetting(Database& d, std::string_view key, std::string_view value) {
  Statement s(d.db, "INSERT OR REPLACE INTO local_settings (key, value) VALUES (?, ?)");
  s.with(key, value).run();
}

std::int64_t Store::baseOf(const Uuid& scope, const schema::Collection& collection, const Uuid& id) {
  return guarded(*m_db, [&] {
    const auto head = m_db->table(collection).head(scope, id);
    const auto* entry = m_db->scopes.find(scope);
    return std::max(head ? head->version : 0, entry ? entry->cursor : 0);
  });
}

std::optional<model::Record> Store::get(const schema::Collection& collection, const Uuid& scope,
                                        const Uuid& id) {
  return guarded(*m_db, [&] { return m_db->table(collection).read(scope, id); });
}

Pending Store::pendingOf(const schema::Collection& collection, const Uuid& scope, const Uuid& id) {
  return guarded(*m_db, [&] {
    Pending worst = Pending::none;
    for (const OutboxEntry& entry : m_db->outbox.pendingOf({scope, collection.id, id})) {
      if (entry.stage == Stage::queued) worst = std::max(worst, Pending::queued);
      if (entry.stage == Stage::sent) worst = std::max(worst, Pending::sent);
      if (entry.stage == Stage::held) worst = Pending::held;
    }
    return worst;
  });
}

HlcClock& Store::hlc() { return m_db->hlc; }

std::string Store::setting(std::string_view key) {
  return guarded(*m_db, [&] {
    Statement s(m_db->db, "SELECT value FROM local_settings WHERE key = ?");
    return s.with(key).step() ? std::string(s.text(0)) : std::string();
  });
}

void Store::setSetting(std::string_view key, std::string_view value) {
  m_db->transact([&] { putSetting(*m_db, key, value); });
}

void Store::onChanges(std::function<void(const std::vector<Change>&)> listener) {
  m_db->listener = std::move(listener);
}

void Store::exportScope(const Uuid& scope, const std::function<void(std::string_view line)>& sink) {
  guarded(*m_db, [&] {
    for (const schema::Collection& collection : schema::collections()) {
      Statement ids(m_db->db, "SELECT id FROM " + sqlName(collection.name) +
                                  " WHERE scope_id = ?1 UNION SELECT id FROM local_truth "
                                  "WHERE scope = ?1 AND collection = ?2 ORDER BY id");
      ids.with(scope, collection.id);
      while (ids.step()) {
        const auto truth = m_db->truthOf({scope, collection.id, ids.uuid(0)});
        if (truth && truth->state != model::State::tombstone) sink(protocol::exportLine(*truth));
      }
    }
  });
}

std::filesystem::path Store::file() const { return m_db->options.file; }

void Store::tidy() {
  m_db->transact([&] { m_db->outbox.purgeDone(m_db->nowMs() - kKeepDoneMs); });
  sweepErased(*m_db);
  purge();
}

}  // namespace foyer::store
