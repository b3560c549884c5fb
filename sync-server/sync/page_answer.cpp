// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/sync_service.hpp"

namespace foyer::server {

protocol::Frame PageAnswer::encode(int zstdLevel) const {
  protocol::PageWriter writer(header);
  rows->write(writer);
  return writer.finish(zstdLevel);
}

protocol::Page PageAnswer::message() const { return {header, rows->records(), {}}; }

}  // namespace foyer::server
