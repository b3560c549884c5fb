// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "server/config/config.hpp"

namespace foyer::server::app {

/// One running server process: the composition root. Built in one order, taken apart in the reverse one.
class Application {
 public:
  /// Starts everything and returns when requests are taken.
  static Result<std::unique_ptr<Application>> start(const config::Config& config);
  virtual ~Application() = default;
  virtual std::uint16_t port() const = 0;
  /// Finishes what runs, tells live clients, stops the private PostgreSQL. Blocks. Safe to call twice.
  virtual void stop() = 0;
};

}  // namespace foyer::server::app
