// SPDX-License-Identifier: GPL-3.0-or-later
#include "tonight/ballots.hpp"

#include <algorithm>
#include <charconv>

namespace foyer::tonight {
namespace {

constexpr std::int64_t kMostBound = 6'000;

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = line.find(' ');
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

std::optional<std::int64_t> whole(std::string_view text, std::int64_t low, std::int64_t high) {
  std::int64_t out = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failed != std::errc{} || end != text.data() + text.size() || out < low || out > high)
    return std::nullopt;
  return out;
}

int next(int change) { return std::min(change + 1, Ballots::kMostChanges); }

}  // namespace

// No limit is the least cautious of all.
bool Ballots::Bound::beats(const Bound& other) const {
  if (change != other.change) return change > other.change;
  if (most == 0 || other.most == 0) return other.most == 0 && most != 0;
  return most < other.most;
}

void Ballots::cast(const Uuid& voter, const Uuid& title, Mark mark) {
  Vote& vote = m_votes[{voter, title}];
  if (vote.change > 0 && vote.mark == mark) return;
  vote = {next(vote.change), mark};
}

std::optional<Mark> Ballots::of(const Uuid& voter, const Uuid& title) const {
  const auto found = m_votes.find({voter, title});
  return found == m_votes.end() ? std::nullopt : std::optional(found->second.mark);
}

void Ballots::limit(Limit which, std::int64_t most) {
  Bound& bound = m_limits[which];
  if (bound.change > 0 && bound.most == most) return;
  bound = {next(bound.change), std::clamp<std::int64_t>(most, 0, kMostBound)};
}

std::int64_t Ballots::limit(Limit which) const {
  const auto found = m_limits.find(which);
  return found == m_limits.end() ? 0 : found->second.most;
}

std::set<Uuid> Ballots::voters() const {
  std::set<Uuid> out;
  for (const auto& [key, vote] : m_votes) out.insert(key.first);
  return out;
}

bool Ballots::take(const Uuid& voter, const Uuid& title, const Vote& vote) {
  const auto [at, fresh] = m_votes.emplace(std::pair(voter, title), vote);
  if (fresh) return true;
  if (!vote.beats(at->second)) return false;
  at->second = vote;
  return true;
}

bool Ballots::take(Limit which, const Bound& bound) {
  const auto [at, fresh] = m_limits.emplace(which, bound);
  if (fresh) return true;
  if (!bound.beats(at->second)) return false;
  at->second = bound;
  return true;
}

bool Ballots::join(const Ballots& other) {
  bool any = false;
  for (const auto& [key, vote] : other.m_votes) any = take(key.first, key.second, vote) || any;
  for (const auto& [which, bound] : other.m_limits) any = take(which, bound) || any;
  return any;
}

std::vector<std::string> Ballots::lines() const {
  std::vector<std::string> lines;
  for (const auto& [key, vote] : m_votes)
    lines.push_back(key.first.str() + ' ' + key.second.str() + ' ' + "nmy"[static_cast<int>(vote.mark)] +
                    std::to_string(vote.change));
  for (const auto& [which, bound] : m_limits)
    lines.push_back(std::string("limit ") + (which == Limit::minutes ? "minutes " : "age ") +
                    std::to_string(bound.most) + ' ' + std::to_string(bound.change));
  return lines;
}

bool Ballots::add(std::string_view line) {
  const std::vector<std::string_view> parts = words(line);
  if (parts.size() == 4 && parts[0] == "limit") {
    const auto most = whole(parts[2], 0, kMostBound);
    const auto change = whole(parts[3], 1, kMostChanges);
    if (!most || !change || (parts[1] != "minutes" && parts[1] != "age")) return false;
    take(parts[1] == "age" ? Limit::age : Limit::minutes, Bound{static_cast<int>(*change), *most});
    return true;
  }
  if (parts.size() != 3 || parts[2].size() < 2) return false;
  const auto voter = Uuid::parse(parts[0]);
  const auto title = Uuid::parse(parts[1]);
  const std::size_t mark = std::string_view("nmy").find(parts[2][0]);
  const auto change = whole(parts[2].substr(1), 1, kMostChanges);
  if (!voter || !title || mark == std::string_view::npos || !change) return false;
  take(*voter, *title, Vote{static_cast<int>(*change), static_cast<Mark>(mark)});
  return true;
}

}  // namespace foyer::tonight
