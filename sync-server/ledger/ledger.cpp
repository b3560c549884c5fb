// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ledger/ledger.hpp"

#include <mutex>
#include <stdexcept>

#include "ledger_file.hpp"

namespace foyer::server {
namespace {

class FileLedger final : public Ledger {
 public:
  explicit FileLedger(const std::filesystem::path& file) : m_file(file) {}

  Result<void> begin() {
    const std::lock_guard guard(m_mutex);
    const LedgerFile::Lock lock(m_file);
    return follow();
  }

  std::int64_t append(LedgerEntry entry) override {
    const std::lock_guard guard(m_mutex);
    const LedgerFile::Lock lock(m_file);
    followOrThrow();
    entry.number = static_cast<std::int64_t>(m_lines.size()) + 1;
    LedgerLine line;
    const std::string text = encodeLedgerLine(entry, lastHash(), line.hash) + '\n';
    try {
      m_file.append(text);
    } catch (...) {
      m_file.cutAt(m_read);
      throw;
    }
    m_read += text.size();
    line.entry = std::move(entry);
    m_lines.push_back(std::move(line));
    return m_lines.back().entry.number;
  }

  std::vector<LedgerEntry> since(std::int64_t number) override {
    const std::lock_guard guard(m_mutex);
    const LedgerFile::Lock lock(m_file);
    followOrThrow();
    std::vector<LedgerEntry> out;
    for (std::size_t i = static_cast<std::size_t>(std::max<std::int64_t>(number, 0)); i < m_lines.size(); ++i)
      out.push_back(m_lines[i].entry);
    return out;
  }

  std::int64_t last() override {
    const std::lock_guard guard(m_mutex);
    const LedgerFile::Lock lock(m_file);
    followOrThrow();
    return static_cast<std::int64_t>(m_lines.size());
  }

  std::optional<std::string> hashAt(std::int64_t number) override {
    const std::lock_guard guard(m_mutex);
    const LedgerFile::Lock lock(m_file);
    followOrThrow();
    if (number == 0) return firstLedgerHash();
    if (number < 0 || number > static_cast<std::int64_t>(m_lines.size())) return std::nullopt;
    return m_lines[static_cast<std::size_t>(number - 1)].hash;
  }

 private:
  std::string lastHash() const { return m_lines.empty() ? firstLedgerHash() : m_lines.back().hash; }

  /// Reads what was added since the last time. What is cut off at the end was never promised.
  Result<void> follow() {
    const std::string fresh = m_file.readFrom(m_read);
    std::size_t at = 0;
    for (;;) {
      const std::size_t end = fresh.find('\n', at);
      if (end == std::string::npos) break;
      auto line = decodeLedgerLine(fresh.substr(at, end - at), lastHash(),
                                   static_cast<std::int64_t>(m_lines.size()) + 1);
      if (!line) return line.error();
      m_lines.push_back(std::move(*line));
      at = end + 1;
    }
    m_read += at;
    if (at < fresh.size()) m_file.cutAt(m_read);
    return {};
  }
  void followOrThrow() {
    if (const auto read = follow(); !read) throw std::runtime_error(read.error().message);
  }

  std::mutex m_mutex;
  LedgerFile m_file;
  std::vector<LedgerLine> m_lines;
  std::size_t m_read = 0;
};

}  // namespace

std::map<Uuid, std::string> membersByLedger(Ledger& ledger, const Uuid& scope) {
  std::map<Uuid, std::string> members;
  for (const LedgerEntry& entry : ledger.since(0)) {
    if (entry.scope != scope) continue;
    if (entry.kind == LedgerKind::joined) members[entry.subject] = entry.detail;
    if (entry.kind == LedgerKind::member || entry.kind == LedgerKind::kiosk) members.erase(entry.subject);
  }
  return members;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::filesystem::path& file) {
  try {
    auto ledger = std::make_unique<FileLedger>(file);
    if (const auto read = ledger->begin(); !read) return read.error();
    return std::unique_ptr<Ledger>(std::move(ledger));
  } catch (const std::exception& e) {
    return Error{Code::internal, {}, e.what()};
  }
}

}  // namespace foyer::server
