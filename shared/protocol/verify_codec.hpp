// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "json_cursor.hpp"
#include "protocol/verify.hpp"

/// The messages that search and repair a difference. Readers throw Malformed.
namespace foyer::protocol {

void write(std::string& out, const SumsRequest& request);
void write(std::string& out, const MarksRequest& request);
void write(std::string& out, const RowsRequest& request);
void write(std::string& out, const Sums& sums);
void write(std::string& out, const Marks& marks);

SumsRequest readSumsRequest(JsonCursor& in);
MarksRequest readMarksRequest(JsonCursor& in);
RowsRequest readRowsRequest(JsonCursor& in);
Sums readSums(JsonCursor& in);
Marks readMarks(JsonCursor& in);

/// A schema level: 1 or above.
int readLevel(JsonCursor& in);

}  // namespace foyer::protocol
