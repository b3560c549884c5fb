// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload_desk.hpp"

#include <random>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::test {
namespace {

TempDatabase& database() {
  static TempDatabase one = migratedDatabase();
  return one;
}

}  // namespace

Uuid freshId() { return Uuid::v7(1'750'000'000'000); }

std::string randomBytes(std::size_t size, unsigned seed) {
  std::mt19937 generator(seed);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(generator());
  return out;
}

std::string base64(std::string_view text) { return toBase64(asBytes(text)); }
std::string sha256(std::string_view bytes) { return toHex(crypto::sha256(asBytes(bytes))); }

UploadDesk::UploadDesk() {
  restart();
  server->join(scope, account);
}

std::string UploadDesk::auth(const Uuid& who) const {
  return "Authorization: Bearer " + who.str() + "\r\nTus-Resumable: 1.0.0\r\n";
}

RawAnswer UploadDesk::create(std::size_t length, const std::string& moreMetadata,
                             const std::string& moreHeaders) {
  return ask(server->port(), "POST", "/api/v1/uploads",
             auth(account) + "Upload-Length: " + std::to_string(length) + "\r\nUpload-Metadata: scope " +
                 base64(scope.str()) + moreMetadata + "\r\n" + moreHeaders);
}

std::string UploadDesk::patchHead(std::size_t offset, const std::string& more) const {
  return auth(account) +
         "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + std::to_string(offset) +
         "\r\n" + more;
}

RawAnswer UploadDesk::patch(const std::string& url, std::size_t offset, std::string_view bytes,
                            const std::string& more) {
  return ask(server->port(), "PATCH", url, patchHead(offset, more), bytes);
}

RawAnswer UploadDesk::look(const std::string& url) { return ask(server->port(), "HEAD", url, auth(account)); }

void UploadDesk::startPatch(RawClient& client, const std::string& url, std::size_t offset, std::size_t length,
                            std::string_view part, const std::string& more) {
  client.send("PATCH " + url + " HTTP/1.1\r\nHost: a\r\n" + patchHead(offset, more) +
              "Content-Length: " + std::to_string(length) + "\r\n\r\n");
  client.send(part);
}

std::string UploadDesk::store(const std::string& bytes) {
  const std::string url = create(bytes.size()).header("location");
  return patch(url, 0, bytes).header("foyer-blob");
}

RawAnswer UploadDesk::get(const std::string& name, const std::string& headers) {
  return ask(server->port(), "GET", "/api/v1/blobs/" + name + "?scope=" + scope.str(),
             auth(account) + headers);
}

void UploadDesk::restart(server::UploadLimits limits) {
  server.reset();
  server = std::make_unique<UploadServer>(folder.path(), database().connection(), limits);
}

std::size_t UploadDesk::uploadFiles() const {
  const std::filesystem::directory_iterator files(folder.path() + "/uploads");
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace foyer::test
