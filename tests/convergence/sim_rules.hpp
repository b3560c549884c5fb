// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "server/rules/foyer_rules.hpp"

namespace foyer::test {

/// The product's rules, and a word that is never accepted, so that people have something to put right.
class SimRules final : public server::Rules {
 public:
  static constexpr std::string_view kRefused = "unheard-of";

  void wants(const model::Mutation& m, std::vector<server::RecordKey>& keys) const override {
    m_rules.wants(m, keys);
  }
  std::optional<Error> check(server::RuleContext& context, const model::Mutation& m) const override {
    for (const auto& patch : m.patches) {
      const auto* text = std::get_if<std::string>(&patch.value);
      if (text && text->find(kRefused) != std::string::npos)
        return Error{Code::invalidField, std::string(patch.field->name), "This word is not accepted."};
    }
    return m_rules.check(context, m);
  }
  void accepted(server::RuleContext& context, const model::Mutation& m,
                const model::Record& now) const override {
    m_rules.accepted(context, m, now);
  }
  void run(server::SyncService& service, const server::Job& job) const override { m_rules.run(service, job); }

 private:
  server::FoyerRules m_rules;
};

}  // namespace foyer::test
