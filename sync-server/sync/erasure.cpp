// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/erasure.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "closure.hpp"
#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

constexpr std::size_t kBatch = 200;

/// Fields that name whose a record is. What merely mentions who added or assigned something is shared.
constexpr std::array<std::string_view, 6> kOwnerFields = {"account_id",     "author_id",   "recommended_by",
                                                          "recommended_to", "accepted_by", "lost_by_account"};

/// The other side of a conflict's card: goes without the value that somebody else lost.
constexpr std::array<std::string_view, 3> kKeptBy = {"kept_by_account", "kept_by_device",
                                                     "kept_by_device_name"};

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

/// Whether a record of a gate was made from one of these of its project; recorded facts stay, they hold ids
/// only.
bool projectedFrom(const model::Record& record, const std::set<Uuid>& sources) {
  if (record.collection->facts) return false;
  const std::string_view name = record.collection->name;
  if (name == "roster") return sources.contains(record.id);
  if (name == "badges") return sources.contains(record.uuid("person"));
  return name == "gate_info" && sources.contains(record.uuid("project_id"));
}

std::vector<RecordKey> keysWhere(ScopeStore& store, const Uuid& scope,
                                 const std::function<bool(const model::Record&)>& wanted) {
  std::vector<RecordKey> keys;
  store.exportScope(scope, [&](const model::Record& record) {
    if (wanted(record)) keys.push_back({record.collection, record.id});
  });
  return keys;
}

/// Runs `each` on batches of keys, a transaction each. Returns how many it was true of.
std::size_t inBatches(SyncService& service, const Uuid& scope, const std::vector<RecordKey>& keys,
                      const std::function<bool(ScopeWriter&, const RecordKey&)>& each) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < keys.size(); at += kBatch) {
    Want want;
    want.records.assign(keys.begin() + static_cast<std::ptrdiff_t>(at),
                        keys.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, keys.size())));
    std::size_t now = 0;
    service.write(scope, want, [&](ScopeWriter& writer) {
      now = 0;
      for (const RecordKey& key : want.records) now += each(writer, key) ? 1u : 0u;
    });
    done += now;
  }
  return done;
}

/// What a gate was told of these records of its project, and will not be told again.
std::size_t eraseAtGate(SyncService& service, const Uuid& project, const std::vector<RecordKey>& keys) {
  std::set<Uuid> sources;
  for (const RecordKey& key : keys) {
    if (key.collection->name == "assignments" || key.collection->name == "projects") sources.insert(key.id);
  }
  const Uuid gate = crypto::gateScopeOf(project);
  if (sources.empty() || !service.store().scope(gate)) return 0;
  service.write(gate, {}, [&](ScopeWriter& writer) {
    for (const Uuid& source : sources) {
      if (source != project) writer.tx().setProjectedFrom(source, std::numeric_limits<std::int64_t>::max());
    }
  });
  const auto copies =
      keysWhere(service.store(), gate, [&](const model::Record& r) { return projectedFrom(r, sources); });
  return inBatches(service, gate, copies,
                   [](ScopeWriter& writer, const RecordKey& key) { return writer.erase(key); });
}

/// These records and all that they hide, wherever it was copied to. Nothing makes them again.
std::size_t eraseAll(SyncService& service, const Uuid& scope, const std::vector<RecordKey>& keys) {
  std::size_t erased = 0;
  const auto erase = [](ScopeWriter& writer, const RecordKey& key) {
    if (!writer.tx().find(key)) return false;
    writer.tx().rememberErased(key.id);
    return writer.erase(key);
  };
  // Until nothing is left: what came meanwhile under a parent that was there is found by the next turn.
  for (std::size_t now = 1; now > 0; erased += now) {
    const auto all = withChildren(service.store(), scope, keys, static_cast<std::int64_t>(kBatch));
    now = eraseAtGate(service, scope, all);
    now += inBatches(service, scope, all, erase);
  }
  return erased;
}

/// Her side of the cards of those whose value lost to hers.
bool blankKept(ScopeWriter& writer, const RecordKey& key) {
  const merge::ServerRecord* found = writer.tx().find(key);
  if (!found || found->row.state == model::State::tombstone) return false;
  model::Record card = found->row;
  if (!model::isNull(card.at("kept_value"))) card.at("kept_value") = std::string("null");
  for (const std::string_view field : kKeptBy) card.at(field) = model::Value{};
  const bool open = card.state == model::State::live;
  const bool changed = writer.put(card);
  if (!open) writer.trash(key);
  return changed;
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
  std::size_t done = eraseAll(service, scope, own);
  const auto kept = keysWhere(service.store(), scope, [&](const model::Record& r) {
    return r.collection->name == "conflicts" && r.uuid("kept_by_account") == account;
  });
  done += inBatches(service, scope, kept, blankKept);
  service.write(scope, {}, [&](ScopeWriter& writer) { writer.tx().forgetWriter(account); });
  return done;
}

bool eraseRecord(SyncService& service, const Uuid& scope, const RecordKey& key) {
  if (!service.store().scope(scope)) return false;
  service.write(scope, {}, [&](ScopeWriter& writer) { writer.tx().rememberErased(key.id); });
  return eraseAll(service, scope, {key}) > 0;
}

}  // namespace foyer::server
