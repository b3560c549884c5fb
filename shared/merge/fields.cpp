// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.hpp"

#include <algorithm>
#include <utility>

namespace foyer::merge {
namespace {

using model::TextSet;
using model::Value;

std::vector<Mark> holders(const FieldMeta& meta) {
  std::vector<Mark> all = meta.also;
  all.push_back(meta.top);
  return all;
}

/// Keeps one mark per device, its newest, the highest stamp on top.
void setHolders(FieldMeta& meta, std::vector<Mark> all) {
  std::sort(all.begin(), all.end(), [](const Mark& a, const Mark& b) {
    return a.device != b.device ? a.device < b.device : a.version > b.version;
  });
  const auto sameDevice = [](const Mark& a, const Mark& b) { return a.device == b.device; };
  all.erase(std::unique(all.begin(), all.end(), sameDevice), all.end());
  const auto top = std::max_element(all.begin(), all.end(),
                                    [](const Mark& a, const Mark& b) { return a.stamp() < b.stamp(); });
  meta.top = *top;
  all.erase(top);
  meta.also = std::move(all);
}

std::string_view textOf(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? std::string_view(*text) : std::string_view();
}

template <class Elements>
auto elementAt(Elements& elements, const schema::Field& field, const std::string& element) {
  return std::lower_bound(elements.begin(), elements.end(), element,
                          [&](const ElementMeta& meta, const std::string& wanted) {
                            return meta.field != field.id ? meta.field < field.id : meta.element < wanted;
                          });
}

}  // namespace

Effect FieldMerger::apply(const model::FieldPatch& patch) {
  switch (patch.field->merge) {
    case schema::Merge::set:
      return applySet(patch);
    case schema::Merge::text:
      return applyText(patch);
    case schema::Merge::fixed:
    case schema::Merge::reg:
    case schema::Merge::fact:
    case schema::Merge::server:
      break;
  }
  return applyRegister(*patch.field, patch.value);
}

Effect FieldMerger::applyRegister(const schema::Field& field, const Value& wanted) {
  FieldMeta* found = find(field);
  Value& current = value(field);
  if (found == nullptr) {
    const bool same = current == wanted;
    current = wanted;
    obtain(field).top = m_mark;
    return same ? Effect::same : Effect::took;
  }
  std::vector<Mark> unknown = holders(*found);
  std::erase_if(unknown, [&](const Mark& mark) { return knows(mark); });
  if (current == wanted) {
    unknown.push_back(m_mark);
    setHolders(*found, std::move(unknown));
    return Effect::same;
  }
  const Mark strongest = strongestUnknown(*found);
  if (unknown.empty() || m_mark.stamp() > strongest.stamp()) {
    for (const Mark& loser : unknown) report(field, current, loser, wanted, m_mark);
    current = wanted;
    found->top = m_mark;
    found->also.clear();
    return unknown.empty() ? Effect::took : Effect::mixed;
  }
  report(field, wanted, m_mark, current, strongest);
  setHolders(*found, std::move(unknown));
  return Effect::lost;
}

Effect FieldMerger::applyText(const model::FieldPatch& patch) {
  const schema::Field& field = *patch.field;
  FieldMeta* found = find(field);
  Value& current = value(field);
  const bool same = current == patch.value;
  // A text can be known and yet not be what the edit was typed over: two forms open on one device.
  const bool known = found == nullptr || found->knownTo(m_mutation.base, m_mutation.device);
  if (found == nullptr || (known && patch.was == textOf(current))) {
    current = patch.value;
    FieldMeta& meta = obtain(field);
    meta.top = m_mark;
    meta.also.clear();
    return same ? Effect::same : Effect::took;
  }
  std::vector<Mark> all = holders(*found);
  const bool repeated = std::ranges::any_of(
      all, [&](const Mark& mark) { return mark.device == m_mark.device && mark.time >= m_mark.time; });
  if (repeated) return Effect::same;
  all.push_back(m_mark);
  if (same) {
    setHolders(*found, std::move(all));
    return Effect::same;
  }
  const Mark strongest = known ? found->top : strongestUnknown(*found);
  const bool wins = known || m_mark.stamp() > strongest.stamp();
  TextMerge merged = mergeText(patch.was, textOf(current), textOf(patch.value), wins);
  const auto most = static_cast<std::uint64_t>(field.max);
  if (codePoints(merged.text) > most) {
    if (!wins) {
      report(field, patch.value, m_mark, current, strongest);
      return Effect::lost;
    }
    report(field, std::exchange(current, patch.value), strongest, patch.value, m_mark);
    setHolders(*found, {m_mark});
    return Effect::mixed;
  }
  const bool keeps = merged.text == textOf(current);
  Value result = std::move(merged.text);
  if (keeps) {
    result = current;
  } else if (textOf(result).empty() && model::isNull(patch.value)) {
    result = {};
  }
  if (merged.overlapped && wins) report(field, current, strongest, result, m_mark);
  if (merged.overlapped && !wins) report(field, patch.value, m_mark, result, strongest);
  current = std::move(result);
  setHolders(*found, std::move(all));
  return keeps ? Effect::lost : Effect::mixed;
}

Effect FieldMerger::applySet(const model::FieldPatch& patch) {
  const schema::Field& field = *patch.field;
  Value& current = value(field);
  TextSet set = std::holds_alternative<TextSet>(current) ? std::get<TextSet>(std::move(current)) : TextSet{};
  bool took = false;
  bool lost = false;
  for (const std::string& element : patch.removed) {
    const auto present = std::lower_bound(set.begin(), set.end(), element);
    if (present == set.end() || *present != element) continue;
    auto& elements = m_record.meta.elements;
    const auto meta = elementAt(elements, field, element);
    const bool stored = meta != elements.end() && meta->field == field.id && meta->element == element;
    if (stored) std::erase_if(meta->adds, [&](const Mark& mark) { return knows(mark); });
    if (stored && !meta->adds.empty()) {
      lost = true;
      continue;
    }
    if (stored) elements.erase(meta);
    set.erase(present);
    took = true;
  }
  for (const std::string& element : patch.added) took = add(field, set, element) || took;
  current = set.empty() ? Value{} : Value{std::move(set)};
  if (took) return lost ? Effect::mixed : Effect::took;
  return lost ? Effect::lost : Effect::same;
}

bool FieldMerger::add(const schema::Field& field, TextSet& set, const std::string& element) {
  auto& elements = m_record.meta.elements;
  auto meta = elementAt(elements, field, element);
  if (meta == elements.end() || meta->field != field.id || meta->element != element)
    meta = elements.insert(meta, ElementMeta{field.id, element, {}});
  auto& adds = meta->adds;
  const auto mine = std::ranges::lower_bound(adds, m_mark.device, {}, &Mark::device);
  if (mine != adds.end() && mine->device == m_mark.device)
    *mine = m_mark;
  else
    adds.insert(mine, m_mark);
  const auto place = std::lower_bound(set.begin(), set.end(), element);
  if (place != set.end() && *place == element) return false;
  set.insert(place, element);
  return true;
}

bool FieldMerger::clear(const schema::Field& field) {
  if (model::isNull(value(field))) return false;
  model::FieldPatch patch;
  patch.field = &field;
  switch (field.merge) {
    case schema::Merge::set:
      patch.removed = std::get<TextSet>(value(field));
      break;
    case schema::Merge::text: {
      // Words that the author never saw stay.
      const FieldMeta* meta = find(field);
      if (meta != nullptr && !meta->knownTo(m_mutation.base, m_mutation.device)) return false;
      patch.was = textOf(value(field));
      break;
    }
    case schema::Merge::reg:
      break;
    default:
      return false;
  }
  const Effect effect = apply(patch);
  return effect == Effect::took || effect == Effect::mixed;
}

Mark FieldMerger::strongestUnknown(const FieldMeta& meta) const {
  Mark strongest;
  for (const Mark& mark : holders(meta))
    if (!knows(mark) && (strongest.version == 0 || mark.stamp() > strongest.stamp())) strongest = mark;
  return strongest;
}

void FieldMerger::report(const schema::Field& field, Value lost, const Mark& lostBy, Value kept,
                         const Mark& keptBy) {
  m_conflicts.push_back({Conflict::Kind::value, &field, std::move(lost), std::move(kept), lostBy, keptBy});
}

FieldMeta* FieldMerger::find(const schema::Field& field) {
  auto& fields = m_record.meta.fields;
  const auto at = std::lower_bound(fields.begin(), fields.end(), field.id,
                                   [](const FieldMeta& meta, std::uint16_t id) { return meta.field < id; });
  return at != fields.end() && at->field == field.id ? &*at : nullptr;
}

FieldMeta& FieldMerger::obtain(const schema::Field& field) {
  if (FieldMeta* found = find(field)) return *found;
  auto& fields = m_record.meta.fields;
  const auto at = std::lower_bound(fields.begin(), fields.end(), field.id,
                                   [](const FieldMeta& meta, std::uint16_t id) { return meta.field < id; });
  return *fields.insert(at, FieldMeta{field.id, {}, {}});
}

Value& FieldMerger::value(const schema::Field& field) {
  const auto index = &field - m_record.row.collection->fields.data();
  return m_record.row.fields[static_cast<std::size_t>(index)];
}

}  // namespace foyer::merge
