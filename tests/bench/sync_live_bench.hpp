// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "bench_device.hpp"

namespace foyer::bench {

/// Write on one device until another, on a thread of its own, can read it in its database.
void liveLatency(BenchDevice& author, const QString& listenerDir, const QString& server);
/// One write until the last of `count` live clients has its frame.
void fanOut(BenchDevice& author, int count, const char* figure);
/// Memory of the server process per live client that has said hello, follows a scope, and is silent; and how
/// many of them still hear of a change after a while. The server has to be a fresh one: memory that was freed
/// before would be used again.
void idleConnections(BenchDevice& author, qint64 serverPid, int count);

}  // namespace foyer::bench
