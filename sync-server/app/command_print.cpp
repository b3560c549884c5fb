// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that print what is derived from declarations.
#include <CLI/CLI.hpp>
#include <iostream>

#include "endpoints.hpp"
#include "server/app/command.hpp"

namespace foyer::server::app {

void addOpenApi(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand("openapi", "Prints the OpenAPI document of the endpoint table.");
  command->callback([&chosen] {
    chosen = [] {
      http::Router router;
      const ReadyChecks none;
      addEndpoints(router, Services{}, none);
      std::cout << http::openApi(router, version()) << "\n";
      return 0;
    };
  });
}

void addConfigReference(CLI::App& root, Chosen& chosen) {
  auto* command =
      root.add_subcommand("config-reference", "Prints the reference of all settings as markdown.");
  command->callback([&chosen] {
    chosen = [] {
      std::cout << config::reference();
      return 0;
    };
  });
}

}  // namespace foyer::server::app
