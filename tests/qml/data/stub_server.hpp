// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace foyer::test {

/// Answers requests with what a test says, in the test's own event loop; lets everybody in and knows nothing
/// of sync.
class StubServer {
 public:
  using Answer = std::function<QJsonObject(const QString& pathAndQuery)>;

  explicit StubServer(Answer answer) : m_answer(std::move(answer)) {
    if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no port");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
      QTcpSocket* socket = m_server.nextPendingConnection();
      QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
    });
  }
  QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
  /// Paths with their queries, without the sign-in and the sync.
  const QStringList& asked() const { return m_asked; }

 private:
  void read(QTcpSocket* socket) {
    QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    const qsizetype head = request.indexOf("\r\n\r\n");
    const qsizetype at = request.toLower().indexOf("content-length: ");
    const qsizetype body =
        at < 0 ? 0 : request.mid(at + 16, request.indexOf("\r\n", at) - at - 16).toLongLong();
    socket->setProperty("request", request);
    if (head < 0 || request.size() < head + 4 + body) return;
    socket->setProperty("request", QByteArray());
    const QString path = QString::fromUtf8(request.split(' ').value(1));
    if (path.startsWith("/auth/"))
      return send(socket, "200 OK", {{"access_token", "a"}, {"refresh_token", "r"}, {"expires_in", 3600}});
    if (path.startsWith("/api/v1/sync")) return send(socket, "404 Not Found", {});
    m_asked << path;
    send(socket, "200 OK", m_answer(path));
  }
  static void send(QTcpSocket* socket, const QByteArray& status, const QJsonObject& object) {
    const QByteArray body =
        QJsonDocument(QJsonObject{{"success", true}, {"data", object}}).toJson(QJsonDocument::Compact);
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket->disconnectFromHost();
  }

  QTcpServer m_server;
  Answer m_answer;
  QStringList m_asked;
};

}  // namespace foyer::test
