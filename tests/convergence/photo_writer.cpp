// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity.hpp"
#include "schema/collections.hpp"
#include "sim_rules.hpp"
#include "writer.hpp"

namespace foyer::test {
namespace {

/// Pictures that several devices import on their own: same key, same record.
constexpr std::uint64_t kPictures = 8;

const schema::Collection& photos() { return schema::collection("photos"); }

std::string hashOf(std::uint64_t picture) {
  std::string hash(64, '0');
  hash[63] = static_cast<char>('a' + picture % 6);
  hash[62] = static_cast<char>('0' + picture / 6);
  return hash;
}

model::FieldPatch patchOf(std::string_view field, model::Value value) {
  model::FieldPatch patch;
  patch.field = photos().find(field);
  patch.value = std::move(value);
  return patch;
}

}  // namespace

std::string Writer::mark(Draft& draft) {
  std::string name = m_marks.fresh();
  draft.made.insert(name);
  return name;
}

model::Value Writer::titleOf(Draft& draft) {
  draft.title = mark(draft);
  if (m_refusals && m_random.chance(15)) return draft.title + ' ' + std::string(SimRules::kRefused);
  return draft.title;
}

bool Writer::save(Device& device, Draft draft) {
  const Uuid me = device.author();
  const auto before = device.store().get(*draft.edit.collection, draft.edit.scope, draft.edit.id);
  if (!store(device, {draft.edit})) {
    // Nobody was told that it is saved, and yet it may be.
    if (device.disk().dead())
      m_marks.giveUp(draft.replaces), m_marks.giveUpAll(me, draft.edit.scope, draft.edit.id);
    return false;
  }
  const auto after = device.store().get(*draft.edit.collection, draft.edit.scope, draft.edit.id);
  if (!draft.title.empty()) m_marks.giveUpTitles(me, draft.edit.id);
  for (const auto& name : draft.made)
    m_marks.saved(name, {draft.edit.scope, draft.edit.id, me, name == draft.title, false});
  m_marks.giveUp(draft.replaces);
  if (!before) return true;
  // What the same person wrote on this device just before counts as known, seen or not.
  auto gone = marksIn(*before);
  if (after)
    for (const auto& name : marksIn(*after)) gone.erase(name);
  std::erase_if(gone, [&](const auto& name) { return !m_marks.by(name, me); });
  m_marks.giveUp(gone);
  return true;
}

void Writer::newPhoto(Device& device, const Uuid& scope, const std::string& hash,
                      const model::Record* trashed) {
  Draft draft;
  draft.edit.collection = &photos();
  draft.edit.scope = scope;
  draft.edit.op = model::Op::create;
  draft.edit.patches = {patchOf("hothash", hash), patchOf("title", titleOf(draft))};
  if (m_random.chance(50)) draft.edit.patches.push_back(patchOf("description", "first words " + mark(draft)));
  if (m_random.chance(50)) {
    model::FieldPatch tags = patchOf("tags", {});
    tags.added = {mark(draft)};
    draft.edit.patches.push_back(tags);
  }
  draft.edit.id = *model::naturalId(photos(), scope, draft.edit.patches);
  draft.edit.base = device.store().baseOf(scope, photos(), draft.edit.id);
  if (trashed) draft.replaces = marksIn(*trashed);
  save(device, std::move(draft));
}

void Writer::changeText(Draft& draft, const model::Record& shown, const schema::Field& field,
                        RandomRecords& random) {
  model::FieldPatch text{&field, {}, std::string(shown.text(field.name)), {}, {}};
  std::string now = text.was;
  const auto had = marksIn(now);
  if (!had.empty() && random.chance(40)) {
    const std::string& out = *had.begin();
    now.replace(now.find(out), out.size(), "word");
  }
  const std::size_t space = now.empty() ? std::string::npos : now.find(' ', random.below(now.size()));
  const std::string word = mark(draft);
  now = space == std::string::npos ? now + (now.empty() ? "" : " ") + word : now.insert(space, " " + word);
  for (const auto& name : had)
    if (!marksIn(now).contains(name)) draft.replaces.insert(name);
  text.value = now;
  draft.edit.patches.push_back(text);
}

void Writer::changeTags(Draft& draft, const model::Record& shown) {
  model::FieldPatch tags = patchOf("tags", {});
  const auto* had = std::get_if<model::TextSet>(&shown.at("tags"));
  if (had && !had->empty() && m_random.chance(50)) {
    tags.removed = {had->front()};
    draft.replaces.merge(marksIn(had->front()));
  }
  tags.added = {mark(draft)};
  draft.edit.patches.push_back(tags);
}

Writer::Draft Writer::photoChange(Device& device, const model::Record& shown) {
  Draft draft;
  draft.edit.collection = &photos();
  draft.edit.scope = shown.scope;
  draft.edit.id = shown.id;
  draft.edit.base = device.store().baseOf(shown.scope, photos(), shown.id);
  const auto what = m_random.below(4);
  if (what == 0 || what == 3) {
    draft.replaces.merge(marksIn(shown.text("title")));
    draft.edit.patches.push_back(patchOf("title", titleOf(draft)));
  }
  if (what == 1 || what == 3) changeText(draft, shown, *photos().find("description"), m_random);
  if (what == 2) changeTags(draft, shown);
  return draft;
}

void Writer::photo(Device& device, const Uuid& scope) {
  const std::string hash = hashOf(m_random.below(kPictures));
  const Uuid id = *model::naturalId(photos(), scope, std::vector{patchOf("hothash", hash)});
  const auto shown = device.store().get(photos(), scope, id);
  if (!shown) return newPhoto(device, scope, hash, nullptr);
  Draft draft;
  draft.edit.collection = &photos();
  draft.edit.scope = scope;
  draft.edit.id = id;
  draft.edit.base = device.store().baseOf(scope, photos(), id);
  if (shown->state != model::State::live) {
    if (m_random.chance(30)) return newPhoto(device, scope, hash, &*shown);
    draft.edit.op = model::Op::restore;
    save(device, std::move(draft));
    return;
  }
  if (m_random.chance(15)) {
    draft.edit.op = model::Op::del;
    save(device, std::move(draft));
    return;
  }
  draft = photoChange(device, *shown);
  if (m_random.chance(25)) {
    m_drafts[device.author()] = std::move(draft);  // somebody takes their time
    return;
  }
  save(device, std::move(draft));
}

}  // namespace foyer::test
