// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "fields.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::string name;
  std::string scope = "project";
  std::string zone = "Europe/Paris";
  std::string assignment;
  std::vector<std::string> fields;
};

int write(Client& c, store::Edit edit, const std::vector<std::string>& fields) {
  auto patches = parseAssignments(*edit.collection, fields, {});
  if (!patches) fail(patches.error(), kUsage);
  edit.op = model::Op::create;
  edit.patches = std::move(*patches);
  const auto made = c.store().write(edit);
  if (!made) fail(made.error());
  c.print(*made);
  return kOk;
}

int create(Client& c, const Args& args) {
  store::Edit edit;
  edit.collection = &schema::collection("projects");
  edit.scope = edit.id = Uuid::v7(c.driver().clock().wallMs());
  std::vector<std::string> fields{"name=" + args.name, "created_by=" + c.driver().account().str(),
                                  "status=preparation", "time_zone=" + args.zone, "day_cut=04:00"};
  fields.insert(fields.end(), args.fields.begin(), args.fields.end());
  return write(c, std::move(edit), fields);
}

int assign(Client& c, const Args& args) {
  store::Edit edit;
  edit.collection = &schema::collection("assignments");
  edit.scope = c.scopeOf(args.scope);
  edit.id = Uuid::v7(c.driver().clock().wallMs());
  std::vector<std::string> fields{"name=" + args.name, "status=confirmed",
                                  "assigned_by=" + c.driver().account().str()};
  fields.insert(fields.end(), args.fields.begin(), args.fields.end());
  return write(c, std::move(edit), fields);
}

QString projectPath(Client& c, const Args& args) {
  return QStringLiteral("/api/v1/projects/") + QString::fromStdString(c.scopeOf(args.scope).str());
}

int kioskToken(Client& c, const Args& args) {
  const QJsonObject answer = c.call("POST", projectPath(c, args) + QStringLiteral("/kiosk-tokens"),
                                    {{"name", QString::fromStdString(args.name)}});
  c.out().say(answer, answer["token"].toString());
  return kOk;
}

int badge(Client& c, const Args& args) {
  const QJsonObject answer = c.call("POST", projectPath(c, args) + QStringLiteral("/badges"),
                                    {{"assignment", QString::fromStdString(args.assignment)}});
  c.out().say(answer, answer["badge"].toString());
  return kOk;
}

}  // namespace

void addProjectCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* project = app.add_subcommand("project", "Shoots: people, kiosks, badges");
  project->require_subcommand(1);
  const auto run = [args, &action](int (*what)(Client&, const Args&)) {
    return [args, &action, what] { action = [args, what](Client& c) { return what(c, *args); }; };
  };
  auto* creating = project->add_subcommand("create", "Make a shoot, also without a network");
  creating->add_option("name", args->name)->required();
  creating->add_option("fields", args->fields, "field=value …");
  creating->add_option("--time-zone", args->zone, "Where its days are counted");
  creating->callback(run(create));
  auto* assigning = project->add_subcommand("assign", "Put somebody on the shoot");
  assigning->add_option("name", args->name)->required();
  assigning->add_option("fields", args->fields, "field=value …");
  assigning->add_option("--scope", args->scope, "Which project, if there are several");
  assigning->callback(run(assign));
  auto* token =
      project->add_subcommand("kiosk-token", "A one-time token that enrols a kiosk at this shoot's gate");
  token->add_option("name", args->name, "Of the kiosk")->required();
  token->add_option("--scope", args->scope, "Which project, if there are several");
  token->callback(run(kioskToken));
  auto* badging = project->add_subcommand("badge", "The text of somebody's badge code");
  badging->add_option("assignment", args->assignment)->required();
  badging->add_option("--scope", args->scope, "Which project, if there are several");
  badging->callback(run(badge));
}

}  // namespace foyer::cli
