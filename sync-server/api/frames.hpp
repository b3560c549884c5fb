// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "protocol/codec.hpp"
#include "protocol/transport.hpp"
#include "server/db/principal.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server::api {

inline constexpr std::string_view kJson = protocol::kTextType;
inline constexpr std::string_view kFrame = protocol::kBinaryType;

/// What one message comes to, encoded. A page goes from the database to the wire without records in between.
struct Answer {
  std::optional<protocol::Frame> frame;  ///< none: the message has no answer
  int status = 200;                      ///< of the same answer over HTTP
  std::optional<std::int64_t> caughtUp;  ///< a pull that ended: complete up to this version
};

Answer answerTo(SyncService& service, const Principal& who, protocol::ClientMessage message);
Answer problem(std::optional<Uuid> scope, const Error& error);

}  // namespace foyer::server::api
