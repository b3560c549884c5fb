// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "fuzz.hpp"
#include "merge/meta.hpp"

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  Uuid device;
  device.bytes[3] = 7;
  const merge::Mark one{5, device, Hlc::fromMs(1'750'000'000'000)};
  const merge::Mark two{9, {}, Hlc::fromMs(1'750'000'000'123)};
  merge::Meta meta;
  meta.fields = {{1, one, {}}, {2, one, {two}}, {700, two, {}}};
  meta.elements = {{4, "comedy", {one, two}}, {4, "drama", {two}}};
  meta.edits.add(one);
  meta.edits.add(two);
  meta.deletes.add(two);
  return {merge::encodeMeta({}), merge::encodeMeta(meta)};
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foyer;
  try {
    const merge::Meta meta = merge::decodeMeta(fuzz::view(data, size));
    fuzz::require(meta == merge::decodeMeta(merge::encodeMeta(meta)),
                  "what was read can be written and read");
  } catch (const std::runtime_error&) {
  }
  return 0;
}
