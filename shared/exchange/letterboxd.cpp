// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {
namespace {

/// Letterboxd asks for files of about so many rows.
constexpr std::size_t kRowsPerFile = 1'000;

std::vector<std::string> tagsOf(std::string_view text) {
  std::vector<std::string> tags;
  while (!text.empty()) {
    const std::size_t end = text.find(',');
    if (std::string tag = trimmed(text.substr(0, end)); !tag.empty()) tags.push_back(std::move(tag));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return tags;
}

std::string joined(const std::vector<std::string>& tags) {
  std::string out;
  for (const std::string& tag : tags) out += (out.empty() ? "" : ", ") + tag;
  return out;
}

const std::vector<std::string> kColumns{"imdbID",      "tmdbID",  "Title", "Year",  "Rating10",
                                        "WatchedDate", "Rewatch", "Tags",  "Review"};

std::vector<std::string> rowOf(const Item& item, const Viewing* viewing) {
  const std::int64_t rating = viewing ? viewing->rating : item.rating;
  return {item.imdb,
          item.tmdb,
          item.title,
          item.year > 0 ? std::to_string(item.year) : "",
          rating > 0 ? scaled(rating, 10) : "",
          viewing ? viewing->date : "",
          viewing && viewing->rewatch ? "Yes" : "",
          viewing ? "" : joined(item.tags),
          viewing ? viewing->remarks : item.notes};
}

}  // namespace

void takeLetterboxd(Row& row, Item& item, std::string_view file) {
  item.kind = "movie";
  item.title = row.text("Name");
  if (item.title.empty()) item.title = row.text("Title");
  item.year = row.year("Year");
  item.imdb = row.imdb("imdbID");
  item.tmdb = row.number("tmdbID");
  item.tags = tagsOf(row.text("Tags"));
  item.rating = row.rating("Rating10", 10);
  if (item.rating == 0) item.rating = row.rating("Rating", 5);
  if (file.find("likes") != std::string_view::npos) {
    item.favourite = true;
    return;
  }
  item.status = file.find("watchlist") != std::string_view::npos ? "not_watched" : "completed";
  Viewing viewing;
  viewing.date = row.date("Watched Date");
  if (viewing.date.empty()) viewing.date = row.date("WatchedDate");
  viewing.rewatch = row.yes("Rewatch");
  const std::string review = row.text("Review");
  if (viewing.date.empty()) {
    item.notes = review;
    return;
  }
  viewing.remarks = review;
  viewing.rating = item.rating;
  item.viewings.push_back(std::move(viewing));
}

std::vector<File> writeLetterboxd(const std::vector<Item>& items) {
  std::vector<File> files;
  const auto table = [&](const std::string& name, bool watched) {
    std::size_t rows = kRowsPerFile;
    int number = 0;
    for (const Item& item : items) {
      const Item kept = keptBy(Format::letterboxd, item);
      if (kept.title.empty() || (kept.status == "completed") != watched) continue;
      if (rows >= kRowsPerFile) {
        files.push_back({name + '-' + std::to_string(++number) + ".csv", csvRow(kColumns)});
        rows = 0;
      }
      files.back().bytes += csvRow(rowOf(kept, nullptr));
      for (const Viewing& viewing : kept.viewings) files.back().bytes += csvRow(rowOf(kept, &viewing));
      rows += 1 + kept.viewings.size();
    }
  };
  table("letterboxd-watched", true);
  table("letterboxd-watchlist", false);
  return files;
}

}  // namespace foyer::exchange
