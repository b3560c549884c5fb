// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations.hpp"
#include "server/http/router.hpp"

namespace foyer::server {
class AccountService;
class Eraser;
class FamilyService;
class LiveHub;
class ProjectService;
class SyncService;
class Uploads;
}  // namespace foyer::server

namespace foyer::server::app {

/// What endpoints work with. All null: a table for printing, whose handlers are never called.
struct Services {
  Uploads* uploads = nullptr;
  SyncService* sync = nullptr;
  LiveHub* hub = nullptr;
  AccountService* accounts = nullptr;
  Eraser* eraser = nullptr;
  FamilyService* families = nullptr;
  ProjectService* projects = nullptr;
};

/// The whole endpoint table. `checks` and `router` must outlive the server.
void addEndpoints(http::Router& router, const Services& services, const ReadyChecks& checks);

}  // namespace foyer::server::app
