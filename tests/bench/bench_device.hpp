// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "model/identity.hpp"
#include "qt/engine_driver.hpp"
#include "schema/collections.hpp"

namespace foyer::bench {

inline const QString kPassword = QStringLiteral("a quiet evening at the cinema");
inline const QString kEmail = QStringLiteral("bench@example.org");
inline constexpr int kBatch = 1000;

/// A driver with the few waits a bench needs. Lives on the thread that made it.
class BenchDevice {
 public:
  /// `clock` outlives it; the system's when null.
  BenchDevice(const QString& dir, const QString& server, const Clock* clock = nullptr) {
    qt::EngineDriver::Options options;
    options.dataDir = dir.toStdString();
    options.server = QUrl(server);
    options.app = QStringLiteral("bench");
    options.clock = clock;
    driver = std::make_unique<qt::EngineDriver>(options);
    if (const auto opened = driver->open(); !opened) throw std::runtime_error(opened.error().message);
  }
  void registerAccount(const QString& email = kEmail) {
    finish([this, &email](auto done) {
      driver->auth().registerAccount(driver->account(), email, kPassword, "Bench", done);
    });
  }
  void signIn(const QString& email = kEmail) {
    finish([this, &email](auto done) { driver->auth().login(email, kPassword, done); });
  }
  /// Writes edits in batches of one transaction each.
  void write(std::uint32_t count, const std::function<store::Edit(std::uint32_t)>& edit) {
    for (std::uint32_t i = 0; i < count;) {
      std::vector<store::Edit> batch;
      for (int k = 0; k < kBatch && i < count; ++k) batch.push_back(edit(i++));
      if (const auto done = driver->store().writeAll(batch); !done)
        throw std::runtime_error(done.error().message);
    }
  }
  QString token() {
    QString token;
    QEventLoop loop;
    driver->auth().accessToken([&](Result<QString> result) {
      if (result) token = *result;
      loop.quit();
    });
    loop.exec();
    return token;
  }
  /// Waits until all is sent, received and verified.
  void settle() {
    wait([this] { return driver->engine().settled(); });
  }
  /// Waits until the server has answered every change of a scope, so that all of them are durable there.
  void answered(const Uuid& scope) {
    wait([&] {
      const auto info = driver->store().scope(scope);
      return info->queued == 0 && driver->store().firstToSend(scope) == 0;
    });
  }

  std::unique_ptr<qt::EngineDriver> driver;

 private:
  void wait(const std::function<bool()>& done) {
    constexpr int kLongestMs = 600'000;
    if (done()) return;
    QEventLoop loop;
    QObject::connect(driver.get(), &qt::EngineDriver::statusChanged, &loop, [&] {
      if (done()) loop.quit();
    });
    bool late = false;
    QTimer::singleShot(kLongestMs, &loop, [&] { late = true, loop.quit(); });
    driver->start();
    loop.exec();
    if (late) throw std::runtime_error("a device did not settle");
  }
  void finish(const std::function<void(qt::AuthClient::Done)>& begin) {
    QEventLoop loop;
    std::string problem;
    begin([&](Result<QJsonObject> result) {
      if (!result) problem = result.error().message;
      loop.quit();
    });
    loop.exec();
    if (!problem.empty()) throw std::runtime_error(problem);
  }
};

/// A photo's metadata: title of 20 characters, description of 80, three tags, rating, time, place.
inline store::Edit photo(const Uuid& scope, std::uint32_t i) {
  const auto& photos = schema::collection("photos");
  store::Edit edit;
  edit.collection = &photos;
  edit.scope = scope;
  edit.op = model::Op::create;
  const auto put = [&](std::string_view field, model::Value value) {
    model::FieldPatch patch;
    patch.field = photos.find(field);
    if (patch.field->merge == schema::Merge::set) {
      patch.added = model::makeSet(std::get<model::TextSet>(value));
    } else {
      patch.value = std::move(value);
    }
    edit.patches.push_back(std::move(patch));
  };
  char text[128];
  std::uint64_t mixed = (i + 1) * 0x9E3779B97F4A7C15ULL;
  std::string hash;
  for (int k = 0; k < 4; ++k) {
    mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ULL;
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(mixed));
    hash += text;
  }
  put("hothash", hash);
  std::snprintf(text, sizeof text, "Picture number %05u", i % 100'000);
  put("title", std::string(text));
  std::snprintf(text, sizeof text,
                "Scene %04u, take %02u: the actors walk along the quay while the light goes down %3u",
                i % 9973, i % 31, i % 613);
  put("description", std::string(text).substr(0, 80));
  static const char* const kTags[] = {"quay",     "evening", "extras", "rain",
                                      "portrait", "crane",   "night",  "studio"};
  put("tags", model::TextSet{kTags[i % 8], kTags[(i + 3) % 8], kTags[(i / 8 + 5) % 8]});
  put("rating", static_cast<std::int64_t>(i % 6));
  std::snprintf(text, sizeof text, "2026-%02u-%02uT%02u:%02u:05.000+02:00", i % 12 + 1, i % 28 + 1, i % 24,
                i % 60);
  put("taken_at", std::string(text));
  std::snprintf(text, sizeof text, "48.%08u,2.%08u", 85'000'000 + i % 9'999'999, 35'000'000 + i % 9'999'999);
  put("position", std::string(text));
  edit.id = *model::naturalId(photos, scope, edit.patches);
  return edit;
}

}  // namespace foyer::bench
