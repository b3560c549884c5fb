// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs.hpp"

#include <string>
#include <string_view>

#include "schema/collections.hpp"
#include "schema/patterns.hpp"

namespace foyer::schema {
namespace {

std::string_view typeName(Type type) {
  static constexpr std::string_view kNames[] = {"text", "integer", "boolean", "time",        "zoned",
                                                "date", "ref",     "id",      "enumeration", "set",
                                                "json", "bytes",   "point",   "amount",      "hash"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view ruleName(Merge rule) {
  static constexpr std::string_view kNames[] = {"fixed", "register", "set", "text", "fact", "server"};
  return kNames[static_cast<std::size_t>(rule)];
}

std::string_view writerName(Writer writer) {
  static constexpr std::string_view kNames[] = {"members", "managers", "kiosks", "server"};
  return kNames[static_cast<std::size_t>(writer)];
}

std::string_view secrecy(Sensitivity s) {
  static constexpr std::string_view kNames[] = {"", "personal", "sealed"};
  return kNames[static_cast<std::size_t>(s)];
}

std::string scopesOf(const Collection& c) {
  std::string out;
  for (Scope s :
       {Scope::person, Scope::family, Scope::production, Scope::project, Scope::gate, Scope::catalog}) {
    if (contains(c.scopes, s)) out += (out.empty() ? "" : ", ") + std::string(scopeName(s));
  }
  return out;
}

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (std::string_view word : words) out += (out.empty() ? "`" : ", `") + std::string(word) + "`";
  return out;
}

std::string limitsOf(const Field& f) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : "; ") + part; };
  if (f.required) add("required");
  if (f.type == Type::ref) add("to `" + std::string(f.target) + "`");
  if (!f.values.empty()) add(listed(f.values));
  if (!f.pattern.empty()) add(std::string(findPattern(f.pattern)->allowed));
  const bool low = f.min != INT64_MIN;
  if (f.type == Type::integer) {
    add(std::to_string(f.min) + " to " + std::to_string(f.max));
  } else if (f.type != Type::time && f.max != INT64_MAX && f.values.empty()) {
    const bool bytes = f.type == Type::bytes || f.type == Type::json;
    add((low ? std::to_string(f.min) + " to " : "at most ") + std::to_string(f.max) +
        (bytes ? " bytes" : " characters"));
  }
  if (f.maxItems != INT64_MAX) add("at most " + std::to_string(f.maxItems) + " entries");
  return out;
}

void writeCollection(std::ostream& out, const Collection& c) {
  out << "\n## " << c.name << "\n\n"
      << c.doc << "\n\nNumber " << c.id << ", in " << scopesOf(c) << " scopes, made by "
      << writerName(c.creator) << ".";
  if (c.head) out << " Making one makes its scope: the record has the scope's id.";
  if (c.since > 1) out << " Since level " << c.since << ".";
  if (c.facts) out << " Facts: written once, never changed.";
  if (!c.key.empty()) out << " Natural key: " << listed(c.key) << ".";
  if (!c.parent.empty()) out << " Hidden with its `" << c.parent << "`.";
  out << "\n\n| No | Field | Type | Rule | Limits | Written by | Secrecy | Meaning "
         "|\n|---|---|---|---|---|---|---|---|\n";
  for (const Field& f : c.fields) {
    out << "| " << f.id << " | `" << f.name << "` | " << typeName(f.type) << " | " << ruleName(f.merge)
        << " | " << limitsOf(f) << " | " << writerName(f.writer) << " | " << secrecy(f.sensitivity) << " | "
        << f.doc;
    if (f.since > c.since) out << (f.doc.empty() ? "" : " ") << "Since level " << f.since << ".";
    out << " |\n";
  }
}

}  // namespace

void writeDocs(std::ostream& out) {
  out << "# Collections\n\nWritten by `schema-tool docs` from the list in this room; change the list, not "
         "this file. "
         "Every record also has\n`id`, `version`, `state`, `created_at` and `updated_at`. Types and rules "
         "are explained "
         "in `include/schema/types.hpp`.\n\nSchema level "
      << kSchemaLevel << ", " << collections().size() << " collections.\n";
  for (const Collection& c : collections()) writeCollection(out, c);
}

}  // namespace foyer::schema
