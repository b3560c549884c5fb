// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/head_check.hpp"

#include <algorithm>
#include <array>

#include "text_tools.hpp"

namespace foyer::server::http {
namespace {

constexpr std::array<std::string_view, 7> kMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                      "PATCH", "DELETE", "OPTIONS"};

// A second one of these would give the message a second meaning.
constexpr std::array<std::string_view, 19> kSingle = {"host",
                                                      "content-length",
                                                      "transfer-encoding",
                                                      "content-type",
                                                      "content-encoding",
                                                      "authorization",
                                                      "expect",
                                                      "upgrade",
                                                      "range",
                                                      "x-request-id",
                                                      "sec-websocket-key",
                                                      "sec-websocket-version",
                                                      "tus-resumable",
                                                      "upload-length",
                                                      "upload-offset",
                                                      "upload-metadata",
                                                      "upload-checksum",
                                                      "if-none-match",
                                                      "content-range"};

using Refusal = std::optional<BadHead>;

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// RFC 3986 path and query characters; the rest must be escaped.
bool isTargetChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~!$&'()*+,;=:@/%?").find(c) != std::string_view::npos;
}

Refusal readRequestLine(std::string_view line, Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return BadHead{400, "malformed request line"};
  const std::string_view method = line.substr(0, first), version = line.substr(last + 1);
  std::string_view target = line.substr(first + 1, last - first - 1);
  if (method.empty() || !std::all_of(method.begin(), method.end(), isTokenChar))
    return BadHead{400, "malformed method"};
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    const bool other = version.starts_with("HTTP/") && version.size() == 8;
    return other ? BadHead{505, "only HTTP/1.0 and HTTP/1.1"} : BadHead{400, "malformed version"};
  }
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end())
    return BadHead{501, "unknown method"};
  if (target.empty() || target.front() != '/' || !std::all_of(target.begin(), target.end(), isTargetChar))
    return BadHead{400, "the target is not an absolute path"};
  const auto mark = target.find('?');
  head.method = method;
  head.path = target.substr(0, mark);
  if (mark != std::string_view::npos) head.query = target.substr(mark + 1);
  head.http11 = version == "HTTP/1.1";
  return {};
}

Refusal readHeader(std::string_view line, Head& head) {
  if (line.front() == ' ' || line.front() == '\t') return BadHead{400, "folded header line"};
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return BadHead{400, "header line without a name"};
  const std::string_view name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), isTokenChar)) return BadHead{400, "malformed header name"};
  const std::string_view value = trimBlanks(line.substr(colon + 1));
  if (std::any_of(value.begin(), value.end(), [](char c) { return isControl(c) && c != '\t'; }))
    return BadHead{400, "control character in a header"};
  std::string lower = lowerAscii(name);
  if (std::find(kSingle.begin(), kSingle.end(), lower) != kSingle.end() && head.header(lower))
    return BadHead{400, "repeated header " + lower};
  head.headers.emplace_back(std::move(lower), value);
  return {};
}

bool isHost(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._:[]~%").find(c) != std::string_view::npos;
  });
}

Refusal readFraming(Head& head) {
  const auto length = head.header("content-length"), coding = head.header("transfer-encoding");
  if (length && coding) return BadHead{400, "both a length and a transfer coding"};
  if (coding) {
    if (!head.http11) return BadHead{400, "a transfer coding in HTTP/1.0"};
    if (!equalsIgnoreCase(*coding, "chunked")) return BadHead{501, "only the transfer coding chunked"};
    head.chunked = true;
  }
  if (length) {
    head.contentLength = parseDigits(*length);
    if (!head.contentLength) return BadHead{400, "malformed content-length"};
  }
  return {};
}

Refusal readMeaning(Head& head) {
  const auto host = head.header("host");
  if (!host && head.http11) return BadHead{400, "no host"};
  if (host && !isHost(*host)) return BadHead{400, "malformed host"};
  if (auto bad = readFraming(head)) return bad;
  if (const auto id = head.header("x-request-id"); id && !isRequestId(*id))
    return BadHead{400, "malformed x-request-id"};
  if (const auto expect = head.header("expect")) {
    if (!equalsIgnoreCase(*expect, "100-continue")) return BadHead{417, "unknown expectation"};
    head.expectContinue = head.http11;
  }
  bool close = false, keep = false, upgrade = false;
  for (const auto& [name, value] : head.headers) {
    if (name != "connection") continue;
    close = close || hasToken(value, "close");
    keep = keep || hasToken(value, "keep-alive");
    upgrade = upgrade || hasToken(value, "upgrade");
  }
  head.keepAlive = !close && (head.http11 || keep);
  const auto protocol = head.header("upgrade");
  head.upgrade = upgrade && protocol && hasToken(*protocol, "websocket");
  if (head.upgrade &&
      (head.method != "GET" || !head.http11 || head.chunked || head.contentLength.value_or(0) > 0))
    return BadHead{400, "malformed websocket handshake"};
  return {};
}

}  // namespace

std::optional<std::string_view> Head::header(std::string_view lowerName) const {
  for (const auto& [name, value] : headers)
    if (name == lowerName) return value;
  return std::nullopt;
}

std::variant<Head, BadHead> checkHead(std::string_view raw, const HeadLimits& limits) {
  if (raw.size() > limits.headBytes) return BadHead{431, "headers too large"};
  Head head;
  for (std::size_t number = 0;; ++number) {
    const auto end = raw.find("\r\n");
    if (end == std::string_view::npos) return BadHead{400, "a line does not end with CR LF"};
    const std::string_view line = raw.substr(0, end);
    raw.remove_prefix(end + 2);
    if (std::any_of(line.begin(), line.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }))
      return BadHead{400, "control character"};
    if (number == 0) {
      if (line.size() > limits.requestLine) return BadHead{414, "request line too long"};
      if (auto bad = readRequestLine(line, head)) return *bad;
      continue;
    }
    if (line.empty()) break;
    if (head.headers.size() >= limits.headers) return BadHead{431, "too many headers"};
    if (auto bad = readHeader(line, head)) return *bad;
  }
  if (!raw.empty()) return BadHead{400, "bytes after the head"};
  if (auto bad = readMeaning(head)) return *bad;
  return head;
}

std::optional<BadHead> checkUnfinished(std::string_view raw, const HeadLimits& limits) {
  const auto line = raw.find("\r\n");
  if (std::min(line, raw.size()) > limits.requestLine) return BadHead{414, "request line too long"};
  if (raw.size() > limits.headBytes) return BadHead{431, "headers too large"};
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\0') return BadHead{400, "control character"};
    if (raw[i] == '\n' && (i == 0 || raw[i - 1] != '\r'))
      return BadHead{400, "a line does not end with CR LF"};
  }
  return {};
}

bool isRequestId(std::string_view text) {
  return text.size() >= 8 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                  c == '_' || c == '.';
         });
}

}  // namespace foyer::server::http
