// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "server/rules/code_numbers.hpp"
#include "server/sync/rules.hpp"

namespace foyer::server {

/// Whether the bytes of a SHA-256 (hex) were stored in a scope (law 14). Called from the job runner; may
/// block.
using BlobPresence = std::function<bool(const Uuid& scope, const std::string& sha256)>;

/// The product's own rules: who may sign what as whom, and what follows from a change in other scopes.
class FoyerRules final : public Rules {
 public:
  /// Finds what people call an account or a device; may block, called while a scope is locked: a new one for
  /// accounts, one with a conflict for devices.
  using Names = std::function<std::string(const Uuid& id)>;
  /// Without `stored`, no file is ever said to be stored.
  explicit FoyerRules(Names accounts = {}, BlobPresence stored = {}, Names devices = {})
      : m_names(std::move(accounts)), m_stored(std::move(stored)), m_devices(std::move(devices)) {}

  /// Finds who belonged to a scope; may block. Set before the first use.
  using Members = std::function<std::map<Uuid, std::string>(const Uuid& scope)>;
  void rememberMembers(Members members) { m_members = std::move(members); }

  /// What gives out the numbers of codes, shared by copies; to be told the ledger before the first job.
  const std::shared_ptr<CodeNumbers>& codes() const { return m_codes; }

  std::map<Uuid, std::string> formerMembers(const Uuid& scope) const override {
    return m_members ? m_members(scope) : std::map<Uuid, std::string>();
  }
  std::string displayName(const Uuid& account) const override {
    return m_names ? m_names(account) : std::string();
  }
  std::string deviceName(const Uuid& device) const override {
    return m_devices ? m_devices(device) : std::string();
  }
  void wants(const model::Mutation& m, std::vector<RecordKey>& keys) const override;
  std::optional<Error> check(RuleContext& context, const model::Mutation& m) const override;
  void accepted(RuleContext& context, const model::Mutation& m, const model::Record& now) const override;
  void run(SyncService& service, const Job& job) const override;

 private:
  Names m_names;
  BlobPresence m_stored;
  Members m_members;
  Names m_devices;
  std::shared_ptr<CodeNumbers> m_codes = std::make_shared<CodeNumbers>();
};

}  // namespace foyer::server
