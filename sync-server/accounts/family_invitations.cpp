// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/random.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "server/accounts/family_service.hpp"

namespace foyer::server {
namespace {

const schema::Collection& invitationsOf() {
  static const schema::Collection& c = schema::collection("invitations");
  return c;
}

Invitation fromRecord(const model::Record& r, std::int64_t nowMs) {
  Invitation out;
  out.id = r.id;
  out.family = r.scope;
  out.email = r.text("email");
  out.role = r.text("role");
  out.status = r.text("status");
  out.expiresMs = r.number("expires_at");
  if (out.status == "pending" && out.expiresMs <= nowMs) out.status = "expired";
  return out;
}

std::string nameOf(ScopeWriter& writer) {
  const merge::ServerRecord* head =
      writer.tx().find({&schema::collection("families"), writer.tx().row().scope});
  return head == nullptr ? std::string() : std::string(head->row.text("name"));
}

Error over() { return {Code::gone, "token", "This invitation is over. Ask for a new one."}; }

}  // namespace

Invitation FamilyService::invite(const Acting& who, const Uuid& family, std::string_view email,
                                 std::string_view role) {
  const std::string folded = foldEmail(email);
  if (auto bad = schema::checkText(*invitationsOf().find("email"), folded)) throw *bad;
  if (role != "member" && role != "admin" && role != "child") {
    throw Error{Code::invalidField, "role", "This must be one of: member, admin, child."};
  }
  if (!isManager(m_commands.roleIn(family, schema::Scope::family, who))) {
    throw Error{Code::forbidden, {}, "Owners and admins of the family invite."};
  }
  const std::int64_t now = m_commands.nowMs();
  for (const model::Record& r : m_commands.all(family, "invitations")) {
    const Invitation known = fromRecord(r, now);
    if (known.email == folded && known.status == "pending") {
      throw Error{Code::alreadyExists, "email", "This address is invited already."};
    }
  }
  Invitation out;
  out.id = Uuid::v7(now);
  out.family = family;
  out.email = folded;
  out.role = role;
  out.status = "pending";
  out.expiresMs = now + m_commands.accounts().options().invitationMs;
  out.token = crypto::randomToken(16);
  // The token first: without its record it opens nothing.
  m_commands.accounts().store().transaction("family.invite", [&](AccountTx& tx) {
    tx.addToken({tokenHash(out.token),
                 "invitation",
                 family,
                 out.id,
                 folded,
                 who.account,
                 now,
                 out.expiresMs,
                 {},
                 {}});
    tx.audit({"membership", "info", "family.invited", who.account, who.device, family, out.id.str(),
              who.visit.peer, who.visit.requestId, "{}"},
             now);
  });
  m_commands.write(family, who, [&](ScopeWriter& writer, const std::string& mine) {
    if (!isManager(mine)) throw Error{Code::forbidden, {}, "Owners and admins of the family invite."};
    if (role == "admin" && mine != "owner") throw Error{Code::forbidden, "role", "Owners make admins."};
    model::Record record(invitationsOf(), family, out.id);
    record.at("email") = out.email;
    record.at("role") = out.role;
    record.at("status") = out.status;
    record.at("invited_by") = who.account;
    record.at("expires_at") = out.expiresMs;
    writer.put(record);
    out.familyName = nameOf(writer);
  });
  return out;
}

std::vector<Invitation> FamilyService::invitations(const Acting& who, const Uuid& family) {
  m_commands.roleIn(family, schema::Scope::family, who);
  std::vector<Invitation> out;
  for (const model::Record& r : m_commands.all(family, "invitations"))
    out.push_back(fromRecord(r, m_commands.nowMs()));
  return out;
}

void FamilyService::revokeInvitation(const Acting& who, const Uuid& family, const Uuid& invitation) {
  const RecordKey key{&invitationsOf(), invitation};
  m_commands.write(family, who,
                   [&](ScopeWriter& writer, const std::string& mine) {
                     const merge::ServerRecord* found = writer.tx().find(key);
                     if (found == nullptr || writer.tx().row().kind != schema::Scope::family) {
                       throw Error{Code::notFound, "id", "There is no such invitation."};
                     }
                     if (!isManager(mine))
                       throw Error{Code::forbidden, {}, "Owners and admins take invitations back."};
                     if (found->row.text("status") != "pending")
                       throw Error{Code::conflict, "status", "It was answered already."};
                     writer.set(key, "status", std::string("revoked"));
                     ScopeCommands::audit(writer, "membership", "family.invitation_revoked", who,
                                          invitation.str());
                   },
                   {key});
  m_commands.accounts().store().transaction("family.uninvite",
                                            [&](AccountTx& tx) { tx.dropTokens(family, invitation); });
}

OneTimeTokenRow FamilyService::usable(std::string_view token, const Acting& who) {
  const auto row = m_commands.accounts().store().query(
      "family.token", [&](AccountTx& tx) { return tx.token(tokenHash(token)); });
  if (!row || row->kind != "invitation") throw Error{Code::notFound, "token", "There is no such invitation."};
  if (row->usedMs && row->usedBy != who.account) throw over();
  if (!row->usedMs && row->expiresMs <= m_commands.nowMs()) throw over();
  return *row;
}

Invitation FamilyService::accept(const Acting& who, std::string_view token) {
  const OneTimeTokenRow row = usable(token, who);
  const RecordKey key{&invitationsOf(), row.subject};
  const std::int64_t now = m_commands.nowMs();
  Invitation out;
  m_commands.writeAsServer(row.scope,
                           [&](ScopeWriter& writer) {
                             const merge::ServerRecord* found = writer.tx().find(key);
                             if (found == nullptr || !writer.tx().born())
                               throw Error{Code::notFound, "token", "There is no such invitation."};
                             model::Record record = found->row;
                             const std::string status(record.text("status"));
                             const bool again =
                                 status == "accepted" && record.uuid("accepted_by") == who.account;
                             if (status != "pending" && !again) throw over();
                             if (!again) {
                               record.at("status") = std::string("accepted");
                               record.at("accepted_by") = who.account;
                               record.at("accepted_at") = now;
                               writer.put(record);
                               if (!writer.tx().roleOf(who.account))
                                 m_commands.join(writer, who.account, std::string(record.text("role")));
                             }
                             out = fromRecord(record, now);
                             out.familyName = nameOf(writer);
                           },
                           {key});
  m_commands.accounts().store().transaction("family.accept", [&](AccountTx& tx) {
    if (!tx.useToken(row.hash, who.account, now)) return;
    tx.audit({"membership", "notice", "family.joined", who.account, who.device, row.scope, row.subject.str(),
              who.visit.peer, who.visit.requestId, "{}"},
             now);
  });
  return out;
}

void FamilyService::decline(const Acting& who, std::string_view token) {
  const OneTimeTokenRow row = usable(token, who);
  const RecordKey key{&invitationsOf(), row.subject};
  m_commands.writeAsServer(row.scope,
                           [&](ScopeWriter& writer) {
                             const merge::ServerRecord* found = writer.tx().find(key);
                             if (found == nullptr)
                               throw Error{Code::notFound, "token", "There is no such invitation."};
                             if (found->row.text("status") == "declined") return;
                             if (found->row.text("status") != "pending") throw over();
                             writer.set(key, "status", std::string("declined"));
                           },
                           {key});
  m_commands.accounts().store().transaction("family.decline", [&](AccountTx& tx) {
    tx.useToken(row.hash, who.account, m_commands.nowMs());
    tx.audit({"membership", "info", "family.declined", who.account, who.device, row.scope, row.subject.str(),
              who.visit.peer, who.visit.requestId, "{}"},
             m_commands.nowMs());
  });
}

}  // namespace foyer::server
