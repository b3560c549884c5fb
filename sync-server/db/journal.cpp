// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/journal.hpp"

#include <boost/json.hpp>
#include <set>

#include "protocol/codec.hpp"

namespace foyer::server {
namespace {

/// Longer values are not copied into the journal: a text that grows would be kept once per edit.
constexpr std::size_t kLongest = 2'000;

bool kept(schema::Scope kind, const schema::Collection& collection) {
  return kind != schema::Scope::catalog && !collection.facts && collection.name != "conflicts";
}

std::string written(const schema::Field& field, const model::Value& value) {
  std::string out;
  protocol::appendValue(out, field, value);
  return out;
}

void appendChange(std::string& out, const schema::Field& field, const model::Value& was,
                  const model::Value& is) {
  out += out.size() > 1 ? ",\"" : "\"";
  out += field.name;
  out += "\":";
  if (field.sensitivity != schema::Sensitivity::plain) {
    out += "{}";
    return;
  }
  const std::string before = written(field, was);
  const std::string after = written(field, is);
  if (before.size() > kLongest || after.size() > kLongest) {
    out += "{\"long\":true}";
    return;
  }
  out += "{\"was\":" + before + ",\"is\":" + after + "}";
}

std::string changesOf(const model::Record& before, const model::Record& after) {
  std::string out = "{";
  for (std::size_t i = 0; i < after.fields.size(); ++i) {
    if (before.fields[i] == after.fields[i]) continue;
    appendChange(out, after.collection->fields[i], before.fields[i], after.fields[i]);
  }
  return out += "}";
}

}  // namespace

std::string_view journalName(JournalEntry::What what) {
  switch (what) {
    case JournalEntry::What::created:
      return "created";
    case JournalEntry::What::edited:
      return "edited";
    case JournalEntry::What::deleted:
      return "deleted";
    case JournalEntry::What::restored:
      return "restored";
  }
  return "edited";
}

std::optional<JournalEntry> journalOf(schema::Scope kind, const model::Record* before,
                                      const model::Record& after) {
  using model::State;
  using What = JournalEntry::What;
  if (!kept(kind, *after.collection) || after.state == State::tombstone) return std::nullopt;
  JournalEntry entry;
  entry.record = {after.collection, after.id};
  entry.version = after.version;
  if (!before || before->state == State::tombstone) {
    entry.what = What::created;
    return entry;
  }
  entry.changes = changesOf(*before, after);
  if (before->state == State::live && after.state == State::trashed) entry.what = What::deleted;
  if (before->state == State::trashed && after.state == State::live) entry.what = What::restored;
  if (entry.what == What::edited && entry.changes == "{}") return std::nullopt;
  return entry;
}

std::vector<const JournalEntry*> blankValues(std::vector<JournalEntry>& lines, const Uuid& account) {
  namespace json = boost::json;
  std::set<std::string, std::less<>> written;
  bool madeIt = false;
  for (const JournalEntry& line : lines) {
    if (line.account != account) continue;
    madeIt = madeIt || line.what == JournalEntry::What::created;
    const json::value changes = json::parse(line.changes);
    for (const auto& field : changes.as_object()) written.emplace(field.key());
  }
  std::vector<const JournalEntry*> blanked;
  for (JournalEntry& line : lines) {
    json::value changes = json::parse(line.changes);
    for (auto& field : changes.as_object()) {
      const bool hers = madeIt || line.account == account || written.contains(std::string_view(field.key()));
      if (hers) field.value() = json::object();
    }
    std::string text = json::serialize(changes);
    if (text == line.changes) continue;
    line.changes = std::move(text);
    blanked.push_back(&line);
  }
  return blanked;
}

}  // namespace foyer::server
