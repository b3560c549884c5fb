// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cluster/private_cluster.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include "cluster_files.hpp"

namespace foyer::server {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

std::string connectionTo(const ClusterLayout& layout, const std::string& database) {
  return "host='" + layout.socket.string() + "' port=5432 user=" + kClusterRole + " dbname='" + database +
         "'";
}

/// A cluster that another process runs; nothing to supervise.
class AttachedCluster final : public PrivateCluster {
 public:
  AttachedCluster(ClusterLayout layout, std::string database)
      : m_layout(std::move(layout)), m_database(std::move(database)) {}
  std::string connectionString(const std::string& database) const override {
    return connectionTo(m_layout, database.empty() ? m_database : database);
  }
  bool running() const override { return readPostmasterFile(m_layout).ready; }
  int pid() const override { return 0; }
  void stop() override {}

 private:
  ClusterLayout m_layout;
  std::string m_database;
};

/// The folder's lock; whoever holds it runs the cluster.
class OwnerLock {
 public:
  explicit OwnerLock(const std::filesystem::path& file)
      : m_fd(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
        m_held(m_fd >= 0 && ::flock(m_fd, LOCK_EX | LOCK_NB) == 0) {}
  OwnerLock(OwnerLock&& other) noexcept
      : m_fd(std::exchange(other.m_fd, -1)), m_held(std::exchange(other.m_held, false)) {}
  OwnerLock(const OwnerLock&) = delete;
  OwnerLock& operator=(const OwnerLock&) = delete;
  OwnerLock& operator=(OwnerLock&&) = delete;
  ~OwnerLock() {
    if (m_fd >= 0) ::close(m_fd);
  }
  bool held() const { return m_held; }

 private:
  int m_fd;
  bool m_held;
};

/// Runs the postmaster from a thread of its own, since the kernel's death signal is bound to the starting
/// thread.
class OwnedCluster final : public PrivateCluster {
 public:
  OwnedCluster(ClusterOptions options, ClusterLayout layout, OwnerLock lock, ChildCommand command)
      : m_options(std::move(options)),
        m_layout(std::move(layout)),
        m_lock(std::move(lock)),
        m_command(std::move(command)) {}
  ~OwnedCluster() override { OwnedCluster::stop(); }

  Result<void> launch() {
    m_thread = std::thread([this] { supervise(); });
    const auto deadline = SteadyClock::now() + m_options.startTimeout;
    std::unique_lock lock(m_mutex);
    while (SteadyClock::now() < deadline && !m_gaveUp) {
      const PostmasterFile file = readPostmasterFile(m_layout);
      if (m_pid > 0 && file.ready && file.pid == m_pid) {
        m_started = true;
        return {};
      }
      m_changed.wait_for(lock, 10ms);
    }
    lock.unlock();
    stop();
    return {Code::internal, "PostgreSQL did not start: " + tailOf(m_layout.log)};
  }

  std::string connectionString(const std::string& database) const override {
    return connectionTo(m_layout, database.empty() ? m_options.database : database);
  }

  bool running() const override {
    const std::lock_guard lock(m_mutex);
    const PostmasterFile file = readPostmasterFile(m_layout);
    return m_pid > 0 && file.ready && file.pid == m_pid;
  }

  int pid() const override {
    const std::lock_guard lock(m_mutex);
    return m_pid;
  }

  void stop() override {
    {
      std::unique_lock lock(m_mutex);
      m_stopping = true;
      m_changed.notify_all();
      endChild(lock);
    }
    const std::lock_guard once(m_joinMutex);
    if (m_thread.joinable()) m_thread.join();
    if (m_layout.socket.parent_path() != m_layout.root) ::rmdir(m_layout.socket.c_str());
  }

 private:
  // SIGINT ends connections and writes a checkpoint; what does not obey in time is killed.
  void endChild(std::unique_lock<std::mutex>& lock) {
    for (const auto& [number, patience] :
         {std::pair{SIGINT, m_options.stopTimeout}, {SIGQUIT, 5'000ms}, {SIGKILL, 5'000ms}}) {
      if (m_pid <= 0) return;
      ::kill(m_pid, number);
      m_changed.wait_for(lock, patience, [this] { return m_pid <= 0; });
    }
  }

  void supervise() {
    auto delay = 100ms;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
      const auto begin = SteadyClock::now();
      auto child = spawn(m_command);
      if (child) {
        m_pid = *child;
        m_changed.notify_all();
        lock.unlock();
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(*child), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
        }
        lock.lock();
        ::waitpid(*child, nullptr, 0);  // under the lock, so that nobody signals a number that was given away
        m_pid = 0;
        m_changed.notify_all();
      }
      if (m_stopping) return;
      if (!m_started) {
        m_gaveUp = true;
        return;
      }
      if (SteadyClock::now() - begin > 30s) delay = 100ms;
      say(true, "PostgreSQL ended by itself, starting it again: " + tailOf(m_layout.log, 200));
      m_changed.wait_for(lock, delay, [this] { return m_stopping; });
      delay = std::min(delay * 2, std::chrono::milliseconds(5'000));
    }
  }

  void say(bool isError, const std::string& text) const {
    if (m_options.log) m_options.log(isError, text);
  }

  const ClusterOptions m_options;
  const ClusterLayout m_layout;
  const OwnerLock m_lock;
  const ChildCommand m_command;
  mutable std::mutex m_mutex;
  std::mutex m_joinMutex;
  std::condition_variable m_changed;
  pid_t m_pid = 0;
  bool m_stopping = false, m_started = false, m_gaveUp = false;
  std::thread m_thread;
};

ChildCommand postmasterCommand(const ClusterOptions& options, const ClusterLayout& layout,
                               const SystemUser& user, const std::filesystem::path& binDir) {
  std::vector<std::pair<std::string, std::string>> settings = {
      {"listen_addresses", ""},
      {"unix_socket_directories", layout.socket.string()},
      {"unix_socket_permissions", "0700"},
      {"port", "5432"},
      {"logging_collector", "off"},
      {"log_destination", "stderr"},
      {"log_timezone", "UTC"},
      {"timezone", "UTC"},
      {"jit", "off"}};
  if (!options.durable) {
    for (const char* name : {"fsync", "synchronous_commit", "full_page_writes", "autovacuum"})
      settings.emplace_back(name, "off");
    settings.emplace_back("shared_buffers", "32MB");
  }
  settings.insert(settings.end(), options.settings.begin(), options.settings.end());

  ChildCommand command;
  command.argv = {binDir / "postgres", "-D", layout.data};
  for (const auto& [name, value] : settings) {
    command.argv.emplace_back("-c");
    command.argv.push_back(name + "=" + value);
  }
  command.user = user;
  command.workDir = layout.data;
  command.output = layout.log;
  command.deathSignal = SIGINT;
  return command;
}

Result<std::unique_ptr<PrivateCluster>> attachTo(const ClusterOptions& options, const ClusterLayout& layout) {
  if (!options.attach)
    return {Code::conflict,
            "the data folder " + layout.root.string() + " is in use by another server process"};
  auto attached = std::make_unique<AttachedCluster>(layout, options.database);
  const auto deadline = SteadyClock::now() + options.startTimeout;
  while (!attached->running() && SteadyClock::now() < deadline) std::this_thread::sleep_for(20ms);
  if (attached->running()) return std::unique_ptr<PrivateCluster>(std::move(attached));
  return {Code::timeout, "the PostgreSQL of another server process does not take connections"};
}

// PostgreSQL's own log must not grow for ever.
void trimLog(const std::filesystem::path& log) {
  std::error_code ignored;
  if (std::filesystem::file_size(log, ignored) > 8'000'000 && !ignored)
    std::filesystem::rename(log, log.string() + ".old", ignored);
}

}  // namespace

Result<std::unique_ptr<PrivateCluster>> PrivateCluster::start(ClusterOptions options) {
  const ClusterLayout layout = layoutOf(options.dir);
  auto user = clusterUser(options.user);
  if (!user) return user.error();
  if (auto ready = prepareFolders(layout, *user); !ready) return ready.error();
  OwnerLock lock(layout.lock);
  if (!lock.held()) return attachTo(options, layout);
  const auto binDir = findBinDir(options, layout);
  if (!binDir) return binDir.error();
  endLeftover(layout);
  trimLog(layout.log);
  if (auto made = createCluster(options, layout, *binDir, *user); !made) return made.error();
  if (auto written = writeAccessRules(layout, *user); !written) return written.error();
  ChildCommand command = postmasterCommand(options, layout, *user, *binDir);
  auto cluster =
      std::make_unique<OwnedCluster>(std::move(options), layout, std::move(lock), std::move(command));
  if (auto launched = cluster->launch(); !launched) return launched.error();
  return std::unique_ptr<PrivateCluster>(std::move(cluster));
}

}  // namespace foyer::server
