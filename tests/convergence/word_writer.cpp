// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "schema/collections.hpp"
#include "sim_rules.hpp"
#include "writer.hpp"

namespace foyer::test {
namespace {

/// Records beside pictures in which people leave marked values: a register and a text.
struct Place {
  std::string_view collection;
  std::string_view title;
  std::string_view text;
};
constexpr std::array kPlaces{Place{"watch_entries", "title", "notes"}, Place{"albums", "name", "description"},
                             Place{"lists", "name", "description"}};

}  // namespace

std::string_view Writer::titleField(const schema::Collection& collection) {
  if (collection.name == "photos") return "title";
  for (const Place& place : kPlaces)
    if (place.collection == collection.name) return place.title;
  return {};
}

void Writer::word(Device& device) {
  const auto scopes = device.store().scopes();
  if (scopes.empty()) return;
  const Uuid scope = scopes[m_words.below(scopes.size())].scope;
  const Place& place = kPlaces[m_words.below(kPlaces.size())];
  const auto& ids = m_ids[{scope, std::string(place.collection)}];
  if (ids.empty()) return anything(device, scope);
  const auto& collection = schema::collection(place.collection);
  const Uuid id = ids[m_words.below(ids.size())];
  Draft draft;
  draft.edit = {&collection, scope, id, model::Op::edit, device.store().baseOf(scope, collection, id), {}};
  const auto shown = device.store().get(collection, scope, id);
  if (!shown) return anything(device, scope);
  if (shown->state != model::State::live) {
    draft.edit.op = model::Op::restore;
    save(device, std::move(draft));
    return;
  }
  const auto what = m_words.below(3);
  if (what != 1) {
    draft.replaces.merge(marksIn(shown->text(place.title)));
    draft.title = mark(draft);
    std::string title = draft.title;
    if (m_refusals && m_words.chance(15)) title += ' ' + std::string(SimRules::kRefused);
    draft.edit.patches.push_back({collection.find(place.title), title, {}, {}, {}});
  }
  if (what != 0) changeText(draft, *shown, *collection.find(place.text), m_words);
  if (m_words.chance(20)) {
    m_drafts[device.author()] = std::move(draft);
    return;
  }
  save(device, std::move(draft));
}

/// What was on the screen and is not any more was given up by whoever wrote over it.
void Writer::noteReplaced(Device& device, const store::Edit& edit, const model::Record& before, bool saved) {
  std::set<std::string> gone;
  if (saved) {
    gone = marksIn(before);
    if (const auto after = device.store().get(*edit.collection, edit.scope, edit.id))
      for (const auto& name : marksIn(*after)) gone.erase(name);
  } else {
    for (const auto& patch : edit.patches)
      if (const auto* text = std::get_if<std::string>(&before.at(patch.field->name)))
        gone.merge(marksIn(*text));
    m_marks.giveUpAll(device.author(), edit.scope, edit.id);
  }
  m_marks.giveUp(gone);
  for (const auto& patch : edit.patches)
    if (patch.field->name == titleField(*edit.collection)) m_marks.giveUpTitles(device.author(), edit.id);
}

}  // namespace foyer::test
