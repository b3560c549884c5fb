// SPDX-License-Identifier: GPL-3.0-or-later
#include "replicas.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <stdexcept>

namespace foyer::test {

void openFolder(const QString& path) {
  QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOther);
}

namespace {

/// One scope of a device against the server's own form of it; "" when they are the same.
QString differentScope(const ServerProcess& server, ClientProcess& device, const QString& scope) {
  if (device.must({"export", scope}).output == server.exportScope(scope)) return {};
  return QStringLiteral("a device holds something else than the server in scope ") + scope;
}

}  // namespace

QString difference(const ServerProcess& server, std::initializer_list<ClientProcess*> devices) {
  QJsonArray first;
  for (ClientProcess* device : devices) {
    QJsonArray digests;
    for (const auto& row : device->must({"digest"}).json().array()) {
      const QString scope = row.toObject()["scope"].toString();
      if (row.toObject()["verified"].toInteger() <= 0)
        return QStringLiteral("a scope was never verified: ") + scope;
      if (const QString different = differentScope(server, *device, scope); !different.isEmpty())
        return different;
      digests.append(QJsonArray{scope, row.toObject()["digest"]});
    }
    if (device == *devices.begin()) {
      first = digests;
    } else if (digests != first) {
      return QStringLiteral("digests differ: ") + QString::fromUtf8(QJsonDocument(first).toJson()) +
             QString::fromUtf8(QJsonDocument(digests).toJson());
    }
  }
  return first.isEmpty() ? QStringLiteral("there is no scope") : QString();
}

QString forgotten(std::initializer_list<ClientProcess*> devices) {
  QStringList scopes;
  for (ClientProcess* device : devices) {
    for (const auto& row : device->must({"digest"}).json().array()) {
      const qint64 epoch = row.toObject()["epoch"].toInteger();
      if (epoch != 1)
        scopes << QStringLiteral("%1 is in epoch %2").arg(row.toObject()["scope"].toString()).arg(epoch);
    }
  }
  return scopes.join(QStringLiteral(", "));
}

std::chrono::milliseconds converge(ClientProcess& device) {
  QElapsedTimer time;
  time.start();
  const auto outcome = device.must({"sync"});
  if (outcome.json()["queued"].toInteger(-1) != 0)
    throw std::runtime_error("a sync ended with something waiting: " + outcome.output.toStdString());
  return std::chrono::milliseconds(time.elapsed());
}

QStringList missing(ClientProcess& device, const char* collection, const QStringList& ids) {
  QSet<QString> there;
  for (const auto& row : device.must({"list", collection}).json().array())
    there << row.toObject()["id"].toString();
  QStringList out;
  for (const QString& id : ids)
    if (!there.contains(id)) out << id;
  return out;
}

}  // namespace foyer::test
