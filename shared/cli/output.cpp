// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include <QDateTime>
#include <QJsonDocument>
#include <QTextStream>
#include <algorithm>
#include <cstdio>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

QString str(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString compact(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  if (value.isArray()) {
    QStringList parts;
    for (const auto& item : value.toArray()) parts << compact(item);
    return parts.join(QStringLiteral(", "));
  }
  if (value.isObject())
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
  return value.toVariant().toString();
}

void put(const QString& text, std::FILE* where) {
  const QByteArray bytes = text.toUtf8() + '\n';
  std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), where);
  std::fflush(where);
}

std::string_view pendingName(store::Pending pending) {
  switch (pending) {
    case store::Pending::queued:
      return "queued";
    case store::Pending::sent:
      return "sent";
    case store::Pending::held:
      return "held";
    case store::Pending::none:
      break;
  }
  return "none";
}

std::string_view stateName(model::State state) {
  if (state == model::State::live) return "live";
  return state == model::State::trashed ? "trashed" : "tombstone";
}

}  // namespace

void fail(Error error, int status) { throw Failure{status, std::move(error)}; }

void usage(const std::string& sentence) { fail({Code::badRequest, {}, sentence}, kUsage); }

QJsonValue toJson(const schema::Field& field, const model::Value& value) {
  std::string text = "[";
  protocol::appendValue(text, field, value);
  text += ']';
  return QJsonDocument::fromJson(QByteArray::fromStdString(text)).array().at(0);
}

QJsonObject toJson(const model::Record& record, store::Pending pending) {
  QJsonObject fields;
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (!model::isNull(record.fields[i]))
      fields.insert(str(record.collection->fields[i].name),
                    toJson(record.collection->fields[i], record.fields[i]));
  return {{"collection", str(record.collection->name)},
          {"scope", str(record.scope.str())},
          {"id", str(record.id.str())},
          {"version", qint64(record.version)},
          {"state", str(stateName(record.state))},
          {"created", qint64(record.createdMs)},
          {"updated", qint64(record.updatedMs)},
          {"pending", str(pendingName(pending))},
          {"fields", fields}};
}

QJsonObject toJson(const Error& error) {
  QJsonObject o{{"code", str(info(error.code).name)}, {"message", str(error.message)}};
  if (!error.field.empty()) o.insert("field", str(error.field));
  return o;
}

std::int64_t behindOf(const sync::ScopeStatus& s) {
  if (s.confirmed && s.head == 0 && s.verifiedMs == 0) return -1;
  return std::max<std::int64_t>(0, s.head - s.cursor);
}

QJsonObject toJson(const sync::ScopeStatus& s) {
  const std::int64_t behind = behindOf(s);
  QJsonObject o{{"scope", str(s.scope.str())},
                {"kind", str(schema::scopeName(s.kind))},
                {"state", str(sync::name(s.state))},
                {"confirmed", s.confirmed},
                {"queued", qint64(s.queued)},
                {"held", qint64(s.held)},
                {"conflicts", qint64(s.forks)},
                {"cursor", qint64(s.cursor)},
                {"head", qint64(s.head)},
                {"behind", behind < 0 ? QJsonValue() : QJsonValue(qint64(behind))},
                {"rows_loaded", qint64(s.rowsLoaded)},
                {"rows_expected", qint64(s.rowsExpected)},
                {"seconds_left", qint64(s.secondsLeft)},
                {"verified", qint64(s.verifiedMs)},
                {"verified_version", qint64(s.verifiedVersion)}};
  if (s.why) o.insert("why", toJson(*s.why));
  if (s.nextTryMs != 0) o.insert("next_try", qint64(s.nextTryMs));
  return o;
}

QJsonObject toJson(const sync::Status& status) {
  QJsonArray scopes;
  std::int64_t conflicts = 0;
  for (const auto& s : status.scopes) {
    scopes.append(toJson(s));
    conflicts += s.forks;
  }
  QJsonObject o{{"state", str(sync::name(status.state))}, {"connected", status.connected},
                {"queued", qint64(status.queued)},        {"held", qint64(status.held)},
                {"conflicts", qint64(conflicts)},         {"scopes", scopes}};
  if (status.why) o.insert("why", toJson(*status.why));
  if (status.offlineSinceMs != 0) o.insert("offline_since", qint64(status.offlineSinceMs));
  if (status.nextTryMs != 0) o.insert("next_try", qint64(status.nextTryMs));
  return o;
}

QJsonObject toJson(const store::HeldItem& item) {
  QJsonObject changes;
  for (const auto& patch : item.mutation.patches) {
    const QString name = str(patch.field->name);
    if (patch.field->merge == schema::Merge::set) {
      QJsonObject elements;
      elements.insert("added", toJson(*patch.field, patch.added));
      elements.insert("removed", toJson(*patch.field, patch.removed));
      changes.insert(name, elements);
    } else {
      changes.insert(name, toJson(*patch.field, patch.value));
    }
  }
  return {{"item", qint64(item.localId)},
          {"collection", str(item.mutation.collection->name)},
          {"scope", str(item.mutation.scope.str())},
          {"id", str(item.mutation.id.str())},
          {"op", str(model::name(item.mutation.op))},
          {"changes", changes},
          {"reason", toJson(item.reason)},
          {"held_at", qint64(item.heldMs)},
          {"waiting_behind", qint64(item.waitingBehind)}};
}

void Output::line(const QString& text) const { put(text, stdout); }

void Output::say(const QJsonObject& object, const QString& sentence) const {
  line(m_json ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : sentence);
}

void Output::pretty(const QJsonObject& object) const {
  QStringList parts;
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (it.value().isObject() && it.key() == QLatin1String("fields")) {
      const QJsonObject fields = it.value().toObject();
      for (auto f = fields.begin(); f != fields.end(); ++f) parts << f.key() + u'=' + compact(f.value());
    } else {
      parts << it.key() + u'=' + compact(it.value());
    }
  }
  line(parts.join(QStringLiteral("  ")));
}

void Output::list(const QJsonArray& items, const QString& nothing) const {
  if (m_json) return line(QString::fromUtf8(QJsonDocument(items).toJson(QJsonDocument::Compact)));
  if (items.isEmpty()) return line(nothing);
  for (const auto& item : items) pretty(item.toObject());
}

void Output::record(const model::Record& record, store::Pending pending) const {
  const QJsonObject object = toJson(record, pending);
  if (m_json) return say(object, {});
  line(QStringLiteral("%1 %2%3").arg(
      object["collection"].toString(), object["id"].toString(),
      record.state == model::State::live ? QString() : QStringLiteral(" (deleted)")));
  const QJsonObject fields = object["fields"].toObject();
  for (auto f = fields.begin(); f != fields.end(); ++f)
    line(QStringLiteral("  %1: %2").arg(f.key(), compact(f.value())));
  if (pending != store::Pending::none) line(QStringLiteral("  (%1)").arg(object["pending"].toString()));
}

void Output::error(const Error& error) const {
  if (m_json) {
    put(QString::fromUtf8(
            QJsonDocument(QJsonObject{{"error", toJson(error)}}).toJson(QJsonDocument::Compact)),
        stderr);
  } else {
    const std::string field = error.field.empty() ? std::string() : error.field + ": ";
    put(str(field + error.message), stderr);
  }
}

}  // namespace foyer::cli
