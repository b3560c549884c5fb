// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/command.hpp"

int main(int argc, char** argv) { return foyer::server::app::run(argc, argv); }
