// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/folder_source.hpp"

#include <QDir>

namespace foyer::kiosk {

FolderSource::FolderSource(QString folder, bool untilEmpty, QObject* parent)
    : FrameSource(parent), m_folder(std::move(folder)), m_untilEmpty(untilEmpty) {
  m_poll.setInterval(kPollMs);
  m_poll.setSingleShot(true);
  connect(&m_poll, &QTimer::timeout, this, &FolderSource::next);
}

void FolderSource::start() {
  if (!QDir(m_folder).exists()) {
    emit failed(tr("The folder %1 is not there.").arg(m_folder));
    if (m_untilEmpty) emit finished();
    return;
  }
  m_poll.start();
}

void FolderSource::look() {
  const QStringList names = QDir(m_folder).entryList({"*.png", "*.jpg", "*.jpeg", "*.pgm", "*.bmp"},
                                                     QDir::Files | QDir::Readable, QDir::Name);
  for (const QString& name : names) {
    if (m_done.contains(name)) continue;
    m_done.insert(name);
    m_queue.append(name);
  }
}

void FolderSource::next() {
  if (m_queue.isEmpty()) look();
  while (!m_queue.isEmpty()) {
    const QString name = m_queue.takeFirst();
    const QImage image(QDir(m_folder).filePath(name));
    if (image.isNull()) continue;
    emit frame({image.convertToFormat(QImage::Format_Grayscale8), name, true});
    return;
  }
  if (m_untilEmpty) {
    emit finished();
  } else {
    m_poll.start();
  }
}

}  // namespace foyer::kiosk
