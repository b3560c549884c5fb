// SPDX-License-Identifier: GPL-3.0-or-later
#include "generated_server.hpp"

#include <algorithm>
#include <stdexcept>

namespace foyer::test {
namespace {

const schema::Collection& photos() {
  static const schema::Collection& c = schema::collection("photos");
  return c;
}

/// The id of a photo; its number is in its first half.
Uuid idOf(std::int64_t number) {
  Uuid id;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  id.bytes[8] = 0x80;
  return id;
}

std::int64_t numberOf(const Uuid& id) {
  std::int64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | id.bytes[i];
  return number;
}

bool under(const Uuid& id, const std::vector<std::string>& prefixes) {
  const model::Place place = model::placeOf(id);
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return model::isUnder(place, prefix); });
}

}  // namespace

GeneratedServer::GeneratedServer(const Uuid& scope, std::int64_t rows)
    : account(scope), m_scope(scope), m_rows(rows) {
  for (std::int64_t i = 1; i <= rows; ++i) m_digest += model::rowHash(row(i));
}

model::Record GeneratedServer::row(std::int64_t number) const {
  model::Record record(photos(), m_scope, idOf(number));
  record.version = number;
  record.createdMs = record.updatedMs = 1'750'000'000'000 + number;
  std::string hash(64, '0');
  for (std::size_t i = 0; i < 16; ++i) hash[63 - i] = "0123456789abcdef"[(number >> (4 * i)) & 15];
  record.at("hothash") = hash;
  record.at("title") = "Picture number " + std::to_string(number);
  record.at("description") = std::string(60, static_cast<char>('a' + number % 26));
  record.at("rating") = number % 6;
  record.at("tags") = model::TextSet{"harbour", "year" + std::to_string(number % 40)};
  return record;
}

void GeneratedServer::send(const protocol::ClientMessage& message) {
  if (std::holds_alternative<protocol::Push>(message)) return;  // never answered
  bytes += static_cast<std::int64_t>(protocol::encode(message).bytes.size());
  ++roundTrips;
  m_waiting.push_back(protocol::encode(answerTo(message)));
  bytes += static_cast<std::int64_t>(m_waiting.back().bytes.size());
}

bool GeneratedServer::answer(sync::Engine& engine, int most) {
  for (int i = 0; i < most; ++i) {
    if (m_waiting.empty()) return true;
    const protocol::Frame frame = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    engine.received(frame);
  }
  return m_waiting.empty();
}

protocol::ServerMessage GeneratedServer::answerTo(const protocol::ClientMessage& message) const {
  if (std::holds_alternative<protocol::Hello>(message)) {
    protocol::Welcome welcome;
    welcome.account = account;
    welcome.wallMs = std::get<protocol::Hello>(message).wallMs;
    welcome.maxPushMutations = 1000;
    welcome.maxFrameBytes = 8 << 20;
    welcome.scopes.push_back({.scope = m_scope, .role = "owner", .epoch = 1, .head = m_rows, .lastSeq = 0});
    return welcome;
  }
  if (const auto* pull = std::get_if<protocol::Pull>(&message)) return page(*pull);
  if (const auto* question = std::get_if<protocol::SumsRequest>(&message)) {
    model::TreeSums tree;
    for (std::int64_t i = 1; i <= m_rows; ++i) {
      if (under(idOf(i), question->prefixes)) tree.add(idOf(i), model::rowHash(row(i)));
    }
    protocol::Sums sums{m_scope, 1, m_rows, {}};
    for (const std::string& prefix : question->prefixes)
      sums.branches.push_back({prefix, tree.children(prefix)});
    return sums;
  }
  if (const auto* question = std::get_if<protocol::MarksRequest>(&message)) {
    protocol::Marks marks{m_scope, 1, m_rows, question->prefixes, {}};
    for (std::int64_t i = 1; i <= m_rows; ++i) {
      if (under(idOf(i), question->prefixes))
        marks.marks.push_back({&photos(), idOf(i), i, model::rowHash(row(i))});
    }
    return marks;
  }
  if (const auto* request = std::get_if<protocol::RowsRequest>(&message)) return rowsNamed(*request);
  throw std::logic_error("a message that this server doesn't know");
}

protocol::Page GeneratedServer::page(const protocol::Pull& pull) const {
  protocol::Page out;
  out.header.scope = m_scope;
  out.header.epoch = 1;
  out.header.head = m_rows;
  const std::int64_t first = std::max(pull.from.since, pull.from.version) + 1;
  const std::int64_t last = std::min(first + pull.limit - 1, m_rows);
  for (std::int64_t i = first; i <= last; ++i) out.rows.push_back(row(i));
  out.header.more = last < m_rows;
  if (out.header.more) {
    out.header.next = {pull.from.since, m_rows, photos().id, last, out.rows.back().id};
  } else {
    out.header.next.since = m_rows;
    out.header.digest = m_digest;
  }
  return out;
}

protocol::Page GeneratedServer::rowsNamed(const protocol::RowsRequest& request) const {
  protocol::Page out;
  out.header.scope = m_scope;
  out.header.epoch = 1;
  out.header.head = m_rows;
  out.header.part = true;
  for (const protocol::RowName& name : request.rows) {
    const std::int64_t number = numberOf(name.id);
    if (number >= 1 && number <= m_rows) out.rows.push_back(row(number));
  }
  return out;
}

}  // namespace foyer::test
