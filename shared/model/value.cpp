// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value.hpp"

#include <algorithm>

namespace foyer::model {

TextSet makeSet(std::vector<std::string> elements) {
  std::sort(elements.begin(), elements.end());
  elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
  return elements;
}

}  // namespace foyer::model
