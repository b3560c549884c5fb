// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/record_history.hpp"

#include <QJsonDocument>

#include "protocol/codec.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "qt/record_words.hpp"
#include "qt/row_source.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr int kPage = 50;

QString wordsOfValue(const schema::Field* field, const QJsonValue& value) {
  if (value.isNull() || value.isUndefined()) return {};
  const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  const std::string json = list.mid(1, list.size() - 2).toStdString();
  return field ? wordsOfJson(*field, json) : qstring(json);
}

QVariantMap changeOf(const schema::Collection* collection, const QString& name, const QJsonObject& change) {
  const schema::Field* field = collection ? collection->find(name.toStdString()) : nullptr;
  return {{"field", name},
          {"was", wordsOfValue(field, change.value(QStringLiteral("was")))},
          {"is", wordsOfValue(field, change.value(QStringLiteral("is")))},
          {"hidden", !change.contains(QStringLiteral("is")) && !change.contains(QStringLiteral("was"))}};
}

QVariantMap changeOf(const model::FieldPatch& patch) {
  const bool set = patch.field->merge == schema::Merge::set;
  return {{"field", qstring(patch.field->name)},
          {"was", set ? wordsOf(*patch.field, model::Value(patch.removed)) : qstring(patch.was)},
          {"is", wordsOf(*patch.field, set ? model::Value(patch.added) : patch.value)},
          {"hidden", false}};
}

/// Links between records and what never changes say nothing to people.
bool isTold(const schema::Field& field) {
  const bool link =
      field.type == schema::Type::id || field.type == schema::Type::ref || field.type == schema::Type::hash;
  return !link && field.merge != schema::Merge::fixed && field.name != "order_key";
}

QString whatOf(model::Op op) {
  switch (op) {
    case model::Op::create:
      return QStringLiteral("created");
    case model::Op::del:
      return QStringLiteral("deleted");
    case model::Op::restore:
      return QStringLiteral("restored");
    case model::Op::edit:
      break;
  }
  return QStringLiteral("edited");
}

}  // namespace

RecordHistory::RecordHistory(QObject* parent) : QAbstractListModel(parent) {
  connect(this, &RecordHistory::subjectChanged, this, [this] {
    if (m_backend) reload();
  });
}

void RecordHistory::componentComplete() {
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    const Uuid id = uuidOf(m_id);
    for (const store::Change& row : rows)
      if (row.id == id) return readLocal();
  });
  connect(m_backend, &Backend::statusChanged, this, &RecordHistory::readLocal);
  connect(m_backend, &Backend::identityChanged, this, &RecordHistory::changed);
  reload();
}

void RecordHistory::reload() {
  beginResetModel();
  m_events.clear();
  m_error.reset();
  m_more = false;
  endResetModel();
  readLocal();
  ask();
}

void RecordHistory::readLocal() {
  const schema::Collection* declared = schema::findCollection(m_collection.toStdString());
  if (!declared) return;
  m_backend->work(
      this,
      [declared, scope = uuidOf(m_scope), id = uuidOf(m_id)](EngineDriver& driver) {
        Local local;
        About& about = local.about;
        store::Store& store = driver.store();
        about.paused = store.setting("paused") == "1";
        if (const auto shown = store.get(*declared, scope, id)) about.title = titleOf(*shown);
        for (const store::UnsentItem& item : store.unsentOf(*declared, scope, id)) {
          Event event;
          event.what = whatOf(item.mutation.op);
          event.at = QDateTime::fromMSecsSinceEpoch(item.mutation.stamp.ms());
          event.mine = true;
          event.state = item.state == store::Pending::held ? QStringLiteral("held") : QStringLiteral("wait");
          event.reason = wordsOf(item.reason);
          for (const model::FieldPatch& patch : item.mutation.patches)
            if (isTold(*patch.field)) event.changes.append(changeOf(patch));
          if (about.title.isEmpty()) about.title = titleOf(item.mutation);
          if (item.behind) {
            const model::Mutation& root = item.behind->mutation;
            const auto first = store.get(*root.collection, root.scope, root.id);
            about.waitsBehind = true;
            about.behind = first ? titleOf(*first) : titleOf(root);
            about.behindWhy = wordsOf(item.behind->reason);
          }
          local.unsent.insert(local.unsent.begin(), std::move(event));
        }
        if (const auto reader = store::Reader::open(store.file()); reader.ok())
          about.mark = OpenConflicts(**reader).mark(*declared, scope, id);
        return local;
      },
      [this](Local local) {
        m_about = std::move(local.about);
        if (!m_local.empty() || !local.unsent.empty()) {
          beginResetModel();
          m_local = std::move(local.unsent);
          endResetModel();
        }
        emit changed();
      });
}

void RecordHistory::fetchOlder() {
  if (m_more && !m_loading) ask();
}

void RecordHistory::ask() {
  if (m_id.isEmpty() || !m_backend->identity().signedIn) return emit changed();
  QString path = QStringLiteral("/api/v1/scopes/%1/records/%2/%3/history?limit=%4")
                     .arg(m_scope, m_collection, m_id)
                     .arg(kPage);
  if (!m_events.empty()) path += QStringLiteral("&before=%1").arg(m_events.back().version);
  m_loading = true;
  emit changed();
  m_backend->call(
      this,
      [path](EngineDriver& driver, Backend::Answered answered) {
        driver.auth().call("GET", path, {}, std::move(answered));
      },
      [this, question = ++m_question](const Result<QJsonObject>& answer) {
        if (question == m_question) take(answer);
      });
}

void RecordHistory::take(const Result<QJsonObject>& answer) {
  m_loading = false;
  m_error.reset();
  if (!answer.ok()) {
    // A record that only this device has, so far, has no journal.
    if (answer.error().code != Code::notFound || m_local.empty()) m_error = answer.error();
    return emit changed();
  }
  const QJsonArray lines = answer->value(QStringLiteral("items")).toArray();
  const int first = count();
  if (!lines.isEmpty()) {
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    for (const auto& line : lines) m_events.push_back(eventOf(line.toObject()));
    endInsertRows();
  }
  m_more = lines.size() == kPage;
  emit changed();
}

RecordHistory::Event RecordHistory::eventOf(const QJsonObject& line) const {
  const schema::Collection* declared = schema::findCollection(m_collection.toStdString());
  Event event;
  event.what = line.value(QStringLiteral("what")).toString();
  event.at = QDateTime::fromMSecsSinceEpoch(line.value(QStringLiteral("at")).toInteger());
  event.who = line.value(QStringLiteral("name")).toString();
  event.mine = uuidOf(line.value(QStringLiteral("account")).toString()) == m_backend->identity().account;
  event.version = line.value(QStringLiteral("version")).toInteger();
  const QJsonObject changed = line.value(QStringLiteral("changes")).toObject();
  for (auto it = changed.begin(); it != changed.end(); ++it) {
    const schema::Field* field = declared ? declared->find(it.key().toStdString()) : nullptr;
    if (field && !isTold(*field)) continue;
    event.changes.append(changeOf(declared, it.key(), it.value().toObject()));
  }
  return event;
}

int RecordHistory::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecordHistory::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const Event& event = row < m_local.size() ? m_local[row] : m_events[row - m_local.size()];
  switch (role) {
    case what:
      return event.what;
    case at:
      return event.at;
    case who:
      return event.who;
    case mine:
      return event.mine;
    case state:
      return event.state;
    case reason:
      return event.reason;
    case changes:
      return event.changes;
    default:
      return {};
  }
}

QHash<int, QByteArray> RecordHistory::roleNames() const {
  return {{what, "what"},   {at, "at"},         {who, "who"},        {mine, "mine"},
          {state, "state"}, {reason, "reason"}, {changes, "changes"}};
}

}  // namespace foyer::qt
