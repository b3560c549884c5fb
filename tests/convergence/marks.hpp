// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.hpp"
#include "server/db/scope_store.hpp"

namespace foyer::test {

class Device;

/// Marked values in a text: words of the form mk17.
std::set<std::string> marksIn(std::string_view text);
std::set<std::string> marksIn(const model::Record& record);
std::set<std::string> marksIn(const model::Mutation& m);

/// Remembers every marked value that a device said was saved, and whether anybody gave it up knowingly. What
/// nobody gave up must be somewhere at the end.
class Marks {
 public:
  struct Mark {
    Uuid scope;
    Uuid id;
    Uuid device;            ///< its author
    bool title = false;     ///< a register: its author's next value takes its place, seen or not
    bool given_up = false;  ///< replaced by somebody who saw it or by its own author, or discarded
  };

  std::string fresh() { return "mk" + std::to_string(++m_last); }
  void saved(const std::string& name, const Mark& mark) { m_marks[name] = mark; }
  void giveUp(const std::set<std::string>& names);
  /// Its author's earlier titles of the record.
  void giveUpTitles(const Uuid& device, const Uuid& id);
  /// Everything that this device wrote there; a nil record means the whole scope.
  void giveUpAll(const Uuid& device, const Uuid& scope, const Uuid& id);
  bool by(const std::string& name, const Uuid& device) const;
  std::size_t count() const { return m_marks.size(); }

  /// The first one that is neither live, nor in the trash, nor in an open conflict, nor in needs attention of
  /// a device; empty when there is none.
  std::string missing(server::ScopeStore& database, const std::vector<Uuid>& scopes,
                      const std::vector<Device*>& devices) const;

 private:
  std::map<std::string, Mark> m_marks;
  std::size_t m_last = 0;
};

}  // namespace foyer::test
