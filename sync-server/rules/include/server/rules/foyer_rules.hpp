// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "server/sync/rules.hpp"

namespace foyer::server {

/// Whether the bytes of a SHA-256 (hex) were stored in a scope (law 14). Called from the job runner; may
/// block.
using BlobPresence = std::function<bool(const Uuid& scope, const std::string& sha256)>;

/// The product's own rules: who may sign what as whom, and what follows from a change in other scopes.
class FoyerRules final : public Rules {
 public:
  /// Finds what people call an account; may block, called while a new scope is locked.
  using Names = std::function<std::string(const Uuid& account)>;
  /// Without `stored`, no file is ever said to be stored.
  explicit FoyerRules(Names names = {}, BlobPresence stored = {})
      : m_names(std::move(names)), m_stored(std::move(stored)) {}

  std::string displayName(const Uuid& account) const override {
    return m_names ? m_names(account) : std::string();
  }
  void wants(const model::Mutation& m, std::vector<RecordKey>& keys) const override;
  std::optional<Error> check(RuleContext& context, const model::Mutation& m) const override;
  void accepted(RuleContext& context, const model::Mutation& m, const model::Record& now) const override;
  void run(SyncService& service, const Job& job) const override;

 private:
  Names m_names;
  BlobPresence m_stored;
};

}  // namespace foyer::server
