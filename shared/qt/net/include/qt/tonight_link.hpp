// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <memory>

class QUdpSocket;

namespace foyer::qt {

/// Says one packet to every tablet on the local network, again and again, and hears theirs. No server, no
/// names: who can't read a packet drops it. One thread.
class TonightLink : public QObject {
  Q_OBJECT

 public:
  static constexpr quint16 kPort = 9017;
  static constexpr int kEveryMs = 2'000;
  static constexpr int kMostBytes = 1'400;  ///< what passes a network in one piece

  explicit TonightLink(quint16 port = kPort, QObject* parent = nullptr);
  ~TonightLink() override;

  /// False: the port can't be used, so nothing is heard or said.
  bool open() const { return m_open; }
  /// From now on this; empty says nothing. A new packet is said at once.
  void say(const QByteArray& packet);

 signals:
  void heard(const QByteArray& packet);

 private:
  void send();
  void receive();

  std::unique_ptr<QUdpSocket> m_socket;
  QTimer m_again;
  QByteArray m_packet;
  quint16 m_port;
  bool m_open = false;
};

}  // namespace foyer::qt
