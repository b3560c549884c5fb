// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "crypto/digest.hpp"
#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "push_run.hpp"
#include "schema/collections.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {
namespace {

constexpr std::string_view kHashPurpose = "foyer-mutation";

/// Referred record of a patch, when its field is a reference with a value.
std::optional<RecordKey> referred(const model::FieldPatch& patch) {
  if (patch.field->type != schema::Type::ref || patch.field->target.empty()) return std::nullopt;
  const auto* id = std::get_if<Uuid>(&patch.value);
  if (!id) return std::nullopt;
  return RecordKey{&schema::collection(patch.field->target), *id};
}

Want wantOf(const Principal& who, const Rules& rules, const PreparedPush& push) {
  Want want;
  want.account = who.account;
  want.device = who.device;
  if (push.items.empty()) return want;
  want.firstSeq = push.items.front().seq;
  want.lastSeq = push.items.back().seq;
  want.records.reserve(push.items.size());
  for (const Prepared& item : push.items) {
    if (!item.mutation) continue;
    want.records.push_back({item.mutation->collection, item.mutation->id});
    for (const model::FieldPatch& patch : item.mutation->patches) {
      const auto target = referred(patch);
      if (target && !push.catalogue.contains(*target)) want.records.push_back(*target);
    }
    rules.wants(*item.mutation, want.records);
  }
  return want;
}

/// What a mutation says, whatever its author knew: a device may offer it again with less trust in its base.
MutationHash said(model::Mutation& m) {
  const std::int64_t base = std::exchange(m.base, 0);
  const MutationHash hash = crypto::digest128(asBytes(protocol::encodeMutation(m)), kHashPurpose);
  m.base = base;
  return hash;
}

}  // namespace

PreparedPush prepare(const Principal& who, protocol::Push push, ScopeStore& store) {
  PreparedPush prepared;
  prepared.scope = push.scope;
  prepared.ack = push.ack;
  prepared.items.reserve(push.mutations.size());
  std::vector<RecordKey> outside;
  for (protocol::PushItem& given : push.mutations) {
    Prepared& item = prepared.items.emplace_back();
    item.seq = protocol::seqOf(given);
    if (const auto* bad = std::get_if<protocol::BadMutation>(&given)) {
      item.hash = crypto::digest128(asBytes(bad->bytes), kHashPurpose);
      item.invalid = bad->error;
      continue;
    }
    model::Mutation& m = item.mutation.emplace(std::move(std::get<model::Mutation>(given)));
    m.device = who.device;
    m.scope = push.scope;
    item.hash = said(m);
    item.invalid = model::check(m);
    for (const model::FieldPatch& patch : m.patches) {
      const auto target = referred(patch);
      if (target && schema::contains(target->collection->scopes, schema::Scope::catalog)) {
        outside.push_back(*target);
      }
    }
  }
  if (!outside.empty()) prepared.catalogue = store.inCatalogue(outside);
  return prepared;
}

Result<protocol::PushResult> SyncService::push(const Principal& who, protocol::Push push) {
  if (static_cast<std::int64_t>(push.mutations.size()) > m_limits.maxPushMutations) {
    return Error{Code::tooLarge, "mutations",
                 "At most " + std::to_string(m_limits.maxPushMutations) + " mutations go in one push."};
  }
  const PreparedPush prepared = prepare(who, std::move(push), m_store);
  Result<protocol::PushResult> result = Error{};
  std::optional<ScopeChange> change;
  int conflicts = 0;
  m_store.withScope(prepared.scope, wantOf(who, m_rules, prepared), [&](ScopeTx& tx) {
    change.reset();
    tx.announceTo(change);
    PushRun run(who, m_rules, prepared, tx, m_clock.wallMs(), m_limits);
    result = run.run();
    conflicts = run.conflicts();
  });
  m_counts.conflicts += conflicts;
  if (change) committed(*change);
  return result;
}

}  // namespace foyer::server
