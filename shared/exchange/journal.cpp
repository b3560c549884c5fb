// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/journal.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/identity.hpp"
#include "schema/collections.hpp"

namespace foyer::exchange {
namespace {

std::string canonical(const model::Value& value) {
  const auto* set = std::get_if<model::TextSet>(&value);
  if (!set) return model::keyPart(value);
  std::string out;
  for (const std::string& element : *set) out += element + '\n';
  return out;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

model::FieldPatch cleared(const schema::Field& field, const model::Value& now, const std::string& written) {
  model::FieldPatch patch{&field, {}, {}, {}, {}};
  if (field.merge == schema::Merge::text) patch.was = std::get<std::string>(now);
  if (field.merge == schema::Merge::set) {
    for (std::string& element : split(written, '\n')) {
      if (!element.empty()) patch.removed.push_back(std::move(element));
    }
  }
  return patch;
}

/// Is the value still what the import wrote? Of a set: are its elements still there?
bool stands(const schema::Field& field, const model::Value& now, const std::string& written) {
  if (field.merge != schema::Merge::set) return canonical(now) == written;
  const auto* set = std::get_if<model::TextSet>(&now);
  const std::vector<std::string> elements = split(written, '\n');
  return set && std::all_of(elements.begin(), elements.end(), [&](const std::string& element) {
           return element.empty() || std::find(set->begin(), set->end(), element) != set->end();
         });
}

/// Was it taken back already?
bool isGone(const schema::Field& field, const model::Value& now, const std::string& written) {
  if (field.name == "status") return canonical(now) == "not_watched" && written != "not_watched";
  const auto* set = std::get_if<model::TextSet>(&now);
  if (!set) return model::isNull(now);
  const std::vector<std::string> elements = split(written, '\n');
  return std::none_of(set->begin(), set->end(), [&](const std::string& element) {
    return std::find(elements.begin(), elements.end(), element) != elements.end();
  });
}

}  // namespace

std::string Journal::lineOf(const Change& change) {
  std::string line = (change.op == model::Op::create ? "created\t" : "edited\t") +
                     std::string(change.collection->name) + '\t' + change.id.str();
  for (const model::FieldPatch& patch : change.patches) {
    const std::string value =
        patch.field->merge == schema::Merge::set ? canonical(patch.added) : canonical(patch.value);
    line += '\t' + std::string(patch.field->name) + '=' + toBase64Url(asBytes(value));
  }
  return line + '\n';
}

Result<Journal> Journal::parse(std::string_view text) {
  Journal journal;
  while (true) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return journal;
    const std::vector<std::string> cells = split(text.substr(0, end), '\t');
    text.remove_prefix(end + 1);
    const Error damaged{Code::damaged, {}, "The notes of this import can't be read."};
    if (cells.size() < 3) return damaged;
    Entry entry;
    entry.created = cells[0] == "created";
    entry.collection = schema::findCollection(cells[1]);
    const auto id = Uuid::parse(cells[2]);
    if (!entry.collection || !id) return damaged;
    entry.id = *id;
    for (std::size_t i = 3; i < cells.size(); ++i) {
      const std::size_t equals = cells[i].find('=');
      const schema::Field* field = entry.collection->find(std::string_view(cells[i]).substr(0, equals));
      const auto value = equals == std::string::npos
                             ? std::nullopt
                             : fromBase64Url(std::string_view(cells[i]).substr(equals + 1));
      if (!field || !value) return damaged;
      entry.fields.emplace_back(field, std::string(asText(*value)));
    }
    journal.m_entries.push_back(std::move(entry));
  }
}

Journal::Undo Journal::undo(const Lookup& now) const {
  Undo undo;
  for (const Entry& entry : m_entries) {
    const auto record = now(*entry.collection, entry.id);
    if (!record || record->state != model::State::live) continue;
    const auto isAsWritten = [&](const auto& field) {
      return stands(*field.first, record->at(field.first->name), field.second);
    };
    if (entry.created) {
      std::size_t filled = 0;
      for (const model::Value& value : record->fields) {
        const auto* set = std::get_if<model::TextSet>(&value);
        filled += model::isNull(value) || (set && set->empty()) ? 0 : 1;
      }
      if (filled == entry.fields.size() && std::all_of(entry.fields.begin(), entry.fields.end(), isAsWritten))
        undo.changes.push_back({entry.collection, entry.id, model::Op::del, {}});
      else
        ++undo.kept;
      continue;
    }
    Change change{entry.collection, entry.id, model::Op::edit, {}};
    for (const auto& field : entry.fields) {
      if (isGone(*field.first, record->at(field.first->name), field.second)) continue;
      if (!isAsWritten(field)) {
        ++undo.kept;
      } else if (field.first->name == "status") {
        change.patches.push_back({field.first, std::string("not_watched"), {}, {}, {}});
      } else {
        change.patches.push_back(cleared(*field.first, record->at(field.first->name), field.second));
      }
    }
    if (!change.patches.empty()) undo.changes.push_back(std::move(change));
  }
  return undo;
}

}  // namespace foyer::exchange
