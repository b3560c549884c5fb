// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/uuid.hpp"
#include "processes.hpp"

namespace foyer::test {

/// Many devices in this process, each with its own database, engine and live connection, that write all the
/// time at a given pace. Each change is one mutation: a new album, or the next name of an album of the same
/// device that has nothing waiting. So as many numbers are given out as changes were made, and the server's
/// journal has each of them once. The devices live on a thread of their own and go on while the test kills.
class Crowd {
 public:
  /// Registers `people`, each with `devicesEach` devices, and waits until all are complete. Throws.
  Crowd(const ServerProcess& server, const QString& dir, std::uint64_t seed, int people, int devicesEach);
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  void write(int changesPerSecond);  ///< from now on, all devices together, at most; 0: no more
  std::int64_t written() const { return m_written; }
  /// Changes whose answer a device has stored.
  std::int64_t acknowledged();
  /// Whether all is answered and verified within `ms`, without anybody helping.
  bool settles(int ms);

  struct Person {
    Uuid scope;
    std::vector<std::string> exports;  ///< one per device: the canonical form of the scope
  };
  std::vector<Person> people();
  /// By device: its id and how many changes it made.
  std::vector<std::pair<Uuid, std::int64_t>> changesByDevice();
  /// Scopes of devices that are in another epoch than the first, as when a server forgot something.
  int otherEpochs();

 private:
  struct Inside;
  /// Runs this on the devices' thread; throws what it throws.
  void run(const std::function<void(Inside&)>& work);

  QThread m_thread;
  std::unique_ptr<Inside> m_inside;
  std::atomic<std::int64_t> m_written = 0;
};

}  // namespace foyer::test
