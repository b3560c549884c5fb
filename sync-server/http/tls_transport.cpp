// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/asio/ssl/stream.hpp>

#include "any_stream.hpp"

namespace foyer::server::http {
namespace {

class TlsTransport final : public Transport {
 public:
  TlsTransport(Tcp::socket s, asio::ssl::context& context)
      : Transport(std::move(s)), m_tls(socket, context) {}
  void handshake(IoHandler handler) override {
    m_tls.async_handshake(asio::ssl::stream_base::server, std::move(handler));
  }
  void readSome(asio::mutable_buffer buffer, IoHandler handler) override {
    m_tls.async_read_some(buffer, std::move(handler));
  }
  void writeSome(const BufferList& buffers, IoHandler handler) override {
    m_tls.async_write_some(buffers, std::move(handler));
  }
  void shutdown(IoHandler handler) override { m_tls.async_shutdown(std::move(handler)); }

 private:
  asio::ssl::stream<Tcp::socket&> m_tls;
};

}  // namespace

std::unique_ptr<Transport> tlsTransport(Tcp::socket socket, asio::ssl::context& context) {
  return std::make_unique<TlsTransport>(std::move(socket), context);
}

}  // namespace foyer::server::http
