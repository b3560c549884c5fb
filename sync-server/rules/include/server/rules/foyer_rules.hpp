// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sync/rules.hpp"

namespace foyer::server {

/// The product's own rules: who may sign what as whom, and what follows from a change in other scopes.
/// Stateless.
class FoyerRules final : public Rules {
 public:
  void wants(const model::Mutation& m, std::vector<RecordKey>& keys) const override;
  std::optional<Error> check(RuleContext& context, const model::Mutation& m) const override;
  void accepted(RuleContext& context, const model::Mutation& m, const model::Record& now) const override;
  void run(SyncService& service, const Job& job) const override;
};

}  // namespace foyer::server
