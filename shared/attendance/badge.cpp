// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/badge.hpp"

#include <span>

#include "attendance/base45.hpp"

namespace foyer::attendance {
namespace {

using Raw = std::span<const std::uint8_t>;
using Status = BadgeReading::Status;

constexpr std::string_view kDomain{"foyer-badge-v1\0", 15};
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kBody = 48;

constexpr std::size_t kKindAt = 1, kIssueAt = 2, kKeyAt = 4, kProjectAt = 8, kSubjectAt = 24, kFromAt = 40,
                      kToAt = 44;

void put(Bytes& out, std::uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint32_t get(Raw raw, std::size_t at, std::size_t bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = (value << 8) | raw[at + i];
  return value;
}

Bytes signedBytes(Raw body) {
  Bytes out(asBytes(kDomain).data(), kDomain.size());
  return out.append(body.data(), body.size());
}

}  // namespace

std::string issueBadge(const Badge& badge, const crypto::SecretKey& key) {
  Bytes raw;
  raw += kVersion;
  raw += static_cast<std::uint8_t>(badge.kind);
  put(raw, badge.issue, 2);
  put(raw, badge.keyId, 4);
  raw.append(badge.project.bytes.data(), 16);
  raw.append(badge.subject.bytes.data(), 16);
  put(raw, badge.validFromMin, 4);
  put(raw, badge.validToMin, 4);
  const crypto::Signature signature = crypto::sign(signedBytes(raw), key);
  raw.append(signature.data(), signature.size());
  return std::string(kBadgePrefix) + toBase45(raw);
}

BadgeReading readBadge(std::string_view text, const KeyLookup& keys) {
  if (!text.starts_with(kBadgePrefix)) {
    const bool otherVersion =
        text.size() > 3 && text.starts_with("FY") && text[2] >= '2' && text[2] <= '9' && text[3] == ':';
    return {otherVersion ? Status::newer : Status::foreign, 0, {}};
  }
  const auto raw = fromBase45(text.substr(kBadgePrefix.size()));
  if (!raw || raw->size() != kBadgeBytes || (*raw)[0] != kVersion) return {Status::unreadable, 0, {}};

  const Raw body = Raw(*raw).first(kBody);
  const std::uint32_t keyId = get(body, kKeyAt, 4);
  const crypto::PublicKey* key = keys(keyId);
  if (key == nullptr) return {Status::unknownKey, keyId, {}};
  if (!crypto::verify(Raw(*raw).subspan(kBody), signedBytes(body), *key)) return {Status::altered, keyId, {}};

  const std::uint8_t kind = body[kKindAt];
  if (kind != static_cast<std::uint8_t>(Badge::Kind::person) &&
      kind != static_cast<std::uint8_t>(Badge::Kind::walkOn)) {
    return {Status::newer, keyId, {}};
  }
  Badge badge;
  badge.kind = static_cast<Badge::Kind>(kind);
  badge.issue = static_cast<std::uint16_t>(get(body, kIssueAt, 2));
  badge.keyId = keyId;
  badge.project = *Uuid::fromBytes(body.subspan(kProjectAt, 16));
  badge.subject = *Uuid::fromBytes(body.subspan(kSubjectAt, 16));
  badge.validFromMin = get(body, kFromAt, 4);
  badge.validToMin = get(body, kToAt, 4);
  return {Status::ok, keyId, badge};
}

}  // namespace foyer::attendance
