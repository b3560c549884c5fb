// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "attendance/event.hpp"
#include "attendance/verdict.hpp"
#include "base/clock.hpp"
#include "crypto/sign.hpp"

namespace foyer::kiosk {

struct SignedEvent {
  attendance::Event event;
  crypto::Signature signature{};
};

/// Makes this device's events: numbers them, times them, signs them. One per device, on the screen's thread.
class EventMaker {
 public:
  struct Identity {
    Uuid device;
    crypto::SecretKey key;
    std::string gate;               ///< name of the entrance
    std::uint64_t lastCounter = 0;  ///< highest ever used by this device
  };

  EventMaker(Identity identity, const Clock& clock) : m_identity(std::move(identity)), m_clock(clock) {}

  /// Once the device knows who it is, and when its gate is named anew. The counter never goes back.
  void become(Identity identity) {
    identity.lastCounter = std::max(identity.lastCounter, m_identity.lastCounter);
    m_identity = std::move(identity);
  }
  const Identity& identity() const { return m_identity; }
  attendance::ClockFacts& clockFacts() { return m_facts; }
  const std::string& gateName() const { return m_identity.gate; }
  /// Now, as well as this device can tell.
  std::int64_t nowMs() const { return m_clock.wallMs() + m_facts.offsetMs.value_or(0); }

  struct Extra {
    attendance::Intent intent = attendance::Intent::automatic;
    std::string reason;
    std::string code;
    Uuid operatorId;
  };
  SignedEvent forVerdict(const attendance::Verdict& verdict, const attendance::Rules& rules,
                         const Extra& extra);
  SignedEvent undoOf(const attendance::Event& target, const attendance::Rules& rules, const Uuid& operatorId);

 private:
  attendance::Event blank(const attendance::Rules& rules);
  SignedEvent finish(attendance::Event event);

  Identity m_identity;
  const Clock& m_clock;
  attendance::ClockFacts m_facts;
};

}  // namespace foyer::kiosk
