// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "fault_disk.hpp"
#include "honesty.hpp"
#include "model/digest.hpp"
#include "schema/collections.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"

namespace foyer::test {

/// One device with a real store, a real engine, a clock that moves when told, and the test as its server:
/// what the engine sends is kept in `sent`, what the server says is given to say().
class Rig final : public sync::Channel, public sync::StatusSink {
 public:
  Rig();
  ~Rig() override;

  // ---- the wire
  void open() override { ++opened, isOpen = true; }
  void send(const protocol::ClientMessage& message) override { sent.push_back(message); }
  void close() override { isOpen = false; }
  bool live() const override { return isLive; }
  /// Every status that is ever told has to be honest.
  void statusChanged(const sync::Status& status) override {
    if (const auto wrong = dishonest(status); !wrong.empty()) qFatal("%s", wrong.c_str());
    statuses.push_back(status);
  }

  /// Takes the oldest message sent, which must be of this kind.
  template <class Message>
  Message take() {
    if (sent.empty() || !std::holds_alternative<Message>(sent.front()))
      throw std::runtime_error(sent.empty() ? "nothing was sent" : "another kind of message was sent");
    auto message = std::get<Message>(sent.front());
    sent.pop_front();
    return message;
  }
  void say(const protocol::ServerMessage& message);

  // ---- the server's side
  struct Row {
    std::int64_t version;
    std::string name;
    Uuid id;
  };
  Uuid newScope(schema::Scope kind = schema::Scope::person);  ///< offered at the next welcome
  void put(const Uuid& scope, const std::string& name);       ///< a new row on the server
  std::int64_t head(const Uuid& scope) const;
  protocol::Welcome welcome() const;
  /// A page with rows (from, until]; the last page has head and digest.
  protocol::Page page(const Uuid& scope, std::int64_t from, std::int64_t until, bool live = false) const;
  /// The sums below the root of the digest tree.
  protocol::Sums sums(const Uuid& scope) const;
  protocol::PushResult accept(const protocol::Push& push);

  // ---- shortcuts
  void connect();                  ///< start, connected, hello answered
  void settle(const Uuid& scope);  ///< connect and answer one scope's first pull
  Uuid write(const Uuid& scope, const std::string& name);
  void pass(std::int64_t ms);  ///< time goes by, ticks when wanted
  void restart();              ///< the process ends and comes back

  struct ServerScope {
    schema::Scope kind = schema::Scope::person;
    std::int64_t epoch = 1;
    std::uint64_t lastSeq = 0;
    std::vector<Row> rows;
    bool wrongDigest = false;
  };
  std::map<Uuid, ServerScope> scopes;
  std::int64_t serverClockAheadMs = 0;
  std::int64_t maxPush = 1000;

  ManualClock wall;
  Uuid account = Uuid::v7(wall.wallMs());
  sync::CorrectedClock clock{wall};
  std::string bootId = "the first";  ///< of the device, from the next restart
  std::deque<protocol::ClientMessage> sent;
  std::vector<sync::Status> statuses;
  int opened = 0;
  bool isOpen = false;
  bool isLive = true;
  QTemporaryDir dir;
  FaultDisk disk{dir.path().toStdString()};
  std::unique_ptr<store::Store> store;
  std::unique_ptr<sync::Engine> engine;

 private:
  void boot();
  model::Record record(const Uuid& scope, const Row& row) const;
  std::mt19937_64 m_random{7};
  Uuid m_device = Uuid::v7(1);
};

const schema::Collection& authors();

}  // namespace foyer::test
