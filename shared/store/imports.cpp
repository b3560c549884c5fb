// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imports.hpp"

#include "database.hpp"
#include "write.hpp"

namespace foyer::store {
namespace {

/// Paths may hold any byte but zero.
std::string joined(const std::vector<std::string>& paths) {
  std::string out;
  for (const std::string& path : paths) out += path + '\0';
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\0');
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return out;
}

std::span<const std::uint8_t> raw(const std::string& text) { return asBytes(text); }

}  // namespace

Imports::Imports(Store& store) : m_store(store), m_db(*store.m_db) {}

Result<void> Imports::attempt(const std::vector<Edit>& edits, const std::function<void()>& work) {
  return m_db.attempt([&]() -> std::optional<Error> {
    for (const Edit& edit : edits) {
      if (auto error = writeOne(m_db, edit)) return error;
    }
    work();
    return std::nullopt;
  });
}

Result<void> Imports::begin(const Edit& session, const std::vector<std::string>& roots) {
  const std::string all = joined(roots);
  return attempt({session}, [&] {
    Statement(m_db.db, "INSERT INTO local_imports (session, scope, roots, listed) VALUES (?, ?, ?, 0)")
        .with(session.id, session.scope, raw(all))
        .run();
  });
}

Result<void> Imports::list(const Uuid& session, const std::vector<ImportFile>& files,
                           const std::vector<Edit>& edits) {
  return attempt(edits, [&] {
    Statement(m_db.db, "DELETE FROM local_import_files WHERE session = ?").with(session).run();
    Statement add(
        m_db.db,
        "INSERT INTO local_import_files (session, number, path, bytes, state) VALUES (?, ?, ?, ?, 0)");
    for (const ImportFile& file : files) add.with(session, file.number, raw(file.path), file.bytes).run();
    Statement(m_db.db, "UPDATE local_imports SET listed = 1 WHERE session = ?").with(session).run();
  });
}

Result<void> Imports::take(const Uuid& session, const std::vector<ImportMark>& marks,
                           const std::vector<Edit>& edits) {
  return attempt(edits, [&] {
    Statement mark(m_db.db,
                   "UPDATE local_import_files SET state = ?3, code = ?4, message = ?5 "
                   "WHERE session = ?1 AND number = ?2");
    Statement place(m_db.db,
                    "INSERT OR REPLACE INTO local_originals (scope, sha256, path, bytes, modified, seen) "
                    "SELECT scope, ?2, ?3, ?4, ?5, ?6 FROM local_imports WHERE session = ?1");
    for (const ImportMark& m : marks) {
      const bool damaged = m.state == ImportState::damaged;
      mark.with(session, m.number, static_cast<std::int64_t>(m.state),
                damaged ? info(m.reason.code).name : std::string_view(), std::string_view(m.reason.message))
          .run();
      if (m.sha256.empty()) continue;
      place
          .with(session, std::string_view(m.sha256), raw(m.original.path), m.original.bytes,
                m.original.modifiedNs, m_db.nowMs())
          .run();
    }
  });
}

Result<void> Imports::retryDamaged(const Uuid& session, const std::vector<Edit>& edits) {
  return attempt(edits, [&] {
    Statement(m_db.db, "UPDATE local_import_files SET state = 0 WHERE session = ? AND state = ?")
        .with(session, static_cast<std::int64_t>(ImportState::damaged))
        .run();
  });
}

Result<void> Imports::dropWaiting(const Uuid& session, const std::vector<Edit>& edits) {
  return attempt(edits, [&] {
    Statement(m_db.db, "UPDATE local_imports SET listed = 1 WHERE session = ?").with(session).run();
    Statement(m_db.db, "DELETE FROM local_import_files WHERE session = ? AND state = 0").with(session).run();
  });
}

void Imports::forget(const Uuid& session) {
  m_db.transact([&] {
    for (const char* table : {"local_import_files", "local_imports"})
      Statement(m_db.db, "DELETE FROM " + std::string(table) + " WHERE session = ?").with(session).run();
  });
}

std::vector<Uuid> Imports::sessions(const Uuid& scope) {
  std::vector<Uuid> out;
  Statement s(m_db.db, "SELECT session FROM local_imports WHERE scope = ? ORDER BY session DESC");
  s.with(scope);
  while (s.step()) out.push_back(s.uuid(0));
  return out;
}

std::optional<std::vector<std::string>> Imports::roots(const Uuid& session) {
  Statement s(m_db.db, "SELECT roots FROM local_imports WHERE session = ?");
  if (!s.with(session).step()) return std::nullopt;
  return split(asText(s.bytes(0)));
}

bool Imports::listed(const Uuid& session) {
  Statement s(m_db.db, "SELECT listed FROM local_imports WHERE session = ?");
  return s.with(session).step() && s.integer(0) != 0;
}

ImportCounts Imports::counts(const Uuid& session) {
  ImportCounts out;
  Statement s(m_db.db, "SELECT state, count(*) FROM local_import_files WHERE session = ? GROUP BY state");
  s.with(session);
  while (s.step()) {
    switch (static_cast<ImportState>(s.integer(0))) {
      case ImportState::waiting:
        out.waiting = s.integer(1);
        break;
      case ImportState::taken:
        out.taken = s.integer(1);
        break;
      case ImportState::known:
        out.known = s.integer(1);
        break;
      case ImportState::damaged:
        out.damaged = s.integer(1);
        break;
    }
  }
  return out;
}

std::vector<ImportFile> Imports::files(const Uuid& session, ImportState state, std::int64_t after,
                                       std::int64_t limit) {
  std::vector<ImportFile> out;
  Statement s(m_db.db,
              "SELECT number, path, bytes, code, message FROM local_import_files "
              "WHERE session = ? AND state = ? AND number > ? ORDER BY number LIMIT ?");
  s.with(session, static_cast<std::int64_t>(state), after, limit);
  while (s.step()) {
    ImportFile file;
    file.number = s.integer(0);
    file.path = asText(s.bytes(1));
    file.bytes = s.integer(2);
    file.state = state;
    file.reason = {codeFromName(s.text(3)).value_or(Code::internal), {}, std::string(s.text(4))};
    out.push_back(std::move(file));
  }
  return out;
}

std::vector<Original> Imports::originals(const Uuid& scope, const std::string& sha256) {
  std::vector<Original> out;
  Statement s(m_db.db,
              "SELECT path, bytes, modified FROM local_originals WHERE scope = ? AND sha256 = ? "
              "ORDER BY seen DESC, path");
  s.with(scope, std::string_view(sha256));
  while (s.step()) out.push_back({std::string(asText(s.bytes(0))), s.integer(1), s.integer(2)});
  return out;
}

void Imports::forgetOriginal(const Uuid& scope, const std::string& sha256, const std::string& path) {
  m_db.transact([&] {
    Statement(m_db.db, "DELETE FROM local_originals WHERE scope = ? AND sha256 = ? AND path = ?")
        .with(scope, std::string_view(sha256), raw(path))
        .run();
  });
}

}  // namespace foyer::store
