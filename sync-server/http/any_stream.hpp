// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/role.hpp>
#include <chrono>
#include <memory>
#include <type_traits>
#include <utility>

namespace foyer::server::http {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using Tcp = asio::ip::tcp;

/// A completion handler whose type is forgotten. Move-only, called once.
class IoHandler {
 public:
  template <class H>
  IoHandler(H handler, const asio::any_io_executor& fallback)
      : m_call(std::make_unique<Call<H>>(std::move(handler), fallback)) {}
  void operator()(const ErrorCode& error, std::size_t bytes = 0) {
    const auto call = std::move(m_call);
    call->invoke(error, bytes);
  }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual void invoke(const ErrorCode& error, std::size_t bytes) = 0;
  };
  template <class H>
  struct Call final : Base {
    Call(H h, const asio::any_io_executor& fallback)
        : handler(std::move(h)), executor(asio::get_associated_executor(handler, fallback)) {}
    void invoke(const ErrorCode& error, std::size_t bytes) override {
      asio::dispatch(executor,
                     [h = std::move(handler), error, bytes]() mutable { std::move(h)(error, bytes); });
    }
    H handler;
    asio::associated_executor_t<H, asio::any_io_executor> executor;
  };
  std::unique_ptr<Base> m_call;
};

/// Up to eight buffers of one write, copied out of whatever sequence they came in.
struct BufferList {
  using value_type = asio::const_buffer;
  std::array<asio::const_buffer, 8> items{};
  std::size_t count = 0;
  const asio::const_buffer* begin() const { return items.data(); }
  const asio::const_buffer* end() const { return items.data() + count; }
};

/// What a transport has to do: plain TCP and TLS are the two that exist. Every call on the connection's
/// strand.
class Transport {
 public:
  explicit Transport(Tcp::socket s) : socket(std::move(s)) {}
  virtual ~Transport() = default;
  virtual void handshake(IoHandler handler) = 0;
  virtual void readSome(asio::mutable_buffer buffer, IoHandler handler) = 0;
  virtual void writeSome(const BufferList& buffers, IoHandler handler) = 0;
  virtual void shutdown(IoHandler handler) = 0;
  Tcp::socket socket;
};

std::unique_ptr<Transport> plainTransport(Tcp::socket socket);
std::unique_ptr<Transport> tlsTransport(Tcp::socket socket, asio::ssl::context& context);

/// The one stream type that HTTP and WebSocket code is compiled for, with a deadline: when it passes,
/// pending operations fail; a last answer can still be sent. Used on the connection's strand only.
class AnyStream {
 public:
  using executor_type = asio::any_io_executor;

  explicit AnyStream(std::unique_ptr<Transport> transport);
  AnyStream(AnyStream&&) noexcept = default;
  AnyStream& operator=(AnyStream&&) noexcept = default;
  ~AnyStream();

  executor_type get_executor() const { return m_state->transport->socket.get_executor(); }
  void expiresAfter(std::chrono::milliseconds time);
  void expiresNever();
  bool expired() const { return m_state->expired; }
  void closeSocket();
  void stopSending();

  template <class Token>
  auto asyncHandshake(Token&& token) {
    return start<Token>(
        token, [](Transport& transport, IoHandler handler) { transport.handshake(std::move(handler)); });
  }
  template <class Token>
  auto asyncShutdown(Token&& token) {
    return start<Token>(
        token, [](Transport& transport, IoHandler handler) { transport.shutdown(std::move(handler)); });
  }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    asio::mutable_buffer first;
    for (auto it = asio::buffer_sequence_begin(buffers); it != asio::buffer_sequence_end(buffers); ++it) {
      first = *it;
      if (first.size() > 0) break;
    }
    return start<Token>(token, [first](Transport& transport, IoHandler handler) {
      transport.readSome(first, std::move(handler));
    });
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    BufferList list;
    for (auto it = asio::buffer_sequence_begin(buffers);
         it != asio::buffer_sequence_end(buffers) && list.count < list.items.size(); ++it) {
      const asio::const_buffer one = *it;
      if (one.size() > 0) list.items[list.count++] = one;
    }
    return start<Token>(token, [list](Transport& transport, IoHandler handler) {
      transport.writeSome(list, std::move(handler));
    });
  }

 private:
  struct State {
    explicit State(std::unique_ptr<Transport> t)
        : transport(std::move(t)), timer(transport->socket.get_executor()) {}
    std::unique_ptr<Transport> transport;
    asio::steady_timer timer;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    bool waiting = false, expired = false;
  };

  template <class Token, class Begin>
  auto start(Token& token, Begin begin) {
    auto initiate = [transport = m_state->transport.get(), begin](auto handler) {
      begin(*transport, IoHandler(std::move(handler), transport->socket.get_executor()));
    };
    return asio::async_initiate<Token, void(ErrorCode, std::size_t)>(std::move(initiate), token);
  }
  static void watch(const std::shared_ptr<State>& state);

  std::shared_ptr<State> m_state;
};

// What Beast asks of a stream type of ours.
void beast_close_socket(AnyStream& stream);
void teardown(boost::beast::role_type role, AnyStream& stream, ErrorCode& error);
template <class Handler>
void async_teardown(boost::beast::role_type, AnyStream& stream, Handler&& handler) {
  auto finish = [h = std::forward<Handler>(handler)](const ErrorCode& error, std::size_t) mutable {
    std::move(h)(error);
  };
  stream.asyncShutdown(std::move(finish));
}

}  // namespace foyer::server::http
