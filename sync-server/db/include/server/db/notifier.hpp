// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/db/rows.hpp"

namespace foyer::server {

/// Tells other server processes about commits and hears about theirs: LISTEN and NOTIFY on one connection of
/// its own, with its own thread. Only a hint: what is lost while the connection is down is covered by a slow
/// poll. Commits of one scope in quick succession are told once.
class Notifier {
 public:
  /// `heard` is called on the notifier's thread for commits of other processes, and for those only.
  Notifier(std::string connection, std::function<void(const ScopeChange&)> heard);
  ~Notifier();
  /// Ends the thread; `heard` is not called any more. Safe to call twice.
  void stop();
  /// After a commit; returns at once. Thread-safe.
  void tell(const ScopeChange& change);
  /// Whether it is connected and listening now.
  bool listening() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace foyer::server
