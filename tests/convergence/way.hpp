// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "dice.hpp"
#include "sim_server.hpp"

namespace foyer::test {

class Way;

/// One connection between a device and a process of the server. The ends don't know of each other: what one
/// does reaches the other later, or never.
class Connection final : public Outgoing, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Way& way, int number, bool live, Dice dice)
      : m_way(way), m_number(number), m_live(live), m_dice(dice) {}
  bool put(std::shared_ptr<const std::string> bytes, bool binary, bool answer) override;
  void hangUp() override;

 private:
  friend class Way;
  Way& m_way;
  int m_number;
  bool m_live;
  Dice m_dice;  ///< its own: several connections of a device may still be ending, in no certain order
  int m_server = -1;
  std::shared_ptr<ServerSession> m_session;  ///< none before it got there, and after it ended there
  bool m_openAtDevice = true;
  std::int64_t m_lastUp = 0;  ///< when the latest message arrives: a live connection keeps its order
  std::int64_t m_lastDown = 0;
  int m_waitingDown = 0;
};

/// Where the device hears of its connection.
class DeviceEnd {
 public:
  virtual ~DeviceEnd() = default;
  virtual void opened() = 0;
  virtual void failed(const Error& why) = 0;
  virtual void arrived(const protocol::Frame& frame) = 0;
};

/// One device's way to the server and back: delay, order, loss, partitions. Everything takes time.
class Way {
 public:
  struct Parts {
    Timeline& time;
    SimServer& server;
    const Plan& plan;
    Trace& trace;
    int device;
    server::Principal who;
  };
  Way(Parts parts, DeviceEnd& end);

  // ---- the device's side
  void signIn(const server::Principal& who) { m_parts.who = who; }
  void open(bool live);
  void send(const protocol::Frame& frame);
  /// `silently`: the other end is not told, as when the power goes.
  void close(bool silently = false);

  // ---- faults
  void block(bool up, bool down);
  void setSlow(bool slow) { m_slow = slow; }
  /// Nothing is lost any more, nothing is blocked.
  void heal();
  bool blocked() const { return m_blocked[0] || m_blocked[1]; }
  /// Nothing on the way.
  bool idle() const { return m_onTheWay == 0; }
  std::uint64_t messages() const { return m_messages; }

 private:
  friend class Connection;
  using Link = std::shared_ptr<Connection>;
  enum Direction : int { up = 0, down = 1 };

  void travel(const Link& link, Direction direction, std::function<void()> arrive);
  void arriveUp(const Link& link, const protocol::Frame& frame);
  void arriveDown(const Link& link, const protocol::Frame& frame);
  /// What happens to a message on the way. True: it doesn't arrive as it is.
  bool mishap(const Link& link, Direction direction, const protocol::Frame& frame);
  void breakLink(const Link& link, const char* why);
  void endAtServer(const Link& link);
  void endAtDevice(const Link& link, const char* why);
  int actor() const { return m_parts.device; }
  /// Events of one connection have their own order, for the same reason.
  int actor(const Link& link) const { return 1'000'000 * (m_parts.device + 1) + link->m_number; }
  std::string name() const { return "d" + std::to_string(m_parts.device); }

  Parts m_parts;
  DeviceEnd& m_end;
  Dice m_dice;
  Link m_link;  ///< the device's present one
  int m_links = 0;
  std::int64_t m_latency = 20;
  bool m_blocked[2] = {false, false};
  std::deque<std::function<void()>> m_stalled[2];
  bool m_slow = false;
  bool m_healed = false;
  int m_onTheWay = 0;
  std::uint64_t m_messages = 0;
};

}  // namespace foyer::test
