// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_push_bench.hpp"

#include <QElapsedTimer>
#include <algorithm>
#include <vector>

#include "figure.hpp"
#include "live_client.hpp"

namespace foyer::bench {
namespace {

constexpr std::uint32_t kEdits = 5'000;
constexpr int kRounds = 5;
constexpr qint64 kSingleMs = 2'000;

double secondsOf(const QElapsedTimer& time) { return static_cast<double>(time.nsecsElapsed()) / 1e9; }

model::FieldPatch title(const std::string& text) {
  model::FieldPatch patch;
  patch.field = schema::collection("photos").find("title");
  patch.value = text;
  return patch;
}

}  // namespace

void offlineEdits(const QString& dir, const QString& server) {
  BenchDevice device(dir, server);
  device.registerAccount(QStringLiteral("offline@example.org"));
  const Uuid scope = device.driver->account();
  std::vector<Uuid> ids;
  device.write(kEdits, [&](std::uint32_t i) {
    ids.push_back(photo(scope, i).id);
    return photo(scope, i);
  });
  device.settle();
  std::vector<double> rates;
  for (int round = 0; round < kRounds; ++round) {
    device.driver->stop();
    device.write(kEdits, [&](std::uint32_t i) {
      store::Edit edit;
      edit.collection = &schema::collection("photos");
      edit.scope = scope;
      edit.id = ids[i];
      edit.base = device.driver->store().baseOf(scope, *edit.collection, edit.id);
      edit.patches.push_back(title("Renamed " + std::to_string(round) + " of " + std::to_string(i)));
      return edit;
    });
    QElapsedTimer time;
    time.start();
    device.driver->start();
    device.answered(scope);
    rates.push_back(kEdits / secondsOf(time));
    device.settle();
  }
  std::sort(rates.begin(), rates.end());
  figure("push_mutations_per_s", rates[kRounds / 2], "mutations/s", "higher");
}

void singlePushes(const QString& dir, const QString& server) {
  BenchDevice device(dir, server);
  device.registerAccount(QStringLiteral("single@example.org"));
  const Uuid scope = device.driver->account();
  std::uint64_t answered = 0;
  bool welcome = false;
  LiveClient client(device, [&](const LiveClient::Frame& frame) {
    const protocol::ServerMessage message = frame.message();
    welcome = welcome || std::holds_alternative<protocol::Welcome>(message);
    if (const auto* result = std::get_if<protocol::PushResult>(&message)) {
      if (result->results.at(0).outcome != model::Outcome::applied) throw std::runtime_error("not applied");
      answered = result->lastSeq;
    }
  });
  client.open();
  sleepUntil([&] { return welcome; }, 10'000, "the pushes");

  const Uuid id = photo(scope, 1).id;
  std::uint64_t seq = 0;
  const auto pushOne = [&](model::Mutation m) {
    m.seq = ++seq;
    m.scope = scope;
    m.collection = &schema::collection("photos");
    m.id = id;
    m.stamp = Hlc::fromMs(1'750'000'000'000 + static_cast<std::int64_t>(seq));
    protocol::Push push;
    push.scope = scope;
    push.ack = answered;
    push.mutations.emplace_back(std::move(m));
    client.send(protocol::ClientMessage(std::move(push)));
    sleepUntil([&] { return answered == seq; }, 10'000, "a push");
  };
  model::Mutation create;
  create.op = model::Op::create;
  create.patches = photo(scope, 1).patches;
  pushOne(std::move(create));
  QElapsedTimer time;
  time.start();
  while (time.elapsed() < kSingleMs) {
    model::Mutation edit;
    edit.op = model::Op::edit;
    edit.patches.push_back(title("Single " + std::to_string(seq)));
    pushOne(std::move(edit));
  }
  figure("single_push_per_s", static_cast<double>(seq - 1) / secondsOf(time), "pushes/s", "higher");
}

}  // namespace foyer::bench
