// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compress.hpp"
#include "json_out.hpp"
#include "page_codec.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "token_codec.hpp"
#include "value_codec.hpp"
#include "verify_codec.hpp"
#include "welcome_codec.hpp"

namespace foyer::protocol {
namespace {

void appendError(std::string& out, const Error& error) {
  out += R"({"code":)";
  out::text(out, info(error.code).name);
  out::key(out, "field");
  out::text(out, error.field);
  out::key(out, "message");
  out::text(out, error.message);
  out += '}';
}

void write(std::string& out, const PushResult& result) {
  out += R"({"t":"pushed","scope":)";
  out::uuid(out, result.scope);
  out::key(out, "epoch");
  out::integer(out, result.epoch);
  out::key(out, "head");
  out::integer(out, result.head);
  out::key(out, "seq");
  out::integer(out, result.lastSeq);
  out::key(out, "results");
  out += '[';
  for (const model::MutationResult& one : result.results) {
    if (out.back() != '[') out += ',';
    out += R"({"seq":)";
    out::integer(out, one.seq);
    out::key(out, "outcome");
    out::text(out, model::name(one.outcome));
    out::key(out, "version");
    out::integer(out, one.version);
    if (one.reason) {
      out::key(out, "reason");
      appendError(out, *one.reason);
    }
    out += '}';
  }
  out += "]}";
}

void write(std::string& out, const Stale& stale) {
  out += R"({"t":"stale","scope":)";
  out::uuid(out, stale.scope);
  out += '}';
}

void write(std::string& out, const ScopesChanged&) { out += R"({"t":"scopes"})"; }

void write(std::string& out, const Pong& pong) {
  out += R"({"t":"pong","n":)";
  out::integer(out, pong.n);
  out += '}';
}

void write(std::string& out, const Bye& bye) {
  out += R"({"t":"bye","reason":)";
  out::text(out, bye.reason);
  out += '}';
}

void write(std::string& out, const Problem& problem) {
  out += R"({"t":"problem")";
  if (problem.scope) {
    out::key(out, "scope");
    out::uuid(out, *problem.scope);
  }
  out::key(out, "error");
  appendError(out, problem.error);
  out += '}';
}

Error readError(JsonCursor& in) {
  Error error;
  in.object({"code", "message"}, [&](std::string_view key) {
    if (key == "code")
      error.code = codeFromName(in.string()).value_or(Code::internal);  // a newer server may know more
    else if (key == "field")
      error.field = in.string();
    else if (key == "message")
      error.message = in.string();
    else
      in.unknown();
  });
  return error;
}

PushResult readPushResult(JsonCursor& in) {
  PushResult result;
  in.object({"scope", "epoch", "head", "seq", "results"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      result.scope = readUuid(in);
    else if (key == "epoch")
      result.epoch = readVersion(in);
    else if (key == "head")
      result.head = readVersion(in);
    else if (key == "seq")
      result.lastSeq = in.natural();
    else if (key == "results")
      in.array([&](std::size_t) {
        model::MutationResult one;
        in.object({"seq", "outcome", "version"}, [&](std::string_view part) {
          if (part == "seq") {
            one.seq = in.natural();
          } else if (part == "outcome") {
            const auto outcome = model::outcomeFromName(in.string());
            if (!outcome) in.fail("is no outcome");
            one.outcome = *outcome;
          } else if (part == "version") {
            one.version = readVersion(in);
          } else if (part == "reason") {
            one.reason = readError(in);
          } else {
            in.unknown();
          }
        });
        result.results.push_back(std::move(one));
      });
    else
      in.unknown();
  });
  return result;
}

Problem readProblem(JsonCursor& in) {
  Problem problem;
  in.object({"error"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      problem.scope = readUuid(in);
    else if (key == "error")
      problem.error = readError(in);
    else
      in.unknown();
  });
  return problem;
}

/// Messages with one member beside their type, or none.
template <class F>
void readSmall(JsonCursor& in, std::string_view name, F value) {
  const auto member = [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == name)
      value();
    else
      in.unknown();
  };
  if (name.empty())
    in.object(member);
  else
    in.object({name}, member);
}

ServerMessage readMessage(const std::string& type, JsonCursor& in) {
  if (type == "welcome") return readWelcome(in);
  if (type == "pushed") return readPushResult(in);
  if (type == "problem") return readProblem(in);
  if (type == "sums") return readSums(in);
  if (type == "marks") return readMarks(in);
  if (type == "stale") {
    Stale stale;
    readSmall(in, "scope", [&] { stale.scope = readUuid(in); });
    return stale;
  }
  if (type == "pong") {
    Pong pong;
    readSmall(in, "n", [&] { pong.n = in.natural(); });
    return pong;
  }
  if (type == "bye") {
    Bye bye;
    readSmall(in, "reason", [&] { bye.reason = in.string(); });
    return bye;
  }
  if (type == "scopes") {
    readSmall(in, {}, [] {});
    return ScopesChanged{};
  }
  throw Malformed{"t", "there is no message \"" + type + "\"", Code::unsupported};
}

}  // namespace

Frame encode(const ServerMessage& message) {
  if (const auto* page = std::get_if<Page>(&message)) return encodePage(*page);
  std::string out;
  std::visit(
      [&](const auto& body) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(body)>, Page>) write(out, body);
      },
      message);
  const bool large = std::holds_alternative<Sums>(message) || std::holds_alternative<Marks>(message);
  return large ? pack(std::move(out), 1) : Frame{std::move(out), false};
}

Result<ServerMessage> decodeServer(std::string_view bytes, bool binary, PageSink* sink) {
  std::string storage;
  const auto text = unpack(bytes, binary, kMaxInflatedBytes, storage);
  if (!text.ok()) return text.error();
  try {
    const std::string type = messageType(*text);
    JsonCursor in(*text);
    if (type == "page") return readPage(in, sink);
    ServerMessage message = readMessage(type, in);
    in.end();
    return message;
  } catch (const Malformed& bad) {
    return bad.error();
  }
}

}  // namespace foyer::protocol
