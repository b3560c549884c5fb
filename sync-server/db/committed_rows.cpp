// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/page.hpp"

namespace foyer::server {

void CommittedRows::add(const model::Record& row) {
  m_rows.push_back(row);
  ++rows;
}

void CommittedRows::write(protocol::PageWriter& out) const {
  const schema::Collection* open = nullptr;
  for (const model::Record& row : m_rows) {
    if (row.collection != open) out.beginBatch(*row.collection);
    open = row.collection;
    out.row(row);
  }
}

}  // namespace foyer::server
