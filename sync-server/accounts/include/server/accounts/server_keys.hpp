// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "crypto/seal.hpp"
#include "crypto/sign.hpp"

namespace foyer::server {

/// Everything secret that the server owns, derived from one master key in a file outside the database:
/// whoever copies the database alone can sign nothing and open nothing. Read only after loading; thread-safe.
class ServerKeys {
 public:
  /// Reads the file (32 bytes in base64); makes it, readable by its owner only, when it is missing. `damaged`
  /// for any other content, `forbidden` when others may read it.
  static Result<ServerKeys> load(const std::filesystem::path& file);
  explicit ServerKeys(const crypto::Secret<32>& master);

  const crypto::KeyPair& tokenKey() const { return m_token; }
  const crypto::SealKey& sealKey() const { return m_seal; }
  /// Proves refresh tokens.
  const crypto::Secret<32>& refreshKey() const { return m_refresh; }
  /// What makes the refresh token that follows `token` in its session: the same each time, known to nobody
  /// else.
  std::string successorOf(const std::string& token, const std::string& session) const;

 private:
  crypto::KeyPair m_token;
  crypto::SealKey m_seal;
  crypto::Secret<32> m_refresh;
};

}  // namespace foyer::server
