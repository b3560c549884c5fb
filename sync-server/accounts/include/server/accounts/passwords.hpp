// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "server/accounts/account_options.hpp"

namespace foyer::server {

inline constexpr std::size_t kFewestPasswordCharacters = 15;
inline constexpr std::size_t kMostPasswordBytes = 1024;

/// Why a password may not be chosen: too short, or one that guessers try first. No rules of composition: a
/// sentence is welcome. `email` and `name` belong to the account and are no good passwords either.
std::optional<Error> passwordProblem(std::string_view password, std::string_view email = {},
                                     std::string_view name = {});

/// Hashing of passwords, a bounded number at a time: each takes a core and much memory. Thread-safe; blocks.
class PasswordGate {
 public:
  explicit PasswordGate(const AccountOptions& options) : m_options(options) {}
  /// `busy` when too many are at it.
  Result<std::string> hash(std::string_view password);
  /// Takes the same time whether there is a hash or not, so that nobody learns which accounts exist.
  Result<bool> verify(const std::optional<std::string>& hash, std::string_view password);
  bool needsRehash(std::string_view hash) const;

 private:
  class Turn;
  Result<void> enter();
  void leave();
  const std::string& anyHash();

  const AccountOptions& m_options;
  std::mutex m_mutex;
  std::condition_variable m_free;
  int m_running = 0;
  int m_waiting = 0;
  std::once_flag m_once;
  std::string m_anyHash;
};

}  // namespace foyer::server
