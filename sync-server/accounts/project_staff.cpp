// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/project_service.hpp"

namespace foyer::server {
namespace {

bool coordinates(std::string_view role) { return role == "coordinator" || role == "owner"; }

int coordinators(ScopeWriter& writer) {
  return countRole(writer, "coordinator") + countRole(writer, "owner");
}

}  // namespace

void ProjectService::mustCoordinate(const Acting& who, const Uuid& project) {
  if (!isManager(m_commands.roleIn(project, schema::Scope::project, who))) {
    throw Error{Code::forbidden, {}, "Coordinators and staff of the project do this."};
  }
}

void ProjectService::addStaff(const Acting& who, const Uuid& project, std::string_view email,
                              const std::optional<Uuid>& account, std::string_view role) {
  if (role != "coordinator" && role != "staff" && role != "presence") {
    throw Error{Code::invalidField, "role", "This must be one of: coordinator, staff, presence."};
  }
  mustCoordinate(who, project);
  const auto row = m_commands.accounts().store().query("project.staff", [&](AccountTx& tx) {
    return account ? tx.account(*account) : tx.accountByEmail(foldEmail(email));
  });
  if (!row)
    throw Error{Code::notFound, account ? "account" : "email", "Nobody has registered with this here."};
  m_commands.write(project, who, [&](ScopeWriter& writer, const std::string& mine) {
    if (!coordinates(mine)) throw Error{Code::forbidden, {}, "Coordinators choose who works on the project."};
    const auto theirs = writer.tx().roleOf(row->id);
    if (theirs && coordinates(*theirs) && role != "coordinator" && coordinators(writer) == 1) {
      throw Error{Code::conflict, "role", "Name another coordinator first: a project needs one."};
    }
    m_commands.join(writer, row->id, std::string(role));
    ScopeCommands::audit(writer, "membership", "project.staff_added", who, row->id.str(), "notice");
  });
}

void ProjectService::removeStaff(const Acting& who, const Uuid& project, const Uuid& account) {
  mustCoordinate(who, project);
  m_commands.write(project, who, [&](ScopeWriter& writer, const std::string& mine) {
    if (!coordinates(mine) && account != who.account) {
      throw Error{Code::forbidden, {}, "Coordinators choose who works on the project."};
    }
    const auto theirs = writer.tx().roleOf(account);
    if (!theirs) throw Error{Code::notFound, "account", "Nobody of this id works on the project."};
    if (coordinates(*theirs) && coordinators(writer) == 1) {
      throw Error{Code::conflict, "role", "Name another coordinator first: a project needs one."};
    }
    writer.removeMember(account);
    m_commands.accounts().note(LedgerKind::member, project, account);
    ScopeCommands::audit(writer, "membership", "project.staff_removed", who, account.str(), "notice");
  });
}

}  // namespace foyer::server
