// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation_codec.hpp"

#include <algorithm>

#include "json_out.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "value_codec.hpp"

namespace foyer::protocol {
namespace {

using model::FieldPatch;
using model::Mutation;
using schema::Merge;

enum class Form { value, set, text };

Form formOf(const schema::Field& field) {
  if (field.merge == Merge::text) return Form::text;
  return field.type == schema::Type::textSet && field.merge == Merge::set ? Form::set : Form::value;
}

std::vector<const FieldPatch*> ofForm(const Mutation& mutation, Form form) {
  std::vector<const FieldPatch*> found;
  for (const FieldPatch& patch : mutation.patches)
    if (formOf(*patch.field) == form) found.push_back(&patch);
  std::sort(found.begin(), found.end(),
            [](const auto* a, const auto* b) { return a->field->id < b->field->id; });
  return found;
}

template <class F>
void appendPatches(std::string& out, std::string_view name, const std::vector<const FieldPatch*>& patches,
                   F body) {
  if (patches.empty()) return;
  out::key(out, name);
  out += '{';
  for (const FieldPatch* patch : patches) {
    out::key(out, patch->field->name);
    body(*patch);
  }
  out += '}';
}

/// Patches name their fields; the collection may come after them in the text, so they are read in a second
/// pass.
struct Parts {
  std::string_view set;
  std::string_view sets;
  std::string_view text;
  std::string collection;
};

/// Complaints name the field alone, as validation does.
void readPatches(Mutation& mutation, std::string_view json, Form form) {
  if (json.empty()) return;
  JsonCursor cursor(json);
  try {
    cursor.object([&](std::string_view key) {
      const schema::Field* field = mutation.collection->find(key);
      if (!field) cursor.fail("is no field of " + std::string(mutation.collection->name), Code::unknownField);
      if (formOf(*field) != form) cursor.fail("this field is changed in another way");
      FieldPatch patch;
      patch.field = field;
      std::string scratch;
      if (form == Form::value) {
        readValue(cursor, *field, patch.value, scratch);
      } else if (form == Form::set) {
        cursor.object([&](std::string_view what) {
          if (what == "add")
            patch.added = readSet(cursor);
          else if (what == "del")
            patch.removed = readSet(cursor);
          else
            cursor.unknown();
        });
      } else {
        bool hasNew = false;
        cursor.object([&](std::string_view what) {
          if (what == "new") {
            readValue(cursor, *field, patch.value, scratch);
            hasNew = true;
          } else if (what == "was") {
            patch.was = cursor.string();
          } else {
            cursor.unknown();
          }
        });
        if (!hasNew) cursor.fail("has no \"new\"");
      }
      mutation.patches.push_back(std::move(patch));
    });
    cursor.end();
  } catch (const Malformed& bad) {
    throw Malformed{bad.path.substr(0, bad.path.find('.')), bad.message, bad.code};
  }
}

/// The number of a mutation that can't be read as a whole; 0 when it has none, or more than one.
std::uint64_t findSeq(std::string_view json) {
  std::uint64_t seq = 0;
  int found = 0;
  try {
    JsonCursor cursor(json, JsonCursor::Strictness::lenient);
    cursor.object([&](std::string_view key) {
      if (key != "seq") {
        cursor.raw();
        return;
      }
      seq = cursor.natural();
      ++found;
    });
    cursor.end();
  } catch (const Malformed&) {
    return 0;
  }
  return found == 1 ? seq : 0;
}

}  // namespace

void appendMutation(std::string& out, const Mutation& mutation) {
  out += '{';
  out::key(out, "seq");
  out::integer(out, mutation.seq);
  out::key(out, "op");
  out::text(out, model::name(mutation.op));
  out::key(out, "c");
  out::text(out, mutation.collection->name);
  out::key(out, "id");
  out::uuid(out, mutation.id);
  out::key(out, "base");
  out::integer(out, mutation.base);
  out::key(out, "at");
  out::text(out, mutation.stamp.str());
  appendPatches(out, "set", ofForm(mutation, Form::value),
                [&](const FieldPatch& patch) { appendValue(out, *patch.field, patch.value); });
  appendPatches(out, "sets", ofForm(mutation, Form::set), [&](const FieldPatch& patch) {
    out += '{';
    if (!patch.added.empty()) {
      out::key(out, "add");
      appendSet(out, patch.added);
    }
    if (!patch.removed.empty()) {
      out::key(out, "del");
      appendSet(out, patch.removed);
    }
    out += '}';
  });
  appendPatches(out, "text", ofForm(mutation, Form::text), [&](const FieldPatch& patch) {
    out += '{';
    out::key(out, "new");
    appendValue(out, *patch.field, patch.value);
    out::key(out, "was");
    out::text(out, patch.was);
    out += '}';
  });
  out += '}';
}

Mutation readMutation(JsonCursor& cursor) {
  Mutation mutation;
  Parts parts;
  cursor.object({"seq", "op", "c", "id", "base", "at"}, [&](std::string_view key) {
    if (key == "seq") {
      mutation.seq = cursor.natural();
    } else if (key == "op") {
      const auto op = model::opFromName(cursor.string());
      if (!op) cursor.fail("must be create, edit, delete or restore");
      mutation.op = *op;
    } else if (key == "c") {
      parts.collection = cursor.string();
    } else if (key == "id") {
      mutation.id = readUuid(cursor);
    } else if (key == "base") {
      mutation.base = static_cast<std::int64_t>(cursor.natural());
    } else if (key == "at") {
      mutation.stamp = readHlc(cursor);
    } else if (key == "set") {
      parts.set = cursor.skipObject();
    } else if (key == "sets") {
      parts.sets = cursor.skipObject();
    } else if (key == "text") {
      parts.text = cursor.skipObject();
    } else {
      cursor.unknown();
    }
  });
  mutation.collection = schema::findCollection(parts.collection);
  if (!mutation.collection)
    throw Malformed{"c", "there is no collection \"" + parts.collection + "\"", Code::unknownCollection};
  readPatches(mutation, parts.set, Form::value);
  readPatches(mutation, parts.sets, Form::set);
  readPatches(mutation, parts.text, Form::text);
  if ((mutation.op == model::Op::del || mutation.op == model::Op::restore) && !mutation.patches.empty())
    cursor.fail("delete and restore change no fields");
  return mutation;
}

PushItem readPushItem(JsonCursor& cursor) {
  const std::string_view json = cursor.skipObject();
  try {
    JsonCursor inner(json);
    Mutation mutation = readMutation(inner);
    inner.end();
    if (mutation.seq == 0) throw Malformed{"seq", "must be 1 or more"};
    return mutation;
  } catch (const Malformed& bad) {
    const std::uint64_t seq = findSeq(json);
    if (seq == 0) cursor.fail(bad.path.empty() ? bad.message : bad.path + " " + bad.message, bad.code);
    return BadMutation{seq, bad.error(), withoutSpace(json)};
  }
}

std::uint64_t seqOf(const PushItem& item) {
  if (const auto* mutation = std::get_if<Mutation>(&item)) return mutation->seq;
  return std::get<BadMutation>(item).seq;
}

std::string encodeMutation(const Mutation& mutation) {
  std::string out;
  appendMutation(out, mutation);
  return out;
}

Result<Mutation> decodeMutation(std::string_view json) {
  if (!isUtf8(json)) return Error{Code::badRequest, {}, "must be UTF-8"};
  try {
    JsonCursor cursor(json);
    Mutation mutation = readMutation(cursor);
    cursor.end();
    return mutation;
  } catch (const Malformed& bad) {
    return bad.error();
  }
}

}  // namespace foyer::protocol
