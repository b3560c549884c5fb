// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/device_identity.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/clock.hpp"

namespace foyer::qt {
namespace {

const QString kName = QStringLiteral("device");
const QString kNextName = QStringLiteral("device-next");
constexpr qsizetype kIdBytes = 16;
constexpr qsizetype kSeedBytes = 32;

std::optional<DeviceIdentity> read(Keychain& keychain, const QString& name) {
  const auto kept = keychain.read(name);
  if (!kept || kept->size() != kIdBytes + kSeedBytes) return std::nullopt;
  DeviceIdentity identity;
  const auto* raw = reinterpret_cast<const std::uint8_t*>(kept->constData());
  std::copy_n(raw, kIdBytes, identity.device.bytes.begin());
  crypto::Seed seed(std::span<const std::uint8_t, kSeedBytes>(raw + kIdBytes, kSeedBytes));
  identity.key = crypto::keyPairFromSeed(seed);
  return identity;
}

void keep(Keychain& keychain, const QString& name, const DeviceIdentity& identity) {
  const crypto::Seed seed = crypto::seedOf(identity.key.secretKey);
  QByteArray secret(reinterpret_cast<const char*>(identity.device.bytes.data()), kIdBytes);
  secret.append(reinterpret_cast<const char*>(seed.bytes().data()), kSeedBytes);
  if (!keychain.write(name, secret))
    throw std::runtime_error("This device's key can't be kept in " + keychain.where().toStdString());
}

DeviceIdentity readOrMake(Keychain& keychain, const QString& name) {
  if (auto kept = read(keychain, name)) return std::move(*kept);
  DeviceIdentity identity;
  identity.device = Uuid::v7(SystemClock().wallMs());
  identity.key = crypto::newKeyPair();
  identity.fresh = true;
  keep(keychain, name, identity);
  return identity;
}

}  // namespace

DeviceIdentity DeviceIdentity::load(Keychain& keychain) { return readOrMake(keychain, kName); }

DeviceIdentity DeviceIdentity::next(Keychain& keychain) { return readOrMake(keychain, kNextName); }

bool DeviceIdentity::changing(Keychain& keychain) { return read(keychain, kNextName).has_value(); }

void DeviceIdentity::takeOver(Keychain& keychain) const {
  keep(keychain, kName, *this);
  keychain.remove(kNextName);
}

}  // namespace foyer::qt
