// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_parts.hpp"

#include "base/text.hpp"
#include "json_out.hpp"
#include "protocol/verify.hpp"

namespace foyer::protocol {

std::string hex(std::string_view raw) { return toHex(asBytes(raw)); }

void appendStart(std::string& out, std::string_view type, const Uuid& scope) {
  out += R"({"t":)";
  out::text(out, type);
  out::key(out, "scope");
  out::uuid(out, scope);
}

void appendPrefixes(std::string& out, const std::vector<std::string>& prefixes) {
  out::key(out, "p");
  out += '[';
  for (const std::string& prefix : prefixes) {
    if (out.back() != '[') out += ',';
    out::text(out, hex(prefix));
  }
  out += ']';
}

void appendSnapshot(std::string& out, std::int64_t epoch, std::int64_t head) {
  out::key(out, "epoch");
  out::integer(out, epoch);
  out::key(out, "head");
  out::integer(out, head);
}

std::string readPrefix(JsonCursor& in, std::size_t most) {
  const auto raw = fromHex(in.string());
  if (!raw || raw->size() > most) in.fail("must be at most " + std::to_string(2 * most) + " hex digits");
  return *raw;
}

std::vector<std::string> readPrefixes(JsonCursor& in, std::size_t most) {
  std::vector<std::string> prefixes;
  in.array([&](std::size_t index) {
    if (index >= kMaxPrefixes) in.fail("has too many prefixes", Code::tooLarge);
    prefixes.push_back(readPrefix(in, most));
    if (index > 0 && prefixes[index].size() != prefixes[0].size()) in.fail("must be as long as the first");
    if (index > 0 && prefixes[index] <= prefixes[index - 1]) in.fail("must come after the one before");
  });
  if (prefixes.empty()) in.fail("needs a prefix");
  return prefixes;
}

}  // namespace foyer::protocol
