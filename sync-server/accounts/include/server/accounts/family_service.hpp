// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "server/accounts/scope_commands.hpp"

namespace foyer::server {

struct Invitation {
  Uuid id;
  Uuid family;
  std::string familyName;
  std::string email;
  std::string role;
  std::string status;  ///< pending, accepted, declined, expired, revoked
  std::int64_t expiresMs = 0;
  std::string token;  ///< only in the answer that makes it
};

/// Who is in a family. The caller must be in it; owners and admins manage. All functions throw foyer::Error.
/// Thread-safe; blocks.
class FamilyService {
 public:
  explicit FamilyService(ScopeCommands& commands) : m_commands(commands) {}

  Invitation invite(const Acting& who, const Uuid& family, std::string_view email, std::string_view role);
  std::vector<Invitation> invitations(const Acting& who, const Uuid& family);
  void revokeInvitation(const Acting& who, const Uuid& family, const Uuid& invitation);
  /// Accepting twice is fine for the same account.
  Invitation accept(const Acting& who, std::string_view token);
  void decline(const Acting& who, std::string_view token);

  void removeMember(const Acting& who, const Uuid& family, const Uuid& account);
  void changeRole(const Acting& who, const Uuid& family, const Uuid& account, std::string_view role);
  /// The last owner may leave only when nobody else is left.
  void leave(const Acting& who, const Uuid& family);

 private:
  OneTimeTokenRow usable(std::string_view token, const Acting& who);
  ScopeCommands& m_commands;
};

}  // namespace foyer::server
