// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "server/accounts/account_service.hpp"
#include "server/accounts/acting.hpp"
#include "server/ledger/ledger.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Erasure (laws 8 and 11): removes content everywhere at once and remembers that it did, in the database and
/// in the ledger outside it, so that no device and no restore brings it back. Every step may be done twice;
/// what was cut off is gone on with by `finishOpen`. Thread-safe; blocks.
class Eraser {
 public:
  /// `ledger` may be null: then a restore would bring erased content back. `dropBlobs` removes bytes that no
  /// scope has any more.
  Eraser(AccountService& accounts, SyncService& sync, Ledger* ledger, std::function<void()> dropBlobs);

  /// One's own account, after the password was asked again.
  Result<void> eraseOwn(const Uuid& account, std::string_view password, Visit& visit);
  /// The account with its person scope and all that is by or about it elsewhere, also where it was a member
  /// once. A family or project of which it is the only member goes with it.
  void eraseAccount(const Uuid& account, const Visit& visit = {});
  void eraseScope(const Uuid& scope, const Visit& visit = {});
  /// False when there was no such record.
  bool eraseRecord(const Uuid& scope, const RecordKey& key, const Visit& visit = {});
  /// Goes on with erasures that were cut off. Returns how many there were.
  int finishOpen();
  /// Does again what the ledger remembers and a restored database forgot.
  void again(const LedgerEntry& entry);

 private:
  void begin(const Uuid& subject, std::string_view kind, const Uuid& scope, const Visit& visit);
  void finish(const Uuid& subject);
  void doAccount(const Uuid& account);
  void doScope(const Uuid& scope);
  bool doRecord(const Uuid& scope, const RecordKey& key);
  void run(const Uuid& subject, std::string_view kind, const Uuid& scope);

  AccountService& m_accounts;
  SyncService& m_sync;
  Ledger* m_ledger;
  std::function<void()> m_dropBlobs;
};

}  // namespace foyer::server
