// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints.hpp"

#include "server/api/accounts.hpp"
#include "server/api/blob_endpoints.hpp"
#include "server/api/families.hpp"
#include "server/api/history.hpp"
#include "server/api/projects.hpp"
#include "server/api/sync_endpoints.hpp"

namespace foyer::server::app {

void addEndpoints(http::Router& router, const Services& services, const ReadyChecks& checks) {
  addOperations(router, checks);
  router.add(api::uploadEndpoints(services.uploads));
  router.add(api::blobEndpoints(services.uploads));
  const auto ended = [accounts = services.accounts](const Uuid& session) {
    return accounts->guard().isRevoked(session);
  };
  router.add(api::syncEndpoints(services.sync, services.hub, ended));
  router.add(api::historyEndpoint(services.sync, [accounts = services.accounts](const Uuid& account) {
    const auto row = accounts->account(account);
    return row ? row->displayName : std::string();
  }));
  router.add(api::accountEndpoints(services.accounts));
  router.add(api::eraseAccountEndpoint(services.eraser));
  router.add(api::familyInvitationEndpoints(services.families));
  router.add(api::familyMemberEndpoints(services.families));
  router.add(api::projectStaffEndpoints(services.projects));
  router.add(api::projectKioskEndpoints(services.projects));
  router.add(api::projectBadgeEndpoints(services.projects));
}

}  // namespace foyer::server::app
