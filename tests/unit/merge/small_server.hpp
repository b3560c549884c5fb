// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.hpp"

namespace foyer::test {

/// A server with one record at version 1, made by device 1, that everybody with base 1 knows.
struct Server {
  std::optional<merge::ServerRecord> record;
  std::int64_t version = 0;

  Server() {
    apply(Patch(1, model::Op::create).at(1000).set("title", "first").text("one two three", "").tags({"red"}));
  }
  merge::Applied apply(const model::Mutation& m) { return merge::apply(record, m, ++version); }
  const model::Record& row() const { return record->row; }
};

inline Patch edit(int author, std::int64_t ms, std::int64_t base) {
  return Patch(author, model::Op::edit).at(ms).base(base);
}
inline model::Value text(const char* value) { return std::string(value); }

}  // namespace foyer::test
