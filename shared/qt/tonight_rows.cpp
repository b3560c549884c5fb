// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/tonight_rows.hpp"

#include <algorithm>

#include "crypto/derived_id.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"
#include "titles/title_index.hpp"

namespace foyer::qt {
namespace {

const schema::Collection& rounds() {
  static const schema::Collection& kRounds = schema::collection("tonight_rounds");
  return kRounds;
}

std::vector<model::Record> rowsOf(store::Reader& reader, std::string_view collection, const Uuid& scope,
                                  std::vector<store::Filter> filters, std::vector<store::Order> order) {
  store::QuerySpec spec;
  spec.collection = &schema::collection(collection);
  if (!scope.isNil()) spec.scope = scope;
  spec.filters = std::move(filters);
  spec.order = std::move(order);
  return reader.query(spec);
}

store::Filter equal(const char* field, model::Value value) {
  return {field, store::Filter::Op::equal, {std::move(value)}};
}

/// Facts of the catalogue, or of what the app carries, where the list does not say them.
void complete(store::Reader& reader, TonightFilm& film) {
  QStringList genres;
  const auto take = [&](std::int64_t minutes, std::int64_t age, const std::vector<std::string>& codes) {
    if (film.candidate.minutes == 0) film.candidate.minutes = minutes;
    film.candidate.minimumAge = age;
    for (const std::string& code : codes) genres << qstring(code);
  };
  const auto rows = rowsOf(reader, "titles", {}, {equal("id", film.candidate.title)}, {});
  if (!rows.empty()) {
    const auto* codes = std::get_if<model::TextSet>(&rows.front().at("genres"));
    take(rows.front().number("runtime_minutes"), rows.front().number("minimum_age", -1),
         codes ? *codes : model::TextSet());
  } else if (const titles::KnownTitle* known = titles::builtInIndex().byId(film.candidate.title)) {
    take(known->facts.minutes, known->facts.minimumAge, known->facts.genres);
  }
  film.facts["minutes"] = static_cast<qint64>(film.candidate.minutes);
  film.facts["genres"] = genres;
}

/// One row per account and evening, whichever device it uses.
Uuid rowId(const Uuid& scope, const Uuid& list, const std::string& evening, const Uuid& account) {
  return crypto::derivedId(scope, "tonight row", {evening, list.str(), account.str()});
}

}  // namespace

TonightRows tonightRows(store::Reader& reader, const Uuid& scope, const Uuid& list,
                        const std::string& evening) {
  TonightRows out;
  for (const model::Record& row :
       rowsOf(reader, "tonight_rounds", scope, {equal("evening", evening), equal("list", list)}, {})) {
    const auto* lines = std::get_if<model::TextSet>(&row.at("ballots"));
    if (!lines) continue;
    for (const std::string& line : *lines) out.ballots.add(line);
  }
  for (const model::Record& item : rowsOf(reader, "list_items", scope, {equal("list", list)},
                                          {{"order_key", false}, {"created_at", false}})) {
    TonightFilm film;
    film.candidate.title = item.uuid("title_id");
    film.candidate.minutes = item.number("minutes");
    film.facts = {{"titleId", qstring(film.candidate.title)},
                  {"title", qstring(item.text("title"))},
                  {"year", static_cast<qint64>(item.number("year"))},
                  {"addedBy", qstring(item.uuid("added_by"))}};
    complete(reader, film);
    out.films.push_back(std::move(film));
  }
  return out;
}

Result<void> keepTonight(store::Store& store, const Uuid& scope, const Uuid& list, const std::string& evening,
                         const Uuid& account, const tonight::Ballots& ballots) {
  store::Edit edit;
  edit.collection = &rounds();
  edit.scope = scope;
  edit.id = rowId(scope, list, evening, account);
  const auto there = store.get(rounds(), scope, edit.id);
  const std::vector<std::string> wanted = ballots.lines();
  model::FieldPatch lines{rounds().find("ballots"), {}, {}, {}, {}};
  const auto* now = there ? std::get_if<model::TextSet>(&there->at("ballots")) : nullptr;
  const auto has = [](const auto& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const std::string& line : wanted)
    if (!now || !has(*now, line)) lines.added.push_back(line);
  if (now) {
    for (const std::string& line : *now)
      if (!has(wanted, line)) lines.removed.push_back(line);
  }
  std::sort(lines.added.begin(), lines.added.end());
  if (lines.added.empty() && lines.removed.empty()) return {};
  if (there && there->state == model::State::live) {
    edit.op = model::Op::edit;
    edit.base = store.baseOf(scope, rounds(), edit.id);
  } else {
    edit.op = model::Op::create;
    edit.patches = {{rounds().find("evening"), evening, {}, {}, {}},
                    {rounds().find("started_by"), account, {}, {}, {}}};
    if (!list.isNil()) edit.patches.push_back({rounds().find("list"), list, {}, {}, {}});
  }
  edit.patches.push_back(std::move(lines));
  if (const auto written = store.write(edit); !written) return written.error();
  return {};
}

}  // namespace foyer::qt
