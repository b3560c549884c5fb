// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

namespace foyer::ui {

/// One run of a text that was compared with another: words that both hold, or words only this one holds.
struct WordRun {
  QString text;
  bool differs = false;
  bool operator==(const WordRun&) const = default;
};

/// The runs of `text` seen against `other`, by longest common sequence of words. Spaces stay with the run
/// before them, so that joining the runs gives `text` back exactly. Texts over 2,000 words count as one
/// differing run.
QList<WordRun> compareWords(const QString& text, const QString& other);

/// The same for QML.
class Words : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  using QObject::QObject;
  /// List of {text, differs}.
  Q_INVOKABLE [[nodiscard]] QVariantList compare(const QString& text, const QString& other) const;
  /// The parts that say something, as one sentence for screen readers: "Paris, Texas, 1984, waiting".
  Q_INVOKABLE [[nodiscard]] QString sentence(const QStringList& parts) const;
  /// "MC" of "Maya Carpentier", "M" of "Maya".
  Q_INVOKABLE [[nodiscard]] QString initials(const QString& name) const;
  /// Has screen readers say the accessible name of `item` (role Notification), wherever the focus is.
  Q_INVOKABLE void announce(QObject* item) const;
};

}  // namespace foyer::ui
