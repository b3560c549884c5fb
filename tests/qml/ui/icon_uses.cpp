// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon_uses.hpp"

#include <QRegularExpression>

QStringList iconsNamedIn(const QString& line) {
  static const QRegularExpression property(
      R"x(\b(?:iconName|trailingIcon|actionIcon|closeIcon|icon|lineIcon)"?\s*:((?:(?![,;]\s*["{a-zA-Z]).)*))x");
  static const QRegularExpression address(R"x(image://icon/([a-z0-9-]+))x");
  static const QRegularExpression literal(R"x("([^"]*)")x");
  static const QRegularExpression comparison(R"x([=!]==?\s*"[^"]*"|\bqsTr\("[^"]*"\))x");
  QStringList names;
  auto found = property.globalMatch(line);
  while (found.hasNext()) {
    QString rest = found.next().captured(1);
    rest.remove(comparison);
    auto literals = literal.globalMatch(rest);
    while (literals.hasNext()) {
      const QString name = literals.next().captured(1);
      const bool built = name.endsWith(u'-') || name.contains(u'/') || name.contains(u'?');
      if (!name.isEmpty() && !built) names.append(name);
    }
  }
  auto addresses = address.globalMatch(line);
  while (addresses.hasNext()) names.append(addresses.next().captured(1));
  return names;
}
