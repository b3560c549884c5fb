// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace foyer::test {

/// A network namespace with one cable to this machine, which can be cut silently: packets are sent and never
/// arrive. Gone, with its cable, when the object goes. Needs root.
class OtherMachine {
 public:
  enum class Direction { toServer, fromServer, both };

  OtherMachine();
  ~OtherMachine();
  OtherMachine(const OtherMachine&) = delete;
  OtherMachine& operator=(const OtherMachine&) = delete;

  bool made() const { return m_made; }
  /// Runs a command over there.
  QStringList wrapper() const { return {"ip", "netns", "exec", m_name}; }
  QString hostAddress() const;  ///< of this machine, as seen from there
  void cut(Direction direction);
  void heal();

 private:
  bool ip(const QStringList& arguments) const;
  void setNeighbours(bool here, bool there);

  QString m_name, m_net, m_cable;
  QString m_hostMac, m_guestMac;
  bool m_made = false;
};

}  // namespace foyer::test
