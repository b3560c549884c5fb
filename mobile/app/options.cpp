// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.hpp"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace foyer::mobile {

Options readOptions(const QCoreApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Foyer: films, photos and shoots, with or without a network."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {QStringLiteral("data"), QStringLiteral("Folder of this device's data."), QStringLiteral("folder")},
      {QStringLiteral("server"), QStringLiteral("Address of the server."), QStringLiteral("url")},
      {QStringLiteral("insecure"), QStringLiteral("Allow plain http to other machines.")},
      {QStringLiteral("size"), QStringLiteral("Size of the window, such as 390x844."), QStringLiteral("WxH")},
      {QStringLiteral("lang"), QStringLiteral("en or fr."), QStringLiteral("code")},
      {QStringLiteral("scheme"), QStringLiteral("light, dark or system."), QStringLiteral("name")},
      {QStringLiteral("device-name"), QStringLiteral("What others see this device called."),
       QStringLiteral("name")},
      {QStringLiteral("pilot"), QStringLiteral("Take commands from standard input.")},
      {QStringLiteral("self-test"), QStringLiteral("Load the whole interface, then leave.")},
  });
  parser.process(app);
  Options options;
  options.dataDir = parser.value(QStringLiteral("data"));
  if (options.dataDir.isEmpty())
    options.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  options.server = parser.value(QStringLiteral("server"));
  options.insecure = parser.isSet(QStringLiteral("insecure"));
  options.pilot = parser.isSet(QStringLiteral("pilot"));
  options.selfTest = parser.isSet(QStringLiteral("self-test"));
  options.language = parser.value(QStringLiteral("lang"));
  options.deviceName = parser.value(QStringLiteral("device-name")).left(100);
  options.scheme = parser.value(QStringLiteral("scheme"));
  const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
  if (size.size() == 2) options.size = {size[0].toInt(), size[1].toInt()};
  return options;
}

}  // namespace foyer::mobile
