// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan.hpp"

#include <algorithm>

#include "crypto/derived_id.hpp"
#include "model/check.hpp"
#include "model/identity.hpp"
#include "rows.hpp"
#include "schema/collections.hpp"

namespace foyer::exchange {
namespace {

const schema::Collection& entries() {
  static const schema::Collection& kEntries = schema::collection("watch_entries");
  return kEntries;
}
const schema::Collection& diary() {
  static const schema::Collection& kDiary = schema::collection("diary");
  return kDiary;
}

model::Value textValue(const std::string& text) { return text.empty() ? model::Value{} : model::Value{text}; }
model::Value numberValue(std::int64_t number) { return number == 0 ? model::Value{} : model::Value{number}; }

std::string said(const model::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return shortened(*text);
  return {};
}

/// The fields of one change, as far as they fit their declarations.
class Fields {
 public:
  Fields(const schema::Collection& collection, const Item& item, Parsed& parsed)
      : m_collection(collection), m_item(item), m_parsed(parsed) {}

  void set(std::string_view name, model::Value value) {
    if (model::isNull(value)) return;
    const schema::Field& field = *m_collection.find(name);
    if (model::check(field, value)) return report(Trouble::tooLong, name, value);
    patches.push_back({&field, std::move(value), {}, {}, {}});
  }
  void tags(const std::vector<std::string>& words, const model::TextSet* present) {
    const schema::Field& field = *m_collection.find("tags");
    std::vector<std::string> fresh;
    const std::size_t room = 100 - (present ? std::min<std::size_t>(100, present->size()) : 0);
    for (const std::string& word : words) {
      if (present && std::find(present->begin(), present->end(), word) != present->end()) continue;
      if (model::check(field, model::TextSet{word}) || fresh.size() >= room)
        report(Trouble::tooLong, "tags", word);
      else
        fresh.push_back(word);
    }
    if (!fresh.empty()) patches.push_back({&field, {}, {}, model::makeSet(std::move(fresh)), {}});
  }
  void report(Trouble what, std::string_view name, const model::Value& value) {
    m_parsed.report({what, m_item.file, m_item.line, std::string(name), said(value)});
  }

  std::vector<model::FieldPatch> patches;

 private:
  const schema::Collection& m_collection;
  const Item& m_item;
  Parsed& m_parsed;
};

/// Everything but the status, which every entry has.
std::vector<std::pair<std::string_view, model::Value>> opinions(const Item& item) {
  return {{"rating", numberValue(item.rating)},
          {"notes", textValue(item.notes)},
          {"favourite", numberValue(item.favourite ? 1 : 0)},
          {"sub_status", textValue(item.subStatus)},
          {"progress", textValue(item.progress)},
          {"started_on", textValue(item.started)},
          {"finished_on", textValue(item.finished)}};
}

class Planning {
 public:
  Planning(Parsed& parsed, const Library& library) : m_parsed(parsed), m_library(library) {}

  Plan take() {
    for (const Item& item : m_parsed.items) one(item);
    m_plan.titles = static_cast<std::int64_t>(m_parsed.items.size());
    return std::move(m_plan);
  }

 private:
  void one(const Item& item) {
    const Library::Named named = m_library.named(item);
    Fields check(entries(), item, m_parsed);
    check.set("title", named.title);
    if (check.patches.empty()) return;  // reported: no entry without its title
    const bool changed =
        m_library.entry(named.id) ? fillIn(item, *m_library.entry(named.id)) : add(item, named);
    const bool watched = viewings(item, named);
    if (!m_library.entry(named.id)) return;
    if (changed || watched)
      ++m_plan.completed;
    else
      ++m_plan.unchanged;
  }

  bool add(const Item& item, const Library::Named& named) {
    // Two spellings of one title of the catalogue: the first made the entry.
    if (!m_new.insert(named.id).second) return false;
    Fields fields(entries(), item, m_parsed);
    fields.set("title_id", named.id);
    fields.set("title", named.title);
    fields.set("year", numberValue(named.year));
    fields.set("kind", named.kind);
    if (named.own) fields.set("own_title", std::int64_t{1});
    fields.set("status", item.status.empty() ? std::string("not_watched") : item.status);
    for (auto& [name, value] : opinions(item)) fields.set(name, std::move(value));
    fields.tags(item.tags, nullptr);
    Change change{&entries(), {}, model::Op::create, std::move(fields.patches)};
    change.id = *model::naturalId(entries(), m_library.scope(), change.patches);
    m_plan.changes.push_back(std::move(change));
    ++m_plan.added;
    m_plan.own += named.own ? 1 : 0;
    return true;
  }

  bool fillIn(const Item& item, const model::Record& there) {
    Fields fields(entries(), item, m_parsed);
    for (auto& [name, value] : opinions(item)) {
      if (model::isNull(value)) continue;
      if (model::isNull(there.at(name)))
        fields.set(name, std::move(value));
      else if (there.at(name) != value)
        fields.report(Trouble::keptYours, name, value);
    }
    // "To watch" is what every new entry says; anything more is news.
    if (!item.status.empty() && item.status != there.text("status")) {
      if (there.text("status") != "not_watched" || !fieldsUntouched(there))
        fields.report(Trouble::keptYours, "status", item.status);
      else
        fields.set("status", item.status);
    }
    fields.tags(item.tags, std::get_if<model::TextSet>(&there.at("tags")));
    if (fields.patches.empty()) return false;
    m_plan.changes.push_back({&entries(), there.id, model::Op::edit, std::move(fields.patches)});
    return true;
  }

  /// Somebody who rated a title or wrote about it meant its status.
  static bool fieldsUntouched(const model::Record& there) {
    return model::isNull(there.at("rating")) && model::isNull(there.at("progress")) &&
           model::isNull(there.at("finished_on"));
  }

  bool viewings(const Item& item, const Library::Named& named) {
    bool any = false;
    for (const Viewing& viewing : item.viewings) {
      const Uuid id = crypto::derivedId(m_library.scope(), "imported viewing",
                                        {named.id.str(), viewing.date, viewing.episode});
      if (m_library.viewed(named.id, viewing.date, viewing.episode) || !m_new.insert(id).second) continue;
      Fields fields(diary(), item, m_parsed);
      fields.set("title_id", named.id);
      fields.set("title", named.title);
      fields.set("year", numberValue(named.year));
      fields.set("kind", named.kind);
      fields.set("watched_on", viewing.date);
      fields.set("episode", textValue(viewing.episode));
      fields.set("rating", numberValue(viewing.rating));
      if (viewing.rewatch) fields.set("rewatch", std::int64_t{1});
      fields.set("place", textValue(viewing.place));
      fields.set("remarks", textValue(viewing.remarks));
      m_plan.changes.push_back({&diary(), id, model::Op::create, std::move(fields.patches)});
      ++m_plan.viewings;
      any = true;
    }
    return any;
  }

  Parsed& m_parsed;
  const Library& m_library;
  Plan m_plan;
  std::set<Uuid> m_new;
};

}  // namespace

Plan plan(Parsed& parsed, const Library& library) { return Planning(parsed, library).take(); }

}  // namespace foyer::exchange
