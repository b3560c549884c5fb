// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record, as the server tells it.
#include <QDateTime>
#include <QJsonDocument>

#include "commands.hpp"

namespace foyer::cli {
namespace {

constexpr int kPage = 200;

struct Args {
  std::string collection, id, scope;
};

QString shown(const QJsonValue& value) {
  if (value.isNull() || value.isUndefined()) return QStringLiteral("nothing");
  if (value.isString()) return QStringLiteral("\"%1\"").arg(value.toString());
  return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
}

QString sentence(const QJsonObject& line) {
  const auto at = QDateTime::fromMSecsSinceEpoch(line["at"].toInteger()).toString(Qt::ISODate);
  QString who = line["name"].toString();
  if (who.isEmpty())
    who = line["account"].isNull() ? QStringLiteral("the server") : line["account"].toString();
  QString out = QStringLiteral("%1  %2 by %3").arg(at, line["what"].toString(), who);
  const QJsonObject changes = line["changes"].toObject();
  for (auto it = changes.begin(); it != changes.end(); ++it) {
    const QJsonObject change = it.value().toObject();
    out += QStringLiteral("\n    ") + it.key();
    if (change.contains(QStringLiteral("is")))
      out += QStringLiteral(": %1, was %2").arg(shown(change["is"]), shown(change["was"]));
  }
  return out;
}

int history(Client& c, const Args& args) {
  const schema::Collection& collection = c.collectionOf(args.collection);
  const auto id = Uuid::parse(args.id);
  if (!id) usage("\"" + args.id + "\" is no id.");
  const Uuid scope = args.scope.empty() ? c.find(args.id, args.collection).scope : c.scopeOf(args.scope);
  const QString path = QStringLiteral("/api/v1/scopes/%1/records/%2/%3/history?limit=%4")
                           .arg(QString::fromStdString(scope.str()),
                                QString::fromUtf8(collection.name.data()), QString::fromStdString(id->str()))
                           .arg(kPage);
  QJsonArray all;
  for (QString next;;) {
    const QJsonArray page = c.call("GET", path + next, {})["items"].toArray();
    for (const QJsonValue& line : page) all.append(line);
    if (page.size() < kPage) break;
    next = QStringLiteral("&before=%1").arg(page.last()["version"].toInteger());
  }
  if (c.out().json()) {
    c.out().list(all, {});
    return kOk;
  }
  for (const QJsonValue& line : all) c.out().line(sentence(line.toObject()));
  if (all.isEmpty()) c.out().line(QStringLiteral("Nothing in the last 90 days."));
  return kOk;
}

}  // namespace

void addHistoryCommand(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* command =
      app.add_subcommand("history", "What happened to a record: who changed which field, and when");
  command->add_option("collection", args->collection)->required();
  command->add_option("id", args->id)->required();
  command->add_option("--scope", args->scope, "Where it is, if this device no longer has it");
  command->callback([args, &action] { action = [args](Client& c) { return history(c, *args); }; });
}

}  // namespace foyer::cli
