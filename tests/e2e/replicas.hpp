// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include "processes.hpp"

namespace foyer::test {

inline const QString kPassword = QStringLiteral("a quiet evening at the cinema");

inline QString idOf(const ClientProcess::Outcome& outcome) { return outcome.json()["id"].toString(); }

/// A folder in which the server's PostgreSQL, which runs as another user, reaches its data.
void openFolder(const QString& path);

/// What the promises allow: after a kill the server is ready again; after healing a device's queue is empty.
inline constexpr std::chrono::milliseconds kReadyAgain{3'000};
inline constexpr std::chrono::milliseconds kConverged{30'000};

/// Empty when all devices have every scope verified, with equal digests, and each holds exactly what the
/// server holds; else what differs.
QString difference(const ServerProcess& server, std::initializer_list<ClientProcess*> devices);
/// Scopes that are not in their first epoch, as when a server forgot what it had acknowledged. Devices offer
/// that again, so nothing is missing at the end; but nothing may have been forgotten where nobody restored.
QString forgotten(std::initializer_list<ClientProcess*> devices);
/// Syncs a device until nothing waits; how long that took. Throws when it does not get there at all.
std::chrono::milliseconds converge(ClientProcess& device);
/// Which of these ids are missing on a device.
QStringList missing(ClientProcess& device, const char* collection, const QStringList& ids);

}  // namespace foyer::test
