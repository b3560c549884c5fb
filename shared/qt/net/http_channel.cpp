// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_channel.hpp"

#include "http_request.hpp"
#include "protocol/transport.hpp"

namespace foyer::qt {
namespace {

QLatin1String latin(std::string_view text) {
  return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

QString pathOf(const protocol::ClientMessage& message) {
  if (std::holds_alternative<protocol::Hello>(message)) return latin(protocol::kHelloPath);
  if (std::holds_alternative<protocol::Push>(message)) return latin(protocol::kPushPath);
  if (std::holds_alternative<protocol::Pull>(message)) return latin(protocol::kPullPath);
  const bool verifies = std::holds_alternative<protocol::SumsRequest>(message) ||
                        std::holds_alternative<protocol::MarksRequest>(message) ||
                        std::holds_alternative<protocol::RowsRequest>(message);
  return verifies ? latin(protocol::kVerifyPath) : QString();
}

}  // namespace

HttpChannel::HttpChannel(AuthClient& auth, QObject* parent) : SyncChannel(parent), m_auth(auth) {}

HttpChannel::~HttpChannel() { close(); }

void HttpChannel::open() {
  close();
  m_auth.accessToken([this, attempt = m_attempt](const Result<QString>& token) {
    if (attempt != m_attempt) return;
    if (token) {
      emit connected();
    } else {
      emit disconnected(token.error());
    }
  });
}

void HttpChannel::send(const protocol::ClientMessage& message) {
  const QString path = pathOf(message);
  if (path.isEmpty()) return;
  m_auth.accessToken(
      [this, attempt = m_attempt, path, frame = protocol::encode(message)](Result<QString> token) {
        if (attempt != m_attempt) return;
        if (token) {
          post(path, frame, *token);
        } else {
          close();
          emit disconnected(token.error());
        }
      });
}

void HttpChannel::post(const QString& path, const protocol::Frame& frame, const QString& token) {
  QNetworkRequest request = jsonRequest(m_auth.server(), path, token);
  if (frame.binary) request.setHeader(QNetworkRequest::ContentTypeHeader, latin(protocol::kBinaryType));
  auto* reply = m_network.post(request, QByteArray::fromStdString(frame.bytes));
  capBody(reply, kMaxMessageBytes);
  m_replies.insert(reply);
  connect(reply, &QNetworkReply::finished, this, [this, reply] { answered(reply); });
}

void HttpChannel::answered(QNetworkReply* reply) {
  m_replies.erase(reply);
  reply->deleteLater();
  const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const QByteArray body = bodyOf(reply);
  const bool binary =
      reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(latin(protocol::kBinaryType));
  if (status == 200) {
    take(body, binary);
    return;
  }
  if (status == 401) m_auth.tokenRefused();
  const Error why = errorOf(reply, body);
  close();
  emit disconnected(status == 401 ? Error{Code::unreachable, {}, why.message} : why);
}

void HttpChannel::close() {
  ++m_attempt;
  forgetFrames();
  for (auto* reply : std::exchange(m_replies, {})) {
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
  }
}

}  // namespace foyer::qt
