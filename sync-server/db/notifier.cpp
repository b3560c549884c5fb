// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/notifier.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <map>
#include <mutex>
#include <thread>

namespace foyer::server {
namespace {

/// Wait before connecting again after the connection broke.
constexpr int kReconnectMs = 500;
/// Looks at the connection at least so often, whatever the socket says.
constexpr int kCheckMs = 10'000;
/// Scopes per statement, so that one NOTIFY burst stays a small transaction.
constexpr std::size_t kBatch = 500;

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

bool command(PGconn* connection, const std::string& sql) {
  PGresult* result = PQexec(connection, sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  PQclear(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::optional<ScopeChange> parse(std::string_view payload) {
  if (payload.size() < 39) return std::nullopt;
  const auto scope = Uuid::parse(payload.substr(0, 36));
  if (!scope) return std::nullopt;
  ScopeChange change;
  change.scope = *scope;
  change.members = payload[37] == 'm';
  std::from_chars(payload.data() + 39, payload.data() + payload.size(), change.head);
  return change;
}

}  // namespace

struct Notifier::Impl {
  std::string connectionString;
  std::function<void(const ScopeChange&)> heard;
  int wakeFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  std::mutex mutex;
  std::map<Uuid, ScopeChange> pending;
  std::atomic<bool> stopping = false;
  std::atomic<bool> listening = false;
  std::thread thread;

  void wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wakeFd, &one, sizeof one);
  }

  void wait(int socket, int timeoutMs) const {
    pollfd fds[2] = {{wakeFd, POLLIN, 0}, {socket, POLLIN, 0}};
    ::poll(fds, socket >= 0 ? 2 : 1, timeoutMs);
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = read(wakeFd, &count, sizeof count);
  }

  bool send(PGconn* connection) {
    for (;;) {
      std::string values;
      {
        const std::lock_guard lock(mutex);
        std::size_t count = 0;
        while (!pending.empty() && count++ < kBatch) {
          const ScopeChange& c = pending.begin()->second;
          values += (values.empty() ? "('" : ",('") + c.scope.str() + (c.members ? " m " : " r ") +
                    std::to_string(c.head) + "')";
          pending.erase(pending.begin());
        }
      }
      if (values.empty()) return true;
      if (!command(connection, "SELECT pg_notify('foyer_scopes', v) FROM (VALUES " + values + ") AS t(v)"))
        return false;
    }
  }

  /// False when the connection is lost.
  bool receive(PGconn* connection) const {
    const bool read = PQconsumeInput(connection) == 1;
    while (PGnotify* note = PQnotifies(connection)) {
      const bool own = note->be_pid == PQbackendPID(connection);
      const auto change = parse(note->extra);
      PQfreemem(note);
      if (!own && change) heard(*change);
    }
    return read && PQstatus(connection) == CONNECTION_OK && PQsocket(connection) >= 0;
  }

  void session() {
    const Connection connection(PQconnectdb(connectionString.c_str()), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK || !command(connection.get(), "LISTEN foyer_scopes"))
      return;
    listening = true;
    while (!stopping && send(connection.get()) && receive(connection.get())) {
      wait(PQsocket(connection.get()), kCheckMs);
    }
    listening = false;
  }

  void run() {
    while (!stopping) {
      session();
      if (!stopping) wait(-1, kReconnectMs);
    }
  }
};

Notifier::Notifier(std::string connection, std::function<void(const ScopeChange&)> heard)
    : m_impl(std::make_unique<Impl>()) {
  m_impl->connectionString = std::move(connection);
  m_impl->heard = std::move(heard);
  m_impl->thread = std::thread([impl = m_impl.get()] { impl->run(); });
}

Notifier::~Notifier() {
  stop();
  close(m_impl->wakeFd);
}

void Notifier::stop() {
  m_impl->stopping = true;
  m_impl->wake();
  if (m_impl->thread.joinable()) m_impl->thread.join();
}

void Notifier::tell(const ScopeChange& change) {
  {
    const std::lock_guard lock(m_impl->mutex);
    const auto [it, fresh] = m_impl->pending.try_emplace(change.scope, change);
    if (!fresh) {
      it->second.head = std::max(it->second.head, change.head);
      it->second.members = it->second.members || change.members;
    }
  }
  m_impl->wake();
}

bool Notifier::listening() const { return m_impl->listening; }

}  // namespace foyer::server
