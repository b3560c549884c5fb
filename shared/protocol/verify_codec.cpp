// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_codec.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "json_out.hpp"
#include "schema/collections.hpp"
#include "value_codec.hpp"

namespace foyer::protocol {
namespace {

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

void appendQuestion(std::string& out, std::string_view type, const Uuid& scope, int schema,
                    const std::vector<std::string>& prefixes) {
  appendStart(out, type, scope);
  out::key(out, "schema");
  out::integer(out, std::int64_t{schema});
  appendPrefixes(out, prefixes);
  out += '}';
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

std::int64_t readVersion(JsonCursor& in) { return static_cast<std::int64_t>(in.natural()); }

/// ["3f",12,"00…"]: next byte of the prefix, rows, sum.
void readChild(JsonCursor& in, Branch& branch) {
  std::size_t child = 0;
  std::size_t cells = 0;
  in.row([&](std::size_t index) {
    ++cells;
    if (index == 0) {
      const std::string byte = readPrefix(in, 1);
      if (byte.size() != 1) in.fail("must be 2 hex digits");
      child = asBytes(byte)[0];
    } else if (index == 1) {
      branch.children[child].rows = readVersion(in);
    } else if (index == 2) {
      branch.children[child].sum = readDigest(in);
    }
  });
  if (cells != 3) in.fail("must have three parts");
}

Branch readBranch(JsonCursor& in) {
  Branch branch;
  branch.children.resize(model::kTreeFan);
  in.object({"p", "c"}, [&](std::string_view key) {
    if (key == "p")
      branch.prefix = readPrefix(in, model::kTreeDepth - 1);
    else if (key == "c")
      in.array([&](std::size_t) { readChild(in, branch); });
    else
      in.unknown();
  });
  return branch;
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

void write(std::string& out, const Sums& sums) {
  appendStart(out, "sums", sums.scope);
  appendSnapshot(out, sums.epoch, sums.head);
  out::key(out, "b");
  out += '[';
  for (const Branch& branch : sums.branches) {
    if (out.back() != '[') out += ',';
    out += R"({"p":)";
    out::text(out, hex(branch.prefix));
    out::key(out, "c");
    out += '[';
    for (std::size_t i = 0; i < branch.children.size(); ++i) {
      const model::BranchSum& child = branch.children[i];
      if (child.rows == 0) continue;
      const char byte = static_cast<char>(i);
      out += out.back() == '[' ? "[" : ",[";
      out::text(out, hex({&byte, 1}));
      out += ',';
      out::integer(out, child.rows);
      out += ',';
      out::text(out, child.sum.hex());
      out += ']';
    }
    out += "]}";
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

Sums readSums(JsonCursor& in) {
  Sums sums;
  in.object({"scope", "epoch", "head", "b"}, [&](std::string_view key) {
    if (key == "t")
      in.raw();
    else if (key == "scope")
      sums.scope = readUuid(in);
    else if (key == "epoch")
      sums.epoch = readVersion(in);
    else if (key == "head")
      sums.head = readVersion(in);
    else if (key == "b")
      in.array([&](std::size_t) { sums.branches.push_back(readBranch(in)); });
    else
      in.unknown();
  });
  return sums;
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
