// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/sync_service.hpp"

namespace foyer::server {

protocol::Frame PageAnswer::encode(int zstdLevel) const {
  protocol::PageWriter writer(header, level);
  rows->write(writer);
  return writer.finish(zstdLevel);
}

protocol::Page PageAnswer::message() const {
  protocol::Page page{header, rows->records(), {}};
  for (model::Record& row : page.rows) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (row.collection->fields[i].since > level) row.fields[i] = {};
    }
  }
  return page;
}

}  // namespace foyer::server
