// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/seal.hpp"
#include "keys.hpp"

namespace foyer::store {

/// Seals the mutations that outlive leaving a scope (law 12), so that no file of the device shows them to who
/// has not the key. A sealed one is text as well, and bound to its record.
class Sealer {
 public:
  explicit Sealer(std::optional<crypto::SealKey> key) : m_key(std::move(key)) {}

  bool hasKey() const { return m_key.has_value(); }
  /// Only with a key.
  std::string seal(std::string_view json, const RecordKey& record) const;
  /// Nothing when it was sealed with another key, for another record, or when it is damaged.
  std::optional<std::string> open(std::string_view sealed, const RecordKey& record) const;
  static bool isSealed(std::string_view text);

 private:
  std::optional<crypto::SealKey> m_key;
};

}  // namespace foyer::store
