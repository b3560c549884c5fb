// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace foyer::server::http {
namespace json = boost::json;
namespace {

constexpr std::uint64_t kPiece = 256 * 1024;

/// An open file, closed with the last user.
class File {
 public:
  explicit File(const std::filesystem::path& path) : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (m_fd >= 0) ::close(m_fd);
  }
  int fd() const { return m_fd; }

 private:
  int m_fd;
};

json::value paginationValue(const std::optional<Pagination>& pagination) {
  if (!pagination) return nullptr;
  json::object out;
  out["limit"] = pagination->limit;
  out["next"] = pagination->next ? json::value(*pagination->next) : json::value(nullptr);
  out["total"] = pagination->total ? json::value(*pagination->total) : json::value(nullptr);
  return out;
}

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Result<StreamBody> fileBody(const std::filesystem::path& path, std::uint64_t offset, std::uint64_t length) {
  auto file = std::make_shared<File>(path);
  if (file->fd() < 0) return {Code::notFound, "the file can't be read: " + std::string(std::strerror(errno))};
  auto position = offset;
  const auto end = offset + length;
  StreamBody body;
  body.length = length;
  body.next = [file, position, end]() mutable -> std::optional<std::string> {
    if (position >= end) return std::nullopt;
    std::string piece(std::min(kPiece, end - position), '\0');
    const ssize_t got = ::pread(file->fd(), piece.data(), piece.size(), static_cast<off_t>(position));
    if (got <= 0) throw std::runtime_error("a file became shorter while it was sent");
    piece.resize(static_cast<std::size_t>(got));
    position += static_cast<std::uint64_t>(got);
    return piece;
  };
  return body;
}

Response& Response::with(std::string name, std::string value) & {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}
Response&& Response::with(std::string name, std::string value) && {
  headers.emplace_back(std::move(name), std::move(value));
  return std::move(*this);
}

Response success(json::value data, std::string_view message, int status,
                 const std::optional<Pagination>& pagination) {
  json::object envelope;
  envelope["success"] = true;
  envelope["message"] = view(message);
  envelope["data"] = std::move(data);
  envelope["pagination"] = paginationValue(pagination);
  return plain(status, "application/json", json::serialize(envelope));
}

Response failure(const Error& error, std::string_view requestId) {
  const CodeInfo& about = info(error.code);
  json::object envelope;
  envelope["success"] = false;
  envelope["message"] = error.message.empty() ? view(about.name) : view(error.message);
  envelope["data"] = nullptr;
  envelope["pagination"] = nullptr;
  envelope["code"] = view(about.name);
  envelope["field"] = error.field.empty() ? json::value(nullptr) : json::value(error.field);
  envelope["request_id"] = view(requestId);
  Response out = plain(about.httpStatus, "application/json", json::serialize(envelope));
  if (error.code == Code::busy) out.with("Retry-After", "1");
  if (error.code == Code::rateLimited) out.with("Retry-After", "10");
  if (error.code == Code::unauthenticated) out.with("WWW-Authenticate", "Bearer");
  return out;
}

Response plain(int status, std::string contentType, std::string body) {
  Response out;
  out.status = status;
  out.contentType = std::move(contentType);
  out.body = std::move(body);
  return out;
}

Response noContent() {
  Response out;
  out.status = 204;
  return out;
}

}  // namespace foyer::server::http
