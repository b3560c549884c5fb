// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_channel.hpp"

#include <QNetworkRequest>
#include <QTcpSocket>

namespace foyer::qt {

LiveChannel::LiveChannel(AuthClient& auth, QObject* parent) : SyncChannel(parent), m_auth(auth) {}

LiveChannel::~LiveChannel() { close(); }

void LiveChannel::open() {
  close();
  m_auth.accessToken([this, attempt = m_attempt](Result<QString> token) {
    if (attempt != m_attempt) return;
    if (token) {
      connectSocket(*token);
    } else {
      emit disconnected(token.error());
    }
  });
}

void LiveChannel::connectSocket(const QString& token) {
  QUrl url = m_auth.server();
  url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
  url.setPath(QStringLiteral("/api/v1/sync/live"));
  QNetworkRequest request(url);
  request.setRawHeader("Authorization", "Bearer " + token.toUtf8());

  auto* socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
  m_socket = socket;
  socket->setMaxAllowedIncomingMessageSize(kMaxMessageBytes);
  socket->setMaxAllowedIncomingFrameSize(kMaxMessageBytes);
  connect(socket, &QWebSocket::connected, this, &SyncChannel::connected);
  connect(socket, &QWebSocket::binaryMessageReceived, this,
          [this](const QByteArray& bytes) { take(bytes, true); });
  connect(socket, &QWebSocket::textMessageReceived, this,
          [this](const QString& text) { take(text.toUtf8(), false); });
  connect(socket, &QWebSocket::disconnected, this, [this, socket] {
    const QString reason = socket->closeReason();
    ended({Code::unreachable, {}, reason.isEmpty() ? "The connection ended." : reason.toStdString()});
  });
  connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
          [this, socket](QAbstractSocket::SocketError) {
            const QString text = socket->errorString();
            if (text.contains(QLatin1String("401"))) m_auth.tokenRefused();
            ended({Code::unreachable, {}, text.toStdString()});
          });
  socket->open(request);
}

/// Reports once per attempt, and never from inside send().
void LiveChannel::ended(const Error& why) {
  if (!m_socket) return;
  if (m_sending) {
    const auto later = [this, attempt = m_attempt, why] {
      if (attempt == m_attempt) ended(why);
    };
    QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
    return;
  }
  close();
  emit disconnected(why);
}

void LiveChannel::send(const protocol::ClientMessage& message) {
  if (!m_socket) return;
  const auto frame = protocol::encode(message);
  if (frame.binary) {
    m_socket->sendBinaryMessage(QByteArray::fromStdString(frame.bytes));
  } else {
    m_socket->sendTextMessage(QString::fromStdString(frame.bytes));
  }
  m_sending = true;
  m_socket->flush();  // a page may be stored before the event loop comes round
  m_sending = false;
}

void LiveChannel::close() {
  ++m_attempt;
  forgetFrames();
  if (!m_socket) return;
  m_socket->disconnect(this);
  m_socket->abort();
  m_socket->deleteLater();
  m_socket.clear();
}

}  // namespace foyer::qt
