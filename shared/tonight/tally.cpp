// SPDX-License-Identifier: GPL-3.0-or-later
#include "tonight/tally.hpp"

#include <algorithm>
#include <tuple>

#include "crypto/derived_id.hpp"

namespace foyer::tonight {
namespace {

Out outOf(const Candidate& candidate, const Ballots& ballots) {
  const std::int64_t longest = ballots.limit(Limit::minutes);
  const std::int64_t age = ballots.limit(Limit::age);
  if (age > 0 && (candidate.minimumAge < 0 || candidate.minimumAge > age)) return Out::tooOld;
  if (longest > 0 && candidate.minutes > longest) return Out::tooLong;
  return Out::in;
}

}  // namespace

Uuid roundId(const Uuid& family, const Uuid& list, std::string_view evening) {
  return crypto::derivedId(family, "tonight", {evening, list.str()});
}

std::vector<Standing> tally(const Ballots& ballots, const std::vector<Candidate>& candidates,
                            const Uuid& round) {
  struct Place {
    Standing standing;
    Uuid lot;
  };
  std::map<Uuid, Place> places;  // a title stands once, however often it was proposed
  for (const Candidate& candidate : candidates) {
    Standing standing;
    standing.title = candidate.title;
    standing.out = outOf(candidate, ballots);
    const auto [at, fresh] = places.try_emplace(
        candidate.title, Place{standing, crypto::derivedId(round, "lot", {candidate.title.str()})});
    // Said in two ways: the stricter one.
    if (!fresh) at->second.standing.out = std::max(at->second.standing.out, standing.out);
  }
  for (const auto& [key, vote] : ballots.votes()) {
    const auto found = places.find(key.second);
    if (found == places.end()) continue;
    Standing& standing = found->second.standing;
    ++(vote.mark == Mark::yes ? standing.yes : vote.mark == Mark::maybe ? standing.maybe : standing.no);
  }
  std::vector<Place> ordered;
  ordered.reserve(places.size());
  for (auto& [title, place] : places) ordered.push_back(place);
  std::sort(ordered.begin(), ordered.end(), [](const Place& a, const Place& b) {
    const auto rank = [](const Place& p) {
      return std::tuple(p.standing.out != Out::in, p.standing.no, -p.standing.yes, -p.standing.maybe, p.lot);
    };
    return rank(a) < rank(b);
  });
  std::vector<Standing> standings;
  standings.reserve(ordered.size());
  for (Place& place : ordered) standings.push_back(place.standing);
  return standings;
}

const Standing* winner(const std::vector<Standing>& standings) {
  for (const Standing& standing : standings) {
    if (standing.out == Out::in && standing.yes + standing.maybe > 0) return &standing;
  }
  return nullptr;
}

}  // namespace foyer::tonight
