// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of branches of the digest tree.
#include "base/text.hpp"
#include "json_out.hpp"
#include "value_codec.hpp"
#include "verify_codec.hpp"
#include "verify_parts.hpp"

namespace foyer::protocol {
namespace {

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

}  // namespace

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

}  // namespace foyer::protocol
