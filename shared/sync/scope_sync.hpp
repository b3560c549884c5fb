// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>

#include "pace.hpp"
#include "protocol/messages.hpp"
#include "repair.hpp"
#include "store/store.hpp"
#include "sync/backoff.hpp"
#include "sync/status.hpp"

namespace foyer::sync {

/// What a scope needs from its engine.
class ScopeHost {
 public:
  virtual ~ScopeHost() = default;
  virtual store::Store& localStore() = 0;
  virtual void send(const protocol::ClientMessage& message) = 0;
  virtual bool live() const = 0;
  virtual std::int64_t now() const = 0;  ///< steady
  virtual std::int64_t wall() const = 0;
  virtual void progressed() = 0;  ///< something verified happened
  virtual void wantHello() = 0;   ///< the server should be asked again who we are
  /// What is under way builds on what is no longer so: this connection ends, the next one begins with a
  /// hello.
  virtual void startOver(Error why) = 0;
  /// This database is a copy, or older than what its device has sent (law 11).
  virtual void needIdentity() = 0;
  virtual std::size_t maxPushCount() const = 0;
  virtual std::size_t maxPushBytes() const = 0;
};

/// One scope's conversation: at most one pull and one push under way, independent of each other and of every
/// other scope. Forgets everything when the connection ends; what counts is in the store.
class ScopeSync {
 public:
  ScopeSync(ScopeHost& host, store::ScopeInfo info, Random random);

  /// Where this device stands here, for a hello.
  protocol::ScopeState state();
  void offered(const protocol::ScopeOffer& offer);
  /// The server has never heard of this scope, although it was there: it is made again from here.
  void forgotten();
  void disconnected();
  void refresh(store::ScopeInfo info) { m_info = std::move(info); }
  void setForks(std::int64_t open) { m_forks = open; }

  /// Before the rows are read: the server works on the next page while this one is decoded and inserted.
  void onPageHeader(const protocol::PageHeader& header);
  void onPage(const protocol::Page& page);
  void onPushResult(const protocol::PushResult& result);
  void onProblem(const Error& error);
  void onStale();
  void onSums(const protocol::Sums& sums);
  void onMarks(const protocol::Marks& marks);
  /// What is stored was found changed: compare with the server again.
  void recheck();
  /// This scope can't go on now: waits, and says why. The others don't notice.
  void failed(Error why);
  void tryNow();
  /// Timers of this scope that have come; false when its request was never answered.
  bool tick();
  std::optional<std::int64_t> nextWake() const;

  void push();
  bool wantsPull() const { return m_offered && m_wantPull && !pulling() && m_retryAt == 0; }
  void pull();

  const store::ScopeInfo& info() const { return m_info; }
  bool pulling() const { return !m_asked.empty() || m_repair.running(); }
  bool outstanding() const { return pulling() || m_pushOut; }
  bool settled() const;
  ScopeStatus status(bool connected) const;

 private:
  void reload();
  bool meetEpoch(const protocol::ScopeOffer& offer);
  bool meetNumbers(const protocol::ScopeOffer& offer);
  void apply(const protocol::Page& page);
  void follows(const protocol::PageToken& from);
  void ask(const protocol::PageToken& from);
  void sawHead(std::int64_t head);
  void setProgress(ScopeStatus& s) const;
  void reread(std::int64_t epoch);
  void differs();
  void onPart(const protocol::Page& page);
  template <class Answer>
  void repairWith(const Answer& answer);
  void stopRepair();

  ScopeHost& m_host;
  store::ScopeInfo m_info;
  Backoff m_backoff;
  bool m_offered = false;         ///< named by the server on this connection
  std::uint64_t m_acked = 0;      ///< as said in the last hello
  std::int64_t m_saidCursor = 0;  ///< as said in the last hello
  bool m_wantPull = false;
  /// Where the pages begin that have been asked for: one, or two while one is read and stored.
  std::deque<protocol::PageToken> m_asked;
  bool m_pushOut = false;
  bool m_following = false;
  bool m_verified = false;  ///< on this connection
  Repair m_repair;          ///< while it runs it takes the place of a pull
  int m_repairs = 0;        ///< since the digest last matched
  bool m_oneFailed =
      false;  ///< with both under way a problem arrived: it belongs to the one without an answer
  Error m_oneFailedWhy;
  std::int64_t m_head = 0;       ///< the last one named, also by a former connection
  std::int64_t m_headAt = 0;     ///< when a head above the cursor was first heard of
  std::int64_t m_requestAt = 0;  ///< when the last request was sent
  std::int64_t m_retryAt = 0;    ///< 0 = not waiting
  std::int64_t m_retryWall = 0;
  std::int64_t m_rowsOffered = 0;  ///< the server's estimate for a first sync
  Pace m_pace;
  std::int64_t m_forks = 0;
  std::optional<Error> m_why;
};

}  // namespace foyer::sync
