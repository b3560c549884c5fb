// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "json_cursor.hpp"
#include "protocol/messages.hpp"

namespace foyer::protocol {

void appendToken(std::string& out, const PageToken& token);
PageToken readToken(JsonCursor& in);

/// Value of the first line's "t". Throws Malformed when there is none.
std::string messageType(std::string_view text);

}  // namespace foyer::protocol
