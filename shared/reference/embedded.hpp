// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The files of assets/reference as they were when this was built.
namespace foyer::reference::embedded {

std::string_view countries();
std::string_view nationalities();
std::string_view cities();
std::string_view languages();
std::string_view talent_types();
std::string_view skills();

}  // namespace foyer::reference::embedded
