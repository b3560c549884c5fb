// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/badge.hpp"
#include "crypto/derived_id.hpp"
#include "revocations.hpp"
#include "schema/collections.hpp"
#include "server/accounts/project_service.hpp"

namespace foyer::server {

struct ProjectService::Key {
  std::int64_t number = 0;
  crypto::KeyPair pair;
};

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::size_t kMostAtOnce = 1000;

RecordKey assignmentKey(const Uuid& id) { return {&schema::collection("assignments"), id}; }

/// What the sealed seed belongs to.
std::string contextOf(const Uuid& project, std::int64_t number) {
  return "badge_key_secrets." + project.str() + "." + std::to_string(number);
}

void putKey(ScopeWriter& writer, const Uuid& project, std::int64_t number, const crypto::PublicKey& key) {
  const schema::Collection& keys = schema::collection("badge_keys");
  const Uuid gate = writer.tx().row().scope;
  model::Record record(keys, gate, crypto::derivedId(gate, keys.name, {std::to_string(number)}));
  record.at("number") = number;
  record.at("project_id") = project;
  record.at("public_key") = Bytes(key.begin(), key.end());
  writer.put(record);
}

model::Record badgeRecord(const Uuid& gate, const IssuedBadge& badge) {
  const schema::Collection& badges = schema::collection("badges");
  const Uuid id = crypto::derivedId(gate, badges.name, {badge.assignment.str(), std::to_string(badge.issue)});
  model::Record record(badges, gate, id);
  record.at("person") = badge.assignment;
  record.at("issue") = badge.issue;
  record.at("valid_from") = badge.validFromMs;
  record.at("valid_to") = badge.validToMs;
  return record;
}

}  // namespace

ProjectService::Key ProjectService::badgeKey(const Uuid& project) {
  AccountStore& store = m_commands.accounts().store();
  const BadgeKeyRow row = store.query("badge.key", [&](AccountTx& tx) {
    return tx.badgeKey(project, m_commands.nowMs(), [&](std::int64_t number) {
      const crypto::Seed seed = crypto::seedOf(crypto::newKeyPair().secretKey);
      return crypto::seal(seed.bytes(), asBytes(contextOf(project, number)), m_keys.sealKey());
    });
  });
  const auto seed = crypto::open(row.sealedSeed, asBytes(contextOf(project, row.number)), m_keys.sealKey());
  if (!seed || seed->size() != 32) {
    throw Error{Code::damaged,
                {},
                "The project's badge key can't be opened: the server's master key is another one."};
  }
  return {row.number,
          crypto::keyPairFromSeed(crypto::Seed(std::span<const std::uint8_t, 32>(seed->data(), 32)))};
}

std::vector<IssuedBadge> ProjectService::issueBadges(const Acting& who, const Uuid& project,
                                                     const std::vector<Uuid>& assignments,
                                                     std::int64_t validFromMs, std::int64_t validToMs) {
  if (assignments.empty() || assignments.size() > kMostAtOnce) {
    throw Error{Code::invalidField, "assignments", "Between 1 and 1000 assignments at once."};
  }
  if (validFromMs < 0 || validToMs <= validFromMs || validToMs / kMinuteMs > 0xFFFFFFFF) {
    throw Error{Code::invalidField, "valid_to", "A badge ends after it begins."};
  }
  mustCoordinate(who, project);
  const Key key = badgeKey(project);
  const Uuid gate = crypto::gateScopeOf(project);
  // The gate learns the key before any badge exists that needs it.
  m_commands.writeAsServer(gate, [&](ScopeWriter& writer) {
    if (!writer.tx().born()) writer.create(schema::Scope::gate);
    putKey(writer, project, key.number, key.pair.publicKey);
  });
  std::vector<RecordKey> wanted;
  for (const Uuid& id : assignments) wanted.push_back(assignmentKey(id));
  std::vector<IssuedBadge> out;
  m_commands.write(
      project, who,
      [&](ScopeWriter& writer, const std::string& role) {
        out.clear();
        if (!isManager(role)) throw Error{Code::forbidden, {}, "Coordinators and staff make badges."};
        for (const Uuid& id : assignments) {
          const merge::ServerRecord* found = writer.tx().find(assignmentKey(id));
          if (found == nullptr || found->row.state != model::State::live) {
            throw Error{Code::notFound, "assignments",
                        "There is no assignment " + id.str() + " in this project."};
          }
          model::Record record = found->row;
          attendance::Badge badge;
          badge.issue = static_cast<std::uint16_t>(record.number("badge_issue") + 1);
          badge.keyId = static_cast<std::uint32_t>(key.number);
          badge.project = project;
          badge.subject = id;
          badge.validFromMin = static_cast<std::uint32_t>(validFromMs / kMinuteMs);
          badge.validToMin = static_cast<std::uint32_t>((validToMs + kMinuteMs - 1) / kMinuteMs);
          const std::string code = attendance::issueBadge(badge, key.pair.secretKey);
          record.at("badge_issue") = std::int64_t{badge.issue};
          record.at("badge_state") = std::string("valid");
          record.at("badge_code") = code;
          writer.put(record);
          writer.tx().queueFor(kGateJob, id);
          ScopeCommands::audit(writer, "badge", "badge.issued", who, id.str());
          out.push_back({id, badge.issue, code, std::int64_t{badge.validFromMin} * kMinuteMs,
                         std::int64_t{badge.validToMin} * kMinuteMs});
        }
      },
      wanted);
  m_commands.writeAsServer(gate, [&](ScopeWriter& writer) {
    for (const IssuedBadge& badge : out) {
      model::Record record = badgeRecord(gate, badge);
      record.at("key_number") = key.number;
      record.at("status") = std::string("valid");
      record.at("issued_by") = who.account;
      record.at("issued_at") = m_commands.nowMs();
      writer.put(record);
      const RecordKey before{record.collection,
                             badgeRecord(gate, {badge.assignment, badge.issue - 1, {}, 0, 0}).id};
      const merge::ServerRecord* old = writer.tx().find(before);
      if (old != nullptr && old->row.text("status") == "valid")
        writer.set(before, "status", std::string("replaced"));
    }
  });
  return out;
}

void revokeAtGate(ScopeWriter& writer, const BadgeRevocation& what) {
  const Uuid gate = writer.tx().row().scope;
  const schema::Collection& revocations = schema::collection("revocations");
  model::Record record(
      revocations, gate,
      crypto::derivedId(gate, revocations.name, {what.assignment.str(), std::to_string(what.issue)}));
  record.at("person_id") = what.assignment;
  record.at("issue") = what.issue;
  record.at("revoked_at") = what.atMs;
  if (!what.by.isNil()) record.at("revoked_by") = what.by;
  if (!what.reason.empty()) record.at("reason") = what.reason;
  writer.put(record);
  const RecordKey badge{&schema::collection("badges"),
                        badgeRecord(gate, {what.assignment, what.issue, {}, 0, 0}).id};
  if (writer.tx().find(badge) != nullptr) writer.set(badge, "status", std::string("revoked"));
}

void ProjectService::revokeBadge(const Acting& who, const Uuid& project, const Uuid& assignment,
                                 std::string_view reason) {
  mustCoordinate(who, project);
  if (reason.size() > 255) throw Error{Code::invalidField, "reason", "At most 255 characters fit."};
  const std::int64_t now = m_commands.nowMs();
  const Uuid gate = crypto::gateScopeOf(project);
  std::int64_t issue = 0;
  m_commands.write(project, who,
                   [&](ScopeWriter& writer, const std::string& role) {
                     if (!isManager(role))
                       throw Error{Code::forbidden, {}, "Coordinators and staff take badges back."};
                     const merge::ServerRecord* found = writer.tx().find(assignmentKey(assignment));
                     if (found == nullptr || found->row.number("badge_issue") == 0) {
                       throw Error{Code::notFound, "assignment", "There is no badge for this assignment."};
                     }
                     model::Record record = found->row;
                     issue = record.number("badge_issue");
                     record.at("badge_state") = std::string("revoked");
                     record.at("badge_code") = model::Value{};
                     writer.put(record);
                     writer.tx().queueFor(kGateJob, assignment);
                     m_commands.accounts().note(LedgerKind::badge, project, assignment,
                                                std::to_string(issue));
                     ScopeCommands::audit(writer, "badge", "badge.revoked", who, assignment.str(), "warning");
                   },
                   {assignmentKey(assignment)});
  m_commands.writeAsServer(gate, [&](ScopeWriter& writer) {
    revokeAtGate(writer, {assignment, issue, now, who.account, std::string(reason)});
  });
}

}  // namespace foyer::server
