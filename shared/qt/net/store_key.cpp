// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_key.hpp"

#include <algorithm>

namespace foyer::qt {
namespace {

const QString kName = QStringLiteral("store");
constexpr std::uint32_t kNumber = 1;

}  // namespace

std::optional<crypto::SealKey> storeKey(Keychain& keychain) {
  const auto kept = keychain.read(kName);
  if (kept && kept->size() == crypto::Secret<32>::kSize) {
    crypto::SealKey key{kNumber, {}};
    std::copy_n(reinterpret_cast<const std::uint8_t*>(kept->constData()), key.secret.kSize,
                key.secret.writable().begin());
    return key;
  }
  crypto::SealKey key = crypto::newSealKey(kNumber);
  const auto raw = key.secret.bytes();
  const QByteArray secret(reinterpret_cast<const char*>(raw.data()), static_cast<qsizetype>(raw.size()));
  if (!keychain.write(kName, secret)) return std::nullopt;
  return key;
}

}  // namespace foyer::qt
