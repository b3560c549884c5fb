// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_messages.hpp"

#include <array>
#include <set>

#include "schema/collections.hpp"

namespace foyer::test {

using namespace foyer::protocol;

Error RandomMessages::error() {
  const auto codes = allCodes();
  return {codes[m_random.below(codes.size())].code, m_random.chance(50) ? "title" : "", m_random.sentence(6)};
}

PageToken RandomMessages::token() {
  if (m_random.chance(40)) return {number(), 0, 0, 0, {}, 0};
  return {number(), number(),        static_cast<std::uint16_t>(m_random.below(65536)),
          number(), m_random.uuid(), static_cast<int>(m_random.below(3))};
}

Hello RandomMessages::hello() {
  Hello out;
  out.device = m_random.uuid();
  out.app = m_random.sentence(3);
  out.wallMs = number();
  for (std::uint64_t i = m_random.below(4); i > 0; --i)
    out.scopes.push_back(
        {m_random.uuid(), number(), number(), m_random.below(1000), m_random.below(1000), {}, {}});
  for (ScopeState& scope : out.scopes) {
    if (m_random.chance(50))
      scope.hash = model::Digest{m_random.below(UINT64_MAX), m_random.below(UINT64_MAX)};
    for (std::uint64_t i = m_random.below(4); i > 0; --i)
      scope.marks.push_back({number(), {m_random.below(UINT64_MAX), m_random.below(UINT64_MAX)}});
  }
  return out;
}

model::Mutation RandomMessages::mutation(std::uint64_t seq) {
  static const auto kWritable = writableCollections();
  const schema::Collection& collection = *kWritable[m_random.below(kWritable.size())];
  model::Mutation out = m_random.create(collection, m_random.uuid());
  const bool editable = !collection.facts && !editableFields(collection).empty();
  if (editable && m_random.chance(60)) {
    const model::Record row = applied(out, 5);
    const std::uint64_t what = m_random.below(4);
    if (what < 2) out = m_random.edit(row);
    if (what == 2) out = m_random.remove(row);
    if (what == 3) out = m_random.restore(row);
  }
  out.seq = seq;
  out.stamp = Hlc{m_random.below(std::uint64_t{1} << 60)};
  out.base = number();
  return out;
}

Push RandomMessages::push() {
  Push out;
  out.scope = m_random.uuid();
  out.ack = m_random.below(100);
  for (std::uint64_t seq = out.ack + 1, end = seq + m_random.below(6); seq < end; ++seq) {
    model::Mutation m = mutation(seq);
    m.device = {};
    m.scope = out.scope;
    out.mutations.emplace_back(std::move(m));
  }
  return out;
}

std::vector<std::string> RandomMessages::prefixes(std::size_t length) {
  std::set<std::string> out;
  for (std::uint64_t i = m_random.below(5) + 1; i > 0; --i) {
    std::string prefix;
    while (prefix.size() < length) prefix.push_back(static_cast<char>(m_random.below(256)));
    out.insert(prefix);
  }
  return {out.begin(), out.end()};
}

RowsRequest RandomMessages::rowsRequest() {
  const auto all = schema::collections();
  RowsRequest out{m_random.uuid(), 1, {}};
  for (std::uint64_t i = m_random.below(4) + 1; i > 0; --i)
    out.rows.push_back({&all[m_random.below(all.size())], m_random.uuid()});
  return out;
}

Sums RandomMessages::sums() {
  Sums out{m_random.uuid(), number(), number(), {}};
  for (const std::string& prefix : prefixes(m_random.below(2))) {
    Branch branch{prefix, std::vector<model::BranchSum>(model::kTreeFan)};
    for (model::BranchSum& child : branch.children)
      if (m_random.chance(10))
        child = {static_cast<std::int64_t>(m_random.below(1000)) + 1, {m_random.below(UINT64_MAX), 7}};
    out.branches.push_back(std::move(branch));
  }
  return out;
}

Marks RandomMessages::marks() {
  const auto all = schema::collections();
  Marks out{m_random.uuid(), number(), number(), prefixes(m_random.below(3)), {}};
  for (std::uint64_t i = m_random.below(5); i > 0; --i) {
    out.marks.push_back({&all[m_random.below(all.size())], m_random.uuid(), number(), {}});
    if (m_random.chance(70)) out.marks.back().hash = model::Digest{m_random.below(UINT64_MAX), 3};
  }
  return out;
}

ClientMessage RandomMessages::client() {
  switch (m_random.below(8)) {
    case 5:
      return SumsRequest{m_random.uuid(), 1, prefixes(m_random.below(2))};
    case 6:
      return MarksRequest{m_random.uuid(), 1, prefixes(m_random.below(3))};
    case 7:
      return rowsRequest();
    case 0:
      return hello();
    case 1:
      return Pull{m_random.uuid(), number(), token(), number(), m_random.chance(50)};
    case 2:
      return Unfollow{m_random.uuid()};
    case 3:
      return Ping{m_random.below(1000)};
    default:
      return push();
  }
}

Welcome RandomMessages::welcome() {
  static constexpr std::array kKinds{schema::Scope::person,  schema::Scope::family, schema::Scope::production,
                                     schema::Scope::project, schema::Scope::gate,   schema::Scope::catalog};
  Welcome out;
  out.account = m_random.uuid();
  out.wallMs = number();
  out.maxPushMutations = number();
  out.maxFrameBytes = number();
  for (std::uint64_t i = m_random.below(4); i > 0; --i)
    out.scopes.push_back({m_random.uuid(),
                          kKinds[m_random.below(6)],
                          "member",
                          number(),
                          number(),
                          m_random.below(1000),
                          {},
                          {}});
  for (ScopeOffer& offer : out.scopes) {
    if (m_random.chance(50)) offer.known = number();
    if (m_random.chance(50)) offer.rows = number();
  }
  for (std::uint64_t i = m_random.below(3); i > 0; --i) out.forgotten.push_back(m_random.uuid());
  return out;
}

PushResult RandomMessages::pushResult() {
  PushResult out;
  out.scope = m_random.uuid();
  out.epoch = number();
  out.head = number();
  out.lastSeq = m_random.below(1000);
  for (std::uint64_t i = m_random.below(5); i > 0; --i) {
    model::MutationResult result;
    result.seq = i;
    result.outcome = static_cast<model::Outcome>(m_random.below(4));
    if (result.outcome == model::Outcome::held)
      result.reason = error();
    else
      result.version = number();
    out.results.push_back(result);
  }
  return out;
}

PageHeader RandomMessages::pageHeader() {
  PageHeader out;
  out.scope = m_random.uuid();
  out.epoch = number();
  out.next = token();
  out.head = number();
  out.more = m_random.chance(50);
  out.live = m_random.chance(30);
  out.from = number();
  out.part = m_random.chance(10);
  if (!out.more) out.digest = model::Digest{m_random.below(UINT64_MAX), m_random.below(UINT64_MAX)};
  if (!out.more) out.hash = model::Digest{m_random.below(UINT64_MAX), m_random.below(UINT64_MAX)};
  return out;
}

Page RandomMessages::page(const schema::Collection& collection, std::size_t rows) {
  Page out;
  out.header = pageHeader();
  for (std::size_t i = 0; i < rows; ++i) {
    model::Record row = m_random.record(collection, out.header.scope);
    if (m_random.chance(10)) {
      row.state = model::State::tombstone;
      row.fields.assign(row.fields.size(), {});
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

ServerMessage RandomMessages::server() {
  switch (m_random.below(10)) {
    case 8:
      return sums();
    case 9:
      return marks();
    case 0:
      return welcome();
    case 1:
      return pushResult();
    case 2:
      return Stale{m_random.uuid()};
    case 3:
      return ScopesChanged{};
    case 4:
      return Pong{m_random.below(1000)};
    case 5:
      return Bye{m_random.sentence(4)};
    case 6: {
      Problem out;
      if (m_random.chance(50)) out.scope = m_random.uuid();
      out.error = error();
      return out;
    }
    default:
      break;
  }
  const auto all = schema::collections();
  Page out = page(all[m_random.below(all.size())], m_random.below(5));
  const std::size_t from = m_random.below(all.size());
  if (out.rows.empty() || all[from].id <= out.rows.front().collection->id) return out;
  for (model::Record& row : page(all[from], 2).rows) {
    row.scope = out.header.scope;
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace foyer::test
