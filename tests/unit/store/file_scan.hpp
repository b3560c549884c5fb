// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>
#include <string>

namespace foyer::test {

/// Files below a folder whose bytes hold the text.
inline QStringList filesWith(const std::string& folder, const std::string& text) {
  QStringList found;
  QDirIterator files(QString::fromStdString(folder), QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray::fromStdString(text)))
      found << file.fileName();
  }
  return found;
}

}  // namespace foyer::test
