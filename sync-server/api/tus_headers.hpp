// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/blobs/uploads.hpp"
#include "server/http/request.hpp"

namespace foyer::server::api {

/// What Upload-Metadata says. Keys we don't know are kept as they came.
struct TusMetadata {
  std::optional<Uuid> scope;
  std::string sha256;  ///< may be empty
};

// Each throws foyer::Error with the header as its field.
TusMetadata readMetadata(std::string_view header);
std::optional<Checksum> readChecksum(const http::Request& request);
std::uint64_t readNumber(const http::Request& request, std::string_view lowerName, const char* shownName);

/// "Sat, 21 Nov 2026 08:00:00 GMT".
std::string httpDate(std::int64_t unixMs);

/// The last part of an upload's address: scope and id.
std::string uploadName(const Upload& upload);
struct UploadKey {
  Uuid scope, id;
};
std::optional<UploadKey> parseUploadName(std::string_view name);

}  // namespace foyer::server::api
