// SPDX-License-Identifier: GPL-3.0-or-later
#include "tonight/packet.hpp"

#include <algorithm>

#include "attendance/base45.hpp"
#include "crypto/digest.hpp"
#include "crypto/seal.hpp"

namespace foyer::tonight {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kShort = 6;  ///< bytes of a title's id that name it among a few hundred
constexpr std::string_view kCodeBegin = "FOYERT1:";
constexpr std::string_view kContext = "foyer tonight 1";

crypto::SealKey keyOf(const Uuid& family) {
  const crypto::Digest256 digest =
      crypto::Hasher("foyer-tonight", 32).update(std::span<const std::uint8_t>(family.bytes)).finish256();
  return {1, crypto::Secret<32>(std::span<const std::uint8_t, 32>(digest))};
}

std::string tailOf(const Uuid& title) {
  return {reinterpret_cast<const char*>(title.bytes.data()) + title.bytes.size() - kShort, kShort};
}

/// Reads on until it fails; then everything is zero and `ok` is false.
class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
  bool ok = true;
  bool atEnd() const { return m_at == m_bytes.size(); }
  std::span<const std::uint8_t> take(std::size_t count) {
    if (m_bytes.size() - m_at < count) {
      ok = false;
      return {};
    }
    m_at += count;
    return m_bytes.subspan(m_at - count, count);
  }
  std::uint8_t byte() {
    const auto one = take(1);
    return ok ? one[0] : std::uint8_t{0};
  }
  std::int64_t number() {
    const auto two = take(2);
    return ok ? two[0] * 256 + two[1] : 0;
  }

 private:
  std::span<const std::uint8_t> m_bytes;
  std::size_t m_at = 0;
};

}  // namespace

Bytes packet(const Ballots& ballots, const Uuid& family, const Uuid& round) {
  Bytes out;
  const auto put = [&](const Uuid& id) { out.append(id.bytes.data(), id.bytes.size()); };
  out += kVersion;
  put(round);
  out += static_cast<std::uint8_t>(ballots.limits().size());
  for (const auto& [which, bound] : ballots.limits()) {
    out += static_cast<std::uint8_t>(which);
    out += static_cast<std::uint8_t>(bound.change);
    out += static_cast<std::uint8_t>(bound.most / 256);
    out += static_cast<std::uint8_t>(bound.most % 256);
  }
  for (const Uuid& voter : ballots.voters()) {
    put(voter);
    std::vector<std::pair<Uuid, Ballots::Vote>> own;
    for (const auto& [key, vote] : ballots.votes()) {
      if (key.first == voter) own.emplace_back(key.second, vote);
    }
    out += static_cast<std::uint8_t>(own.size() / 256);
    out += static_cast<std::uint8_t>(own.size() % 256);
    for (const auto& [title, vote] : own) {
      const std::string tail = tailOf(title);
      out.append(asBytes(tail).data(), tail.size());
      out += static_cast<std::uint8_t>(vote.change * 4 + static_cast<int>(vote.mark));
    }
  }
  return crypto::seal(out, asBytes(kContext), keyOf(family));
}

Result<Ballots> opened(std::span<const std::uint8_t> packet, const Uuid& family, const Uuid& round,
                       const std::vector<Candidate>& candidates) {
  const auto plain = crypto::open(packet, asBytes(kContext), keyOf(family));
  if (!plain) return plain.error();
  const Error damaged{Code::damaged, {}, "These votes can't be read."};
  Input in(*plain);
  if (in.byte() != kVersion) return Error{Code::tooNew, {}, "These votes come from a newer Foyer."};
  const auto its = Uuid::fromBytes(in.take(16));
  if (!in.ok || !its) return damaged;
  if (*its != round) return Error{Code::notFound, {}, "These votes are for another evening or another list."};
  std::map<std::string, Uuid> titles;
  for (const Candidate& candidate : candidates) titles.emplace(tailOf(candidate.title), candidate.title);

  Ballots ballots;
  for (int left = in.byte(); left > 0; --left) {
    const std::uint8_t which = in.byte();
    Ballots::Bound bound;
    bound.change = in.byte();
    bound.most = in.number();
    if (!in.ok || which > 1 || bound.change < 1 || bound.change > Ballots::kMostChanges) return damaged;
    ballots.take(static_cast<Limit>(which), bound);
  }
  while (in.ok && !in.atEnd()) {
    const auto voter = Uuid::fromBytes(in.take(16));
    for (std::int64_t left = in.number(); left > 0 && in.ok; --left) {
      const std::string tail(asText(in.take(kShort)));
      const std::uint8_t said = in.byte();
      const Ballots::Vote vote{said / 4, static_cast<Mark>(said % 4)};
      if (!in.ok || !voter || said % 4 > 2 || vote.change < 1) return damaged;
      if (const auto title = titles.find(tail); title != titles.end())
        ballots.take(*voter, title->second, vote);
    }
  }
  if (!in.ok) return damaged;
  return ballots;
}

std::string asCode(std::span<const std::uint8_t> packet) {
  return std::string(kCodeBegin) + attendance::toBase45(packet);
}

Result<Bytes> fromCode(std::string_view code) {
  if (!code.starts_with(kCodeBegin)) return Error{Code::unsupported, {}, "This code holds no votes."};
  const auto bytes = attendance::fromBase45(code.substr(kCodeBegin.size()));
  if (!bytes) return Error{Code::damaged, {}, "These votes can't be read."};
  return *bytes;
}

}  // namespace foyer::tonight
