// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/derived_id.hpp"
#include "crypto/random.hpp"
#include "revocations.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "server/accounts/project_service.hpp"

namespace foyer::server {
namespace {

const schema::Collection& kiosksOf() {
  static const schema::Collection& c = schema::collection("kiosks");
  return c;
}

RecordKey keyOf(const Uuid& gate, const Uuid& kiosk) {
  return {&kiosksOf(), crypto::derivedId(gate, kiosksOf().name, {kiosk.str()})};
}

void checkName(std::string_view name) {
  if (auto bad = schema::checkText(*kiosksOf().find("name"), name)) throw *bad;
}

}  // namespace

KioskToken ProjectService::kioskToken(const Acting& who, const Uuid& project) {
  mustCoordinate(who, project);
  const std::int64_t now = m_commands.nowMs();
  KioskToken out{crypto::randomToken(16), project, crypto::gateScopeOf(project),
                 now + m_commands.accounts().options().kioskTokenMs};
  m_commands.accounts().store().transaction("kiosk.token", [&](AccountTx& tx) {
    tx.addToken(
        {tokenHash(out.token), "kiosk", out.gate, project, {}, who.account, now, out.expiresMs, {}, {}});
    tx.audit({"kiosk",
              "info",
              "kiosk.token",
              who.account,
              who.device,
              project,
              {},
              who.visit.peer,
              who.visit.requestId,
              "{}"},
             now);
  });
  return out;
}

SignIn ProjectService::enrol(std::string_view token, std::string_view name, const DeviceClaim& device,
                             const Visit& visit) {
  checkName(name);
  if (device.publicKey.empty()) {
    throw Error{Code::invalidField, "device.public_key", "A kiosk signs what it records: its key is needed."};
  }
  const std::int64_t now = m_commands.nowMs();
  AccountStore& store = m_commands.accounts().store();
  const auto row = store.query("kiosk.find", [&](AccountTx& tx) { return tx.token(tokenHash(token)); });
  if (!row || row->kind != "kiosk") throw Error{Code::notFound, "token", "There is no such enrolment code."};
  const bool again = row->usedMs && row->usedBy == device.id;
  if ((row->usedMs && !again) || row->expiresMs <= now) {
    throw Error{Code::gone, "token", "This enrolment code is over. Show a new one."};
  }
  // Used up in the transaction that begins the session; the membership follows and is made again by a retry.
  auto signIn = store.query("kiosk.enrol", [&](AccountTx& tx) -> Result<SignIn> {
    if (!again && !tx.useToken(row->hash, device.id, now)) {
      throw Error{Code::gone, "token", "This enrolment code is over. Show a new one."};
    }
    const SessionSubject subject{device.id, true, row->scope, {}, std::string(name), "kiosk"};
    auto begun = m_commands.accounts().sessionMaker().begin(tx, subject, device, visit);
    if (!begun) throw begun.error();
    tx.audit({"kiosk", "notice", "kiosk.enrolled", row->createdBy, device.id, row->scope, std::string(name),
              visit.peer, visit.requestId, "{}"},
             now);
    return begun;
  });
  if (!signIn) throw signIn.error();
  const RecordKey key = keyOf(row->scope, device.id);
  m_commands.writeAsServer(
      row->scope,
      [&](ScopeWriter& writer) {
        if (!writer.tx().born()) writer.create(schema::Scope::gate);
        writer.setMember(device.id, "kiosk");
        m_commands.accounts().note(LedgerKind::joined, writer.tx().row().scope, device.id, "kiosk");
        const merge::ServerRecord* found = writer.tx().find(key);
        const bool there = found != nullptr && found->row.state != model::State::tombstone;
        model::Record record = there ? found->row : model::Record(kiosksOf(), row->scope, key.id);
        record.at("device_id") = device.id;
        record.at("name") = std::string(name);
        record.at("public_key") = device.publicKey;
        record.at("status") = std::string("active");
        record.at("enrolled_at") = now;
        record.at("enrolled_by") = row->createdBy;
        record.at("revoked_at") = model::Value{};
        writer.put(record);
      },
      {key});
  return *signIn;
}

std::vector<Kiosk> ProjectService::kiosks(const Acting& who, const Uuid& project) {
  mustCoordinate(who, project);
  std::vector<Kiosk> out;
  for (const model::Record& r : m_commands.all(crypto::gateScopeOf(project), "kiosks")) {
    Kiosk kiosk{r.uuid("device_id"),
                std::string(r.text("name")),
                std::string(r.text("status")),
                r.number("enrolled_at"),
                {}};
    if (!model::isNull(r.at("revoked_at"))) kiosk.revokedMs = r.number("revoked_at");
    out.push_back(std::move(kiosk));
  }
  return out;
}

void ProjectService::setKioskField(const Acting& who, const Uuid& project, const Uuid& kiosk,
                                   const std::function<void(ScopeWriter&, const RecordKey&)>& change) {
  mustCoordinate(who, project);
  const Uuid gate = crypto::gateScopeOf(project);
  const RecordKey key = keyOf(gate, kiosk);
  m_commands.writeAsServer(gate,
                           [&](ScopeWriter& writer) {
                             const merge::ServerRecord* found = writer.tx().find(key);
                             if (found == nullptr || found->row.state != model::State::live) {
                               throw Error{Code::notFound, "kiosk", "There is no such kiosk."};
                             }
                             change(writer, key);
                           },
                           {key});
}

void ProjectService::renameKiosk(const Acting& who, const Uuid& project, const Uuid& kiosk,
                                 std::string_view name) {
  checkName(name);
  setKioskField(who, project, kiosk, [&](ScopeWriter& writer, const RecordKey& key) {
    writer.set(key, "name", std::string(name));
    ScopeCommands::audit(writer, "kiosk", "kiosk.renamed", who, kiosk.str());
  });
}

RecordKey kioskRecord(const Uuid& gate, const Uuid& kiosk) { return keyOf(gate, kiosk); }

void endKiosk(ScopeWriter& writer, const Uuid& kiosk, std::int64_t atMs) {
  const RecordKey key = keyOf(writer.tx().row().scope, kiosk);
  writer.removeMember(kiosk);
  writer.set(key, "status", std::string("revoked"));
  writer.set(key, "revoked_at", atMs);
}

void ProjectService::revokeKiosk(const Acting& who, const Uuid& project, const Uuid& kiosk) {
  const std::int64_t now = m_commands.nowMs();
  setKioskField(who, project, kiosk, [&](ScopeWriter& writer, const RecordKey&) {
    endKiosk(writer, kiosk, now);
    m_commands.accounts().note(LedgerKind::kiosk, project, kiosk);
  });
  AccountService& accounts = m_commands.accounts();
  const auto ended = accounts.store().query("kiosk.revoke", [&](AccountTx& tx) {
    auto sessions = tx.revokeAll(kiosk, {}, "revoked", now);
    tx.audit({"kiosk", "warning", "kiosk.revoked", who.account, who.device, project, kiosk.str(),
              who.visit.peer, who.visit.requestId, "{}"},
             now);
    return sessions;
  });
  accounts.guard().revoked(ended);
}

}  // namespace foyer::server
