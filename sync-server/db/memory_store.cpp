// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/memory_store.hpp"

#include <algorithm>

#include "memory_tx.hpp"

namespace foyer::server {

MemoryStore::MemoryStore() = default;
MemoryStore::~MemoryStore() = default;

void MemoryStore::withScope(const Uuid& scope, const Want& want, const std::function<void(ScopeTx&)>& fn) {
  const std::lock_guard lock(m_mutex);
  std::unique_ptr<ScopeData>& data = m_scopes[scope];
  if (!data) {
    data = std::make_unique<ScopeData>();
    data->row.scope = scope;
  }
  Tx tx(*data);
  tx.load(want.records);
  fn(tx);
  tx.commit(m_jobs, m_lastJob);
}

struct MemoryStore::Image {
  std::map<Uuid, ScopeData> scopes;
  std::map<std::int64_t, Job> jobs;
  std::int64_t lastJob = 0;
  std::map<std::pair<std::string, std::string>, std::map<std::int64_t, Uuid>> codes;
};

std::shared_ptr<const MemoryStore::Image> MemoryStore::image() {
  const std::lock_guard lock(m_mutex);
  auto now = std::make_shared<Image>();
  for (const auto& [id, data] : m_scopes) now->scopes[id] = *data;
  now->jobs = m_jobs;
  now->lastJob = m_lastJob;
  now->codes = m_codes;
  return now;
}

void MemoryStore::putBack(const Image& then) {
  const std::lock_guard lock(m_mutex);
  m_scopes.clear();
  for (const auto& [id, data] : then.scopes) m_scopes[id] = std::make_unique<ScopeData>(data);
  m_jobs = then.jobs;
  m_lastJob = then.lastJob;
  m_codes = then.codes;
}

std::int64_t MemoryStore::claimCode(const CodeClaim& claim,
                                    const std::function<void(std::int64_t)>& promise) {
  const std::lock_guard lock(m_mutex);
  auto& numbers = m_codes[{claim.kind, claim.country}];
  for (const auto& [number, subject] : numbers) {
    if (subject == claim.subject) return number;
  }
  const std::int64_t here = numbers.empty() ? 0 : numbers.rbegin()->first;
  const std::int64_t number = claim.known > 0 ? claim.known : std::max(here, claim.taken) + 1;
  promise(number);
  numbers.emplace(number, claim.subject);
  return number;
}

std::optional<Job> MemoryStore::claimJob(std::int64_t nowMs, std::int64_t retryMs) {
  const std::lock_guard lock(m_mutex);
  for (auto& [id, job] : m_jobs) {
    if (job.dueMs > nowMs && job.dueMs <= retryMs) continue;
    ++job.attempts;
    job.dueMs = retryMs;
    return job;
  }
  return std::nullopt;
}

void MemoryStore::finishJob(std::int64_t id) {
  const std::lock_guard lock(m_mutex);
  m_jobs.erase(id);
}

}  // namespace foyer::server
