// SPDX-License-Identifier: GPL-3.0-or-later
#include "child_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fstream>

namespace foyer::server {
namespace {

// Exit codes of a child that could not become the program.
constexpr int kNoIdentity = 121, kNoFolder = 122, kNoOutput = 123, kNoProgram = 124;

// Raw system calls: the C library's wrappers synchronise threads that do not exist after fork().
bool dropIdentity(const SystemUser& user) {
  if (::geteuid() != 0) return true;
  const gid_t groups[] = {user.gid};
  return ::syscall(SYS_setgroups, 1, groups) == 0 &&
         ::syscall(SYS_setresgid, user.gid, user.gid, user.gid) == 0 &&
         ::syscall(SYS_setresuid, user.uid, user.uid, user.uid) == 0;
}

void resetSignals() {
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; ++number) ::sigaction(number, &usual, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Runs between fork and exec: async-signal-safe calls only.
[[noreturn]] void becomeProgram(const ChildCommand& command, char* const* argv, char* const* env, int input,
                                pid_t parent) {
  resetSignals();
  if (!dropIdentity(command.user)) ::_exit(kNoIdentity);
  ::prctl(PR_SET_PDEATHSIG, command.deathSignal);
  if (::getppid() != parent) ::_exit(0);  // the parent died before the kernel was told
  ::setsid();
  ::umask(077);
  if (!command.workDir.empty() && ::chdir(command.workDir.c_str()) != 0) ::_exit(kNoFolder);
  const int output = ::open(command.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (output < 0) ::_exit(kNoOutput);
  ::dup2(input, 0);
  ::dup2(output, 1);
  ::dup2(output, 2);
  ::syscall(SYS_close_range, 3U, UINT_MAX, 0U);
  ::execve(argv[0], argv, env);
  ::_exit(kNoProgram);
}

}  // namespace

Result<pid_t> spawn(const ChildCommand& command) {
  std::vector<char*> argv;
  for (const std::string& word : command.argv) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  std::string path = "PATH=/usr/local/bin:/usr/bin:/bin", locale = "LC_ALL=C.UTF-8", zone = "TZ=UTC";
  const std::array<char*, 4> env = {path.data(), locale.data(), zone.data(), nullptr};

  int input[2];
  if (::pipe2(input, O_CLOEXEC) != 0)
    return {Code::internal, "no pipe: " + std::string(std::strerror(errno))};
  const bool fed = ::write(input[1], command.input.data(), command.input.size()) ==
                   static_cast<ssize_t>(command.input.size());
  ::close(input[1]);
  const pid_t parent = ::getpid();
  const pid_t child = fed ? ::fork() : -1;
  if (child == 0) becomeProgram(command, argv.data(), env.data(), input[0], parent);
  ::close(input[0]);
  if (child < 0) return {Code::internal, "cannot start a process: " + std::string(std::strerror(errno))};
  return child;
}

Result<void> runToEnd(const ChildCommand& command) {
  auto child = spawn(command);
  if (!child) return child.error();
  int status = 0;
  while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  const std::string& program = command.argv.front();
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  if (code == kNoIdentity) return {Code::internal, "cannot become the user " + command.user.name};
  if (code == kNoFolder)
    return {Code::internal, command.user.name + " cannot enter " + command.workDir.string()};
  if (code == kNoOutput)
    return {Code::internal, command.user.name + " cannot write " + command.output.string()};
  if (code == kNoProgram) return {Code::internal, "cannot run " + program};
  return {Code::internal, program + " failed: " + tailOf(command.output)};
}

std::string tailOf(const std::filesystem::path& file, std::size_t bytes) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return "(no output)";
  const auto size = static_cast<std::size_t>(in.tellg());
  in.seekg(static_cast<std::streamoff>(size > bytes ? size - bytes : 0));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<std::filesystem::path> firstUnreachable(const std::vector<std::filesystem::path>& paths,
                                                      const SystemUser& user) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (!dropIdentity(user)) ::_exit(1);
    for (std::size_t i = 0; i < paths.size() && i < 250; ++i)
      if (::access(paths[i].c_str(), X_OK) != 0) ::_exit(static_cast<int>(i) + 1);
    ::_exit(0);
  }
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const std::size_t bad = WIFEXITED(status) ? static_cast<std::size_t>(WEXITSTATUS(status)) : 0;
  if (bad == 0 || bad > paths.size()) return std::nullopt;
  return paths[bad - 1];
}

}  // namespace foyer::server
