// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.hpp"
#include "server/sync/sync_service.hpp"

/// Counts what sync answers, for /metrics. Thread-safe.
namespace foyer::server::api {

/// All series, so that they are there before anything happens.
void beginSyncCounts();
void countPush();
void countPull(const PageAnswer& page);
/// A device begins to search where it differs.
void countMismatch();
void countRepaired(std::int64_t rows);
void countLiveFrame(bool sent);

}  // namespace foyer::server::api
