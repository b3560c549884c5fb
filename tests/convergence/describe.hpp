// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "protocol/codec.hpp"
#include "store/store.hpp"

namespace foyer::test {

/// Messages and edits in lines that a person can read, for the trace.
std::string describe(const protocol::ClientMessage& message);
std::string describe(const protocol::Frame& fromServer);
std::string describe(const store::Edit& edit);

}  // namespace foyer::test
