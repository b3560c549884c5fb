// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"
#include "pg_tx.hpp"

namespace foyer::server {
namespace {

constexpr Oid kInt8 = 20;
/// Devices that were away longer read everything again.
constexpr std::int64_t kKeepMs = 90LL * 24 * 3600 * 1000;
constexpr std::int64_t kPruneEvery = 1024;

constexpr const char* kEpochsSql =
    "SELECT epoch, first_version, restored_head, began_at FROM scope_epochs WHERE scope_id = $1::uuid "
    "ORDER BY epoch";

std::string numberArray(std::span<const std::int64_t> numbers) {
  PqArray array(kInt8);
  for (const std::int64_t number : numbers) array.integer(number);
  return array.finish();
}

model::Digest digestAt(const PqResult& result, int row, int column) {
  return model::Digest::fromBytes(asBytes(result.cell(row, column)).first<16>());
}

std::vector<EpochMark> readEpochs(const PqResult& result) {
  std::vector<EpochMark> all;
  for (int row = 0; row < result.rows(); ++row) {
    all.push_back(
        {result.integer(row, 0), result.integer(row, 1), result.integer(row, 2), result.integer(row, 3)});
  }
  return all;
}

}  // namespace

std::map<std::int64_t, model::Digest> PgTx::chainAt(std::span<const std::int64_t> versions) {
  m_link.add(
      "SELECT version, hash FROM scope_chain WHERE scope_id = $1::uuid AND version = ANY($2::bigint[])",
      PqParams().uuid(m_row.scope).raw(numberArray(versions)));
  const std::vector<PqResult> results = m_link.run();
  std::map<std::int64_t, model::Digest> found;
  for (int row = 0; row < results[0].rows(); ++row)
    found[results[0].integer(row, 0)] = digestAt(results[0], row, 1);
  return found;
}

std::optional<std::int64_t> PgTx::oldestChain() {
  m_link.add("SELECT version FROM scope_chain WHERE scope_id = $1::uuid ORDER BY version LIMIT 1",
             PqParams().uuid(m_row.scope));
  const std::vector<PqResult> results = m_link.run();
  return results[0].rows() == 0 ? std::nullopt : std::optional(results[0].integer(0, 0));
}

std::vector<EpochMark> PgTx::fetchEpochs() {
  m_link.add(kEpochsSql, PqParams().uuid(m_row.scope));
  return readEpochs(m_link.run()[0]);
}

void PgTx::storeChain() {
  if (!chainGrew()) return;
  const std::int64_t now = m_row.clock.ms();
  m_link.add(
      "INSERT INTO scope_chain (scope_id, version, hash, made_at) VALUES ($1::uuid, $2::bigint, $3::bytea, "
      "$4::bigint)",
      PqParams().uuid(m_row.scope).integer(m_row.head).bytes(m_row.chain.bytes()).integer(now));
  if (m_row.head % kPruneEvery == 0) {
    m_link.add(
        "DELETE FROM scope_chain WHERE scope_id = $1::uuid AND version < $2::bigint AND made_at < $3::bigint",
        PqParams().uuid(m_row.scope).integer(m_row.head).integer(now - kKeepMs));
  }
  for (const EpochMark& mark : m_newEpochs) {
    m_link.add(
        "INSERT INTO scope_epochs (scope_id, epoch, first_version, restored_head, began_at) VALUES "
        "($1::uuid, "
        "$2::bigint, $3::bigint, $4::bigint, $5::bigint)",
        PqParams()
            .uuid(m_row.scope)
            .integer(mark.epoch)
            .integer(mark.first)
            .integer(mark.restoredHead)
            .integer(mark.beganMs));
  }
}

std::vector<std::optional<model::Digest>> PgStore::chainAt(std::span<const ScopePoint> points) {
  if (points.empty()) return {};
  std::vector<Uuid> scopes;
  std::vector<std::int64_t> versions;
  for (const ScopePoint& point : points) {
    scopes.push_back(point.scope);
    versions.push_back(point.version);
  }
  Lease link(*m_links, "chain");
  link->add(
      "SELECT p.n, c.hash FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS p(scope_id, version, n) "
      "JOIN scope_chain c ON c.scope_id = p.scope_id AND c.version = p.version",
      PqParams().raw(idArray(scopes)).raw(numberArray(versions)));
  const std::vector<PqResult> results = link->run();
  std::vector<std::optional<model::Digest>> found(points.size());
  for (int row = 0; row < results[0].rows(); ++row) {
    found[static_cast<std::size_t>(results[0].integer(row, 0) - 1)] = digestAt(results[0], row, 1);
  }
  return found;
}

std::vector<EpochMark> PgStore::epochs(const Uuid& scope) {
  Lease link(*m_links, "epochs");
  link->add(kEpochsSql, PqParams().uuid(scope));
  return readEpochs(link->run()[0]);
}

}  // namespace foyer::server
