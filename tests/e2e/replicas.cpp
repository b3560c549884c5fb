// SPDX-License-Identifier: GPL-3.0-or-later
#include "replicas.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace foyer::test {

void openFolder(const QString& path) {
  QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOther);
}

QString difference(std::initializer_list<ClientProcess*> devices) {
  QJsonArray first;
  QByteArray text;
  for (ClientProcess* device : devices) {
    QJsonArray digests;
    for (const auto& row : device->must({"digest"}).json().array()) {
      if (row.toObject()["verified"].toInteger() <= 0)
        return QStringLiteral("a scope was never verified: ") + row.toObject()["scope"].toString();
      digests.append(QJsonArray{row.toObject()["scope"], row.toObject()["digest"]});
    }
    const QByteArray exported = device->must({"export"}).output;
    if (device == *devices.begin()) {
      first = digests;
      text = exported;
    } else if (digests != first) {
      return QStringLiteral("digests differ: ") + QString::fromUtf8(QJsonDocument(first).toJson()) +
             QString::fromUtf8(QJsonDocument(digests).toJson());
    } else if (exported != text) {
      return QStringLiteral("exports differ");
    }
  }
  return first.isEmpty() ? QStringLiteral("there is no scope") : QString();
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
