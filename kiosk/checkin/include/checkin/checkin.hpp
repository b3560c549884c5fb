// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attendance/verdict.hpp"
#include "base/result.hpp"
#include "checkin/event_maker.hpp"
#include "checkin/operators.hpp"
#include "checkin/presence.hpp"
#include "checkin/roster_search.hpp"

namespace foyer::kiosk {

/// Where events go. `done` comes later, on the screen's thread, when the event is on disk or can't be.
class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void commit(const SignedEvent& event, std::function<void(Result<void>)> done) = 0;
};

/// How long things stay, in milliseconds. The reasons are people: read, react, get out of the way.
struct Timings {
  std::int64_t verdict = 4'000;     ///< read a name and walk on
  std::int64_t attention = 12'000;  ///< attention and refused: somebody has to come
  std::int64_t undo = 10'000;       ///< after the scan
  std::int64_t search = 20'000;     ///< without a touch
  std::int64_t undone = 4'000;      ///< the word that something was taken back
};

enum class Stage : std::uint8_t {
  idle,
  saving,  ///< a verdict is known, its event is on the way to the disk; the screen still shows what it showed
  verdict,
  search,
};

/// What a verdict page shows: copies, so that it stays right when the roster changes below it.
struct Card {
  attendance::Verdict verdict;  ///< its `person` is not to be used here
  std::string name, code, initials, role, note;
  std::optional<std::int64_t> callMs;
  std::int64_t atMs = 0;  ///< corrected time of the scan
  Uuid event;
  bool undoable = false;
};

/// The kiosk as one state machine: inputs are functions, output is `screen()` and a call of the listener
/// after each change. No threads, no timers, no Qt: the owner calls tick() when `nextWakeMs()` has come.
/// Time-outs use the monotonic clock.
class Checkin {
 public:
  struct Screen {
    Stage stage = Stage::idle;
    Stage under = Stage::idle;     ///< while saving: what stays on the screen
    std::optional<Card> card;      ///< verdict; on idle: what the undo strip is about
    std::int64_t undoUntil = 0;    ///< monotonic; 0 = nothing to undo
    std::int64_t undoneUntil = 0;  ///< monotonic; a scan was just taken back
    std::optional<Error> trouble;  ///< the last scan could not be kept
    std::size_t present = 0;
  };
  /// What was decided for one code, for logs and measurements.
  using Decided = std::function<void(const Card& card, const SignedEvent& event, const Result<void>& kept)>;

  Checkin(attendance::Gate& gate, EventMaker& maker, EventSink& sink, const Clock& clock,
          Timings timings = {});

  // ---- inputs
  void scanned(std::string text);
  void openSearch();
  void closeSearch();
  /// Somebody touches the search page, or decides about somebody let through with attention: it stays.
  void touched();
  /// Somebody picked a person in the search; `reason` says why it was done by hand.
  void choose(const Uuid& person, attendance::Intent intent, std::string reason);
  /// Takes the last counted scan back, while that is offered; after what waits to be saved.
  void undo();
  /// A tap on a verdict that waits for one.
  void dismiss();
  void tick();
  /// Rows of the gate changed below: people, or events of other gates.
  void personChanged(const attendance::RosterEntry& entry);
  void personGone(const Uuid& id);
  void eventArrived(const attendance::Event& event);
  /// The rules changed, or a new shoot day began: who is present is counted anew.
  void dayChanged();
  /// After the gate was filled at the start.
  void loaded();

  // ---- outputs
  const Screen& screen() const { return m_screen; }
  std::optional<std::int64_t> nextWakeMs() const;
  void onChange(std::function<void()> listener) { m_listener = std::move(listener); }
  void onDecided(Decided listener) { m_decided = std::move(listener); }
  std::vector<const attendance::RosterEntry*> find(std::string_view typed, std::size_t limit = 5) const;
  Operators& operators() { return m_operators; }
  attendance::Gate& gate() { return m_gate; }
  /// Nothing on the way to the disk and nothing waiting for it.
  bool quiet() const { return !m_saving && m_waiting.empty(); }

 private:
  static constexpr std::size_t kMostWaiting = 64;

  void decide(const std::string& text);
  void record(attendance::Verdict verdict, const EventMaker::Extra& extra);
  void kept(const SignedEvent& event, Card card, const Result<void>& outcome);
  void undone(const SignedEvent& event, const Result<void>& outcome);
  void show(Card card);
  void goIdle();
  void takeNext();
  void changed();
  Card cardOf(const attendance::Verdict& verdict, const SignedEvent& event) const;

  attendance::Gate& m_gate;
  EventMaker& m_maker;
  EventSink& m_sink;
  const Clock& m_clock;
  Timings m_timings;
  Screen m_screen;
  RosterSearch m_search;
  Presence m_presence;
  Operators m_operators;
  std::optional<attendance::Event> m_undoTarget;
  std::deque<std::optional<std::string>> m_waiting;  ///< codes, and undo where there is none
  bool m_saving = false;
  std::int64_t m_until = 0;  ///< monotonic end of the verdict or of the search
  std::function<void()> m_listener;
  Decided m_decided;
};

}  // namespace foyer::kiosk
