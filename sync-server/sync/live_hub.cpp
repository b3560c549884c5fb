// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/live_hub.hpp"

#include <algorithm>
#include <utility>

namespace foyer::server {

namespace {
/// Commits whose rows are kept for followers.
constexpr std::size_t kKeptCommits = 16;
/// Who is further behind than this many commits gets them joined, read in one page.
constexpr std::ptrdiff_t kFramesAtOnce = 4;
/// Up to so many followers the committing thread serves itself: waking another one takes longer.
constexpr std::size_t kServedAtOnce = 8;
constexpr int kRoundsAtOnce = 2;
}  // namespace

void LiveHub::connect(const Principal& who, std::shared_ptr<LiveSink> sink) {
  const std::lock_guard lock(m_mutex);
  LiveSink* key = sink.get();
  m_connected[key] = {who, std::move(sink)};
}

void LiveHub::disconnect(const std::shared_ptr<LiveSink>& sink) {
  const std::lock_guard lock(m_mutex);
  m_connected.erase(sink.get());
  for (auto it = m_feeds.begin(); it != m_feeds.end();) {
    it->second.followers.erase(sink.get());
    const bool idle = it->second.followers.empty() && !it->second.running;
    it = idle ? m_feeds.erase(it) : std::next(it);
  }
}

void LiveHub::follow(const Uuid& scope, const Principal& who, std::shared_ptr<LiveSink> sink, std::int64_t at,
                     int level) {
  bool start = false;
  {
    const std::lock_guard lock(m_mutex);
    const auto [it, fresh] = m_feeds.try_emplace(scope);
    Feed& feed = it->second;
    LiveSink* key = sink.get();
    feed.followers[key] = {std::move(sink), who, at, level};
    // Nobody listened for a new feed while the last page was read, so a commit may have been missed.
    start = (fresh || feed.head > at) && needsRun(feed);
  }
  if (start) m_executor([this, scope] { run(scope); });
}

void LiveHub::unfollow(const Uuid& scope, const std::shared_ptr<LiveSink>& sink) {
  const std::lock_guard lock(m_mutex);
  drop(scope, sink.get());
}

void LiveHub::drop(const Uuid& scope, LiveSink* sink) {
  const auto it = m_feeds.find(scope);
  if (it == m_feeds.end()) return;
  it->second.followers.erase(sink);
  if (it->second.followers.empty() && !it->second.running) m_feeds.erase(it);
}

void LiveHub::changed(const ScopeChange& change) {
  bool start = false;
  bool check = false;
  bool here = false;
  {
    const std::lock_guard lock(m_mutex);
    const auto it = m_feeds.find(change.scope);
    check = it == m_feeds.end() && change.members && !m_connected.empty();
    if (it != m_feeds.end()) {
      Feed& feed = it->second;
      feed.head = std::max(feed.head, change.head);
      if (change.rows) feed.commits[change.rows->from] = change.rows;
      if (feed.commits.size() > kKeptCommits) feed.commits.erase(feed.commits.begin());
      start = needsRun(feed);
      here = start && change.rows && feed.followers.size() <= kServedAtOnce;
    }
  }
  if (here) {
    run(change.scope, kRoundsAtOnce);
  } else if (start) {
    m_executor([this, scope = change.scope] { run(scope); });
  }
  if (check) m_executor([this, scope = change.scope] { tryCheckMembers(scope); });
}

bool LiveHub::needsRun(Feed& feed) {
  feed.again = true;
  return !std::exchange(feed.running, true);
}

void LiveHub::tryCheckMembers(const Uuid& scope) {
  try {
    checkMembers(scope, 0);
  } catch (...) {
    // The database is away; clients say hello again by themselves from time to time.
  }
}

void LiveHub::run(const Uuid& scope, int rounds) {
  bool more = true;
  while (more) {
    if (rounds-- == 0) return m_executor([this, scope] { run(scope); });
    {
      const std::lock_guard lock(m_mutex);
      m_feeds[scope].again = false;
    }
    try {
      more = deliver(scope);
    } catch (...) {
      // The database is away; the slow poll tries again.
      more = false;
    }
    const std::lock_guard lock(m_mutex);
    Feed& feed = m_feeds[scope];
    more = more || feed.again;
    if (more) continue;
    feed.running = false;
    if (feed.followers.empty()) m_feeds.erase(scope);
  }
}

bool LiveHub::deliver(const Uuid& scope) {
  std::map<std::pair<std::int64_t, int>, std::vector<Follower>> groups;  // by version and level
  {
    const std::lock_guard lock(m_mutex);
    for (const auto& [sink, follower] : m_feeds[scope].followers)
      groups[{follower.at, follower.level}].push_back(follower);
  }
  bool more = false;
  for (const auto& [key, group] : groups) more = deliverFrom(scope, key.first, key.second, group) || more;
  return more;
}

/// From a commit of this process when there is one at that head; otherwise read.
std::optional<PageAnswer> LiveHub::changesFrom(const Uuid& scope, std::int64_t at, int level) {
  std::shared_ptr<const CommittedRows> rows;
  if (level == schema::kSchemaLevel) {
    const std::lock_guard lock(m_mutex);
    const auto& commits = m_feeds[scope].commits;
    const auto it = commits.find(at);
    const bool few = std::distance(it, commits.end()) <= kFramesAtOnce;
    if (it != commits.end() && few) rows = it->second;
  }
  if (rows) return SyncService::changes(std::move(rows));
  Result<PageAnswer> page = m_service.changes(scope, at, level);
  return page ? std::optional(std::move(*page)) : std::nullopt;
}

bool LiveHub::deliverFrom(const Uuid& scope, std::int64_t at, int level, const std::vector<Follower>& group) {
  const std::optional<PageAnswer> page = changesFrom(scope, at, level);
  if (!page) return false;
  std::int64_t checked = 0;
  {
    const std::lock_guard lock(m_mutex);
    checked = m_feeds[scope].membersVersion;
  }
  if (page->rows->scope.membersVersion != checked) checkMembers(scope, page->rows->scope.membersVersion);
  const std::int64_t head = page->header.head;
  if (head <= at) return false;
  std::shared_ptr<const std::string> bytes;
  bool binary = false;
  if (!page->header.more) {
    protocol::Frame frame = page->encode();
    binary = frame.binary;
    bytes = std::make_shared<const std::string>(std::move(frame.bytes));
  }
  for (const Follower& follower : group) {
    {
      const std::lock_guard lock(m_mutex);
      const auto now = m_feeds[scope].followers.find(follower.sink.get());
      if (now == m_feeds[scope].followers.end() || now->second.at != at) continue;
      now->second.at = head;
    }
    if (bytes && follower.sink->send(bytes, binary)) {
      if (page->rows->scope.kind != schema::Scope::catalog) m_service.delivered(scope, follower.who, head);
      continue;
    }
    {
      const std::lock_guard lock(m_mutex);
      m_feeds[scope].followers.erase(follower.sink.get());
    }
    follower.sink->stale(scope);
  }
  const std::lock_guard lock(m_mutex);
  return m_feeds[scope].head > head;
}

void LiveHub::checkMembers(const Uuid& scope, std::int64_t membersVersion) {
  const std::optional<ScopeRow> row = m_service.store().scope(scope);
  const bool everybody = row && row->kind == schema::Scope::catalog;
  std::set<Uuid> members;
  for (const Member& member : m_service.store().members(scope)) members.insert(member.account);
  std::vector<std::shared_ptr<LiveSink>> tell;
  {
    const std::lock_guard lock(m_mutex);
    const auto feed = m_feeds.find(scope);
    const bool first = feed != m_feeds.end() && feed->second.membersVersion == 0;
    if (feed != m_feeds.end()) {
      feed->second.membersVersion = membersVersion;
      std::erase_if(feed->second.followers, [&](const auto& entry) {
        const bool lost = !everybody && !members.contains(entry.second.who.account);
        if (lost) tell.push_back(entry.second.sink);
        return lost;
      });
    }
    for (const auto& [sink, known] : m_connected) {
      if (!first && members.contains(known.first.account)) tell.push_back(known.second);
    }
  }
  for (const auto& sink : tell) sink->scopesChanged();
}

void LiveHub::poll() {
  std::vector<Uuid> scopes;
  {
    const std::lock_guard lock(m_mutex);
    for (const auto& [scope, feed] : m_feeds) scopes.push_back(scope);
  }
  if (scopes.empty()) return;
  for (const ScopeChange& change : m_service.store().heads(scopes)) {
    bool missed = false;
    std::vector<std::shared_ptr<LiveSink>> ahead;
    {
      const std::lock_guard lock(m_mutex);
      const auto it = m_feeds.find(change.scope);
      if (it == m_feeds.end()) continue;
      for (const auto& [sink, follower] : it->second.followers) {
        missed = missed || follower.at < change.head;
        if (follower.at > change.head) ahead.push_back(follower.sink);
      }
    }
    if (missed) changed(change);
    // The database went back in time under open connections: their hello shows it (law 11).
    for (const auto& sink : ahead) sink->scopesChanged();
  }
}

std::size_t LiveHub::followers() const {
  const std::lock_guard lock(m_mutex);
  std::size_t count = 0;
  for (const auto& [scope, feed] : m_feeds) count += feed.followers.size();
  return count;
}

}  // namespace foyer::server
