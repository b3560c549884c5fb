// SPDX-License-Identifier: GPL-3.0-or-later
#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "figure.hpp"
#include "sync_limits.hpp"

namespace foyer::bench {
namespace {

constexpr int kWrites = 50;
constexpr std::size_t kFrameBytes = 400;

}  // namespace

double SyncLimits::bareSockets(int count) {
  const int acceptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* raw = reinterpret_cast<sockaddr*>(&address);
  if (::bind(acceptor, raw, length) != 0 || ::listen(acceptor, count) != 0)
    throw std::runtime_error("no port for the bare sockets");
  ::getsockname(acceptor, raw, &length);
  std::vector<int> senders, readers;
  const int readable = ::epoll_create1(EPOLL_CLOEXEC);
  for (int i = 0; i < count; ++i) {
    readers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(readers.back(), raw, length) != 0)
      throw std::runtime_error("a bare socket does not connect");
    senders.push_back(::accept(acceptor, nullptr, nullptr));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = readers.back();
    ::epoll_ctl(readable, EPOLL_CTL_ADD, readers.back(), &event);
  }
  std::atomic<int> round = 0;
  std::thread sender([&] {
    const std::string frame(kFrameBytes, 'x');
    for (int i = 0; i < kWrites; ++i) {
      round.wait(i);
      for (const int fd : senders)
        [[maybe_unused]] const auto sent = ::send(fd, frame.data(), frame.size(), MSG_NOSIGNAL);
    }
  });
  std::vector<double> times;
  std::vector<epoll_event> events(static_cast<std::size_t>(count));
  std::string in(kFrameBytes, '\0');
  for (int i = 0; i < kWrites; ++i) {
    const auto start = Time::now();
    ++round;
    round.notify_one();
    for (std::size_t missing = kFrameBytes * static_cast<std::size_t>(count); missing > 0;) {
      const int ready = ::epoll_wait(readable, events.data(), count, 1000);
      for (int k = 0; k < ready; ++k)
        missing -= static_cast<std::size_t>(std::max<ssize_t>(
            0, ::recv(events[static_cast<std::size_t>(k)].data.fd, in.data(), in.size(), 0)));
    }
    times.push_back(msSince(start));
  }
  sender.join();
  for (const int fd : senders) ::close(fd);
  for (const int fd : readers) ::close(fd);
  ::close(readable);
  ::close(acceptor);
  return percentile(times, 0.5);
}

}  // namespace foyer::bench
