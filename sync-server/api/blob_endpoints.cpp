// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/blob_endpoints.hpp"
#include "byte_range.hpp"
#include "server/blobs/uploads.hpp"

namespace foyer::server::api {
namespace {

using http::Request;
using http::Response;

bool matches(std::string_view list, const std::string& etag) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    std::string_view one = list.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == etag) return true;
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return false;
}

Response download(Uploads& uploads, const Request& request) {
  const std::string sha256(request.param("sha256"));
  const auto scope = Uuid::parse(request.queryValue("scope").value_or(""));
  const auto& who = *request.principal;
  const Uuid& reader = who.kind == http::Principal::Kind::kiosk ? who.device : who.account;
  const auto blob = uploads.read(reader, *scope, sha256);

  Response out;
  const std::string etag = "\"" + sha256 + "\"";
  out.with("ETag", etag)
      .with("Cache-Control", "private, max-age=31536000, immutable")
      .with("Accept-Ranges", "bytes");
  if (matches(request.header("if-none-match").value_or(""), etag)) {
    out.status = 304;
    return out;
  }
  out.contentType = "application/octet-stream";
  out.with("Content-Disposition", "attachment");
  const bool fresh = request.header("if-range").value_or(etag) == etag;
  const auto range =
      fresh ? parseRange(request.header("range").value_or(""), blob.size) : ByteRange{0, blob.size, {}};
  if (range.kind == ByteRange::Kind::unsatisfiable) {
    Response refused =
        http::failure({Code::badRequest, "Range", "the range lies beyond the file"}, request.requestId);
    refused.status = 416;
    return std::move(refused).with("Content-Range", "bytes */" + std::to_string(blob.size));
  }
  if (range.kind == ByteRange::Kind::part) {
    out.status = 206;
    out.with("Content-Range", "bytes " + std::to_string(range.offset) + "-" +
                                  std::to_string(range.offset + range.length - 1) + "/" +
                                  std::to_string(blob.size));
  }
  auto body = http::fileBody(blob.file, range.offset, range.length);
  if (!body) throw std::runtime_error("a blob's file is missing: " + sha256);
  out.body = std::move(*body);
  return out;
}

}  // namespace

std::vector<http::Endpoint> blobEndpoints(Uploads* uploads) {
  http::Endpoint out;
  out.method = "GET";
  out.path = "/api/v1/blobs/{sha256}";
  out.doc = "The bytes of a file that was stored in a scope; ranges and conditional requests work.";
  out.auth = http::Auth::any;
  out.query = {{.name = "scope",
                .type = http::Type::uuid,
                .required = true,
                .doc = "The scope that the asker reads it in."}};
  out.answerType = "application/octet-stream";
  out.action =
      http::Handler([uploads](const http::Context&, const Request& r) { return download(*uploads, r); });
  std::vector<http::Endpoint> all;
  all.push_back(std::move(out));
  return all;
}

}  // namespace foyer::server::api
