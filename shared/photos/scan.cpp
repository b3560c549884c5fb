// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/scan.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "media/kind.hpp"

namespace foyer::photos {

namespace fs = std::filesystem;

namespace {

bool isPicture(const fs::path& file) {
  const media::Kind kind = media::kindByName(file.filename().string());
  return kind != media::Kind::other && kind != media::Kind::sidecar;
}

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void add(const fs::path& file, std::vector<Found>& out) {
  std::error_code failed;
  const auto bytes = fs::file_size(file, failed);
  out.push_back({file.string(), failed ? 0 : static_cast<std::int64_t>(bytes)});
}

void walk(const fs::path& folder, const std::atomic<bool>& stop, std::vector<Found>& out) {
  std::error_code failed;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && it != fs::recursive_directory_iterator() && !stop; it.increment(failed)) {
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      if (isHidden(it->path())) it.disable_recursion_pending();
    } else if (!isHidden(it->path()) && isPicture(it->path()) && it->is_regular_file(ignored)) {
      add(it->path(), out);
    }
  }
}

/// Folder, name without its ending, whether it is a RAW, name.
auto placeOf(const Found& file) {
  const fs::path path(file.path);
  return std::tuple(path.parent_path().string(), path.stem().string(),
                    media::kindByName(path.filename().string()) == media::Kind::raw,
                    path.filename().string());
}

}  // namespace

Result<std::vector<Found>> scan(const std::vector<std::string>& roots, const std::atomic<bool>& stop) {
  std::vector<Found> out;
  for (const std::string& root : roots) {
    std::error_code failed;
    const fs::file_status status = fs::status(root, failed);
    if (!fs::exists(status)) return Error{Code::notFound, {}, "The folder or card is not there any more."};
    if (fs::is_directory(status)) {
      walk(root, stop, out);
    } else {
      add(root, out);
    }
  }
  std::vector<std::pair<decltype(placeOf(out.front())), Found>> placed;
  placed.reserve(out.size());
  for (Found& file : out) placed.emplace_back(placeOf(file), std::move(file));
  std::ranges::sort(
      placed, {}, [](const auto& entry) -> const auto& { return entry.first; });
  out.clear();
  for (auto& [place, file] : placed) {
    if (out.empty() || out.back().path != file.path) out.push_back(std::move(file));
  }
  return out;
}

}  // namespace foyer::photos
