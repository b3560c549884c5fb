// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "device/gate_update.hpp"
#include "store/reader.hpp"

namespace foyer::kiosk {

/// Reads the gate scope out of the device's database, beside its writer. Lives on one thread of its own.
class GateReader {
 public:
  /// Events older than this are not needed for a verdict.
  static constexpr std::int64_t kEventsBackMs = 4LL * 86'400'000;

  GateReader(std::unique_ptr<store::Reader> reader, Uuid device)
      : m_reader(std::move(reader)), m_device(device) {}

  /// Everything of the gate; nothing when the device holds no gate yet.
  std::optional<GateUpdate> readAll(const Uuid& scope, std::int64_t nowMs);
  GateUpdate readChanged(const Uuid& scope, const std::vector<store::Change>& changes);

 private:
  std::vector<model::Record> rows(const char* collection, const Uuid& scope);
  std::vector<DayRule> dayRules(const Uuid& scope);
  std::vector<Operator> operators(const Uuid& scope);
  void takeInfo(const model::Record& row, GateUpdate& out) const;
  void takeKiosk(const model::Record& row, GateUpdate& out) const;
  void takeRevocation(const model::Record& row, GateUpdate& out) const;
  void takeEvent(const model::Record& row, GateUpdate& out) const;

  std::unique_ptr<store::Reader> m_reader;
  Uuid m_device;
};

}  // namespace foyer::kiosk
