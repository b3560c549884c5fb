// SPDX-License-Identifier: GPL-3.0-or-later
// Importing photos as they come from a camera, beside what the usual tools take for the same files, and
// finding what looks like one photo among a million.
#include <condition_variable>
#include <filesystem>
#include <random>
#include <thread>

#include "big_device.hpp"
#include "crypto/digest.hpp"
#include "figure.hpp"
#include "media/exif.hpp"
#include "media/file_digest.hpp"
#include "photos/import.hpp"
#include "photos/lookalikes.hpp"
#include "sample_pictures.hpp"

using namespace foyer;
using namespace foyer::bench;
namespace fs = std::filesystem;

namespace {

constexpr int kPhotos = 48;
constexpr int kCopies = 8;  ///< painted once, told apart by their time
constexpr int kCores = 2;

/// 24 megapixels, about 9 MB each.
void shoot(const fs::path& card) {
  fs::create_directories(card);
  for (int n = 0; n < kPhotos / kCopies; ++n) {
    const Bytes picture = test::jpegOf({n, 6000, 4000, 24}, 92);
    for (int copy = 0; copy < kCopies; ++copy) {
      char at[32];
      std::snprintf(at, sizeof at, "2026:06:%02d 10:%02d:0%d", n % 28 + 1, n % 60, copy);
      const std::string name = "IMG_" + std::to_string(n * kCopies + copy) + ".JPG";
      test::save((card / name).string(), test::withExif(picture, test::shotAt(at, "L-1")));
    }
  }
}

/// What nobody gets below: `vipsthumbnail`, SHA-256 and EXIF of each file, on as many cores.
double limit(const fs::path& card, const fs::path& out) {
  std::vector<fs::path> files(fs::directory_iterator(card), fs::directory_iterator{});
  fs::create_directories(out);
  const auto start = Time::now();
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < kCores; ++t) {
    threads.emplace_back([&, t] {
      std::string some;
      for (std::size_t i = static_cast<std::size_t>(t); i < files.size(); i += kCores)
        some += " '" + files[i].string() + "'";
      const std::string command =
          "VIPS_CONCURRENCY=1 vipsthumbnail --size 150x150 -o '" + out.string() + "/%s.jpg'" + some;
      if (std::system(command.c_str()) != 0) throw std::runtime_error("vipsthumbnail failed");
      for (std::size_t i = next++; i < files.size(); i = next++) {
        if (!media::digestOfFile(files[i])) throw std::runtime_error("no digest");
        std::ifstream in(files[i], std::ios::binary);
        const std::string raw((std::istreambuf_iterator<char>(in)), {});
        if (!media::readExif(asBytes(raw))) throw std::runtime_error("no EXIF");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return kPhotos / (msSince(start) / 1000);
}

double import(const fs::path& card, const fs::path& folder) {
  SystemClock clock;
  auto opened = store::Store::open({folder / "foyer.sqlite", Uuid::v7(3), &clock, true});
  if (!opened) throw std::runtime_error(opened.error().message);
  store::Store& store = *opened->store;
  const Uuid person = Uuid::v7(1);
  putScope(store, person, schema::Scope::person);
  std::mutex mutex;
  std::condition_variable woken;
  bool wake = true;
  photos::ImportRequest request;
  request.scope = person;
  request.device = Uuid::v7(3);
  request.roots = {card.string()};
  request.name = "Bench";
  const auto session = photos::Import::begin(store, clock, request);
  if (!session) throw std::runtime_error(session.error().message);
  const auto start = Time::now();
  photos::Import::Options options;
  options.workers = kCores;
  options.wake = [&] {
    const std::lock_guard lock(mutex);
    wake = true;
    woken.notify_one();
  };
  photos::Import import(store, clock, person, *session, options);
  while (import.progress().phase != photos::Import::Phase::done) {
    std::unique_lock lock(mutex);
    woken.wait(lock, [&] { return wake; });
    wake = false;
    lock.unlock();
    import.step();
  }
  if (import.progress().counts.taken != kPhotos) throw std::runtime_error("not all photos were taken");
  return kPhotos / (msSince(start) / 1000);
}

void neighbours() {
  constexpr int kMany = 1'000'000;
  photos::Lookalikes all;
  std::mt19937_64 random(7);
  std::vector<std::string> hashes;
  for (int i = 0; i < kMany; ++i) {
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(random()));
    all.add(Uuid::v7(i), hash);
    if (i % 50'000 == 0) hashes.emplace_back(hash);
  }
  std::vector<double> took;
  std::size_t found = 0;
  for (int again = 0; again < 5; ++again) {
    for (const std::string& hash : hashes) {
      const auto start = Time::now();
      found += all.near(Uuid(), hash).size();
      took.push_back(msSince(start));
    }
  }
  if (found == 0) throw std::runtime_error("no neighbour was found");
  figure("phash_neighbours_ms", percentile(took, 0.99), "ms");
}

}  // namespace

int main() {
  neighbours();
  const fs::path dir = fs::temp_directory_path() / ("foyer-photos-bench-" + Uuid::v7(2).str());
  shoot(dir / "card");
  figure("vips_sha_exif_photos_per_s", limit(dir / "card", dir / "thumbs"), "photos/s", "higher");
  const double rate = import(dir / "card", dir);
  figure("import_photos_per_s", rate, "photos/s", "higher");
  figure("import_peak_mib", memoryKib("self", "VmHWM:") / 1024, "MiB");
  fs::remove_all(dir);
  return 0;
}
