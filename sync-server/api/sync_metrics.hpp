// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.hpp"
#include "server/db/principal.hpp"
#include "server/sync/sync_service.hpp"

/// Counts what sync does, for /metrics. Thread-safe.
namespace foyer::server::api {

void countPush(const protocol::PushResult& result);
/// Also notes how far this device is behind: versions between what it asked from and the scope's head.
void countPull(const Principal& who, const protocol::Pull& pull, const PageAnswer& page);
/// A device begins to search where it differs.
void countMismatch();
void countRepaired(std::int64_t rows);
void countLiveFrame(bool sent);

}  // namespace foyer::server::api
