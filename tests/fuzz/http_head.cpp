// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of HTTP messages: what is accepted has exactly one reading.
#include <algorithm>

#include "base/text.hpp"
#include "fuzz.hpp"
#include "server/http/head_check.hpp"
#include "server/http/router.hpp"

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  return {
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "POST /api/v1/sync/push?x=1&y=%20 HTTP/1.1\r\nHost: a.example:9000\r\nContent-Length: 12\r\n"
      "Content-Type: application/json\r\nAuthorization: Bearer abc\r\nX-Request-ID: abcdefgh\r\n\r\n",
      "PATCH /api/v1/uploads/x HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\nExpect: "
      "100-continue\r\n"
      "Upload-Offset: 0\r\nTus-Resumable: 1.0.0\r\n\r\n",
      "GET /api/v1/sync/live HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
      "HEAD /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"};
}

}  // namespace foyer::fuzz

namespace {

using namespace foyer;
using server::http::Head;

std::string written(const Head& head) {
  std::string out = head.method + " " + head.path + (head.query.empty() ? "" : "?" + head.query) +
                    (head.http11 ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
  for (const auto& [name, value] : head.headers) out += name + ": " + value + "\r\n";
  return out + "\r\n";
}

void checkAccepted(const Head& head) {
  const auto count = [&](std::string_view name) {
    return std::count_if(head.headers.begin(), head.headers.end(),
                         [&](const auto& h) { return h.first == name; });
  };
  fuzz::require(count("host") <= 1 && (count("host") == 1 || !head.http11), "one host");
  fuzz::require(count("content-length") + count("transfer-encoding") <= 1, "one framing");
  fuzz::require(!(head.chunked && head.contentLength), "length or chunks");
  fuzz::require(head.path.starts_with('/'), "an absolute path");
  for (const auto& [name, value] : head.headers) {
    fuzz::require(!name.empty() && name.find_first_of(" \t\r\n:") == std::string::npos, "a clean name");
    fuzz::require(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a clean value");
  }
  const auto again = server::http::checkHead(written(head), {.requestLine = 1 << 20, .headBytes = 1 << 20});
  const auto* same = std::get_if<Head>(&again);
  fuzz::require(same != nullptr && same->headers == head.headers && same->path == head.path &&
                    same->contentLength == head.contentLength && same->chunked == head.chunked &&
                    same->keepAlive == head.keepAlive && same->upgrade == head.upgrade,
                "written and read again it means the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw = fuzz::view(data, size);
  const server::http::HeadLimits limits;
  const auto early = server::http::checkUnfinished(raw, limits);
  const auto checked = server::http::checkHead(raw, limits);
  if (const auto* head = std::get_if<Head>(&checked)) {
    fuzz::require(!early, "a good head is not refused early");
    checkAccepted(*head);
    if (const auto query = server::http::parseQuery(head->query))
      for (const auto& [name, value] : *query)
        fuzz::require(isUtf8(name) && isUtf8(value), "decoded text is UTF-8");
  } else {
    const auto& bad = std::get<server::http::BadHead>(checked);
    fuzz::require(bad.status >= 400 && bad.status < 600 && !bad.reason.empty(), "a refusal says why");
  }
  return 0;
}
