// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_facets.hpp"

#include <algorithm>
#include <map>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr std::size_t kMost = 24;

using Counts = std::map<std::string, int>;

QStringList mostUsed(const Counts& counts) {
  std::vector<std::pair<std::string, int>> all(counts.begin(), counts.end());
  std::ranges::stable_sort(all, std::greater<>(), &std::pair<std::string, int>::second);
  if (all.size() > kMost) all.resize(kMost);
  QStringList out;
  for (const auto& [word, count] : all) out.append(qstring(word));
  return out;
}

}  // namespace

void PhotoFacets::reload() {
  Backend* backend = Backend::of(this);
  if (!backend) return;
  backend->read(
      this,
      [scope = uuidOf(m_scope)](store::Reader& reader) {
        store::QuerySpec spec;
        spec.collection = &schema::collection("photos");
        spec.scope = scope;
        Counts cameras, tags;
        for (const auto& row : reader.values(spec, {"camera", "tags"})) {
          if (const auto* camera = std::get_if<std::string>(&row.values[0])) ++cameras[*camera];
          if (const auto* words = std::get_if<model::TextSet>(&row.values[1]))
            for (const std::string& word : *words) ++tags[word];
        }
        return std::pair(mostUsed(cameras), mostUsed(tags));
      },
      [this](const std::pair<QStringList, QStringList>& found) {
        std::tie(m_cameras, m_tags) = found;
        emit changed();
      });
}

}  // namespace foyer::qt
