// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compress.hpp"
#include "json_out.hpp"
#include "mutation_codec.hpp"
#include "protocol/codec.hpp"
#include "token_codec.hpp"
#include "value_codec.hpp"
#include "verify_codec.hpp"

namespace foyer::protocol {
namespace {

void write(std::string& out, const ScopeState& scope) {
  out += R"({"scope":)";
  out::uuid(out, scope.scope);
  out::key(out, "epoch");
  out::integer(out, scope.epoch);
  out::key(out, "cursor");
  out::integer(out, scope.cursor);
  out::key(out, "seq");
  out::integer(out, scope.lastSeq);
  out::key(out, "acked");
  out::integer(out, scope.acked);
  if (scope.hash) {
    out::key(out, "hash");
    out::text(out, scope.hash->hex());
  }
  if (!scope.marks.empty()) {
    out::key(out, "marks");
    out += '[';
    for (const ChainMark& mark : scope.marks) {
      if (out.back() != '[') out += ',';
      out += R"({"v":)";
      out::integer(out, mark.version);
      out::key(out, "hash");
      out::text(out, mark.hash.hex());
      out += '}';
    }
    out += ']';
  }
  out += '}';
}

void write(std::string& out, const Hello& hello) {
  out += R"({"t":"hello")";
  out::key(out, "protocol");
  out::integer(out, std::int64_t{hello.protocol});
  out::key(out, "schema");
  out::integer(out, std::int64_t{hello.schema});
  out::key(out, "device");
  out::uuid(out, hello.device);
  out::key(out, "app");
  out::text(out, hello.app);
  out::key(out, "wall");
  out::integer(out, hello.wallMs);
  out::key(out, "scopes");
  out += '[';
  for (const ScopeState& scope : hello.scopes) {
    if (out.back() != '[') out += ',';
    write(out, scope);
  }
  out += "]}";
}

void write(std::string& out, const Push& push) {
  out += R"({"t":"push","scope":)";
  out::uuid(out, push.scope);
  out::key(out, "ack");
  out::integer(out, push.ack);
  out::key(out, "m");
  out += '[';
  for (const PushItem& item : push.mutations) {
    if (out.back() != '[') out += ',';
    if (const auto* mutation = std::get_if<model::Mutation>(&item))
      appendMutation(out, *mutation);
    else
      out += std::get<BadMutation>(item).bytes;
  }
  out += "]}";
}

void write(std::string& out, const Pull& pull) {
  out += R"({"t":"pull","scope":)";
  out::uuid(out, pull.scope);
  out::key(out, "epoch");
  out::integer(out, pull.epoch);
  out::key(out, "from");
  appendToken(out, pull.from);
  out::key(out, "limit");
  out::integer(out, pull.limit);
  out::key(out, "follow");
  out::boolean(out, pull.follow);
  out::key(out, "schema");
  out::integer(out, std::int64_t{pull.schema});
  out += '}';
}

void write(std::string& out, const Unfollow& unfollow) {
  out += R"({"t":"unfollow","scope":)";
  out::uuid(out, unfollow.scope);
  out += '}';
}

void write(std::string& out, const Ping& ping) {
  out += R"({"t":"ping","n":)";
  out::integer(out, ping.n);
  out += '}';
}

ChainMark readMark(JsonCursor& in) {
  ChainMark mark;
  in.object({"v", "hash"}, [&](std::string_view key) {
    if (key == "v")
      mark.version = static_cast<std::int64_t>(in.natural());
    else if (key == "hash")
      mark.hash = readDigest(in);
    else
      in.unknown();
  });
  return mark;
}

ScopeState readScopeState(JsonCursor& in) {
  ScopeState state;
  in.object({"scope", "epoch", "cursor", "seq"}, [&](std::string_view key) {
    if (key == "scope")
      state.scope = readUuid(in);
    else if (key == "epoch")
      state.epoch = static_cast<std::int64_t>(in.natural());
    else if (key == "cursor")
      state.cursor = static_cast<std::int64_t>(in.natural());
    else if (key == "seq")
      state.lastSeq = in.natural();
    else if (key == "acked")
      state.acked = in.natural();
    else if (key == "hash")
      state.hash = readDigest(in);
    else if (key == "marks")
      in.array([&](std::size_t index) {
        if (index >= kMaxChainMarks) in.fail("has too many marks");
        state.marks.push_back(readMark(in));
      });
    else
      in.unknown();
  });
  return state;
}

Hello readHello(JsonCursor& in) {
  Hello hello;
  in.object({"protocol", "schema", "device", "wall"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "protocol")
      hello.protocol = static_cast<int>(std::min<std::uint64_t>(in.natural(), 1'000'000));
    else if (key == "schema")
      hello.schema = static_cast<int>(std::min<std::uint64_t>(in.natural(), 1'000'000));
    else if (key == "device")
      hello.device = readUuid(in);
    else if (key == "app")
      hello.app = in.string();
    else if (key == "wall")
      hello.wallMs = in.integer();
    else if (key == "scopes")
      in.array([&](std::size_t index) {
        if (index >= kMaxHelloScopes) in.fail("has too many scopes");
        hello.scopes.push_back(readScopeState(in));
      });
    else
      in.unknown();
  });
  return hello;
}

Push readPush(JsonCursor& in) {
  Push push;
  in.object({"scope", "m"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      push.scope = readUuid(in);
    else if (key == "ack")
      push.ack = in.natural();
    else if (key == "m")
      in.array([&](std::size_t index) {
        if (index >= kMaxPushItems) in.fail("has too many mutations");
        push.mutations.push_back(readPushItem(in));
      });
    else
      in.unknown();
  });
  std::uint64_t last = 0;
  for (PushItem& item : push.mutations) {
    const std::uint64_t seq = seqOf(item);
    if (last != 0 && seq != last + 1) throw Malformed{"m", "numbers must follow one another"};
    last = seq;
    if (auto* mutation = std::get_if<model::Mutation>(&item)) mutation->scope = push.scope;
  }
  return push;
}

Pull readPull(JsonCursor& in) {
  Pull pull;
  pull.schema = 1;
  in.object({"scope", "from"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      pull.scope = readUuid(in);
    else if (key == "epoch")
      pull.epoch = static_cast<std::int64_t>(in.natural());
    else if (key == "from")
      pull.from = readToken(in);
    else if (key == "limit")
      pull.limit = static_cast<std::int64_t>(in.natural());
    else if (key == "follow")
      pull.follow = in.boolean();
    else if (key == "schema")
      pull.schema = readLevel(in);
    else
      in.unknown();
  });
  return pull;
}

template <class Message, class Member, class Read>
Message readOne(JsonCursor& in, std::string_view name, Member member, Read read) {
  Message message;
  in.object({name}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == name)
      message.*member = read(in);
    else
      in.unknown();
  });
  return message;
}

ClientMessage readMessage(const std::string& type, JsonCursor& in) {
  if (type == "hello") return readHello(in);
  if (type == "push") return readPush(in);
  if (type == "pull") return readPull(in);
  if (type == "unfollow") return readOne<Unfollow>(in, "scope", &Unfollow::scope, readUuid);
  if (type == "ping")
    return readOne<Ping>(in, "n", &Ping::n, [](JsonCursor& cursor) { return cursor.natural(); });
  if (type == "tree") return readSumsRequest(in);
  if (type == "leaves") return readMarksRequest(in);
  if (type == "fetch") return readRowsRequest(in);
  throw Malformed{"t", "there is no message \"" + type + "\"", Code::unsupported};
}

}  // namespace

Frame encode(const ClientMessage& message) {
  std::string out;
  std::visit([&](const auto& body) { write(out, body); }, message);
  const bool large = std::holds_alternative<Push>(message) || std::holds_alternative<RowsRequest>(message);
  return large ? pack(std::move(out), 1) : Frame{std::move(out), false};
}

Result<ClientMessage> decodeClient(std::string_view bytes, bool binary) {
  std::string storage;
  const auto text = unpack(bytes, binary, kMaxClientBytes, storage);
  if (!text.ok()) return text.error();
  try {
    const std::string type = messageType(*text);
    JsonCursor in(*text);
    ClientMessage message = readMessage(type, in);
    in.end();
    return message;
  } catch (const Malformed& bad) {
    return bad.error();
  }
}

}  // namespace foyer::protocol
