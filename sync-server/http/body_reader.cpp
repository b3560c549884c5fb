// SPDX-License-Identifier: GPL-3.0-or-later
#include "body_reader.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <iterator>
#include <limits>

namespace foyer::server::http {
namespace beast = boost::beast;
namespace {
constexpr std::size_t kPiece = 64 * 1024;
}

struct BodyReader::Parser {
  beast::http::request_parser<beast::http::buffer_body> beast;
  std::function<void(std::uint64_t, beast::string_view, ErrorCode&)> onChunk;
  std::ptrdiff_t headers = 0;

  std::ptrdiff_t countHeaders() const { return std::distance(beast.get().begin(), beast.get().end()); }
};

BodyReader::BodyReader(const ServerOptions& options, AnyStream& stream, beast::flat_buffer& buffer,
                       const std::string& rawHead, std::size_t limit)
    : m_options(options), m_stream(stream), m_buffer(buffer), m_parser(std::make_unique<Parser>()) {
  auto& parser = m_parser->beast;
  parser.header_limit(std::numeric_limits<std::uint32_t>::max());
  parser.body_limit(limit);
  m_parser->onChunk = [](std::uint64_t, beast::string_view extension, ErrorCode& error) {
    if (!extension.empty()) error = beast::http::error::bad_chunk_extension;
  };
  parser.on_chunk_header(m_parser->onChunk);
  ErrorCode error;
  parser.put(asio::buffer(rawHead), error);
  if (error || !parser.is_header_done()) m_fault = BodyFault::malformed;
  m_parser->headers = m_parser->countHeaders();
}

BodyReader::~BodyReader() = default;

bool BodyReader::done() const { return m_parser->beast.is_done(); }

bool BodyReader::tooSlow() const {
  const auto taken = std::chrono::steady_clock::now() - m_begin;
  if (taken < m_options.bodyTimeout) return false;
  const double seconds = std::chrono::duration<double>(taken).count();
  return static_cast<double>(m_received) < seconds * static_cast<double>(m_options.bodyMinRate);
}

asio::awaitable<bool> BodyReader::readSome(std::string& out) {
  auto& parser = m_parser->beast;
  if (m_fault != BodyFault::none || parser.is_done()) co_return false;
  const std::size_t before = out.size();
  out.resize(before + kPiece);
  parser.get().body().data = out.data() + before;
  parser.get().body().size = kPiece;
  ErrorCode error;
  m_stream.expiresAfter(m_options.bodyTimeout);
  co_await beast::http::async_read_some(m_stream, m_buffer, parser,
                                        asio::redirect_error(asio::use_awaitable, error));
  const std::size_t got = kPiece - parser.get().body().size;
  out.resize(before + got);
  m_received += got;
  if (error == beast::http::error::need_buffer) error = {};
  if (error == beast::http::error::body_limit || error == beast::http::error::buffer_overflow) {
    m_fault = BodyFault::tooLarge;
  } else if (error && (m_stream.expired() || tooSlow())) {
    m_fault = BodyFault::tooSlow;
  } else if (error == beast::http::error::end_of_stream || error == beast::http::error::partial_message) {
    m_fault = BodyFault::cut;
  } else if (error) {
    const bool ours =
        error.category() == beast::http::make_error_code(beast::http::error::bad_chunk).category();
    m_fault = ours ? BodyFault::malformed : BodyFault::cut;
  } else if (tooSlow()) {
    m_fault = BodyFault::tooSlow;
  } else if (parser.is_done() && m_parser->countHeaders() != m_parser->headers) {
    m_fault = BodyFault::malformed;  // a trailer
  }
  co_return m_fault == BodyFault::none;
}

}  // namespace foyer::server::http
