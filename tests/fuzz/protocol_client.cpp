// SPDX-License-Identifier: GPL-3.0-or-later
// What devices send. The first byte tells whether the rest is a text or a binary frame.
#include "fuzz.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  test::RandomMessages random(11);
  std::vector<std::string> out;
  for (int i = 0; i < 40; ++i) {
    const protocol::Frame frame = protocol::encode(random.client());
    out.push_back((frame.binary ? "b" : "t") + frame.bytes);
  }
  // Long pushes travel compressed; here the same as text, so that changes of it mean something.
  for (std::uint64_t seq = 1; seq < 20; ++seq) {
    out.push_back(R"(t{"t":"push","scope":"0190163d-8694-739b-aea5-966c26f8ad91","m":[)" +
                  protocol::encodeMutation(random.mutation(seq)) + "]}");
  }
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foyer;
  if (size == 0) return 0;
  const auto read = protocol::decodeClient(fuzz::view(data + 1, size - 1), data[0] == 'b');
  if (!read) {
    fuzz::require(!read.error().message.empty(), "a refusal says why");
    fuzz::require(isUtf8(read.error().message) && isUtf8(read.error().field), "a refusal can be sent");
    return 0;
  }
  const protocol::Frame frame = protocol::encode(*read);
  const auto again = protocol::decodeClient(frame.bytes, frame.binary);
  fuzz::require(again.ok(), "what was read can be sent on");
  fuzz::require(protocol::encode(*again).bytes == frame.bytes, "there is one spelling");
  return 0;
}
