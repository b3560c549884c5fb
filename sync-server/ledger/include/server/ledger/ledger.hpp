// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/uuid.hpp"

namespace foyer::server {

/// What was done for good, and who was let in: a member whom a restore forgot would lose what lies there. The
/// names in the file are those of `kindName`.
enum class LedgerKind : std::uint8_t {
  erasure,   ///< content of `subject` in `scope` is gone for ever; `detail` says what subject is
  member,    ///< account `subject` left or was removed from `scope`
  session,   ///< session `subject` ended
  sessions,  ///< all sessions of account or kiosk `subject` ended but the one in `detail` (if any)
  key,       ///< key number `detail` of `scope` (a project) was withdrawn
  consent,   ///< consent `subject` in `scope` was withdrawn
  badge,     ///< badge `subject` in `scope` was revoked
  kiosk,     ///< kiosk `subject` was removed from `scope`
  code,      ///< `subject` got a code's number; `detail` is kind, country and number: "talent MA 17"
  joined,    ///< account or kiosk `subject` became a member of `scope` with the role in `detail`
};
std::string_view kindName(LedgerKind kind);

/// One erasure or revocation. Ids only: `detail` holds no content.
struct LedgerEntry {
  std::int64_t number = 0;  ///< from 1, given by append
  std::int64_t atMs = 0;    ///< wall clock, milliseconds since 1970
  LedgerKind kind = LedgerKind::erasure;
  Uuid scope;    ///< nil when it belongs to none
  Uuid subject;  ///< who or what
  std::string detail;
  bool operator==(const LedgerEntry&) const = default;
};

/// Erasures and revocations outside the database, so that a restore does not undo them (law 11): an
/// append-only file whose lines hash what stands before them. Thread-safe, and safe beside other processes.
class Ledger {
 public:
  /// Opens the file, or makes it. `damaged` when a line is missing or altered.
  static Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& file);
  virtual ~Ledger() = default;

  /// Adds an entry (its number is ignored) and returns its number when it is on disk. To be called before the
  /// transaction commits that does the thing. Throws std::runtime_error when the disk refuses.
  virtual std::int64_t append(LedgerEntry entry) = 0;
  /// Entries with a number above `number`, in order. Throws std::runtime_error when the file is damaged.
  virtual std::vector<LedgerEntry> since(std::int64_t number) = 0;
  /// Number of the newest entry, also of other processes; 0 = none.
  virtual std::int64_t last() = 0;
  /// Hash of an entry's line in hex, for comparing two ledgers; none when there is no such entry. Number 0 is
  /// the beginning.
  virtual std::optional<std::string> hashAt(std::int64_t number) = 0;
};

/// The numbers of codes that were ever given, as a ledger tells them: what a restored database forgot. Reads
/// on from where it was. Not thread-safe.
class CodeLedger {
 public:
  explicit CodeLedger(Ledger& ledger) : m_ledger(ledger) {}
  /// Reads what was added, also by other processes.
  void catchUp();
  /// 0: none.
  std::int64_t numberOf(const std::string& kind, const std::string& country, const Uuid& subject) const;
  std::int64_t highest(const std::string& kind, const std::string& country) const;
  /// Returns when it is on disk.
  void promise(const std::string& kind, const std::string& country, const Uuid& subject, std::int64_t number,
               std::int64_t nowMs);

 private:
  struct Sequence {
    std::int64_t highest = 0;
    std::map<Uuid, std::int64_t> numbers;
  };
  Ledger& m_ledger;
  std::int64_t m_read = 0;
  std::map<std::string, Sequence> m_sequences;  ///< by "kind country"
};

/// Who joined a scope and did not leave it, with their roles, as far as the ledger knows.
std::map<Uuid, std::string> membersByLedger(Ledger& ledger, const Uuid& scope);

}  // namespace foyer::server
