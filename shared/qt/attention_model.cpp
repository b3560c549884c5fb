// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/attention_model.hpp"

#include <QDateTime>
#include <algorithm>
#include <utility>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "qt/held_export.hpp"
#include "qt/record_words.hpp"

namespace foyer::qt {
namespace {

/// The patch that the refusal is about: the named field's, or the only one.
const model::FieldPatch* culprit(const store::HeldItem& held) {
  for (const model::FieldPatch& patch : held.mutation.patches) {
    if (patch.field->name == held.reason.field) return &patch;
  }
  return held.mutation.patches.size() == 1 ? &held.mutation.patches.front() : nullptr;
}

}  // namespace

AttentionModel::AttentionModel(QObject* parent) : QAbstractListModel(parent) {}

void AttentionModel::componentComplete() {
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    reload(shows(rows) ? When::always : When::changed);
  });
  connect(m_backend, &Backend::statusChanged, this, [this] {
    if (m_backend->status().held != count()) reload(When::changed);
  });
  reload(When::always);
}

bool AttentionModel::shows(const std::vector<store::Change>& rows) const {
  return std::any_of(rows.begin(), rows.end(),
                     [this](const store::Change& row) { return m_records.contains(row.id); });
}

void AttentionModel::reload(When when) {
  if (m_asking) {
    m_again = std::max(m_again.value_or(when), when);
    return;
  }
  m_asking = true;
  using Answer = std::pair<std::int64_t, std::optional<std::vector<Item>>>;
  m_backend->work(
      this,
      [when, known = m_revision](EngineDriver& driver) {
        store::Store& store = driver.store();
        const std::int64_t now = store.heldRevision();
        if (when == When::changed && now == known) return Answer{now, std::nullopt};
        std::vector<Item> items;
        for (store::HeldItem& held : store.heldItems()) {
          const auto& m = held.mutation;
          const auto shown = store.get(*m.collection, m.scope, m.id);
          QString words = shown ? titleOf(*shown) : QString();
          if (words.isEmpty()) words = titleOf(m);
          items.push_back({std::move(held), std::move(words)});
        }
        return Answer{now, std::move(items)};
      },
      [this](Answer answer) {
        m_asking = false;
        m_revision = answer.first;
        if (answer.second) show(std::move(*answer.second));
        if (m_again) reload(*std::exchange(m_again, std::nullopt));
      });
}

void AttentionModel::show(std::vector<Item> items) {
  const int before = count();
  const bool same = items.size() == m_items.size() &&
                    std::equal(items.begin(), items.end(), m_items.begin(),
                               [](const Item& a, const Item& b) { return a.held.localId == b.held.localId; });
  if (same) {
    m_items = std::move(items);
    if (!m_items.empty()) emit dataChanged(index(0), index(count() - 1));
  } else {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
  }
  m_records.clear();
  for (const Item& item : m_items) m_records.insert(item.held.mutation.id);
  if (before != count()) emit countChanged();
}

const AttentionModel::Item* AttentionModel::find(qint64 id) const {
  const auto it = std::find_if(m_items.begin(), m_items.end(),
                               [id](const Item& item) { return item.held.localId == id; });
  return it == m_items.end() ? nullptr : &*it;
}

void AttentionModel::settle(qint64 id, std::function<Result<void>(store::Store&)> what) {
  m_backend->work(
      this,
      [what = std::move(what)](EngineDriver& driver) {
        Result<void> done = what(driver.store());
        if (done.ok()) driver.outboxChanged();
        return done;
      },
      [this, id](const Result<void>& done) {
        if (!done.ok()) emit refused(id, qstring(done.error().field), wordsOf(done.error()));
        reload(When::changed);
      });
}

void AttentionModel::retry(qint64 id) {
  settle(id, [id](store::Store& store) { return store.retryHeld(id); });
}

void AttentionModel::discard(qint64 id) {
  settle(id, [id](store::Store& store) { return store.discardHeld(id); });
}

void AttentionModel::putBack(qint64 id) {
  settle(id, [id](store::Store& store) { return store.restoreDiscarded(id); });
}

void AttentionModel::correct(qint64 id, const QString& fieldName, const QVariant& newValue) {
  const Item* item = find(id);
  if (!item) return;
  const model::Mutation m = item->held.mutation;
  const int at = m.collection->indexOf(fieldName.toStdString());
  if (at < 0) return;
  settle(id, [id, m, at, newValue](store::Store& store) -> Result<void> {
    const schema::Field& declared = m.collection->fields[static_cast<std::size_t>(at)];
    const auto shown = store.get(*m.collection, m.scope, m.id);
    const model::Value was = shown ? shown->fields[static_cast<std::size_t>(at)] : model::Value();
    auto patch = patchFor(declared, newValue, was);
    if (!patch.ok()) return patch.error();
    return store.retryHeld(id, std::vector<model::FieldPatch>{*patch});
  });
}

void AttentionModel::exportText(qint64 id) {
  const Item* item = find(id);
  if (!item) return;
  m_backend->work(
      this,
      [id, reason = item->held.reason](EngineDriver& driver) {
        return exportHeld(reason, driver.store().heldMutations(id));
      },
      [this, id](const QString& text) { emit exported(id, text); });
}

int AttentionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant AttentionModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Item& item = m_items[static_cast<std::size_t>(index.row())];
  const model::Mutation& m = item.held.mutation;
  const model::FieldPatch* patch = culprit(item.held);
  switch (role) {
    case localId:
      return QVariant::fromValue<qint64>(item.held.localId);
    case collection:
      return qstring(m.collection->name);
    case recordId:
      return qstring(m.id);
    case scope:
      return qstring(m.scope);
    case title:
      return item.title;
    case field:
      return patch ? qstring(patch->field->name) : QString();
    case value: {
      if (!patch) return QString();
      const bool set = patch->field->merge == schema::Merge::set;
      return wordsOf(*patch->field, set ? model::Value(patch->added) : patch->value);
    }
    case reason:
      return wordsOf(item.held.reason);
    case waitingBehind:
      return static_cast<int>(item.held.waitingBehind);
    case heldAt:
      return QDateTime::fromMSecsSinceEpoch(item.held.heldMs);
    default:
      return {};
  }
}

QHash<int, QByteArray> AttentionModel::roleNames() const {
  return {{localId, "localId"}, {collection, "collection"}, {recordId, "recordId"},
          {scope, "scope"},     {title, "title"},           {field, "field"},
          {value, "value"},     {reason, "reason"},         {waitingBehind, "waitingBehind"},
          {heldAt, "heldAt"}};
}

}  // namespace foyer::qt
