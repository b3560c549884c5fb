// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foyer::test {

/// While it lives, what runs on this thread is a program of this schema level: it asks for, and writes,
/// nothing later.
class AtLevel {
 public:
  explicit AtLevel(int level);
  ~AtLevel();
  AtLevel(const AtLevel&) = delete;
  AtLevel& operator=(const AtLevel&) = delete;

 private:
  int m_before;
};

}  // namespace foyer::test
