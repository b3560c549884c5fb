// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of the local database, each figure beside what bare SQLite does with the same rows on the same disk.
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "crypto/derived_id.hpp"
#include "figure.hpp"
#include "schema/collections.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

using namespace foyer;
namespace fs = std::filesystem;

namespace {

constexpr int kRows = 100'000;
constexpr int kPage = 5'000;
const Uuid kScope = Uuid::v7(1);

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A photo's metadata as numbers.md describes it: about 475 bytes as JSON with keys. Ids follow from the
/// content, so they arrive in no order.
std::vector<model::Record> makePhotos() {
  const schema::Collection& photos = schema::collection("photos");
  std::vector<model::Record> rows;
  rows.reserve(kRows);
  for (int i = 0; i < kRows; ++i) {
    char hash[65];
    std::snprintf(hash, sizeof hash, "%064x", i * 2654435761U);
    const std::string_view key[] = {hash};
    model::Record row(photos, kScope, crypto::derivedId(kScope, "photos", key));
    char text[100];
    row.at("hothash") = std::string(hash);
    std::snprintf(text, sizeof text, "Picture number %05d", i % 100'000);
    row.at("title") = std::string(text);
    std::snprintf(text, sizeof text,
                  "Late light on the harbour wall, take %07d, with the two of them in the door.", i);
    row.at("description") = std::string(text);
    row.at("tags") =
        model::makeSet({"harbour", "tag" + std::to_string(i % 97), "year" + std::to_string(i % 20)});
    row.at("rating") = std::int64_t{i % 6};
    std::snprintf(text, sizeof text, "2026-%02d-%02dT%02d:%02d:05.000+02:00", i % 12 + 1, i % 28 + 1, i % 24,
                  i % 60);
    row.at("taken_at") = std::string(text);
    row.at("position") = std::string("48.85661400,2.35222190");
    row.at("author") = Uuid::v7(7);
    row.version = i + 1;
    row.createdMs = row.updatedMs = 1'750'000'000'000 + i;
    rows.push_back(std::move(row));
  }
  return rows;
}

class Bench {
 public:
  Bench() : m_dir(fs::temp_directory_path() / ("foyer-store-bench-" + Uuid::v7(1).str())) {
    fs::create_directories(m_dir);
  }
  ~Bench() { fs::remove_all(m_dir); }

  fs::path file(const char* name) const { return m_dir / name; }

  std::unique_ptr<store::Store> open(const char* name) {
    auto opened = store::Store::open({file(name), Uuid::v7(3), &m_clock, true});
    if (!opened) throw std::runtime_error(opened.error().message);
    auto db = std::move(opened->store);
    store::ScopeInfo info;
    info.scope = kScope;
    if (!db->scope(kScope)) db->putScope(info);
    return db;
  }

 private:
  fs::path m_dir;
  SystemClock m_clock;
};

/// The same rows into the same tables with their indexes, one commit, nothing else.
void floorOf(Bench& bench, const std::vector<model::Record>& rows) {
  bench.open("floor.sqlite");
  sqlite3* db = nullptr;
  sqlite3_open(bench.file("floor.sqlite").c_str(), &db);
  sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000", nullptr,
               nullptr, nullptr);
  sqlite3_stmt* s = nullptr;
  sqlite3_prepare_v2(
      db,
      "INSERT INTO photos (scope_id, id, version, state, created_at, updated_at, hothash, title, "
      "description, tags, rating, taken_at, position, author, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      -1, &s, nullptr);
  const std::uint8_t hash[16] = {1, 2, 3};
  const double took = seconds([&] {
    sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    for (const model::Record& row : rows) {
      const auto text = [&](int at, std::string_view field) {
        const std::string_view value = row.text(field);
        sqlite3_bind_text(s, at, value.data(), static_cast<int>(value.size()), nullptr);
      };
      sqlite3_bind_blob(s, 1, kScope.bytes.data(), 16, nullptr);
      sqlite3_bind_blob(s, 2, row.id.bytes.data(), 16, nullptr);
      sqlite3_bind_int64(s, 3, row.version);
      sqlite3_bind_int64(s, 4, 0);
      sqlite3_bind_int64(s, 5, row.createdMs);
      sqlite3_bind_int64(s, 6, row.updatedMs);
      text(7, "hothash"), text(8, "title"), text(9, "description");
      sqlite3_bind_text(s, 10, "[\"harbour\",\"tag00\",\"year00\"]", -1, nullptr);
      sqlite3_bind_int64(s, 11, row.number("rating"));
      text(12, "taken_at"), text(13, "position");
      const Uuid author = row.uuid("author");
      sqlite3_bind_blob(s, 14, author.bytes.data(), 16, nullptr);
      sqlite3_bind_blob(s, 15, hash, 16, nullptr);
      if (sqlite3_step(s) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db));
      sqlite3_reset(s);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  });
  sqlite3_finalize(s);

  sqlite3_exec(db, "CREATE TABLE one (n INTEGER PRIMARY KEY, t TEXT)", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(db, "INSERT INTO one (t) VALUES ('about as long as a small edit of one field')", -1, &s,
                     nullptr);
  constexpr int kCommits = 3'000;
  const double commits = seconds([&] {
    for (int i = 0; i < kCommits; ++i) sqlite3_step(s), sqlite3_reset(s);
  });
  sqlite3_finalize(s);
  sqlite3_close(db);
  bench::figure("sqlite_floor_rows_per_s", kRows / took, "rows/s", "higher");
  bench::figure("sqlite_full_commit_per_s", kCommits / commits, "commits/s", "higher");
}

void applyAll(Bench& bench, const std::vector<model::Record>& rows) {
  auto db = bench.open("apply.sqlite");
  model::Digest digest;
  for (const model::Record& row : rows) digest += model::rowHash(row);
  std::vector<std::vector<model::Record>> pages;
  for (int i = 0; i < kRows; i += kPage) pages.emplace_back(rows.begin() + i, rows.begin() + i + kPage);
  bool verified = false;
  const double took = seconds([&] {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      protocol::PageHeader header;
      header.scope = kScope;
      header.epoch = 1;
      header.head = kRows;
      header.more = i + 1 < pages.size();
      header.next = {0, kRows, pages[i].back().collection->id, pages[i].back().version, pages[i].back().id};
      if (!header.more) header.digest = digest;
      verified = db->applyPage(header, pages[i]).verified;
    }
  });
  if (!verified) throw std::runtime_error("the digests differ");
  bench::figure("apply_rows_per_s", kRows / took, "rows/s", "higher");
  model::Digest again;
  const double hashing = seconds([&] {
    for (const model::Record& row : rows) again += model::rowHash(row);
  });
  if (again != digest) throw std::runtime_error("the digests differ");
  bench::figure("digest_percent_of_apply", 100 * hashing / took, "%", "lower");

  auto reader = store::Reader::open(bench.file("apply.sqlite"));
  store::QuerySpec spec;
  spec.collection = &schema::collection("photos");
  spec.scope = kScope;
  spec.order = {{"taken_at", true}};
  std::size_t count = 0;
  bench::figure("list_100k_ids_ms", seconds([&] { count = (*reader)->ids(spec).size(); }) * 1e3, "ms",
                "lower");
  if (count != kRows) throw std::runtime_error("rows are missing");
  spec.limit = 60;
  bench::figure("first_screen_of_100k_ms", seconds([&] { count = (*reader)->query(spec).size(); }) * 1e3,
                "ms", "lower");
}

/// Titles of photos that are there, in no order, on a device that holds all of them.
void edits(Bench& bench, const std::vector<model::Record>& rows) {
  auto db = bench.open("apply.sqlite");
  const schema::Collection& photos = schema::collection("photos");
  constexpr std::size_t kEdits = 3'000;
  constexpr std::size_t kGrouped = 30'000;
  const auto rename = [&](std::size_t i) {
    store::Edit edit;
    edit.collection = &photos;
    edit.scope = kScope;
    edit.id = rows[i * 7919 % rows.size()].id;
    edit.op = model::Op::edit;
    edit.base = kRows;
    edit.patches.push_back({photos.find("title"), "Renamed " + std::to_string(i), {}, {}, {}});
    return edit;
  };
  std::vector<store::Edit> all;
  for (std::size_t i = 0; i < kEdits; ++i) all.push_back(rename(i));
  const double single = seconds([&] {
    for (const store::Edit& edit : all) {
      if (!db->write(edit)) throw std::runtime_error("refused");
    }
  });
  bench::figure("local_edits_per_s", kEdits / single, "edits/s", "higher");
  all.clear();
  for (std::size_t i = kEdits; i < kEdits + kGrouped; ++i) all.push_back(rename(i));
  const double grouped = seconds([&] {
    if (!db->writeAll(all)) throw std::runtime_error("refused");
  });
  bench::figure("local_edits_grouped_per_s", kGrouped / grouped, "edits/s", "higher");
}

}  // namespace

int main() {
  Bench bench;
  const std::vector<model::Record> rows = makePhotos();
  floorOf(bench, rows);
  applyAll(bench, rows);
  edits(bench, rows);
  return 0;
}
