// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <cstdio>

#include "app/kiosk_app.hpp"
#include "app/self_test.hpp"

int main(int argc, char** argv) {
  const auto parsed = foyer::kiosk::parseOptions(argc, argv);
  if (parsed.leave) return *parsed.leave;
  const bool display =
      !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
  if (!display && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication app(argc, argv);
  QGuiApplication::setApplicationName("foyer-kiosk");
  try {
    if (parsed.options.selfTest) return foyer::kiosk::selfTest();
    foyer::kiosk::KioskApp kiosk(parsed.options);
    return kiosk.start() ? QGuiApplication::exec() : 1;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "foyer-kiosk: %s\n", e.what());
    return 1;
  }
}
