// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace foyer::test {

/// How often a test does something: a long run asks for more than `otherwise` by setting this variable.
inline int timesOf(const char* variable, int otherwise) {
  bool set = false;
  const int given = qEnvironmentVariableIntValue(variable, &set);
  return set ? given : otherwise;
}

}  // namespace foyer::test
