// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "json_cursor.hpp"
#include "model/mutation.hpp"
#include "protocol/messages.hpp"

namespace foyer::protocol {

void appendMutation(std::string& out, const model::Mutation& mutation);
/// Throws Malformed for a wrong shape; limits of fields are not looked at.
model::Mutation readMutation(JsonCursor& cursor);
/// One element of a push: the mutation, or what is wrong with it alone. Throws Malformed when not even its
/// number can be read.
PushItem readPushItem(JsonCursor& cursor);

}  // namespace foyer::protocol
