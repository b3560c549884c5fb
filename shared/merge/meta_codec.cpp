// SPDX-License-Identifier: GPL-3.0-or-later
// Layout: format (1 byte), devices (count, 16 bytes each), points = distinct marks (count; device index,
// version, time above the smallest time), fields, elements, edits, deletes. Everything else refers to points
// by index. Numbers are LEB128 varints.
#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "merge/meta.hpp"

namespace foyer::merge {
namespace {

constexpr char kFormat = 1;

bool pointLess(const Mark& a, const Mark& b) {
  return std::tie(a.version, a.device, a.time) < std::tie(b.version, b.device, b.time);
}

void put(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<char>((number & 0x7F) | 0x80));
  out.push_back(static_cast<char>(number));
}

template <class T>
void sortUnique(std::vector<T>& all, bool (*less)(const T&, const T&)) {
  std::sort(all.begin(), all.end(), less);
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

bool uuidLess(const Uuid& a, const Uuid& b) { return a < b; }

class Writer {
 public:
  explicit Writer(const Meta& meta) : m_meta(meta) { collect(); }

  std::string run() {
    m_out.push_back(kFormat);
    writePoints();
    put(m_out, m_meta.fields.size());
    for (const FieldMeta& field : m_meta.fields) {
      put(m_out, field.field);
      put(m_out, indexOf(field.top) << 1 | (field.also.empty() ? 0 : 1));
      if (field.also.empty()) continue;
      put(m_out, field.also.size());
      for (const Mark& mark : field.also) put(m_out, indexOf(mark));
    }
    put(m_out, m_meta.elements.size());
    for (const ElementMeta& element : m_meta.elements) {
      put(m_out, element.field);
      put(m_out, element.element.size());
      m_out += element.element;
      put(m_out, element.adds.size());
      for (const Mark& mark : element.adds) put(m_out, indexOf(mark));
    }
    writeTwo(m_meta.edits);
    writeTwo(m_meta.deletes);
    return std::move(m_out);
  }

 private:
  void collect() {
    for (const FieldMeta& field : m_meta.fields) {
      m_points.push_back(field.top);
      m_points.insert(m_points.end(), field.also.begin(), field.also.end());
    }
    for (const ElementMeta& element : m_meta.elements)
      m_points.insert(m_points.end(), element.adds.begin(), element.adds.end());
    collect(m_meta.edits);
    collect(m_meta.deletes);
    sortUnique(m_points, pointLess);
    for (const Mark& mark : m_points) m_devices.push_back(mark.device);
    sortUnique(m_devices, uuidLess);
  }
  void collect(const NewestTwo& two) {
    if (two.newest.version != 0) m_points.push_back(two.newest);
    if (two.other.version != 0) m_points.push_back(two.other);
  }

  void writePoints() {
    put(m_out, m_devices.size());
    for (const Uuid& device : m_devices) m_out.append(reinterpret_cast<const char*>(device.bytes.data()), 16);
    put(m_out, m_points.size());
    if (m_points.empty()) return;
    Hlc least = m_points.front().time;
    for (const Mark& mark : m_points) least = std::min(least, mark.time);
    put(m_out, least.value);
    for (const Mark& mark : m_points) {
      const auto device = std::lower_bound(m_devices.begin(), m_devices.end(), mark.device);
      put(m_out, static_cast<std::uint64_t>(device - m_devices.begin()));
      put(m_out, static_cast<std::uint64_t>(mark.version));
      put(m_out, mark.time.value - least.value);
    }
  }

  /// 0 = no mark, else index of the newest plus one, doubled, plus one if there is another.
  void writeTwo(const NewestTwo& two) {
    if (two.newest.version == 0) return put(m_out, 0);
    const bool other = two.other.version != 0;
    put(m_out, (indexOf(two.newest) + 1) << 1 | (other ? 1 : 0));
    if (other) put(m_out, indexOf(two.other));
  }

  std::uint64_t indexOf(const Mark& mark) const {
    const auto found = std::lower_bound(m_points.begin(), m_points.end(), mark, pointLess);
    return static_cast<std::uint64_t>(found - m_points.begin());
  }

  const Meta& m_meta;
  std::vector<Mark> m_points;
  std::vector<Uuid> m_devices;
  std::string m_out;
};

[[noreturn]] void damaged() { throw std::runtime_error("merge state is damaged"); }

class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_rest(bytes) {}

  Meta run() {
    if (m_rest.empty() || m_rest.front() != kFormat) damaged();
    m_rest.remove_prefix(1);
    readPoints();
    Meta meta;
    meta.fields.resize(count(2));
    for (FieldMeta& field : meta.fields) readField(field);
    meta.elements.resize(count(3));
    for (ElementMeta& element : meta.elements) {
      element.field = fieldId();
      element.element = bytes(number());
      element.adds.resize(count(1));
      for (Mark& mark : element.adds) mark = point(number());
    }
    meta.edits = two();
    meta.deletes = two();
    if (!m_rest.empty()) damaged();
    return meta;
  }

 private:
  void readPoints() {
    std::vector<Uuid> devices(count(16));
    for (Uuid& device : devices) {
      const std::string_view raw = bytes(16);
      std::copy(raw.begin(), raw.end(), device.bytes.begin());
    }
    m_points.resize(count(3));
    if (m_points.empty()) return;
    const std::uint64_t least = number();
    for (Mark& mark : m_points) {
      const std::uint64_t device = number();
      if (device >= devices.size()) damaged();
      mark.device = devices[device];
      mark.version = static_cast<std::int64_t>(number());
      if (mark.version < 0) damaged();
      mark.time.value = least + number();
    }
  }

  void readField(FieldMeta& field) {
    field.field = fieldId();
    const std::uint64_t top = number();
    field.top = point(top >> 1);
    if ((top & 1) == 0) return;
    field.also.resize(count(1));
    for (Mark& mark : field.also) mark = point(number());
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (m_rest.empty()) damaged();
      const auto byte = static_cast<std::uint8_t>(m_rest.front());
      m_rest.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    damaged();
  }
  /// A count of things that take at least `least` bytes each.
  std::size_t count(std::size_t least) {
    const std::uint64_t n = number();
    if (n > m_rest.size() / least) damaged();
    return n;
  }
  std::uint16_t fieldId() {
    const std::uint64_t id = number();
    if (id > UINT16_MAX) damaged();
    return static_cast<std::uint16_t>(id);
  }
  std::string_view bytes(std::uint64_t size) {
    if (size > m_rest.size()) damaged();
    const std::string_view out = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return out;
  }
  const Mark& point(std::uint64_t index) const {
    if (index >= m_points.size()) damaged();
    return m_points[index];
  }
  NewestTwo two() {
    NewestTwo out;
    const std::uint64_t code = number();
    if (code < 2) {
      if (code == 1) damaged();
      return out;
    }
    out.newest = point((code >> 1) - 1);
    if ((code & 1) != 0) out.other = point(number());
    const bool empty = out.newest.version == 0 || ((code & 1) != 0 && out.other.version == 0);
    if (empty) damaged();
    return out;
  }

  std::string_view m_rest;
  std::vector<Mark> m_points;
};

}  // namespace

std::string encodeMeta(const Meta& meta) { return Writer(meta).run(); }

Meta decodeMeta(std::string_view bytes) { return Reader(bytes).run(); }

}  // namespace foyer::merge
