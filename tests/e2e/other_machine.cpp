// SPDX-License-Identifier: GPL-3.0-or-later
#include "other_machine.hpp"

#include <unistd.h>

#include <QProcess>

namespace foyer::test {
namespace {

// Packets for an address nobody has are dropped by whoever gets them.
const QString kNobody = QStringLiteral("02:00:00:00:00:99");

}  // namespace

OtherMachine::OtherMachine()
    : m_name(QStringLiteral("foyer%1").arg(::getpid())),
      m_net(QStringLiteral("10.%1.%2.").arg(64 + ::getpid() / 250 % 120).arg(::getpid() % 250)),
      m_cable(QStringLiteral("fy%1").arg(::getpid())),
      m_hostMac(QStringLiteral("02:00:00:00:00:01")),
      m_guestMac(QStringLiteral("02:00:00:00:00:02")) {
  if (!ip({"netns", "add", m_name})) return;
  m_made = ip({"link", "add", m_cable, "address", m_hostMac, "type", "veth", "peer", "name", "eth0",
               "address", m_guestMac, "netns", m_name}) &&
           ip({"addr", "add", m_net + "1/30", "dev", m_cable}) && ip({"link", "set", m_cable, "up"}) &&
           ip({"-n", m_name, "addr", "add", m_net + "2/30", "dev", "eth0"}) &&
           ip({"-n", m_name, "link", "set", "eth0", "up"}) && ip({"-n", m_name, "link", "set", "lo", "up"});
  if (m_made) heal();
}

OtherMachine::~OtherMachine() {
  ip({"link", "del", m_cable});
  ip({"netns", "del", m_name});
}

QString OtherMachine::hostAddress() const { return m_net + QLatin1Char('1'); }

bool OtherMachine::ip(const QStringList& arguments) const {
  QProcess process;
  process.start("ip", arguments);
  return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit &&
         process.exitCode() == 0;
}

void OtherMachine::setNeighbours(bool here, bool there) {
  ip({"neigh", "replace", m_net + "2", "lladdr", here ? m_guestMac : kNobody, "dev", m_cable, "nud",
      "permanent"});
  ip({"-n", m_name, "neigh", "replace", m_net + "1", "lladdr", there ? m_hostMac : kNobody, "dev", "eth0",
      "nud", "permanent"});
}

void OtherMachine::cut(Direction direction) {
  setNeighbours(direction == Direction::toServer, direction == Direction::fromServer);
}

void OtherMachine::heal() { setNeighbours(true, true); }

}  // namespace foyer::test
