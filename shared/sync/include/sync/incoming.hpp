// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "protocol/codec.hpp"

namespace foyer::sync {

/// A frame from the server, read: the part of receiving that needs neither store nor engine, so that a driver
/// may do it on another thread while the page before this one is stored.
struct Incoming {
  Result<protocol::ServerMessage> message = Error{};
  std::optional<Uuid> scope;  ///< of a page, also of one whose rows could not be read
};

/// Reads one frame and hashes a page's rows. `begun` is told of a page's header before its rows are read. Any
/// thread.
Incoming readFrame(const protocol::Frame& frame,
                   const std::function<void(const protocol::PageHeader&)>& begun);

}  // namespace foyer::sync
