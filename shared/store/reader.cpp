// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.hpp"

#include <algorithm>
#include <map>

#include "open_steps.hpp"
#include "outbox.hpp"
#include "protocol/codec.hpp"
#include "query_sql.hpp"
#include "record_table.hpp"

namespace foyer::store {

struct Reader::Parts {
  std::filesystem::path file;
  Db db;
  std::map<std::string, Statement, std::less<>> statements;  ///< by text; lists ask the same again and again

  Statement& statement(const std::string& sql) {
    const auto it = statements.find(sql);
    if (it != statements.end()) return it->second;
    constexpr std::size_t kKept = 64;
    if (statements.size() >= kKept) statements.clear();
    return statements.emplace(sql, db.prepare(sql)).first->second;
  }

  template <class Work>
  auto guarded(Work work) {
    try {
      return work();
    } catch (const Failure& failure) {
      if (failure.damaged) markSuspect(file);
      throw;
    }
  }
};

Reader::Reader(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return Error{Code::notFound, {}, "There is no database yet."};
  try {
    auto parts = std::make_unique<Parts>();
    parts->file = file;
    parts->db = Db(file, Db::Mode::readOnly);
    if (parts->db.number("PRAGMA user_version") != static_cast<int>(FileVersion::latest)) {
      return Error{Code::tooNew, {}, "This data was written by another version of Foyer."};
    }
    parts->db.exec("PRAGMA cache_size = -8000");
    return std::unique_ptr<Reader>(new Reader(std::move(parts)));
  } catch (const Failure& failure) {
    return Error{failure.damaged ? Code::damaged : Code::internal, {}, failure.what()};
  }
}

std::optional<model::Record> Reader::get(const schema::Collection& collection, const Uuid& scope,
                                         const Uuid& id) {
  return m_parts->guarded([&]() -> std::optional<model::Record> {
    Statement& s = m_parts->statement("SELECT " + selectList(collection) + " FROM " +
                                      sqlName(collection.name) + " WHERE scope_id = ? AND id = ?");
    const Resetter resetter(s);
    if (!s.with(scope, id).step()) return std::nullopt;
    return readRow(collection, s);
  });
}

Pending Reader::pendingOf(const schema::Collection& collection, const Uuid& scope, const Uuid& id) {
  return m_parts->guarded([&] {
    Statement& s = m_parts->statement(
        "SELECT stage FROM local_outbox INDEXED BY local_outbox_record WHERE scope = ? AND collection = ? "
        "AND record = ? AND stage < 4");
    const Resetter resetter(s);
    s.with(scope, collection.id, id);
    Pending worst = Pending::none;
    while (s.step()) {
      const auto stage = static_cast<Stage>(s.integer(0));
      if (stage == Stage::queued) worst = std::max(worst, Pending::queued);
      if (stage == Stage::sent) worst = std::max(worst, Pending::sent);
      if (stage == Stage::held) worst = Pending::held;
    }
    return worst;
  });
}

std::vector<PendingField> Reader::pendingFields(const schema::Collection& collection, const Uuid& scope,
                                                const Uuid& id) {
  return m_parts->guarded([&] {
    Statement& s = m_parts->statement(
        "SELECT stage, json, reason_field FROM local_outbox INDEXED BY local_outbox_record "
        "WHERE scope = ? AND collection = ? AND record = ? AND stage < 4 ORDER BY local_id");
    const Resetter resetter(s);
    s.with(scope, collection.id, id);
    std::map<std::string, Pending> worst;
    while (s.step()) {
      const auto stage = static_cast<Stage>(s.integer(0));
      if (stage == Stage::acked) continue;
      const auto mutation = protocol::decodeMutation(s.text(1));
      if (!mutation || mutation->op != model::Op::edit) continue;
      const std::string refused(s.text(2));
      for (const model::FieldPatch& patch : mutation->patches) {
        const bool held = stage == Stage::held && (refused.empty() || refused == patch.field->name);
        Pending& state = worst[std::string(patch.field->name)];
        state = std::max(state, held                   ? Pending::held
                                : stage == Stage::sent ? Pending::sent
                                                       : Pending::queued);
      }
    }
    std::vector<PendingField> out;
    out.reserve(worst.size());
    for (const auto& [field, state] : worst) out.push_back({field, state});
    return out;
  });
}

std::int64_t Reader::baseOf(const Uuid& scope, const schema::Collection& collection, const Uuid& id) {
  return m_parts->guarded([&] {
    Statement& s = m_parts->statement("SELECT max(coalesce((SELECT version FROM " + sqlName(collection.name) +
                                      " WHERE scope_id = ?1 AND id = ?2), 0), "
                                      "coalesce((SELECT cursor FROM local_scopes WHERE scope = ?1), 0))");
    const Resetter resetter(s);
    s.with(scope, id).step();
    return s.integer(0);
  });
}

std::vector<model::Record> Reader::query(const QuerySpec& spec) {
  return m_parts->guarded([&] {
    QuerySql sql(spec, selectList(*spec.collection, "t."));
    Statement& s = m_parts->statement(sql.text());
    const Resetter resetter(s);
    sql.bindTo(s);
    std::vector<model::Record> rows;
    while (s.step()) rows.push_back(readRow(*spec.collection, s));
    return rows;
  });
}

std::vector<RowId> Reader::ids(const QuerySpec& spec) {
  return m_parts->guarded([&] {
    QuerySql sql(spec, "t.scope_id, t.id");
    Statement& s = m_parts->statement(sql.text());
    const Resetter resetter(s);
    sql.bindTo(s);
    std::vector<RowId> rows;
    while (s.step()) rows.push_back({s.uuid(0), s.uuid(1)});
    return rows;
  });
}

std::vector<RowValues> Reader::values(const QuerySpec& spec, std::initializer_list<std::string_view> fields) {
  return m_parts->guarded([&] {
    std::vector<const schema::Field*> wanted;
    std::string columns = "t.scope_id, t.id";
    for (const std::string_view name : fields) {
      wanted.push_back(spec.collection->find(name));
      if (!wanted.back()) throw std::logic_error("no field " + std::string(name));
      columns += ", t." + sqlName(name);
    }
    QuerySql sql(spec, columns);
    Statement& s = m_parts->statement(sql.text());
    const Resetter resetter(s);
    sql.bindTo(s);
    std::vector<RowValues> rows;
    while (s.step()) {
      RowValues& row = rows.emplace_back(RowValues{s.uuid(0), s.uuid(1), {}});
      row.values.reserve(wanted.size());
      int column = 1;
      for (const schema::Field* field : wanted) row.values.push_back(readValue(*field, s, ++column));
    }
    return rows;
  });
}

std::vector<Original> Reader::originals(const Uuid& scope, const std::string& sha256) {
  return m_parts->guarded([&] {
    Statement& s = m_parts->statement(
        "SELECT path, bytes, modified FROM local_originals WHERE scope = ? AND sha256 = ? "
        "ORDER BY seen DESC, path");
    const Resetter resetter(s);
    s.with(scope, std::string_view(sha256));
    std::vector<Original> out;
    while (s.step()) out.push_back({std::string(asText(s.bytes(0))), s.integer(1), s.integer(2)});
    return out;
  });
}

std::int64_t Reader::count(const QuerySpec& spec) {
  return m_parts->guarded([&] {
    QuerySql sql(spec, "count(*)");
    Statement& s = m_parts->statement(sql.text());
    const Resetter resetter(s);
    sql.bindTo(s);
    s.step();
    return s.integer(0);
  });
}

std::string Reader::setting(std::string_view key) {
  return m_parts->guarded([&] {
    Statement& s = m_parts->statement("SELECT value FROM local_settings WHERE key = ?");
    const Resetter resetter(s);
    return s.with(key).step() ? std::string(s.text(0)) : std::string();
  });
}

}  // namespace foyer::store
