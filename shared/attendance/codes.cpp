// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/codes.hpp"

#include <algorithm>

#include "attendance/base45.hpp"
#include "crypto/digest.hpp"

namespace foyer::attendance {
namespace {

/// Digits and letters without I, L, O and U: hard to misread, no accidental words.
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kBodyLetters = 7;

/// Pattern of classes: A letter, 9 digit, G one of M F N.
bool follows(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool fits = pattern[i] == 'A'   ? c >= 'A' && c <= 'Z'
                      : pattern[i] == '9' ? c >= '0' && c <= '9'
                                          : c == 'M' || c == 'F' || c == 'N';
    if (!fits) return false;
  }
  return true;
}

/// Weighted sum modulo 31, a prime: finds every wrong character and every swapped pair.
char checkLetter(std::string_view body) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < body.size(); ++i) sum += (i + 2) * kLetters.find(body[i]);
  return kLetters[sum % 31];
}

}  // namespace

std::string normaliseCode(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

std::optional<CodeKind> codeKind(std::string_view text) {
  if (follows(text, "AAG9999AAA")) return CodeKind::talent;
  if (follows(text, "AAAAA99999G")) return CodeKind::cinema;
  if (follows(text, "AAAAA999999")) return CodeKind::project;
  if (follows(text, "AAAAA9999G") || follows(text, "AAAAA9999999G")) return CodeKind::oldCinema;
  return std::nullopt;
}

std::string provisionalCode(const Uuid& record) {
  const crypto::Digest128 hash = crypto::digest128(record.bytes, "foyer-code");
  std::string body;
  for (std::size_t i = 0; i < kBodyLetters; ++i) body += kLetters[hash[i] % 31U];
  return "P-" + body + "-" + checkLetter(body);
}

bool isProvisionalCode(std::string_view code) {
  if (code.size() != kBodyLetters + 4 || !code.starts_with("P-") || code[kBodyLetters + 2] != '-')
    return false;
  const std::string_view body = code.substr(2, kBodyLetters);
  for (const char c : body) {
    if (kLetters.find(c) >= 31) return false;
  }
  return code.back() == checkLetter(body);
}

std::string profileText(const Uuid& scope, const Uuid& profile) {
  Bytes raw(scope.bytes.begin(), scope.bytes.end());
  raw.append(profile.bytes.begin(), profile.bytes.end());
  return std::string(kProfilePrefix) + toBase45(raw);
}

std::optional<ProfileText> readProfileText(std::string_view text) {
  if (!text.starts_with(kProfilePrefix)) return std::nullopt;
  const auto raw = fromBase45(text.substr(kProfilePrefix.size()));
  ProfileText found;
  if (!raw || raw->size() != 2 * found.scope.bytes.size()) return std::nullopt;
  const auto half = static_cast<std::ptrdiff_t>(found.scope.bytes.size());
  std::copy(raw->begin(), raw->begin() + half, found.scope.bytes.begin());
  std::copy(raw->begin() + half, raw->end(), found.profile.bytes.begin());
  return found;
}

}  // namespace foyer::attendance
