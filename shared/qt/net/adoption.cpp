// SPDX-License-Identifier: GPL-3.0-or-later
#include "adoption.hpp"

#include <QStringList>
#include <algorithm>

#include "crypto/derived_id.hpp"
#include "qt/own_title.hpp"
#include "schema/collections.hpp"
#include "store/reader.hpp"

namespace foyer::qt {
namespace {

constexpr const char* kTyped = "adopted_titles";  ///< entries that may have to meet their twin

const schema::Collection& entries() {
  static const schema::Collection& c = schema::collection("watch_entries");
  return c;
}

QString folded(std::string_view title) {
  return QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()))
      .normalized(QString::NormalizationForm_C)
      .simplified()
      .toLower();
}

std::optional<std::int64_t> yearOf(const model::Record& entry) {
  const auto* year = std::get_if<std::int64_t>(&entry.at("year"));
  return year ? std::optional(*year) : std::nullopt;
}

std::vector<model::Record> typedIn(const store::Store& store, const Uuid& scope) {
  const auto reader = store::Reader::open(store.file());
  if (!reader.ok()) return {};
  store::QuerySpec spec;
  spec.collection = &entries();
  spec.scope = scope;
  return (*reader)->query(spec);
}

bool isOwn(const model::Record& entry) { return entry.number("own_title") != 0; }

/// The entry of the same film or series; none when there is more than one that it could be.
const model::Record* twinOf(const model::Record& typed, const std::vector<model::Record>& all) {
  const model::Record* twin = nullptr;
  const auto year = yearOf(typed);
  for (const model::Record& other : all) {
    const auto its = yearOf(other);
    if (other.id == typed.id || other.text("kind") != typed.text("kind")) continue;
    if (other.uuid("profile_id") != typed.uuid("profile_id") || (year && its && *year != *its)) continue;
    if (folded(other.text("title")) != folded(typed.text("title"))) continue;
    if (twin) return nullptr;
    twin = &other;
  }
  return twin;
}

/// What the person said about a title, not which title it is. "To watch" is what every new entry says.
bool isOpinion(const schema::Field& field, const model::Value& value) {
  if (model::isNull(value) || field.merge == schema::Merge::fixed) return false;
  if (field.name == "title" || field.name == "year" || field.name == "kind" || field.name == "poster")
    return false;
  const auto* text = std::get_if<std::string>(&value);
  return !(field.name == "status" && text && *text == "not_watched");
}

}  // namespace

Uuid ownTitleId(const Uuid& scope, const QString& title, std::optional<std::int64_t> year,
                const QString& kind) {
  const std::string words = folded(title.toStdString()).toStdString();
  const std::string when = year ? std::to_string(*year) : std::string();
  return crypto::derivedId(scope, "own_title", {words, when, kind.toStdString()});
}

std::int64_t Adoption::take(const Uuid& from, const Uuid& to) {
  std::map<Uuid, Uuid> renamed;
  std::vector<Uuid> own;
  for (const model::Record& entry : typedIn(m_store, from)) {
    if (!isOwn(entry)) continue;
    const std::string_view kind = entry.text("kind");
    const std::string_view title = entry.text("title");
    const Uuid id =
        ownTitleId(to, QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())), yearOf(entry),
                   QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())));
    renamed[entry.uuid("title_id")] = id;
  }
  const auto moved = m_store.adoptScope(from, to, renamed);
  if (!moved.ok()) return 0;
  QStringList typed;
  for (const model::Record& entry : typedIn(m_store, to))
    if (isOwn(entry)) typed << QString::fromStdString(entry.id.str());
  m_store.setSetting(kTyped, typed.join(QLatin1Char(' ')).toStdString());
  m_done = false;
  return static_cast<std::int64_t>(moved->size());
}

bool Adoption::arrived(const Uuid& scope) {
  const auto info = m_store.scope(scope);
  return info && info->confirmed && info->verifiedMs > 0;
}

void Adoption::settle() {
  if (m_done) return;
  const QString typed = QString::fromStdString(m_store.setting(kTyped));
  const auto account = Uuid::parse(m_store.setting("account"));
  if (!typed.isEmpty() && (!account || !arrived(*account))) return;
  m_done = true;
  if (typed.isEmpty()) return;
  const std::vector<model::Record> all = typedIn(m_store, *account);
  for (const model::Record& entry : all)
    if (typed.contains(QString::fromStdString(entry.id.str()))) merge(entry, all);
  m_store.setSetting(kTyped, "");
}

void Adoption::merge(const model::Record& typed, const std::vector<model::Record>& all) {
  const model::Record* twin = twinOf(typed, all);
  if (!twin) return;
  store::Edit edit{&entries(), typed.scope, twin->id, model::Op::edit, 0, {}};
  for (std::size_t i = 0; i < typed.fields.size(); ++i) {
    const schema::Field& field = entries().fields[i];
    if (!isOpinion(field, typed.fields[i]) || typed.fields[i] == twin->fields[i]) continue;
    model::FieldPatch patch{&field, {}, {}, {}, {}};
    if (const auto* set = std::get_if<model::TextSet>(&typed.fields[i]))
      patch.added = *set;
    else
      patch.value = typed.fields[i];
    edit.patches.push_back(std::move(patch));
  }
  const std::int64_t base = m_store.baseOf(typed.scope, entries(), typed.id);
  const store::Edit gone{&entries(), typed.scope, typed.id, model::Op::del, base, {}};
  std::vector<store::Edit> edits{gone};
  if (!edit.patches.empty()) edits.insert(edits.begin(), edit);
  static_cast<void>(m_store.writeAll(edits));
}

}  // namespace foyer::qt
