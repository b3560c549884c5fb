// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pg_links.hpp"

namespace foyer::server {

/// A ScopeTx inside a PostgreSQL transaction that holds the scope's row lock.
class PgTx final : public ScopeTx {
 public:
  /// Begins, locks the scope's row (making it if need be) and reads `want`.
  PgTx(PqLink& link, const Uuid& scope, const Want& want, const FieldSeal& seal);
  /// Stores everything and commits, or ends the transaction when there is nothing to store.
  void commit();
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
  std::vector<EpochMark> fetchEpochs() override;
  std::vector<Uuid> fetchConflictsOf(std::span<const Uuid> subjects) override;
  bool fetchErased(const Uuid& record) override;
  std::int64_t fetchRecordCount() override;
  std::optional<AdminEdit> fetchAdminEdit(std::int64_t number) override;

 private:
  using Wanted = std::map<const schema::Collection*, std::vector<Uuid>>;
  bool begin(const Want& want, const Wanted& records);  ///< false: there is no such scope yet
  void addLoads(const Wanted& records);
  void takeLoads(const Wanted& records, std::span<const PqResult> results);
  void addDevice(const Uuid& device);
  void addOutcomeRange(const Uuid& device, std::uint64_t first, std::uint64_t last);
  void takeOutcomes(const Uuid& device, const PqResult& result);
  void storeScope();
  void storeChain();
  void storeMembers();
  void storeDevices();
  void storeOutcomes();
  void storeRecords();
  void storeRecords(const schema::Collection& collection, Records::const_iterator first,
                    Records::const_iterator last);
  void storeJournal();
  void storeForgotten();
  void storeErased();
  void blankWriter(const Uuid& account);
  void storeAudit();
  void storeJobs();
  void storeAdminEdits();

  PqLink& m_link;
  const FieldSeal& m_seal;
  std::map<std::pair<Uuid, std::uint64_t>, StoredOutcome> m_knownOutcomes;
  std::map<Uuid, std::pair<std::uint64_t, std::uint64_t>>
      m_pushed;  ///< numbers, until their outcomes are read
};

}  // namespace foyer::server
