// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "options.hpp"
#include "server/app/application.hpp"
#include "server/app/command.hpp"
#include "server/ops/log.hpp"

namespace foyer::server::app {
namespace {

// Ten thousand idle connections need more descriptors than a shell gives by default.
void raiseDescriptorLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int waitForStopSignal() {
  sigset_t wanted;
  ::sigemptyset(&wanted);
  ::sigaddset(&wanted, SIGTERM);
  ::sigaddset(&wanted, SIGINT);
  int number = 0;
  ::sigwait(&wanted, &number);
  return number;
}

// Before any thread exists, so that all inherit it.
void blockStopSignals() {
  sigset_t blocked;
  ::sigemptyset(&blocked);
  ::sigaddset(&blocked, SIGTERM);
  ::sigaddset(&blocked, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
}

int serve(const SettingsFlags& flags) {
  const auto config = flags.load();
  if (!config) {
    std::cerr << "foyer-server: " << config.error().message << "\n";
    return 2;
  }
  blockStopSignals();
  raiseDescriptorLimit();
  startLogFrom(*config);
  auto application = Application::start(*config);
  if (!application) {
    std::cerr << "foyer-server: " << application.error().message << "\n";
    return 1;
  }
  const int port = (*application)->port();
  ops::logInfo("listening", {{"port", port}, {"version", version()}});
  std::cout << "listening on port " << port << std::endl;
  const int number = waitForStopSignal();
  ops::logInfo("stopping", {{"signal", number}});
  (*application)->stop();
  ops::logInfo("stopped");
  return 0;
}

}  // namespace

void addServe(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand("serve", "Runs the server until SIGTERM or SIGINT.");
  auto flags = std::make_shared<SettingsFlags>();
  flags->addTo(*command);
  command->callback([flags, &chosen] { chosen = [flags] { return serve(*flags); }; });
}

}  // namespace foyer::server::app
