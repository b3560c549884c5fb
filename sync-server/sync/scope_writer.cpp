// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/scope_writer.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

merge::FieldMeta& metaOf(merge::Meta& meta, std::uint16_t field) {
  auto it = std::lower_bound(meta.fields.begin(), meta.fields.end(), field,
                             [](const merge::FieldMeta& m, std::uint16_t id) { return m.field < id; });
  if (it == meta.fields.end() || it->field != field) {
    it = meta.fields.insert(it, merge::FieldMeta{.field = field, .top = {}, .also = {}});
  }
  return *it;
}

/// Elements of a set as the server wrote them: what is new was added by nobody's device.
void setElements(merge::Meta& meta, std::uint16_t field, const model::Value& value, const merge::Mark& mark) {
  static const model::TextSet kNone;
  const auto* given = std::get_if<model::TextSet>(&value);
  const model::TextSet& set = given ? *given : kNone;
  std::erase_if(meta.elements, [&](const merge::ElementMeta& e) {
    return e.field == field && !std::binary_search(set.begin(), set.end(), e.element);
  });
  const auto less = [](const merge::ElementMeta& x, const merge::ElementMeta& y) {
    return std::tie(x.field, x.element) < std::tie(y.field, y.element);
  };
  for (const std::string& element : set) {
    merge::ElementMeta fresh{.field = field, .element = element, .adds = {}};
    const auto it = std::lower_bound(meta.elements.begin(), meta.elements.end(), fresh, less);
    if (it != meta.elements.end() && it->field == field && it->element == element) continue;
    fresh.adds.push_back(mark);
    meta.elements.insert(it, std::move(fresh));
  }
}

/// The hashes that a record names, as a card's value too: JSON of a string.
void addFiles(std::set<std::string>& files, const model::Record& row) {
  constexpr std::size_t kHash = 64;
  for (const schema::Field& field : row.collection->fields) {
    if (field.type != schema::Type::hash || row.text(field.name).empty()) continue;
    files.emplace(row.text(field.name));
  }
  if (row.collection->name != "conflicts") return;
  for (const char* value : {"lost_value", "kept_value"}) {
    const std::string_view text = row.text(value);
    if (text.size() == kHash + 2) files.emplace(text.substr(1, kHash));
  }
}

}  // namespace

ScopeWriter::ScopeWriter(ScopeTx& tx, std::int64_t wallMs)
    : m_tx(tx), m_wallMs(wallMs), m_version(tx.row().head + 1) {
  tx.setWall(wallMs);
}

void ScopeWriter::touch() {
  m_touched = true;
  m_tx.row().head = m_version;
}

Hlc ScopeWriter::now() { return m_tx.row().clock = std::max(m_tx.row().clock, Hlc::fromMs(m_wallMs)); }

void ScopeWriter::create(schema::Scope kind) {
  m_tx.row().kind = kind;
  touch();
}

bool ScopeWriter::put(const model::Record& wanted) {
  const RecordKey key{wanted.collection, wanted.id};
  const merge::ServerRecord* found = m_tx.find(key);
  const bool fresh = !found || found->row.state == model::State::tombstone;
  merge::ServerRecord next;
  if (found) next = *found;
  if (fresh) next.row = model::Record(*wanted.collection, m_tx.row().scope, wanted.id);
  bool changed = fresh || next.row.state != model::State::live;
  const merge::Mark mark{m_version, Uuid{}, now()};
  for (std::size_t i = 0; i < wanted.fields.size(); ++i) {
    if (next.row.fields[i] == wanted.fields[i]) continue;
    const schema::Field& field = wanted.collection->fields[i];
    next.row.fields[i] = wanted.fields[i];
    metaOf(next.meta, field.id) = {.field = field.id, .top = mark, .also = {}};
    if (field.merge == schema::Merge::set) setElements(next.meta, field.id, wanted.fields[i], mark);
    changed = true;
  }
  if (!changed) return false;
  if (fresh) next.row.createdMs = wanted.createdMs > 0 ? wanted.createdMs : mark.time.ms();
  next.row.updatedMs = std::max(next.row.updatedMs, mark.time.ms());
  next.row.state = model::State::live;
  next.meta.deletes = {};
  next.row.version = m_version;
  touch();
  m_tx.put(std::move(next));
  return true;
}

bool ScopeWriter::set(const RecordKey& key, std::string_view field, model::Value value) {
  const merge::ServerRecord* found = m_tx.find(key);
  const bool there = found && found->row.state != model::State::tombstone;
  model::Record wanted = there ? found->row : model::Record(*key.collection, m_tx.row().scope, key.id);
  wanted.at(field) = std::move(value);
  return put(wanted);
}

bool ScopeWriter::trash(const RecordKey& key) {
  const merge::ServerRecord* found = m_tx.find(key);
  if (!found || found->row.state != model::State::live) return false;
  merge::ServerRecord next = *found;
  next.row.state = model::State::trashed;
  next.row.updatedMs = std::max(next.row.updatedMs, now().ms());
  next.row.version = m_version;
  next.meta.deletes.add({m_version, Uuid{}, now()});
  touch();
  m_tx.put(std::move(next));
  return true;
}

bool ScopeWriter::purge(const RecordKey& key) {
  const merge::ServerRecord* found = m_tx.find(key);
  if (!found || found->row.state == model::State::tombstone) return false;
  merge::ServerRecord next;
  next.row = model::Record(*key.collection, m_tx.row().scope, key.id);
  next.row.state = model::State::tombstone;
  next.row.createdMs = found->row.createdMs;
  next.row.updatedMs = std::max(found->row.updatedMs, now().ms());
  next.row.version = m_version;
  next.meta.edits = found->meta.edits;
  next.meta.deletes = found->meta.deletes;
  if (next.meta.deletes.newest.version == 0) next.meta.deletes.add({m_version, Uuid{}, now()});
  touch();
  m_tx.put(std::move(next));
  m_tx.forgetHistory(key);
  if (key.collection->name == "conflicts") return true;
  for (const Uuid& card : m_tx.conflictsOf({&key.id, 1})) purge({&schema::collection("conflicts"), card});
  return true;
}

bool ScopeWriter::erase(const RecordKey& key) {
  m_tx.forgetAdminEdits(key.id);
  std::set<std::string> files;
  if (const merge::ServerRecord* found = m_tx.find(key)) addFiles(files, found->row);
  for (const Uuid& card : m_tx.conflictsOf({&key.id, 1})) {
    addFiles(files, m_tx.find({&schema::collection("conflicts"), card})->row);
  }
  m_tx.releaseFiles(files);
  return purge(key);
}

void ScopeWriter::setMember(const Uuid& account, const std::string& role, const std::string& displayName) {
  if (m_tx.row().kind == kErasedScope) return;  // nobody comes back into what was erased
  m_tx.setMember(account, role);
  touch();
  if (m_tx.row().kind == schema::Scope::project) m_tx.queueFor(kGateJob, m_tx.row().scope);
  m_tx.row().membersVersion = m_version;
  const schema::Collection& members = schema::collection("members");
  if (!m_tx.row().kind || !schema::contains(members.scopes, *m_tx.row().kind)) return;
  const Uuid id = crypto::derivedId(m_tx.row().scope, members.name, {account.str()});
  const merge::ServerRecord* found = m_tx.find({&members, id});
  const bool there = found && found->row.state == model::State::live;
  model::Record wanted = there ? found->row : model::Record(members, m_tx.row().scope, id);
  wanted.at("account_id") = account;
  wanted.at("role") = role;
  if (!displayName.empty()) wanted.at("display_name") = displayName;
  if (!there) wanted.at("joined_at") = m_wallMs;
  put(wanted);
}

void ScopeWriter::removeMember(const Uuid& account) {
  if (!m_tx.roleOf(account)) return;
  m_tx.removeMember(account);
  touch();
  if (m_tx.row().kind == schema::Scope::project) m_tx.queueFor(kGateJob, m_tx.row().scope);
  m_tx.row().membersVersion = m_version;
  const schema::Collection& members = schema::collection("members");
  if (!m_tx.row().kind || !schema::contains(members.scopes, *m_tx.row().kind)) return;
  trash({&members, crypto::derivedId(m_tx.row().scope, members.name, {account.str()})});
}

}  // namespace foyer::server
