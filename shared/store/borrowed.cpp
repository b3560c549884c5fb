// SPDX-License-Identifier: GPL-3.0-or-later
#include "borrowed.hpp"

#include <algorithm>

#include "merge/own_words.hpp"
#include "protocol/codec.hpp"

namespace foyer::store {

namespace {

const model::FieldPatch* lentFor(const std::optional<model::Mutation>& borrowed, const schema::Field* field) {
  if (!borrowed) return nullptr;
  for (const model::FieldPatch& patch : borrowed->patches)
    if (patch.field == field) return &patch;
  return nullptr;
}

std::string_view textOf(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? std::string_view(*text) : std::string_view();
}

/// False: nothing of it is left.
bool keepOwn(model::FieldPatch& patch, const model::FieldPatch* lent) {
  patch.removed.clear();
  if (patch.field->merge == schema::Merge::set) {
    if (lent)
      std::erase_if(patch.added, [lent](const std::string& element) {
        return std::ranges::binary_search(lent->added, element);
      });
    return !patch.added.empty();
  }
  if (patch.field->merge == schema::Merge::text) {
    const std::string base = lent ? std::string(textOf(lent->value)) : std::move(patch.was);
    patch.was.clear();
    if (base.empty()) return !textOf(patch.value).empty();
    std::string own = merge::insertedWords(base, textOf(patch.value));
    if (own.empty()) return false;
    patch.value = std::move(own);
    return true;
  }
  return !model::isNull(patch.value) && !(lent && lent->value == patch.value);
}

}  // namespace

void keepBorrowed(Db& db, std::int64_t localId, const model::Mutation& borrowed) {
  const std::string json = protocol::encodeMutation(borrowed);
  Statement(db, "INSERT OR REPLACE INTO local_borrowed (local_id, json) VALUES (?, ?)")
      .with(localId, std::string_view(json))
      .run();
}

std::optional<model::Mutation> borrowedOf(Db& db, std::int64_t localId) {
  Statement s(db, "SELECT json FROM local_borrowed WHERE local_id = ?");
  if (!s.with(localId).step()) return std::nullopt;
  Result<model::Mutation> decoded = protocol::decodeMutation(s.text(0));
  if (!decoded) throw SqliteError(11, "unreadable mutation: " + decoded.error().message);
  return std::move(decoded).value();
}

bool keepOwnWords(model::Mutation& m, const std::optional<model::Mutation>& borrowed) {
  std::erase_if(m.patches,
                [&](model::FieldPatch& patch) { return !keepOwn(patch, lentFor(borrowed, patch.field)); });
  return !m.patches.empty();
}

}  // namespace foyer::store
