// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "protocol/messages.hpp"
#include "store/store.hpp"

namespace foyer::sync {

/// Finds where one scope differs from the server and puts right only that (law 10): descends the digest tree
/// to the leaves that differ, compares their rows, fetches what differs. One question at a time; forgets
/// everything when stopped. Not thread-safe.
class Repair {
 public:
  using Send = std::function<void(const protocol::ClientMessage&)>;

  /// Asks the first question.
  void begin(store::Store& store, const Uuid& scope, const Send& send);
  void stop();
  bool running() const { return m_running; }

  /// An answer; asks the next question, or ends. Answers to questions that were not asked are ignored.
  void take(const protocol::Sums& sums, store::Store& store, const Send& send);
  void take(const protocol::Marks& marks, store::Store& store, const Send& send);
  void take(const protocol::Page& page, store::Store& store, const Send& send);

  /// Rows that were put right, or set aside, since begin().
  std::int64_t repaired() const { return m_repaired; }

 private:
  enum class Asked : std::uint8_t { nothing, sums, marks, rows };
  struct Leaf {
    std::string prefix;
    std::int64_t rows = 0;
  };
  void next(const Send& send);
  void compare(const protocol::Marks& marks, store::Store& store);

  Uuid m_scope;
  bool m_running = false;
  Asked m_asked = Asked::nothing;
  std::optional<model::TreeSums> m_here;
  std::deque<std::string> m_branches;    ///< differ, not looked into yet
  std::deque<Leaf> m_leaves;             ///< differ, their rows not compared yet
  std::deque<protocol::RowName> m_rows;  ///< differ, not fetched yet
  std::vector<protocol::RowName> m_fetching;
  std::int64_t m_repaired = 0;
};

}  // namespace foyer::sync
