// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/title_import.hpp"

#include <algorithm>
#include <sstream>

#include "exchange/journal.hpp"
#include "qt/own_title.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr std::size_t kAtOnce = 500;
constexpr char kEnding[] = ".tsv";

store::Edit asEdit(store::Store& store, const Uuid& scope, const exchange::Change& change) {
  store::Edit edit;
  edit.collection = change.collection;
  edit.scope = scope;
  edit.id = change.id;
  edit.op = change.op;
  edit.patches = change.patches;
  if (change.op != model::Op::create) edit.base = store.baseOf(scope, *change.collection, change.id);
  return edit;
}

}  // namespace

std::shared_ptr<const titles::TitleIndex> titleIndexOf(store::Reader& reader) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("titles");
  const auto rows = reader.query(spec);
  if (rows.empty()) return {std::shared_ptr<void>(), &titles::builtInIndex()};
  std::map<Uuid, titles::PackTitle> facts;
  for (const model::Record& row : rows) {
    titles::PackTitle& title = facts[row.id];
    title.title = row.text("title");
    title.original = row.text("original_title");
    title.kind = row.text("kind");
    title.year = row.number("year");
  }
  spec.collection = &schema::collection("external_ids");
  for (const model::Record& row : reader.query(spec)) {
    const auto found = facts.find(row.uuid("title"));
    if (found == facts.end()) continue;
    if (row.text("source") == "imdb") found->second.imdb = row.text("external_id");
    if (row.text("source") == "tmdb") found->second.tmdb = row.text("external_id");
  }
  auto index = std::make_shared<titles::TitleIndex>();
  for (auto& [id, title] : facts) index->add({id, std::move(title)});
  return index;
}

Shelf shelfOf(store::Reader& reader, const Uuid& scope) {
  auto index = titleIndexOf(reader);
  const auto own = [scope](const std::string& title, std::int64_t year, const std::string& kind) {
    return ownTitleId(scope, QString::fromStdString(title), year > 0 ? std::optional(year) : std::nullopt,
                      QString::fromStdString(kind));
  };
  Shelf shelf{index, exchange::Library(scope, *index, own)};
  for (const char* collection : {"watch_entries", "diary"}) {
    store::QuerySpec spec;
    spec.collection = &schema::collection(collection);
    spec.scope = scope;
    for (const model::Record& row : reader.query(spec)) shelf.library.add(row);
  }
  return shelf;
}

TitleImport::TitleImport(store::Store& store, const Uuid& scope, std::filesystem::path notes,
                         exchange::Plan plan)
    : m_store(&store),
      m_scope(scope),
      m_notes(std::move(notes)),
      m_out(m_notes, std::ios::binary | std::ios::trunc),
      m_plan(std::move(plan)) {}

Result<TitleImport> TitleImport::begin(store::Store& store, const Uuid& scope,
                                       const std::filesystem::path& folder, std::int64_t nowMs,
                                       exchange::Plan plan) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  TitleImport import(store, scope, folder / (std::to_string(nowMs) + kEnding), std::move(plan));
  if (!import.m_out) return Error{Code::damaged, {}, "The notes of the import can't be written."};
  return import;
}

store::Edit TitleImport::editOf(const exchange::Change& change) const {
  return asEdit(*m_store, m_scope, change);
}

Result<bool> TitleImport::step() {
  const std::size_t end = std::min(m_at + kAtOnce, m_plan.changes.size());
  std::vector<store::Edit> edits;
  for (std::size_t i = m_at; i < end; ++i) {
    m_out << exchange::Journal::lineOf(m_plan.changes[i]);
    edits.push_back(editOf(m_plan.changes[i]));
  }
  m_out.flush();
  if (!m_out)
    return Error{Code::damaged, {}, "The notes of the import can't be written: the disk may be full."};
  if (const auto written = m_store->writeAll(edits); !written) {
    // One that is refused takes no other with it.
    for (const store::Edit& edit : edits) m_refused += m_store->write(edit).ok() ? 0 : 1;
  }
  m_at = end;
  return m_at < m_plan.changes.size();
}

double TitleImport::progress() const {
  return m_plan.changes.empty() ? 1 : static_cast<double>(m_at) / static_cast<double>(m_plan.changes.size());
}

std::filesystem::path TitleImport::folderOf(const std::filesystem::path& dataDir) {
  return dataDir / "title-imports";
}

std::optional<std::filesystem::path> TitleImport::last(const std::filesystem::path& folder) {
  std::error_code none;
  std::optional<std::filesystem::path> newest;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != kEnding) continue;
    // Names are milliseconds of the same length for the next two hundred years.
    if (!newest || path.filename() > newest->filename()) newest = path;
  }
  return newest;
}

Result<TitleImport::Undone> TitleImport::undo(store::Store& store, const Uuid& scope,
                                              const std::filesystem::path& notes) {
  std::ifstream in(notes, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto journal = exchange::Journal::parse(text.str());
  if (!journal) return journal.error();
  const auto undo = journal->undo(
      [&](const schema::Collection& collection, const Uuid& id) { return store.get(collection, scope, id); });
  std::vector<store::Edit> edits;
  edits.reserve(undo.changes.size());
  for (const exchange::Change& change : undo.changes) edits.push_back(asEdit(store, scope, change));
  if (const auto written = store.writeAll(edits); !written) return written.error();
  std::error_code failed;
  std::filesystem::remove(notes, failed);
  return Undone{static_cast<std::int64_t>(edits.size()), undo.kept};
}

}  // namespace foyer::qt
