// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/uuid.hpp"

/// Canonical JSON text, appended piece by piece: no white space, shortest escapes, everything above ASCII as
/// it is.
namespace foyer::protocol::out {

void text(std::string& out, std::string_view utf8);
void integer(std::string& out, std::int64_t value);
void integer(std::string& out, std::uint64_t value);
void uuid(std::string& out, const Uuid& id);
inline void boolean(std::string& out, bool value) { out += value ? "true" : "false"; }
/// `"name":`, with a comma before it unless the object was just opened.
void key(std::string& out, std::string_view name);

}  // namespace foyer::protocol::out
