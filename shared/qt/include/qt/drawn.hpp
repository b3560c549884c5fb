// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <algorithm>
#include <cstdint>

#include "qt/backend.hpp"

namespace foyer::qt {

/// How much of each scope a model has put before somebody's eyes: what was announced when it asked for the
/// rows that it shows now. A choice that is made there knows that much and nothing of what came in since (law
/// 2). Owned by a model; GUI thread.
class Drawn {
 public:
  /// The model asks for its rows.
  void asked(const Backend& backend) { m_asked = backend.announced(); }
  /// It shows what it asked for.
  void shown() { m_shown = m_asked; }
  /// Something changed that none of its rows are about.
  void idle(const Backend& backend) { m_shown = m_asked = backend.announced(); }

  /// Base of a choice about a row of this version.
  std::int64_t base(const Uuid& scope, std::int64_t version) const {
    return std::max(version, m_shown.value(scope));
  }

 private:
  QHash<Uuid, std::int64_t> m_asked;
  QHash<Uuid, std::int64_t> m_shown;
};

}  // namespace foyer::qt
