// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "device.hpp"
#include "marks.hpp"
#include "random_record.hpp"

namespace foyer::test {

/// The person at a device: random edits, among them marked values that can be found again.
class Writer {
 public:
  /// `refusals`: now and then they write a word that the server doesn't accept.
  Writer(std::uint64_t seed, Marks& marks, bool refusals)
      : m_random(seed), m_words(seed ^ 0x5bd1e995u), m_marks(marks), m_refusals(refusals) {}

  /// One thing a person does on this device: make, change, delete or bring back a record.
  void act(Device& device);
  /// A marked value in a record that is no picture.
  void word(Device& device);
  /// Makes a family or a project on the device; it becomes a scope once the server has taken it.
  void found(Device& device, std::string_view head);
  /// Corrects, retries or discards something in needs attention.
  void attend(Device& device);
  /// Chooses between two versions of something, of those that `cards` names.
  void choose(Device& device, const Uuid& scope, const std::vector<Uuid>& cards);
  std::size_t written() const { return m_written; }

 private:
  struct Draft {
    store::Edit edit;
    std::set<std::string> made;      ///< marked values that come into being when it is saved
    std::string title;               ///< the one of them that is the title
    std::set<std::string> replaces;  ///< marked values that were on the screen and won't be any more
  };
  std::string mark(Draft& draft);
  model::Value titleOf(Draft& draft);
  void photo(Device& device, const Uuid& scope);
  void newPhoto(Device& device, const Uuid& scope, const std::string& hash, const model::Record* trashed);
  Draft photoChange(Device& device, const model::Record& shown);
  void changeText(Draft& draft, const model::Record& shown, const schema::Field& field,
                  RandomRecords& random);
  void changeTags(Draft& draft, const model::Record& shown);
  void anything(Device& device, const Uuid& scope);
  bool save(Device& device, Draft draft);
  void write(Device& device, const model::Mutation& change);
  void noteReplaced(Device& device, const store::Edit& edit, const model::Record& before, bool saved);
  /// The register of a collection that has marked values; "" when none has.
  static std::string_view titleField(const schema::Collection& collection);
  bool store(Device& device, const std::vector<store::Edit>& edits);

  RandomRecords m_random;
  RandomRecords m_words;  ///< for what word() does
  Marks& m_marks;
  bool m_refusals;
  std::map<std::pair<Uuid, std::string>, std::vector<Uuid>>
      m_ids;                       ///< made anywhere, by scope and collection
  std::map<Uuid, Draft> m_drafts;  ///< by device: begun, not saved yet
  std::size_t m_written = 0;
};

}  // namespace foyer::test
