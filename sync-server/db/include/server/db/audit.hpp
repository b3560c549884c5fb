// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/text.hpp"
#include "base/uuid.hpp"

namespace foyer::server {

/// One line of the audit log. `details` is canonical JSON and never holds a secret.
struct AuditEntry {
  std::string category;
  std::string severity = "info";
  std::string action;
  Uuid actor;
  Uuid device;
  Uuid scope;
  std::string subject;
  std::string peer;
  std::string requestId;
  std::string details = "{}";
};

/// The hash of one entry on top of the one before it (empty: the first).
Bytes auditHash(const Bytes& before, std::int64_t number, std::int64_t atMs, const AuditEntry& entry);

/// Taken before the newest entry is read: writers come one after the other, so that the chain has no forks.
inline constexpr const char* kAuditLock = "SELECT pg_advisory_xact_lock(74206011)";

}  // namespace foyer::server
