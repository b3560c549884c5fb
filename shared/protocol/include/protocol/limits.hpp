// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What a frame may hold at most. Wider than what a server is configured to accept.
namespace foyer::protocol {

inline constexpr std::size_t kMaxInflatedBytes = 64U << 20U;  ///< a compressed frame, after inflating
inline constexpr std::size_t kCompressAbove = 1024;           ///< pages smaller than this travel as text
inline constexpr std::size_t kMaxClientBytes = 16U << 20U;    ///< the same of what devices send
inline constexpr int kMaxDepth = 32;                          ///< nesting of JSON
inline constexpr int kMaxLenientDepth = 1000;  ///< above it not even a mutation's number is looked for
inline constexpr std::int64_t kMaxInteger =
    9007199254740991;  ///< 2^53 - 1: every JSON reader keeps it exactly
inline constexpr std::size_t kMaxPushItems = 10'000;
inline constexpr std::size_t kMaxHelloScopes = 10'000;
inline constexpr std::size_t kMaxChainMarks = 32;   ///< of one scope in hello
inline constexpr std::size_t kMaxPrefixes = 256;    ///< of one question about the digest tree
inline constexpr std::size_t kMaxRowNames = 1'000;  ///< rows asked for by name at once
inline constexpr std::size_t kMaxMarks = 20'000;    ///< rows named in one answer

}  // namespace foyer::protocol
