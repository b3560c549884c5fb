// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_host.hpp"

#include <QDir>
#include <QFileInfo>

#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {

using photos::Import;

namespace {

constexpr int kListed = 1000;

QVariantList damagedOf(store::Store& store, const Uuid& session) {
  QVariantList out;
  for (const auto& file : store::Imports(store).files(session, store::ImportState::damaged, 0, kListed)) {
    const QFileInfo info(QString::fromLocal8Bit(file.path.c_str()));
    out.append(QVariantMap{{QStringLiteral("name"), info.fileName()},
                           {QStringLiteral("folder"), info.dir().dirName()},
                           {QStringLiteral("reason"), wordsOf(file.reason)}});
  }
  return out;
}

}  // namespace

void ImportHost::takeUp(EngineDriver& driver, const Uuid& scope) {
  m_import.reset();
  m_scope = scope;
  if (const auto waiting = Import::unfinished(driver.store(), scope); !waiting.empty())
    run(driver, waiting.front());
}

Result<void> ImportHost::begin(EngineDriver& driver, const photos::ImportRequest& request) {
  if (m_import && m_import->progress().phase != Import::Phase::done)
    return {Code::busy, "Another import is not finished yet."};
  const auto session = Import::begin(driver.store(), driver.clock(), request);
  if (!session) return session.error();
  m_scope = request.scope;
  run(driver, *session);
  return {};
}

void ImportHost::run(EngineDriver& driver, const Uuid& session) {
  m_import.reset();
  m_store = &driver.store();
  m_damagedTold = -1;
  const auto record = m_store->get(schema::collection("import_sessions"), m_scope, session);
  m_name = record ? qstring(record->text("name")) : QString();
  Import::Options options;
  options.app = "Foyer";
  // Called by the import's own threads, which end before it does.
  options.wake = [self = weak_from_this(), context = &driver] {
    QMetaObject::invokeMethod(
        context,
        [self] {
          if (const auto host = self.lock()) host->step();
        },
        Qt::QueuedConnection);
  };
  m_import = std::make_unique<Import>(driver.store(), driver.clock(), m_scope, session, options);
  step();
}

void ImportHost::step() {
  if (!m_import) return;
  m_import->step();
  tell();
}

void ImportHost::act(void (Import::*what)()) {
  if (!m_import) return;
  (m_import.get()->*what)();
  step();
}

void ImportHost::tell() {
  ImportNews news{m_import->progress(), m_name, {}};
  if (m_damagedTold != news.progress.counts.damaged) {
    m_damagedTold = news.progress.counts.damaged;
    news.damaged = damagedOf(*m_store, news.progress.session);
  }
  m_tell(std::move(news));
}

}  // namespace foyer::qt
