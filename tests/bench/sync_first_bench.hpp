// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "bench_device.hpp"

namespace foyer::bench {

/// What one fresh device needed to fetch everything.
struct FirstSync {
  double seconds = 0;
  double bytes = 0;      ///< received
  double peakMib = 0;    ///< of its process
  double readP99Ms = 0;  ///< of the first screen, read again and again meanwhile; 0 when nobody read
};

/// The first sync of an account on a device of its own, in a process of its own. `reads`: somebody looks at
/// the photos while it runs.
FirstSync firstSync(const QString& dir, const QString& server, const QString& email, bool reads);
/// That process: prints what firstSync() returns.
int firstSyncProcess(const QStringList& arguments);

/// Wire bytes of a first sync of 10,000 records after 30,000 edits of them, against before.
void redownload(const QString& dir, const QString& server);

}  // namespace foyer::bench
