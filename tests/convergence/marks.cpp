// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.hpp"

#include "device.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::test {

std::set<std::string> marksIn(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find("mk"); at != std::string_view::npos; at = text.find("mk", at + 2)) {
    std::size_t end = at + 2;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end > at + 2) found.emplace(text.substr(at, end - at));
  }
  return found;
}

std::set<std::string> marksIn(const model::Record& record) {
  std::string all;
  for (const model::Value& value : record.fields) {
    if (const auto* text = std::get_if<std::string>(&value)) all += *text + ' ';
    if (const auto* set = std::get_if<model::TextSet>(&value))
      for (const auto& element : *set) all += element + ' ';
  }
  return marksIn(all);
}

std::set<std::string> marksIn(const model::Mutation& m) {
  std::set<std::string> found;
  for (const auto& patch : m.patches) {
    if (const auto* text = std::get_if<std::string>(&patch.value)) found.merge(marksIn(*text));
    for (const auto& element : patch.added) found.merge(marksIn(element));
  }
  return found;
}

void Marks::giveUp(const std::set<std::string>& names) {
  for (const auto& name : names)
    if (const auto mark = m_marks.find(name); mark != m_marks.end()) mark->second.given_up = true;
}

void Marks::giveUpTitles(const Uuid& device, const Uuid& id) {
  for (auto& [name, mark] : m_marks)
    if (mark.title && mark.device == device && mark.id == id) mark.given_up = true;
}

void Marks::giveUpAll(const Uuid& device, const Uuid& scope, const Uuid& id) {
  for (auto& [name, mark] : m_marks)
    if (mark.device == device && mark.scope == scope && (id.isNil() || mark.id == id)) mark.given_up = true;
}

bool Marks::by(const std::string& name, const Uuid& device) const {
  const auto mark = m_marks.find(name);
  return mark != m_marks.end() && mark->second.device == device;
}

/// A closed card hides its value: then somebody must have given it up. Except for a text whose author went on
/// writing with the card at hand.
static bool isHidden(const model::Record& card) {
  if (model::isNull(card.at("resolution"))) return false;
  const auto* subject = schema::findCollection(card.text("subject_collection"));
  const auto* field = subject ? subject->find(card.text("field")) : nullptr;
  return card.text("resolution") != "overtaken" || !field || field->merge != schema::Merge::text;
}

std::string Marks::missing(server::ScopeStore& database, const std::vector<Uuid>& scopes,
                           const std::vector<Device*>& devices) const {
  std::set<std::string> found;
  for (const Uuid& scope : scopes) {
    database.exportScope(scope, [&found](const model::Record& record) {
      if (record.collection->name == "conflicts" && isHidden(record)) return;
      found.merge(marksIn(record));
    });
  }
  for (Device* device : devices) {
    for (const auto& item : device->store().heldItems())
      for (const auto& m : device->store().heldMutations(item.localId)) found.merge(marksIn(m));
  }
  std::string first;
  std::string others;
  for (const auto& [name, mark] : m_marks) {
    if (mark.given_up || found.contains(name)) continue;
    if (first.empty())
      first = name + " is lost: scope " + mark.scope.str() + ", record " + mark.id.str() + ", by " +
              mark.device.str();
    else
      others += ' ' + name;
  }
  return others.empty() ? first : first + "; also" + others;
}

}  // namespace foyer::test
