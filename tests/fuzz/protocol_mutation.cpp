// SPDX-License-Identifier: GPL-3.0-or-later
// A mutation as a device stores it and the server hashes it, checked like any other, and a record made by it.
#include "fuzz.hpp"
#include "merge/merge.hpp"
#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  test::RandomMessages random(13);
  std::vector<std::string> out;
  for (std::uint64_t seq = 1; seq < 80; ++seq) out.push_back(protocol::encodeMutation(random.mutation(seq)));
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foyer;
  const auto read = protocol::decodeMutation(fuzz::view(data, size));
  if (!read) {
    fuzz::require(!read.error().message.empty() && isUtf8(read.error().field), "a refusal says why");
    return 0;
  }
  const std::string canonical = protocol::encodeMutation(*read);
  const auto again = protocol::decodeMutation(canonical);
  fuzz::require(again.ok() && protocol::encodeMutation(*again) == canonical, "there is one spelling");

  if (const auto refused = model::check(*read)) {
    fuzz::require(!refused->message.empty(), "a refusal says why");
    return 0;
  }
  if (read->op != model::Op::create) return 0;
  std::optional<merge::ServerRecord> record;
  (void)merge::apply(record, *read, 1);
  (void)protocol::exportLine(record->row);
  fuzz::require(merge::decodeMeta(merge::encodeMeta(record->meta)) == record->meta, "merge state is kept");
  fuzz::require(merge::overlay(record->row, std::span(&*read, 1)).has_value(), "there is something to show");
  return 0;
}
