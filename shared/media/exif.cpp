// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/exif.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <exiv2/exiv2.hpp>
#include <map>
#include <mutex>

#include "base/text.hpp"
#include "exiv.hpp"

namespace foyer::media {

void prepareExiv2() {
  static std::recursive_mutex parser;
  static const bool ready = [] {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize(
        [](void* lock, bool take) {
          auto* mutex = static_cast<std::recursive_mutex*>(lock);
          take ? mutex->lock() : mutex->unlock();
        },
        &parser);
    Exiv2::enableBMFF(true);  // HEIC
    return true;
  }();
  static_cast<void>(ready);
}

namespace {

constexpr std::size_t kLongestText = 120;

std::string text(const Exiv2::ExifData& data, const char* key) {
  const auto it = data.findKey(Exiv2::ExifKey(key));
  if (it == data.end()) return {};
  std::string out = it->toString();
  while (!out.empty() && (out.back() == ' ' || out.back() == '\0')) out.pop_back();
  if (out.size() > kLongestText) out.resize(kLongestText);
  while (!out.empty() && !isUtf8(out)) out.pop_back();
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

/// "YYYY:MM:DD HH:MM:SS" with plausible parts.
std::optional<std::string> instant(const std::string& raw, const std::string& fraction,
                                   const std::string& offset) {
  int y, mo, d, h, mi, s, used = 0;
  if (std::sscanf(raw.c_str(), "%4d:%2d:%2d %2d:%2d:%2d%n", &y, &mo, &d, &h, &mi, &s, &used) != 6 ||
      used != 19) {
    return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(mo)),
                                        std::chrono::day(static_cast<unsigned>(d))};
  if (y < 1826 || mo < 1 || d < 1 || !day.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59)
    return std::nullopt;
  int ms = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const bool digit = i < fraction.size() && fraction[i] >= '0' && fraction[i] <= '9';
    ms = ms * 10 + (digit ? fraction[i] - '0' : 0);
  }
  char out[64];
  std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d.%03d", y, mo, d, h, mi, s, ms);
  std::string result = out;
  int oh, om;
  char sign;
  if (offset.size() == 6 && std::sscanf(offset.c_str(), "%c%2d:%2d", &sign, &oh, &om) == 3 &&
      (sign == '+' || sign == '-') && oh >= 0 && oh <= 14 && om >= 0 && om <= 59) {
    result += offset;
  }
  return result;
}

std::optional<double> degrees(const Exiv2::ExifData& data, const char* key, const char* refKey, char negative,
                              double limit) {
  const auto it = data.findKey(Exiv2::ExifKey(key));
  if (it == data.end() || it->count() != 3) return std::nullopt;
  double value = 0, unit = 1;
  for (long i = 0; i < 3; ++i, unit *= 60) {
    const Exiv2::Rational part = it->toRational(i);
    if (part.second == 0) return std::nullopt;
    value += static_cast<double>(part.first) / part.second / unit;
  }
  const std::string ref = text(data, refKey);
  if (ref.empty() || !std::isfinite(value) || value < 0 || value > limit) return std::nullopt;
  return ref[0] == negative ? -value : value;
}

std::optional<std::string> place(const Exiv2::ExifData& data) {
  const auto lat = degrees(data, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'S', 90);
  const auto lon = degrees(data, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'W', 180);
  if (!lat || !lon) return std::nullopt;
  char out[64];
  std::snprintf(out, sizeof out, "%.8f,%.8f", *lat + 0.0, *lon + 0.0);
  return out;
}

std::string jsonText(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// The groups that a standard describes, in the order of their names.
std::string everyTag(const Exiv2::ExifData& data) {
  std::map<std::string, std::string> tags;
  for (const Exiv2::Exifdatum& tag : data) {
    const std::string group = tag.groupName();
    if (group != "Image" && group != "Photo" && group != "GPSInfo") continue;
    if (tag.size() > static_cast<long>(kLongestText) || tag.tagName() == "MakerNote") continue;
    if (tag.tagName().starts_with("0x")) continue;
    if (std::string value = text(data, tag.key().c_str()); !value.empty()) tags.emplace(tag.key(), value);
  }
  std::string out = "{";
  for (const auto& [key, value] : tags) {
    const std::string entry =
        (out.size() > 1 ? std::string(",") : std::string()) + jsonText(key) + ':' + jsonText(value);
    if (out.size() + entry.size() + 1 > kMostExifJson) break;
    out += entry;
  }
  return out + '}';
}

}  // namespace

Result<Exif> readExif(std::span<const std::uint8_t> file) {
  prepareExiv2();
  if (file.empty()) return {Code::unsupported, "An empty file is no picture."};
  try {
    const auto image = Exiv2::ImageFactory::open(file.data(), static_cast<long>(file.size()));
    if (image.get() == nullptr) return {Code::unsupported, "Not a picture format that is known here."};
    image->readMetadata();
    const Exiv2::ExifData& data = image->exifData();
    Exif out;
    out.width = static_cast<std::uint32_t>(std::max(0, static_cast<int>(image->pixelWidth())));
    out.height = static_cast<std::uint32_t>(std::max(0, static_cast<int>(image->pixelHeight())));
    out.takenAt =
        instant(text(data, "Exif.Photo.DateTimeOriginal"), text(data, "Exif.Photo.SubSecTimeOriginal"),
                text(data, "Exif.Photo.OffsetTimeOriginal"));
    out.place = place(data);
    out.cameraMake = text(data, "Exif.Image.Make");
    out.cameraModel = text(data, "Exif.Image.Model");
    out.lens = text(data, "Exif.Photo.LensModel");
    const std::string turn = text(data, "Exif.Image.Orientation");
    if (turn.size() == 1 && turn[0] >= '1' && turn[0] <= '8') out.orientation = turn[0] - '0';
    out.all = everyTag(data);
    return out;
  } catch (const Exiv2::Error& e) {
    const bool unknown = e.code() == Exiv2::kerMemoryContainsUnknownImageType;
    return {unknown ? Code::unsupported : Code::damaged, "The picture's data can't be read."};
  } catch (const std::exception&) {  // Exiv2 lets std exceptions of hostile lengths through
    return {Code::damaged, "The picture's data can't be read."};
  }
}

}  // namespace foyer::media
