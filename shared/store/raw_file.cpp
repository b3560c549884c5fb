// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_file.hpp"

#include <algorithm>
#include <bit>
#include <fstream>
#include <iterator>

namespace foyer::store {

namespace {

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::uint64_t bigEndian(std::string_view from, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size && at + i < from.size(); ++i) {
    value = value << 8 | static_cast<std::uint8_t>(from[at + i]);
  }
  return value;
}

/// SQLite's varint: up to nine bytes, seven bits each, the ninth whole. False at the end of the bytes.
bool varint(std::string_view from, std::size_t& at, std::uint64_t& value) {
  value = 0;
  for (int i = 0; i < 9; ++i) {
    if (at >= from.size()) return false;
    const auto byte = static_cast<std::uint8_t>(from[at++]);
    if (i == 8) {
      value = value << 8 | byte;
      return true;
    }
    value = value << 7 | (byte & 0x7f);
    if ((byte & 0x80) == 0) return true;
  }
  return true;
}

std::int64_t signedInteger(std::string_view from, std::size_t at, std::size_t size) {
  const std::uint64_t raw = bigEndian(from, at, size);
  const int shift = static_cast<int>(64 - 8 * size);
  return static_cast<std::int64_t>(raw << shift) >> shift;
}

constexpr std::uint8_t kTableLeaf = 0x0d;
constexpr std::uint8_t kIndexLeaf = 0x0a;
constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;

}  // namespace

RawFile::RawFile(const std::filesystem::path& file) : m_main(contentOf(file)) {
  readLog(file.string() + "-wal");
}

void RawFile::readLog(const std::filesystem::path& log) {
  m_log = contentOf(log);
  if (m_log.size() < kLogHeader) return;
  if (const std::uint64_t size = bigEndian(m_log, 8, 4);
      std::has_single_bit(size) && size >= 512 && size <= 65536) {
    m_pageSize = static_cast<std::size_t>(size);
  }
  std::map<std::uint32_t, std::size_t> open;  // of a transaction whose end has not been seen
  for (std::size_t at = kLogHeader; at + kFrameHeader + m_pageSize <= m_log.size();
       at += kFrameHeader + m_pageSize) {
    if (m_log.compare(at + 8, 8, m_log, 16, 8) != 0) break;  // frames of an earlier use of the log
    open[static_cast<std::uint32_t>(bigEndian(m_log, at, 4))] = at + kFrameHeader;
    if (bigEndian(m_log, at + 4, 4) == 0) continue;
    for (const auto& [number, where] : open) m_newer[number] = where;
    open.clear();
  }
}

RawFile::Page RawFile::page(std::uint32_t number) const {
  if (const auto it = m_newer.find(number); it != m_newer.end())
    return Page(m_log).substr(it->second, m_pageSize);
  const std::size_t at = (static_cast<std::size_t>(number) - 1) * m_pageSize;
  if (number == 0 || at + m_pageSize > m_main.size()) return {};
  return Page(m_main).substr(at, m_pageSize);
}

void RawFile::forEachRow(const std::function<void(std::int64_t, const Row&)>& take) const {
  auto last = static_cast<std::uint32_t>(m_main.size() / m_pageSize);
  if (!m_newer.empty()) last = std::max(last, m_newer.rbegin()->first);
  for (std::uint32_t number = 2; number <= last; ++number) readLeaf(page(number), take);
}

void RawFile::readLeaf(Page page, const std::function<void(std::int64_t, const Row&)>& take) const {
  if (page.empty()) return;
  const auto type = static_cast<std::uint8_t>(page[0]);
  if (type != kTableLeaf && type != kIndexLeaf) return;
  const std::uint64_t cells = bigEndian(page, 3, 2);
  if (8 + 2 * cells > page.size()) return;
  for (std::uint64_t i = 0; i < cells; ++i) {
    const auto at = static_cast<std::size_t>(bigEndian(page, 8 + 2 * i, 2));
    std::int64_t rowId = 0;
    Row row;
    if (at >= 8 && readCell(page, at, type == kTableLeaf, rowId, row)) take(rowId, row);
  }
}

bool RawFile::readCell(Page page, std::size_t at, bool table, std::int64_t& rowId, Row& row) const {
  std::uint64_t size = 0;
  std::uint64_t id = 0;
  if (!varint(page, at, size) || (table && !varint(page, at, id))) return false;
  rowId = static_cast<std::int64_t>(id);
  std::string bytes;
  return payload(page, at, size, table, bytes) && parse(bytes, row);
}

bool RawFile::payload(Page page, std::size_t at, std::uint64_t size, bool table, std::string& out) const {
  const std::size_t usable = m_pageSize;
  if (size > m_main.size() + m_log.size()) return false;
  const std::size_t most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const std::size_t least = (usable - 12) * 32 / 255 - 23;
  auto local = static_cast<std::size_t>(size);
  if (size > most) {
    local = least + static_cast<std::size_t>((size - least) % (usable - 4));
    if (local > most) local = least;
  }
  if (at + local > page.size()) return false;
  out.assign(page.substr(at, local));
  auto next = static_cast<std::uint32_t>(local < size ? bigEndian(page, at + local, 4) : 0);
  while (out.size() < size) {
    const Page more = this->page(next);
    if (more.empty()) return false;
    out.append(more.substr(4, static_cast<std::size_t>(size) - out.size()));
    next = static_cast<std::uint32_t>(bigEndian(more, 0, 4));
  }
  return true;
}

bool RawFile::parse(std::string_view payload, Row& row) {
  std::size_t at = 0;
  std::uint64_t headerSize = 0;
  if (!varint(payload, at, headerSize) || headerSize > payload.size()) return false;
  auto data = static_cast<std::size_t>(headerSize);
  while (at < headerSize) {
    std::uint64_t type = 0;
    if (!varint(payload, at, type)) return false;
    constexpr std::size_t kIntegerBytes[] = {0, 1, 2, 3, 4, 6, 8};
    std::size_t size = 0;
    if (type >= 1 && type <= 6) size = kIntegerBytes[type];
    if (type == 7) size = 8;
    if (type == 10 || type == 11) return false;
    if (type >= 12) size = static_cast<std::size_t>((type - 12) / 2);
    if (size > payload.size() || data + size > payload.size()) return false;
    if (type == 0) {
      row.emplace_back();
    } else if (type == 7) {
      row.emplace_back(std::bit_cast<double>(bigEndian(payload, data, 8)));
    } else if (type == 8 || type == 9) {
      row.emplace_back(static_cast<std::int64_t>(type - 8));
    } else if (type < 7) {
      row.emplace_back(signedInteger(payload, data, size));
    } else {
      row.emplace_back(std::string(payload.substr(data, size)));
    }
    data += size;
  }
  return true;
}

}  // namespace foyer::store
