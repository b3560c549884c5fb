// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::server {
namespace {

namespace json = boost::json;

constexpr std::string_view kPurpose = "foyer-ledger";

constexpr std::array<std::pair<LedgerKind, std::string_view>, 10> kKinds{{
    {LedgerKind::erasure, "erasure"},
    {LedgerKind::member, "member"},
    {LedgerKind::session, "session"},
    {LedgerKind::sessions, "sessions"},
    {LedgerKind::key, "key"},
    {LedgerKind::consent, "consent"},
    {LedgerKind::badge, "badge"},
    {LedgerKind::kiosk, "kiosk"},
    {LedgerKind::joined, "joined"},
    {LedgerKind::code, "code"},
}};

[[noreturn]] void failed(const std::string& what) {
  throw std::runtime_error("The ledger " + what + ": " + std::strerror(errno));
}

std::string hashOf(const std::string& before, std::string_view body) {
  crypto::Hasher hasher(kPurpose);
  hasher.updatePart(asBytes(before)).updatePart(asBytes(body));
  return toHex(hasher.finish128());
}

Error damaged(std::int64_t number) {
  return {Code::damaged,
          {},
          "Entry " + std::to_string(number) +
              " of the ledger of erasures and revocations is missing or altered."};
}

void syncFolder(const std::filesystem::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

std::string_view kindName(LedgerKind kind) {
  for (const auto& [known, name] : kKinds)
    if (known == kind) return name;
  return "erasure";
}

std::string firstLedgerHash() { return std::string(32, '0'); }

std::string encodeLedgerLine(const LedgerEntry& entry, const std::string& before, std::string& hash) {
  json::object o{{"n", entry.number}, {"at", entry.atMs}, {"kind", kindName(entry.kind)}};
  if (!entry.scope.isNil()) o["scope"] = entry.scope.str();
  if (!entry.subject.isNil()) o["subject"] = entry.subject.str();
  if (!entry.detail.empty()) o["detail"] = entry.detail;
  const std::string body = json::serialize(o);
  hash = hashOf(before, body);
  return hash + ' ' + body;
}

Result<LedgerLine> decodeLedgerLine(const std::string& line, const std::string& before, std::int64_t number) {
  const std::size_t space = line.find(' ');
  if (space == std::string::npos || line.substr(0, space) != hashOf(before, line.substr(space + 1)))
    return damaged(number);
  boost::system::error_code error;
  const json::value value = json::parse(line.substr(space + 1), error);
  if (error || !value.is_object()) return damaged(number);
  const json::object& o = value.get_object();
  const auto text = [&o](std::string_view key) {
    const json::value* v = o.if_contains(key);
    return v != nullptr && v->is_string() ? std::string(v->get_string()) : std::string();
  };
  const auto integer = [&o](std::string_view key) {
    const json::value* v = o.if_contains(key);
    return v != nullptr && v->is_int64() ? v->get_int64() : std::int64_t{0};
  };
  LedgerLine out;
  out.hash = line.substr(0, space);
  out.entry.number = integer("n");
  out.entry.atMs = integer("at");
  out.entry.scope = Uuid::parse(text("scope")).value_or(Uuid{});
  out.entry.subject = Uuid::parse(text("subject")).value_or(Uuid{});
  out.entry.detail = text("detail");
  const std::string kind = text("kind");
  bool known = false;
  for (const auto& [one, name] : kKinds) {
    if (name != kind) continue;
    out.entry.kind = one;
    known = true;
  }
  if (!known) {
    return Error{
        Code::tooNew, {}, "The ledger has an entry \"" + kind + "\", which this server doesn't know."};
  }
  if (out.entry.number != number) return damaged(number);
  return out;
}

LedgerFile::LedgerFile(const std::filesystem::path& file) {
  const bool fresh = !std::filesystem::exists(file);
  if (!file.parent_path().empty()) std::filesystem::create_directories(file.parent_path());
  m_fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (m_fd < 0) failed(file.string() + " can't be opened");
  if (fresh) syncFolder(file.parent_path());
}

LedgerFile::~LedgerFile() { ::close(m_fd); }

LedgerFile::Lock::Lock(const LedgerFile& file) : m_fd(file.m_fd) {
  while (::flock(m_fd, LOCK_EX) != 0)
    if (errno != EINTR) failed("can't be locked");
}

LedgerFile::Lock::~Lock() { ::flock(m_fd, LOCK_UN); }

std::string LedgerFile::readFrom(std::size_t offset) const {
  std::string out;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t got = ::pread(m_fd, part.data(), part.size(), static_cast<off_t>(offset + out.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failed("can't be read");
    if (got == 0) return out;
    out.append(part.data(), static_cast<std::size_t>(got));
  }
}

void LedgerFile::append(const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t put = ::write(m_fd, text.data() + done, text.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) failed("can't be written");
    done += static_cast<std::size_t>(put);
  }
  if (::fsync(m_fd) != 0) failed("can't be written");
}

void LedgerFile::cutAt(std::size_t size) {
  if (::ftruncate(m_fd, static_cast<off_t>(size)) != 0 || ::fsync(m_fd) != 0) failed("can't be cut");
}

}  // namespace foyer::server
