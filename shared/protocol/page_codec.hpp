// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json_cursor.hpp"
#include "protocol/codec.hpp"

namespace foyer::protocol {

/// Columns of every row before its fields.
inline constexpr std::string_view kRowColumns[] = {"id", "version", "state", "created", "updated"};

Frame encodePage(const Page& page);
/// Reads header and rows. Rows go to the sink if there is one. Throws Malformed; an Error of the sink is the
/// result.
Result<ServerMessage> readPage(JsonCursor& in, PageSink* sink);

}  // namespace foyer::protocol
