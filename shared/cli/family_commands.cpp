// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::string name;
  std::string scope = "family";
  std::string email;
  std::string role = "member";
  std::string token;
};

/// Made here, with or without a network; it becomes a scope for others when the server has taken it.
int create(Client& c, const Args& args) {
  store::Edit edit;
  edit.collection = &schema::collection("families");
  edit.scope = edit.id = Uuid::v7(c.driver().clock().wallMs());
  edit.op = model::Op::create;
  model::FieldPatch name;
  name.field = edit.collection->find("name");
  name.value = args.name;
  model::FieldPatch by;
  by.field = edit.collection->find("created_by");
  by.value = c.driver().account();
  edit.patches = {name, by};
  const auto made = c.store().write(edit);
  if (!made) fail(made.error());
  c.print(*made);
  return kOk;
}

QString scopePath(Client& c, const Args& args) {
  return QStringLiteral("/api/v1/families/") + QString::fromStdString(c.scopeOf(args.scope).str());
}

int invite(Client& c, const Args& args) {
  const QJsonObject answer =
      c.call("POST", scopePath(c, args) + QStringLiteral("/invitations"),
             {{"email", QString::fromStdString(args.email)}, {"role", QString::fromStdString(args.role)}});
  c.out().say(answer, answer["token"].toString());
  return kOk;
}

int accept(Client& c, const Args& args) {
  c.out().say(c.call("POST", QStringLiteral("/api/v1/invitations/accept"),
                     {{"token", QString::fromStdString(args.token)}}),
              QStringLiteral("Welcome to the family; sync brings its records."));
  return kOk;
}

int leave(Client& c, const Args& args) {
  c.out().say(c.call("POST", scopePath(c, args) + QStringLiteral("/leave"), {}),
              QStringLiteral("You have left; the next sync removes its records here."));
  return kOk;
}

}  // namespace

void addFamilyCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* family = app.add_subcommand("family", "Share lists with others");
  family->require_subcommand(1);
  const auto run = [args, &action](int (*what)(Client&, const Args&)) {
    return [args, &action, what] { action = [args, what](Client& c) { return what(c, *args); }; };
  };
  auto* creating = family->add_subcommand("create", "Make a family, also without a network");
  creating->add_option("name", args->name)->required();
  creating->callback(run(create));
  auto* inviting = family->add_subcommand("invite", "Ask somebody in; prints the token to hand over");
  inviting->add_option("email", args->email)->required();
  inviting->add_option("--role", args->role)->check(CLI::IsMember({"admin", "member", "child"}));
  inviting->add_option("--scope", args->scope, "Which family, if there are several");
  inviting->callback(run(invite));
  auto* accepting = family->add_subcommand("accept", "Join with the token of an invitation");
  accepting->add_option("token", args->token)->required();
  accepting->callback(run(accept));
  auto* leaving = family->add_subcommand("leave", "Leave a family");
  leaving->add_option("--scope", args->scope, "Which family, if there are several");
  leaving->callback(run(leave));
}

}  // namespace foyer::cli
