// SPDX-License-Identifier: GPL-3.0-or-later
#include "piece_digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace foyer::server {
namespace {

class EvpDigest final : public PieceDigest {
 public:
  explicit EvpDigest(const EVP_MD* kind) : m_state(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    if (!m_state || EVP_DigestInit_ex(m_state.get(), kind, nullptr) != 1)
      throw std::runtime_error("no digest");
  }
  void update(std::string_view bytes) override {
    EVP_DigestUpdate(m_state.get(), bytes.data(), bytes.size());
  }
  std::string finish() override {
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned size = 0;
    EVP_DigestFinal_ex(m_state.get(), out.data(), &size);
    return {reinterpret_cast<const char*>(out.data()), size};
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_state;
};

}  // namespace

std::unique_ptr<PieceDigest> PieceDigest::make(std::string_view algorithm) {
  if (algorithm == "sha1") return std::make_unique<EvpDigest>(EVP_sha1());
  if (algorithm == "sha256") return std::make_unique<EvpDigest>(EVP_sha256());
  return nullptr;
}

}  // namespace foyer::server
