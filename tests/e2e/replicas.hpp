// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include "processes.hpp"

namespace foyer::test {

inline const QString kPassword = QStringLiteral("a quiet evening at the cinema");

inline QString idOf(const ClientProcess::Outcome& outcome) { return outcome.json()["id"].toString(); }

/// A folder in which the server's PostgreSQL, which runs as another user, reaches its data.
void openFolder(const QString& path);

/// Empty when all devices have every scope verified, with equal digests and equal exports; else what differs.
QString difference(std::initializer_list<ClientProcess*> devices);
/// Which of these ids are missing on a device.
QStringList missing(ClientProcess& device, const char* collection, const QStringList& ids);

}  // namespace foyer::test
