// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/records.hpp"

#include <QDateTime>

#include "model/identity.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
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

WriteRequest requestFor(const QString& collection, const QString& scope, const QString& id, model::Op op,
                        std::optional<std::int64_t> base = {}) {
  WriteRequest request;
  request.collection = &schema::collection(collection.toStdString());
  request.scope = uuidOf(scope);
  request.id = uuidOf(id);
  request.op = op;
  request.base = base;
  return request;
}

}  // namespace

Records::Records(Backend* backend, QObject* parent) : QObject(parent), m_backend(backend) {
  if (m_backend) connect(m_backend, &Backend::writeRefused, this, &Records::refused);
}
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

QString Records::create(const QString& collection, const QString& scope, const QVariantMap& values,
                        const QVariantMap& defaults) {
  WriteRequest request = requestFor(collection, scope, {}, model::Op::create);
  request.id = naturalIdOf(*request.collection, request.scope, values).value_or(freshId());
  request.values = values;
  request.defaults = defaults;
  write(request);
  return qstring(request.id);
}

QString Records::newScope(const QString& collection, const QVariantMap& values) {
  WriteRequest request = requestFor(collection, {}, {}, model::Op::create);
  request.scope = request.id = freshId();
  request.values = values;
  write(request);
  return qstring(request.id);
}

void Records::edit(const QString& collection, const QString& scope, const QString& id,
                   const QVariantMap& values, qint64 base) {
  WriteRequest request = requestFor(collection, scope, id, model::Op::edit, base);
  request.values = values;
  write(request);
}

void Records::remove(const QString& collection, const QString& scope, const QString& id, qint64 base) {
  write(requestFor(collection, scope, id, model::Op::del, base));
}

void Records::restore(const QString& collection, const QString& scope, const QString& id, qint64 base) {
  write(requestFor(collection, scope, id, model::Op::restore, base));
}

// A difference of one element, whatever else the set holds by then.
void Records::addTo(const QString& collection, const QString& scope, const QString& id, const QString& field,
                    const QString& element, qint64 base) {
  WriteRequest request = requestFor(collection, scope, id, model::Op::edit, base);
  request.values.insert(field, QStringList(element));
  request.was.insert(field, QStringList());
  write(request);
}

void Records::takeFrom(const QString& collection, const QString& scope, const QString& id,
                       const QString& field, const QString& element, qint64 base) {
  WriteRequest request = requestFor(collection, scope, id, model::Op::edit, base);
  request.values.insert(field, QStringList());
  request.was.insert(field, QStringList(element));
  write(request);
}

void Records::write(const WriteRequest& request) {
  m_backend->work(
      this, [request](EngineDriver& driver) { return writeNow(driver.store(), request); },
      [this, name = qstring(request.collection->name), id = request.id](const Result<void>& written) {
        if (!written.ok())
          emit refused(name, qstring(id), qstring(written.error().field), wordsOf(written.error()));
      });
}

}  // namespace foyer::qt
