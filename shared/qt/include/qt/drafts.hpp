// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QVariantMap>
#include <cstdint>
#include <vector>

namespace foyer::qt {

/// One field as somebody typed it.
struct Typed {
  QVariant value;
  std::int64_t base = 0;  ///< what of the scope was known when the editing began
  QVariant was;           ///< what the page showed then
};

/// What was typed into one record, from the first key until it is read back from the disk. A field that the
/// store refuses goes back among the typed ones with what was known when its editing began; what was typed
/// meanwhile stays as it is, with that same beginning. Owned by a RecordForm; GUI thread.
class Drafts {
 public:
  using Fields = QMap<QString, Typed>;

  bool typed() const { return !m_typed.isEmpty(); }
  /// `shown` with everything typed on top.
  QVariantMap over(QVariantMap shown) const;

  void type(const QString& field, const QVariant& value, const QVariant& shown, std::int64_t base);
  /// What is to be written now, one entry per base (law 2). What was refused and not typed again stays.
  std::vector<Fields> take();
  /// The same when this record is left, and another write of it may be under way.
  std::vector<Fields> takeRest();
  /// On the disk: shown until readBack().
  void written(const Fields& fields);
  /// Not written. `culprit` is the field that was refused, or none of them. Returns whether it still says
  /// what was refused.
  bool refused(const Fields& fields, const QString& culprit);
  void readBack();
  void clear() { *this = {}; }

 private:
  Fields m_typed;
  Fields m_writing;       ///< given to the store, not yet seen in what is stored
  QSet<QString> m_disk;   ///< of m_writing: written
  QSet<QString> m_wrong;  ///< of m_typed: refused as it is
};

}  // namespace foyer::qt
