// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/status.hpp>
#include <ctime>

#include "core.hpp"
#include "server/ops/log.hpp"

namespace foyer::server::http {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

std::string httpDate() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const std::size_t used = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), used};
}

bool isHeaderSafe(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
  });
}

bool hasNoBody(int status) { return status == 204 || status == 304 || status < 200; }

void addHeader(std::string& out, std::string_view name, std::string_view value) {
  if (!isHeaderSafe(name) || !isHeaderSafe(value)) return;  // never let a value start a line of its own
  out.append(name).append(": ").append(value).append("\r\n");
}

bool declares(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(), [&](const auto& header) {
    return std::equal(header.first.begin(), header.first.end(), name.begin(), name.end(),
                      [](char a, char b) { return std::tolower(a) == std::tolower(b); });
  });
}

std::string headOf(const Response& response, const Accepted& accepted, bool chunked, bool keepAlive) {
  const auto reason = boost::beast::http::obsolete_reason(
      boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out.append(reason.data(), reason.size()).append("\r\n");
  addHeader(out, "Date", httpDate());
  addHeader(out, "X-Request-ID", accepted.request.requestId);
  addHeader(out, "X-Content-Type-Options", "nosniff");
  if (!declares(response, "cache-control")) addHeader(out, "Cache-Control", "no-store");
  if (!response.contentType.empty()) addHeader(out, "Content-Type", response.contentType);
  for (const auto& [name, value] : response.headers) addHeader(out, name, value);
  const auto* text = std::get_if<std::string>(&response.body);
  const auto* stream = std::get_if<StreamBody>(&response.body);
  if (chunked) {
    addHeader(out, "Transfer-Encoding", "chunked");
  } else if (!hasNoBody(response.status) && !declares(response, "content-length") &&
             (text || stream->length)) {
    addHeader(out, "Content-Length", std::to_string(text ? text->size() : *stream->length));
  }
  addHeader(out, "Connection", keepAlive ? "keep-alive" : "close");
  return out.append("\r\n");
}

template <class Buffers>
asio::awaitable<bool> writeAll(Core& core, AnyStream& stream, const Buffers& buffers) {
  ErrorCode error;
  stream.expiresAfter(core.options.writeTimeout);
  co_await asio::async_write(stream, buffers, asio::redirect_error(asio::use_awaitable, error));
  co_return !error;
}

asio::awaitable<bool> writeText(Core& core, AnyStream& stream, const std::string& head,
                                const std::string& body) {
  std::size_t sent = std::min(body.size(), kPiece);
  const std::array<asio::const_buffer, 2> first = {asio::buffer(head), asio::buffer(body.data(), sent)};
  bool good = co_await writeAll(core, stream, first);
  while (good && sent < body.size()) {
    const std::size_t count = std::min(body.size() - sent, kPiece);
    const asio::const_buffer piece(body.data() + sent, count);
    good = co_await writeAll(core, stream, piece);
    sent += count;
  }
  co_return good;
}

std::string chunkHead(std::size_t size) {
  std::array<char, 24> text{};
  const int used = std::snprintf(text.data(), text.size(), "%zx\r\n", size);
  return {text.data(), static_cast<std::size_t>(used)};
}

/// Takes the next piece on a worker. An exception of the generator comes back as `failed`.
struct NextPiece {
  std::optional<std::string> piece;
  bool failed = false;
  void fetch(const StreamBody& body, const std::string& requestId) {
    try {
      piece = body.next();
    } catch (const std::exception& surprise) {
      failed = true;
      ops::logError("answer cut", {{"request_id", requestId}, {"what", surprise.what()}});
    }
  }
};

asio::awaitable<bool> writeStream(Core& core, AnyStream& stream, std::string head, const StreamBody& body,
                                  const std::string& requestId, bool chunked) {
  std::uint64_t left = body.length.value_or(0);
  while (true) {
    NextPiece next;
    std::function<void()> fetch = [&] { next.fetch(body, requestId); };
    stream.expiresNever();
    co_await onWorker(core, true, std::move(fetch));
    if (next.failed) co_return false;
    if (!next.piece) break;
    if (next.piece->empty()) continue;
    if (!chunked && body.length && next.piece->size() > left) co_return false;
    left -= body.length ? next.piece->size() : 0;
    const std::string before = chunked ? head + chunkHead(next.piece->size()) : head;
    const std::string after = chunked ? "\r\n" : "";
    const std::array<asio::const_buffer, 3> parts = {asio::buffer(before), asio::buffer(*next.piece),
                                                     asio::buffer(after)};
    if (!co_await writeAll(core, stream, parts)) co_return false;
    head.clear();
  }
  if (chunked) head += "0\r\n\r\n";
  const asio::const_buffer last = asio::buffer(head);
  const bool good = head.empty() || co_await writeAll(core, stream, last);
  co_return good&& left == 0;
}

}  // namespace

asio::awaitable<bool> writeResponse(Core& core, AnyStream& stream, const Accepted& accepted,
                                    Response response, bool http11, bool keepAlive) {
  auto* body = std::get_if<StreamBody>(&response.body);
  const bool bodiless = accepted.withoutBody || hasNoBody(response.status);
  const bool chunked = body != nullptr && !body->length && http11 && !hasNoBody(response.status);
  const bool endsByClosing = body != nullptr && !body->length && !http11;
  const std::string head = headOf(response, accepted, chunked, keepAlive && !endsByClosing);
  bool sent = false;
  if (bodiless) {
    const std::string none;
    sent = co_await writeText(core, stream, head, none);
  } else if (body != nullptr) {
    sent = co_await writeStream(core, stream, head, *body, accepted.request.requestId, chunked);
  } else {
    sent = co_await writeText(core, stream, head, std::get<std::string>(response.body));
  }
  co_return sent && !endsByClosing;
}

}  // namespace foyer::server::http
