// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <optional>
#include <set>

#include "commands.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

/// Rows read again in one transaction.
constexpr std::int64_t kVerifyRows = 20'000;

QString summary(const sync::Status& status) {
  QStringList lines{QStringLiteral("%1: %2 waiting, %3 need attention")
                        .arg(QString::fromUtf8(sync::name(status.state).data()))
                        .arg(status.queued)
                        .arg(status.held)};
  if (status.why && !status.connected) lines << QString::fromStdString(status.why->message);
  for (const auto& s : status.scopes) {
    lines << QStringLiteral("  %1 %2  %3  version %4 of %5, %6 waiting")
                 .arg(QString::fromStdString(s.scope.str()),
                      QString::fromUtf8(schema::scopeName(s.kind).data()),
                      QString::fromUtf8(sync::name(s.state).data()))
                 .arg(s.cursor)
                 .arg(s.head)
                 .arg(s.queued);
    if (s.why) lines << QStringLiteral("    ") + QString::fromStdString(s.why->message);
  }
  return lines.join(u'\n');
}

int finished(Client& c, int status) {
  c.driver().countConflicts();
  const auto& now = c.driver().engine().status();
  c.out().say(toJson(now), summary(now));
  return status;
}

bool allAnswered(const sync::Status& status) { return status.connected && status.queued == 0; }

bool allPulled(const sync::Engine& engine) {
  const auto& status = engine.status();
  return status.connected && !status.scopes.empty() &&
         std::all_of(status.scopes.begin(), status.scopes.end(), [](const auto& s) {
           return !s.confirmed ||
                  (s.state != sync::State::sync && s.state != sync::State::wait && s.cursor >= s.head);
         });
}

int scopes(Client& c) {
  QJsonArray items;
  for (const auto& info : c.store().scopes())
    items.append(QJsonObject{{"scope", QString::fromStdString(info.scope.str())},
                             {"kind", QString::fromUtf8(schema::scopeName(info.kind).data())},
                             {"role", QString::fromStdString(info.role)},
                             {"confirmed", info.confirmed},
                             {"version", qint64(info.cursor)}});
  c.out().list(items, QStringLiteral("No scopes yet."));
  return kOk;
}

/// Follows until the process is ended or the time is over, printing each row that changes.
int live(Client& c, int seconds) {
  c.needSignIn();
  QEventLoop loop;
  QObject::connect(&c.driver(), &qt::EngineDriver::rowsChanged, &loop,
                   [&c](const std::vector<store::Change>& rows) {
                     for (const auto& row : rows)
                       if (const auto record = c.store().get(*row.collection, row.scope, row.id))
                         c.print(*record);
                   });
  std::optional<sync::State> last;
  QObject::connect(&c.driver(), &qt::EngineDriver::statusChanged, &loop,
                   [&c, &last](const sync::Status& now) {
                     const bool same = last && *last == now.state;
                     last = now.state;
                     if (same && !c.out().json()) return;  // people see states, programs all that changes
                     const QString name = QString::fromUtf8(sync::name(now.state).data());
                     c.out().say(toJson(now), QStringLiteral("— %1").arg(name));
                   });
  QObject::connect(&c.driver(), &qt::EngineDriver::signedOut, &loop, &QEventLoop::quit);
  if (seconds > 0) QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
  c.driver().start();
  loop.exec();
  return c.driver().auth().signIn() ? kOk : kError;
}

/// Reads every row again; what was changed behind the store's back is compared with the server and repaired.
int verify(Client& c) {
  std::int64_t rows = 0;
  std::int64_t changed = 0;
  std::set<Uuid> scopes;
  for (bool round = false; !round;) {
    const auto slice = c.store().scrub(kVerifyRows);
    rows += slice.rows;
    changed += slice.changed;
    scopes.insert(slice.scopes.begin(), slice.scopes.end());
    round = slice.round;
  }
  const bool online = c.driver().auth().signIn().has_value();
  const int status = online ? c.syncUntil([&c] { return c.driver().engine().settled(); }) : kOk;
  QJsonArray damaged;
  for (const Uuid& scope : scopes) damaged.append(QString::fromStdString(scope.str()));
  const QString what = scopes.empty() ? QStringLiteral("all as it was written")
                       : online && status == kOk
                           ? QStringLiteral("%1 changed behind the store's back, repaired").arg(changed)
                           : QStringLiteral("%1 changed behind the store's back").arg(changed);
  c.out().say({{"rows", qint64(rows)},
               {"changed", qint64(changed)},
               {"scopes", damaged},
               {"verified", online && status == kOk}},
              QStringLiteral("%1 rows read, %2").arg(rows).arg(what));
  return status;
}

}  // namespace

void addSyncCommands(CLI::App& app, Action& action) {
  app.add_subcommand("scopes", "The scopes on this device")->callback([&action] { action = scopes; });
  app.add_subcommand("push", "Send what waits, until the server has answered for all of it")
      ->callback([&action] {
        action = [](Client& c) {
          return finished(c, c.syncUntil([&c] { return allAnswered(c.driver().engine().status()); }));
        };
      });
  app.add_subcommand("pull", "Fetch what is new, until every scope is complete")->callback([&action] {
    action = [](Client& c) {
      return finished(c, c.syncUntil([&c] { return allPulled(c.driver().engine()); }));
    };
  });
  app.add_subcommand("sync", "Send and fetch until all is answered and every digest matches")
      ->callback([&action] {
        action = [](Client& c) {
          return finished(c, c.syncUntil([&c] { return c.driver().engine().settled(); }));
        };
      });
  app.add_subcommand("verify", "Read every row again, compare with the server, repair what differs")
      ->callback([&action] { action = verify; });
  auto seconds = std::make_shared<int>(0);
  auto* following = app.add_subcommand("live", "Stay connected and print every change");
  following->add_option("--for", *seconds, "Seconds; without it until the process is ended");
  following->callback([seconds, &action] { action = [seconds](Client& c) { return live(c, *seconds); }; });
}

}  // namespace foyer::cli
