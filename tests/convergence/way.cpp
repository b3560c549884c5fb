// SPDX-License-Identifier: GPL-3.0-or-later
#include "way.hpp"

#include <algorithm>
#include <utility>

namespace foyer::test {
namespace {

constexpr int kRoom = 60;                    ///< messages that may wait on a connection
constexpr int kSlowRoom = 1;                 ///< on one that can't keep up
constexpr std::int64_t kGivesUpMs = 10'000;  ///< opening a connection to nowhere

}  // namespace

bool Connection::put(std::shared_ptr<const std::string> bytes, bool binary, bool answer) {
  if (!m_session) return false;
  if (!answer && m_waitingDown >= (m_way.m_slow ? kSlowRoom : kRoom)) return false;
  ++m_waitingDown;
  const protocol::Frame frame{*bytes, binary};
  auto self = shared_from_this();
  Way& way = m_way;
  if (way.mishap(self, Way::down, frame)) return true;
  way.travel(self, Way::down, [&way, self, frame] { way.arriveDown(self, frame); });
  return true;
}

void Connection::hangUp() {
  m_session.reset();
  auto self = shared_from_this();
  Way& way = m_way;
  way.travel(self, Way::down, [&way, self] { way.endAtDevice(self, "the server hung up"); });
}

Way::Way(Parts parts, DeviceEnd& end)
    : m_parts(parts), m_end(end), m_dice(parts.plan.seed, 100 + static_cast<std::uint64_t>(parts.device)) {
  m_latency = m_dice.chance(20) ? m_dice.between(200, 2'000) : m_dice.between(2, 80);
}

void Way::travel(const Link& link, Direction direction, std::function<void()> arrive) {
  ++m_onTheWay;
  const auto land = [this, link, direction, arrive = std::move(arrive)] {
    auto finish = [this, arrive] {
      --m_onTheWay;
      arrive();
    };
    if (m_blocked[direction]) {
      m_stalled[direction].push_back(std::move(finish));
    } else {
      finish();
    }
  };
  const std::int64_t delay =
      m_latency + link->m_dice.below(m_latency + 1) + (m_slow ? link->m_dice.below(3'000) : 0);
  std::int64_t at = m_parts.time.now() + delay;
  std::int64_t& last = direction == up ? link->m_lastUp : link->m_lastDown;
  if (link->m_live) at = last = std::max(last, at);
  m_parts.time.in(at - m_parts.time.now(), actor(link), land);
}

void Way::open(bool live) {
  ++m_links;
  auto link = std::make_shared<Connection>(
      *this, m_links, live,
      Dice(m_parts.plan.seed, static_cast<std::uint64_t>(1'000'000 * (m_parts.device + 1) + m_links)));
  m_link = link;
  const int server = m_parts.server.someProcess();
  const bool reachable = server >= 0 && !blocked();
  const std::int64_t takes = blocked() ? kGivesUpMs : 3 * m_latency;
  m_parts.time.in(takes, actor(), [this, link, server, reachable] {
    if (m_link != link || !link->m_openAtDevice) return;
    bool accepted = false;
    if (reachable) {
      link->m_server = server;
      m_parts.server.inside(server, [&](ServerProcess& p) {
        link->m_session = p.accept(m_parts.who, link->m_live, link);
        accepted = true;
      });
    }
    if (accepted) {
      m_parts.trace.say(name(), [&] {
        return "connection " + std::to_string(link->m_number) + " to s" + std::to_string(server);
      });
      m_end.opened();
    } else {
      m_link.reset();
      m_end.failed({Code::unreachable, {}, "no way to the server"});
    }
  });
}

void Way::send(const protocol::Frame& frame) {
  const Link link = m_link;
  if (!link) return;
  ++m_messages;
  if (mishap(link, up, frame)) return;
  travel(link, up, [this, link, frame] { arriveUp(link, frame); });
}

void Way::close(bool silently) {
  const Link link = std::exchange(m_link, nullptr);
  if (!link) return;
  link->m_openAtDevice = false;
  if (silently) {
    m_parts.time.in(60'000, actor(link), [this, link] { endAtServer(link); });
  } else {
    travel(link, up, [this, link] { endAtServer(link); });
  }
}

void Way::arriveUp(const Link& link, const protocol::Frame& frame) {
  if (!link->m_session) return;
  m_parts.trace.mark(actor(), 2, frame.bytes);
  m_parts.server.inside(link->m_server, [&](ServerProcess&) { link->m_session->received(frame); });
}

void Way::arriveDown(const Link& link, const protocol::Frame& frame) {
  --link->m_waitingDown;
  if (link != m_link || !link->m_openAtDevice) return;
  m_parts.trace.mark(actor(), 3, frame.bytes);
  ++m_messages;
  m_end.arrived(frame);
}

bool Way::mishap(const Link& link, Direction direction, const protocol::Frame& frame) {
  if (m_healed) return false;
  const Plan& plan = m_parts.plan;
  if (direction == up && plan.has(Fault::straggler) && link->m_dice.chance(4)) {
    const int server = link->m_server;
    m_parts.time.in(link->m_dice.between(1, link->m_dice.chance(50) ? 10'000 : 3'600'000), actor(link),
                    [this, server, frame, who = m_parts.who] {
                      m_parts.trace.say(name(), [] { return std::string("a message arrives once more"); });
                      m_parts.server.inside(server, [&](ServerProcess& p) { p.straggler(who, frame); });
                    });
  }
  if (direction == down && plan.has(Fault::echo) && link->m_dice.chance(3)) {
    ++link->m_waitingDown;
    m_parts.time.in(
        link->m_dice.below(link->m_dice.chance(70) ? 50 : 20'000), actor(link), [this, link, frame] {
          m_parts.trace.say(name(), [] { return std::string("a message of the server arrives once more"); });
          travel(link, down, [this, link, frame] { arriveDown(link, frame); });
        });
  }
  if (plan.has(Fault::cut) && link->m_dice.below(200) == 0 && !frame.bytes.empty()) {
    protocol::Frame part = frame;
    part.bytes.resize(
        static_cast<std::size_t>(link->m_dice.below(static_cast<std::int64_t>(frame.bytes.size()))));
    m_parts.trace.say(name(), [] { return std::string("a message is cut"); });
    travel(link, direction, [this, link, direction, part] {
      direction == up ? arriveUp(link, part) : arriveDown(link, part);
      breakLink(link, "cut in the middle of a message");
    });
    return true;
  }
  if (plan.has(Fault::loss) && link->m_dice.below(100) == 0) {
    m_parts.trace.say(name(),
                      [&] { return std::string("a message is lost, ") + (direction == up ? "up" : "down"); });
    if (direction == down) --link->m_waitingDown;
    // Mostly somebody notices; sometimes only the time-outs do.
    if (link->m_dice.chance(70)) {
      m_parts.time.in(link->m_dice.between(1, 5'000), actor(link),
                      [this, link] { breakLink(link, "message lost"); });
    } else if (link->m_live) {
      // Nothing after it arrives either.
      m_parts.time.in(0, actor(link), [this, link] {
        if (link->m_session) endAtServer(link);
      });
    }
    return true;
  }
  return false;
}

void Way::breakLink(const Link& link, const char* why) {
  endAtServer(link);
  endAtDevice(link, why);
}

void Way::endAtServer(const Link& link) {
  const auto session = std::exchange(link->m_session, nullptr);
  if (!session) return;
  m_parts.server.inside(link->m_server, [&](ServerProcess&) { session->closed(); });
}

void Way::endAtDevice(const Link& link, const char* why) {
  if (link != m_link || !link->m_openAtDevice) return;
  link->m_openAtDevice = false;
  m_link.reset();
  m_end.failed({Code::unreachable, {}, why});
}

void Way::block(bool upToo, bool downToo) {
  m_blocked[up] = upToo;
  m_blocked[down] = downToo;
  for (const Direction direction : {up, down}) {
    if (m_blocked[direction]) continue;
    for (auto& arrive : m_stalled[direction]) m_parts.time.in(m_latency, actor(), std::move(arrive));
    m_stalled[direction].clear();
  }
}

void Way::heal() {
  m_healed = true;
  m_slow = false;
  block(false, false);
}

}  // namespace foyer::test
