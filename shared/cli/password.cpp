// SPDX-License-Identifier: GPL-3.0-or-later
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

#include "client.hpp"

namespace foyer::cli {

QString askPassword(const char* prompt) {
  if (qEnvironmentVariableIsSet("FOYER_PASSWORD")) return qEnvironmentVariable("FOYER_PASSWORD");
  std::string line;
  if (!isatty(STDIN_FILENO)) {
    if (!std::getline(std::cin, line)) usage("Give the password on standard input or in FOYER_PASSWORD.");
    return QString::fromStdString(line);
  }
  std::fputs(prompt, stderr);
  termios before{};
  tcgetattr(STDIN_FILENO, &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::getline(std::cin, line);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::fputc('\n', stderr);
  return QString::fromStdString(line);
}

}  // namespace foyer::cli
