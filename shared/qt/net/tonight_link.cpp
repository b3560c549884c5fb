// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/tonight_link.hpp"

#include <QNetworkInterface>
#include <QSet>
#include <QUdpSocket>

namespace foyer::qt {

TonightLink::TonightLink(quint16 port, QObject* parent)
    : QObject(parent), m_socket(std::make_unique<QUdpSocket>()), m_port(port) {
  m_open = m_socket->bind(QHostAddress(QHostAddress::AnyIPv4), port,
                          QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
  connect(m_socket.get(), &QUdpSocket::readyRead, this, &TonightLink::receive);
  connect(&m_again, &QTimer::timeout, this, &TonightLink::send);
  m_again.setInterval(kEveryMs);
}

TonightLink::~TonightLink() = default;

void TonightLink::say(const QByteArray& packet) {
  if (packet == m_packet) return;
  m_packet = packet;
  if (m_packet.isEmpty() || !m_open) return m_again.stop();
  send();
  m_again.start();
}

void TonightLink::send() {
  if (m_packet.size() > kMostBytes) return;  // too many voters for the air: the code still holds them
  QSet<QHostAddress> everybody;
  for (const QNetworkInterface& network : QNetworkInterface::allInterfaces()) {
    if (!network.flags().testFlag(QNetworkInterface::IsRunning)) continue;
    for (const QNetworkAddressEntry& entry : network.addressEntries()) {
      if (entry.ip().protocol() != QAbstractSocket::IPv4Protocol) continue;
      const quint32 own = entry.ip().toIPv4Address();
      const quint32 mask = entry.netmask().toIPv4Address();
      everybody.insert(QHostAddress(own | ~mask));
    }
  }
  for (const QHostAddress& address : everybody) m_socket->writeDatagram(m_packet, address, m_port);
}

void TonightLink::receive() {
  while (m_socket->hasPendingDatagrams()) {
    QByteArray packet(static_cast<int>(std::min<qint64>(m_socket->pendingDatagramSize(), kMostBytes)), '\0');
    const qint64 size = m_socket->readDatagram(packet.data(), packet.size());
    if (size <= 0) continue;
    packet.truncate(size);
    if (packet != m_packet) emit heard(packet);
  }
}

}  // namespace foyer::qt
