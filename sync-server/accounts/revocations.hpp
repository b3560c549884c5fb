// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "server/sync/scope_writer.hpp"

/// What ends a kiosk or a badge in a gate: when somebody decides so, and when a restore forgot it.
namespace foyer::server {

void endKiosk(ScopeWriter& writer, const Uuid& kiosk, std::int64_t atMs);
RecordKey kioskRecord(const Uuid& gate, const Uuid& kiosk);

struct BadgeRevocation {
  Uuid assignment;
  std::int64_t issue = 0;
  std::int64_t atMs = 0;
  Uuid by;  ///< nil: nobody knows any more
  std::string reason;
};
void revokeAtGate(ScopeWriter& writer, const BadgeRevocation& what);

}  // namespace foyer::server
