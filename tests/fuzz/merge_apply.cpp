// SPDX-License-Identifier: GPL-3.0-or-later
// A mutation merged onto a record with a past: other devices wrote, deleted and restored it before. The first
// byte chooses the past, the rest is the mutation.
#include <algorithm>

#include "fuzz.hpp"
#include "merge/merge.hpp"
#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"

namespace {

using namespace foyer;

Uuid deviceNumber(std::uint64_t n) {
  Uuid device;
  device.bytes[0] = static_cast<std::uint8_t>(n);
  return device;
}

/// What the server does before it merges (law 4): the stamp comes after every mark that the author knows.
void raiseStamp(model::Mutation& m, const merge::Meta& meta) {
  const auto see = [&m](const merge::Mark& mark) {
    if (mark.version > 0 && mark.knownTo(m.base, m.device) && m.stamp <= mark.time)
      m.stamp = mark.time.next();
  };
  for (const merge::FieldMeta& field : meta.fields) {
    see(field.top);
    std::ranges::for_each(field.also, see);
  }
  for (const merge::ElementMeta& element : meta.elements) std::ranges::for_each(element.adds, see);
  for (const merge::NewestTwo* two : {&meta.edits, &meta.deletes}) see(two->newest), see(two->other);
}

struct Past {
  merge::ServerRecord record;
  std::int64_t version = 0;
};

/// Up to seven mutations of the same record by devices that know some of the others'.
Past past(const model::Mutation& like, std::uint8_t choice) {
  test::RandomRecords random(choice * 977U + like.collection->id);
  Past out;
  out.record.row = model::Record(*like.collection, like.scope, like.id);
  const bool editable = !test::editableFields(*like.collection).empty();
  for (std::uint64_t steps = 1 + random.below(7); steps > 0; --steps) {
    model::Mutation m =
        random.chance(20) || !editable ? random.remove(out.record.row) : random.edit(out.record.row);
    m.device = deviceNumber(1 + random.below(4));
    m.base = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(out.version) + 1));
    m.stamp = Hlc::fromMs(1'750'000'000'000 + static_cast<std::int64_t>(random.below(50)));
    raiseStamp(m, out.record.meta);
    std::optional<merge::ServerRecord> record(std::move(out.record));
    (void)merge::apply(record, m, ++out.version);
    out.record = std::move(*record);
  }
  return out;
}

const merge::FieldMeta* metaOf(const merge::Meta& meta, const schema::Field& field) {
  const auto found = std::ranges::find(meta.fields, field.id, &merge::FieldMeta::field);
  return found == meta.fields.end() ? nullptr : &*found;
}

bool hasCard(const merge::Applied& applied, const schema::Field& field, const model::Value& lost) {
  return std::ranges::any_of(applied.conflicts, [&](const merge::Conflict& c) {
    return c.kind == merge::Conflict::Kind::value && c.field->id == field.id && c.lost == lost;
  });
}

/// Law 8: of the value that was there and the one that was written, each stands, was known, or is a card.
void nothingIsLost(const merge::ServerRecord& before, const merge::ServerRecord& after,
                   const model::Mutation& m, const merge::Applied& applied) {
  for (const model::FieldPatch& patch : m.patches) {
    if (patch.field->merge != schema::Merge::reg) continue;
    const model::Value& was = before.row.at(patch.field->name);
    const model::Value& is = after.row.at(patch.field->name);
    const merge::FieldMeta* meta = metaOf(before.meta, *patch.field);
    fuzz::require(is == was || is == patch.value, "law 7: a register has one of the two values");
    fuzz::require(is == was || meta == nullptr || meta->knownTo(m.base, m.device) ||
                      hasCard(applied, *patch.field, was),
                  "law 8: the value that was there");
    fuzz::require(is == patch.value || hasCard(applied, *patch.field, patch.value),
                  "law 8: the value that was written");
  }
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  test::RandomMessages random(19);
  std::vector<std::string> out;
  for (std::uint64_t seq = 1; seq < 120; ++seq)
    out.push_back(static_cast<char>(seq) + protocol::encodeMutation(random.mutation(seq)));
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  auto read = protocol::decodeMutation(fuzz::view(data + 1, size - 1));
  if (!read || model::check(*read)) return 0;
  model::Mutation m = std::move(*read);
  if (m.collection->facts && m.op == model::Op::create) return 0;  // never merged: sameFact decides
  const Past made = past(m, data[0]);
  m.device = deviceNumber(1 + data[0] % 5);
  m.base = std::clamp<std::int64_t>(m.base % 8, 0, made.version);
  raiseStamp(m, made.record.meta);

  std::optional<merge::ServerRecord> record(made.record);
  const merge::Applied applied = merge::apply(record, m, made.version + 1);
  fuzz::require(applied.rowChanged == (record->row.version == made.version + 1),
                "law 6: a change has the version");
  fuzz::require(
      applied.rowChanged || protocol::exportLine(record->row) == protocol::exportLine(made.record.row),
      "no change without its version");
  fuzz::require(merge::decodeMeta(merge::encodeMeta(record->meta)) == record->meta, "merge state is kept");
  if (made.record.row.state == model::State::live) nothingIsLost(made.record, *record, m, applied);
  if (made.record.row.state == model::State::live && record->row.state != model::State::live)
    fuzz::require(made.record.meta.edits.knownTo(m.base, m.device), "law 8: a delete knows every edit");

  std::optional<merge::ServerRecord> twice(made.record);
  (void)merge::apply(twice, m, made.version + 1);
  fuzz::require(
      protocol::exportLine(twice->row) == protocol::exportLine(record->row) && twice->meta == record->meta,
      "law 7: a pure function");
  (void)merge::overlay(record->row, std::span(&m, 1));
  return 0;
}
