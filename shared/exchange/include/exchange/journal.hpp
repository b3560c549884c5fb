// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exchange/plan.hpp"

namespace foyer::exchange {

/// What an import has written, so that all of it can be taken back. Text of one line per record; lines can be
/// appended while the import goes on.
class Journal {
 public:
  /// The line of one change, with its end.
  static std::string lineOf(const Change& change);
  /// Reads what lineOf() wrote; a line that was cut off by a crash ends it. Errors: damaged.
  static Result<Journal> parse(std::string_view text);

  std::size_t size() const { return m_entries.size(); }
  const Uuid& idAt(std::size_t i) const { return m_entries[i].id; }

  using Lookup = std::function<std::optional<model::Record>(const schema::Collection&, const Uuid&)>;
  struct Undo {
    std::vector<Change> changes;
    std::int64_t kept = 0;  ///< records, or fields, that somebody changed since: they stay
  };
  /// The changes that take the import back: what it made goes, what it filled in is empty again. What
  /// somebody has changed since is kept.
  Undo undo(const Lookup& now) const;

 private:
  struct Entry {
    const schema::Collection* collection = nullptr;
    Uuid id;
    bool created = false;
    std::vector<std::pair<const schema::Field*, std::string>> fields;  ///< with the value that was written
  };
  std::vector<Entry> m_entries;
};

}  // namespace foyer::exchange
