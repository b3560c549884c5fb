// SPDX-License-Identifier: GPL-3.0-or-later
#include "writer.hpp"

#include <algorithm>

#include "describe.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "sim_rules.hpp"

namespace foyer::test {
namespace {

constexpr std::string_view kConflicts = "conflicts";

/// The same mutation without the word that was refused.
std::optional<std::vector<model::FieldPatch>> corrected(const model::Mutation& m) {
  std::vector<model::FieldPatch> patches;
  for (const auto& patch : m.patches) {
    const auto* text = std::get_if<std::string>(&patch.value);
    const auto at = text ? text->find(" " + std::string(SimRules::kRefused)) : std::string::npos;
    if (at == std::string::npos) continue;
    patches.push_back(patch);
    patches.back().value = text->substr(0, at);
  }
  return patches.empty() ? std::nullopt : std::optional(patches);
}

}  // namespace

bool Writer::store(Device& device, const std::vector<store::Edit>& edits) {
  for (const auto& edit : edits) device.trace().say(device.name(), [&] { return describe(edit); });
  const auto done = device.store().writeAll(edits);
  if (!done) device.trace().say(device.name(), [&] { return "not saved: " + done.error().message; });
  if (!done) return false;
  m_written += edits.size();
  device.engine().localChange(edits.front().scope);
  return true;
}

void Writer::write(Device& device, const model::Mutation& change) {
  store::Edit edit;
  edit.collection = change.collection;
  edit.scope = change.scope;
  edit.id = change.id;
  edit.op = change.op;
  edit.patches = change.patches;
  for (auto& patch : edit.patches)
    if (patch.field->name == "created_by" || patch.field->name == "author_id")
      patch.value = device.who().account;
  std::erase_if(edit.patches, [this, &change](const auto& p) {
    return p.field->type == schema::Type::ref && !p.field->required &&
           m_ids[{change.scope, std::string(p.field->target)}].empty();
  });
  std::erase_if(edit.patches, [&](const auto& p) { return p.field->since > device.level(); });
  if (edit.patches.empty() && edit.op == model::Op::edit) return;
  edit.base = device.store().baseOf(edit.scope, *edit.collection, edit.id);
  const auto before = device.store().get(*edit.collection, edit.scope, edit.id);
  const bool saved = store(device, {edit});
  if (before && (saved || device.disk().dead())) noteReplaced(device, edit, *before, saved);
  if (!saved) return;
  if (edit.op == model::Op::create)
    m_ids[{edit.scope, std::string(edit.collection->name)}].push_back(edit.id);
}

/// Any collection, any field: what the marked pictures don't reach.
void Writer::anything(Device& device, const Uuid& scope) {
  static const std::vector<std::string> kNames{"authors", "lists",       "list_items",      "list_items",
                                               "diary",   "albums",      "album_items",     "watch_entries",
                                               "reviews", "assignments", "import_sessions", "assignments"};
  const auto& collection = schema::collection(kNames[m_random.below(kNames.size())]);
  const auto info = device.store().scope(scope);
  if (!info || !schema::contains(collection.scopes, info->kind)) return;
  m_random.referTo = [this, &scope](std::string_view target) {
    const auto& ids = m_ids[{scope, std::string(target)}];
    return ids.empty() || m_random.chance(3) ? m_random.uuid() : ids[m_random.below(ids.size())];
  };
  const auto& ids = m_ids[{scope, std::string(collection.name)}];
  std::optional<model::Record> shown;
  if (!ids.empty()) shown = device.store().get(collection, scope, ids[m_random.below(ids.size())]);
  if (!shown || m_random.chance(30)) return write(device, m_random.create(collection, scope));
  if (shown->state != model::State::live) return write(device, m_random.restore(*shown));
  write(device, m_random.chance(15) ? m_random.remove(*shown) : m_random.edit(*shown));
}

void Writer::act(Device& device) {
  if (const auto draft = m_drafts.find(device.author()); draft != m_drafts.end() && m_random.chance(40)) {
    save(device, std::move(draft->second));
    m_drafts.erase(draft);
  }
  const auto scopes = device.store().scopes();
  if (scopes.empty()) return;
  const Uuid scope = scopes[m_random.below(scopes.size())].scope;
  if (m_random.chance(60)) {
    photo(device, scope);
  } else {
    anything(device, scope);
  }
}

void Writer::found(Device& device, std::string_view head) {
  model::Mutation create = m_random.create(schema::collection(head), {});
  create.id = create.scope = m_random.uuid();
  write(device, create);
}

void Writer::attend(Device& device) {
  const auto items = device.store().heldItems();
  if (items.empty()) return;
  m_drafts.erase(device.author());  // one form at a time
  const auto& item = items[m_random.below(items.size())];
  device.trace().say(device.name(), [&] { return "attends to " + protocol::encodeMutation(item.mutation); });
  const Uuid scope = item.mutation.scope;
  const auto choice = m_random.below(10);
  if (choice < 3) {
    std::set<std::string> thrownAway;
    for (const auto& m : device.store().heldMutations(item.localId)) thrownAway.merge(marksIn(m));
    const bool done = device.store().discardHeld(item.localId).ok();
    if (done || device.disk().dead()) m_marks.giveUp(thrownAway);
  } else {
    static_cast<void>(
        device.store().retryHeld(item.localId, choice < 8 ? corrected(item.mutation) : std::nullopt));
  }
  device.engine().localChange(scope);
}

void Writer::choose(Device& device, const Uuid& scope, const std::vector<Uuid>& cards) {
  if (cards.empty()) return;
  const auto& conflicts = schema::collection(kConflicts);
  const Uuid id = cards[m_random.below(cards.size())];
  const auto card = device.store().get(conflicts, scope, id);
  if (!card || !model::isNull(card->at("resolution"))) return;
  const auto* subject = schema::findCollection(card->text("subject_collection"));
  const auto* field = subject ? subject->find(card->text("field")) : nullptr;
  if (field && field->since > device.level()) field = nullptr;
  std::set<std::string> gone = marksIn(card->text("lost_value"));
  std::vector<store::Edit> edits;
  bool takes = false;
  if (const auto shown = field ? device.store().get(*subject, scope, card->uuid("subject_id")) : std::nullopt;
      shown && field->merge != schema::Merge::set && m_random.chance(50)) {
    const auto value = protocol::parseValue(*field, card->text("lost_value"));
    if (!value) return;
    takes = true;
    gone.clear();
    store::Edit taking{
        subject, scope, shown->id, model::Op::edit, device.store().baseOf(scope, *subject, shown->id), {}};
    model::FieldPatch patch{field, *value, {}, {}, {}};
    if (const auto* now = std::get_if<std::string>(&shown->at(field->name))) {
      gone = marksIn(*now);
      if (field->merge == schema::Merge::text) patch.was = *now;
    }
    for (const auto& kept : marksIn(card->text("lost_value"))) gone.erase(kept);
    taking.patches.push_back(std::move(patch));
    edits.push_back(std::move(taking));
  }
  store::Edit closing{&conflicts, scope, id, model::Op::edit, device.store().baseOf(scope, conflicts, id),
                      {}};
  closing.patches.push_back(
      {conflicts.find("resolution"), std::string(takes ? "restored" : "kept"), {}, {}, {}});
  edits.push_back(std::move(closing));
  if (!store(device, edits) && !device.disk().dead()) return;
  m_marks.giveUp(gone);
  // Whoever takes a title says with it what their own titles are worth.
  if (takes && field->name == titleField(*subject))
    m_marks.giveUpTitles(device.author(), card->uuid("subject_id"));
}

}  // namespace foyer::test
