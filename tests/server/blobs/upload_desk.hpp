// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raw_client.hpp"
#include "upload_server.hpp"

namespace foyer::test {

Uuid freshId();
std::string randomBytes(std::size_t size, unsigned seed);
std::string base64(std::string_view text);
std::string sha256(std::string_view bytes);

/// A member of one scope with a server that takes uploads, in a folder of its own. One database for all: each
/// desk has its own scope and account.
class UploadDesk {
 public:
  UploadDesk();

  std::string auth(const Uuid& who) const;
  RawAnswer create(std::size_t length, const std::string& moreMetadata = {},
                   const std::string& moreHeaders = {});
  RawAnswer patch(const std::string& url, std::size_t offset, std::string_view bytes,
                  const std::string& more = {});
  std::string patchHead(std::size_t offset, const std::string& more = {}) const;
  RawAnswer look(const std::string& url);
  /// Sends the head of a PATCH and only a part of its body.
  void startPatch(RawClient& client, const std::string& url, std::size_t offset, std::size_t length,
                  std::string_view part, const std::string& more = {});
  /// Uploads it whole; returns the blob's name.
  std::string store(const std::string& bytes);
  RawAnswer get(const std::string& name, const std::string& headers = {});
  void restart(server::UploadLimits limits = {});
  /// Files of uploads that are not finished.
  std::size_t uploadFiles() const;

  TempFolder folder;
  std::unique_ptr<UploadServer> server;
  Uuid scope = freshId(), account = freshId();
};

}  // namespace foyer::test
