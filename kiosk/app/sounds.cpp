// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sounds.hpp"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace foyer::kiosk {

void Sounds::play(const QString& name) {
  if (QMediaDevices::audioOutputs().isEmpty()) return;
  QSoundEffect*& effect = m_effects[name];
  if (effect == nullptr) {
    effect = new QSoundEffect(this);
    effect->setSource(QUrl("qrc:/foyer/sounds/" + name + ".wav"));
  }
  effect->play();
}

}  // namespace foyer::kiosk
