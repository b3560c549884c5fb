// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every number of the engine, with its reason. Times are measured on the steady clock.
namespace foyer::sync::tuning {

using namespace std::chrono_literals;

/// First wait after a lost connection: a server restart takes about half a second.
inline constexpr std::chrono::milliseconds kBackoffFirst = 500ms;
/// Longest wait between two attempts: a phone in the underground tries once a minute, which costs little
/// battery; the platform's "network is back" and a person's "try now" come in between.
inline constexpr std::chrono::milliseconds kBackoffMax = 60s;
/// Wait when the server said something that trying again won't change (app too old, wrong account).
inline constexpr std::chrono::milliseconds kBackoffPermanent = 5min;
/// Share of a wait that is random, so that a restarted server isn't met by everybody at once.
inline constexpr double kBackoffJitter = 0.5;

/// Something is outstanding and nothing verified arrives: the connection counts as dead (design law 15). A
/// page of the largest size needs 4 s at 1 Mbit/s; three times that and a reserve for a slow device.
inline constexpr std::chrono::milliseconds kWatchdog = 15s;
/// One scope's request without an answer while others progress: the connection is given up and this scope
/// waits its turn behind the others.
inline constexpr std::chrono::milliseconds kScopeRequest = 45s;
/// Nothing outstanding: ask whether the server still hears us; without a live connection that question is a
/// hello, which also says what is new. The silence before the question counts for the
/// watchdog, so a dead connection is called offline after 15 s of nothing; 5 s of them are for the answer,
/// more (and the question comes earlier) where answers are known to take long.
inline constexpr std::chrono::milliseconds kPingEvery = 10s;
/// A follower that was told of a newer head and hasn't received it by then asks for it.
inline constexpr std::chrono::milliseconds kFollowGrace = 2s;
/// A live connection says hello again this often, since the hint that memberships changed may get lost
/// between two server processes; changes of scopes that are followed are covered by the server's own poll.
inline constexpr std::chrono::milliseconds kHelloEvery = 10min;

/// Rows of one page. 5,000 rows of 500 bytes are decoded and inserted in about 50 ms: large enough to make
/// the round trip vanish, small enough that two of them (one being applied, one on its way) stay below 20
/// MiB.
inline constexpr std::int64_t kPageRows = 5000;
/// Scopes catching up side by side: the server works on one while another's page is inserted; more would only
/// make every one of them slower to finish.
inline constexpr std::size_t kPullsAtOnce = 3;

/// Differences are searched and put right this often before everything is read again: the second time for
/// what changed while the first one ran.
inline constexpr int kRepairs = 2;
/// A branch with at most this many rows is not looked into any further: naming its rows costs as much as 256
/// sums.
inline constexpr std::int64_t kRepairLeafRows = 200;
/// Branches whose children's sums come in one answer: about 300 KiB.
inline constexpr std::size_t kRepairBranches = 64;
/// Rows named in one answer: about 400 KiB.
inline constexpr std::int64_t kRepairMarks = 10'000;
/// Rows fetched by name at once: with previews of 10 KiB each about 5 MiB.
inline constexpr std::size_t kRepairRows = 500;

/// Mutations of one push: from 1,000 on the server's throughput no longer grows.
inline constexpr std::size_t kPushMutations = 1000;
/// JSON bytes of one push: stays below the server's frame limit with room for framing, and a cut connection
/// repeats at most this much.
inline constexpr std::size_t kPushBytes = std::size_t{1024} * 1024;

/// Differences of the clocks below this are the network's delay, not a wrong clock.
inline constexpr std::chrono::milliseconds kClockTolerance = 2s;

}  // namespace foyer::sync::tuning
