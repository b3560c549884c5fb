// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIODevice>
#include <QImage>
#include <QPair>
#include <QString>
#include <QVector>

namespace foyer::mobile {

/// What stands on a comp card, in the reader's words.
struct CompCard {
  struct Section {
    int number = 1;
    QColor color;
    QString title;
    QVector<QPair<QString, QString>> rows;  ///< label, value
  };
  QString name, title, code, foot;
  QImage qr;
  QVector<Section> sections;
};

/// Draws the card as one page of A5 in PDF. What has no room is left out at the end, whole sections first.
/// False when the device can't be written.
bool writeCompCard(QIODevice& device, const CompCard& card);

}  // namespace foyer::mobile
