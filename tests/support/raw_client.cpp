// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace foyer::test {
namespace {
constexpr std::chrono::milliseconds kPatience{20'000};
}

std::string RawAnswer::header(std::string_view lowerName) const {
  const std::string key = "\r\n" + std::string(lowerName) + ": ";
  const auto at = head.find(key);
  if (at == std::string::npos) return {};
  const auto begin = at + key.size();
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

RawClient::RawClient(std::uint16_t port) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(m_fd);
    throw std::runtime_error("no connection to port " + std::to_string(port));
  }
}

RawClient::~RawClient() { close(); }

void RawClient::close() {
  if (m_fd >= 0) ::close(m_fd);
  m_fd = -1;
}

void RawClient::setReceiveBuffer(int bytes) {
  ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::fill(std::chrono::milliseconds patience) {
  pollfd waiting{m_fd, POLLIN, 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
  char piece[16384];
  const ssize_t got = ::recv(m_fd, piece, sizeof piece, 0);
  if (got <= 0) return false;
  m_buffer.append(piece, static_cast<std::size_t>(got));
  return true;
}

std::string RawClient::read(std::size_t count) {
  while (m_buffer.size() < count && fill(kPatience)) {
  }
  const std::string out = m_buffer.substr(0, count);
  m_buffer.erase(0, count);
  return out;
}

RawAnswer RawClient::receive(bool head) {
  RawAnswer answer;
  while (m_buffer.find("\r\n\r\n") == std::string::npos)
    if (!fill(kPatience)) return answer;
  const auto end = m_buffer.find("\r\n\r\n");
  answer.head = m_buffer.substr(0, end + 2);
  m_buffer.erase(0, end + 4);
  answer.status = std::stoi(answer.head.substr(9, 3));
  bool name = false;
  for (char& c : answer.head) {
    if (c == '\n') name = true;
    if (c == ':') name = false;
    if (name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (answer.status == 100) return receive(head);
  if (head || answer.status == 101 || answer.status == 204 || answer.status == 304) return answer;
  if (answer.header("transfer-encoding") == "chunked") {
    while (true) {
      while (m_buffer.find("\r\n") == std::string::npos)
        if (!fill(kPatience)) return answer;
      const auto size = std::stoul(m_buffer, nullptr, 16);
      m_buffer.erase(0, m_buffer.find("\r\n") + 2);
      answer.body += read(size);
      if (read(2).size() < 2 || size == 0) return answer;
    }
  }
  const std::string length = answer.header("content-length");
  answer.body = read(length.empty() ? std::string::npos : std::stoul(length));
  return answer;
}

bool RawClient::closedWithin(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
    char piece[4096];
    if (::recv(m_fd, piece, sizeof piece, 0) <= 0) return true;
  }
}

RawAnswer ask(std::uint16_t port, std::string_view method, std::string_view path, std::string_view headers,
              std::string_view body) {
  RawClient client(port);
  std::string request = std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n";
  request.append(headers);
  if (!body.empty()) request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  request.append("\r\n").append(body);
  client.send(request);
  return client.receive(method == "HEAD");
}

}  // namespace foyer::test
