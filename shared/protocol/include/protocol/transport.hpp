// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Names that both ends of the wire must agree on; PROTOCOL.md section 2.
namespace foyer::protocol {

inline constexpr std::string_view kHelloPath = "/api/v1/sync/hello";
inline constexpr std::string_view kPushPath = "/api/v1/sync/push";
inline constexpr std::string_view kPullPath = "/api/v1/sync/pull";
inline constexpr std::string_view kVerifyPath = "/api/v1/sync/verify";
inline constexpr std::string_view kLivePath = "/api/v1/sync/live";

inline constexpr std::string_view kTextType = "application/json";    ///< a Frame that is not binary
inline constexpr std::string_view kBinaryType = "application/zstd";  ///< a binary Frame

}  // namespace foyer::protocol
