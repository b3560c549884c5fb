// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {

void takeTmdb(Row& row, Item& item) {
  item.title = row.text("Name");
  item.imdb = row.imdb("IMDb ID");
  item.tmdb = row.number("TMDb ID");
  item.year = row.year("Release Date");
  const std::string type = row.text("Type");
  item.kind = type == "tv" ? "tv" : type == "movie" || type.empty() ? "movie" : "other";
  // The rating of an episode is not that of its series.
  const bool part = !row.text("Season Number").empty() || !row.text("Episode Number").empty();
  if (part) {
    item.kind = "tv";
    item.status = "watching";
    return;
  }
  item.rating = row.rating("Your Rating", 10);
  item.status = item.rating > 0 ? "completed" : "not_watched";
}

std::vector<File> writeTmdb(const std::vector<Item>& items) {
  std::vector<File> files;
  for (const bool rated : {true, false}) {
    std::string table = csvRow({"TMDb ID", "IMDb ID", "Type", "Name", "Release Date", "Season Number",
                                "Episode Number", "Rating", "Your Rating", "Date Rated"});
    bool any = false;
    for (const Item& item : items) {
      const Item kept = keptBy(Format::tmdb, item);
      if ((kept.rating > 0) != rated) continue;
      any = true;
      table +=
          csvRow({kept.tmdb, kept.imdb, kept.kind, kept.title, kept.year > 0 ? std::to_string(kept.year) : "",
                  "", "", "", kept.rating > 0 ? scaled(kept.rating, 10) : "", ""});
    }
    if (any) files.push_back({rated ? "tmdb-ratings.csv" : "tmdb-watchlist.csv", std::move(table)});
  }
  return files;
}

}  // namespace foyer::exchange
