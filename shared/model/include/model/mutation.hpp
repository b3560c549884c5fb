// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/hlc.hpp"
#include "model/value.hpp"
#include "schema/types.hpp"

namespace foyer::model {

enum class Op : std::uint8_t { create, edit, del, restore };

/// What a mutation does to one field. Exactly one form applies, chosen by the field's merge rule:
/// set: `added` and `removed`; text: `value` and `was`; every other rule: `value`.
struct FieldPatch {
  const schema::Field* field = nullptr;  ///< not owned
  Value value;
  std::string was;  ///< text: the value the edit was based on
  TextSet added;
  TextSet removed;
};

/// A patch of one record, made on one device (design law 2).
struct Mutation {
  Uuid device;
  std::uint64_t seq = 0;  ///< per device and scope, from 1; 0 = not numbered yet
  Uuid scope;
  const schema::Collection* collection = nullptr;  ///< not owned
  Uuid id;
  Op op = Op::edit;
  Hlc stamp;
  std::int64_t base = 0;  ///< the largest version of the scope the author knew when the editing began
  std::vector<FieldPatch> patches;  ///< each field at most once; empty for del and restore
};

enum class Outcome : std::uint8_t {
  applied,     ///< took effect as written
  merged,      ///< took effect together with values it did not know; a conflict may exist
  superseded,  ///< everything it wanted lost to something it did not know, or was there already
  held,        ///< not accepted: reason, field and sentence say why
};

struct MutationResult {
  std::uint64_t seq = 0;
  Outcome outcome = Outcome::applied;
  std::int64_t version = 0;     ///< of the scope after it; 0 when held
  std::optional<Error> reason;  ///< held only
};

std::string_view name(Op op);
std::optional<Op> opFromName(std::string_view name);
std::string_view name(Outcome outcome);
std::optional<Outcome> outcomeFromName(std::string_view name);

}  // namespace foyer::model
