// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_import.hpp"

#include <QPointer>

#include "import_host.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"

namespace foyer::qt {

using photos::Import;

PhotoImport* PhotoImport::create(QQmlEngine* engine, QJSEngine*) {
  return new PhotoImport(Backend::of(engine));
}

PhotoImport::PhotoImport(Backend* backend, QObject* parent) : QObject(parent), m_backend(backend) {
  if (!m_backend) return;
  m_host = std::make_shared<ImportHost>([guard = QPointer<PhotoImport>(this), backend](ImportNews news) {
    QMetaObject::invokeMethod(
        backend,
        [guard, news = std::move(news)] {
          if (guard) guard->show(news);
        },
        Qt::QueuedConnection);
  });
  connect(m_backend, &Backend::identityChanged, this, &PhotoImport::takeUp);
  takeUp();
}

PhotoImport::~PhotoImport() {
  if (m_backend) m_backend->work([host = m_host](EngineDriver&) { host->end(); });
}

/// What is unfinished in the account's space; another account's import ends here, its list stays.
void PhotoImport::takeUp() {
  const Uuid account = m_backend->identity().account;
  if (m_scope == qstring(account)) return;
  m_scope = qstring(account);
  m_backend->work([host = m_host, account](EngineDriver& driver) { host->takeUp(driver, account); });
}

void PhotoImport::show(const ImportNews& news) {
  m_shown = true;
  m_progress = news.progress;
  m_name = news.name;
  emit changed();
  if (!news.damaged) return;
  m_damaged = *news.damaged;
  emit damagedChanged();
}

QString PhotoImport::session() const { return m_shown ? qstring(m_progress.session) : QString(); }

QString PhotoImport::phase() const {
  if (!m_shown) return {};
  switch (m_progress.phase) {
    case Import::Phase::scanning:
      return QStringLiteral("scanning");
    case Import::Phase::running:
      return QStringLiteral("running");
    case Import::Phase::paused:
      return QStringLiteral("paused");
    case Import::Phase::done:
      break;
  }
  return QStringLiteral("done");
}

QString PhotoImport::problem() const { return m_progress.problem ? wordsOf(*m_progress.problem) : QString(); }

void PhotoImport::start(const QList<QUrl>& from, const QString& name) {
  photos::ImportRequest request;
  request.scope = m_backend->identity().account;
  request.device = m_backend->identity().device;
  request.name = name.toStdString();
  for (const QUrl& url : from) {
    request.roots.push_back(url.toLocalFile().toLocal8Bit().toStdString());
    if (request.source.empty()) request.source = url.fileName().toStdString();
  }
  m_backend->work(
      this, [host = m_host, request](EngineDriver& driver) { return host->begin(driver, request); },
      [this](const Result<void>& begun) {
        if (!begun.ok()) emit refused(wordsOf(begun.error()));
      });
}

void PhotoImport::act(void (Import::*what)()) {
  m_backend->work([host = m_host, what](EngineDriver&) { host->act(what); });
}

void PhotoImport::pause() { act(&Import::pause); }
void PhotoImport::resume() { act(&Import::resume); }
void PhotoImport::cancel() { act(&Import::cancel); }
void PhotoImport::retryDamaged() { act(&Import::retryDamaged); }

void PhotoImport::dismiss() {
  if (phase() != QLatin1String("done")) return;
  m_shown = false;
  emit changed();
}

}  // namespace foyer::qt
