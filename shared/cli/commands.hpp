// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <functional>

#include "client.hpp"

namespace foyer::cli {

/// What the chosen command does, once its arguments are read. Returns the exit status.
using Action = std::function<int(Client&)>;

/// Each file of commands adds its own to the command line; the chosen one is left in `action`.
void addAccountCommands(CLI::App& app, Action& action);  ///< register, sign-in, sign-out, account
void addRecordCommands(CLI::App& app,
                       Action& action);  ///< collections, list, get, create, edit, delete, restore
void addSyncCommands(CLI::App& app, Action& action);       ///< scopes, push, pull, sync, verify, live
void addStatusCommand(CLI::App& app, Action& action);      ///< status
void addAttentionCommands(CLI::App& app, Action& action);  ///< attention, conflicts
void addExportCommands(CLI::App& app, Action& action);     ///< export, digest
void addHistoryCommand(CLI::App& app, Action& action);     ///< history
void addFamilyCommands(CLI::App& app, Action& action);     ///< family
void addImportCommand(CLI::App& app, Action& action);      ///< import
void addProjectCommands(CLI::App& app, Action& action);    ///< project
void addTitlesCommands(CLI::App& app, Action& action);     ///< titles

}  // namespace foyer::cli
