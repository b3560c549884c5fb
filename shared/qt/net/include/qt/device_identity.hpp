// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uuid.hpp"
#include "crypto/sign.hpp"
#include "qt/keychain.hpp"

namespace foyer::qt {

/// Who this installation is: an id and the key that proves it. Kept in the keychain, never in the database.
struct DeviceIdentity {
  Uuid device;
  crypto::KeyPair key;
  bool fresh = false;  ///< made just now

  /// Reads the identity, or makes one. Throws std::runtime_error when it can't be kept.
  static DeviceIdentity load(Keychain& keychain);
  /// The identity that is to take this one's place, once the server has let it in (law 11): the one that was
  /// made already, or a new one. Throws std::runtime_error when it can't be kept.
  static DeviceIdentity next(Keychain& keychain);
  /// Whether a change of identity was begun and not finished.
  static bool changing(Keychain& keychain);
  /// This one, made by next(), is the identity from now on.
  void takeOver(Keychain& keychain) const;
};

}  // namespace foyer::qt
