// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tonight/ballots.hpp"

namespace foyer::tonight {

/// A title that could be watched this evening.
struct Candidate {
  Uuid title;
  std::int64_t minutes = 0;      ///< 0: not known
  std::int64_t minimumAge = -1;  ///< -1: not known
};

/// Why a title is out, whatever the votes.
enum class Out : std::uint8_t { in, tooLong, tooOld };

struct Standing {
  Uuid title;
  int yes = 0, maybe = 0, no = 0;
  Out out = Out::in;
};

/// A round is one evening of one family over one list, the same on every tablet without asking anybody.
/// `list` is nil where the candidates come from everybody's watchlists; `evening` is "2026-11-21".
Uuid roundId(const Uuid& family, const Uuid& list, std::string_view evening);

/// All candidates, the winner first. Those that are out come last: longer than the limit (an unknown running
/// time is not), for older people than the age limit (an unknown age is: the cap is never broken). Of the
/// others comes first: fewer "no", more "yes", more "maybe", and then a lot that follows from round and
/// title. The same for the same ballots in whatever order they came.
std::vector<Standing> tally(const Ballots& ballots, const std::vector<Candidate>& candidates,
                            const Uuid& round);

/// The first standing if somebody wants it: in, and with a "yes" or a "maybe"; else null.
const Standing* winner(const std::vector<Standing>& standings);

}  // namespace foyer::tonight
