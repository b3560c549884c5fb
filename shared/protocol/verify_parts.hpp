// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"
#include "json_cursor.hpp"

/// What the messages that search a difference have in common. Readers throw Malformed.
namespace foyer::protocol {

std::string hex(std::string_view raw);
/// Type and scope; the object stays open.
void appendStart(std::string& out, std::string_view type, const Uuid& scope);
void appendPrefixes(std::string& out, const std::vector<std::string>& prefixes);
void appendSnapshot(std::string& out, std::int64_t epoch, std::int64_t head);

/// At most `most` bytes, in hex.
std::string readPrefix(JsonCursor& in, std::size_t most);
/// Ascending and of one length.
std::vector<std::string> readPrefixes(JsonCursor& in, std::size_t most);

}  // namespace foyer::protocol
