// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <set>

#include "database.hpp"
#include "kept_hashes.hpp"
#include "row_blob.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

/// Where the next slice begins: rows of this collection's table after this row number.
struct Place {
  std::uint16_t collection = 0;
  std::int64_t row = 0;
};

constexpr std::string_view kSetting = "scrub";

Place readPlace(const std::string& text) {
  Place place;
  const char* const end = text.data() + text.size();
  const auto [at, bad] = std::from_chars(text.data(), end, place.collection);
  if (bad == std::errc{} && at < end) std::from_chars(at + 1, end, place.row);
  return place;
}

/// One slice of the table of one collection.
class Slice {
 public:
  Slice(Database& d, std::set<Uuid>& scopes) : m_db(d), m_scopes(scopes) {}

  /// True when the table's end was reached.
  bool read(const schema::Collection& collection, std::int64_t& after, std::int64_t& left,
            Store::Scrubbed& out) {
    const std::string table = sqlName(collection.name);
    Statement rows(m_db.db, "SELECT " + selectList(collection) + ", hash, rowid FROM " + table +
                                " WHERE rowid > ? ORDER BY rowid LIMIT ?");
    Statement keep(m_db.db, "UPDATE " + table + " SET hash = ? WHERE rowid = ?");
    const int hashColumn = kFirstField + static_cast<int>(collection.fields.size());
    rows.with(after, left);
    while (rows.step()) {
      --left;
      ++out.rows;
      after = rows.integer(hashColumn + 1);
      const auto raw = rows.bytes(hashColumn);
      if (raw.size() != 16) continue;
      const model::Digest kept = model::Digest::fromBytes(raw.first<16>());
      const model::Digest now = hashNow(collection, rows);
      if (now == kept) continue;
      ++out.changed;
      const auto bytes = now.bytes();
      keep.with(std::span<const std::uint8_t>(bytes), after).run();
      m_scopes.insert(rows.uuid(0));
    }
    return left > 0;
  }

 private:
  /// Of the server's row: what lies in the table, or below a pending change.
  model::Digest hashNow(const schema::Collection& collection, const Statement& rows) {
    const RecordKey key{rows.uuid(0), collection.id, rows.uuid(1)};
    if (!m_db.outbox.hasPending(key)) return model::rowHash(readRow(collection, rows));
    const auto truth = m_db.truthOf(key);
    return truth ? model::rowHash(*truth) : model::Digest{};
  }

  Database& m_db;
  std::set<Uuid>& m_scopes;
};

model::Digest total(Db& db, const Uuid& scope) {
  model::Digest sum;
  eachKeptHash(
      db, scope,
      [&](const schema::Collection&, const Uuid&, std::int64_t, const model::Digest& hash) { sum += hash; });
  return sum;
}

}  // namespace

void eachKeptHash(Db& db, const Uuid& scope, const EachKeptHash& each) {
  for (const schema::Collection& collection : schema::collections()) {
    const std::string table = sqlName(collection.name);
    const auto number = [&](const std::string& sql) {
      Statement s(db, sql);
      if (sql.find('?') != sql.npos) s.with(scope);
      return s.step() ? s.integer(0) : 0;
    };
    const std::int64_t rows = number("SELECT count(*) FROM " + table + " WHERE scope_id = ?");
    if (rows == 0) continue;
    // Looking up most rows one by one takes longer than reading the table from one end to the other.
    const bool most = rows * 4 > number("SELECT max(rowid) FROM " + table);
    Statement s(db, "SELECT id, version, hash FROM " + table + (most ? " NOT INDEXED" : "") +
                        " WHERE scope_id = ? AND hash IS NOT NULL");
    s.with(scope);
    while (s.step()) {
      const auto raw = s.bytes(2);
      if (raw.size() != 16) continue;
      each(collection, s.uuid(0), s.integer(1), model::Digest::fromBytes(raw.first<16>()));
    }
  }
}

Store::Scrubbed Store::scrub(std::int64_t rows) {
  Database& d = *m_db;
  Scrubbed out;
  Place place = readPlace(setting(kSetting));
  std::set<Uuid> scopes;
  d.transact([&] {
    Slice slice(d, scopes);
    std::int64_t left = rows;
    for (const schema::Collection& collection : schema::collections()) {
      if (collection.id < place.collection) continue;
      if (collection.id > place.collection) place = {collection.id, 0};
      if (!slice.read(collection, place.row, left, out)) break;
      out.round = &collection == &schema::collections().back();
    }
    if (out.round) place = {};
    // A round that is over has read every row, so whatever the sums lack has vanished, or came by itself.
    for (const auto& [id, entry] : std::map(d.scopes.all())) {
      if (!out.round && !scopes.contains(id)) continue;
      ScopeTable::Entry scope = entry;
      scope.digest = total(d.db, id);
      if (scope.digest == entry.digest) continue;
      d.scopes.put(scope);
      scopes.insert(id);
    }
    Statement s(d.db, "INSERT OR REPLACE INTO local_settings (key, value) VALUES (?, ?)");
    const std::string text = std::to_string(place.collection) + " " + std::to_string(place.row);
    s.with(kSetting, std::string_view(text)).run();
  });
  out.scopes.assign(scopes.begin(), scopes.end());
  return out;
}

}  // namespace foyer::store
