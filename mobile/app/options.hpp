// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QCoreApplication;

namespace foyer::mobile {

/// What the command line of the app asks for.
struct Options {
  QString dataDir;  ///< default: the platform's place for app data
  QString server;   ///< empty: the one used last
  bool insecure = false;
  bool pilot = false;     ///< driven by lines on standard input
  bool selfTest = false;  ///< load everything, then leave with 0 or 1
  QSize size;
  QString language;
  QString scheme;
  QString deviceName;  ///< empty: found out
};

/// Prints usage and leaves when the words are wrong.
Options readOptions(const QCoreApplication& app);

}  // namespace foyer::mobile
