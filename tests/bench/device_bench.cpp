// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for on a full device: searching as they type, changing many records at once.
#include <filesystem>

#include "big_device.hpp"
#include "figure.hpp"
#include "store/reader.hpp"

using namespace foyer;
using namespace foyer::bench;
namespace fs = std::filesystem;

namespace {

constexpr int kRows = 100'000;
constexpr std::size_t kBatch = 5'000;

void searchTitles(store::Reader& reader) {
  store::QuerySpec spec;
  spec.collection = &schema::collection("titles");
  spec.limit = 60;  // as many as the page asks for
  std::vector<double> took;
  std::size_t found = 0;
  for (const std::string whole :
       {"the quay at dawn", "marees", "portrait 777", "Director 12", "zzzz", "paris texas 99"}) {
    for (int again = 0; again < 5; ++again) {
      for (std::size_t typed = 1; typed <= whole.size(); ++typed) {
        spec.search = whole.substr(0, typed);
        const auto start = Time::now();
        found += reader.query(spec).size();
        took.push_back(msSince(start));
      }
    }
  }
  if (found == 0) throw std::runtime_error("no title was found");
  figure("title_search_ms_p99", percentile(took, 0.99), "ms");
}

void editMany(store::Store& store, const Uuid& scope) {
  const schema::Collection& photos = schema::collection("photos");
  std::vector<store::Edit> edits;
  for (std::size_t i = 0; i < kBatch; ++i) {
    store::Edit edit;
    edit.collection = &photos;
    edit.scope = scope;
    edit.id = bigPhoto(scope, static_cast<int>(i) * 19).id;
    edit.op = model::Op::edit;
    edit.base = store.baseOf(scope, photos, edit.id);
    edit.patches.push_back({photos.find("rating"), std::int64_t{5}, {}, {}, {}});
    edits.push_back(std::move(edit));
  }
  const auto start = Time::now();
  if (!store.writeAll(edits)) throw std::runtime_error("the batch was refused");
  figure("batch_edit_5000_ms", msSince(start), "ms");
}

}  // namespace

int main() {
  const fs::path dir = fs::temp_directory_path() / ("foyer-device-bench-" + Uuid::v7(2).str());
  fs::create_directories(dir);
  {
    SystemClock clock;
    auto opened = store::Store::open({dir / "foyer.sqlite", Uuid::v7(3), &clock, true});
    if (!opened) throw std::runtime_error(opened.error().message);
    store::Store& store = *opened->store;
    const Uuid person = Uuid::v7(1), catalogue = Uuid::v7(2);
    putScope(store, person, schema::Scope::person);
    putScope(store, catalogue, schema::Scope::catalog);
    Filler photos(store, person), titles(store, catalogue);
    for (int i = 0; i < kRows; ++i) {
      photos.add(bigPhoto(person, i));
      titles.add(bigTitle(catalogue, i));
    }
    photos.finish();
    titles.finish();
    searchTitles(**store::Reader::open(store.file()));
    editMany(store, person);
  }
  fs::remove_all(dir);
  return 0;
}
