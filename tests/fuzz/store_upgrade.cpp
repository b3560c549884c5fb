// SPDX-License-Identifier: GPL-3.0-or-later
// A local database of any version, damaged anywhere. The first byte chooses the version; then changes of its
// file follow: three bytes where (in steps of the file's size), one byte how many, and the bytes; a length of
// 0 cuts the file there. Whatever it is: it is opened, rebuilt or refused, and then it can be worked with.
#include <QFile>
#include <QString>

#include "file_damage.hpp"
#include "fuzz.hpp"
#include "store_fixture.hpp"

namespace {

using namespace foyer;

/// From the newest backwards: what the steps of open_steps.cpp did is undone.
const std::vector<QByteArray>& images() {
  static const std::vector<QByteArray> kImages = [] {
    test::TempStore s;
    const Uuid entry = s.addEntry("Heat");
    s.push(), s.pull();
    s.edit("watch_entries", entry, {{"notes", std::string(600, 'n')}});
    for (int i = 0; i < 5; ++i) s.addList("waits " + std::to_string(i));
    s.close();
    std::vector<QByteArray> all{test::contentOf(s.file())};
    test::runSql(
        s.file(),
        "DROP TABLE local_originals; DROP TABLE local_import_files; DROP TABLE local_imports;"
        "DROP TRIGGER local_borrowed_gone; DROP TABLE local_borrowed;"
        "ALTER TABLE local_scopes DROP COLUMN verified_version; ALTER TABLE local_scopes DROP COLUMN head;"
        "ALTER TABLE local_scopes DROP COLUMN taken; ALTER TABLE local_scopes DROP COLUMN expected;"
        "ALTER TABLE local_scopes DROP COLUMN fill; ALTER TABLE local_scopes DROP COLUMN level;"
        "PRAGMA user_version = 2");
    all.push_back(test::contentOf(s.file()));
    test::runSql(s.file(),
                 "DROP TABLE local_marks; ALTER TABLE lists DROP COLUMN order_key; DROP TABLE reviews;"
                 "UPDATE local_settings SET value = 'older' WHERE key = 'list'; PRAGMA user_version = 1");
    all.push_back(test::contentOf(s.file()));
    return all;
  }();
  return kImages;
}

QByteArray changed(QByteArray image, std::string_view changes) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(changes[at]); };
  while (changes.size() >= 4 && !image.isEmpty()) {
    const std::uint32_t place = (std::uint32_t{byte(0)} << 16 | std::uint32_t{byte(1)} << 8 | byte(2));
    const qsizetype at = qsizetype{place} % image.size();
    const std::size_t count = std::min<std::size_t>(byte(3), changes.size() - 4);
    if (byte(3) == 0) image.truncate(at);
    for (std::size_t i = 0; i < count && at + static_cast<qsizetype>(i) < image.size(); ++i)
      image[at + static_cast<qsizetype>(i)] = changes[4 + i];
    changes.remove_prefix(4 + count);
  }
  return image;
}

/// What an app does with its store. False: the store found its file damaged, which is said once.
bool work(test::TempStore& s) {
  try {
    const Uuid list = Uuid::v7(77);
    store::Edit edit = test::makeEdit("lists", s.person, list, {{"name", std::string("after")}});
    edit.op = model::Op::create;
    if (const auto written = s->write(edit); !written) {
      if (written.error().code != Code::damaged) fuzz::broken(written.error().message.c_str());
      return false;
    }
    s->nextPush(s.person, 100, 1'000'000);
    s->heldItems();
    s->scopes();
    fuzz::require(s->get(schema::collection("lists"), s.person, list).has_value(),
                  "what is written is there");
    return true;
  } catch (const store::Failure& failure) {
    if (!failure.damaged) fuzz::broken(failure.what());  // the disk is healthy
    return false;
  }
}

bool openAndWork(test::TempStore& s) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      s.open();
    } catch (const store::Failure& failure) {
      if (!failure.damaged) fuzz::broken(failure.what());  // the disk is healthy
      s.close();
      continue;
    }
    if (work(s)) return true;
    s.close();
  }
  return false;
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  using namespace std::string_literals;
  return {"\0"s,
          "\1"s,
          "\2"s,
          "\2\0\0\x12\x04wild"s,
          "\1\0\x10\0\x08scribble"s,
          "\0\0\x20\0\0"s,
          "\0\0\0\x60\x04\0\0\0\x63"s,
          "\1\0\0\0\x10ten bytes and six"s,
          "\2\1\0\x08\x20\xff\xff\xff\xff\xff\xff\xff\xff pages and cells \xff\xff\xff\xff"s};
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foyer;
  if (size == 0) return 0;
  const std::string_view input = fuzz::view(data, size);
  const QByteArray& intact = images()[static_cast<unsigned char>(input[0]) % images().size()];
  const QByteArray image = changed(intact, input.substr(1));
  test::TempStore s(false);
  QFile file(QString::fromStdString(s.file().string()));
  if (!file.open(QIODevice::WriteOnly) || file.write(image) != image.size())
    fuzz::broken("no room for a file");
  file.close();
  {
    const auto first = s.tryOpen();
    if (!first.ok()) {
      if (first.error().code != Code::tooNew) fuzz::broken(first.error().message.c_str());
      return 0;
    }
    fuzz::require(image != intact || !first->rebuilt, "a healthy file of any version is taken as it is");
  }
  fuzz::require(openAndWork(s), "a damaged file is rebuilt");
  return 0;
}
