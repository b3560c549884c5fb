// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

Result<protocol::Welcome> SyncService::hello(const Principal& who, const protocol::Hello& hello) {
  if (hello.protocol < 1) return Error{Code::unsupported, "protocol", "This protocol version is not spoken."};
  if (hello.device != who.device) {
    return Error{Code::forbidden, "device", "The access token belongs to another device."};
  }
  protocol::Welcome welcome;
  welcome.protocol = std::min(hello.protocol, protocol::kVersion);
  welcome.schema = std::min<int>(hello.schema, schema::kSchemaLevel);
  welcome.account = who.account;
  welcome.wallMs = m_clock.wallMs();
  welcome.maxPushMutations = m_limits.maxPushMutations;
  welcome.maxFrameBytes = m_limits.maxFrameBytes;
  for (const ScopeMembership& m : m_store.scopesOf(who.account, who.device)) {
    if (who.kiosk && m.scope.kind != schema::Scope::gate) continue;
    welcome.scopes.push_back({.scope = m.scope.scope,
                              .kind = *m.scope.kind,
                              .role = m.role,
                              .epoch = m.scope.epoch,
                              .head = m.scope.head,
                              .lastSeq = m.lastSeq});
  }
  return welcome;
}

}  // namespace foyer::server
