// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/session.hpp"

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"

namespace foyer::qt {

Session::Session(Backend* backend, QObject* parent) : QObject(parent), m_backend(backend) {
  connect(backend, &Backend::identityChanged, this, &Session::changed);
}

Session* Session::create(QQmlEngine* engine, QJSEngine*) { return new Session(Backend::of(engine)); }

bool Session::signedIn() const { return m_backend->identity().signedIn; }
QString Session::account() const { return qstring(m_backend->identity().account); }
QString Session::email() const { return m_backend->identity().login; }
QString Session::displayName() const { return m_backend->identity().name; }
QString Session::serverUrl() const { return m_backend->identity().server.toString(); }
int Session::adopted() const { return m_backend->identity().adopted; }
QString Session::errorCode() const { return m_error ? qstring(info(m_error->code).name) : QString(); }
QString Session::errorField() const { return m_error ? qstring(m_error->field) : QString(); }
QString Session::errorText() const { return m_error ? wordsOf(*m_error) : QString(); }

void Session::begin() {
  m_busy = true;
  m_error.reset();
  emit busyChanged();
  emit errorChanged();
}

void Session::finish(const Result<QJsonObject>& answer) {
  m_busy = false;
  if (!answer.ok()) m_error = answer.error();
  emit busyChanged();
  emit errorChanged();
  if (m_error)
    emit refused(errorCode(), errorField(), errorText());
  else
    emit signedInNow();
}

void Session::signUp(const QString& email, const QString& password, const QString& name) {
  begin();
  m_backend->call(
      this,
      [email, password, name](EngineDriver& driver, Backend::Answered answered) {
        driver.auth().registerAccount(driver.account(), email, password, name, std::move(answered));
      },
      [this](const Result<QJsonObject>& answer) { finish(answer); });
}

void Session::signIn(const QString& login, const QString& password) {
  begin();
  m_backend->call(
      this,
      [login, password](EngineDriver& driver, Backend::Answered answered) {
        driver.auth().login(login, password, std::move(answered));
      },
      [this](const Result<QJsonObject>& answer) { finish(answer); });
}

void Session::signOut() {
  m_backend->work([](EngineDriver& driver) { driver.auth().logout([](const Result<QJsonObject>&) {}); });
}

}  // namespace foyer::qt
