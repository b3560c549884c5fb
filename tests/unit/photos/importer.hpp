// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <filesystem>
#include <memory>

#include "photos/import.hpp"
#include "sample_pictures.hpp"
#include "schema/collections.hpp"
#include "store/reader.hpp"
#include "store_fixture.hpp"

namespace foyer::test {

/// A folder of pictures, a device, and an import between the two.
class Importer {
 public:
  Importer() { QVERIFY2(m_folder.isValid(), "no folder"); }

  /// Bytes as they are: names need not be text.
  std::string path(const std::string& name) const {
    const std::filesystem::path whole = std::filesystem::path(m_folder.path().toStdString()) / name;
    std::filesystem::create_directories(whole.parent_path());
    return whole.string();
  }
  void put(const std::string& name, const Bytes& bytes) const { save(path(name), bytes); }

  Uuid begin(const std::vector<std::string>& names = {}) {
    photos::ImportRequest request;
    request.scope = device.person;
    request.device = device.device;
    request.name = "Card A";
    request.source = "Card A";
    for (const std::string& name : names) request.roots.push_back(path(name));
    if (names.empty()) request.roots.push_back(m_folder.path().toStdString());
    const auto begun = photos::Import::begin(*device, device.clock, request);
    if (!begun) qFatal("%s", begun.error().message.c_str());
    return session = *begun;
  }
  /// Takes up the session as a program that starts does it.
  photos::Import& take() {
    photos::Import::Options options;
    options.wake = [this] { ++m_woken; };
    options.workers = 2;
    options.app = "Foyer test";
    import = std::make_unique<photos::Import>(*device, device.clock, device.person, session, options);
    return *import;
  }
  /// Steps until this is so.
  bool until(const std::function<bool()>& there) {
    return QTest::qWaitFor(
        [&] {
          import->step();
          return there();
        },
        60'000);
  }
  bool finish() {
    return until([this] { return import->progress().phase == photos::Import::Phase::done; });
  }
  /// begin(), take() and finish() in one.
  store::ImportCounts run(const std::vector<std::string>& names = {}) {
    begin(names);
    take();
    if (!finish()) qFatal("the import does not end");
    return import->progress().counts;
  }

  std::vector<model::Record> all(std::string_view collection) {
    store::QuerySpec spec;
    spec.collection = &schema::collection(collection);
    spec.scope = device.person;
    return (*store::Reader::open(device.file()))->query(spec);
  }
  /// Files that could not be taken, "name: code".
  QStringList damaged() {
    QStringList out;
    for (const auto& file : store::Imports(*device).files(session, store::ImportState::damaged, 0, 1000)) {
      if (file.reason.message.empty()) out << "no reason";
      out << QFileInfo(QString::fromStdString(file.path)).fileName() + ": " +
                 QString::fromStdString(std::string(info(file.reason.code).name));
    }
    return out;
  }

  TempStore device;
  Uuid session;
  std::unique_ptr<photos::Import> import;

 private:
  QTemporaryDir m_folder;
  std::atomic<int> m_woken{0};
};

inline QString told(const store::ImportCounts& c) {
  return QString("%1 taken %2 known %3 damaged %4 waiting")
      .arg(c.taken)
      .arg(c.known)
      .arg(c.damaged)
      .arg(c.waiting);
}

}  // namespace foyer::test
