// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0 (https://tus.io/protocols/resumable-upload): creation, checksum, expiration, termination.
#include "server/api/blob_endpoints.hpp"
#include "tus_headers.hpp"

namespace foyer::server::api {
namespace {

constexpr const char* kVersion = "1.0.0";
constexpr const char* kPath = "/api/v1/uploads";
constexpr int kChecksumMismatch = 460;

using http::Context;
using http::Request;
using http::Response;

Response withVersion(Response response) { return std::move(response).with("Tus-Resumable", kVersion); }

Response mismatch(const Request& request) {
  Response out = http::failure({Code::damaged, "Upload-Checksum", "the bytes are not what was announced"},
                               request.requestId);
  out.status = kChecksumMismatch;
  return out;
}

void checkVersion(const Request& request) {
  if (request.header("tus-resumable") == kVersion) return;
  Response out =
      http::failure({Code::unsupported, "Tus-Resumable", "this server speaks tus 1.0.0"}, request.requestId);
  out.status = 412;
  throw http::Refused{withVersion(std::move(out).with("Tus-Version", kVersion))};
}

/// Every tus answer names the version, refusals too.
template <class Work>
auto tus(const Request& request, Work work) {
  try {
    checkVersion(request);
    return work();
  } catch (const Error& error) {
    throw http::Refused{withVersion(http::failure(error, request.requestId))};
  } catch (const ChecksumMismatch&) {
    throw http::Refused{withVersion(mismatch(request))};
  }
}

UploadKey keyOf(const Request& request) {
  const auto key = parseUploadName(request.param("upload"));
  if (!key) throw Error{Code::notFound, {}, "there is no such upload"};
  return *key;
}

Response describe(Response response, const UploadInfo& info) {
  response.with("Upload-Offset", std::to_string(info.offset));
  response.with("Upload-Expires", httpDate(info.upload.expiresMs));
  if (!info.upload.sha256.empty()) response.with("Foyer-Blob", info.upload.sha256);
  return withVersion(std::move(response));
}

Response create(Uploads& uploads, const Request& request) {
  return tus(request, [&] {
    if (request.header("upload-defer-length"))
      throw Error{Code::unsupported, "Upload-Defer-Length", "the length must be known"};
    const std::uint64_t length = readNumber(request, "upload-length", "Upload-Length");
    const std::string header(request.header("upload-metadata").value_or(""));
    const TusMetadata metadata = readMetadata(header);
    if (!metadata.scope) throw Error{Code::invalidField, "scope", "Upload-Metadata must name the scope"};
    const auto info =
        uploads.create(request.principal->account, *metadata.scope, length, metadata.sha256, header);
    Response out;
    out.status = 201;
    out.with("Location", std::string(kPath) + "/" + uploadName(info.upload));
    return describe(std::move(out), info);
  });
}

Response look(Uploads& uploads, const Request& request) {
  return tus(request, [&] {
    const UploadKey key = keyOf(request);
    const auto info = uploads.look(request.principal->account, key.scope, key.id);
    Response out;
    out.with("Upload-Length", std::to_string(info.upload.length));
    if (!info.upload.metadata.empty()) out.with("Upload-Metadata", info.upload.metadata);
    return describe(std::move(out), info);
  });
}

Response end(Uploads& uploads, const Request& request) {
  return tus(request, [&] {
    const UploadKey key = keyOf(request);
    uploads.end(request.principal->account, key.scope, key.id);
    return withVersion(http::noContent());
  });
}

Response options(const Uploads& uploads) {
  return withVersion(http::noContent())
      .with("Tus-Version", kVersion)
      .with("Tus-Extension", "creation,checksum,expiration,termination")
      .with("Tus-Checksum-Algorithm", "sha1,sha256")
      .with("Tus-Max-Size", std::to_string(uploads.limits().maxSize));
}

class PatchSink final : public http::BodySink {
 public:
  PatchSink(const Request& request, std::unique_ptr<UploadWriter> writer)
      : m_request(request), m_writer(std::move(writer)) {}
  void write(std::string_view piece) override {
    tus(m_request, [&] { m_writer->write(piece); });
  }
  Response finish() override {
    return tus(m_request, [&] { return describe(http::noContent(), m_writer->finish()); });
  }
  void abort() noexcept override { m_writer->abort(); }

 private:
  const Request& m_request;  // lives as long as the request does, longer than the sink
  std::unique_ptr<UploadWriter> m_writer;
};

std::unique_ptr<http::BodySink> append(Uploads& uploads, const Request& request) {
  return tus(request, [&]() -> std::unique_ptr<http::BodySink> {
    const UploadKey key = keyOf(request);
    const std::uint64_t offset = readNumber(request, "upload-offset", "Upload-Offset");
    auto writer = uploads.append(request.principal->account, key.scope, key.id, offset, request.contentLength,
                                 readChecksum(request));
    return std::make_unique<PatchSink>(request, std::move(writer));
  });
}

http::Endpoint endpoint(std::string method, std::string path, std::string doc) {
  http::Endpoint out;
  out.method = std::move(method);
  out.path = std::move(path);
  out.doc = std::move(doc);
  out.answerType = "";
  return out;
}

}  // namespace

std::vector<http::Endpoint> uploadEndpoints(Uploads* uploads) {
  const std::string one = std::string(kPath) + "/{upload}";
  std::vector<http::Endpoint> out;
  for (const std::string& path : {std::string(kPath), one}) {
    out.push_back(endpoint("OPTIONS", path, "What this server's tus can do."));
    out.back().auth = http::Auth::none;
    out.back().action =
        http::Handler([uploads](const Context&, const Request&) { return options(*uploads); });
  }
  out.push_back(
      endpoint("POST", kPath,
               "Creates an upload (tus). Upload-Metadata names the scope, and the sha256 if it is known."));
  out.back().action =
      http::Handler([uploads](const Context&, const Request& r) { return create(*uploads, r); });
  out.push_back(endpoint("HEAD", one, "How many bytes of an upload are safe (tus)."));
  out.back().action =
      http::Handler([uploads](const Context&, const Request& r) { return look(*uploads, r); });
  out.push_back(endpoint("DELETE", one, "Ends an upload and forgets its bytes (tus)."));
  out.back().action = http::Handler([uploads](const Context&, const Request& r) { return end(*uploads, r); });
  out.push_back(endpoint("PATCH", one, "Appends bytes at Upload-Offset (tus)."));
  out.back().body = http::Body::stream;
  out.back().bodyLimit = uploads != nullptr ? uploads->limits().maxSize : UploadLimits{}.maxSize;
  out.back().contentTypes = {"application/offset+octet-stream"};
  out.back().action =
      http::StreamHandler([uploads](const Context&, const Request& r) { return append(*uploads, r); });
  return out;
}

}  // namespace foyer::server::api
