// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.hpp"

#include "open_steps.hpp"
#include "schema/collections.hpp"
#include "search_index.hpp"

namespace foyer::store {

namespace {

/// Rows of a first sync become visible at least so often, and a crash loses no more than this of it.
constexpr std::int64_t kIntakeMs = 400;
/// Bounds the memory of what is told about at the commit, and the log that the commit writes.
constexpr std::size_t kIntakeRows = 50'000;

}  // namespace

Database::Database(Store::Options opts, Db connection)
    : options(std::move(opts)),
      db(std::move(connection)),
      outbox(db, options.device, Sealer(options.sealKey)),
      scopes(db),
      hlc(outbox.newestStamp()) {
  truthGet = db.prepare("SELECT row FROM local_truth WHERE scope = ? AND collection = ? AND id = ?");
  truthPut =
      db.prepare("INSERT OR REPLACE INTO local_truth (scope, collection, id, row) VALUES (?, ?, ?, ?)");
  truthErase = db.prepare("DELETE FROM local_truth WHERE scope = ? AND collection = ? AND id = ?");
  asideErase = db.prepare("DELETE FROM local_aside WHERE scope = ? AND collection = ? AND id = ?");
  searchAdd = db.prepare("INSERT OR IGNORE INTO local_search_todo (collection, scope, id) VALUES (?, ?, ?)");
}

RecordTable& Database::table(const schema::Collection& collection) {
  const auto it = tables.find(collection.id);
  if (it != tables.end()) return it->second;
  return tables.try_emplace(collection.id, db, collection).first->second;
}

RecordTable& Database::table(std::uint16_t collectionId) {
  const auto it = tables.find(collectionId);
  if (it != tables.end()) return it->second;
  const schema::Collection* collection = schema::findCollection(collectionId);
  if (!collection) throw std::logic_error("no collection with id " + std::to_string(collectionId));
  return table(*collection);
}

void Database::changed(const RecordKey& key, bool value) {
  const schema::Collection& collection = table(key.collection).collection();
  changes.push_back({&collection, key.scope, key.id, value});
  if (value && isSearchable(collection)) searchAdd.with(key.collection, key.scope, key.id).run();
}

void Database::run(const std::function<void()>& work, const std::function<bool()>& commits) {
  if (m_working) throw std::logic_error("a transaction of the store is running already");
  try {
    if (!m_open) {
      changes.clear();
      m_open.emplace(db);
      m_openedMs = options.clock->steadyMs();
    }
    m_working = true;
    work();
    m_working = false;
    if (!commits()) return;
    m_open->commit();
    m_open.reset();
  } catch (...) {
    m_working = false;
    m_open.reset();
    undone();
    throw;
  }
  if (listener && !changes.empty()) listener(std::exchange(changes, {}));
}

/// What is kept in memory is read again, unless the file itself can't be trusted any more.
void Database::undone() {
  try {
    throw;
  } catch (const SqliteError& error) {
    if (error.damaged) return markSuspect(options.file);
  } catch (...) {
  }
  erased.clear();
  outbox.reload();
  scopes.reload();
}

void Database::transact(const std::function<void()>& work) {
  if (!m_working) settle();
  run(work, [] { return true; });
}

void Database::takeIn(const std::function<void()>& work, const std::function<bool()>& ends) {
  run(work, [&] {
    return ends() || options.clock->steadyMs() >= m_openedMs + kIntakeMs || changes.size() >= kIntakeRows;
  });
}

void Database::settle() {
  if (m_open) run([] {}, [] { return true; });
}

std::optional<std::int64_t> Database::settleAt() const {
  if (!m_open) return std::nullopt;
  return m_openedMs + kIntakeMs;
}

Result<void> Database::attempt(const std::function<std::optional<Error>()>& work) {
  /// Carries an expected error out of the transaction.
  struct Refused {
    Error error;
  };
  try {
    transact([&] {
      if (auto error = work()) throw Refused{std::move(*error)};
    });
    return {};
  } catch (const Refused& refused) {
    return refused.error;
  } catch (const Failure& failure) {
    if (failure.damaged) {
      return Error{
          Code::damaged, {}, "The data of this device can't be read. It is repaired at the next start."};
    }
    return Error{
        Code::internal, {}, std::string("This could not be saved, the disk refused it: ") + failure.what()};
  }
}

Error notHere(std::string_view what) { return {Code::notFound, {}, std::string(what)}; }

}  // namespace foyer::store
