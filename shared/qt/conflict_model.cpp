// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/conflict_model.hpp"

#include <algorithm>
#include <functional>

#include "crypto/derived_id.hpp"
#include "protocol/codec.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "qt/record_words.hpp"
#include "schema/collections.hpp"
#include "store/reader.hpp"

namespace foyer::qt {

namespace {

/// What a scope's members call an account, one who has left included.
QString nameOf(store::Reader& reader, const Uuid& scope, const Uuid& account) {
  if (account.isNil()) return {};
  const schema::Collection& members = schema::collection("members");
  const auto member = reader.get(members, scope, crypto::derivedId(scope, members.name, {account.str()}));
  return member ? qstring(member->text("display_name")) : QString();
}

}  // namespace

ConflictModel::ConflictModel(QObject* parent) : QAbstractListModel(parent) {}

void ConflictModel::setRecordId(const QString& id) {
  if (m_recordId == id) return;
  m_recordId = id;
  emit recordIdChanged();
  reload();
}

void ConflictModel::componentComplete() {
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    const bool concerned = std::any_of(rows.begin(), rows.end(), [this](const store::Change& row) {
      if (row.collection->name == "conflicts") return true;
      return std::any_of(m_cards.begin(), m_cards.end(),
                         [&](const Card& card) { return card.row.uuid("subject_id") == row.id; });
    });
    if (concerned)
      reload();
    else if (!m_asking)
      m_drawn.idle(*m_backend);
  });
  reload();
}

std::vector<ConflictModel::Card> ConflictModel::read(store::Reader& reader, const Uuid& only) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("conflicts");
  spec.filters.push_back({"resolution", store::Filter::Op::missing, {}});
  if (!only.isNil()) spec.filters.push_back({"subject_id", store::Filter::Op::equal, {only}});
  spec.order = {{"lost_at", true}};
  std::vector<Card> cards;
  for (model::Record& row : reader.query(spec)) {
    Card card;
    const schema::Collection* subject = schema::findCollection(row.text("subject_collection"));
    if (!subject) continue;
    const schema::Field* field = subject->find(row.text("field"));
    card.subject = reader.get(*subject, row.scope, row.uuid("subject_id"));
    if (card.subject) {
      card.title = titleOf(*card.subject);
      if (subject->find("title_id")) card.titleId = qstring(card.subject->uuid("title_id"));
    }
    if (field) {
      card.lost = wordsOfJson(*field, row.text("lost_value"));
      card.kept = wordsOfJson(*field, row.text("kept_value"));
    }
    card.lostBy = nameOf(reader, row.scope, row.uuid("lost_by_account"));
    card.keptBy = nameOf(reader, row.scope, row.uuid("kept_by_account"));
    card.combinable =
        field && field->merge == schema::Merge::text && !card.lost.isEmpty() && !card.kept.isEmpty();
    card.row = std::move(row);
    cards.push_back(std::move(card));
  }
  return cards;
}

void ConflictModel::reload() {
  if (!m_backend) return;
  if (m_asking) {
    m_again = true;
    return;
  }
  m_asking = true;
  m_drawn.asked(*m_backend);
  m_backend->read(
      this, [only = uuidOf(m_recordId)](store::Reader& reader) { return read(reader, only); },
      [this](std::vector<Card> cards) { show(std::move(cards)); });
}

void ConflictModel::show(std::vector<Card> cards) {
  m_asking = false;
  m_drawn.shown();
  const int before = count();
  beginResetModel();
  m_cards = std::move(cards);
  endResetModel();
  if (before != count()) emit countChanged();
  if (std::exchange(m_again, false)) reload();
}

void ConflictModel::choose(const QString& id, Settlement settlement) {
  const auto card =
      std::find_if(m_cards.begin(), m_cards.end(), [&](const Card& c) { return c.row.id == uuidOf(id); });
  if (!m_backend || card == m_cards.end()) return;
  const auto base = [&](const model::Record& row) { return m_drawn.base(row.scope, row.version); };
  const ShownConflict shown{card->row, card->subject, base(card->row),
                            card->subject ? base(*card->subject) : 0};
  if (settlement == Settlement::take) m_taken.insert(id, shown);
  settle(id, shown, settlement);
}

void ConflictModel::settle(const QString& id, const ShownConflict& shown, Settlement settlement) {
  m_backend->work(
      this,
      [shown, settlement](EngineDriver& driver) { return settleConflict(driver.store(), shown, settlement); },
      [this, id](const Result<void>& done) {
        if (!done.ok()) emit refused(id, wordsOf(done.error()));
      });
}

void ConflictModel::take(const QString& id) { choose(id, Settlement::take); }
void ConflictModel::putBack(const QString& id) {
  if (m_taken.contains(id)) settle(id, m_taken.value(id), Settlement::putBack);
}
void ConflictModel::keepBoth(const QString& id) { choose(id, Settlement::both); }
void ConflictModel::dismiss(const QString& id) { choose(id, Settlement::dismiss); }

int ConflictModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ConflictModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Card& card = m_cards[static_cast<std::size_t>(index.row())];
  const auto when = [&](std::string_view name) {
    const std::int64_t ms = card.row.number(name);
    return ms > 0 ? QVariant(QDateTime::fromMSecsSinceEpoch(ms)) : QVariant();
  };
  // In a person's own space it is always that person, on one device or another.
  const auto mine = [&](std::string_view name) {
    const Uuid me = m_backend->identity().account;
    return card.row.uuid(name) == me || card.row.scope == me;
  };
  switch (role) {
    case conflictId:
      return qstring(card.row.id);
    case scope:
      return qstring(card.row.scope);
    case collection:
      return qstring(card.row.text("subject_collection"));
    case subjectId:
      return qstring(card.row.uuid("subject_id"));
    case recordTitle:
      return card.title;
    case field:
      return qstring(card.row.text("field"));
    case lost:
      return card.lost;
    case kept:
      return card.kept;
    case lostBy:
      return card.lostBy;
    case keptBy:
      return card.keptBy;
    case lostDevice:
      return qstring(card.row.text("lost_by_device_name"));
    case keptDevice:
      return qstring(card.row.text("kept_by_device_name"));
    case lostMine:
      return mine("lost_by_account");
    case keptMine:
      return mine("kept_by_account");
    case lostAt:
      return when("lost_at");
    case keptAt:
      return when("kept_at");
    case kind:
      return qstring(card.row.text("kind"));
    case titleId:
      return card.titleId;
    case combinable:
      return card.combinable;
    default:
      return {};
  }
}

QHash<int, QByteArray> ConflictModel::roleNames() const {
  return {{conflictId, "conflictId"},
          {scope, "scope"},
          {collection, "collection"},
          {subjectId, "recordId"},
          {recordTitle, "recordTitle"},
          {field, "field"},
          {lost, "lost"},
          {kept, "kept"},
          {lostBy, "lostBy"},
          {keptBy, "keptBy"},
          {lostDevice, "lostDevice"},
          {keptDevice, "keptDevice"},
          {lostMine, "lostMine"},
          {keptMine, "keptMine"},
          {lostAt, "lostAt"},
          {keptAt, "keptAt"},
          {kind, "kind"},
          {titleId, "titleId"},
          {combinable, "combinable"}};
}

QVariantMap ConflictModel::get(int row) const {
  QVariantMap all;
  if (row < 0 || row >= count()) return all;
  const auto names = roleNames();
  for (auto it = names.cbegin(); it != names.cend(); ++it)
    all.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
  return all;
}

}  // namespace foyer::qt
