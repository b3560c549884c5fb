// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_request.hpp"

#include <QJsonDocument>
#include <QJsonObject>

namespace foyer::qt {
namespace {

/// A phone on a bad network needs some seconds for a TLS handshake and a small answer.
constexpr int kTransferTimeoutMs = 20'000;

Code codeOfStatus(int status) {
  if (status == 0) return Code::unreachable;
  if (status == 401) return Code::unauthenticated;
  if (status == 403) return Code::forbidden;
  if (status == 404) return Code::notFound;
  if (status == 409) return Code::conflict;
  if (status == 413) return Code::tooLarge;
  if (status == 429) return Code::rateLimited;
  if (status == 503) return Code::busy;
  if (status >= 500) return Code::internal;
  return Code::badRequest;
}

}  // namespace

QNetworkRequest jsonRequest(const QUrl& server, const QString& path, const QString& token) {
  QUrl url = server;
  const qsizetype query = path.indexOf(u'?');
  url.setPath(query < 0 ? path : path.left(query));
  if (query >= 0) url.setQuery(path.mid(query + 1));
  QNetworkRequest request(url);
  request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
  request.setTransferTimeout(kTransferTimeoutMs);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setDecompressedSafetyCheckThreshold(-1);
  if (!token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
  return request;
}

void capBody(QNetworkReply* reply, qint64 bytes) {
  const auto check = [reply, bytes] {
    const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > bytes || reply->bytesAvailable() > bytes) reply->abort();
  };
  QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, check);
  QObject::connect(reply, &QNetworkReply::readyRead, reply, check);
}

QByteArray bodyOf(QNetworkReply* reply) { return reply->isOpen() ? reply->readAll() : QByteArray(); }

Error errorOf(QNetworkReply* reply, const QByteArray& body) {
  const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const QJsonObject envelope = QJsonDocument::fromJson(body).object();
  const auto code = codeFromName(envelope.value(u"code").toString().toStdString());
  if (code)
    return {*code, envelope.value(u"field").toString().toStdString(),
            envelope.value(u"message").toString().toStdString()};
  if (reply->error() == QNetworkReply::OperationCanceledError ||
      reply->error() == QNetworkReply::TimeoutError)
    return {Code::timeout, {}, "The server did not answer in time."};
  return {codeOfStatus(status), {}, reply->errorString().toStdString()};
}

}  // namespace foyer::qt
