// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <exception>

#include "commands.hpp"

namespace {

constexpr const char* kFooter =
    "Exit status: 0 done, 1 error, 2 wrong use, 3 the server can't be reached, 4 done but changes need "
    "attention.";

}  // namespace

int main(int argc, char** argv) {
  using namespace foyer::cli;
  QCoreApplication qt(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("foyer"));

  Global global;
  Action action;
  CLI::App app("Foyer without screens: the same local database and sync engine as the app.", "foyer");
  app.footer(kFooter);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--data", global.data, "Folder of this device's data")->envname("FOYER_DATA");
  app.add_option("--server", global.server, "Address of the server; remembered after the first sign-in");
  app.add_flag("--insecure", global.insecure, "Allow plain http to another machine");
  app.add_flag("--json", global.json, "Print JSON, for scripts");
  app.add_flag("--http", global.http, "Sync by single requests instead of one live connection");
  app.add_option("--timeout", global.timeoutSeconds, "Seconds to wait for the server")
      ->check(CLI::Range(1, 86400));
  addAccountCommands(app, action);
  addStatusCommand(app, action);
  addSyncCommands(app, action);
  addRecordCommands(app, action);
  addAttentionCommands(app, action);
  addExportCommands(app, action);
  addHistoryCommand(app, action);
  addFamilyCommands(app, action);
  addImportCommand(app, action);
  addProjectCommands(app, action);
  addTitlesCommands(app, action);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kOk : kUsage;
  }
  try {
    Client client(global);
    return action(client);
  } catch (const Failure& failure) {
    Output(global.json).error(failure.error);
    return failure.status;
  } catch (const std::exception& e) {
    Output(global.json).error({foyer::Code::internal, {}, e.what()});
    return kError;
  }
}
