// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/doctor.hpp"

#include <map>
#include <set>

#include "schema/collections.hpp"

namespace foyer::server {
namespace {

/// Hashes and contents come from two snapshots, which must be of the same version.
constexpr int kAttempts = 5;
/// Of one kind; the rest is counted.
constexpr std::size_t kMostOfAKind = 20;

/// Sentences, at most so many of each kind.
class Findings {
 public:
  void add(const std::string& kind, std::string sentence) {
    if (++m_counts[kind] <= kMostOfAKind) m_all.push_back(std::move(sentence));
  }
  std::vector<std::string> all() {
    for (const auto& [kind, count] : m_counts) {
      if (count > kMostOfAKind) m_all.push_back(std::to_string(count - kMostOfAKind) + " more: " + kind);
    }
    return std::move(m_all);
  }

 private:
  std::vector<std::string> m_all;
  std::map<std::string, std::size_t> m_counts;
};

std::string nameOf(const model::Record& row) {
  return std::string(row.collection->name) + " " + row.id.str();
}

class Examination {
 public:
  Examination(ScopeStore& store, const Uuid& scope) : m_store(store), m_scope(scope) {}

  /// False: the scope went on between the two readings.
  bool read() {
    m_marks.clear();
    m_rows.clear();
    const auto first = m_store.readMarks({.scope = m_scope, .prefixes = {""}, .tombstones = true},
                                         [&](const protocol::Mark& mark) {
                                           m_marks[{mark.collection, mark.id}] = mark;
                                           return true;
                                         });
    const auto second = m_store.exportScope(m_scope, [&](const model::Record& row) { take(row); });
    m_there = first && second;
    if (!m_there) return true;
    m_row = *second;
    return first->head == second->head;
  }
  bool there() const { return m_there; }

  std::vector<std::string> findings() {
    sums();
    versions();
    references();
    members();
    return m_findings.all();
  }

 private:
  struct Row {
    model::Digest hash;
    std::vector<RecordKey> refersTo;
    std::string name;
    std::int64_t version = 0;
  };

  void take(const model::Record& row) {
    Row kept{model::rowHash(row), {}, nameOf(row), row.version};
    for (const schema::Field& field : row.collection->fields) {
      const auto* id = std::get_if<Uuid>(&row.at(field.name));
      if (field.type != schema::Type::ref || !id || field.target.empty()) continue;
      kept.refersTo.push_back({&schema::collection(field.target), *id});
    }
    if (row.collection->name == "members" && row.state == model::State::live)
      m_members.insert(row.uuid("account_id"));
    m_rows.emplace(RecordKey{row.collection, row.id}, std::move(kept));
  }

  void sums() {
    model::Digest kept;
    for (const auto& [key, row] : m_rows) {
      const auto mark = m_marks.find(key);
      if (mark == m_marks.end() || !mark->second.hash) {
        m_findings.add("rows without a hash", row.name + " has no hash.");
        continue;
      }
      kept += *mark->second.hash;
      if (*mark->second.hash != row.hash)
        m_findings.add("rows that don't fit their hash",
                       row.name + " was changed past the server: its content does not fit its hash.");
    }
    if (kept != m_row.digest)
      m_findings.add("digest", "The digest of the scope is not the sum of its rows' hashes: it says " +
                                   m_row.digest.hex() + ", the rows give " + kept.hex() + ".");
  }

  void versions() {
    std::map<std::uint16_t, std::int64_t> newest;
    for (const auto& [key, mark] : m_marks) {
      std::int64_t& top = newest[key.collection->id];
      top = std::max(top, mark.version);
      if (mark.version < 1 || mark.version > m_row.head)
        m_findings.add("rows with an impossible version",
                       std::string(key.collection->name) + " " + key.id.str() + " has version " +
                           std::to_string(mark.version) + ", but the scope is at " +
                           std::to_string(m_row.head) + ".");
    }
    for (const auto& [collection, version] : newest) {
      const auto head = m_row.heads.find(collection);
      if (head == m_row.heads.end() || head->second < version)
        m_findings.add("collections whose newest change is not noted",
                       "The newest change of " + std::string(schema::findCollection(collection)->name) +
                           " is not noted with the scope, so devices would not be sent it.");
    }
    for (const auto& [collection, head] : m_row.heads) {
      if (head > m_row.head)
        m_findings.add("heads", "Collection " + std::to_string(collection) + " claims version " +
                                    std::to_string(head) + ", above the scope's head " +
                                    std::to_string(m_row.head) + ".");
    }
  }

  /// What is referred to was once here (a tombstone counts), or is in a catalogue.
  void references() {
    std::map<RecordKey, std::string> missing;
    for (const auto& [key, row] : m_rows) {
      for (const RecordKey& target : row.refersTo) {
        if (!m_marks.contains(target)) missing.emplace(target, row.name);
      }
    }
    std::vector<RecordKey> outside;
    for (const auto& [target, by] : missing) {
      if (schema::contains(target.collection->scopes, schema::Scope::catalog)) outside.push_back(target);
    }
    const std::set<RecordKey> found = m_store.inCatalogue(outside);
    for (const auto& [target, by] : missing) {
      if (found.contains(target)) continue;
      m_findings.add("orphans", by + " refers to " + std::string(target.collection->name) + " " +
                                    target.id.str() + ", which was never there.");
    }
  }

  void members() {
    if (!m_row.kind || *m_row.kind == schema::Scope::catalog) return;
    const std::vector<Member> list = m_store.members(m_scope);
    if (list.empty()) m_findings.add("members", "Nobody is a member: nobody can read or leave this scope.");
    if (*m_row.kind == schema::Scope::person &&
        (list.size() != 1 || list[0].account != m_scope || list[0].role != "owner"))
      m_findings.add("members", "A person's scope has other members than its owner.");
    if (*m_row.kind != schema::Scope::family) return;
    std::set<Uuid> accounts;
    for (const Member& member : list) {
      accounts.insert(member.account);
      if (!m_members.contains(member.account))
        m_findings.add("members", "Account " + member.account.str() +
                                      " is a member, but the member list that people see lacks it.");
    }
    for (const Uuid& shown : m_members) {
      if (!accounts.contains(shown))
        m_findings.add("members", "Account " + shown.str() +
                                      " is in the member list that people see, but is no member.");
    }
  }

  ScopeStore& m_store;
  Uuid m_scope;
  bool m_there = false;
  ScopeRow m_row;
  std::map<RecordKey, protocol::Mark> m_marks;
  std::map<RecordKey, Row> m_rows;
  std::set<Uuid> m_members;
  Findings m_findings;
};

}  // namespace

Result<std::vector<std::string>> examineRecords(ScopeStore& store, const Uuid& scope) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    Examination examination(store, scope);
    if (!examination.read()) continue;
    if (!examination.there()) return Error{Code::notFound, "scope", "There is no such scope."};
    return examination.findings();
  }
  return Error{Code::busy, "scope", "The scope kept changing while it was read. Try again."};
}

}  // namespace foyer::server
