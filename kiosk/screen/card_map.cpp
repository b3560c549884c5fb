// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/card_map.hpp"

namespace foyer::kiosk {
namespace {

QString text(std::string_view t) { return QString::fromUtf8(t.data(), static_cast<qsizetype>(t.size())); }

}  // namespace

QString clockText(int minuteOfDay) {
  return QStringLiteral("%1:%2")
      .arg(minuteOfDay / 60, 2, 10, QChar(u'0'))
      .arg(minuteOfDay % 60, 2, 10, QChar(u'0'));
}

QString localDayText(std::int64_t utcMs, const attendance::Rules& rules) {
  return text(attendance::dayText(rules.zone.shootDay(utcMs, 0)));
}

QVariantMap cardMap(const Card& card, const attendance::Rules& rules) {
  const attendance::Verdict& v = card.verdict;
  const auto clock = [&](std::int64_t utcMs) { return clockText(rules.zone.minuteOfDay(utcMs)); };
  QVariantMap map{
      {"kind", text(attendance::name(v.kind))},
      {"group", text(attendance::name(v.group()))},
      {"direction", v.direction ? text(attendance::name(*v.direction)) : QString()},
      {"name", text(card.name)},
      {"code", text(card.code)},
      {"initials", text(card.initials)},
      {"role", text(card.role)},
      {"note", text(card.note)},
      {"subject", v.subject.isNil() ? QString() : text(v.subject.str())},
      {"at", clock(card.atMs)},
      {"worked", static_cast<int>(v.workedMs / 60'000)},
      {"undoable", card.undoable},
      {"event", text(card.event.str())},
  };
  if (v.sinceMs) {
    map["since"] = clock(*v.sinceMs);
    map["sinceDay"] = localDayText(*v.sinceMs, rules);
  }
  if (v.minute) map["limit"] = clockText(*v.minute);
  if (card.callMs) {
    map["call"] = clock(*card.callMs);
    map["late"] = static_cast<int>((card.atMs - *card.callMs) / 60'000);
  }
  if (v.forgotten) map["forgotten"] = text(attendance::dayText(*v.forgotten));
  return map;
}

}  // namespace foyer::kiosk
