// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/erasure.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

constexpr std::size_t kBatch = 200;

/// Fields that name whose a record is. What merely mentions who added or assigned something is shared.
constexpr std::array<std::string_view, 7> kOwnerFields = {"account_id",     "author_id",   "recommended_by",
                                                          "recommended_to", "accepted_by", "lost_by_account",
                                                          "kept_by_account"};

bool names(const model::Record& record, std::string_view field, const Uuid& id) {
  const schema::Field* declared = record.collection->find(field);
  return declared && declared->type == schema::Type::id && record.uuid(field) == id;
}

bool ownedBy(const model::Record& record, const Uuid& account, const std::string& email) {
  for (const std::string_view field : kOwnerFields) {
    if (names(record, field, account)) return true;
  }
  const bool hasEmail = !email.empty() && record.collection->find("email");
  return hasEmail && record.text("email") == email;
}

/// Whether a record of a gate is about one of these assignments; recorded facts stay, they hold ids only.
bool projectedFrom(const model::Record& record, const std::set<Uuid>& assignments) {
  if (record.collection->facts) return false;
  if (record.collection->name == "roster") return assignments.contains(record.id);
  return record.collection->name == "badges" && assignments.contains(record.uuid("person"));
}

std::vector<RecordKey> keysWhere(ScopeStore& store, const Uuid& scope,
                                 const std::function<bool(const model::Record&)>& wanted) {
  std::vector<RecordKey> keys;
  store.exportScope(scope, [&](const model::Record& record) {
    if (wanted(record)) keys.push_back({record.collection, record.id});
  });
  return keys;
}

std::size_t purgeAll(SyncService& service, const Uuid& scope, const std::vector<RecordKey>& keys) {
  std::size_t purged = 0;
  for (std::size_t at = 0; at < keys.size(); at += kBatch) {
    Want want;
    want.records.assign(keys.begin() + static_cast<std::ptrdiff_t>(at),
                        keys.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, keys.size())));
    std::size_t now = 0;
    service.write(scope, want, [&](ScopeWriter& writer) {
      now = 0;
      for (const RecordKey& key : want.records) now += writer.purge(key) ? 1u : 0u;
    });
    purged += now;
  }
  return purged;
}

/// Leaves the scope; its last manager's place goes to somebody else.
void leave(SyncService& service, const Uuid& scope, const Uuid& account) {
  Want want;
  want.account = account;
  service.write(scope, want, [&](ScopeWriter& writer) {
    const auto role = writer.tx().roleOf(account);
    if (!role || writer.tx().row().kind == schema::Scope::catalog) return;
    writer.removeMember(account);
    const std::vector<Member> left = writer.tx().members();
    const bool manages = *role == "owner" || *role == "coordinator";
    const auto is = [](std::string_view wanted) {
      return [wanted](const Member& member) { return member.role == wanted; };
    };
    if (!manages || left.empty() || std::any_of(left.begin(), left.end(), is(*role))) return;
    auto next = std::find_if(left.begin(), left.end(), is("admin"));
    if (next == left.end()) next = std::find_if(left.begin(), left.end(), is("staff"));
    if (next == left.end()) next = std::find_if(left.begin(), left.end(), is("member"));
    if (next != left.end()) writer.setMember(next->account, *role);
  });
}

}  // namespace

std::size_t erasePerson(SyncService& service, const Uuid& scope, const Uuid& account,
                        const std::string& email) {
  leave(service, scope, account);
  const auto own =
      keysWhere(service.store(), scope, [&](const model::Record& r) { return ownedBy(r, account, email); });
  std::set<Uuid> assignments;
  for (const RecordKey& key : own) {
    if (key.collection->name == "assignments") assignments.insert(key.id);
  }
  std::size_t purged = 0;
  if (!assignments.empty()) {
    const Uuid gate = crypto::gateScopeOf(scope);
    purged += purgeAll(service, gate, keysWhere(service.store(), gate, [&](const model::Record& r) {
                         return projectedFrom(r, assignments);
                       }));
  }
  return purged + purgeAll(service, scope, own);
}

bool eraseRecord(SyncService& service, const Uuid& scope, const RecordKey& key) {
  bool there = false;
  Want want;
  want.records = {key};
  service.write(scope, want, [&](ScopeWriter& writer) {
    if (!writer.tx().born()) return;
    there = writer.purge(key);
    writer.tx().rememberErased(key.id);
  });
  return there;
}

}  // namespace foyer::server
