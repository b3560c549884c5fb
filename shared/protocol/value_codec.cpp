// SPDX-License-Identifier: GPL-3.0-or-later
#include "value_codec.hpp"

#include <algorithm>

#include "json_out.hpp"
#include "protocol/codec.hpp"

namespace foyer::protocol {
namespace {

using schema::Type;

void assign(model::Value& value, std::string_view text) {
  if (auto* old = std::get_if<std::string>(&value))
    old->assign(text);
  else
    value.emplace<std::string>(text);
}

}  // namespace

Uuid readUuid(JsonCursor& cursor) {
  std::string scratch;
  const auto id = Uuid::parse(cursor.stringView(scratch));
  if (!id) cursor.fail("must be a UUID in lower case");
  return *id;
}

std::int64_t readVersion(JsonCursor& cursor) { return static_cast<std::int64_t>(cursor.natural()); }

model::Digest readDigest(JsonCursor& in) {
  const auto digest = model::Digest::parse(in.string());
  if (!digest) in.fail("must be 32 hex digits");
  return *digest;
}

Hlc readHlc(JsonCursor& cursor) {
  std::string scratch;
  const auto stamp = Hlc::parse(cursor.stringView(scratch));
  if (!stamp) cursor.fail("must be a stamp of 16 hex digits");
  return *stamp;
}

model::TextSet readSet(JsonCursor& cursor) {
  model::TextSet set;
  cursor.array([&](std::size_t) { set.push_back(cursor.string()); });
  const bool inOrder = std::adjacent_find(set.begin(), set.end(), std::greater_equal<>()) == set.end();
  return inOrder ? set : model::makeSet(std::move(set));
}

void readValue(JsonCursor& cursor, const schema::Field& field, model::Value& value, std::string& scratch) {
  if (cursor.null()) {
    value.emplace<std::monostate>();
    return;
  }
  switch (field.type) {
    case Type::integer:
    case Type::time:
      value = cursor.integer();
      return;
    case Type::boolean:
      value = std::int64_t{cursor.boolean()};
      return;
    case Type::ref:
    case Type::id: {
      const auto id = Uuid::parse(cursor.stringView(scratch));
      if (!id) cursor.fail("must be a UUID in lower case");
      value = *id;
      return;
    }
    case Type::bytes: {
      auto raw = fromBase64(cursor.stringView(scratch));
      if (!raw) cursor.fail("must be Base64");
      value = std::move(*raw);
      return;
    }
    case Type::textSet:
      value = readSet(cursor);
      return;
    case Type::json: {
      if (cursor.peek() != '{') cursor.fail("must be an object");
      assign(value, canonicalJson(cursor.raw()));
      return;
    }
    default:
      assign(value, cursor.stringView(scratch));
  }
}

void appendSet(std::string& out, const model::TextSet& set) {
  out += '[';
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (i > 0) out += ',';
    out::text(out, set[i]);
  }
  out += ']';
}

void appendValue(std::string& out, const schema::Field& field, const model::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (field.type == Type::boolean)
      out::boolean(out, *number != 0);
    else
      out::integer(out, *number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    if (field.type == Type::json)
      out += *text;
    else
      out::text(out, *text);
  } else if (const auto* id = std::get_if<Uuid>(&value)) {
    out::uuid(out, *id);
  } else if (const auto* raw = std::get_if<Bytes>(&value)) {
    out += '"' + toBase64(*raw) + '"';
  } else if (const auto* set = std::get_if<model::TextSet>(&value)) {
    appendSet(out, *set);
  } else {
    out += "null";
  }
}

Result<model::Value> parseValue(const schema::Field& field, std::string_view json) {
  if (!isUtf8(json)) return Error{Code::badRequest, std::string(field.name), "must be UTF-8"};
  try {
    JsonCursor cursor(json);
    model::Value value;
    std::string scratch;
    readValue(cursor, field, value, scratch);
    cursor.end();
    return value;
  } catch (const Malformed& bad) {
    return Error{Code::badRequest, std::string(field.name), bad.message};
  }
}

}  // namespace foyer::protocol
