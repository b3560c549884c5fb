// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/record_form.hpp"

#include <QPointer>
#include <algorithm>
#include <chrono>
#include <utility>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
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

RecordForm::~RecordForm() { leave(); }

void RecordForm::setSubject(QString& property, const QString& value) {
  if (property == value) return;
  leave();
  property = value;
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
  m_drafts.readBack();
  emit changed();
}

void RecordForm::onRows(const std::vector<store::Change>& rows) {
  const Uuid id = uuidOf(m_id);
  const bool concerned = std::any_of(rows.begin(), rows.end(), [&](const store::Change& row) {
    return (row.collection == m_declared && row.id == id) || row.collection->name == "conflicts";
  });
  if (concerned) reload();
}

QVariantMap RecordForm::values() const { return m_drafts.over(m_exists ? m_stored : m_defaults); }

QString RecordForm::error() const {
  for (auto it = m_errors.cbegin(); it != m_errors.cend(); ++it)
    if (!m_shows.contains(it.key())) return it->toString();
  return {};
}

void RecordForm::setShows(const QStringList& fields) {
  if (m_shows == fields) return;
  m_shows = fields;
  emit changed();
}

void RecordForm::set(const QString& field, const QVariant& value) {
  const QVariant shown = values().value(field);
  if (shown == value) return;
  m_drafts.type(field, value, shown, m_base);
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
  if (!m_backend || !m_declared) return;
  if (m_underWay > 0) {  // what a field was typed over has to be known first
    m_again = true;
    return;
  }
  bool any = false;
  for (const Drafts::Fields& fields : m_drafts.take()) {
    write(fields);
    any = true;
  }
  if (any) emit changed();
}

void RecordForm::leave() {
  m_pause.stop();
  if (m_backend && m_declared)
    for (const Drafts::Fields& fields : m_drafts.takeRest()) write(fields);
  ++m_subject;
  m_underWay = 0;
  m_again = false;
  m_drafts.clear();
  m_errors.clear();
}

void RecordForm::write(const Drafts::Fields& fields) {
  WriteRequest request;
  request.collection = m_declared;
  request.scope = uuidOf(m_scope);
  request.id = uuidOf(m_id);
  request.op = m_exists ? model::Op::edit : model::Op::create;
  request.defaults = m_defaults;
  request.base = fields.first().base;
  for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
    request.values.insert(it.key(), it->value);
    request.was.insert(it.key(), it->was);
  }
  ++m_underWay;
  m_backend->work(
      m_backend, [request](EngineDriver& driver) { return writeNow(driver.store(), request); },
      [backend = m_backend, form = QPointer<RecordForm>(this), subject = m_subject, fields, id = request.id,
       collection = request.collection](const Result<void>& written) {
        if (form && form->m_subject == subject) return form->answered(fields, written);
        if (written.ok()) return;
        // Whoever typed it has gone on to something else, and is told there.
        const Error& error = written.error();
        emit backend->writeRefused(qstring(collection->name), qstring(id), qstring(error.field),
                                   wordsOf(error));
      });
}

void RecordForm::answered(const Drafts::Fields& fields, const Result<void>& written) {
  --m_underWay;
  bool again = std::exchange(m_again, false);
  if (written.ok()) {
    m_drafts.written(fields);
    m_errors.remove(QString());
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) m_errors.remove(it.key());
    reload();
    emit saved();
  } else {
    const QString field = qstring(written.error().field);
    const QString message = wordsOf(written.error());
    const bool ofOne = fields.contains(field);
    const bool same = m_drafts.refused(fields, field);
    if (!ofOne) m_errors.insert(QString(), message);
    if (same) m_errors.insert(field, message);
    again = again || ofOne;  // the other fields are not to blame
    emit changed();
  }
  if (!again) return;
  if (m_underWay > 0)
    m_again = true;
  else
    save();
}

}  // namespace foyer::qt
