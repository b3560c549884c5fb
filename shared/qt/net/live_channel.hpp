// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWebSocket>

#include "qt/auth_client.hpp"
#include "qt/sync_channel.hpp"

namespace foyer::qt {

/// The sync conversation over one WebSocket on /api/v1/sync/live.
class LiveChannel final : public SyncChannel {
  Q_OBJECT

 public:
  LiveChannel(AuthClient& auth, QObject* parent = nullptr);
  ~LiveChannel() override;
  void open() override;
  void send(const protocol::ClientMessage& message) override;
  void close() override;
  bool live() const override { return true; }

 private:
  void connectSocket(const QString& token);
  void ended(const Error& why);

  AuthClient& m_auth;
  QPointer<QWebSocket> m_socket;
  bool m_sending = false;
  quint64 m_attempt = 0;  ///< answers of earlier attempts are ignored
};

}  // namespace foyer::qt
