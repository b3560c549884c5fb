// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/lookalikes.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>

#include "schema/collections.hpp"

namespace foyer::photos {
namespace {

std::optional<std::uint64_t> numberOf(std::string_view hash) {
  std::uint64_t out = 0;
  const auto [end, failure] = std::from_chars(hash.data(), hash.data() + hash.size(), out, 16);
  if (hash.size() != 16 || failure != std::errc() || end != hash.data() + hash.size()) return std::nullopt;
  return out;
}

/// Which group each one belongs to, by its smallest member.
class Groups {
 public:
  explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
  std::uint32_t of(std::uint32_t i) {
    while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a), b = of(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> m_parent;
};

/// Hashes that differ in at most four bits agree in at least one of these five parts.
constexpr int kParts = Lookalikes::kSame + 1;
constexpr int kPartBits = 64 / kParts + 1;

}  // namespace

Lookalikes Lookalikes::of(store::Reader& reader, const Uuid& scope) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("photos");
  spec.scope = scope;
  spec.order.push_back({"perceptual_hash", false});
  Lookalikes out;
  for (const auto& row : reader.values(spec, {"perceptual_hash"}))
    if (const auto* hash = std::get_if<std::string>(&row.values.front())) out.add(row.id, *hash);
  return out;
}

void Lookalikes::add(const Uuid& photo, std::string_view hash) {
  const auto number = numberOf(hash);
  if (!number) return;
  m_hashes.push_back(*number);
  m_photos.push_back(photo);
}

std::vector<Lookalikes::Found> Lookalikes::near(const Uuid& photo, std::string_view hash,
                                                int distance) const {
  std::vector<Found> out;
  const auto number = numberOf(hash);
  if (!number) return out;
  for (std::size_t i = 0; i < m_hashes.size(); ++i) {
    const int apart = std::popcount(m_hashes[i] ^ *number);
    if (apart <= distance && m_photos[i] != photo) out.push_back({m_photos[i], apart});
  }
  std::ranges::stable_sort(out, {}, &Found::distance);
  return out;
}

std::vector<std::vector<Uuid>> Lookalikes::groups(int distance) const {
  distance = std::min(distance, kSame);
  const auto count = static_cast<std::uint32_t>(m_hashes.size());
  Groups joined(count);
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  // A hundred black frames are one group at once; from here on each hash stands for all that are equal to it.
  std::ranges::sort(order, {}, [this](std::uint32_t i) { return m_hashes[i]; });
  std::vector<std::uint32_t> unlike;
  for (const std::uint32_t i : order) {
    if (!unlike.empty() && m_hashes[unlike.back()] == m_hashes[i])
      joined.join(unlike.back(), i);
    else
      unlike.push_back(i);
  }
  for (int part = 0; part < kParts; ++part) {
    const int shift = part * kPartBits;
    const auto key = [&](std::uint32_t i) {
      return m_hashes[i] >> shift & ((std::uint64_t{1} << kPartBits) - 1);
    };
    std::ranges::sort(unlike, {}, key);
    for (auto from = unlike.begin(); from != unlike.end();) {
      const auto end =
          std::find_if(from, unlike.end(), [&](std::uint32_t i) { return key(i) != key(*from); });
      for (auto a = from; a != end; ++a) {
        for (auto b = a + 1; b != end; ++b) {
          if (std::popcount(m_hashes[*a] ^ m_hashes[*b]) <= distance) joined.join(*a, *b);
        }
      }
      from = end;
    }
  }
  std::map<std::uint32_t, std::vector<Uuid>> byGroup;
  for (std::uint32_t i = 0; i < count; ++i) byGroup[joined.of(i)].push_back(m_photos[i]);
  std::vector<std::vector<Uuid>> out;
  for (auto& [first, photos] : byGroup)
    if (photos.size() > 1) out.push_back(std::move(photos));
  std::ranges::stable_sort(out, std::greater<>(), &std::vector<Uuid>::size);
  return out;
}

}  // namespace foyer::photos
