// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "device.hpp"
#include "random_record.hpp"

namespace foyer::test {

/// The person at a device: random edits, among them marked values that can be found again. Remembers which
/// marked values somebody replaced after having seen them; any other must be there at the end.
class Writer {
 public:
  explicit Writer(std::uint64_t seed) : m_random(seed) {}

  /// One thing a person does on this device: make, change, delete or bring back a record.
  void act(Device& device);
  /// Makes a family on the device; it becomes a scope once the server has taken it.
  void foundFamily(Device& device);

  /// What happened to each marked value: all that must be found, and where to look for it.
  struct Mark {
    Uuid scope;
    Uuid id;
    Uuid device;            ///< its author
    bool title = false;     ///< a register: its author's next value takes its place, seen or not
    bool replaced = false;  ///< by somebody who saw it, or by its own author
  };
  const std::map<std::string, Mark>& marks() const { return m_marks; }
  std::size_t written() const { return m_written; }

 private:
  struct Draft {
    store::Edit edit;
    std::set<std::string> made;      ///< marked values that come into being when it is saved
    std::string title;               ///< the one of them that is the title
    std::set<std::string> replaces;  ///< marked values that were on the screen and won't be any more
  };
  std::string mark(Draft& draft);
  void photo(Device& device, const Uuid& scope);
  void newPhoto(Device& device, const Uuid& scope, const std::string& hash, const model::Record* trashed);
  Draft photoChange(Device& device, const model::Record& shown);
  void anything(Device& device, const Uuid& scope);
  bool save(Device& device, Draft draft);
  void write(Device& device, const model::Mutation& change);

  RandomRecords m_random;
  std::map<std::string, Mark> m_marks;
  std::map<std::pair<Uuid, std::string>, std::vector<Uuid>>
      m_ids;                       ///< made anywhere, by scope and collection
  std::map<Uuid, Draft> m_drafts;  ///< by device: begun, not saved yet
  std::size_t m_written = 0;
  std::size_t m_lastMark = 0;
};

/// Marked values in a text: words of the form mk17.
std::set<std::string> marksIn(std::string_view text);

}  // namespace foyer::test
