// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "common_passwords.hpp"
#include "server/accounts/passwords.hpp"

namespace foyer::server {
namespace {

constexpr std::string_view kSequences[] = {"abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba",
                                           "01234567890123456789",       "98765432109876543210",
                                           "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
                                           "qwertzuiopasdfghjklyxcvbnm", "1q2w3e4r5t6y7u8i9o0p",
                                           "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"};

/// Small letters and digits only; the usual disguises of letters undone.
std::string bare(std::string_view password) {
  std::string out;
  for (char c : password) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '@') c = 'a';
    if (c == '$') c = 's';
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) out.push_back(c);
  }
  return out;
}

std::string withoutDisguise(std::string text) {
  for (char& c : text) {
    constexpr std::string_view kFrom = "013457";
    constexpr std::string_view kTo = "oieast";
    const std::size_t at = kFrom.find(c);
    if (at != std::string_view::npos) c = kTo[at];
  }
  return text;
}

/// The same few characters again and again.
bool repeats(std::string_view text) {
  for (std::size_t period = 1; period <= 6 && period * 2 <= text.size(); ++period) {
    bool same = true;
    for (std::size_t i = period; i < text.size() && same; ++i) same = text[i] == text[i - period];
    if (same) return true;
  }
  return false;
}

/// How many characters at `at` belong to a well-known word, a sequence, a repetition or a number; 0 = none.
std::size_t guessable(std::string_view text, std::size_t at, std::string_view email, std::string_view name) {
  const std::string_view rest = text.substr(at);
  std::size_t best = 0;
  for (std::string_view stem : commonStems()) {
    if (stem.size() > best && rest.starts_with(stem)) best = stem.size();
  }
  for (std::string_view own : {email, name}) {
    if (own.size() >= 4 && own.size() > best && rest.starts_with(own)) best = own.size();
  }
  for (std::string_view sequence : kSequences) {
    for (std::size_t from = 0; from + 3 <= sequence.size(); ++from) {
      std::size_t n = 0;
      while (n < rest.size() && from + n < sequence.size() && rest[n] == sequence[from + n]) ++n;
      if (n >= 4) best = std::max(best, n);
    }
  }
  std::size_t same = 1;
  while (same < rest.size() && rest[same] == rest[0]) ++same;
  if (same >= 3) best = std::max(best, same);
  std::size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  return std::max(best, digits);
}

/// Made of nothing but such parts, at most three of them.
bool isMadeOfCommonParts(std::string_view text, std::string_view email, std::string_view name) {
  constexpr int kParts = 3;
  std::size_t at = 0;
  for (int part = 0; part < kParts && at < text.size(); ++part) {
    const std::size_t n = guessable(text, at, email, name);
    if (n == 0) return false;
    at += n;
  }
  return at >= text.size();
}

bool isCommon(const std::string& text, std::string_view email, std::string_view name) {
  const auto whole = commonPasswords();
  if (std::binary_search(whole.begin(), whole.end(), std::string_view(text))) return true;
  return repeats(text) || isMadeOfCommonParts(text, email, name);
}

}  // namespace

std::optional<Error> passwordProblem(std::string_view password, std::string_view email,
                                     std::string_view name) {
  const auto wrong = [](std::string sentence) {
    return Error{Code::invalidField, "password", std::move(sentence)};
  };
  if (!isUtf8(password) || password.find('\0') != std::string_view::npos)
    return wrong("This is not readable text.");
  if (codePoints(password) < kFewestPasswordCharacters) {
    return wrong("At least 15 characters are needed; a sentence works.");
  }
  if (password.size() > kMostPasswordBytes) return wrong("At most 1024 bytes fit.");
  const std::string text = bare(password);
  const std::string local = bare(email.substr(0, email.find('@')));
  const std::string own = bare(name);
  if (text.empty() || isCommon(text, local, own) || isCommon(withoutDisguise(text), local, own)) {
    return wrong("This is among the first that others would try. A sentence of your own works.");
  }
  return std::nullopt;
}

}  // namespace foyer::server
