// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "model/tree.hpp"
#include "pg_links.hpp"
#include "record_sql.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

/// Rows per statement: bounds memory, the snapshot stays one. In order of version, which is about the order
/// on disk.
constexpr std::int64_t kMarkRows = 20'000;

/// Reads the marks of one collection; false when nobody wants more.
class Marker {
 public:
  using Request = ScopeStore::MarkRequest;
  Marker(PqLink& link, const Request& request, const std::function<bool(const protocol::Mark&)>& each,
         const FieldSeal& seal)
      : m_link(link), m_request(request), m_each(each), m_seal(seal) {}

  bool read(const schema::Collection& collection) {
    const bool whole = collection.newerThan(m_request.level);
    std::int64_t version = 0;
    Uuid id;
    id.bytes.fill(0xff);
    for (;;) {
      const RecordSql& sql = recordSql(collection);
      m_link.add(whole ? sql.page : sql.marks, PqParams()
                                                   .uuid(m_request.scope)
                                                   .integer(version)
                                                   .uuid(id)
                                                   .integer(std::numeric_limits<std::int64_t>::max())
                                                   .integer(kMarkRows));
      const std::vector<PqResult> results = m_link.run();
      const PqResult& rows = results[0];
      for (int i = 0; i < rows.rows(); ++i) {
        if (!take(rows, i, collection, whole)) return false;
      }
      if (rows.rows() < kMarkRows) return true;
      id = rows.uuid(rows.rows() - 1, 0);
      version = rows.integer(rows.rows() - 1, 1);
    }
  }

 private:
  bool take(const PqResult& rows, int i, const schema::Collection& collection, bool whole) {
    const bool tombstone = rows.integer(i, 2) == static_cast<std::int64_t>(model::State::tombstone);
    if (tombstone && !m_request.tombstones) return true;
    protocol::Mark mark{&collection, rows.uuid(i, 0), rows.integer(i, 1), {}};
    if (!wanted(mark.id)) return true;
    if (whole && !tombstone) {
      mark.hash = model::rowHash(
          readRecord(rows, i, collection, m_request.scope, PqLink::Format::binary, m_seal), m_request.level);
    } else if (!tombstone) {
      const std::string_view hash = rows.cell(i, 3);
      if (hash.size() == 16) mark.hash = model::Digest::fromBytes(asBytes(hash).first<16>());
      if (!mark.hash) mark.hash = model::Digest{};
    }
    return m_each(mark);
  }

  bool wanted(const Uuid& id) const {
    if (m_request.prefixes.size() == 1 && m_request.prefixes[0].empty()) return true;
    const model::Place place = model::placeOf(id);
    return std::any_of(m_request.prefixes.begin(), m_request.prefixes.end(),
                       [&](const std::string& prefix) { return model::isUnder(place, prefix); });
  }

  PqLink& m_link;
  const Request& m_request;
  const std::function<bool(const protocol::Mark&)>& m_each;
  const FieldSeal& m_seal;
};

}  // namespace

std::optional<ScopeRow> PgStore::readMarks(const MarkRequest& request,
                                           const std::function<bool(const protocol::Mark&)>& each) {
  Lease link(*m_links, "marks");
  link->add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  link->add(std::string("SELECT ") + kScopeColumns +
                " FROM scopes s WHERE s.scope_id = $1::uuid AND s.kind IS NOT NULL",
            PqParams().uuid(request.scope));
  const std::vector<PqResult> head = link->run();
  if (head[1].rows() == 0) return std::nullopt;
  const ScopeRow row = readScope(head[1], 0);
  Marker marker(*link, request, each, m_seal);
  for (const schema::Collection& collection : schema::collections()) {
    if (collection.since > request.level) continue;
    if (!marker.read(collection)) break;
  }
  link->add("COMMIT");
  link->run();
  return row;
}

}  // namespace foyer::server
