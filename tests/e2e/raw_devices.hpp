// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <functional>

#include "../bench/live_client.hpp"

namespace foyer::test {

/// A device that stores nothing and pushes one new album after the other, each in a transaction of the
/// server's own: the next as soon as one is answered. Lives on the thread that made it.
class RawPusher {
 public:
  /// `device` lends its sign-in and its identity, of which nobody else makes use.
  explicit RawPusher(bench::BenchDevice& device);
  void push(int count);  ///< so many more
  bool idle() const { return m_left == 0; }
  /// Albums whose creation was acknowledged.
  const std::vector<Uuid>& acknowledged() const { return m_acknowledged; }

 private:
  void got(const bench::LiveClient::Frame& frame);
  void next();

  bench::BenchDevice& m_device;
  bool m_welcome = false;
  int m_left = 0;
  std::uint64_t m_seq = 0;
  Uuid m_current;
  std::vector<Uuid> m_acknowledged;
  std::unique_ptr<bench::LiveClient> m_client;
};

/// A reader that only ever goes forward from its cursor and never looks back, so that whatever a page leaves
/// out stays out. It asks again and again, or is told by the server. No digest puts anything right.
class RawPuller {
 public:
  RawPuller(bench::BenchDevice& device, bool follows);
  /// Records that it was given, at any version.
  const QSet<QByteArray>& seen() const { return m_seen; }
  bool saw(const Uuid& id) const { return m_seen.contains(QByteArray::fromStdString(id.str())); }
  std::int64_t pages() const { return m_pages; }
  /// How often the server told of something that does not join what was there.
  int gaps() const { return m_gaps; }

 private:
  void got(const bench::LiveClient::Frame& frame);
  void take(const protocol::Page& page);
  protocol::PageToken atCursor() const;
  void pull(const protocol::PageToken& from);

  Uuid m_scope;
  bool m_follows;
  std::int64_t m_epoch = 0;
  std::int64_t m_cursor = 0;
  std::int64_t m_pages = 0;
  int m_gaps = 0;
  QSet<QByteArray> m_seen;
  QObject m_context;
  std::unique_ptr<bench::LiveClient> m_client;
};

}  // namespace foyer::test
