// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "pq_link.hpp"

namespace foyer::server {
namespace {

template <class T>
void bigEndian(std::string& out, T value) {
  for (int shift = static_cast<int>(sizeof(T)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xff));
  }
}

std::string_view view(std::span<const std::uint8_t> raw) {
  return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

std::string_view withoutNul(std::string_view text) {
  if (text.find('\0') != std::string_view::npos)
    throw std::invalid_argument("NUL in a text for the database");
  return text;
}

}  // namespace

PqParams& PqParams::add(std::string value, bool isNull) {
  m_values.push_back(std::move(value));
  m_nulls.push_back(isNull);
  return *this;
}

PqParams& PqParams::uuid(const Uuid& id) { return add(std::string(view(id.bytes))); }
PqParams& PqParams::integer(std::int64_t value) {
  std::string out;
  bigEndian(out, value);
  return add(std::move(out));
}
PqParams& PqParams::smallint(std::int16_t value) {
  std::string out;
  bigEndian(out, value);
  return add(std::move(out));
}
PqParams& PqParams::text(std::string_view value) { return add(std::string(withoutNul(value))); }
PqParams& PqParams::bytes(std::span<const std::uint8_t> value) { return add(std::string(view(value))); }
PqParams& PqParams::null() { return add({}, true); }
PqParams& PqParams::raw(std::string binary) { return add(std::move(binary)); }

PqArray::PqArray(Oid element) {
  bigEndian<std::int32_t>(m_out, 1);  // dimensions
  bigEndian<std::int32_t>(m_out, 0);  // has nulls: set by finish
  bigEndian<std::uint32_t>(m_out, element);
  bigEndian<std::int32_t>(m_out, 0);  // count: set by finish
  bigEndian<std::int32_t>(m_out, 1);  // lower bound
}

void PqArray::length(std::int32_t n) {
  bigEndian(m_out, n);
  ++m_count;
}
void PqArray::uuid(const Uuid& id) { bytes(id.bytes); }
void PqArray::integer(std::int64_t value) {
  length(8);
  bigEndian(m_out, value);
}
void PqArray::smallint(std::int16_t value) {
  length(2);
  bigEndian(m_out, value);
}
void PqArray::boolean(bool value) {
  length(1);
  m_out.push_back(value ? '\1' : '\0');
}
void PqArray::text(std::string_view value) {
  withoutNul(value);
  length(static_cast<std::int32_t>(value.size()));
  m_out += value;
}
void PqArray::bytes(std::span<const std::uint8_t> value) {
  length(static_cast<std::int32_t>(value.size()));
  m_out += view(value);
}
void PqArray::null() {
  length(-1);
  m_nulls = true;
}

std::string PqArray::finish() {
  std::string count;
  bigEndian(count, m_count);
  m_out.replace(12, 4, count);
  m_out[7] = m_nulls ? '\1' : '\0';
  return std::move(m_out);
}

Uuid PqResult::uuid(int row, int column) const {
  const std::string_view raw = cell(row, column);
  const auto id = Uuid::fromBytes({reinterpret_cast<const std::uint8_t*>(raw.data()), raw.size()});
  if (!id) throw std::runtime_error("The database sent no UUID where one was asked for.");
  return *id;
}

std::int64_t PqResult::integer(int row, int column) const {
  const std::string_view raw = cell(row, column);
  std::uint64_t value = !raw.empty() && (raw[0] & 0x80) ? ~std::uint64_t{0} : 0;
  for (const char c : raw) value = (value << 8) | static_cast<std::uint8_t>(c);
  return static_cast<std::int64_t>(value);
}

}  // namespace foyer::server
