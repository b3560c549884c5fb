// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "merge/meta.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::merge {

/// Something that lost to something that did not know it: to be shown to people, with one tap to get it back.
struct Conflict {
  enum class Kind : std::uint8_t {
    value,    ///< field: two values, one lost
    kept,     ///< a delete did not take effect because of an edit it did not know
    revived,  ///< an edit brought back what somebody else had deleted
  };
  Kind kind = Kind::value;
  const schema::Field* field = nullptr;  ///< kind value only
  model::Value lost;
  model::Value kept;
  Mark lostBy;  ///< kept: the delete. revived: the delete. Nil device: the server.
  Mark keptBy;  ///< kept, revived: the edit
};

/// A conflict of kind value that the server has stored and nobody has settled yet.
struct OpenConflict {
  const schema::Field* field = nullptr;
  model::Value lost;
  Uuid author;                   ///< Conflict::lostBy.device
  std::int64_t lostVersion = 0;  ///< Conflict::lostBy.version
  std::int64_t openedAt = 0;     ///< the scope's version when it was stored
};

/// Whether `m`, which has just made the record `after`, settles an open conflict of the same record: its
/// author gave a later value of the field; or `m` replaced the lost value while that was the shown one,
/// knowing it; or `m` chose it. For text only when no word gets lost by that. Not for conflicts that `m`
/// itself made. An open conflict whose value is the one shown needs no card, but stays open: the value may
/// lose again.
bool closes(const model::Mutation& m, const OpenConflict& open, const model::Record& after);

}  // namespace foyer::merge
