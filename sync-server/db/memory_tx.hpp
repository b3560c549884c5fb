// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory_data.hpp"

namespace foyer::server {

/// A ScopeTx over one scope of a MemoryStore; the store's lock is held while it lives.
class MemoryStore::Tx final : public ScopeTx {
 public:
  explicit Tx(ScopeData& data) : m_data(data) { m_row = m_rowBefore = data.row; }
  /// Stores everything; queued jobs get ids above `lastJob`.
  void commit(std::map<std::int64_t, Job>& jobs, std::int64_t& lastJob);
  std::map<std::int64_t, model::Digest> chainAt(std::span<const std::int64_t> versions) override;
  std::optional<std::int64_t> oldestChain() override;

 protected:
  void fetch(std::span<const RecordKey> keys) override;
  void fetchOpenConflicts(std::span<const Uuid> subjects) override;
  std::optional<std::string> fetchRole(const Uuid& account) override;
  std::vector<Member> fetchMembers() override;
  std::optional<DeviceRow> fetchDevice(const Uuid& device) override;
  std::optional<StoredOutcome> fetchOutcome(const Uuid& device, std::uint64_t seq) override;
  std::int64_t fetchProjectedFrom(const Uuid& source) override;
  std::vector<EpochMark> fetchEpochs() override { return m_data.epochs; }
  std::vector<Uuid> fetchConflictsOf(std::span<const Uuid> subjects) override;
  bool fetchErased(const Uuid& record) override;
  std::int64_t fetchRecordCount() override;
  /// Nobody writes SQL to it.
  std::optional<AdminEdit> fetchAdminEdit(std::int64_t) override { return {}; }

 private:
  void commitForgotten();
  ScopeData& m_data;
};

}  // namespace foyer::server
