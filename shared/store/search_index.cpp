// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index.hpp"

#include "database.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

struct Searched {
  std::string_view collection;
  std::string_view field;
};

constexpr Searched kSearched[] = {
    {"titles", "title"},        {"titles", "original_title"}, {"titles", "creators"},
    {"watch_entries", "title"}, {"watch_entries", "notes"},   {"list_items", "title"},
    {"photos", "title"},        {"photos", "description"},    {"photos", "tags"},
    {"photos", "camera"},       {"photos", "place"},
};

/// Words of a record as they are searched. unicode61 leaves ligatures alone, people don't type them.
std::string wordsOf(const model::Record& record) {
  std::string words;
  const auto add = [&words](std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view pair = text.substr(i, 2);
      if (pair == "\u0153" || pair == "\u0152") {
        words += "oe", ++i;
      } else if (pair == "\u00e6" || pair == "\u00c6") {
        words += "ae", ++i;
      } else {
        words += text[i];
      }
    }
    words += ' ';
  };
  for (const std::string_view name : searchFields(*record.collection)) {
    const model::Value& value = record.at(name);
    if (const auto* text = std::get_if<std::string>(&value)) add(*text);
    if (const auto* set = std::get_if<model::TextSet>(&value)) {
      for (const std::string& element : *set) add(element);
    }
  }
  return words;
}

}  // namespace

std::vector<std::string_view> searchFields(const schema::Collection& collection) {
  std::vector<std::string_view> out;
  for (const Searched& searched : kSearched) {
    if (searched.collection == collection.name) out.push_back(searched.field);
  }
  return out;
}

bool isSearchable(const schema::Collection& collection) {
  for (const Searched& searched : kSearched) {
    if (searched.collection == collection.name) return true;
  }
  return false;
}

std::string searchQuery(std::string_view typed) {
  std::string query;
  std::string word;
  const auto flush = [&](std::string_view end) {
    if (word.empty()) return;
    if (!query.empty()) query += ' ';
    query += '"' + word + '"' + std::string(end);
    word.clear();
  };
  for (const char c : typed) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter =
        byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      word += c;
    } else {
      flush("");
    }
  }
  flush("*");
  return query;
}

bool Store::indexSome(std::int64_t rows) {
  Database& d = *m_db;
  std::vector<RecordKey> todo;
  {
    Statement s(d.db, "SELECT collection, scope, id FROM local_search_todo LIMIT ?");
    s.with(rows);
    while (s.step()) todo.push_back({s.uuid(1), static_cast<std::uint16_t>(s.integer(0)), s.uuid(2)});
  }
  if (todo.empty()) return false;
  d.transact([&] {
    Statement done(d.db, "DELETE FROM local_search_todo WHERE collection = ? AND scope = ? AND id = ?");
    Statement find(d.db,
                   "SELECT number FROM local_search_rows WHERE collection = ? AND scope = ? AND id = ?");
    Statement name(d.db, "INSERT INTO local_search_rows (collection, scope, id) VALUES (?, ?, ?)");
    Statement unname(d.db, "DELETE FROM local_search_rows WHERE number = ?");
    Statement drop(d.db, "DELETE FROM local_search WHERE rowid = ?");
    Statement put(d.db, "INSERT INTO local_search (rowid, words) VALUES (?, ?)");
    for (const RecordKey& key : todo) {
      done.with(key.collection, key.scope, key.id).run();
      std::int64_t number = 0;
      if (find.with(key.collection, key.scope, key.id).step()) number = find.integer(0);
      find.reset();
      if (number != 0) drop.with(number).run();
      const auto record = d.table(key.collection).read(key.scope, key.id);
      if (!record || record->state != model::State::live) {
        if (number != 0) unname.with(number).run();
        continue;
      }
      if (number == 0) {
        name.with(key.collection, key.scope, key.id).run();
        number = d.db.lastRowId();
      }
      const std::string words = wordsOf(*record);
      put.with(number, std::string_view(words)).run();
    }
  });
  return static_cast<std::int64_t>(todo.size()) == rows;
}

}  // namespace foyer::store
