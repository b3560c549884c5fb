// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkin/checkin.hpp"
#include "screen/kiosk_view.hpp"
#include "world.hpp"

/// A kiosk in memory on Saturday 14 June 2025 in Sète: roster, keys and events as in the drawings.
namespace stage_set {

using namespace foyer;
using namespace foyer::attendance;
using namespace foyer::kiosk;

inline std::int64_t june(int day, int hour, int minute) {
  return world::paris().utcOf(parseDay("2025-06-01").value() + std::chrono::days(day - 1),
                              hour * 60 + minute);
}

struct Kept : EventSink {
  bool full = false;
  void commit(const SignedEvent&, std::function<void(Result<void>)> done) override {
    done(full ? Result<void>(Code::internal, "No space left on the device.") : Result<void>());
  }
};

struct StageSet {
  ManualClock clock{june(14, 6, 38)};
  Gate gate;
  EventMaker maker;
  Kept sink;
  Checkin checkin{gate, maker, sink, clock};
  KioskView view{checkin, maker, clock};

  explicit StageSet(const std::string& gateName)
      : maker({world::id(9), world::keyPair(9).secretKey, gateName, 0}, clock) {
    gate.rules.project = world::kProject;
    gate.rules.zone = world::paris();
    gate.setKey({7, world::kProject, world::keyPair().publicKey, {}});
    add(1, "Inès Carpentier", "FRF0042PAR", "Silhouette · Scène du bal", june(14, 6, 45));
    add(2, "Noé Lemaire", "FRM0107SET", "Figurant", june(14, 9, 0));
    add(3, "Milan Berthier", "FRM0311MON", "Figurant", {});
    add(4, "Inès Cardoso-Delacroix de Villeneuve", "PTF0001LIS", "Doublure", june(14, 7, 30));
    add(5, "Inaya Carré", "FRF0500LYO", "Costumes", {});
    RosterEntry noe = *gate.person(world::id(2));
    noe.minor = true;
    noe.fromMinute = 540;
    noe.toMinute = 1080;
    gate.setPerson(noe);
    gate.setRevocation(world::id(3), 1, june(12, 10, 0));
    for (std::uint8_t i = 0; i < 64; ++i) {
      Event e = world::pass(june(14, 6, 0), 8, i + 1U, Direction::in);
      e.subject = world::id(static_cast<std::uint8_t>(100 + i));
      gate.addEvent(e);
    }
    checkin.loaded();
    view.setSite({"Les Marées", "Port de Sète", 12});
    view.setSync("off", 37);
    view.setEnrolled(true);
    view.setLoaded();
  }

  void add(std::uint8_t n, std::string name, std::string code, std::string role,
           std::optional<std::int64_t> call) {
    RosterEntry p = world::person(n, std::move(name), std::move(code));
    p.role = std::move(role);
    p.callMs = call;
    gate.setPerson(p);
  }
  void at(int hour, int minute) { clock.advance(june(14, hour, minute) - clock.wallMs()); }
  static std::string badge(std::uint8_t n) {
    Badge b = world::badgeFor(n);
    b.validFromMin = static_cast<std::uint32_t>(june(1, 0, 0) / 60'000);
    b.validToMin = static_cast<std::uint32_t>(june(30, 0, 0) / 60'000);
    return issueBadge(b, world::keyPair().secretKey);
  }
};

}  // namespace stage_set
