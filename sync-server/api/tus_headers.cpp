// SPDX-License-Identifier: GPL-3.0-or-later
#include "tus_headers.hpp"

#include <array>
#include <charconv>
#include <ctime>
#include <set>

#include "base/text.hpp"

namespace foyer::server::api {
namespace {

constexpr std::size_t kMetadataMax = 4096;

[[noreturn]] void refuse(const char* header, std::string why) {
  throw Error{Code::badRequest, header, std::string(header) + " " + std::move(why)};
}

std::string_view nextPart(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

}  // namespace

TusMetadata readMetadata(std::string_view header) {
  constexpr const char* kName = "Upload-Metadata";
  if (header.size() > kMetadataMax) refuse(kName, "may have at most 4096 characters");
  TusMetadata out;
  std::set<std::string> seen;
  while (!header.empty()) {
    std::string_view pair = nextPart(header, ',');
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const std::string key(nextPart(pair, ' '));
    const auto value = fromBase64(pair);
    if (key.empty() || !value) refuse(kName, "must be a list of key and base64 value");
    if (!seen.insert(key).second) refuse(kName, "has the key " + key + " twice");
    const std::string_view text = asText(*value);
    if (key == "scope") {
      out.scope = Uuid::parse(text);
      if (!out.scope) refuse(kName, "has a scope that is no UUID");
    }
    if (key == "sha256") {
      if (!isSha256(text)) refuse(kName, "has a sha256 that is not 64 hex digits in lower case");
      out.sha256 = text;
    }
  }
  return out;
}

std::optional<Checksum> readChecksum(const http::Request& request) {
  constexpr const char* kName = "Upload-Checksum";
  const auto header = request.header("upload-checksum");
  if (!header) return std::nullopt;
  std::string_view rest = *header;
  Checksum out;
  out.algorithm = nextPart(rest, ' ');
  const std::size_t size = out.algorithm == "sha1" ? 20 : out.algorithm == "sha256" ? 32 : 0;
  if (size == 0) refuse(kName, "must use sha1 or sha256");
  const auto digest = fromBase64(rest);
  if (!digest || digest->size() != size) refuse(kName, "must carry the digest in base64");
  out.digest = asText(*digest);
  return out;
}

std::uint64_t readNumber(const http::Request& request, std::string_view lowerName, const char* shownName) {
  const auto header = request.header(lowerName);
  if (!header) refuse(shownName, "is missing");
  std::uint64_t value = 0;
  const char* end = header->data() + header->size();
  const auto [stop, error] = std::from_chars(header->data(), end, value);
  if (error != std::errc() || stop != end || value > INT64_MAX) refuse(shownName, "must be a whole number");
  return value;
}

std::string httpDate(std::int64_t unixMs) {
  const std::time_t seconds = unixMs / 1000;
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const std::size_t used = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), used};
}

std::string uploadName(const Upload& upload) { return upload.scope.str() + "." + upload.id.str(); }

std::optional<UploadKey> parseUploadName(std::string_view name) {
  const auto scope = Uuid::parse(nextPart(name, '.'));
  const auto id = Uuid::parse(name);
  if (!scope || !id) return std::nullopt;
  return UploadKey{*scope, *id};
}

}  // namespace foyer::server::api
