// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/consent.hpp"

#include <charconv>
#include <chrono>
#include <limits>

namespace foyer::talent {
namespace {

constexpr std::string_view kImages = "image_rights";
constexpr std::string_view kMinor = "minor";

/// The purpose that a path needs.
std::string_view purposeOf(ExportPath path) {
  switch (path) {
    case ExportPath::contactCard:
      return "profile";
    case ExportPath::compCard:
    case ExportPath::castingSearch:
      return "casting";
    case ExportPath::publicPage:
      return "public_page";
    case ExportPath::gateFace:
      break;
  }
  return "face_at_gate";
}

std::int64_t digits(std::string_view text, std::size_t at, std::size_t count) {
  std::int64_t number = 0;
  std::from_chars(text.data() + at, text.data() + at + count, number);
  return number;
}

bool withdrawal(const model::Record& act) { return act.text("act") == "withdrawn"; }

/// Whether `one` decides over `other`.
bool later(const model::Record& one, const model::Record& other) {
  const std::int64_t a = instantOf(one.text("acted_at"));
  const std::int64_t b = instantOf(other.text("acted_at"));
  return a != b ? a > b : withdrawal(one);
}

}  // namespace

std::int64_t instantOf(std::string_view zoned) {
  using namespace std::chrono;
  if (zoned.size() != 23 && zoned.size() != 29) return std::numeric_limits<std::int64_t>::min();
  const year_month_day day{year(static_cast<int>(digits(zoned, 0, 4))),
                           month(static_cast<unsigned>(digits(zoned, 5, 2))),
                           std::chrono::day(static_cast<unsigned>(digits(zoned, 8, 2)))};
  if (!day.ok()) return std::numeric_limits<std::int64_t>::min();
  const auto local = sys_days(day) + hours(digits(zoned, 11, 2)) + minutes(digits(zoned, 14, 2)) +
                     seconds(digits(zoned, 17, 2)) + milliseconds(digits(zoned, 20, 3));
  minutes offset(0);
  if (zoned.size() == 29) {
    offset = hours(digits(zoned, 24, 2)) + minutes(digits(zoned, 27, 2));
    if (zoned[23] == '-') offset = -offset;
  }
  return duration_cast<milliseconds>((local - offset).time_since_epoch()).count();
}

Consent consentFor(std::span<const model::Record> acts, const Uuid& profile, std::string_view purpose,
                   std::string_view today) {
  Consent found;
  for (const model::Record& act : acts) {
    if (act.state != model::State::live || act.uuid("subject_id") != profile ||
        act.text("purpose") != purpose)
      continue;
    if (!found.act || later(act, *found.act)) found.act = &act;
  }
  if (!found.act) return found;
  const std::string_view until = found.act->text("expires_on");
  found.state = withdrawal(*found.act)            ? ConsentState::withdrawn
                : !until.empty() && until < today ? ConsentState::expired
                                                  : ConsentState::given;
  return found;
}

ExportAnswer mayExport(ExportPath path, std::span<const model::Record> acts, const Uuid& profile, bool minor,
                       std::string_view today) {
  const auto given = [&](std::string_view purpose) {
    return consentFor(acts, profile, purpose, today).state == ConsentState::given;
  };
  ExportAnswer answer;
  if (!given(purposeOf(path))) answer.missing.push_back(purposeOf(path));
  if (minor && !given(kMinor)) answer.missing.push_back(kMinor);
  answer.allowed = answer.missing.empty() && !(minor && path == ExportPath::publicPage);
  answer.photos = answer.allowed && (path == ExportPath::gateFace || given(kImages));
  return answer;
}

}  // namespace foyer::talent
