// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <functional>
#include <memory>

#include "photos/import.hpp"
#include "qt/engine_driver.hpp"

namespace foyer::qt {

/// What the GUI shows of an import.
struct ImportNews {
  photos::Import::Progress progress;
  QString name;
  std::optional<QVariantList> damaged;  ///< when there are others than before
};

/// The running import beside the driver whose store it writes. Used on the worker thread only; made and let
/// go anywhere. end() has to be called there before the driver ends.
class ImportHost : public std::enable_shared_from_this<ImportHost> {
 public:
  using Tell = std::function<void(ImportNews)>;
  explicit ImportHost(Tell tell) : m_tell(std::move(tell)) {}

  /// Takes up the newest unfinished session of this space, if there is one.
  void takeUp(EngineDriver& driver, const Uuid& scope);
  Result<void> begin(EngineDriver& driver, const photos::ImportRequest& request);
  /// pause, resume, cancel or retryDamaged of the running import.
  void act(void (photos::Import::*what)());
  void end() { m_import.reset(); }

 private:
  void run(EngineDriver& driver, const Uuid& session);
  void step();
  void tell();

  Tell m_tell;
  std::unique_ptr<photos::Import> m_import;
  store::Store* m_store = nullptr;  ///< the driver's
  Uuid m_scope;
  QString m_name;
  std::int64_t m_damagedTold = -1;
};

}  // namespace foyer::qt
