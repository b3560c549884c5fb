// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/families.hpp"

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"

namespace foyer::qt {

Families::Families(Backend* backend, QObject* parent) : QObject(parent), m_backend(backend) {}
Families* Families::create(QQmlEngine* engine, QJSEngine*) { return new Families(Backend::of(engine)); }

void Families::call(const QByteArray& method, const QString& path, const QJsonObject& body,
                    std::function<void(const QJsonObject&)> done) {
  ++m_calls;
  emit busyChanged();
  m_backend->call(
      this,
      [method, path, body](EngineDriver& driver, Backend::Answered answered) {
        driver.auth().call(method, path, body,
                           [&driver, answered = std::move(answered)](Result<QJsonObject> answer) {
                             driver.tryNow();  // memberships may have changed: look at once
                             answered(std::move(answer));
                           });
      },
      [this, done = std::move(done)](const Result<QJsonObject>& answer) {
        --m_calls;
        emit busyChanged();
        if (answer.ok())
          done(*answer);
        else
          emit refused(qstring(info(answer.error().code).name), qstring(answer.error().field),
                       wordsOf(answer.error()));
      });
}

void Families::invite(const QString& scope, const QString& email, const QString& role) {
  call("POST", QStringLiteral("/api/v1/families/%1/invitations").arg(scope),
       {{"email", email}, {"role", role}},
       [this](const QJsonObject& answer) { emit invited(answer.value(QStringLiteral("token")).toString()); });
}

void Families::accept(const QString& token) {
  call("POST", QStringLiteral("/api/v1/invitations/accept"), {{"token", token.trimmed()}},
       [this](const QJsonObject& answer) { emit joined(answer.value(QStringLiteral("scope")).toString()); });
}

void Families::decline(const QString& token) {
  call("POST", QStringLiteral("/api/v1/invitations/decline"), {{"token", token.trimmed()}},
       [](const QJsonObject&) {});
}

void Families::leave(const QString& scope) {
  call("POST", QStringLiteral("/api/v1/families/%1/leave").arg(scope), {},
       [this, scope](const QJsonObject&) { emit left(scope); });
}

void Families::removeMember(const QString& scope, const QString& account) {
  call("DELETE", QStringLiteral("/api/v1/families/%1/members/%2").arg(scope, account), {},
       [](const QJsonObject&) {});
}

}  // namespace foyer::qt
