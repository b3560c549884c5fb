// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/record_form.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/row_source.hpp"
#include "qt/writing.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

using namespace std::chrono_literals;

/// Long enough not to write every key, short enough that nobody has left by then.
constexpr auto kPause = 700ms;

std::optional<model::Record> findAnywhere(store::Reader& reader, const schema::Collection& collection,
                                          const Uuid& id) {
  store::QuerySpec spec;
  spec.collection = &collection;
  spec.filters.push_back({"id", store::Filter::Op::equal, {id}});
  spec.limit = 1;
  auto found = reader.query(spec);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

RecordForm::RecordForm(QObject* parent) : QObject(parent) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  connect(&m_pause, &QTimer::timeout, this, &RecordForm::save);
}

RecordForm::~RecordForm() { save(); }

void RecordForm::setSubject(QString& property, const QString& value) {
  if (property == value) return;
  save();
  property = value;
  m_draft.clear();
  m_began.clear();
  m_writing.clear();
  m_writingSerial.clear();
  m_written.clear();
  emit subjectChanged();
  if (m_complete) reload();
}

void RecordForm::setCollection(const QString& name) {
  m_declared = schema::findCollection(name.toStdString());
  setSubject(m_collection, name);
}
void RecordForm::setScope(const QString& scope) { setSubject(m_scope, scope); }
void RecordForm::setRecordId(const QString& id) { setSubject(m_id, id); }

void RecordForm::setDefaults(const QVariantMap& defaults) {
  if (m_defaults == defaults) return;
  m_defaults = defaults;
  emit subjectChanged();
}

void RecordForm::componentComplete() {
  m_backend = Backend::of(this);
  m_complete = true;
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, &RecordForm::onRows);
  reload();
}

void RecordForm::reload() {
  if (!m_backend || !m_declared || m_id.isEmpty()) return;
  m_loading = m_stored.isEmpty();
  const quint64 question = ++m_question;
  m_backend->read(
      this,
      [declared = m_declared, scope = uuidOf(m_scope), id = uuidOf(m_id)](store::Reader& reader) {
        Loaded loaded;
        Uuid where = scope;
        if (where.isNil()) {
          const auto somewhere = findAnywhere(reader, *declared, id);
          if (somewhere) where = somewhere->scope;
        }
        // The base first: what comes in between is seen, but not claimed to be known.
        loaded.base = reader.baseOf(where, *declared, id);
        const auto record = reader.get(*declared, where, id);
        if (!record) return loaded;
        loaded.exists = record->state == model::State::live;
        loaded.values = toMap(*record);
        OpenConflicts conflicts(reader);
        const QString mark = conflicts.mark(*declared, where, id);
        if (mark == QLatin1String("held") || mark == QLatin1String("wait"))
          loaded.marks.insert(QString(), mark);
        for (const QString& field : conflicts.fields(*declared, where, id))
          loaded.marks.insert(field, QStringLiteral("fork"));
        for (const store::PendingField& waiting : reader.pendingFields(*declared, where, id)) {
          const QString field = qstring(waiting.field);
          if (waiting.state == store::Pending::held)
            loaded.marks.insert(field, QStringLiteral("held"));
          else if (!loaded.marks.contains(field))
            loaded.marks.insert(field, QStringLiteral("wait"));
        }
        return loaded;
      },
      [this, question](const Loaded& loaded) {
        if (question == m_question) show(loaded);
      });
}

void RecordForm::show(const Loaded& loaded) {
  m_loading = false;
  m_exists = loaded.exists;
  m_stored = loaded.values;
  m_base = loaded.base;
  m_marks = loaded.marks;
  // What is on its way to the disk stays shown until it has been read back.
  for (const QString& field : std::exchange(m_written, {})) {
    m_writing.remove(field);
    m_writingSerial.remove(field);
  }
  emit changed();
}

void RecordForm::onRows(const std::vector<store::Change>& rows) {
  const Uuid id = uuidOf(m_id);
  const bool concerned = std::any_of(rows.begin(), rows.end(), [&](const store::Change& row) {
    return (row.collection == m_declared && row.id == id) || row.collection->name == "conflicts";
  });
  if (concerned) reload();
}

QVariantMap RecordForm::values() const {
  QVariantMap all = m_exists ? m_stored : m_defaults;
  for (const QVariantMap& layer : {m_writing, m_draft})
    for (auto it = layer.cbegin(); it != layer.cend(); ++it) all.insert(it.key(), it.value());
  return all;
}

void RecordForm::set(const QString& field, const QVariant& value) {
  const QVariantMap shown = values();
  if (shown.value(field) == value) return;
  if (!m_draft.contains(field)) m_began.insert(field, {m_base, shown.value(field)});
  m_draft.insert(field, value);
  m_errors.remove(field);
  m_pause.start();
  emit changed();
}

void RecordForm::edit(const QString& field, const QVariant& value) {
  set(field, value);
  save();
}

void RecordForm::add(const QString& field, const QString& element) {
  QStringList list = values().value(field).toStringList();
  if (!list.contains(element)) list.append(element);
  edit(field, list);
}

void RecordForm::take(const QString& field, const QString& element) {
  QStringList list = values().value(field).toStringList();
  list.removeAll(element);
  edit(field, list);
}

void RecordForm::save() {
  m_pause.stop();
  if (m_draft.isEmpty() || !m_backend || !m_declared) return;
  // Fields whose editing began at different versions become different edits, and so different mutations (law
  // 2).
  QHash<std::int64_t, WriteRequest> byBase;
  ++m_serial;
  for (auto it = m_draft.cbegin(); it != m_draft.cend(); ++it) {
    const Began began = m_began.value(it.key());
    WriteRequest& request = byBase[began.base];
    request.collection = m_declared;
    request.scope = uuidOf(m_scope);
    request.id = uuidOf(m_id);
    request.base = began.base;
    request.values.insert(it.key(), it.value());
    request.was.insert(it.key(), began.was);
    m_writing.insert(it.key(), it.value());
    m_writingSerial.insert(it.key(), m_serial);
    m_written.remove(it.key());
  }
  m_draft.clear();
  m_began.clear();
  for (WriteRequest& request : byBase) {
    if (!m_exists) {
      request.op = model::Op::create;
      QVariantMap values = m_defaults;
      for (auto it = request.values.cbegin(); it != request.values.cend(); ++it)
        values.insert(it.key(), it.value());
      request.values = values;
      request.was.clear();
    }
    m_backend->work(
        this, [request](EngineDriver& driver) { return writeNow(driver.store(), request); },
        [this, fields = request.values, serial = m_serial](const Result<void>& written) {
          for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
            if (m_writingSerial.value(it.key()) != serial) continue;  // typed over in the meantime
            if (written.ok())
              m_written.insert(it.key());
            else
              m_writing.remove(it.key());
          }
          if (written.ok()) {
            reload();
            emit saved();
            return;
          }
          const QString field = qstring(written.error().field);
          if (fields.contains(field)) {  // stays as typed, with the reason
            m_draft.insert(field, fields.value(field));
            m_began.insert(field, {m_base, m_stored.value(field)});
          }
          m_errors.insert(field, qstring(written.error().message));
          emit changed();
        });
  }
  emit changed();
}

}  // namespace foyer::qt
