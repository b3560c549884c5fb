// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_devices.hpp"

#include <QTimer>
#include <stdexcept>

namespace foyer::test {
namespace {

constexpr int kPullEveryMs = 5;

const schema::Collection& albums() { return schema::collection("albums"); }

}  // namespace

RawPusher::RawPusher(bench::BenchDevice& device) : m_device(device) {
  m_client = std::make_unique<bench::LiveClient>(
      device, [this](const bench::LiveClient::Frame& frame) { got(frame); });
  m_client->open();
}

void RawPusher::push(int count) {
  const bool waiting = m_left > 0;
  m_left += count;
  if (m_welcome && !waiting && m_left > 0) next();
}

void RawPusher::got(const bench::LiveClient::Frame& frame) {
  const protocol::ServerMessage message = frame.message();
  if (const auto* problem = std::get_if<protocol::Problem>(&message))
    throw std::runtime_error(problem->error.message);
  if (std::holds_alternative<protocol::Welcome>(message)) {
    m_welcome = true;
    if (m_left > 0) next();
  }
  const auto* result = std::get_if<protocol::PushResult>(&message);
  if (!result) return;
  if (result->results.at(0).outcome != model::Outcome::applied)
    throw std::runtime_error("an album was not made");
  m_acknowledged.push_back(m_current);
  if (--m_left > 0) next();
}

void RawPusher::next() {
  model::Mutation m;
  m.op = model::Op::create;
  m.seq = ++m_seq;
  m.scope = m_device.driver->account();
  m.collection = &albums();
  m.id = m_current = Uuid::v7(SystemClock().wallMs());
  m.stamp = Hlc::fromMs(SystemClock().wallMs());
  model::FieldPatch name;
  name.field = albums().find("name");
  name.value = "Number " + std::to_string(m_seq);
  m.patches.push_back(std::move(name));
  protocol::Push push;
  push.scope = m.scope;
  push.ack = m_seq - 1;
  push.mutations.emplace_back(std::move(m));
  m_client->send(protocol::ClientMessage(std::move(push)));
}

RawPuller::RawPuller(bench::BenchDevice& device, bool follows)
    : m_scope(device.driver->account()), m_follows(follows) {
  m_client = std::make_unique<bench::LiveClient>(
      device, [this](const bench::LiveClient::Frame& frame) { got(frame); });
  m_client->open();
}

void RawPuller::got(const bench::LiveClient::Frame& frame) {
  const protocol::ServerMessage message = frame.message();
  if (const auto* problem = std::get_if<protocol::Problem>(&message))
    throw std::runtime_error(problem->error.message);
  if (const auto* welcome = std::get_if<protocol::Welcome>(&message)) {
    for (const auto& offer : welcome->scopes)
      if (offer.scope == m_scope) m_epoch = offer.epoch;
    pull({});
  }
  if (std::holds_alternative<protocol::Stale>(message)) pull(atCursor());
  if (const auto* page = std::get_if<protocol::Page>(&message)) take(*page);
}

void RawPuller::take(const protocol::Page& page) {
  ++m_pages;
  if (page.header.live && page.header.from != m_cursor) ++m_gaps;
  for (const model::Record& row : page.rows) m_seen.insert(QByteArray::fromStdString(row.id.str()));
  if (page.header.more) return pull(page.header.next);
  m_cursor = page.header.next.since;
  if (page.header.live || m_follows) return;
  QTimer::singleShot(kPullEveryMs, &m_context, [this] { pull(atCursor()); });
}

protocol::PageToken RawPuller::atCursor() const {
  protocol::PageToken token;
  token.since = m_cursor;
  return token;
}

void RawPuller::pull(const protocol::PageToken& from) {
  protocol::Pull pull;
  pull.scope = m_scope;
  pull.epoch = m_epoch;
  pull.from = from;
  pull.follow = m_follows;
  m_client->send(pull);
}

}  // namespace foyer::test
