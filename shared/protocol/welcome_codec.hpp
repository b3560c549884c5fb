// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "json_cursor.hpp"
#include "protocol/messages.hpp"

/// The server's answer to a hello. The reader throws Malformed.
namespace foyer::protocol {

void write(std::string& out, const Welcome& welcome);
Welcome readWelcome(JsonCursor& in);

}  // namespace foyer::protocol
