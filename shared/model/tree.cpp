// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tree.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::model {
namespace {

/// First leaf of a branch and how many it has.
std::pair<std::size_t, std::size_t> leavesOf(std::string_view prefix) {
  if (prefix.size() > kTreeDepth) throw std::logic_error("a branch below the leaves");
  std::size_t first = 0;
  std::size_t count = 1;
  for (std::size_t i = 0; i < kTreeDepth; ++i) {
    const bool given = i < prefix.size();
    first = first * kTreeFan + (given ? asBytes(prefix)[i] : 0);
    if (!given) count *= kTreeFan;
  }
  return {first, count};
}

}  // namespace

Place placeOf(const Uuid& id) {
  const crypto::Digest256 hash = crypto::sha256(id.bytes);
  Place place{};
  std::copy_n(hash.begin(), kTreeDepth, place.begin());
  return place;
}

bool isUnder(const Place& place, std::string_view prefix) {
  return prefix.size() <= place.size() && asText(place).substr(0, prefix.size()) == prefix;
}

void TreeSums::add(const Uuid& id, const Digest& hash) {
  const Place place = placeOf(id);
  BranchSum& leaf = m_leaves[leavesOf(asText(place)).first];
  ++leaf.rows;
  leaf.sum += hash;
}

BranchSum TreeSums::at(std::string_view prefix) const {
  BranchSum total;
  const auto [first, count] = leavesOf(prefix);
  for (std::size_t i = first; i < first + count; ++i) {
    total.rows += m_leaves[i].rows;
    total.sum += m_leaves[i].sum;
  }
  return total;
}

std::vector<BranchSum> TreeSums::children(std::string_view prefix) const {
  std::vector<BranchSum> all;
  std::string child(prefix);
  child.push_back('\0');
  for (std::size_t i = 0; i < kTreeFan; ++i) {
    child.back() = static_cast<char>(i);
    all.push_back(at(child));
  }
  return all;
}

}  // namespace foyer::model
