// SPDX-License-Identifier: GPL-3.0-or-later
// Why a record is in its state.
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/record_history.hpp"

namespace foyer::qt {

const sync::ScopeStatus* RecordHistory::space() const {
  return m_backend ? m_backend->status().find(uuidOf(m_scope)) : nullptr;
}

/// What keeps the space; without a connection, what keeps that.
const Error* RecordHistory::keeps() const {
  if (!m_backend) return nullptr;
  const sync::Status& status = m_backend->status();
  if (!status.connected) return status.why ? &*status.why : nullptr;
  const sync::ScopeStatus* scope = space();
  return scope && scope->why && scope->nextTryMs > 0 ? &*scope->why : nullptr;
}

QString RecordHistory::cause() const {
  if (!m_backend || m_about.mark.isEmpty()) return {};
  if (m_about.mark != QLatin1String("wait")) return m_about.mark;
  if (m_about.waitsBehind) return QStringLiteral("behind");
  if (!m_backend->identity().signedIn) return QStringLiteral("signedOut");
  if (m_about.paused) return QStringLiteral("paused");
  if (!m_backend->status().connected) return QStringLiteral("offline");
  return keeps() ? QStringLiteral("space") : QStringLiteral("sending");
}

QString RecordHistory::why() const {
  const Error* error = keeps();
  return error ? qstring(info(error->code).name) : QString();
}

QString RecordHistory::whyText() const {
  const Error* error = keeps();
  return error ? qstring(error->message) : QString();
}

QVariant RecordHistory::nextTryAt() const {
  if (!m_backend) return QVariant::fromValue(nullptr);
  const sync::Status& status = m_backend->status();
  const sync::ScopeStatus* scope = space();
  const std::int64_t next = !status.connected ? status.nextTryMs : scope ? scope->nextTryMs : 0;
  return next > 0 ? QVariant(QDateTime::fromMSecsSinceEpoch(next)) : QVariant::fromValue(nullptr);
}

}  // namespace foyer::qt
