// SPDX-License-Identifier: GPL-3.0-or-later
#include "describe.hpp"

#include "base/error.hpp"

namespace foyer::test {
namespace {

/// The end of an id tells it apart.
std::string shortId(const Uuid& id) { return id.str().substr(24); }

std::string describe(const protocol::Page& page) {
  const auto& header = page.header;
  std::string out = header.live ? "live page " : "page ";
  out += shortId(header.scope) + " epoch " + std::to_string(header.epoch) + " head " +
         std::to_string(header.head);
  if (header.live) out += " from " + std::to_string(header.from);
  if (header.more) out += ", more";
  for (const auto& row : page.rows) out += "\n      " + protocol::exportLine(row);
  return out;
}

std::string describe(const protocol::PushResult& result) {
  std::string out = "results " + shortId(result.scope) + " head " + std::to_string(result.head);
  for (const auto& r : result.results) {
    static constexpr const char* kNames[] = {"applied", "merged", "superseded", "held"};
    out += "; " + std::to_string(r.seq) + " " + kNames[static_cast<int>(r.outcome)] + " @" +
           std::to_string(r.version);
    if (r.reason) out += " (" + r.reason->message + ")";
  }
  return out;
}

class Rows final : public protocol::PageSink {
 public:
  Result<void> header(const protocol::PageHeader&) override { return {}; }
  Result<void> row(const model::Record& row) override {
    rows.push_back(row);
    return {};
  }
  std::vector<model::Record> rows;
};

}  // namespace

std::string describe(const protocol::ClientMessage& message) {
  if (const auto* push = std::get_if<protocol::Push>(&message)) {
    std::string out = "push " + shortId(push->scope) + " ack " + std::to_string(push->ack);
    for (const auto& item : push->mutations)
      if (const auto* m = std::get_if<model::Mutation>(&item))
        out += "\n      " + protocol::encodeMutation(*m);
    return out;
  }
  if (const auto* pull = std::get_if<protocol::Pull>(&message))
    return "pull " + shortId(pull->scope) + " epoch " + std::to_string(pull->epoch) + " since " +
           std::to_string(pull->from.since) + " target " + std::to_string(pull->from.target);
  if (std::holds_alternative<protocol::Hello>(message)) return "hello";
  if (const auto* sums = std::get_if<protocol::SumsRequest>(&message)) return "tree " + shortId(sums->scope);
  if (const auto* marks = std::get_if<protocol::MarksRequest>(&message))
    return "leaves " + shortId(marks->scope);
  if (const auto* rows = std::get_if<protocol::RowsRequest>(&message)) return "fetch " + shortId(rows->scope);
  if (std::holds_alternative<protocol::Ping>(message)) return "ping";
  return "unfollow";
}

std::string describe(const protocol::Frame& frame) {
  Rows rows;
  auto message = protocol::decodeServer(frame.bytes, frame.binary, &rows);
  if (!message) return "unreadable: " + message.error().message;
  if (auto* page = std::get_if<protocol::Page>(&*message)) {
    page->rows = std::move(rows.rows);
    return describe(*page);
  }
  if (const auto* result = std::get_if<protocol::PushResult>(&*message)) return describe(*result);
  return frame.binary ? "binary" : frame.bytes;
}

std::string describe(const store::Edit& edit) {
  model::Mutation m;
  m.scope = edit.scope;
  m.collection = edit.collection;
  m.id = edit.id;
  m.op = edit.op;
  m.base = edit.base;
  m.patches = edit.patches;
  return "writes into " + shortId(edit.scope) + " " + protocol::encodeMutation(m);
}

}  // namespace foyer::test
