// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_services.hpp"

#include "options.hpp"

namespace foyer::server::app {

AccountOptions accountOptions(const config::Config& config) {
  const auto ms = [&config](const char* key) { return config.duration(key).count(); };
  AccountOptions out;
  const std::string mode = config.text("auth.registration");
  if (mode == "invite") out.registration = Registration::invite;
  if (mode == "closed") out.registration = Registration::closed;
  out.accessTokenMs = ms("auth.access_token");
  out.refreshTokenMs = ms("auth.refresh_token");
  out.refreshGraceMs = ms("auth.refresh_grace");
  out.invitationMs = ms("auth.invitation");
  out.kioskTokenMs = ms("auth.kiosk_token");
  out.registrationsPerHour = static_cast<int>(config.integer("auth.registrations_per_hour"));
  out.parallelPasswords = static_cast<int>(config.integer("auth.parallel_passwords"));
  out.waitingPasswords = static_cast<int>(config.integer("auth.waiting_passwords"));
  out.passwordCost.memoryBytes = static_cast<std::size_t>(config.size("auth.password_memory"));
  out.passwordCost.passes = static_cast<unsigned long long>(config.integer("auth.password_passes"));
  out.lockout.attempts = static_cast<int>(config.integer("auth.lock_attempts"));
  out.lockout.lockMs = ms("auth.lock_time");
  return out;
}

Result<ServerKeys> serverKeys(const config::Config& config) {
  return ServerKeys::load(masterKeyFile(config));
}

AccountServices::AccountServices(Pool& pool, ServerKeys keys, const AccountOptions& options,
                                 const Clock& clock, SyncService& sync)
    : m_keys(std::move(keys)),
      m_options(options),
      m_store(pool),
      m_accounts(m_store, m_keys, m_options, clock,
                 {[&sync](const Uuid& id) { return sync.store().scope(id).has_value(); },
                  [&sync](const Uuid& id) { sync.createPerson(id); }}),
      m_commands(m_accounts, sync),
      m_families(m_commands),
      m_projects(m_commands, m_keys) {}

}  // namespace foyer::server::app
