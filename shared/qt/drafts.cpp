// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/drafts.hpp"

#include <map>
#include <utility>

namespace foyer::qt {

QVariantMap Drafts::over(QVariantMap shown) const {
  for (const Fields* layer : {&m_writing, &m_typed})
    for (auto it = layer->cbegin(); it != layer->cend(); ++it) shown.insert(it.key(), it->value);
  return shown;
}

void Drafts::type(const QString& field, const QVariant& value, const QVariant& shown, std::int64_t base) {
  m_wrong.remove(field);
  if (const auto it = m_typed.find(field); it != m_typed.end())
    it->value = value;
  else
    m_typed.insert(field, {value, base, shown});
}

std::vector<Drafts::Fields> Drafts::take() {
  std::map<std::int64_t, Fields> byBase;
  for (auto it = m_typed.cbegin(); it != m_typed.cend(); ++it)
    if (!m_wrong.contains(it.key())) byBase[it->base].insert(it.key(), *it);
  std::vector<Fields> out;
  for (auto& [base, fields] : byBase) {
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
      m_typed.remove(it.key());
      m_disk.remove(it.key());
      m_writing.insert(it.key(), *it);
    }
    out.push_back(std::move(fields));
  }
  return out;
}

std::vector<Drafts::Fields> Drafts::takeRest() {
  for (auto it = m_typed.begin(); it != m_typed.end(); ++it) {
    const auto under = m_writing.constFind(it.key());
    if (under == m_writing.cend() || m_disk.contains(it.key())) continue;
    it->base = under->base;
    it->was = under->was;
  }
  m_wrong.clear();
  return take();
}

void Drafts::written(const Fields& fields) {
  for (auto it = fields.cbegin(); it != fields.cend(); ++it) m_disk.insert(it.key());
}

bool Drafts::refused(const Fields& fields, const QString& culprit) {
  bool same = false;
  for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
    m_writing.remove(it.key());
    if (const auto newer = m_typed.find(it.key()); newer != m_typed.end()) {
      newer->base = it->base;
      newer->was = it->was;
    } else {
      m_typed.insert(it.key(), *it);
      if (it.key() != culprit) continue;
      m_wrong.insert(culprit);
      same = true;
    }
  }
  return same;
}

void Drafts::readBack() {
  for (const QString& field : std::exchange(m_disk, {})) m_writing.remove(field);
}

}  // namespace foyer::qt
