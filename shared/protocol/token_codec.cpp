// SPDX-License-Identifier: GPL-3.0-or-later
#include "token_codec.hpp"

#include "json_out.hpp"
#include "value_codec.hpp"
#include "verify_codec.hpp"

namespace foyer::protocol {

void appendToken(std::string& out, const PageToken& token) {
  out += R"({"since":)";
  out::integer(out, token.since);
  out::key(out, "target");
  out::integer(out, token.target);
  out::key(out, "c");
  out::integer(out, std::int64_t{token.collection});
  out::key(out, "v");
  out::integer(out, token.version);
  out::key(out, "id");
  out::uuid(out, token.id);
  if (token.fill > 0) {
    out::key(out, "fill");
    out::integer(out, std::int64_t{token.fill});
  }
  out += '}';
}

PageToken readToken(JsonCursor& in) {
  PageToken token;
  in.object({"since"}, [&](std::string_view key) {
    if (key == "since") {
      token.since = static_cast<std::int64_t>(in.natural());
    } else if (key == "target") {
      token.target = static_cast<std::int64_t>(in.natural());
    } else if (key == "c") {
      const std::uint64_t id = in.natural();
      if (id > UINT16_MAX) in.fail("is no collection");
      token.collection = static_cast<std::uint16_t>(id);
    } else if (key == "v") {
      token.version = static_cast<std::int64_t>(in.natural());
    } else if (key == "id") {
      token.id = readUuid(in);
    } else if (key == "fill") {
      token.fill = readLevel(in);
    } else {
      in.unknown();
    }
  });
  return token;
}

std::string messageType(std::string_view text) {
  // Our own writers put it first, so that a large message is not read twice.
  constexpr std::string_view kFirst = R"({"t":)";
  if (text.starts_with(kFirst)) {
    JsonCursor in(text.substr(kFirst.size()));
    return in.string();
  }
  std::string type;
  JsonCursor in(text, JsonCursor::Strictness::lenient);
  in.object([&](std::string_view key) {
    if (key == "t")
      type = in.string();
    else
      in.raw();
  });
  if (type.empty()) throw Malformed{"t", "a message says its type in \"t\""};
  return type;
}

}  // namespace foyer::protocol
