// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Inputs that break the protocol, kept apart from the test program because moc can't read such literals.
namespace foyer::test {

struct BadMessage {
  const char* name;
  std::string input;
  const char* field;  ///< path of the culprit
};
struct BadItem {
  const char* name;
  std::string second;  ///< a push's second mutation, from after its seq
  const char* code;
  const char* field;
};
struct BadPage {
  const char* name;
  std::string lines;  ///< after the header line
};

std::vector<BadMessage> badMessages();
std::vector<BadItem> badItems();
std::vector<BadPage> badPages();

/// A push with one good mutation and one more.
std::string push(const std::string& second);
/// The rest of an edit of a photo.
std::string edit(const std::string& rest);
std::string page(const std::string& lines);
/// The lines of a good page.
std::string goodPage();

}  // namespace foyer::test
