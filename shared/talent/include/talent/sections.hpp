// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/types.hpp"

namespace foyer::talent {

/// The nine steps of the form, 1 to 9.
inline constexpr int kSections = 9;

/// The section that shows a field of talent_profiles; 0 for what belongs to the profile as a whole.
int sectionOf(const schema::Field& field);

}  // namespace foyer::talent
