// SPDX-License-Identifier: GPL-3.0-or-later
// How sync stands: per scope what waits up and down, why, what was verified, what happens next.
#include <QDateTime>
#include <algorithm>
#include <map>

#include "commands.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

/// As long as somebody who asks for the state likes to wait for the server.
constexpr int kConnectSeconds = 5;
/// Held changes told of each scope; `attention list` has them all.
constexpr std::size_t kHeldTold = 20;

using HeldByScope = std::map<Uuid, std::vector<store::HeldItem>>;

QString str(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString moment(std::int64_t ms) {
  return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString progressLine(const sync::ScopeStatus& s) {
  QString line = QStringLiteral("first sync: %1 of about %2 rows").arg(s.rowsLoaded).arg(s.rowsExpected);
  if (s.secondsLeft > 0) line += QStringLiteral(", about %1 s left").arg(s.secondsLeft);
  return line;
}

QStringList linesOf(const sync::ScopeStatus& s, const std::vector<store::HeldItem>& held) {
  const std::int64_t behind = behindOf(s);
  QStringList lines{QStringLiteral("  %1 %2  %3: %4 to send, %5 to receive, %6 held, %7 conflicts")
                        .arg(str(s.scope.str()), str(schema::scopeName(s.kind)), str(sync::name(s.state)))
                        .arg(s.queued)
                        .arg(behind < 0 ? QStringLiteral("unknown") : QString::number(behind))
                        .arg(s.held)
                        .arg(s.forks)};
  lines << (s.verifiedMs > 0 ? QStringLiteral("    verified at version %1 of %2 (%3)")
                                   .arg(s.verifiedVersion)
                                   .arg(std::max(s.head, s.cursor))
                                   .arg(moment(s.verifiedMs))
                             : QStringLiteral("    never verified; version %1 is here").arg(s.cursor));
  if (s.rowsExpected > 0) lines << QStringLiteral("    ") + progressLine(s);
  if (s.why) lines << QStringLiteral("    why: ") + str(s.why->message);
  if (s.nextTryMs > 0) lines << QStringLiteral("    next try: ") + moment(s.nextTryMs);
  for (const store::HeldItem& item : held)
    lines << QStringLiteral("    held: %1 %2: %3 (%4 wait behind it)")
                 .arg(str(item.mutation.collection->name), str(item.mutation.id.str()),
                      str(item.reason.message))
                 .arg(item.waitingBehind);
  return lines;
}

QString words(const sync::Status& status, const HeldByScope& held) {
  QStringList lines{QStringLiteral("%1: %2 waiting, %3 need attention")
                        .arg(str(sync::name(status.state)))
                        .arg(status.queued)
                        .arg(status.held)};
  if (status.why) lines << QStringLiteral("why: ") + str(status.why->message);
  if (status.nextTryMs > 0) lines << QStringLiteral("next try: ") + moment(status.nextTryMs);
  for (const auto& s : status.scopes) {
    const auto items = held.find(s.scope);
    lines << linesOf(s, items == held.end() ? std::vector<store::HeldItem>{} : items->second);
  }
  return lines.join(u'\n');
}

QJsonObject json(const sync::Status& status, const HeldByScope& held) {
  QJsonObject all = toJson(status);
  QJsonArray scopes;
  for (const auto& s : status.scopes) {
    QJsonObject one = toJson(s);
    QJsonArray items;
    if (const auto found = held.find(s.scope); found != held.end())
      for (const store::HeldItem& item : found->second) items.append(toJson(item));
    if (!items.isEmpty()) one.insert(QStringLiteral("held_items"), items);
    scopes.append(one);
  }
  all.insert(QStringLiteral("scopes"), scopes);
  return all;
}

/// The first attempt to connect is over, well or badly, and nothing is on its way.
bool known(const sync::Engine& engine) {
  const sync::Status& now = engine.status();
  if (!now.connected) return now.nextTryMs > 0;
  return engine.settled() ||
         std::any_of(now.scopes.begin(), now.scopes.end(), [](const auto& s) { return s.nextTryMs > 0; });
}

int status(Client& c, bool offline) {
  const bool signedIn = c.driver().auth().signIn().has_value();
  const bool paused = c.store().setting("paused") == "1";
  if (signedIn && !paused && !offline) {
    c.driver().start();
    c.waitFor([&c] { return known(c.driver().engine()) || !c.driver().auth().signIn(); },
              std::min(kConnectSeconds, c.timeoutSeconds()));
  }
  c.driver().countConflicts();
  sync::Status now = c.driver().engine().status();
  if (!c.driver().auth().signIn())
    now.why = Error{Code::unauthenticated, {}, "Nobody is signed in here: everything stays on this device."};
  else if (paused)
    now.why = Error{Code::unreachable, {}, "This device works offline until its owner says otherwise."};
  HeldByScope held;
  for (store::HeldItem& item : c.store().heldItems()) {
    auto& items = held[item.mutation.scope];
    if (items.size() < kHeldTold) items.push_back(std::move(item));
  }
  c.out().say(json(now, held), words(now, held));
  return now.held > 0 ? kHeld : kOk;
}

}  // namespace

void addStatusCommand(CLI::App& app, Action& action) {
  auto offline = std::make_shared<bool>(false);
  auto* command = app.add_subcommand("status", "What waits, why, and what happens next");
  command->add_flag("--offline", *offline, "Only what is stored here: don't connect");
  command->callback([offline, &action] { action = [offline](Client& c) { return status(c, *offline); }; });
}

}  // namespace foyer::cli
