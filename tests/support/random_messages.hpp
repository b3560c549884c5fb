// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.hpp"
#include "random_record.hpp"

namespace foyer::test {

/// One of each message with random content that breaks no declaration; the same seed gives the same sequence.
class RandomMessages {
 public:
  explicit RandomMessages(std::uint64_t seed) : m_random(seed) {}

  protocol::ClientMessage client();
  protocol::ServerMessage server();
  /// A page with rows of one collection and a few tombstones.
  protocol::Page page(const schema::Collection& collection, std::size_t rows);
  model::Mutation mutation(std::uint64_t seq);
  RandomRecords& records() { return m_random; }

 private:
  std::int64_t number() { return static_cast<std::int64_t>(m_random.below(std::uint64_t{1} << 53)); }
  Error error();
  protocol::PageToken token();
  protocol::Hello hello();
  protocol::Push push();
  protocol::Welcome welcome();
  protocol::PushResult pushResult();
  protocol::PageHeader pageHeader();
  /// Some of this length, ascending.
  std::vector<std::string> prefixes(std::size_t length);
  protocol::RowsRequest rowsRequest();
  protocol::Sums sums();
  protocol::Marks marks();

  RandomRecords m_random;
};

}  // namespace foyer::test
