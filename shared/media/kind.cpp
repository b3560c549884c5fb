// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace foyer::media {
namespace {

struct Ending {
  std::string_view text;
  Kind kind;
};

constexpr std::array kEndings = std::to_array<Ending>({
    {"jpg", Kind::jpeg},  {"jpeg", Kind::jpeg}, {"jpe", Kind::jpeg},    {"png", Kind::png},
    {"webp", Kind::webp}, {"tif", Kind::tiff},  {"tiff", Kind::tiff},   {"heic", Kind::heic},
    {"heif", Kind::heic}, {"hif", Kind::heic},  {"xmp", Kind::sidecar}, {"dng", Kind::raw},
    {"cr2", Kind::raw},   {"cr3", Kind::raw},   {"crw", Kind::raw},     {"nef", Kind::raw},
    {"nrw", Kind::raw},   {"arw", Kind::raw},   {"srf", Kind::raw},     {"sr2", Kind::raw},
    {"raf", Kind::raw},   {"orf", Kind::raw},   {"rw2", Kind::raw},     {"pef", Kind::raw},
    {"srw", Kind::raw},   {"mrw", Kind::raw},   {"3fr", Kind::raw},     {"iiq", Kind::raw},
    {"erf", Kind::raw},   {"kdc", Kind::raw},   {"dcr", Kind::raw},     {"mos", Kind::raw},
    {"rwl", Kind::raw},
});

/// Signatures that only RAW formats have.
constexpr std::array kRawHeads = std::to_array<std::string_view>(
    {"IIRO", "IIRS", "MMOR", "FUJIFILMCCD-RAW", std::string_view("IIU\0", 4), std::string_view("\0MRM", 4),
     std::string_view("II\x1a\0\0\0HEAPCCDR", 14)});

bool isHeifBrand(std::string_view brand) {
  constexpr std::array kBrands = std::to_array<std::string_view>(
      {"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"});
  return std::ranges::find(kBrands, brand) != kBrands.end();
}

}  // namespace

Kind kindByName(std::string_view filename) {
  const std::size_t dot = filename.rfind('.');
  if (dot == std::string_view::npos) return Kind::other;
  std::string ending(filename.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto found = std::ranges::find(kEndings, ending, &Ending::text);
  return found == kEndings.end() ? Kind::other : found->kind;
}

Kind kindOf(std::span<const std::uint8_t> head, std::string_view filename) {
  const std::string_view bytes(reinterpret_cast<const char*>(head.data()), head.size());
  if (bytes.starts_with("\xFF\xD8\xFF")) return Kind::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Kind::png;
  if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP")) return Kind::webp;
  if (bytes.substr(4).starts_with("ftyp")) {
    const std::string_view brand = bytes.substr(8, 4);
    if (brand == "crx ") return Kind::raw;
    return isHeifBrand(brand) ? Kind::heic : Kind::other;
  }
  for (const std::string_view raw : kRawHeads) {
    if (bytes.starts_with(raw)) return Kind::raw;
  }
  if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)))
    return kindByName(filename) == Kind::raw ? Kind::raw : Kind::tiff;
  return Kind::other;
}

std::string_view nameOf(Kind kind) {
  switch (kind) {
    case Kind::jpeg:
      return "jpeg";
    case Kind::png:
      return "png";
    case Kind::webp:
      return "webp";
    case Kind::tiff:
      return "tiff";
    case Kind::heic:
      return "heic";
    case Kind::raw:
      return "raw";
    case Kind::sidecar:
      return "sidecar";
    case Kind::other:
      break;
  }
  return "other";
}

std::string_view mimeOf(Kind kind) {
  switch (kind) {
    case Kind::jpeg:
      return "image/jpeg";
    case Kind::png:
      return "image/png";
    case Kind::webp:
      return "image/webp";
    case Kind::tiff:
      return "image/tiff";
    case Kind::heic:
      return "image/heic";
    case Kind::raw:
      return "image/x-raw";
    case Kind::sidecar:
      return "application/rdf+xml";
    case Kind::other:
      break;
  }
  return "application/octet-stream";
}

}  // namespace foyer::media
