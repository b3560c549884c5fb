// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <set>

#include "qt/auth_client.hpp"
#include "qt/sync_channel.hpp"

namespace foyer::qt {

/// The sync conversation as single POSTs to /api/v1/sync/{hello,push,pull}: for background fetch and for
/// networks that cut WebSockets. The server can't speak unasked, so the engine polls.
class HttpChannel final : public SyncChannel {
  Q_OBJECT

 public:
  explicit HttpChannel(AuthClient& auth, QObject* parent = nullptr);
  ~HttpChannel() override;
  void open() override;
  void send(const protocol::ClientMessage& message) override;
  void close() override;
  bool live() const override { return false; }

 private:
  void post(const QString& path, const protocol::Frame& frame, const QString& token);
  void answered(QNetworkReply* reply);

  AuthClient& m_auth;
  QNetworkAccessManager m_network;
  std::set<QNetworkReply*> m_replies;
  quint64 m_attempt = 0;
};

}  // namespace foyer::qt
