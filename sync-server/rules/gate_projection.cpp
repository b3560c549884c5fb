// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_projection.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "crypto/derived_id.hpp"
#include "job_subjects.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

/// Field of the roster, field of the assignment it is copied from.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kRosterFields = {
    {{"name", "name"},
     {"initials", "initials"},
     {"face", "face"},
     {"role", "role"},
     {"call_time", "call_time"},
     {"badge_state", "badge_state"},
     {"badge_issue", "badge_issue"},
     {"pass_key", "pass_key"},
     {"note", "gate_note"},
     {"allowed_hours", "allowed_hours"},
     {"minor", "minor"},
     {"blocked", "blocked"},
     {"days", "days"},
     {"department", "department"}}};

bool entitled(const model::Record& assignment) {
  const std::string_view status = assignment.text("status");
  return assignment.state == model::State::live && status != "cancelled" && status != "declined";
}

model::Record rosterEntry(const model::Record& assignment, const Uuid& gate) {
  model::Record entry(schema::collection("roster"), gate, assignment.id);
  for (const auto& [to, from] : kRosterFields) entry.at(to) = assignment.at(from);
  const std::string_view own = assignment.text("code");
  const std::string_view code = own.empty() ? assignment.text("talent_code") : own;
  if (!code.empty()) entry.at("code") = std::string(code);
  return entry;
}

void putGateInfo(ScopeWriter& writer, const model::Record& project) {
  const schema::Collection& infos = schema::collection("gate_info");
  const Uuid gate = writer.tx().row().scope;
  const Uuid id = crypto::derivedId(gate, infos.name, {project.id.str()});
  const merge::ServerRecord* found = writer.tx().find({&infos, id});
  model::Record info = found ? found->row : model::Record(infos, gate, id);
  info.at("project_id") = project.id;
  for (const std::string_view field : {"name", "time_zone", "day_cut", "debounce_seconds"}) {
    info.at(field) = project.at(field);
  }
  writer.put(info);
}

/// Who of a project's members works at its gate, and as what.
std::string gateRole(const std::string& role) {
  if (role == "owner" || role == "coordinator" || role == "staff") return "coordinator";
  return role == "presence" ? role : std::string();
}

void reconcileMembers(ScopeWriter& writer, const std::vector<Member>& projectMembers) {
  std::map<Uuid, std::string> wanted;
  for (const Member& member : projectMembers) {
    const std::string role = gateRole(member.role);
    if (!role.empty()) wanted[member.account] = role;
  }
  for (const Member& member : writer.tx().members()) {
    if (member.role == "kiosk") continue;
    const auto it = wanted.find(member.account);
    if (it == wanted.end()) writer.removeMember(member.account);
    if (it != wanted.end() && it->second == member.role) wanted.erase(it);
  }
  for (const auto& [account, role] : wanted) writer.setMember(account, role);
}

}  // namespace

void projectGate(SyncService& service, const Job& job) {
  const Uuid project = job.scope;
  const Uuid gate = crypto::gateScopeOf(project);
  const schema::Collection& assignments = schema::collection("assignments");
  const schema::Collection& roster = schema::collection("roster");
  const std::vector<Uuid> ids = jobSubjects(job.payload);

  std::vector<RecordKey> sources = {{&schema::collection("projects"), project}};
  Want want;
  for (const Uuid& id : ids) {
    sources.push_back({&assignments, id});
    want.records.push_back({&roster, id});
  }
  // Members first: a list that is older than the snapshot is made good by the job that its change queued.
  const std::vector<Member> members = service.store().members(project);
  const std::optional<Snapshot> source = service.store().read(project, sources);
  if (!source) return;
  const std::int64_t version = source->scope.head;

  service.write(gate, want, [&](ScopeWriter& writer) {
    ScopeTx& tx = writer.tx();
    const bool born = tx.born();
    if (!born) writer.create(schema::Scope::gate);
    const bool headMeant = std::find(ids.begin(), ids.end(), project) != ids.end();
    if ((headMeant || !born) && tx.projectedFrom(project) < version) {
      tx.setProjectedFrom(project, version);
      reconcileMembers(writer, members);
    }
    for (const model::Record& record : source->records) {
      if (record.collection->name == "projects") {
        putGateInfo(writer, record);
        continue;
      }
      if (tx.projectedFrom(record.id) >= version) continue;
      tx.setProjectedFrom(record.id, version);
      if (entitled(record)) {
        writer.put(rosterEntry(record, gate));
      } else {
        writer.trash({&roster, record.id});
      }
    }
  });
}

}  // namespace foyer::server
