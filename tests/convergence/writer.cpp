// SPDX-License-Identifier: GPL-3.0-or-later
#include "writer.hpp"

#include <algorithm>

#include "model/identity.hpp"
#include "schema/collections.hpp"

namespace foyer::test {
namespace {

/// Pictures that several devices import on their own: same key, same record.
constexpr std::uint64_t kPictures = 10;

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

std::set<std::string> marksIn(const model::Record& record) {
  std::string all = std::string(record.text("title")) + ' ' + std::string(record.text("description"));
  if (const auto* tags = std::get_if<model::TextSet>(&record.at("tags")))
    for (const auto& tag : *tags) all += ' ' + tag;
  return foyer::test::marksIn(all);
}

}  // namespace

std::set<std::string> marksIn(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find("mk"); at != std::string_view::npos; at = text.find("mk", at + 2)) {
    std::size_t end = at + 2;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end > at + 2) found.emplace(text.substr(at, end - at));
  }
  return found;
}

std::string Writer::mark(Draft& draft) {
  std::string name = "mk" + std::to_string(++m_lastMark);
  draft.made.insert(name);
  return name;
}

bool Writer::save(Device& device, Draft draft) {
  const Uuid me = device.who().device;
  const auto before = device.store().get(*draft.edit.collection, draft.edit.scope, draft.edit.id);
  if (!device.store().write(draft.edit)) return false;
  ++m_written;
  const auto after = device.store().get(*draft.edit.collection, draft.edit.scope, draft.edit.id);
  if (!draft.title.empty())
    for (auto& [name, mark] : m_marks)
      if (mark.title && mark.device == me && mark.id == draft.edit.id) mark.replaced = true;
  for (const auto& name : draft.made)
    m_marks[name] = {draft.edit.scope, draft.edit.id, me, name == draft.title, false};
  for (const auto& name : draft.replaces) m_marks[name].replaced = true;
  if (before && draft.edit.collection == &photos()) {
    // What the same person wrote on this device just before counts as known, seen or not.
    auto gone = marksIn(*before);
    if (after)
      for (const auto& name : marksIn(*after)) gone.erase(name);
    for (const auto& name : gone)
      if (m_marks[name].device == me) m_marks[name].replaced = true;
  }
  device.engine().localChange(draft.edit.scope);
  return true;
}

void Writer::newPhoto(Device& device, const Uuid& scope, const std::string& hash,
                      const model::Record* trashed) {
  Draft draft;
  draft.edit.collection = &photos();
  draft.edit.scope = scope;
  draft.edit.op = model::Op::create;
  draft.edit.patches = {patchOf("hothash", hash), patchOf("title", draft.title = mark(draft))};
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

Writer::Draft Writer::photoChange(Device& device, const model::Record& shown) {
  Draft draft;
  draft.edit.collection = &photos();
  draft.edit.scope = shown.scope;
  draft.edit.id = shown.id;
  draft.edit.base = device.store().baseOf(shown.scope, photos(), shown.id);
  const auto what = m_random.below(4);
  if (what == 0 || what == 3) {
    draft.replaces.merge(foyer::test::marksIn(shown.text("title")));
    draft.edit.patches.push_back(patchOf("title", draft.title = mark(draft)));
  }
  if (what == 1 || what == 3) {
    model::FieldPatch text = patchOf("description", {});
    text.was = std::string(shown.text("description"));
    std::string now = text.was;
    const auto had = foyer::test::marksIn(now);
    if (!had.empty() && m_random.chance(40)) {
      const std::string& out = *had.begin();
      now.replace(now.find(out), out.size(), "word");
    }
    const std::size_t space = now.empty() ? std::string::npos : now.find(' ', m_random.below(now.size()));
    const std::string word = mark(draft);
    now = space == std::string::npos ? now + (now.empty() ? "" : " ") + word : now.insert(space, " " + word);
    for (const auto& name : had)
      if (!foyer::test::marksIn(now).contains(name)) draft.replaces.insert(name);
    text.value = now;
    draft.edit.patches.push_back(text);
  }
  if (what == 2) {
    model::FieldPatch tags = patchOf("tags", {});
    if (const auto* had = std::get_if<model::TextSet>(&shown.at("tags"));
        had && !had->empty() && m_random.chance(50)) {
      tags.removed = {had->front()};
      draft.replaces.merge(foyer::test::marksIn(had->front()));
    }
    tags.added = {mark(draft)};
    draft.edit.patches.push_back(tags);
  }
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
    m_drafts[device.who().device] = std::move(draft);  // somebody takes their time
    return;
  }
  save(device, std::move(draft));
}

void Writer::write(Device& device, const model::Mutation& change) {
  store::Edit edit;
  edit.collection = change.collection;
  edit.scope = change.scope;
  edit.id = change.id;
  edit.op = change.op;
  edit.patches = change.patches;
  std::erase_if(edit.patches, [this, &change](const auto& p) {
    return p.field->type == schema::Type::ref && !p.field->required &&
           m_ids[{change.scope, std::string(p.field->target)}].empty();
  });
  edit.base = device.store().baseOf(edit.scope, *edit.collection, edit.id);
  if (!device.store().write(edit)) return;
  ++m_written;
  if (edit.op == model::Op::create)
    m_ids[{edit.scope, std::string(edit.collection->name)}].push_back(edit.id);
  device.engine().localChange(edit.scope);
}

/// Any collection, any field: what the marked pictures don't reach.
void Writer::anything(Device& device, const Uuid& scope) {
  static const std::vector<std::string> kNames{"authors",       "lists",           "list_items",
                                               "watch_entries", "diary",           "albums",
                                               "album_items",   "import_sessions", "reviews"};
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
  if (const auto draft = m_drafts.find(device.who().device); draft != m_drafts.end() && m_random.chance(40)) {
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

void Writer::foundFamily(Device& device) {
  model::Mutation head = m_random.create(schema::collection("families"), {});
  head.id = head.scope = m_random.uuid();
  write(device, head);
}

}  // namespace foyer::test
