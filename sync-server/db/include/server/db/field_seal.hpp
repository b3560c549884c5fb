// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/uuid.hpp"
#include "crypto/seal.hpp"
#include "model/record.hpp"
#include "schema/types.hpp"

namespace foyer::server {

/// Where a sealed value stands; it opens nowhere else.
struct FieldPlace {
  const schema::Collection& collection;
  const schema::Field& field;
  const Uuid& scope;
  const Uuid& record;
};

/// Seals phone numbers, addresses, documents and networks before the database sees them:
/// XChaCha20-Poly1305 under a key from a file beside the data. Above the store everything is open: digests
/// and limits know nothing of it. Copies share the key; thread-safe.
class FieldSeal {
 public:
  /// Without a key: seals nothing, and refuses to read what is sealed.
  FieldSeal() = default;
  explicit FieldSeal(crypto::SealKey key) : m_key(std::make_shared<const crypto::SealKey>(std::move(key))) {}

  /// Whether values of this field may be sealed: text and bytes that are declared so, and the two values of a
  /// conflict.
  static bool concerns(const schema::Collection& collection, const schema::Field& field);
  /// Whether the value of this record is: a conflict's as the field that it is about.
  static bool wanted(const model::Record& record, const schema::Field& field);
  /// What is stored. A text's first character, U+0001, is one that no field may hold; bytes begin with a mark
  /// of eight.
  model::Value seal(const FieldPlace& place, const model::Value& value) const;
  /// What was sealed; a value from before there was a key as it is. Throws std::runtime_error when it is
  /// sealed and was changed, moved or sealed with another key.
  std::string open(const FieldPlace& place, std::string_view stored) const;
  Bytes open(const FieldPlace& place, Bytes stored) const;

 private:
  Bytes openRaw(const FieldPlace& place, std::span<const std::uint8_t> sealed) const;
  std::shared_ptr<const crypto::SealKey> m_key;
};

}  // namespace foyer::server
