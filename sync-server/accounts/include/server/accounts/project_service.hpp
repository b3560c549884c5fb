// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/accounts/scope_commands.hpp"

namespace foyer::server {

struct KioskToken {
  std::string token;
  Uuid project;
  Uuid gate;
  std::int64_t expiresMs = 0;
};

struct Kiosk {
  Uuid id;
  std::string name;
  std::string status;
  std::int64_t enrolledMs = 0;
  std::optional<std::int64_t> revokedMs;
};

struct IssuedBadge {
  Uuid assignment;
  std::int64_t issue = 0;
  std::string code;  ///< text of the QR code
  std::int64_t validFromMs = 0;
  std::int64_t validToMs = 0;
};

/// Staff, kiosks and badges of a shoot. The caller must coordinate it. All functions throw foyer::Error.
/// Thread-safe; blocks.
class ProjectService {
 public:
  ProjectService(ScopeCommands& commands, const ServerKeys& keys) : m_commands(commands), m_keys(keys) {}

  /// By e-mail address, or by account id.
  void addStaff(const Acting& who, const Uuid& project, std::string_view email,
                const std::optional<Uuid>& account, std::string_view role);
  void removeStaff(const Acting& who, const Uuid& project, const Uuid& account);

  KioskToken kioskToken(const Acting& who, const Uuid& project);
  /// Turns a device into a kiosk of the token's gate. The same request again (after a lost answer) is
  /// answered alike.
  SignIn enrol(std::string_view token, std::string_view name, const DeviceClaim& device, const Visit& visit);
  std::vector<Kiosk> kiosks(const Acting& who, const Uuid& project);
  void renameKiosk(const Acting& who, const Uuid& project, const Uuid& kiosk, std::string_view name);
  void revokeKiosk(const Acting& who, const Uuid& project, const Uuid& kiosk);

  /// Makes the next badge of each assignment; badges made before stop counting.
  std::vector<IssuedBadge> issueBadges(const Acting& who, const Uuid& project,
                                       const std::vector<Uuid>& assignments, std::int64_t validFromMs,
                                       std::int64_t validToMs);
  void revokeBadge(const Acting& who, const Uuid& project, const Uuid& assignment, std::string_view reason);

 private:
  struct Key;
  Key badgeKey(const Uuid& project);
  void mustCoordinate(const Acting& who, const Uuid& project);
  void setKioskField(const Acting& who, const Uuid& project, const Uuid& kiosk,
                     const std::function<void(ScopeWriter&, const RecordKey&)>& change);
  ScopeCommands& m_commands;
  const ServerKeys& m_keys;
};

}  // namespace foyer::server
