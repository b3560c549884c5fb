// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/digest.hpp"

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::model {
namespace {

template <std::size_t N>
void putNumber(std::string& out, std::uint64_t value) {
  std::array<char, N> raw;
  for (std::size_t i = 0; i < N; ++i) raw[i] = static_cast<char>(value >> (8 * (N - 1 - i)));
  out.append(raw.data(), N);
}

void putPart(std::string& out, std::string_view part) {
  putNumber<4>(out, part.size());
  out.append(part);
}

struct Putter {
  std::string& out;
  void operator()(std::monostate) const {}
  void operator()(std::int64_t value) const { putNumber<8>(out, static_cast<std::uint64_t>(value)); }
  void operator()(const std::string& value) const { putPart(out, value); }
  void operator()(const Uuid& value) const { out.append(asText(value.bytes)); }
  void operator()(const Bytes& value) const { putPart(out, asText(value)); }
  void operator()(const TextSet& value) const {
    putNumber<4>(out, value.size());
    for (const std::string& element : value) putPart(out, element);
  }
};

std::uint64_t readLimb(std::span<const std::uint8_t, 8> raw) {
  std::uint64_t value = 0;
  for (std::uint8_t byte : raw) value = (value << 8) | byte;
  return value;
}

}  // namespace

Digest& Digest::operator+=(const Digest& other) {
  low += other.low;
  high += other.high + (low < other.low ? 1 : 0);
  return *this;
}

Digest& Digest::operator-=(const Digest& other) {
  const bool borrow = low < other.low;
  low -= other.low;
  high -= other.high + (borrow ? 1 : 0);
  return *this;
}

std::array<std::uint8_t, 16> Digest::bytes() const {
  std::array<std::uint8_t, 16> raw{};
  for (std::size_t i = 0; i < 8; ++i) {
    raw[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
    raw[i + 8] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
  }
  return raw;
}

Digest Digest::fromBytes(std::span<const std::uint8_t, 16> raw) {
  return {readLimb(raw.subspan<8, 8>()), readLimb(raw.subspan<0, 8>())};
}

std::string Digest::hex() const { return toHex(bytes()); }

std::optional<Digest> Digest::parse(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  const auto raw = fromHex(hex);
  if (!raw) return std::nullopt;
  return fromBytes(asBytes(*raw).first<16>());
}

void canonicalBytes(const Record& row, std::string& out, int level) {
  putNumber<2>(out, row.collection->id);
  out.append(asText(row.id.bytes));
  putNumber<8>(out, static_cast<std::uint64_t>(row.version));
  out.push_back(static_cast<char>(row.state));
  putNumber<8>(out, static_cast<std::uint64_t>(row.createdMs));
  putNumber<8>(out, static_cast<std::uint64_t>(row.updatedMs));
  const std::span<const schema::Field> fields = row.collection->fields;
  for (std::size_t i = 0; i < fields.size() && i < row.fields.size(); ++i) {
    if (isNull(row.fields[i]) || fields[i].since > level) continue;
    putNumber<2>(out, fields[i].id);
    std::visit(Putter{out}, row.fields[i]);
  }
}

Digest rowHash(const Record& row) { return rowHash(row, schema::kSchemaLevel); }

Digest rowHash(const Record& row, int level) {
  if (row.state == State::tombstone || row.collection->since > level) return {};
  thread_local std::string buffer;
  buffer.clear();
  canonicalBytes(row, buffer, level);
  return Digest::fromBytes(crypto::digest128(asBytes(buffer), "foyer-row"));
}

}  // namespace foyer::model
