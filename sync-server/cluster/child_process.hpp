// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace foyer::server {

/// An account of the operating system.
struct SystemUser {
  uid_t uid = 0;
  gid_t gid = 0;
  std::string name;
};

/// A program to run as a direct child: identity dropped first, then told to die with the thread that started
/// it.
struct ChildCommand {
  std::vector<std::string> argv;  ///< argv[0] is an absolute path
  SystemUser user;                ///< taken only when this process is root
  std::filesystem::path workDir;
  std::filesystem::path output;  ///< stdout and stderr are appended here
  std::string input;             ///< at most 4 KiB, given on standard input
  int deathSignal = 15;          ///< sent when the starting thread ends
};

/// The child has a session of its own, so a Ctrl-C in the terminal does not reach it. The caller must reap
/// it, and must stay alive as long as the child shall: the death signal is bound to the calling *thread*.
Result<pid_t> spawn(const ChildCommand& command);

/// Runs a command to its end; an error carries the tail of its output.
Result<void> runToEnd(const ChildCommand& command);

/// The last `bytes` of a text file, for error messages.
std::string tailOf(const std::filesystem::path& file, std::size_t bytes = 600);

/// The first of `paths` that `user` may not enter. Asked by a child that has become that user.
std::optional<std::filesystem::path> firstUnreachable(const std::vector<std::filesystem::path>& paths,
                                                      const SystemUser& user);

}  // namespace foyer::server
