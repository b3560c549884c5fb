// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_damage.hpp"

#include <sqlite3.h>

#include <QFile>
#include <set>
#include <stdexcept>

namespace foyer::test {

void runSql(const std::filesystem::path& file, const char* text) {
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  char* message = nullptr;
  sqlite3_exec(db, text, nullptr, nullptr, &message);
  const std::string said = message ? message : "";
  sqlite3_free(message);
  sqlite3_close(db);
  if (!said.empty()) throw std::runtime_error(said);
}

QByteArray contentOf(const std::filesystem::path& file) {
  QFile in(QString::fromStdString(file.string()));
  if (!in.open(QIODevice::ReadOnly)) throw std::runtime_error("unreadable");
  return in.readAll();
}

void overwrite(const std::filesystem::path& file, qint64 at, const QByteArray& bytes) {
  QFile out(QString::fromStdString(file.string()));
  if (!out.open(QIODevice::ReadWrite) || !out.seek(at) || out.write(bytes) != bytes.size())
    throw std::runtime_error("unwritable");
}

int spoilPagesWith(const std::filesystem::path& file, const QByteArray& needle) {
  constexpr qint64 kPageBytes = 4096;
  const QByteArray all = contentOf(file);
  std::set<qint64> pages;
  for (qsizetype at = all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + 1))
    pages.insert(at / kPageBytes);
  for (const qint64 page : pages) overwrite(file, page * kPageBytes, QByteArray(kPageBytes, '\x5a'));
  return static_cast<int>(pages.size());
}

void leaveUnclean(const std::filesystem::path& file) {
  QFile mark(QString::fromStdString(file.string() + ".open"));
  if (!mark.open(QIODevice::WriteOnly)) throw std::runtime_error("unwritable");
}

int damagedFiles(const std::filesystem::path& file) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    count += name.find(".damaged-") != std::string::npos && name.find("-wal") == std::string::npos &&
             name.find("-shm") == std::string::npos;
  }
  return count;
}

}  // namespace foyer::test
