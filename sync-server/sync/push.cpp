// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <new>
#include <stdexcept>
#include <utility>

#include "crypto/digest.hpp"
#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "push_run.hpp"
#include "schema/collections.hpp"
#include "server/db/store_away.hpp"
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
  want.lastSeq = push.meant().back().seq;
  want.records.reserve(push.count);
  for (const Prepared& item : push.meant()) {
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
  prepared.count = prepared.items.size();
  if (!outside.empty()) prepared.catalogue = store.inCatalogue(outside);
  return prepared;
}

Result<protocol::PushResult> SyncService::push(const Principal& who, protocol::Push push) {
  if (static_cast<std::int64_t>(push.mutations.size()) > m_limits.maxPushMutations) {
    return Error{Code::tooLarge, "mutations",
                 "At most " + std::to_string(m_limits.maxPushMutations) + " mutations go in one push."};
  }
  PreparedPush prepared = prepare(who, std::move(push), m_store);
  try {
    return pushMeant(who, prepared);
  } catch (const StoreAway&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    if (prepared.items.empty()) throw;
    return pushPieces(who, prepared, error.what());
  }
}

/// Law 9, where nobody foresaw what is wrong: halves the batch until it is one mutation that fails, holds
/// that one and goes on. What was taken meanwhile is answered from its outcomes.
Result<protocol::PushResult> SyncService::pushPieces(const Principal& who, PreparedPush& push,
                                                     std::string why) {
  const std::size_t all = push.items.size();
  std::size_t done = 0;
  std::size_t step = std::max<std::size_t>(all / 2, 1);
  bool again = false;
  for (;;) {
    push.count = std::min(done + step, all);
    try {
      Result<protocol::PushResult> result = pushMeant(who, push);
      if (!result || push.count == all) return result;
      done = push.count;
      step = all - done;
      again = false;
      continue;
    } catch (const StoreAway&) {
      throw;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      why = error.what();
    }
    if (push.count - done > 1) {
      step = (push.count - done) / 2;
      continue;
    }
    Prepared& culprit = push.items[done];
    if (culprit.poison) throw std::runtime_error(why);
    if (std::exchange(again, true)) culprit.poison = true;
    m_store.scope(push.scope);  // throws when the fault is the database's
    if (culprit.poison && m_poison) m_poison(who, push.scope, culprit.seq, why);
  }
}

Result<protocol::PushResult> SyncService::pushMeant(const Principal& who, const PreparedPush& prepared) {
  Result<protocol::PushResult> result = Error{};
  std::optional<ScopeChange> change;
  int conflicts = 0;
  std::size_t replays = 0;
  m_store.withScope(prepared.scope, wantOf(who, m_rules, prepared), [&](ScopeTx& tx) {
    change.reset();
    tx.announceTo(change);
    PushRun run(who, m_rules, prepared, tx, m_clock.wallMs(), m_limits);
    result = run.run();
    conflicts = run.conflicts();
    replays = run.replays();
  });
  m_counts.conflicts += conflicts;
  if (result) {
    for (std::size_t i = replays; i < result->results.size(); ++i) {
      ++m_counts.mutations.at(static_cast<std::size_t>(result->results[i].outcome));
    }
  }
  if (change) committed(*change);
  return result;
}

}  // namespace foyer::server
