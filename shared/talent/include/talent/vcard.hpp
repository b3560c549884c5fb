// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/record.hpp"

namespace foyer::talent {

/// A contact card (vCard 4.0, RFC 6350) of a profile: names, how to reach the person, city and website. A
/// minor's card names the guardian's phone instead of the child's, and no e-mail. `code` may be provisional;
/// `country` is the name of the country of residence in the reader's language.
std::string vcardOf(const model::Record& profile, std::string_view code, std::string_view country,
                    bool minor);

}  // namespace foyer::talent
