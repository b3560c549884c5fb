// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QSoundEffect;

namespace foyer::kiosk {

/// A sound of its own for each group of verdicts, and the bell. Silent on devices without a loudspeaker.
class Sounds : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  void play(const QString& name);

 private:
  QHash<QString, QSoundEffect*> m_effects;
};

}  // namespace foyer::kiosk
