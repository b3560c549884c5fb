// SPDX-License-Identifier: GPL-3.0-or-later
#include "any_stream.hpp"

#include <boost/asio/post.hpp>

namespace foyer::server::http {
namespace {

class PlainTransport final : public Transport {
 public:
  using Transport::Transport;
  void handshake(IoHandler handler) override { finishLater(std::move(handler)); }
  void readSome(asio::mutable_buffer buffer, IoHandler handler) override {
    socket.async_read_some(buffer, std::move(handler));
  }
  void writeSome(const BufferList& buffers, IoHandler handler) override {
    socket.async_write_some(buffers, std::move(handler));
  }
  void shutdown(IoHandler handler) override {
    ErrorCode ignored;
    socket.shutdown(Tcp::socket::shutdown_send, ignored);
    finishLater(std::move(handler));
  }

 private:
  void finishLater(IoHandler handler) {
    asio::post(socket.get_executor(), [h = std::move(handler)]() mutable { h(ErrorCode{}); });
  }
};

}  // namespace

std::unique_ptr<Transport> plainTransport(Tcp::socket socket) {
  return std::make_unique<PlainTransport>(std::move(socket));
}

AnyStream::AnyStream(std::unique_ptr<Transport> transport)
    : m_state(std::make_shared<State>(std::move(transport))) {}

AnyStream::~AnyStream() {
  if (m_state) expiresNever();
}

void AnyStream::expiresAfter(std::chrono::milliseconds time) {
  m_state->expired = false;
  m_state->deadline = std::chrono::steady_clock::now() + time;
  if (m_state->waiting && m_state->timer.expiry() <= m_state->deadline) return;  // looks again when it fires
  watch(m_state);
}

void AnyStream::expiresNever() {
  m_state->deadline = std::chrono::steady_clock::time_point::max();
  if (std::exchange(m_state->waiting, false)) m_state->timer.cancel();
}

void AnyStream::watch(const std::shared_ptr<State>& state) {
  state->waiting = true;
  state->timer.expires_at(state->deadline);
  state->timer.async_wait([weak = std::weak_ptr<State>(state)](const ErrorCode& error) {
    const auto alive = weak.lock();
    if (!alive || error) return;
    alive->waiting = false;
    if (alive->deadline == std::chrono::steady_clock::time_point::max()) return;
    if (alive->deadline > std::chrono::steady_clock::now()) return watch(alive);
    alive->expired = true;
    ErrorCode ignored;
    alive->transport->socket.cancel(ignored);
  });
}

void AnyStream::closeSocket() {
  ErrorCode ignored;
  m_state->transport->socket.close(ignored);
}

void AnyStream::stopSending() {
  ErrorCode ignored;
  m_state->transport->socket.shutdown(Tcp::socket::shutdown_send, ignored);
}

void beast_close_socket(AnyStream& stream) { stream.closeSocket(); }

void teardown(boost::beast::role_type, AnyStream& stream, ErrorCode& error) {
  stream.stopSending();
  error = {};
}

}  // namespace foyer::server::http
