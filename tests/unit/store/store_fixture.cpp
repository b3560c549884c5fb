// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.hpp"

#include <algorithm>
#include <stdexcept>

#include "merge/merge.hpp"

namespace foyer::test {

using model::Op;

namespace {

template <class T>
T orThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().field + ": " + result.error().message);
  return std::move(result).value();
}

}  // namespace

store::Edit makeEdit(std::string_view collection, const Uuid& scope, const Uuid& id,
                     const std::vector<Cell>& cells) {
  store::Edit edit;
  edit.collection = &schema::collection(collection);
  edit.scope = scope;
  edit.id = id;
  for (const Cell& cell : cells) {
    model::FieldPatch patch;
    patch.field = edit.collection->find(cell.field);
    if (const auto* set = std::get_if<model::TextSet>(&cell.value)) {
      patch.added = *set;
    } else {
      patch.value = cell.value;
    }
    edit.patches.push_back(std::move(patch));
  }
  return edit;
}

std::string textOf(const std::optional<model::Record>& record, std::string_view field) {
  return record ? std::string(record->text(field)) : "(none)";
}

TempStore::TempStore(bool openNow) {
  if (openNow) open();
}

std::filesystem::path TempStore::file() const { return m_dir.filePath("foyer.sqlite").toStdString(); }

store::Store::Options TempStore::options() const { return {file(), device, &clock, false, sealKey}; }

Result<store::Store::Opened> TempStore::tryOpen() { return store::Store::open(options()); }

void TempStore::open() {
  auto result = orThrow(tryOpen());
  m_store = std::move(result.store);
  opened = std::move(result);
  m_store->onChanges([this](const auto& told) { changes.insert(changes.end(), told.begin(), told.end()); });
  if (!m_store->scope(person)) {
    store::ScopeInfo info;
    info.scope = person;
    info.role = "owner";
    m_store->putScope(info);
  }
}

std::vector<Uuid> TempStore::changedIds() {
  std::vector<Uuid> ids;
  for (const store::Change& change : changes) {
    if (change.value) ids.push_back(change.id);
  }
  changes.clear();
  std::sort(ids.begin(), ids.end());
  return ids;
}

Uuid TempStore::addEntry(std::string_view title) {
  store::Edit edit = makeEdit("watch_entries", person, {},
                              {{"title_id", Uuid::v7(clock.wallMs())},
                               {"title", std::string(title)},
                               {"kind", std::string("film")},
                               {"status", std::string("not_watched")}});
  edit.op = Op::create;
  edit.patches[2].value = std::string(edit.collection->find("kind")->values.front());
  edit.id = *model::naturalId(*edit.collection, person, edit.patches);
  orThrow(m_store->write(edit));
  return edit.id;
}

Uuid TempStore::addList(std::string_view name) {
  store::Edit edit = makeEdit("lists", person, Uuid::v7(clock.wallMs()), {{"name", std::string(name)}});
  edit.op = Op::create;
  orThrow(m_store->write(edit));
  return edit.id;
}

Result<model::Record> TempStore::tryEdit(std::string_view collection, const Uuid& id,
                                         const std::vector<Cell>& cells) {
  store::Edit edit = makeEdit(collection, person, id, cells);
  edit.base = m_store->baseOf(person, *edit.collection, id);
  const auto shown = m_store->get(*edit.collection, person, id);
  for (model::FieldPatch& patch : edit.patches) {
    if (patch.field->merge == schema::Merge::text && shown) patch.was = shown->text(patch.field->name);
  }
  return m_store->write(edit);
}

void TempStore::edit(std::string_view collection, const Uuid& id, const std::vector<Cell>& cells) {
  orThrow(tryEdit(collection, id, cells));
}

void TempStore::addTo(std::string_view collection, const Uuid& id, std::string_view field,
                      const std::string& element) {
  edit(collection, id, {{field, model::TextSet{element}}});
}

void TempStore::takeFrom(std::string_view collection, const Uuid& id, std::string_view field,
                         const std::string& element) {
  store::Edit edit = makeEdit(collection, person, id, {{field, model::TextSet{}}});
  edit.base = m_store->baseOf(person, *edit.collection, id);
  edit.patches[0].removed = {element};
  orThrow(m_store->write(edit));
}

void TempStore::remove(std::string_view collection, const Uuid& id) {
  store::Edit edit = makeEdit(collection, person, id, {});
  edit.op = Op::del;
  edit.base = m_store->baseOf(person, *edit.collection, id);
  orThrow(m_store->write(edit));
}

std::vector<model::Mutation> TempStore::push() {
  const std::vector<model::Mutation> pushed = m_store->nextPush(person, 1000, 1 << 20);
  std::vector<model::MutationResult> results;
  for (const model::Mutation& m : pushed) {
    ++head;
    auto it = std::find_if(server.begin(), server.end(), [&](const auto& row) { return row.id == m.id; });
    std::optional<model::Record> before;
    if (it != server.end()) before = *it;
    std::optional<model::Record> after = merge::overlay(before, {&m, 1});
    if (after) {
      after->version = head;
      if (it == server.end()) {
        server.push_back(*after);
      } else {
        *it = *after;
      }
    }
    results.push_back({m.seq, model::Outcome::applied, head, {}});
  }
  m_store->storeResults(person, results);
  return pushed;
}

store::Store::PageApplied TempStore::pull() {
  const auto info = m_store->scope(person);
  protocol::PageHeader header;
  header.scope = person;
  header.epoch = epoch;
  header.head = head;
  header.next.since = head;
  header.digest = serverDigest();
  std::vector<model::Record> rows;
  for (const model::Record& row : server) {
    if (row.version > info->cursor) rows.push_back(row);
  }
  return m_store->applyPage(header, rows);
}

model::Record& TempStore::serverRow(std::string_view collection, const Uuid& id) {
  for (model::Record& row : server) {
    if (row.id == id) return row;
  }
  model::Record& row = server.emplace_back(schema::collection(collection), person, id);
  row.createdMs = row.updatedMs = clock.wallMs();
  return row;
}

void TempStore::serverPuts(std::string_view collection, const Uuid& id, const std::vector<Cell>& cells) {
  model::Record& row = serverRow(collection, id);
  for (const Cell& cell : cells) row.at(cell.field) = cell.value;
  row.version = ++head;
}

model::Digest TempStore::serverDigest() const {
  model::Digest digest;
  for (const model::Record& row : server) digest += model::rowHash(row);
  return digest;
}

}  // namespace foyer::test
