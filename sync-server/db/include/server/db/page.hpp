// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/messages.hpp"
#include "server/db/rows.hpp"

namespace foyer::server {

struct PageRequest {
  Uuid scope;
  std::optional<Uuid> reader;  ///< whose membership is read in the same snapshot; none: the server itself
  protocol::PageToken from;
  int level = schema::kSchemaLevel;  ///< what may be sent
  std::int64_t maxRows = 10'000;
  std::size_t maxBytes = 4u << 20;  ///< of cell contents; one row is always sent
};

/// Rows read in one short snapshot, before they are encoded. The snapshot is closed already.
class PageRows {
 public:
  virtual ~PageRows() = default;
  virtual void write(protocol::PageWriter& out) const = 0;
  virtual std::vector<model::Record> records() const = 0;

  ScopeRow scope;                   ///< from the same snapshot
  std::optional<std::string> role;  ///< of the reader; none: not a member
  protocol::PageToken next;
  bool more = false;
  std::int64_t rows = 0;
};

/// What one transaction wrote, as the page that a follower of the head before it needs: nothing has to be
/// read for those who stand there.
class CommittedRows final : public PageRows {
 public:
  void add(const model::Record& row);  ///< by collection and id
  void write(protocol::PageWriter& out) const override;
  std::vector<model::Record> records() const override { return m_rows; }

  std::int64_t from = 0;  ///< the head before it

 private:
  std::vector<model::Record> m_rows;
};

/// Walks the keyset pages of one pass, or several, inside one snapshot. A pass reads all rows with since <
/// version <= target, collection by collection; when the scope went on meanwhile, another pass follows. A
/// token with `fill` begins with a pass that brings only what an older schema level lacked. Used by every
/// store, so that all page alike.
class PageWalk {
 public:
  /// One read: rows of `collection` with (version, id) after (version, id) and version <= `until`, in that
  /// order, at most `limit`.
  struct Step {
    const schema::Collection* collection = nullptr;
    std::int64_t version = 0;
    Uuid id;
    std::int64_t until = 0;
    std::int64_t limit = 0;
    bool tombstones = true;
    int fill = 0;  ///< only rows with something that this schema level lacks; 0: all
  };

  PageWalk(const ScopeRow& scope, const PageRequest& request);
  /// The next read, or none when the page is complete.
  std::optional<Step> step() const;
  /// What the last step gave: how many rows were taken, the last of them, and whether it stopped early.
  void took(std::int64_t rows, std::size_t bytes, std::int64_t lastVersion, const Uuid& lastId,
            bool exhausted);
  std::int64_t rowsLeft() const { return m_rowsLeft; }
  std::size_t bytesLeft() const { return m_bytesLeft; }
  void finish(PageRows& page) const;

 private:
  bool wanted(std::uint16_t collection) const;
  bool filling() const { return m_at.fill > 0 && m_at.since == 0; }
  void settle();  ///< moves to the next collection with changes, or the next pass
  const ScopeRow& m_scope;
  int m_level;
  protocol::PageToken m_at;
  std::int64_t m_rowsLeft;
  std::size_t m_bytesLeft;
  std::int64_t m_rows = 0;
  bool m_done = false;
};

}  // namespace foyer::server
