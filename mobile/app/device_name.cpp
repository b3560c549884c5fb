// SPDX-License-Identifier: GPL-3.0-or-later
#include "device_name.hpp"

#include <QLocale>
#include <QSysInfo>

namespace foyer::mobile {

QString deviceName(int smallerSide) {
  const QString given = QSysInfo::machineHostName().section(QLatin1Char('.'), 0, 0);
  if (!given.isEmpty() && given != QLatin1String("localhost")) return given.left(100);
  const bool french = QLocale::system().language() == QLocale::French;
  if (smallerSide >= 600) return french ? QStringLiteral("Tablette") : QStringLiteral("Tablet");
  return french ? QStringLiteral("Téléphone") : QStringLiteral("Phone");
}

}  // namespace foyer::mobile
