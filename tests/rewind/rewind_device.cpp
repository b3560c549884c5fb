// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewind_device.hpp"

#include <stdexcept>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::test {

void RewindServer::join(const Uuid& scope, const Uuid& account) {
  service.write(scope, {}, [&](server::ScopeWriter& writer) { writer.setMember(account, "member"); });
}

std::vector<std::string> RewindServer::lines(const Uuid& scope) {
  std::vector<std::string> all;
  store.exportScope(scope, [&](const model::Record& record) { all.push_back(protocol::exportLine(record)); });
  return all;
}

std::size_t RewindServer::conflicts(const Uuid& scope) {
  return store.readAll(scope, schema::collection("conflicts"))->records.size();
}

RewindDevice::RewindDevice(RewindServer& server, const ManualClock& wall, std::filesystem::path file,
                           Uuid account, Uuid device)
    : m_server(server),
      m_wall(wall),
      m_file(std::move(file)),
      m_who{account, device.isNil() ? Uuid::v7(wall.wallMs()) : device, false},
      m_clock(wall) {
  openFile();
}

RewindDevice::~RewindDevice() = default;

void RewindDevice::closeFile() {
  m_engine.reset();
  m_store.reset();
  close();
}

void RewindDevice::openFile() {
  store::Store::Options options;
  options.file = m_file;
  options.device = m_who.device;
  options.clock = &m_clock;
  options.fullSync = false;
  auto made = store::Store::open(options);
  if (!made) throw std::runtime_error(made.error().message);
  m_store = std::move(made->store);
  m_engine = std::make_unique<sync::Engine>(
      *m_store, *this, *this, m_clock,
      sync::Engine::Options{"rewind", m_who.device, [this] { return m_random(); },
                            [this] { m_needsIdentity = true; }});
}

void RewindDevice::close() {
  m_opening = false;
  m_up.clear();
}

void RewindDevice::pump() {
  if (std::exchange(m_needsIdentity, false)) {
    ++identitiesTaken;
    m_who.device = Uuid::v7(m_wall.wallMs());
    m_engine->takeIdentity(m_who.device);
  }
  if (std::exchange(m_opening, false)) m_engine->connected();
  if (m_up.empty()) return;
  protocol::ClientMessage message = std::move(m_up.front());
  m_up.pop_front();
  if (std::holds_alternative<protocol::Push>(message)) ++pushes;
  const protocol::Frame sent = protocol::encode(message);
  auto received = protocol::decodeClient(sent.bytes, sent.binary);
  if (!received) throw std::runtime_error(received.error().message);
  const auto answer = m_server.service.answer(m_who, std::move(*received));
  if (answer) m_engine->received(protocol::encode(*answer));
}

void RewindDevice::sync() {
  m_engine->start();
  m_engine->tryNow();
  for (int turn = 0; turn < 3000; ++turn) {
    pump();
    const bool idle = m_up.empty() && !m_opening && !m_needsIdentity;
    if (idle && m_engine->settled()) return m_engine->stop();
    if (idle) m_engine->tryNow();
  }
  std::string why = "it never settles";
  for (const auto& scope : m_engine->status().scopes)
    if (scope.why) why += "; " + scope.why->message;
  if (m_engine->status().why) why += "; " + m_engine->status().why->message;
  throw std::runtime_error(why);
}

void RewindDevice::pushIntoTheVoid() {
  m_engine->start();
  for (int turn = 0; turn < 100; ++turn) {
    const bool isPush = !m_up.empty() && std::holds_alternative<protocol::Push>(m_up.front());
    if (!isPush) {
      pump();
      continue;
    }
    m_server.service.answer(m_who, std::move(m_up.front()));
    break;
  }
  m_engine->stop();
}

void RewindDevice::write(store::Edit edit, const std::string& name) {
  model::FieldPatch patch;
  patch.field = edit.collection->find("name");
  patch.value = name;
  edit.patches.push_back(patch);
  const auto written = m_store->write(edit);
  if (!written) throw std::runtime_error(written.error().message);
  m_engine->localChange(edit.scope);
}

Uuid RewindDevice::makeFamily(const std::string& name) {
  store::Edit edit;
  edit.collection = &schema::collection("families");
  edit.scope = edit.id = Uuid::v7(m_wall.wallMs());
  edit.op = model::Op::create;
  model::FieldPatch by;
  by.field = edit.collection->find("created_by");
  by.value = m_who.account;
  edit.patches.push_back(by);
  write(edit, name);
  return edit.id;
}

Uuid RewindDevice::makeList(const Uuid& scope, const std::string& name) {
  store::Edit edit;
  edit.collection = &schema::collection("lists");
  edit.scope = scope;
  edit.id = Uuid::v7(m_wall.wallMs());
  edit.op = model::Op::create;
  write(edit, name);
  return edit.id;
}

void RewindDevice::rename(const Uuid& scope, const Uuid& list, const std::string& name) {
  store::Edit edit;
  edit.collection = &schema::collection("lists");
  edit.scope = scope;
  edit.id = list;
  edit.op = model::Op::edit;
  edit.base = m_store->baseOf(scope, *edit.collection, list);
  write(edit, name);
}

std::string RewindDevice::nameOf(const Uuid& scope, const Uuid& list) {
  const auto row = m_store->get(schema::collection("lists"), scope, list);
  return row && row->state == model::State::live ? std::string(row->text("name")) : std::string("(nothing)");
}

std::vector<std::string> RewindDevice::lines(const Uuid& scope) {
  std::vector<std::string> all;
  m_store->exportScope(scope, [&](std::string_view line) { all.emplace_back(line); });
  return all;
}

}  // namespace foyer::test
