// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <string>
#include <vector>

#include "model/identity.hpp"
#include "schema/collections.hpp"
#include "store/store.hpp"

namespace foyer::test {

/// A field of a patch or of a server row, by name.
struct Cell {
  std::string_view field;
  model::Value value;
};

/// A store in a folder of its own, with a person scope that is there, and a clock that the test moves.
class TempStore {
 public:
  explicit TempStore(bool openNow = true);

  store::Store& operator*() { return *m_store; }
  store::Store* operator->() { return m_store.get(); }
  void open();
  void close() { m_store.reset(); }
  void reopen() { close(), open(); }
  Result<store::Store::Opened> tryOpen();
  std::filesystem::path file() const;
  store::Store::Options options() const;

  ManualClock clock;
  Uuid device = Uuid::v7(1);
  Uuid person = Uuid::v7(2);
  std::optional<crypto::SealKey> sealKey;  ///< from the next open
  store::Store::Opened opened;             ///< how the last open went, without its store
  std::vector<store::Change> changes;      ///< all that was told
  /// What was told since the last call, values only.
  std::vector<Uuid> changedIds();

  // ---- edits
  Uuid addEntry(std::string_view title);  ///< a watch entry of the person scope
  Uuid addList(std::string_view name);
  void edit(std::string_view collection, const Uuid& id, const std::vector<Cell>& cells);
  Result<model::Record> tryEdit(std::string_view collection, const Uuid& id, const std::vector<Cell>& cells);
  void addTo(std::string_view collection, const Uuid& id, std::string_view field, const std::string& element);
  void takeFrom(std::string_view collection, const Uuid& id, std::string_view field,
                const std::string& element);
  void remove(std::string_view collection, const Uuid& id);

  // ---- a server that is always of one opinion
  /// Everything queued is pushed and applied, one version each; returns what was pushed.
  std::vector<model::Mutation> push();
  /// Sends the truth as one finished pass from the store's cursor, with its digest.
  store::Store::PageApplied pull();
  model::Record& serverRow(std::string_view collection, const Uuid& id);
  void serverPuts(std::string_view collection, const Uuid& id, const std::vector<Cell>& cells);
  model::Digest serverDigest() const;
  std::int64_t head = 0;
  std::int64_t epoch = 1;
  std::vector<model::Record> server;

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<store::Store> m_store;
};

store::Edit makeEdit(std::string_view collection, const Uuid& scope, const Uuid& id,
                     const std::vector<Cell>& cells);
std::string textOf(const std::optional<model::Record>& record, std::string_view field);

}  // namespace foyer::test
