// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster_files.hpp"

#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <set>
#include <thread>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::server {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kSocketPathMax = 107;
constexpr std::string_view kSocketFile = "/.s.PGSQL.5432";

fs::path shortSocketFolder(const fs::path& root) {
  return "/tmp/foyer-pg-" + toHex(crypto::digest128(asBytes(root.string())));
}

std::optional<SystemUser> lookUp(const std::string& name) {
  if (const passwd* entry = ::getpwnam(name.c_str())) return SystemUser{entry->pw_uid, entry->pw_gid, name};
  return std::nullopt;
}

std::string userName(uid_t uid) {
  const passwd* entry = ::getpwuid(uid);
  return entry ? entry->pw_name : std::to_string(uid);
}

Result<void> ownFolder(const fs::path& folder, const SystemUser& user, mode_t mode) {
  if (::mkdir(folder.c_str(), mode) != 0 && errno != EEXIST)
    return {Code::internal, "cannot make " + folder.string() + ": " + std::strerror(errno)};
  struct stat info {};
  if (::lstat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
    return {Code::internal, folder.string() + " is not a folder"};
  const bool root = ::geteuid() == 0;
  if (info.st_uid != user.uid && !(root && info.st_uid == 0))
    return {Code::internal,
            folder.string() + " belongs to " + userName(info.st_uid) + ", not to " + user.name};
  if ((root && ::lchown(folder.c_str(), user.uid, user.gid) != 0) || ::chmod(folder.c_str(), mode) != 0)
    return {Code::internal,
            "cannot hand " + folder.string() + " to " + user.name + ": " + std::strerror(errno)};
  return {};
}

std::string readFile(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool isPostmasterOf(pid_t pid, const fs::path& data) {
  const std::string line = readFile("/proc/" + std::to_string(pid) + "/cmdline");
  return line.find("postgres") != std::string::npos && line.find(data.string() + '\0') != std::string::npos;
}

}  // namespace

ClusterLayout layoutOf(const fs::path& dir) {
  ClusterLayout layout;
  layout.root = fs::weakly_canonical(fs::absolute(dir));
  layout.data = layout.root / "data";
  layout.socket = layout.root / "run";
  if (layout.socket.string().size() + kSocketFile.size() > kSocketPathMax)
    layout.socket = shortSocketFolder(layout.root);
  layout.log = layout.root / "postgres.log";
  layout.lock = layout.root / "owner.lock";
  return layout;
}

Result<SystemUser> clusterUser(const std::string& wanted) {
  if (::geteuid() != 0) return SystemUser{::geteuid(), ::getegid(), userName(::geteuid())};
  if (!wanted.empty()) {
    const auto user = lookUp(wanted);
    if (!user) return {Code::notFound, "there is no system user " + wanted + " to run PostgreSQL as"};
    if (user->uid == 0)
      return {Code::forbidden, "PostgreSQL refuses to run as root; name another system user"};
    return *user;
  }
  for (const char* name : {"foyer", "postgres", "nobody"})
    if (const auto user = lookUp(name)) return *user;
  return {Code::notFound,
          "started as root, but none of the users foyer, postgres and nobody exists to run "
          "PostgreSQL as: make one (adduser --system foyer) or set cluster.user"};
}

Result<fs::path> findBinDir(const ClusterOptions& options, const ClusterLayout& layout) {
  if (!options.binDir.empty()) {
    if (fs::exists(options.binDir / "postgres")) return options.binDir;
    return {Code::notFound, "there is no program postgres in " + options.binDir.string()};
  }
  std::string version = readFile(layout.data / "PG_VERSION");
  while (!version.empty() && version.back() == '\n') version.pop_back();
  fs::path best;
  int bestVersion = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string name = entry.path().filename().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    if (!fs::exists(entry.path() / "bin/initdb") || (!version.empty() && name != version)) continue;
    if (number > bestVersion) best = entry.path() / "bin", bestVersion = number;
  }
  if (!best.empty()) return best;
  if (!version.empty())
    return {Code::notFound, "the data in " + layout.data.string() + " needs PostgreSQL " + version +
                                ", which is not installed (package postgresql-" + version + ")"};
  return {Code::notFound, "PostgreSQL is not installed (package postgresql), and no database_url is set"};
}

Result<void> prepareFolders(const ClusterLayout& layout, const SystemUser& user) {
  std::error_code error;
  std::vector<fs::path> missing;
  for (fs::path p = layout.root.parent_path(); !fs::exists(p, error); p = p.parent_path())
    missing.push_back(p);
  fs::create_directories(layout.root.parent_path(), error);
  if (error)
    return {Code::internal, "cannot make " + layout.root.parent_path().string() + ": " + error.message()};
  for (const fs::path& made : missing) ::chmod(made.c_str(), 0711);  // the database's user must pass through

  if (auto made = ownFolder(layout.root, user, 0700); !made) return made;
  std::vector<fs::path> parents;
  for (fs::path p = layout.root; p != p.root_path(); p = p.parent_path()) parents.insert(parents.begin(), p);
  if (const auto bad = firstUnreachable(parents, user))
    return {Code::forbidden,
            "PostgreSQL runs as the user " + user.name + ", who may not enter " + bad->string() +
                ": choose another --data folder, or allow it with: chmod o+x " + bad->string()};
  return ownFolder(layout.socket, user, 0700);
}

Result<void> createCluster(const ClusterOptions& options, const ClusterLayout& layout, const fs::path& binDir,
                           const SystemUser& user) {
  if (fs::exists(layout.data / "PG_VERSION")) return {};
  if (fs::exists(layout.data))
    return {Code::damaged, layout.data.string() + " exists, but is no PostgreSQL data folder"};
  const fs::path fresh = layout.root / "data.new";
  std::error_code error;
  fs::remove_all(fresh, error);
  ChildCommand init;
  init.argv = {
      binDir / "initdb",  "-D", fresh, "-U", kClusterRole, "-E", "UTF8", "--locale=C.UTF-8", "--auth=peer",
      "--no-instructions"};
  if (!options.durable) init.argv.emplace_back("--no-sync");
  init.user = user;
  init.workDir = layout.root;
  init.output = layout.log;
  if (auto done = runToEnd(init); !done) return done;

  ChildCommand single = init;
  single.argv = {binDir / "postgres", "--single", "-D", fresh, "template1"};
  if (!options.durable) single.argv.insert(single.argv.begin() + 2, {"-c", "fsync=off"});
  single.input = "CREATE DATABASE \"" + options.database + "\"\n";
  if (auto done = runToEnd(single); !done) return done;
  fs::rename(fresh, layout.data, error);
  if (error) return {Code::internal, "cannot rename " + fresh.string() + ": " + error.message()};
  return {};
}

Result<void> writeAccessRules(const ClusterLayout& layout, const SystemUser& user) {
  const std::set<std::string> users = {"root", user.name, userName(::geteuid())};
  std::string map;
  for (const std::string& name : users) map += "foyer \"" + name + "\" " + kClusterRole + "\n";
  const std::pair<const char*, std::string> files[] = {{"pg_hba.conf", "local all all peer map=foyer\n"},
                                                       {"pg_ident.conf", map}};
  for (const auto& [name, text] : files) {
    const fs::path file = layout.data / name;
    std::ofstream out(file, std::ios::trunc);
    out << text;
    if (!out.flush()) return {Code::internal, "cannot write " + file.string()};
  }
  return {};
}

PostmasterFile readPostmasterFile(const ClusterLayout& layout) {
  std::ifstream in(layout.data / "postmaster.pid");
  PostmasterFile file;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (number == 1) std::from_chars(line.data(), line.data() + line.size(), file.pid);
    if (number == 8) file.ready = line.starts_with("ready");
  }
  return file;
}

void endLeftover(const ClusterLayout& layout) {
  using namespace std::chrono_literals;
  const PostmasterFile old = readPostmasterFile(layout);
  if (old.pid <= 0) return;
  for (int step = 0; step < 600 && isPostmasterOf(old.pid, layout.data); ++step) {
    if (step == 0) ::kill(old.pid, SIGINT);
    if (step == 400) ::kill(old.pid, SIGQUIT);
    std::this_thread::sleep_for(50ms);
  }
  // A process that reuses the number must not keep PostgreSQL from starting.
  std::error_code ignored;
  if (!isPostmasterOf(old.pid, layout.data)) fs::remove(layout.data / "postmaster.pid", ignored);
}

}  // namespace foyer::server
