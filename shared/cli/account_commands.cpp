// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::string login;
  std::string name;
};

QJsonObject account(Client& c) {
  const auto& in = c.driver().auth().signIn();
  QJsonObject o{{"account", QString::fromStdString(c.driver().account().str())},
                {"device", QString::fromStdString(c.driver().identity().device.str())},
                {"signed_in", in.has_value()},
                {"key_kept_in", c.driver().keychain().where()}};
  if (in) {
    o.insert("login", in->login);
    o.insert("name", in->name);
    o.insert("server", c.driver().server().toString());
  }
  return o;
}

int signedIn(Client& c) {
  c.out().say(account(c), QStringLiteral("Signed in as %1.").arg(c.driver().auth().signIn()->login));
  return kOk;
}

}  // namespace

void addAccountCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* reg = app.add_subcommand("register", "Make an account; what was done here before belongs to it");
  reg->add_option("email", args->login)->required();
  reg->add_option("--name", args->name, "How others see you");
  reg->callback([args, &action] {
    action = [args](Client& c) {
      const QString password = askPassword("Password (at least 15 characters): ");
      c.finish([&](qt::AuthClient::Done done) {
        c.driver().auth().registerAccount(c.driver().account(), QString::fromStdString(args->login), password,
                                          QString::fromStdString(args->name), std::move(done));
      });
      return signedIn(c);
    };
  });

  auto* in = app.add_subcommand("sign-in", "Sign in with e-mail or code");
  in->add_option("login", args->login)->required();
  in->callback([args, &action] {
    action = [args](Client& c) {
      const QString password = askPassword("Password: ");
      c.finish([&](qt::AuthClient::Done done) {
        c.driver().auth().login(QString::fromStdString(args->login), password, std::move(done));
      });
      return signedIn(c);
    };
  });

  app.add_subcommand("sign-out", "Forget the sign-in; the data stays on this device")->callback([&action] {
    action = [](Client& c) {
      c.finish([&](qt::AuthClient::Done done) { c.driver().auth().logout(std::move(done)); });
      c.out().say({{"signed_in", false}}, QStringLiteral("Signed out."));
      return kOk;
    };
  });

  app.add_subcommand("account", "Who is signed in here")->callback([&action] {
    action = [](Client& c) {
      const QJsonObject o = account(c);
      c.out().say(o, o["signed_in"].toBool()
                         ? QStringLiteral("%1 at %2").arg(o["login"].toString(), o["server"].toString())
                         : QStringLiteral("Nobody is signed in here."));
      return kOk;
    };
  });
}

}  // namespace foyer::cli
