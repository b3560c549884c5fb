// SPDX-License-Identifier: GPL-3.0-or-later
// From a frame of the camera to the event on disk, with 100,000 people on the roster.
#include <QCoreApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>

#include "checkin/checkin.hpp"
#include "device/gate_reader.hpp"
#include "device/gate_records.hpp"
#include "figure.hpp"
#include "gate_fixture.hpp"
#include "qr_frames.hpp"
#include "scanner/decoder.hpp"
#include "world.hpp"

using namespace foyer;
using namespace foyer::kiosk;
using bench::figure;
using bench::percentile;
using bench::Time;

namespace {

constexpr std::size_t kPeople = 100'000;
constexpr std::size_t kFrames = 300;

double ms(Time::time_point from, Time::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

/// The database writer without the queue between the threads.
struct Disk : EventSink {
  explicit Disk(store::Store& s) : store(s) {}
  void commit(const SignedEvent& event, std::function<void(Result<void>)> done) override {
    const auto written = store.write(editOf(event, gate_fixture::scope()));
    done(written ? Result<void>() : Result<void>(written.error()));
  }
  store::Store& store;
};

LumaView view(const QImage& image) {
  return {image.constBits(), image.width(), image.height(), static_cast<int>(image.bytesPerLine())};
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QCoreApplication app(argc, argv);
  QTemporaryDir dir;
  ManualClock clock(world::at(6, 42));
  store::Store::Options options;
  options.file = dir.filePath("foyer.sqlite").toStdString();
  options.device = world::id(9);
  options.clock = &clock;
  auto opened = store::Store::open(options);
  if (!opened) return std::fprintf(stderr, "%s\n", opened.error().message.c_str()), 1;
  store::Store& store = *opened->store;
  gate_fixture::fill(store, {world::id(9), "Entrance A", kPeople});

  const auto began = Time::now();
  auto reader = store::Reader::open(options.file);
  GateReader rows(std::move(*reader), world::id(9));
  const auto update = rows.readAll(gate_fixture::scope(), clock.wallMs());
  attendance::Gate gate;
  EventMaker maker({world::id(9), world::keyPair(9).secretKey, "Entrance A", 0}, clock);
  maker.clockFacts().boot = world::id(0xB0);
  Disk disk(store);
  Checkin checkin(gate, maker, disk, clock);
  GateSettings settings;
  settings.take(*update);
  gate.rules = settings.rules(clock.wallMs());
  apply(*update, checkin);
  figure("kiosk_ready_ms", ms(began, Time::now()), "ms");

  Decoder decoder;
  std::vector<double> total, decode;
  for (std::size_t i = 0; i < kFrames; ++i) {
    const double angle = static_cast<double>(i % 7) * 9 - 27;
    const QImage frame =
        qr_frames::frame(gate_fixture::badge(1 + i * 331 % kPeople),
                         {.module = 5.0 + static_cast<double>(i % 4), .angle = angle, .noise = 12});
    const auto start = Time::now();
    const auto codes = decoder.read(view(frame));
    const auto read = Time::now();
    if (codes.size() != 1) return std::fprintf(stderr, "frame %zu was not read\n", i), 1;
    checkin.scanned(codes[0].text);
    total.push_back(ms(start, Time::now()));
    decode.push_back(ms(start, read));
    if (checkin.screen().stage != Stage::verdict)

      return std::fprintf(stderr, "scan %zu was not kept: %s\n", i,
                          checkin.screen().trouble->message.c_str()),
             1;
    clock.advance(200);
  }
  figure("scan_to_durable_ms_p50", percentile(total, 0.5), "ms");
  figure("scan_to_durable_ms_p99", percentile(total, 0.99), "ms");
  figure("zxing_decode_ms", percentile(decode, 0.5), "ms");

  std::vector<double> search;
  const char* typed[] = {"person 1", "carp", "person 100777", "FRPAR0", "zzz", "p"};
  for (int i = 0; i < 120; ++i) {
    const auto start = Time::now();
    checkin.find(typed[i % 6]);
    search.push_back(ms(start, Time::now()));
  }
  figure("roster_search_ms_p99", percentile(search, 0.99), "ms");

  std::vector<attendance::Event> events;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    attendance::Event e =
        world::pass(world::at(6, 0) + static_cast<std::int64_t>(i % 40) * 900'000, 9, i + 1);
    e.id = Uuid::v7(static_cast<std::int64_t>(i));
    e.subject = gate_fixture::personId(1 + i % 5'000);
    events.push_back(std::move(e));
  }
  const auto start = Time::now();
  const auto days = attendance::fold(events, gate.rules, clock.wallMs());
  figure("fold_events_per_s", static_cast<double>(events.size()) / ms(start, Time::now()) * 1000, "1/s",
         "higher");
  return days.empty() ? 1 : 0;
}
