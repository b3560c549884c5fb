// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "running_server.hpp"

using namespace foyer;
using model::Op;
using test::RunningServer;
using test::SignedIn;

namespace {

constexpr int kPatienceMs = 20'000;

double one(RunningServer& server, const std::string& series) {
  const auto values = server.metrics(series + " ");
  if (values.size() != 1) throw std::runtime_error("not one " + series);
  return values[0];
}

std::string outcome(const char* name) {
  return std::string("foyer_sync_mutations_total{outcome=\"") + name + "\"}";
}

model::Mutation list(SignedIn& who, const std::string& name) {
  return who.mutation(Op::create, who.account, "lists", Uuid::v7(1), {{"name", name}});
}

/// A server whose devices' lag is looked up ten times a second, with somebody on two devices.
struct Measured {
  RunningServer server{RunningServer::Settings{{"metrics.lag_every", "100ms"}}};
  SignedIn a = server.join("ana");
  SignedIn b = server.onAnotherDevice(a);
  const std::string lag = "foyer_sync_device_lag_versions{";

  std::int64_t head() {
    const auto page = server.pull(b, a.account);
    return page.header.head;
  }
};

}  // namespace

/// Everything that the operators' list of series promises, counted over a socket.
class MetricsTest : public QObject {
  Q_OBJECT

 private slots:
  void everySeriesIsThereFromTheStart() {
    RunningServer server;
    for (const char* series :
         {"foyer_sync_pushes_total", "foyer_sync_conflicts_total", "foyer_sync_conflicts_open",
          "foyer_sync_pulls_total", "foyer_sync_rows_sent_total", "foyer_sync_digest_mismatches_total",
          "foyer_sync_repairs_total", "foyer_sync_repaired_rows_total", "foyer_epochs_opened_total",
          "foyer_live_followers", "foyer_live_frames_total", "foyer_live_slow_readers_total",
          "foyer_work_queue_waiting"}) {
      QVERIFY2(server.metrics(std::string(series) + " ").size() == 1, series);
    }
    for (const char* name : {"applied", "merged", "superseded", "held"}) one(server, outcome(name));
  }

  void pushesAndTheirOutcomes() {
    Measured m;
    const double pushes = one(m.server, "foyer_sync_pushes_total"),
                 applied = one(m.server, outcome("applied")), held = one(m.server, outcome("held"));
    const std::vector<model::Mutation> both = {
        list(m.a, "Sunday"),
        m.a.mutation(Op::edit, m.a.account, "lists", Uuid::v7(2), {{"name", std::string("?")}})};
    const auto first = m.server.push(m.a, both);
    QCOMPARE(first.results.at(0).outcome, model::Outcome::applied);
    QCOMPARE(first.results.at(1).outcome, model::Outcome::held);
    m.server.push(m.a, both);  // the answer was lost: the same again
    QCOMPARE(one(m.server, "foyer_sync_pushes_total"), pushes + 2);
    QCOMPARE(one(m.server, outcome("applied")), applied + 1);
    QCOMPARE(one(m.server, outcome("held")), held + 1);
  }

  void pullsAndLiveFrames() {
    Measured m;
    m.server.push(m.a, {list(m.a, "Sunday")});
    const double pulls = one(m.server, "foyer_sync_pulls_total"),
                 rows = one(m.server, "foyer_sync_rows_sent_total"),
                 frames = one(m.server, "foyer_live_frames_total");
    const auto page = m.server.pull(m.b, m.a.account);
    QCOMPARE(one(m.server, "foyer_sync_pulls_total"), pulls + 1);
    QCOMPARE(one(m.server, "foyer_sync_rows_sent_total"), rows + static_cast<double>(page.rows.size()));
    const auto socket = m.server.live(m.b);
    protocol::Pull follow;
    follow.scope = m.a.account;
    follow.epoch = 1;
    follow.from.since = page.header.head;
    follow.follow = true;
    const auto frame = protocol::encode(protocol::ClientMessage(follow));
    socket->send(frame.bytes, frame.binary ? 2 : 1);
    QVERIFY(socket->receiveMessage().opcode > 0);
    QTRY_COMPARE_WITH_TIMEOUT(one(m.server, "foyer_live_followers"), 1.0, kPatienceMs);
    m.server.push(m.a, {list(m.a, "Monday")});
    QVERIFY(socket->receiveMessage().opcode > 0);
    QTRY_COMPARE_WITH_TIMEOUT(one(m.server, "foyer_live_frames_total"), frames + 1, kPatienceMs);
  }

  void conflictsAndMismatches() {
    Measured m;
    auto made = list(m.a, "Sunday");
    m.server.push(m.a, {made});
    const double conflicts = one(m.server, "foyer_sync_conflicts_total"),
                 mismatches = one(m.server, "foyer_sync_digest_mismatches_total");
    // The other device had never seen it.
    m.server.push(m.b,
                  {m.b.mutation(Op::edit, m.a.account, "lists", made.id, {{"name", std::string("Monday")}})});
    QCOMPARE(one(m.server, "foyer_sync_conflicts_total"), conflicts + 1);
    QTRY_COMPARE_WITH_TIMEOUT(one(m.server, "foyer_sync_conflicts_open"), 1.0, kPatienceMs);
    protocol::SumsRequest search;
    search.scope = m.a.account;
    search.prefixes = {""};
    QVERIFY(std::holds_alternative<protocol::Sums>(m.server.say(m.b, search)));
    QCOMPARE(one(m.server, "foyer_sync_digest_mismatches_total"), mismatches + 1);
  }

  void aDeviceThatIsAwayLagsUntilItHasCaughtUp() {
    Measured m;
    SignedIn c = m.server.join("cleo");
    m.server.push(c, {list(c, "Hers")});
    m.server.pull(c, c.account);
    const std::int64_t seen = m.head();  // B was here
    for (int i = 0; i < 10; ++i) m.server.push(m.a, {list(m.a, "List " + std::to_string(i))});
    QTRY_COMPARE_WITH_TIMEOUT(m.server.metrics(m.lag), std::vector<double>{10.0}, kPatienceMs);
    // Another scope's pull says nothing of this one, and no id is told to whoever reads measurements.
    m.server.pull(c, c.account);
    const std::string text = test::ask(m.server.port(), "GET", "/metrics").body;
    for (const Uuid& id : {m.a.account, m.b.device}) QVERIFY(text.find(id.str()) == std::string::npos);
    QVERIFY(m.server.pull(m.b, m.a.account, seen).rows.size() >= 10);
    QTRY_VERIFY_WITH_TIMEOUT(m.server.metrics(m.lag).empty(), kPatienceMs);
  }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
