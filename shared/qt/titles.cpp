// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/titles.hpp"

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "titles/title_index.hpp"

namespace foyer::qt {
namespace {

QVariantMap toMap(const titles::KnownTitle& title) {
  const titles::PackTitle& facts = title.facts;
  QStringList genres;
  for (const std::string& code : facts.genres) genres << qstring(code);
  QVariantMap map{{"recordId", qstring(title.id)},
                  {"title", qstring(facts.title)},
                  {"original_title", qstring(facts.original)},
                  {"kind", qstring(facts.kind)},
                  {"genres", genres}};
  if (facts.year > 0) map["year"] = static_cast<qint64>(facts.year);
  if (facts.minutes > 0) map["runtime_minutes"] = static_cast<qint64>(facts.minutes);
  if (facts.minimumAge >= 0) map["minimum_age"] = static_cast<qint64>(facts.minimumAge);
  return map;
}

}  // namespace

Titles::Titles(Backend* backend, QObject* parent) : QObject(parent) {
  // Made once, in milliseconds, but not on the thread that draws.
  if (backend)
    backend->read(
        this, [](store::Reader&) { return titles::builtInIndex().all().size(); }, [](auto) {});
}
Titles* Titles::create(QQmlEngine* engine, QJSEngine*) { return new Titles(Backend::of(engine)); }

QVariantMap Titles::facts(const QString& titleId) const {
  const titles::KnownTitle* title = titles::builtInIndex().byId(uuidOf(titleId));
  return title ? toMap(*title) : QVariantMap();
}

QVariantList Titles::search(const QString& text, int most) const {
  QVariantList found;
  for (const titles::KnownTitle* title :
       titles::builtInIndex().search(text.toStdString(), static_cast<std::size_t>(std::max(0, most))))
    found << toMap(*title);
  return found;
}

}  // namespace foyer::qt
