// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report.hpp"

#include <QDateTime>
#include <QJsonDocument>
#include <chrono>
#include <cstdio>

#include "screen/card_map.hpp"

namespace foyer::kiosk {

void Report::say(const QString& type, QJsonObject fields) const {
  if (!m_on) return;
  fields.insert("type", type);
  const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact);
  std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

void Report::verdict(const Card& card, const SignedEvent& event, const Result<void>& kept,
                     const attendance::Rules& rules, const std::optional<Scan>& scan) const {
  if (!m_on) return;
  QJsonObject fields = QJsonObject::fromVariantMap(cardMap(card, rules));
  const auto offset = event.event.time.zoneOffsetMin * 60;
  fields.insert(
      "at", QDateTime::fromMSecsSinceEpoch(card.atMs, Qt::OffsetFromUTC, offset).toString(Qt::ISODateWithMs));
  fields.insert("clock", clockText(rules.zone.minuteOfDay(card.atMs)));
  fields.insert("counts", card.verdict.counts);
  fields.insert("kept", kept.ok());
  if (!kept) fields.insert("trouble", QString::fromStdString(kept.error().message));
  if (scan) {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
                         std::chrono::steady_clock::now().time_since_epoch())
                         .count();
    if (!scan->origin.isEmpty()) fields.insert("frame", scan->origin);
    fields.insert("decode_ms", scan->decodeMs);
    if (scan->frameSteadyUs != 0)
      fields.insert("durable_ms", static_cast<double>(now - scan->frameSteadyUs) / 1000);
  }
  say("verdict", fields);
}

}  // namespace foyer::kiosk
