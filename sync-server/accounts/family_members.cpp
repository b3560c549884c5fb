// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/family_service.hpp"

namespace foyer::server {
namespace {

std::string roleOfMember(ScopeWriter& writer, const Uuid& account) {
  if (writer.tx().row().kind != schema::Scope::family)
    throw Error{Code::notFound, "id", "There is no such family."};
  const auto role = writer.tx().roleOf(account);
  if (!role) throw Error{Code::notFound, "account", "Nobody of this id is in the family."};
  return *role;
}

void keepAnOwner(ScopeWriter& writer, const std::string& leaving) {
  if (leaving == "owner" && countRole(writer, "owner") == 1 && writer.tx().members().size() > 1) {
    throw Error{Code::conflict, "role", "Make somebody else an owner first: a family needs one."};
  }
}

}  // namespace

void FamilyService::removeMember(const Acting& who, const Uuid& family, const Uuid& account) {
  if (account == who.account) return leave(who, family);
  m_commands.write(family, who, [&](ScopeWriter& writer, const std::string& mine) {
    const std::string theirs = roleOfMember(writer, account);
    if (!isManager(mine)) throw Error{Code::forbidden, {}, "Owners and admins remove members."};
    if (mine != "owner" && isManager(theirs))
      throw Error{Code::forbidden, {}, "Owners remove admins and owners."};
    writer.removeMember(account);
    m_commands.accounts().note(LedgerKind::member, family, account);
    ScopeCommands::audit(writer, "membership", "family.removed", who, account.str(), "notice");
  });
}

void FamilyService::changeRole(const Acting& who, const Uuid& family, const Uuid& account,
                               std::string_view role) {
  if (role != "owner" && role != "admin" && role != "member" && role != "child") {
    throw Error{Code::invalidField, "role", "This must be one of: owner, admin, member, child."};
  }
  m_commands.write(family, who, [&](ScopeWriter& writer, const std::string& mine) {
    const std::string theirs = roleOfMember(writer, account);
    if (!isManager(mine)) throw Error{Code::forbidden, {}, "Owners and admins change roles."};
    if (mine != "owner" && (isManager(theirs) || isManager(role))) {
      throw Error{Code::forbidden, "role", "Owners make and change admins and owners."};
    }
    if (theirs == role) return;
    keepAnOwner(writer, theirs);
    if (theirs == "owner" && countRole(writer, "owner") == 1) {
      throw Error{Code::conflict, "role", "Make somebody else an owner first: a family needs one."};
    }
    writer.setMember(account, std::string(role));
    m_commands.accounts().note(LedgerKind::joined, family, account, std::string(role));
    ScopeCommands::audit(writer, "membership", "family.role", who, account.str(), "notice");
  });
}

void FamilyService::leave(const Acting& who, const Uuid& family) {
  m_commands.write(family, who, [&](ScopeWriter& writer, const std::string& mine) {
    roleOfMember(writer, who.account);
    keepAnOwner(writer, mine);
    writer.removeMember(who.account);
    m_commands.accounts().note(LedgerKind::member, family, who.account);
    ScopeCommands::audit(writer, "membership", "family.left", who, who.account.str(), "notice");
  });
}

}  // namespace foyer::server
