// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/records.hpp"

#include <QDateTime>

#include "model/identity.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/own_title.hpp"
#include "qt/writing.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

Uuid freshId() { return Uuid::v7(QDateTime::currentMSecsSinceEpoch()); }

std::optional<Uuid> naturalIdOf(const schema::Collection& collection, const Uuid& scope,
                                const QVariantMap& values) {
  std::vector<model::FieldPatch> patches;
  for (const std::string_view key : collection.key) {
    const schema::Field* field = collection.find(key);
    if (const auto patch = patchFor(*field, values.value(qstring(key)), {}); patch.ok())
      patches.push_back(*patch);
  }
  return model::naturalId(collection, scope, patches);
}

}  // namespace

Records::Records(Backend* backend, QObject* parent) : QObject(parent), m_backend(backend) {}
Records* Records::create(QQmlEngine* engine, QJSEngine*) { return new Records(Backend::of(engine)); }

QString Records::newId() const { return qstring(freshId()); }

QString Records::ownTitleId(const QString& scope, const QString& title, const QVariant& year,
                            const QString& kind) const {
  const int known = year.toInt();
  return qstring(qt::ownTitleId(uuidOf(scope), title,
                                known > 0 ? std::optional<std::int64_t>(known) : std::nullopt, kind));
}

QString Records::idFor(const QString& collection, const QString& scope, const QVariantMap& key) const {
  const auto id = naturalIdOf(schema::collection(collection.toStdString()), uuidOf(scope), key);
  return id ? qstring(*id) : QString();
}

QString Records::create(const QString& collection, const QString& scope, const QVariantMap& values) {
  const schema::Collection& declared = schema::collection(collection.toStdString());
  const Uuid id = naturalIdOf(declared, uuidOf(scope), values).value_or(freshId());
  write(declared, uuidOf(scope), id, model::Op::create, values);
  return qstring(id);
}

QString Records::newScope(const QString& collection, const QVariantMap& values) {
  const Uuid id = freshId();
  write(schema::collection(collection.toStdString()), id, id, model::Op::create, values);
  return qstring(id);
}

void Records::edit(const QString& collection, const QString& scope, const QString& id,
                   const QVariantMap& values) {
  write(schema::collection(collection.toStdString()), uuidOf(scope), uuidOf(id), model::Op::edit, values);
}

void Records::remove(const QString& collection, const QString& scope, const QString& id) {
  write(schema::collection(collection.toStdString()), uuidOf(scope), uuidOf(id), model::Op::del, {});
}

void Records::restore(const QString& collection, const QString& scope, const QString& id) {
  write(schema::collection(collection.toStdString()), uuidOf(scope), uuidOf(id), model::Op::restore, {});
}

void Records::addTo(const QString& collection, const QString& scope, const QString& id, const QString& field,
                    const QString& element) {
  changeSet(collection, scope, id, field, element, true);
}

void Records::takeFrom(const QString& collection, const QString& scope, const QString& id,
                       const QString& field, const QString& element) {
  changeSet(collection, scope, id, field, element, false);
}

void Records::changeSet(const QString& collection, const QString& scope, const QString& id,
                        const QString& field, const QString& element, bool add) {
  WriteRequest request;
  request.collection = &schema::collection(collection.toStdString());
  request.scope = uuidOf(scope);
  request.id = uuidOf(id);
  // A difference of one element, whatever else the set holds by then.
  request.values.insert(field, add ? QStringList(element) : QStringList());
  request.was.insert(field, add ? QStringList() : QStringList(element));
  m_backend->work(
      this, [request](EngineDriver& driver) { return writeNow(driver.store(), request); },
      [this, collection, id](const Result<void>& written) {
        if (!written.ok())
          emit refused(collection, id, qstring(written.error().field), qstring(written.error().message));
      });
}

void Records::write(const schema::Collection& collection, const Uuid& scope, const Uuid& id, model::Op op,
                    const QVariantMap& values) {
  WriteRequest request;
  request.collection = &collection;
  request.scope = scope;
  request.id = id;
  request.op = op;
  request.values = values;
  m_backend->work(
      this, [request](EngineDriver& driver) { return writeNow(driver.store(), request); },
      [this, name = qstring(collection.name), id](const Result<void>& written) {
        if (!written.ok())
          emit refused(name, qstring(id), qstring(written.error().field), qstring(written.error().message));
      });
}

}  // namespace foyer::qt
