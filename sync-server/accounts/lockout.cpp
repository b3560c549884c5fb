// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/lockout.hpp"

#include <algorithm>

namespace foyer::server::lockout {
namespace {

bool isLocked(const CounterRow& c, std::int64_t nowMs) {
  return c.failures == 0 && c.locks > 0 && nowMs < c.notBeforeMs;
}

std::string spell(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>((ms + 999) / 1000, 1);
  if (seconds < 120) return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
  const std::int64_t minutes = (seconds + 59) / 60;
  if (minutes < 120) return std::to_string(minutes) + " minutes";
  return std::to_string((minutes + 59) / 60) + " hours";
}

}  // namespace

std::int64_t waitMs(const CounterRow& counter, std::int64_t nowMs) {
  return std::max<std::int64_t>(counter.notBeforeMs - nowMs, 0);
}

std::optional<Error> refusal(const CounterRow& c, std::int64_t nowMs, const LockoutOptions&) {
  const std::int64_t wait = waitMs(c, nowMs);
  if (wait == 0) return std::nullopt;
  if (isLocked(c, nowMs)) {
    return Error{Code::lockedOut, {}, "Too many failed attempts. Try again in " + spell(wait) + "."};
  }
  return Error{Code::rateLimited, {}, "Wait " + spell(wait) + " before the next attempt."};
}

void failed(CounterRow& c, std::int64_t nowMs, const LockoutOptions& o) {
  forget(c, nowMs, o);
  c.lastFailureMs = nowMs;
  ++c.failures;
  if (c.failures >= o.attempts) {
    const int doublings = std::min(c.locks, 20);
    c.notBeforeMs = nowMs + std::min(o.lockMs << doublings, o.maxLockMs);
    ++c.locks;
    c.failures = 0;
  } else if (c.failures >= 2) {
    c.notBeforeMs = nowMs + (o.firstDelayMs << (c.failures - 2));
  }
}

void succeeded(CounterRow& c) { c.failures = 0, c.locks = 0, c.notBeforeMs = 0; }

void undo(CounterRow& c, const CounterRow& before) {
  if (c.failures > 0) {
    --c.failures;
  } else {
    c.failures = before.failures;
    c.locks = before.locks;
  }
  c.notBeforeMs = before.notBeforeMs;
}

void forget(CounterRow& c, std::int64_t nowMs, const LockoutOptions& o) {
  const std::int64_t over = std::max(c.notBeforeMs, c.lastFailureMs);
  if (over == 0) return;
  if (nowMs - over > o.forgetMs) c.failures = 0, c.locks = 0, c.notBeforeMs = 0;
  if (c.subject.starts_with("address:") && nowMs - over > o.lockMs) c.failures = 0;
}

}  // namespace foyer::server::lockout
