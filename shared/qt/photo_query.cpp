// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_query.hpp"

#include <QHash>
#include <QSet>
#include <charconv>

#include "qt/convert.hpp"
#include "qt/row_source.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {

using store::Filter;

namespace {

std::string textOf(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

std::int64_t numberOf(const model::Value& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  return number ? *number : 0;
}

/// 20260613 of "2026-06-13T20:14:05.000+02:00".
int dayOf(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (!text || text->size() < 10) return 0;
  int year = 0, month = 0, day = 0;
  std::from_chars(text->data(), text->data() + 4, year);
  std::from_chars(text->data() + 5, text->data() + 7, month);
  std::from_chars(text->data() + 8, text->data() + 10, day);
  return year * 10'000 + month * 100 + day;
}

/// Photos that a record of another collection names: an album's, a session's.
QSet<Uuid> namedBy(store::Reader& reader, const Uuid& scope, const char* collection, const char* field,
                   const QString& id) {
  store::QuerySpec spec;
  spec.collection = &schema::collection(collection);
  spec.scope = scope;
  spec.filters.push_back({field, Filter::Op::equal, {uuidOf(id)}});
  QSet<Uuid> out;
  for (const auto& row : reader.values(spec, {"photo"}))
    if (const auto* photo = std::get_if<Uuid>(&row.values.front())) out.insert(*photo);
  return out;
}

void addText(store::QuerySpec& spec, const QVariantMap& filter, const char* key, Filter::Op op,
             const char* field) {
  const QString text = filter.value(QLatin1String(key)).toString();
  if (!text.isEmpty()) spec.filters.push_back({field, op, {text.toStdString()}});
}

store::QuerySpec specOf(const Uuid& scope, const QVariantMap& filter) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("photos");
  spec.scope = scope;
  spec.search = filter.value(QStringLiteral("search")).toString().trimmed().toStdString();
  spec.order.push_back({"taken_at", true});
  if (const int stars = filter.value(QStringLiteral("minRating")).toInt(); stars > 0)
    spec.filters.push_back({"rating", Filter::Op::atLeast, {std::int64_t{stars}}});
  if (filter.value(QStringLiteral("favourite")).toBool())
    spec.filters.push_back({"favourite", Filter::Op::equal, {std::int64_t{1}}});
  const QString pick = filter.value(QStringLiteral("pick")).toString();
  if (pick == QLatin1String("notRejected"))
    spec.filters.push_back({"pick", Filter::Op::notEqual, {std::string("reject")}});
  else
    addText(spec, filter, "pick", Filter::Op::equal, "pick");
  addText(spec, filter, "camera", Filter::Op::equal, "camera");
  addText(spec, filter, "tag", Filter::Op::contains, "tags");
  addText(spec, filter, "from", Filter::Op::atLeast, "taken_at");
  // To the end of the day that is named.
  if (const QString to = filter.value(QStringLiteral("to")).toString(); !to.isEmpty())
    spec.filters.push_back({"taken_at", Filter::Op::less, {to.toStdString() + "U"}});
  if (const QString author = filter.value(QStringLiteral("author")).toString(); !author.isEmpty())
    spec.filters.push_back({"author", Filter::Op::equal, {uuidOf(author)}});
  return spec;
}

}  // namespace

std::vector<PhotoPlace> photosOf(store::Reader& reader, const Uuid& scope, const QVariantMap& filter) {
  const QString album = filter.value(QStringLiteral("album")).toString();
  const QString session = filter.value(QStringLiteral("session")).toString();
  QSet<Uuid> only;
  if (!album.isEmpty()) only = namedBy(reader, scope, "album_items", "album", album);
  if (!session.isEmpty()) only = namedBy(reader, scope, "image_files", "import_session", session);
  const bool some = !album.isEmpty() || !session.isEmpty();
  std::vector<PhotoPlace> out;
  for (const auto& row : reader.values(specOf(scope, filter), {"taken_at"}))
    if (!some || only.contains(row.id)) out.push_back({row.id, dayOf(row.values.front())});
  return out;
}

std::vector<std::pair<Uuid, PhotoFace>> facesOf(store::Reader& reader, const Uuid& scope,
                                                const std::vector<Uuid>& ids) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("photos");
  spec.scope = scope;
  Filter these{"id", Filter::Op::oneOf, {}};
  for (const Uuid& id : ids) these.values.emplace_back(id);
  spec.filters.push_back(these);
  store::QuerySpec files = spec;
  files.collection = &schema::collection("image_files");
  files.filters.front().field = "photo";
  QHash<Uuid, int> kinds;  // 1: a RAW, 2: anything else
  for (const auto& row : reader.values(files, {"photo", "kind"}))
    if (const auto* photo = std::get_if<Uuid>(&row.values[0]))
      kinds[*photo] |= textOf(row.values[1]) == "raw" ? 1 : 2;
  OpenConflicts conflicts(reader);
  std::vector<std::pair<Uuid, PhotoFace>> out;
  for (const auto& row : reader.values(spec, {"title", "rating", "pick", "place", "taken_at", "favourite"})) {
    PhotoFace face;
    face.title = qstring(textOf(row.values[0]));
    face.rating = static_cast<int>(numberOf(row.values[1]));
    face.pick = qstring(textOf(row.values[2]));
    face.place = qstring(textOf(row.values[3]));
    face.taken = qstring(textOf(row.values[4]));
    face.favourite = numberOf(row.values[5]) != 0;
    face.mark = conflicts.mark(*spec.collection, row.scope, row.id);
    const int kind = kinds.value(row.id);
    face.pair = kind == 3 ? QStringLiteral("RAW+J") : kind == 1 ? QStringLiteral("RAW") : QString();
    out.emplace_back(row.id, std::move(face));
  }
  return out;
}

}  // namespace foyer::qt
