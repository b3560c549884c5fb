// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/http/endpoint.hpp"

namespace foyer::server {
class Uploads;
}

namespace foyer::server::api {

/// tus 1.0 with creation, checksum, expiration and termination at /api/v1/uploads. A null `uploads` gives a
/// table for printing only.
std::vector<http::Endpoint> uploadEndpoints(Uploads* uploads);

/// /api/v1/blobs/{sha256}: authorised download with ranges.
std::vector<http::Endpoint> blobEndpoints(Uploads* uploads);

}  // namespace foyer::server::api
