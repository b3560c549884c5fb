// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QTimer>

#include "scanner/frame_source.hpp"

namespace foyer::kiosk {

/// Pictures of a folder in the order of their names, each a scene of its own. Goes on with files that appear
/// later, or finishes after the last one when `untilEmpty`. Files that are no pictures are skipped.
class FolderSource : public FrameSource {
  Q_OBJECT

 public:
  FolderSource(QString folder, bool untilEmpty, QObject* parent = nullptr);
  void start() override;
  void next() override;

 private:
  static constexpr int kPollMs = 200;
  void look();

  QString m_folder;
  bool m_untilEmpty;
  QSet<QString> m_done;
  QStringList m_queue;
  QTimer m_poll;
};

}  // namespace foyer::kiosk
