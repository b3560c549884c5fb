// SPDX-License-Identifier: GPL-3.0-or-later
// How fast one core writes and reads pages of photos and pushes of edits.
#include <ctime>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "figure.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"
#include "schema/collections.hpp"

namespace {

using namespace foyer;
using namespace foyer::protocol;
using foyer::bench::figure;

constexpr std::size_t kRows = 100'000;
constexpr std::size_t kPageRows = 5'000;
constexpr std::size_t kEdits = 5'000;

/// Seconds of processor time of this thread: other load on the machine does not count.
double cpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Seconds of the fastest of three runs.
double fastest(const std::function<void()>& work) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const double start = cpuSeconds();
    work();
    best = std::min(best, cpuSeconds() - start);
  }
  return best;
}

/// A failure ends the program with its reason.
template <class T>
void expect(const Result<T>& result) {
  if (result) return;
  std::fprintf(stderr, "%s: %s\n", result.error().field.c_str(), result.error().message.c_str());
  std::exit(1);
}

/// Random words, `size` bytes of them.
std::string words(test::RandomRecords& random, std::size_t size) {
  std::string out;
  while (out.size() <= size) out += random.sentence(8) + ' ';
  while (size > 0 && (static_cast<std::uint8_t>(out[size]) & 0xC0) == 0x80) --size;
  return out.substr(0, size);
}

/// A photo's metadata, about 350 bytes as a row.
std::vector<model::Record> photos() {
  test::RandomRecords random(1);
  const Uuid scope = random.uuid();
  const Uuid author = random.uuid();
  std::vector<model::Record> rows;
  for (std::size_t i = 0; i < kRows; ++i) {
    model::Record row(schema::collection("photos"), scope, random.uuid());
    row.version = static_cast<std::int64_t>(i) + 1;
    row.createdMs = 1'750'000'000'000 + static_cast<std::int64_t>(i) * 977;
    row.updatedMs = row.createdMs + static_cast<std::int64_t>(random.below(100'000'000));
    row.at("hothash") = row.id.str().substr(0, 8) + std::string(56, 'a');
    row.at("title") = words(random, 20);
    row.at("description") = words(random, 80);
    row.at("tags") = model::makeSet({"tag" + std::to_string(random.below(50)), "sea", "été"});
    row.at("rating") = static_cast<std::int64_t>(random.below(6));
    row.at("taken_at") = std::string("2026-06-13T20:14:05.000+02:00");
    row.at("position") = "48.8566" + std::to_string(1000 + random.below(9000)) + ",2.35222190";
    row.at("author") = author;
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Sink : PageSink {
  Result<void> header(const PageHeader&) override { return {}; }
  Result<void> row(const model::Record& row) override {
    bytes += row.fields.size();
    return {};
  }
  std::size_t bytes = 0;
};

Frame writePage(const std::vector<model::Record>& rows, std::size_t from, int level) {
  PageHeader header;
  header.scope = rows[0].scope;
  PageWriter writer(header);
  writer.beginBatch(*rows[0].collection);
  for (std::size_t i = from; i < from + kPageRows; ++i) writer.row(rows[i]);
  return writer.finish(level);
}

void pages() {
  const std::vector<model::Record> rows = photos();
  std::vector<Frame> frames;
  const double encode = fastest([&] {
    frames.clear();
    for (std::size_t from = 0; from < kRows; from += kPageRows) frames.push_back(writePage(rows, from, 1));
  });
  std::size_t wire = 0;
  for (const Frame& frame : frames) wire += frame.bytes.size();
  Sink sink;
  const double decode = fastest([&] {
    for (const Frame& frame : frames) expect(decodeServer(frame.bytes, frame.binary, &sink));
  });
  figure("page_encode_rows_per_s", kRows / encode, "rows/s", "higher");
  figure("page_encode_100k_s", encode, "s");
  figure("page_decode_rows_per_s", kRows / decode, "rows/s", "higher");
  figure("page_decode_100k_s", decode, "s");
  figure("page_wire_bytes_per_row", static_cast<double>(wire) / kRows, "bytes");
}

void pushes() {
  test::RandomRecords random(2);
  const model::Record row = random.record(schema::collection("photos"), random.uuid());
  Push push;
  push.scope = row.scope;
  for (std::uint64_t seq = 1; seq <= kEdits; ++seq) {
    model::Mutation m = random.edit(row);
    m.seq = seq;
    m.stamp = Hlc{seq};
    push.mutations.emplace_back(std::move(m));
  }
  const ClientMessage message(push);
  Frame frame;
  const double write = fastest([&] { frame = encode(message); });
  const double read = fastest([&] { expect(decodeClient(frame.bytes, frame.binary)); });
  figure("push_encode_mutations_per_s", kEdits / write, "mutations/s", "higher");
  figure("push_decode_mutations_per_s", kEdits / read, "mutations/s", "higher");
}

}  // namespace

int main() {
  pages();
  pushes();
  return 0;
}
