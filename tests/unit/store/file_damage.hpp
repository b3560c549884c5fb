// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <filesystem>

namespace foyer::test {

/// What happens to a database file that nobody expects. All throw std::runtime_error when the file is out of
/// reach.

/// Runs statements behind the store's back.
void runSql(const std::filesystem::path& file, const char* text);
QByteArray contentOf(const std::filesystem::path& file);
void overwrite(const std::filesystem::path& file, qint64 at, const QByteArray& bytes);
/// Overwrites every page that holds these bytes; returns how many.
int spoilPagesWith(const std::filesystem::path& file, const QByteArray& needle);
/// As if the process that had it open had died.
void leaveUnclean(const std::filesystem::path& file);
/// How many files were set aside beside this one.
int damagedFiles(const std::filesystem::path& file);

}  // namespace foyer::test
