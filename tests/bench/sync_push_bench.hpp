// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foyer::bench {

/// 5,000 edits made offline, from the moment the device may connect until it has stored the outcome of each.
void offlineEdits(const QString& dir, const QString& server);
/// Pushes of one mutation over one live connection, each sent when the one before is answered.
void singlePushes(const QString& dir, const QString& server);

}  // namespace foyer::bench
