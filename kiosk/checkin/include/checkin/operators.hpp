// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::kiosk {

enum class Level : std::uint8_t { steward, supervisor };

/// Somebody who may unlock functions of the kiosk with a PIN.
struct Operator {
  Uuid account;
  std::string name;
  Level level = Level::steward;
  std::string verifier;  ///< Argon2id of the PIN
};

/// The PINs of a gate and who has unlocked it. Guessing is slow by the hash and stops by a lock: five wrong
/// PINs in a row lock for five minutes.
class Operators {
 public:
  static constexpr int kMostGuesses = 5;
  static constexpr std::int64_t kLockMs = 300'000;

  void setAll(std::vector<Operator> all);
  const std::vector<Operator>& all() const { return m_all; }

  /// Milliseconds of `steadyMs` until which no PIN is taken; nothing when it may be tried.
  std::optional<std::int64_t> lockedUntil(std::int64_t steadyMs) const;
  /// Compares with every PIN; slow, so run it on a copy of `all()` away from the screen's thread.
  static std::optional<Operator> match(const std::vector<Operator>& all, std::string_view pin);
  /// Takes note of the outcome of match.
  void answered(const std::optional<Operator>& who, std::int64_t steadyMs);
  void lock() { m_current.reset(); }
  const std::optional<Operator>& current() const { return m_current; }

  /// Names may be searched by a supervisor, or by everybody where no PIN was ever given out.
  bool maySearchNames() const {
    return m_all.empty() || (m_current && m_current->level == Level::supervisor);
  }

 private:
  std::vector<Operator> m_all;
  std::optional<Operator> m_current;
  int m_wrong = 0;
  std::int64_t m_lockedUntil = 0;
};

}  // namespace foyer::kiosk
