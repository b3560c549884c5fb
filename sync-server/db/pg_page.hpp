// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pq_link.hpp"
#include "server/db/field_seal.hpp"
#include "server/db/page.hpp"

namespace foyer::server {

/// Rows as PostgreSQL sent them, in text: digits, UUIDs and JSON go to the wire as they are.
class PgPage final : public PageRows {
 public:
  explicit PgPage(FieldSeal seal) : m_seal(std::move(seal)) {}
  struct Part {
    const schema::Collection* collection;
    PqResult result;
    int rows;  ///< how many of the result belong to the page
  };

  void write(protocol::PageWriter& out) const override;
  std::vector<model::Record> records() const override;
  /// Takes rows until the walk's limits are reached, and tells the walk.
  void take(const PageWalk::Step& step, PqResult result, PageWalk& walk);

 private:
  void writeSealed(protocol::PageWriter& out, const Part& part, int row, int column,
                   const schema::Field& field) const;
  FieldSeal m_seal;
  std::vector<Part> m_parts;
};

}  // namespace foyer::server
