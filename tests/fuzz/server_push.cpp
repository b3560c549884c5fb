// SPDX-License-Identifier: GPL-3.0-or-later
// What two devices of a person may push, a mutation a line, handled by the server's sync over the memory
// store. A line "-" ends a push, and the other device goes on; "=" ends a push of a device that goes on
// itself.
#include <array>

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

/// Two devices write, delete and bring back the same record by turns.
std::string meeting(const model::Mutation& made) {
  std::string lines;
  const std::string whole = life(made);
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = whole.find('\n', at) + 1;
    lines += whole.substr(at, end - at) + "-\n" + whole.substr(at, end - at) + "=\n";
    at = end;
  }
  return lines;
}

struct Sent {
  std::size_t device = 0;
  protocol::Push push;
};

std::vector<Sent> pushesOf(std::string_view lines, const Uuid& scope) {
  constexpr std::size_t kMost = 60;
  std::vector<Sent> out(1);
  out.back().push.scope = scope;
  std::array<std::uint64_t, 2> seq{};
  for (std::size_t count = 0; !lines.empty() && count < kMost; ++count) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t device = out.back().device;
    if (line == "-" || line == "=") {
      Sent next;
      next.device = line == "-" ? 1 - device : device;
      next.push.scope = scope;
      out.push_back(std::move(next));
      continue;
    }
    const std::uint64_t number = ++seq[device];
    auto mutation = protocol::decodeMutation(line);
    if (mutation) {
      mutation->seq = number;
      mutation->scope = scope;
      out.back().push.mutations.emplace_back(std::move(*mutation));
    } else {
      out.back().push.mutations.emplace_back(
          protocol::BadMutation{number, mutation.error(), std::string(line)});
    }
  }
  std::erase_if(out, [](const Sent& sent) { return sent.push.mutations.empty(); });
  return out;
}

void requireSame(const protocol::PushResult& first, const protocol::PushResult& second) {
  fuzz::require(first.results.size() == second.results.size(), "a repeat has as many outcomes");
  for (std::size_t i = 0; i < first.results.size(); ++i) {
    const auto& [a, b] = std::pair(first.results[i], second.results[i]);
    fuzz::require(a.seq == b.seq && a.outcome == b.outcome && a.version == b.version,
                  "law 5: a repeat changes nothing");
  }
}

void requireOutcomes(const protocol::Push& push, const protocol::PushResult& answer) {
  fuzz::require(answer.results.size() == push.mutations.size(), "law 9: each mutation has its outcome");
  for (std::size_t i = 0; i < answer.results.size(); ++i) {
    const model::MutationResult& result = answer.results[i];
    fuzz::require(result.seq == protocol::seqOf(push.mutations[i]), "outcomes are in order");
    fuzz::require((result.outcome == model::Outcome::held) == result.reason.has_value(),
                  "what is held says why");
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
    out.push_back(out.size() % 2 == 0 ? life(made) : meeting(made));
  }
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::World world;
  const std::array<test::Actor, 2> devices{test::Actor("ann"), test::Actor("ann")};
  const Uuid scope = world.person(devices[0]);
  const std::vector<Sent> sent = pushesOf(fuzz::view(data, size), scope);
  std::vector<protocol::PushResult> answers;
  for (const Sent& each : sent) {
    const auto answer = world.service.push(devices[each.device].who, each.push);
    if (!answer) {
      fuzz::require(!answer.error().message.empty(), "a refusal says why");
      return 0;
    }
    requireOutcomes(each.push, *answer);
    answers.push_back(*answer);
  }
  const auto before = world.pull(devices[0], scope);  // throws when the digest is not that of the rows
  for (std::size_t i = 0; i < sent.size(); ++i) {
    const auto again = world.service.push(devices[sent[i].device].who, sent[i].push);
    fuzz::require(again.ok(), "a repeat is answered");
    requireSame(answers[i], *again);
  }
  const auto after = world.pull(devices[1], scope);
  fuzz::require(before.size() == after.size(), "law 5: a repeat makes no rows");
  for (const auto& [id, row] : before)
    fuzz::require(after.contains(id) && model::rowHash(after.at(id)) == model::rowHash(row),
                  "law 5: a repeat changes no row");
  return 0;
}
