// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_client.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QTimer>

namespace foyer::bench {

void sleepUntil(const std::function<bool()>& done, qint64 limitMs, const char* who) {
  QTimer tick;  // so that the limit is looked at
  tick.start(1'000);
  QElapsedTimer time;
  time.start();
  while (!done()) {
    // With a time limit of its own, processEvents() does not wait for events.
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (time.elapsed() > limitMs) throw std::runtime_error(std::string(who) + " did not get that far");
  }
}

LiveClient::LiveClient(BenchDevice& device, Got got) : m_device(device), m_got(std::move(got)) {
  QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this] {
    protocol::Hello hello;
    hello.device = m_device.driver->identity().device;
    send(hello);
  });
  QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray& bytes) {
    m_got({bytes, true});
  });
  QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString& text) {
    m_got({text.toUtf8(), false});
  });
}

void LiveClient::open() {
  QUrl url = m_device.driver->server();
  url.setScheme(QStringLiteral("ws"));
  url.setPath(QStringLiteral("/api/v1/sync/live"));
  QNetworkRequest request(url);
  request.setRawHeader("Authorization", "Bearer " + m_device.token().toUtf8());
  m_socket.open(request);
}

void LiveClient::send(const protocol::ClientMessage& message) {
  const auto frame = protocol::encode(message);
  if (frame.binary) {
    m_socket.sendBinaryMessage(QByteArray::fromStdString(frame.bytes));
  } else {
    m_socket.sendTextMessage(QString::fromStdString(frame.bytes));
  }
}

protocol::ServerMessage LiveClient::Frame::message() const {
  const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  auto decoded = protocol::decodeServer(all, binary);
  if (!decoded) throw std::runtime_error(decoded.error().message);
  return std::move(decoded).value();
}

}  // namespace foyer::bench
