// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace.hpp"

#include <cstdio>

namespace foyer::test {
namespace {

constexpr std::uint64_t kPrime = 1099511628211u;  // FNV-1a
constexpr std::size_t kKept = 200'000;

std::string moment(std::int64_t ms) {
  char text[40];
  std::snprintf(text, sizeof text, "%3lld:%02lld:%02lld.%03lld", static_cast<long long>(ms / 3'600'000),
                static_cast<long long>(ms / 60'000 % 60), static_cast<long long>(ms / 1000 % 60),
                static_cast<long long>(ms % 1000));
  return text;
}

}  // namespace

void Trace::say(const std::string& who, const std::function<std::string()>& what) {
  if (!m_on) return;
  m_lines.push_back(moment(m_time.now()) + "  " + who + "  " + what());
  if (m_lines.size() > kKept) m_lines.pop_front();
}

void Trace::mark(int actor, int what, std::string_view bytes) {
  const auto now = static_cast<std::uint64_t>(m_time.now());
  const auto size = static_cast<std::uint64_t>(bytes.size());
  for (const std::uint64_t value :
       {now, static_cast<std::uint64_t>(actor), static_cast<std::uint64_t>(what), size})
    m_hash = (m_hash ^ value) * kPrime;
  for (const char c : bytes) m_hash = (m_hash ^ static_cast<unsigned char>(c)) * kPrime;
}

std::string Trace::text(std::size_t lines) const {
  std::string all;
  const std::size_t from = m_lines.size() > lines ? m_lines.size() - lines : 0;
  for (std::size_t i = from; i < m_lines.size(); ++i) all += m_lines[i] + '\n';
  return all;
}

}  // namespace foyer::test
