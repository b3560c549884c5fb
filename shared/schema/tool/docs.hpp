// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

namespace foyer::schema {

/// The reference of all collections, in Markdown.
void writeDocs(std::ostream& out);

}  // namespace foyer::schema
