// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

std::vector<Uuid> chosen(Client& c, const std::string& scope) {
  if (!scope.empty()) return {c.scopeOf(scope)};
  std::vector<Uuid> all;
  for (const auto& info : c.store().scopes())
    if (info.confirmed) all.push_back(info.scope);
  return all;
}

}  // namespace

void addExportCommands(CLI::App& app, Action& action) {
  auto scope = std::make_shared<std::string>();
  auto* exporting = app.add_subcommand(
      "export", "Canonical form of what the server and this device agree on, a line per record");
  exporting->add_option("scope", *scope, "An id or a kind; all without it");
  exporting->callback([scope, &action] {
    action = [scope](Client& c) {
      for (const Uuid& id : chosen(c, *scope))
        c.store().exportScope(id, [&c](std::string_view line) {
          c.out().line(QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())));
        });
      return kOk;
    };
  });
  auto* digest =
      app.add_subcommand("digest", "Digest of each scope, to compare with the server and other devices");
  digest->add_option("scope", *scope, "An id or a kind; all without it");
  digest->callback([scope, &action] {
    action = [scope](Client& c) {
      QJsonArray items;
      for (const Uuid& id : chosen(c, *scope)) {
        const auto info = c.store().scope(id);
        items.append(QJsonObject{{"scope", QString::fromStdString(id.str())},
                                 {"kind", QString::fromUtf8(schema::scopeName(info->kind).data())},
                                 {"version", qint64(info->cursor)},
                                 {"epoch", qint64(info->epoch)},
                                 {"digest", QString::fromStdString(info->digest.hex())},
                                 {"verified", qint64(info->verifiedMs)}});
      }
      c.out().list(items, QStringLiteral("No scopes yet."));
      return kOk;
    };
  });
}

}  // namespace foyer::cli
