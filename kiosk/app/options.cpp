// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.hpp"

#include <CLI/CLI.hpp>
#include <QDateTime>

namespace foyer::kiosk {
namespace {

std::optional<std::int64_t> instant(const std::string& iso) {
  const QDateTime at = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODateWithMs);
  return at.isValid() ? std::optional<std::int64_t>(at.toMSecsSinceEpoch()) : std::nullopt;
}

}  // namespace

Parsed parseOptions(int argc, char** argv) {
  Options o;
  std::string now;
  CLI::App app("Foyer kiosk: checks people in and out by their badge, with or without a network.");
  app.set_version_flag("--version", "Foyer kiosk 0.1.0");
  app.add_option("--data", o.data, "Folder of the database")->capture_default_str();
  app.add_option("--server", o.server, "Address of the server");
  app.add_option("--enrol", o.enrolToken, "One-time token that makes this device a kiosk");
  app.add_option("--name", o.name, "Name of this kiosk when it enrols");
  app.add_option("--frames", o.frames, "Read pictures from this folder instead of the camera");
  app.add_flag("--stdin", o.standardInput,
               "Read codes from standard input, one per line; !undo takes the last one back");
  app.add_option("--now", now, "The clock starts at this instant, e.g. 2026-06-14T06:42:00+02:00")
      ->envname("FOYER_NOW");
  app.add_flag("--json", o.json, "Say what happens as JSON lines on standard output");
  app.add_flag("--offline", o.offline, "Never use the network");
  app.add_flag("--exit-on-eof", o.exitOnEof,
               "Leave when standard input or the folder ends and everything is kept");
  app.add_option("--wait-sync", o.waitSyncSeconds,
                 "Before leaving, wait at most so many seconds until all is sent")
      ->check(CLI::Range(0, 3600));
  app.add_option("--screenshot-dir", o.screenshots, "Save a picture of each verdict here");
  app.add_option("--size", o.size, "Window instead of full screen, e.g. 1080x1920");
  app.add_option("--scheme", o.scheme, "Colours")->check(CLI::IsMember({"light", "dark", "system"}));
  app.add_option("--language", o.language, "en or fr")->check(CLI::IsMember({"en", "fr"}));
  app.add_flag("--insecure", o.insecure, "Allow http to other machines, for laboratories");
  app.add_flag("--self-test", o.selfTest, "Load every page, say what is wrong, leave");
  try {
    app.parse(argc, argv);
    if (!now.empty()) {
      o.nowMs = instant(now);
      if (!o.nowMs) throw CLI::ValidationError("--now", "not an instant like 2026-06-14T06:42:00+02:00");
    }
  } catch (const CLI::ParseError& e) {
    return {o, app.exit(e)};
  }
  return {o, std::nullopt};
}

}  // namespace foyer::kiosk
