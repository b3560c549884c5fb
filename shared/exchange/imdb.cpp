// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {

void takeImdb(Row& row, Item& item) {
  item.title = row.text("Title");
  item.original = row.text("Original Title");
  item.imdb = row.imdb("Const");
  item.year = row.year("Year");
  item.rating = row.rating("Your Rating", 10);
  item.notes = row.text("Description");
  item.status = item.rating > 0 ? "completed" : "not_watched";
  const std::string type = row.text("Title Type");
  if (type.empty()) return;
  const bool series =
      type == "TV Series" || type == "TV Mini Series" || type == "tvSeries" || type == "tvMiniSeries";
  const bool other = type.find("Episode") != std::string::npos || type.find("Game") != std::string::npos ||
                     type.find("Podcast") != std::string::npos || type.find("Music") != std::string::npos;
  item.kind = other ? "other" : series ? "tv" : "movie";
}

std::string writeImdb(const std::vector<Item>& items) {
  std::string out = csvRow({"Position", "Const", "Created", "Modified", "Description", "Title",
                            "Original Title", "URL", "Title Type", "IMDb Rating", "Runtime (mins)", "Year",
                            "Genres", "Num Votes", "Release Date", "Directors", "Your Rating", "Date Rated"});
  int position = 0;
  for (const Item& item : items) {
    const Item kept = keptBy(Format::imdb, item);
    out += csvRow({std::to_string(++position), kept.imdb, "", "", kept.notes, kept.title, kept.original,
                   kept.imdb.empty() ? "" : "https://www.imdb.com/title/" + kept.imdb + "/",
                   kept.kind == "tv" ? "TV Series" : "Movie", "", "",
                   kept.year > 0 ? std::to_string(kept.year) : "", "", "", "", "",
                   kept.rating > 0 ? scaled(kept.rating, 10) : "", ""});
  }
  return out;
}

}  // namespace foyer::exchange
