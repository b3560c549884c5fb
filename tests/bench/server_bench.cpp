// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes into a real PostgreSQL with fsync on, each figure beside what the database itself can do in the same
// run.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <pqxx/pqxx>
#include <string>

#include "base/clock.hpp"
#include "crypto/digest.hpp"
#include "model/identity.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "server/cluster/private_cluster.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"
#include "server/rules/foyer_rules.hpp"
#include "server/sync/sync_service.hpp"

using namespace foyer;
using namespace foyer::server;

namespace {

constexpr int kEdits = 5'000;
constexpr int kPerPush = 1'000;
constexpr double kSeconds = 2.0;
constexpr int kRuns = 3;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void print(const char* name, double value, const char* unit) {
  std::printf("{\"name\":\"%s\",\"value\":%.0f,\"unit\":\"%s\",\"better\":\"higher\"}\n", name, value, unit);
  std::fflush(stdout);
}

model::FieldPatch patch(std::string_view field, model::Value value) {
  model::FieldPatch p;
  p.field = schema::collection("photos").find(field);
  p.value = std::move(value);
  return p;
}

/// A device with 5,000 photos in its own scope.
class Device {
 public:
  explicit Device(SyncService& service) : m_service(service) {
    m_who = {.account = Uuid::v7(1'750'000'000'000), .device = Uuid::v7(1'750'000'000'000)};
    m_service.createPerson(m_who.account);
    for (int i = 0; i < kEdits; ++i) {
      model::Mutation m = make(model::Op::create);
      m.patches.push_back(patch("hothash", toHex(crypto::sha256(asBytes(std::to_string(i))))));
      m.patches.push_back(patch("title", "Photo number " + std::to_string(i)));
      m.patches.push_back(patch(
          "description", "A description of about eighty characters, as people write them, more or less."));
      m.patches.push_back(patch("rating", std::int64_t{3}));
      m.patches.push_back(patch("taken_at", std::string("2026-06-13T20:14:05.000+02:00")));
      m.patches.push_back(patch("position", std::string("48.85661400,2.35222190")));
      model::FieldPatch tags = patch("tags", {});
      tags.added = {"holiday", "paris", "river"};
      m.patches.push_back(std::move(tags));
      m.id = model::naturalId(*m.collection, m.scope, m.patches).value();
      m_ids.push_back(m.id);
      m_queue.push_back(std::move(m));
    }
    flush(kPerPush);
  }

  /// One edit of each photo, as queued offline.
  void editAll(int round) {
    for (const Uuid& id : m_ids) edit(id, "Renamed in round " + std::to_string(round));
  }
  void edit(const Uuid& id, std::string title) {
    model::Mutation m = make(model::Op::edit);
    m.id = id;
    m.base = m_head;
    m.patches.push_back(patch("title", std::move(title)));
    m_queue.push_back(std::move(m));
  }
  const Uuid& id(int i) const { return m_ids[static_cast<std::size_t>(i) % m_ids.size()]; }

  /// Pushes what is queued, from bytes to bytes as a request would.
  void flush(std::size_t perPush) {
    for (std::size_t at = 0; at < m_queue.size(); at += perPush) {
      protocol::Push push{.scope = m_who.account, .ack = m_ack, .mutations = {}};
      for (std::size_t i = at; i < std::min(at + perPush, m_queue.size()); ++i) {
        push.mutations.emplace_back(std::move(m_queue[i]));
      }
      const protocol::Frame frame = protocol::encode(protocol::ClientMessage(std::move(push)));
      auto message = protocol::decodeClient(frame.bytes, frame.binary);
      const auto answer = m_service.answer(m_who, std::move(message.value()));
      const auto* result = std::get_if<protocol::PushResult>(&*answer);
      if (!result || result->results.back().outcome == model::Outcome::held)
        throw std::runtime_error("push refused");
      protocol::encode(*answer);
      m_ack = result->lastSeq;
      m_head = result->head;
    }
    m_queue.clear();
  }

 private:
  model::Mutation make(model::Op op) {
    model::Mutation m;
    m.seq = ++m_seq;
    m.scope = m_who.account;
    m.collection = &schema::collection("photos");
    m.op = op;
    m.stamp = Hlc::fromMs(1'750'000'000'000 + static_cast<std::int64_t>(m_seq));
    return m;
  }

  SyncService& m_service;
  Principal m_who;
  std::vector<Uuid> m_ids;
  std::vector<model::Mutation> m_queue;
  std::uint64_t m_seq = 0;
  std::uint64_t m_ack = 0;
  std::int64_t m_head = 0;
};

double batchFloor(pqxx::connection& db) {
  pqxx::work tx(db);
  tx.exec("CREATE TEMP TABLE incoming (id uuid, title text, updated_at bigint) ON COMMIT DROP");
  const pqxx::result ids = pqxx::result(tx.exec("SELECT id FROM floor_photos"));
  const double start = now();
  {
    pqxx::stream_to copy(tx, "incoming");
    for (const auto& row : ids) copy << std::make_tuple(row[0].c_str(), "Renamed", std::int64_t{1});
    copy.complete();
  }
  tx.exec(
      "UPDATE floor_photos p SET title = i.title, updated_at = i.updated_at, version = p.version + 1 "
      "FROM incoming i WHERE p.id = i.id");
  tx.exec("INSERT INTO floor_outcomes SELECT id, 1, 0, 1 FROM incoming");
  tx.commit();
  return kEdits / (now() - start);
}

double commits(pqxx::connection& db) {
  int count = 0;
  const double start = now();
  while (now() - start < kSeconds) {
    pqxx::work tx(db);
    tx.exec("UPDATE floor_counter SET n = n + 1");
    tx.commit();
    ++count;
  }
  return count / (now() - start);
}

void floors(const std::string& connection) {
  pqxx::connection db(connection);
  {
    pqxx::work tx(db);
    tx.exec("CREATE TABLE floor_photos AS SELECT * FROM photos");
    tx.exec("ALTER TABLE floor_photos ADD PRIMARY KEY (id)");
    tx.exec("CREATE INDEX ON floor_photos (scope_id, version, id)");
    tx.exec("CREATE TABLE floor_outcomes (id uuid, seq bigint, outcome smallint, version bigint)");
    tx.exec("CREATE TABLE floor_counter AS SELECT 0 AS n");
    tx.commit();
  }
  double best = 0;
  for (int run = 0; run < kRuns; ++run) best = std::max(best, batchFloor(db));
  print("pg_batch_floor_rows_per_s", best, "rows/s");
  print("pg_commit_per_s", commits(db), "commits/s");
}

int run(const std::filesystem::path& dir) {
  ClusterOptions options;
  options.dir = dir;
  auto cluster = PrivateCluster::start(options);
  if (!cluster) throw std::runtime_error(cluster.error().message);
  const std::string connection = (*cluster)->connectionString();
  if (const auto done = migrate(connection); !done) throw std::runtime_error(done.error().message);

  PgStore store(connection);
  const SystemClock clock;
  const FoyerRules rules;
  SyncService service(store, clock, rules);
  Device device(service);
  double best = 0;
  for (int round = 0; round < kRuns; ++round) {
    device.editAll(round);
    const double start = now();
    device.flush(kPerPush);
    best = std::max(best, kEdits / (now() - start));
  }
  print("push_mutations_per_s", best, "mutations/s");
  int count = 0;
  const double start = now();
  while (now() - start < kSeconds) {
    device.edit(device.id(count), "Single " + std::to_string(count));
    device.flush(1);
    ++count;
  }
  print("single_push_per_s", count / (now() - start), "pushes/s");
  floors(connection);
  return 0;
}

}  // namespace

int main() {
  char pattern[] = "/tmp/foyer-server-bench-XXXXXX";
  const std::filesystem::path dir = mkdtemp(pattern);
  std::filesystem::permissions(dir, std::filesystem::perms(0755));
  int status = 1;
  try {
    status = run(dir / "cluster");
  } catch (const std::exception& e) {
    std::fprintf(stderr, "server_bench: %s\n", e.what());
  }
  std::filesystem::remove_all(dir);
  return status;
}
