// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "sync/engine.hpp"

namespace foyer::test {

/// The server of one scope with any number of photos, each made from its number when it is asked for: a
/// million take no memory. Answers the messages of the engine at once, pushes never, and counts the bytes of
/// both directions.
class GeneratedServer final : public sync::Channel {
 public:
  GeneratedServer(const Uuid& scope, std::int64_t rows);

  void open() override {}
  void close() override {}
  bool live() const override { return true; }
  void send(const protocol::ClientMessage& message) override;

  /// Lets the engine have the answers, until it asks no more. False: it still asks after `most` of them.
  bool answer(sync::Engine& engine, int most);

  model::Record row(std::int64_t number) const;  ///< from 1; also its version
  std::int64_t rows() const { return m_rows; }

  std::int64_t bytes = 0;  ///< both ways
  int roundTrips = 0;
  std::set<std::string> asked;  ///< kinds of messages
  Uuid account;

 private:
  protocol::ServerMessage answerTo(const protocol::ClientMessage& message) const;
  protocol::Page page(const protocol::Pull& pull) const;
  protocol::Page rowsNamed(const protocol::RowsRequest& request) const;

  Uuid m_scope;
  std::int64_t m_rows;
  model::Digest m_digest;
  std::vector<protocol::Frame> m_waiting;
};

}  // namespace foyer::test
