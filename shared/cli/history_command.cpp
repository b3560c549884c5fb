// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record: what this device wrote and the server has not taken, then as the server tells
// it.
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

/// What waits here, newest first; needs no server.
QJsonArray unsent(Client& c, const schema::Collection& collection, const Uuid& scope, const Uuid& id) {
  QJsonArray all;
  for (const store::UnsentItem& item : c.store().unsentOf(collection, scope, id)) {
    QJsonObject line{{"what", QString::fromUtf8(model::name(item.mutation.op).data())},
                     {"at", qint64(item.mutation.stamp.ms())},
                     {"here_only", true},
                     {"state", item.state == store::Pending::held   ? QStringLiteral("held")
                               : item.behind                        ? QStringLiteral("behind")
                               : item.state == store::Pending::sent ? QStringLiteral("sent")
                                                                    : QStringLiteral("queued")}};
    if (item.state == store::Pending::held) line.insert("reason", toJson(item.reason));
    if (item.behind) line.insert("behind", toJson(*item.behind));
    QJsonObject changes;
    for (const model::FieldPatch& patch : item.mutation.patches) {
      const bool set = patch.field->merge == schema::Merge::set;
      changes.insert(
          QString::fromUtf8(patch.field->name.data(), qsizetype(patch.field->name.size())),
          QJsonObject{{"is", toJson(*patch.field, set ? model::Value(patch.added) : patch.value)}});
    }
    line.insert("changes", changes);
    all.prepend(line);
  }
  return all;
}

QString unsentSentence(const QJsonObject& line) {
  const QString state = line["state"].toString();
  QString out = QStringLiteral("%1  %2 here, ")
                    .arg(QDateTime::fromMSecsSinceEpoch(line["at"].toInteger()).toString(Qt::ISODate),
                         line["what"].toString());
  if (state == QLatin1String("held")) {
    out += QStringLiteral("not accepted: ") + line["reason"]["message"].toString();
  } else if (state == QLatin1String("behind")) {
    out += QStringLiteral("waits for %1 %2, which was not accepted: %3")
               .arg(line["behind"]["collection"].toString(), line["behind"]["id"].toString(),
                    line["behind"]["reason"]["message"].toString());
  } else {
    out += QStringLiteral("not answered by the server yet");
  }
  const QJsonObject changes = line["changes"].toObject();
  for (auto it = changes.begin(); it != changes.end(); ++it)
    out += QStringLiteral("\n    %1: %2").arg(it.key(), shown(it.value().toObject()["is"]));
  return out;
}

/// The server's journal into `all`. Returns the exit status; without a sign-in there is nothing to ask for.
int askServer(Client& c, const QString& path, QJsonArray& all) {
  if (!c.driver().auth().signIn()) return kOk;
  try {
    for (QString next;;) {
      const QJsonArray page = c.call("GET", path + next, {})["items"].toArray();
      for (const QJsonValue& line : page) all.append(line);
      if (page.size() < kPage) return kOk;
      next = QStringLiteral("&before=%1").arg(page.last()["version"].toInteger());
    }
  } catch (const Failure& failure) {
    // A record that only this device has, so far, has no journal.
    if (failure.error.code == Code::notFound && !all.isEmpty()) return kOk;
    if (failure.status != kOffline) throw;
    c.out().error(failure.error);
    return kOffline;
  }
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
  QJsonArray all = unsent(c, collection, scope, *id);
  const int status = askServer(c, path, all);
  if (c.out().json()) {
    c.out().list(all, {});
    return status;
  }
  for (const QJsonValue& line : all) {
    const QJsonObject one = line.toObject();
    c.out().line(one.contains(QStringLiteral("here_only")) ? unsentSentence(one) : sentence(one));
  }
  if (all.isEmpty() && status == kOk) c.out().line(QStringLiteral("Nothing in the last 90 days."));
  return status;
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
