// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_codec.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "json_out.hpp"
#include "schema/collections.hpp"
#include "value_codec.hpp"
#include "verify_parts.hpp"

namespace foyer::protocol {
namespace {

void appendQuestion(std::string& out, std::string_view type, const Uuid& scope, int schema,
                    const std::vector<std::string>& prefixes) {
  appendStart(out, type, scope);
  out::key(out, "schema");
  out::integer(out, std::int64_t{schema});
  appendPrefixes(out, prefixes);
  out += '}';
}

template <class Question>
Question readQuestion(JsonCursor& in, std::size_t most) {
  Question question;
  question.schema = 1;
  in.object({"scope", "p"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      question.scope = readUuid(in);
    else if (key == "schema")
      question.schema = readLevel(in);
    else if (key == "p")
      question.prefixes = readPrefixes(in, most);
    else
      in.unknown();
  });
  return question;
}

const schema::Collection& readCollection(JsonCursor& in) {
  const std::string name = in.string();
  const schema::Collection* found = schema::findCollection(name);
  if (!found) in.fail("there is no collection \"" + name + "\"", Code::unknownCollection);
  return *found;
}

/// ["photos","0190…",12,"00…"], the hash null for a tombstone.
Mark readMark(JsonCursor& in) {
  Mark mark;
  std::size_t cells = 0;
  in.row([&](std::size_t index) {
    ++cells;
    if (index == 0)
      mark.collection = &readCollection(in);
    else if (index == 1)
      mark.id = readUuid(in);
    else if (index == 2)
      mark.version = readVersion(in);
    else if (index == 3 && !in.null())
      mark.hash = readDigest(in);
  });
  if (cells != 4) in.fail("must have four parts");
  return mark;
}

}  // namespace

int readLevel(JsonCursor& in) {
  const std::uint64_t level = in.natural();
  if (level < 1) in.fail("begins at 1");
  return static_cast<int>(std::min<std::uint64_t>(level, 1'000'000));
}

void write(std::string& out, const SumsRequest& request) {
  appendQuestion(out, "tree", request.scope, request.schema, request.prefixes);
}

void write(std::string& out, const MarksRequest& request) {
  appendQuestion(out, "leaves", request.scope, request.schema, request.prefixes);
}

void write(std::string& out, const RowsRequest& request) {
  appendStart(out, "fetch", request.scope);
  out::key(out, "schema");
  out::integer(out, std::int64_t{request.schema});
  out::key(out, "rows");
  out += '[';
  for (const RowName& row : request.rows) {
    out += out.back() == '[' ? "[" : ",[";
    out::text(out, row.collection->name);
    out += ',';
    out::uuid(out, row.id);
    out += ']';
  }
  out += "]}";
}

void write(std::string& out, const Marks& marks) {
  appendStart(out, "marks", marks.scope);
  appendSnapshot(out, marks.epoch, marks.head);
  appendPrefixes(out, marks.prefixes);
  out::key(out, "m");
  out += '[';
  for (const Mark& mark : marks.marks) {
    out += out.back() == '[' ? "[" : ",[";
    out::text(out, mark.collection->name);
    out += ',';
    out::uuid(out, mark.id);
    out += ',';
    out::integer(out, mark.version);
    out += ',';
    if (mark.hash)
      out::text(out, mark.hash->hex());
    else
      out += "null";
    out += ']';
  }
  out += "]}";
}

SumsRequest readSumsRequest(JsonCursor& in) { return readQuestion<SumsRequest>(in, model::kTreeDepth - 1); }

MarksRequest readMarksRequest(JsonCursor& in) { return readQuestion<MarksRequest>(in, model::kTreeDepth); }

RowsRequest readRowsRequest(JsonCursor& in) {
  RowsRequest request;
  request.schema = 1;
  in.object({"scope", "rows"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      request.scope = readUuid(in);
    else if (key == "schema")
      request.schema = readLevel(in);
    else if (key == "rows")
      in.array([&](std::size_t index) {
        if (index >= kMaxRowNames) in.fail("has too many rows", Code::tooLarge);
        RowName row;
        std::size_t cells = 0;
        in.row([&](std::size_t cell) {
          ++cells;
          if (cell == 0)
            row.collection = &readCollection(in);
          else if (cell == 1)
            row.id = readUuid(in);
        });
        if (cells != 2) in.fail("must be a collection and an id");
        request.rows.push_back(row);
      });
    else
      in.unknown();
  });
  if (request.rows.empty()) throw Malformed{"rows", "needs a row"};
  return request;
}

Marks readMarks(JsonCursor& in) {
  Marks marks;
  in.object({"scope", "epoch", "head", "p", "m"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      marks.scope = readUuid(in);
    else if (key == "epoch")
      marks.epoch = readVersion(in);
    else if (key == "head")
      marks.head = readVersion(in);
    else if (key == "p")
      marks.prefixes = readPrefixes(in, model::kTreeDepth);
    else if (key == "m")
      in.array([&](std::size_t) { marks.marks.push_back(readMark(in)); });
    else
      in.unknown();
  });
  return marks;
}

}  // namespace foyer::protocol
