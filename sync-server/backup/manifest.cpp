// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest.hpp"

#include <boost/json.hpp>

#include "stream_file.hpp"

namespace foyer::server {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr int kFormat = 1;

std::string textOf(const json::value& value, const char* key) {
  return std::string(value.at(key).as_string());
}

Manifest read(const json::value& value) {
  Manifest m;
  m.madeMs = value.at("made_at").as_int64();
  for (const json::value& one : value.at("migrations").as_array()) {
    m.migrations.emplace_back(static_cast<int>(one.at("number").as_int64()), textOf(one, "checksum"));
  }
  for (const json::value& one : value.at("tables").as_array()) {
    Manifest::Table table;
    table.table.name = textOf(one, "name");
    for (const json::value& column : one.at("columns").as_array()) {
      table.table.columns.emplace_back(column.as_string());
    }
    table.rows = one.at("rows").as_int64();
    table.bytes = one.at("bytes").as_int64();
    table.sha256 = textOf(one, "sha256");
    m.tables.push_back(std::move(table));
  }
  for (const json::value& one : value.at("sequences").as_array()) {
    m.sequences.push_back({textOf(one, "name"), one.at("value").as_int64()});
  }
  for (const json::value& one : value.at("blobs").as_array()) m.blobs.emplace_back(one.as_string());
  m.blobBytes = value.at("blob_bytes").as_int64();
  m.masterKey = textOf(value, "master_key");
  m.ledgerLast = value.at("ledger").at("last").as_int64();
  m.ledgerHash = textOf(value.at("ledger"), "hash");
  m.ledgerFile = textOf(value.at("ledger"), "sha256");
  return m;
}

}  // namespace

fs::path tableFile(const fs::path& folder, const std::string& table) { return folder / "tables" / table; }

fs::path blobFile(const fs::path& folder, const std::string& sha256) {
  return folder / "blobs" / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

void Manifest::save(const fs::path& folder) const {
  json::array migrationList, tableList, sequenceList, blobList;
  for (const auto& [number, checksum] : migrations) {
    migrationList.push_back(json::object{{"number", number}, {"checksum", checksum}});
  }
  for (const Table& t : tables) {
    json::array columns;
    for (const std::string& column : t.table.columns) columns.emplace_back(column);
    tableList.push_back(json::object{{"name", t.table.name},
                                     {"columns", std::move(columns)},
                                     {"rows", t.rows},
                                     {"bytes", t.bytes},
                                     {"sha256", t.sha256}});
  }
  for (const DumpSequence& s : sequences) {
    sequenceList.push_back(json::object{{"name", s.name}, {"value", s.value}});
  }
  for (const std::string& blob : blobs) blobList.emplace_back(blob);
  const json::object all{
      {"format", kFormat},
      {"made_at", madeMs},
      {"migrations", std::move(migrationList)},
      {"tables", std::move(tableList)},
      {"sequences", std::move(sequenceList)},
      {"blobs", std::move(blobList)},
      {"blob_bytes", blobBytes},
      {"master_key", masterKey},
      {"ledger", json::object{{"last", ledgerLast}, {"hash", ledgerHash}, {"sha256", ledgerFile}}}};
  FileWriter out(folder / "manifest.json");
  out.write(json::serialize(all));
  FileWriter sum(folder / "manifest.sha256");
  sum.write(out.finish() + "\n");
  sum.finish();
}

Result<Manifest> Manifest::load(const fs::path& folder) {
  const Error damaged{
      Code::damaged, {}, "The list of the backup " + folder.string() + " is incomplete or altered."};
  const fs::path file = folder / "manifest.json";
  if (!fs::exists(file)) return Error{Code::notFound, {}, "There is no backup in " + folder.string() + "."};
  if (!fs::exists(folder / "manifest.sha256")) return damaged;
  const std::string text = readWhole(file);
  if (readWhole(folder / "manifest.sha256") != checksumOf(file) + "\n") return damaged;
  try {
    const json::value value = json::parse(text);
    if (value.at("format").as_int64() != kFormat) {
      return Error{Code::tooNew, {}, "This backup was made by a newer server."};
    }
    return read(value);
  } catch (const std::exception&) {
    return damaged;
  }
}

}  // namespace foyer::server
