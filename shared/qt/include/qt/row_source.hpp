// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <vector>

#include "model/record.hpp"
#include "store/reader.hpp"

namespace foyer::qt {

/// A record and the mark that a screen shows beside it.
struct MarkedRow {
  model::Record record;
  QString mark;  ///< "", "wait", "held" or "fork"; the worst wins
};

/// What of a scope's records has an open conflict. Runs on the reader thread.
class OpenConflicts {
 public:
  explicit OpenConflicts(store::Reader& reader) : m_reader(reader) {}
  /// Fields with two versions of one record; "" stands for a delete that met an edit.
  std::vector<QString> fields(const schema::Collection& collection, const Uuid& scope, const Uuid& id);
  QString mark(const schema::Collection& collection, const Uuid& scope, const Uuid& id);

 private:
  const QHash<QString, std::vector<QString>>& of(const Uuid& scope);
  store::Reader& m_reader;
  QHash<QString, QHash<QString, std::vector<QString>>> m_byScope;
};

}  // namespace foyer::qt
