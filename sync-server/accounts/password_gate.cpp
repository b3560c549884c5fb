// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "server/accounts/passwords.hpp"

namespace foyer::server {

/// A place among those that may hash, given back at the end.
class PasswordGate::Turn {
 public:
  explicit Turn(PasswordGate& gate) : m_gate(gate) {}
  ~Turn() { m_gate.leave(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PasswordGate& m_gate;
};

Result<void> PasswordGate::enter() {
  std::unique_lock lock(m_mutex);
  if (m_running < m_options.parallelPasswords) return ++m_running, Result<void>();
  if (m_waiting >= m_options.waitingPasswords)
    return {Code::busy, "Many people sign in right now. Try again shortly."};
  ++m_waiting;
  const bool free = m_free.wait_for(lock, std::chrono::milliseconds(m_options.passwordWaitMs),
                                    [this] { return m_running < m_options.parallelPasswords; });
  --m_waiting;
  if (!free) return {Code::busy, "Many people sign in right now. Try again shortly."};
  ++m_running;
  return {};
}

void PasswordGate::leave() {
  {
    const std::lock_guard lock(m_mutex);
    --m_running;
  }
  m_free.notify_one();
}

const std::string& PasswordGate::anyHash() {
  std::call_once(m_once, [this] {
    const auto made = crypto::hashPassword("nobody has this password", m_options.passwordCost);
    if (made) m_anyHash = *made;
  });
  return m_anyHash;
}

Result<std::string> PasswordGate::hash(std::string_view password) {
  if (auto entered = enter(); !entered) return entered.error();
  const Turn turn(*this);
  return crypto::hashPassword(password, m_options.passwordCost);
}

Result<bool> PasswordGate::verify(const std::optional<std::string>& hash, std::string_view password) {
  if (auto entered = enter(); !entered) return entered.error();
  const Turn turn(*this);
  const bool right = crypto::verifyPassword(hash ? *hash : anyHash(), password);
  return right && hash.has_value();
}

bool PasswordGate::needsRehash(std::string_view hash) const {
  return crypto::needsRehash(hash, m_options.passwordCost);
}

}  // namespace foyer::server
