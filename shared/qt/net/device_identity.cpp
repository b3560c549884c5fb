// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/device_identity.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/clock.hpp"

namespace foyer::qt {
namespace {

const QString kName = QStringLiteral("device");
constexpr qsizetype kIdBytes = 16;
constexpr qsizetype kSeedBytes = 32;

}  // namespace

DeviceIdentity DeviceIdentity::load(Keychain& keychain) {
  DeviceIdentity identity;
  if (const auto kept = keychain.read(kName); kept && kept->size() == kIdBytes + kSeedBytes) {
    const auto* raw = reinterpret_cast<const std::uint8_t*>(kept->constData());
    std::copy_n(raw, kIdBytes, identity.device.bytes.begin());
    crypto::Seed seed(std::span<const std::uint8_t, kSeedBytes>(raw + kIdBytes, kSeedBytes));
    identity.key = crypto::keyPairFromSeed(seed);
    return identity;
  }
  identity.device = Uuid::v7(SystemClock().wallMs());
  identity.key = crypto::newKeyPair();
  identity.fresh = true;
  const crypto::Seed seed = crypto::seedOf(identity.key.secretKey);
  QByteArray secret(reinterpret_cast<const char*>(identity.device.bytes.data()), kIdBytes);
  secret.append(reinterpret_cast<const char*>(seed.bytes().data()), kSeedBytes);
  if (!keychain.write(kName, secret))
    throw std::runtime_error("This device's key can't be kept in " + keychain.where().toStdString());
  return identity;
}

}  // namespace foyer::qt
