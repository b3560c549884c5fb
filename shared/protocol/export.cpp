// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_out.hpp"
#include "protocol/codec.hpp"

namespace foyer::protocol {
namespace {

std::string_view stateName(model::State state) {
  switch (state) {
    case model::State::live:
      return "live";
    case model::State::trashed:
      return "trashed";
    case model::State::tombstone:
      return "tombstone";
  }
  return "";
}

}  // namespace

std::string exportLine(const model::Record& record) {
  std::string out = R"({"c":)";
  out::text(out, record.collection->name);
  out::key(out, "id");
  out::uuid(out, record.id);
  out::key(out, "version");
  out::integer(out, record.version);
  out::key(out, "state");
  out::text(out, stateName(record.state));
  out::key(out, "created");
  out::integer(out, record.createdMs);
  out::key(out, "updated");
  out::integer(out, record.updatedMs);
  out::key(out, "fields");
  out += '{';
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (model::isNull(record.fields[i])) continue;
    out::key(out, record.collection->fields[i].name);
    appendValue(out, record.collection->fields[i], record.fields[i]);
  }
  out += "}}";
  return out;
}

}  // namespace foyer::protocol
