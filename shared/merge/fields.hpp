// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merge/merge.hpp"

namespace foyer::merge {

/// What a patch did to its field.
enum class Effect : std::uint8_t {
  same,   ///< the field had it already
  took,   ///< took effect, knowing everything that was there
  mixed,  ///< took effect together with, or over, something it did not know
  lost,   ///< lost to something it did not know
};

/// One mutation at work on one record: the rules of law 7 per field.
class FieldMerger {
 public:
  FieldMerger(ServerRecord& record, const model::Mutation& m, std::int64_t version,
              std::vector<Conflict>& conflicts)
      : m_record(record), m_mutation(m), m_mark{version, m.device, m.stamp}, m_conflicts(conflicts) {}

  Effect apply(const model::FieldPatch& patch);
  /// Empties a field that a create on top of a deletion it knows does not mention.
  bool clear(const schema::Field& field);  ///< true when the value changed
  const Mark& mark() const { return m_mark; }

 private:
  Effect applyRegister(const schema::Field& field, const model::Value& value);
  Effect applyText(const model::FieldPatch& patch);
  Effect applySet(const model::FieldPatch& patch);
  bool add(const schema::Field& field, model::TextSet& set, const std::string& element);

  bool knows(const Mark& mark) const { return mark.knownTo(m_mutation.base, m_mutation.device); }
  /// The unknown holder with the highest stamp; version 0 when all are known.
  Mark strongestUnknown(const FieldMeta& meta) const;
  void report(const schema::Field& field, model::Value lost, const Mark& lostBy, model::Value kept,
              const Mark& keptBy);
  FieldMeta* find(const schema::Field& field);
  FieldMeta& obtain(const schema::Field& field);
  model::Value& value(const schema::Field& field);

  ServerRecord& m_record;
  const model::Mutation& m_mutation;
  const Mark m_mark;
  std::vector<Conflict>& m_conflicts;
};

}  // namespace foyer::merge
