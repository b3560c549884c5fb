// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data_host.hpp"

namespace foyer::test {

inline QVariant valueIn(const QObject* form, const char* map, const char* field) {
  return form->property(map).toMap().value(QString::fromLatin1(field));
}

inline Uuid addList(DataHost& host, const QByteArray& name) {
  const QString id =
      host.eval("Records.create(\"lists\", Session.account, { name: \"" + name + "\" })").toString();
  return qt::uuidOf(id);
}

inline QObject* formOf(DataHost& host, const Uuid& id) {
  return host.make("RecordForm { collection: \"lists\"; scope: Session.account; recordId: \"" +
                   QByteArray::fromStdString(id.str()) + "\" }");
}

/// A list that the server sends, in the host's own space.
inline model::Record listCalled(DataHost& host, const std::string& name) {
  model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
  row.at("name") = name;
  host.fromServer({row});
  return row;
}

inline std::vector<model::Mutation> pushOf(DataHost& host) {
  std::vector<model::Mutation> pushed;
  host.onStore([&](store::Store& store) { pushed = store.nextPush(host.me, 10, 10'000); });
  return pushed;
}

inline void call(QObject* form, const char* method, const QString& field, const QVariant& value) {
  QVERIFY(QMetaObject::invokeMethod(form, method, Q_ARG(QString, field), Q_ARG(QVariant, value)));
}

}  // namespace foyer::test
