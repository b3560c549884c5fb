// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome_codec.hpp"

#include <algorithm>

#include "json_out.hpp"
#include "schema/collections.hpp"
#include "value_codec.hpp"

namespace foyer::protocol {
namespace {

schema::Scope readKind(JsonCursor& in) {
  const std::string name = in.string();
  for (int bit = 1; bit <= static_cast<int>(schema::Scope::catalog); bit *= 2)
    if (const auto kind = static_cast<schema::Scope>(bit); schema::scopeName(kind) == name) return kind;
  in.fail("there is no scope kind \"" + name + "\"");
}

}  // namespace

void write(std::string& out, const Welcome& welcome) {
  out += R"({"t":"welcome")";
  out::key(out, "protocol");
  out::integer(out, std::int64_t{welcome.protocol});
  out::key(out, "schema");
  out::integer(out, std::int64_t{welcome.schema});
  out::key(out, "account");
  out::uuid(out, welcome.account);
  out::key(out, "wall");
  out::integer(out, welcome.wallMs);
  out::key(out, "max_push");
  out::integer(out, welcome.maxPushMutations);
  out::key(out, "max_frame");
  out::integer(out, welcome.maxFrameBytes);
  out::key(out, "scopes");
  out += '[';
  for (const ScopeOffer& offer : welcome.scopes) {
    if (out.back() != '[') out += ',';
    out += R"({"scope":)";
    out::uuid(out, offer.scope);
    out::key(out, "kind");
    out::text(out, schema::scopeName(offer.kind));
    out::key(out, "role");
    out::text(out, offer.role);
    out::key(out, "epoch");
    out::integer(out, offer.epoch);
    out::key(out, "head");
    out::integer(out, offer.head);
    out::key(out, "seq");
    out::integer(out, offer.lastSeq);
    if (offer.known) {
      out::key(out, "known");
      out::integer(out, *offer.known);
    }
    if (offer.rows) {
      out::key(out, "rows");
      out::integer(out, *offer.rows);
    }
    out += '}';
  }
  out += ']';
  if (!welcome.forgotten.empty()) {
    out::key(out, "forgotten");
    out += '[';
    for (const Uuid& scope : welcome.forgotten) {
      if (out.back() != '[') out += ',';
      out::uuid(out, scope);
    }
    out += ']';
  }
  out += '}';
}

Welcome readWelcome(JsonCursor& in) {
  Welcome welcome;
  in.object({"protocol", "schema", "account", "wall", "max_push", "max_frame", "scopes"},
            [&](std::string_view key) {
              if (key == "t")
                in.raw();
              else if (key == "protocol")
                welcome.protocol = static_cast<int>(std::min<std::uint64_t>(in.natural(), 1'000'000));
              else if (key == "schema")
                welcome.schema = static_cast<int>(std::min<std::uint64_t>(in.natural(), 1'000'000));
              else if (key == "account")
                welcome.account = readUuid(in);
              else if (key == "wall")
                welcome.wallMs = in.integer();
              else if (key == "max_push")
                welcome.maxPushMutations = readVersion(in);
              else if (key == "max_frame")
                welcome.maxFrameBytes = readVersion(in);
              else if (key == "scopes")
                in.array([&](std::size_t) {
                  ScopeOffer offer;
                  in.object({"scope", "kind", "role", "epoch", "head", "seq"}, [&](std::string_view part) {
                    if (part == "scope")
                      offer.scope = readUuid(in);
                    else if (part == "kind")
                      offer.kind = readKind(in);
                    else if (part == "role")
                      offer.role = in.string();
                    else if (part == "epoch")
                      offer.epoch = readVersion(in);
                    else if (part == "head")
                      offer.head = readVersion(in);
                    else if (part == "seq")
                      offer.lastSeq = in.natural();
                    else if (part == "known")
                      offer.known = readVersion(in);
                    else if (part == "rows")
                      offer.rows = readVersion(in);
                    else
                      in.unknown();
                  });
                  welcome.scopes.push_back(std::move(offer));
                });
              else if (key == "forgotten")
                in.array([&](std::size_t) { welcome.forgotten.push_back(readUuid(in)); });
              else
                in.unknown();
            });
  return welcome;
}

}  // namespace foyer::protocol
