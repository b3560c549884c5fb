// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "server/db/admin_edits.hpp"
#include "server/db/audit.hpp"
#include "server/db/journal.hpp"
#include "server/db/rows.hpp"

namespace foyer::server {

/// One writing transaction of one scope: a unit of work over rows read after the scope's lock was taken.
/// Writes are kept here and stored together at the commit; reads see them. Belongs to the thread that runs
/// ScopeStore::withScope and ends with it.
class ScopeTx {
 public:
  virtual ~ScopeTx() = default;
  ScopeTx(const ScopeTx&) = delete;
  ScopeTx& operator=(const ScopeTx&) = delete;

  /// The counter row. Change it in place; digest and collection heads are kept by the transaction itself.
  ScopeRow& row() { return m_row; }
  const ScopeRow& row() const { return m_row; }
  bool born() const { return m_row.kind.has_value(); }

  std::optional<std::string> roleOf(const Uuid& account);
  std::vector<Member> members();
  void setMember(const Uuid& account, const std::string& role);
  void removeMember(const Uuid& account);

  /// The device's row, with zeros if it is new here. Change it in place.
  DeviceRow& device(const Uuid& device);
  /// Outcome of a number that was given before; none if it has no outcome.
  std::optional<StoredOutcome> outcome(const Uuid& device, std::uint64_t seq);
  /// Outcomes of one push, in order, starting at `firstSeq`.
  void addOutcomes(const Uuid& device, std::uint64_t firstSeq, std::vector<StoredOutcome> outcomes);
  /// Drops the reasons of outcomes up to `ack`.
  void prune(const Uuid& device, std::uint64_t ack);

  /// Reads many records at once; `find` reads what is missing one by one.
  void load(std::span<const RecordKey> keys);
  /// Live, trashed or tombstone; null if the scope never had it. Valid until the next put of the same key.
  const merge::ServerRecord* find(const RecordKey& key);
  void put(merge::ServerRecord record);
  /// Who causes the puts that follow, for the journal; the server itself until somebody says so.
  void actAs(const Actor& actor) { m_actor = actor; }
  /// The time at which the transaction runs, milliseconds since 1970.
  void setWall(std::int64_t wallMs) { m_wallMs = wallMs; }
  /// Records with content, conflict cards and facts excepted, as the transaction sees them: what a quota
  /// counts.
  std::int64_t countedRecords();
  /// A line of the audit log, written with the changes or not at all. The memory store has no audit log.
  void audit(AuditEntry entry) { m_audit.push_back(std::move(entry)); }
  /// Drops what the journal says about a record: its content is gone for good.
  void forgetHistory(const RecordKey& key) { m_forgotten.push_back(key); }
  /// Takes what an account wrote out of the journal's lines of records that stay.
  void forgetWriter(const Uuid& account) { m_forgottenWriters.insert(account); }
  /// Drops what administrators queued for a record.
  void forgetAdminEdits(const Uuid& record) { m_forgottenEdits.insert(record); }
  /// Takes these files (SHA-256 in hex) out of the scope, unless a record with content refers to them after
  /// this transaction. The memory store has no files.
  void releaseFiles(const std::set<std::string>& hashes) { m_released.insert(hashes.begin(), hashes.end()); }
  /// Remembers that a record was erased, so that nothing makes it again.
  void rememberErased(const Uuid& record) { m_erased.insert(record); }
  bool wasErased(const Uuid& record) { return m_erased.contains(record) || fetchErased(record); }
  /// Conflict cards about these records, open or not, that still have content.
  std::vector<Uuid> conflictsOf(std::span<const Uuid> subjects) { return fetchConflictsOf(subjects); }
  /// Reads the live records of collection `conflicts` without a resolution whose subject is among `subjects`.
  std::vector<RecordKey> loadOpenConflicts(std::span<const Uuid> subjects);

  /// Filled at the commit when it moves the head; what others are told of it.
  void announceTo(std::optional<ScopeChange>& change) { m_change = &change; }

  /// Running hashes of former transactions with these versions, where there are any.
  virtual std::map<std::int64_t, model::Digest> chainAt(std::span<const std::int64_t> versions) = 0;
  /// The oldest version whose running hash is kept; none when there is none.
  virtual std::optional<std::int64_t> oldestChain() = 0;
  /// Every epoch but the first, ascending.
  const std::vector<EpochMark>& epochs();
  /// Begins a new epoch: the head becomes `mark.first`.
  void openEpoch(const EpochMark& mark);

  void queue(Job job) { m_jobs.push_back(std::move(job)); }
  /// Queues work about `subject`. At the commit there is one job per kind, due at once, whose payload lists
  /// the subjects: UUIDs with a space between them.
  void queueFor(const std::string& kind, const Uuid& subject) { m_subjects[kind].insert(subject); }

  /// An edit that an administrator queued for this scope; none: it was applied or refused before, or never
  /// was.
  std::optional<AdminEdit> adminEdit(std::int64_t number) { return fetchAdminEdit(number); }
  /// Ticks it off as applied, or as refused with a sentence.
  void finishAdminEdit(std::int64_t number, std::string refused) {
    m_adminEdits[number] = std::move(refused);
  }

  /// Version of the source that a projection into this scope was last made from; 0 = never.
  std::int64_t projectedFrom(const Uuid& source);
  void setProjectedFrom(const Uuid& source, std::int64_t version) { m_projected[source] = version; }

 protected:
  struct Entry {
    std::optional<merge::ServerRecord> record;
    model::Digest hash;                ///< of the record as stored
    std::vector<model::Digest> older;  ///< the same as schema levels 1, 2, … know it; empty: as `hash`
    bool existed = false;              ///< a row is there already
    bool dirty = false;
    std::optional<model::Record> before;  ///< the row as stored, once it is dirty; none: there was none
    Actor actor;                          ///< of the latest put
  };
  using Records = std::map<RecordKey, Entry>;
  struct OutcomeBatch {
    Uuid device;
    std::uint64_t firstSeq = 0;
    std::vector<StoredOutcome> outcomes;
  };

  ScopeTx() = default;
  virtual void fetch(std::span<const RecordKey> keys) = 0;  ///< calls `loaded` for each record there is
  /// Calls `loaded` for each open conflict of these subjects.
  virtual void fetchOpenConflicts(std::span<const Uuid> subjects) = 0;
  virtual std::optional<std::string> fetchRole(const Uuid& account) = 0;
  virtual std::vector<Member> fetchMembers() = 0;
  virtual std::optional<DeviceRow> fetchDevice(const Uuid& device) = 0;
  virtual std::optional<StoredOutcome> fetchOutcome(const Uuid& device, std::uint64_t seq) = 0;
  virtual std::int64_t fetchProjectedFrom(const Uuid& source) = 0;
  virtual std::vector<EpochMark> fetchEpochs() = 0;
  virtual std::vector<Uuid> fetchConflictsOf(std::span<const Uuid> subjects) = 0;
  virtual bool fetchErased(const Uuid& record) = 0;
  virtual std::int64_t fetchRecordCount() = 0;
  virtual std::optional<AdminEdit> fetchAdminEdit(std::int64_t number) = 0;

  void loaded(merge::ServerRecord record, const model::Digest& hash);
  /// Brings digest, heads and running hash up to date; to be called once, before storing. True when there is
  /// anything to store.
  bool prepareCommit();
  /// The head rose: its running hash is to be stored.
  bool chainGrew() const { return m_row.head != m_rowBefore.head; }
  void replaceHash(Entry& entry);

  /// What the journal says about a changed record, if anything.
  void note(const Entry& entry);

  ScopeRow m_row;
  ScopeRow m_rowBefore;
  Records m_records;
  std::vector<RecordKey> m_loadedKeys;  ///< by the latest fetch
  std::map<Uuid, DeviceRow> m_devices;
  std::map<Uuid, DeviceRow> m_devicesBefore;
  std::map<Uuid, std::optional<std::string>> m_roles;    ///< as read or changed
  std::map<Uuid, std::optional<std::string>> m_members;  ///< changed: role, or none when removed
  std::vector<OutcomeBatch> m_outcomes;
  std::map<Uuid, std::uint64_t> m_prune;
  std::vector<JournalEntry> m_journal;        ///< made by prepareCommit
  std::optional<std::int64_t> m_countBefore;  ///< records when the transaction began
  std::int64_t m_countChange = 0;
  std::vector<AuditEntry> m_audit;
  std::vector<RecordKey> m_forgotten;
  std::set<Uuid> m_erased;
  std::set<Uuid> m_forgottenWriters;
  std::set<Uuid> m_forgottenEdits;
  std::set<std::string> m_released;
  Actor m_actor;
  std::int64_t m_wallMs = 0;
  std::vector<Job> m_jobs;
  std::map<std::string, std::set<Uuid>> m_subjects;
  std::map<Uuid, std::int64_t> m_projected;
  std::map<std::int64_t, std::string> m_adminEdits;  ///< number and why it was refused, if it was
  std::vector<EpochMark> m_newEpochs;

 private:
  void announce();
  void extendChain();
  std::optional<ScopeChange>* m_change = nullptr;
  std::optional<std::vector<EpochMark>> m_epochs;
};

}  // namespace foyer::server
