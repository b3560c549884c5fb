// SPDX-License-Identifier: GPL-3.0-or-later
// What a signed-in device may send as one push, a mutation a line, handled by the server's sync over the
// memory store.
#include "fuzz.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"
#include "schema/collections.hpp"
#include "sync_world.hpp"

namespace {

using namespace foyer;

/// One record's whole life, as a device would write it, a mutation a line.
std::string life(model::Mutation made) {
  std::string lines;
  const auto write = [&](model::Op op, bool patched) {
    model::Mutation next = made;
    next.op = op;
    if (!patched) next.patches.clear();
    lines += protocol::encodeMutation(next) + '\n';
  };
  write(model::Op::create, true);
  write(model::Op::edit, true);
  write(model::Op::del, false);
  write(model::Op::edit, true);
  write(model::Op::del, false);
  write(model::Op::restore, false);
  return lines;
}

protocol::Push pushOf(std::string_view lines, const Uuid& scope) {
  protocol::Push push;
  push.scope = scope;
  while (!lines.empty() && push.mutations.size() < 50) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::uint64_t seq = push.mutations.size() + 1;
    auto mutation = protocol::decodeMutation(line);
    if (mutation) {
      mutation->seq = seq;
      mutation->scope = scope;
      push.mutations.emplace_back(std::move(*mutation));
    } else {
      push.mutations.emplace_back(protocol::BadMutation{seq, mutation.error(), std::string(line)});
    }
  }
  return push;
}

void requireSame(const protocol::PushResult& first, const protocol::PushResult& second) {
  fuzz::require(first.results.size() == second.results.size(), "a repeat has as many outcomes");
  for (std::size_t i = 0; i < first.results.size(); ++i) {
    const auto& [a, b] = std::pair(first.results[i], second.results[i]);
    fuzz::require(a.seq == b.seq && a.outcome == b.outcome && a.version == b.version,
                  "law 5: a repeat changes nothing");
  }
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  test::RandomMessages random(17);
  std::vector<std::string> out;
  for (std::uint64_t tries = 1; out.size() < 60 && tries < 5'000; ++tries) {
    const model::Mutation made = random.mutation(tries);
    if (!schema::contains(made.collection->scopes, schema::Scope::person)) continue;
    out.push_back(life(made));
  }
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::World world;
  const test::Actor ann("ann");
  const protocol::Push push = pushOf(fuzz::view(data, size), world.person(ann));
  const auto first = world.service.push(ann.who, push);
  if (!first) {
    fuzz::require(!first.error().message.empty(), "a refusal says why");
    return 0;
  }
  fuzz::require(first->results.size() == push.mutations.size(), "law 9: each mutation has its outcome");
  for (std::size_t i = 0; i < first->results.size(); ++i) {
    const model::MutationResult& result = first->results[i];
    fuzz::require(result.seq == protocol::seqOf(push.mutations[i]), "outcomes are in order");
    fuzz::require((result.outcome == model::Outcome::held) == result.reason.has_value(),
                  "what is held says why");
  }
  const auto second = world.service.push(ann.who, push);
  fuzz::require(second.ok(), "a repeat is answered");
  requireSame(*first, *second);
  (void)world.pull(ann, push.scope);  // throws when the digest is not that of the rows
  return 0;
}
