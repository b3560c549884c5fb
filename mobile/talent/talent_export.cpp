// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent_export.hpp"

#include <QDesktopServices>
#include <QDir>
#include <QQmlEngine>
#include <QQuickImageProvider>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <functional>

#include "comp_card.hpp"
#include "qt/talent.hpp"

namespace foyer::mobile {
namespace {

QString text(const QVariantMap& map, const char* key) { return map.value(QLatin1String(key)).toString(); }
QVariantMap refused(const char* why, const QString& detail = {}) {
  return {{QStringLiteral("error"), QString::fromLatin1(why)}, {QStringLiteral("detail"), detail}};
}

bool allowed(const QVariantMap& profile, const char* path) {
  const qt::Talent rules;
  const QVariantMap values = profile.value(QStringLiteral("values")).toMap();
  const bool minor = rules.minor(text(values, "birth_date"));
  const QVariantMap answers =
      rules.exports(profile.value(QStringLiteral("acts")).toList(), text(profile, "id"), minor);
  return answers.value(QLatin1String(path)).toMap().value(QStringLiteral("allowed")).toBool();
}

QString nameOf(const QVariantMap& values) {
  const QString stage = text(values, "stage_name");
  return stage.isEmpty()
             ? (text(values, "first_name") + QLatin1Char(' ') + text(values, "last_name")).trimmed()
             : stage;
}

/// All of it is on disk, or nothing is there.
QVariantMap write(const QString& path, const std::function<bool(QIODevice&)>& content) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return refused("disk", file.errorString());
  const bool written = content(file);
  if (!written || !file.commit()) return refused("disk", file.errorString());
  return {{QStringLiteral("path"), path}};
}

CompCard cardOf(const QVariantMap& profile, const QVariantMap& layout) {
  CompCard card;
  card.name = nameOf(profile.value(QStringLiteral("values")).toMap());
  card.title = text(layout, "title");
  card.code = text(profile, "code");
  card.foot = text(layout, "foot");
  for (const QVariant& one : layout.value(QStringLiteral("sections")).toList()) {
    const QVariantMap map = one.toMap();
    CompCard::Section section{map.value(QStringLiteral("number")).toInt(),
                              map.value(QStringLiteral("color")).value<QColor>(),
                              text(map, "title"),
                              {}};
    for (const QVariant& row : map.value(QStringLiteral("rows")).toList()) {
      const QStringList pair = row.toStringList();
      if (pair.size() == 2 && !pair[1].isEmpty()) section.rows.append({pair[0], pair[1]});
    }
    if (!section.rows.isEmpty()) card.sections.append(std::move(section));
  }
  return card;
}

}  // namespace

TalentExport::TalentExport(QQmlEngine* engine)
    : m_engine(engine),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
               QStringLiteral("/Foyer")) {}

QVariantMap TalentExport::contactCard(const QVariantMap& profile, const QString& country) {
  if (!allowed(profile, "contactCard")) return refused("consent");
  const QVariantMap values = profile.value(QStringLiteral("values")).toMap();
  const QByteArray card = qt::Talent().vcard(values, text(profile, "code"), country).toUtf8();
  return write(freeName(nameOf(values), QStringLiteral(".vcf")),
               [&](QIODevice& device) { return device.write(card) == card.size(); });
}

QVariantMap TalentExport::compCard(const QVariantMap& profile, const QVariantMap& layout) {
  if (!allowed(profile, "compCard")) return refused("consent");
  CompCard card = cardOf(profile, layout);
  if (auto* provider = dynamic_cast<QQuickImageProvider*>(m_engine->imageProvider(QStringLiteral("qr")))) {
    const QString code = qt::Talent().codeText(text(profile, "scope"), text(profile, "id"));
    card.qr =
        provider->requestImage(QString::fromLatin1(QUrl::toPercentEncoding(code)), nullptr, QSize(600, 600));
  }
  return write(freeName(card.name, QStringLiteral(".pdf")),
               [&](QIODevice& device) { return writeCompCard(device, card); });
}

bool TalentExport::show(const QString& path) const {
  return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

/// "Inès Carpentier.pdf", then "Inès Carpentier (2).pdf": nothing is written over.
QString TalentExport::freeName(const QString& name, const QString& ending) const {
  QDir().mkpath(m_folder);
  QString plain;
  for (const QChar c : name) plain += c.isLetterOrNumber() || c == QLatin1Char('-') ? c : QLatin1Char(' ');
  plain = plain.simplified().left(80);
  if (plain.isEmpty()) plain = QStringLiteral("Foyer");
  QString path = m_folder + QLatin1Char('/') + plain + ending;
  for (int n = 2; QFile::exists(path); ++n)
    path = m_folder + QStringLiteral("/%1 (%2)%3").arg(plain).arg(n).arg(ending);
  return path;
}

}  // namespace foyer::mobile
