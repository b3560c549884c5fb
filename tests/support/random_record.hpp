// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::test {

/// The seed of this run: FOYER_SEED when set, else a fresh one. Print it when a random test fails.
std::uint64_t seedOfRun();

/// Random values, records and mutations that break no declaration, for any collection; the same seed gives
/// the same sequence. Words come from a small vocabulary, so that independent edits overlap. Not thread-safe.
class RandomRecords {
 public:
  explicit RandomRecords(std::uint64_t seed) : m_random(seed) {}

  /// Where references point; without it they point to random ids.
  std::function<Uuid(std::string_view targetCollection)> referTo;

  std::uint64_t below(std::uint64_t limit);  ///< 0 … limit-1
  bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
  Uuid uuid();
  std::string sentence(std::size_t mostWords);

  /// A value that check() accepts; never null.
  model::Value value(const schema::Field& field);
  /// A whole row as it might come from the server: any state but tombstone, server-owned fields included.
  model::Record record(const schema::Collection& collection, const Uuid& scope);

  /// Change of one field away from `current` (null allowed).
  model::FieldPatch patch(const schema::Field& field, const model::Value& current);
  /// A valid create of a new record. Only for collections that devices may create.
  model::Mutation create(const schema::Collection& collection, const Uuid& scope);
  /// A valid edit of one to three fields. The collection must have a field that devices may change.
  model::Mutation edit(const model::Record& row);
  model::Mutation remove(const model::Record& row);
  model::Mutation restore(const model::Record& row);

 private:
  std::string digits(std::size_t count, bool leadingZero = true);
  std::string letters(std::size_t count, char first, int spread);
  std::string patterned(std::string_view pattern);
  std::string word(const schema::Field& field);
  std::string date();
  std::string text(const schema::Field& field);
  model::TextSet set(const schema::Field& field, std::size_t most);
  model::Mutation bare(const model::Record& row, model::Op op);

  std::mt19937_64 m_random;
};

/// Collections that a device may create; fields that a device may change after creation.
std::vector<const schema::Collection*> writableCollections();
std::vector<const schema::Field*> editableFields(const schema::Collection& collection);

/// The row that a create makes when nothing else is there: patches laid on an empty record.
model::Record applied(const model::Mutation& create, std::int64_t version);

}  // namespace foyer::test
