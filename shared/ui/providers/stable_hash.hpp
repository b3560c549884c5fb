// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

namespace foyer::ui {

/// FNV-1a over the UTF-8 text, then mixed: the same number on every device and in every version, unlike
/// qHash.
inline std::uint32_t stableHash(const QString& text) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : text.toUtf8()) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6dU;
  return hash ^ (hash >> 13);
}

}  // namespace foyer::ui
