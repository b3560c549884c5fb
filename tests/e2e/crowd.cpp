// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.hpp"

#include <QElapsedTimer>
#include <QTimer>
#include <random>
#include <stdexcept>

#include "../bench/bench_device.hpp"

namespace foyer::test {
namespace {

constexpr int kTickMs = 20;
constexpr int kWritingMs = 10;           ///< of each tick; the rest is for the network
constexpr std::size_t kAlbumsEach = 60;  ///< then mostly names of these change

}  // namespace

struct Crowd::Inside : QObject {
  struct Album {
    Uuid id;
    std::int64_t step = 0;  ///< of its name
  };
  struct Device {
    Uuid scope;
    std::unique_ptr<bench::BenchDevice> device;
    std::vector<Album> albums;
    std::int64_t written = 0;
  };

  std::uint64_t below(std::uint64_t n) { return random() % n; }
  void change(Device& one);
  void tick();
  void writeDue();

  std::string problem;  ///< of a write; the next run() throws it
  std::vector<std::unique_ptr<Device>> devices;
  std::mt19937_64 random;
  std::unique_ptr<QTimer> timer;
  QElapsedTimer writing;
  std::int64_t due = 0;  ///< changes since `writing` began
  int rate = 0;
  std::atomic<std::int64_t>* written = nullptr;
};

/// A new album, or another name for one of which the server has answered everything.
void Crowd::Inside::change(Device& one) {
  const auto& albums = schema::collection("albums");
  store::Store& store = one.device->driver->store();
  store::Edit edit{&albums, one.scope, {}, model::Op::create, 0, {}};
  Album* album = nullptr;
  for (int tries = 0; tries < 4 && one.albums.size() >= kAlbumsEach && !album; ++tries) {
    album = &one.albums[below(one.albums.size())];
    if (store.pendingOf(albums, one.scope, album->id) != store::Pending::none) album = nullptr;
  }
  if (album) {
    edit.op = model::Op::edit;
    edit.id = album->id;
    edit.base = store.baseOf(one.scope, albums, edit.id);
  } else {
    album = &one.albums.emplace_back(Album{Uuid::v7(SystemClock().wallMs()), 0});
    edit.id = album->id;
  }
  model::FieldPatch patch;
  patch.field = albums.find("name");
  patch.value = "Step " + std::to_string(album->step++);
  edit.patches.push_back(std::move(patch));
  if (const auto done = store.write(edit); !done) throw std::runtime_error(done.error().message);
  ++one.written;
  ++*written;
}

void Crowd::Inside::tick() {
  try {
    writeDue();
  } catch (const std::exception& e) {
    problem = e.what();
    timer->stop();
  }
}

void Crowd::Inside::writeDue() {
  const qint64 began = writing.elapsed();
  const std::int64_t wanted = began * rate / 1000;
  for (; due < wanted && writing.elapsed() < began + kWritingMs; ++due)
    change(*devices[below(devices.size())]);
  due = wanted;  // what a busy machine can't write in time is not made up for
}

Crowd::Crowd(const ServerProcess& server, const QString& dir, std::uint64_t seed, int people, int devicesEach)
    : m_inside(std::make_unique<Inside>()) {
  m_inside->random.seed(seed);
  m_inside->written = &m_written;
  m_inside->moveToThread(&m_thread);
  m_thread.start();
  run([&](Inside& in) {
    for (int person = 0; person < people; ++person) {
      const QString email = QStringLiteral("crowd%1@example.org").arg(person);
      for (int i = 0; i < devicesEach; ++i) {
        auto& one = *in.devices.emplace_back(std::make_unique<Inside::Device>());
        const QString folder = dir + QStringLiteral("/person%1-%2").arg(person).arg(i);
        one.device = std::make_unique<bench::BenchDevice>(folder, server.url());
        if (i == 0)
          one.device->registerAccount(email);
        else
          one.device->signIn(email);
        one.scope = one.device->driver->account();
        one.device->settle();
      }
    }
  });
}

Crowd::~Crowd() {
  run([](Inside& in) {
    in.timer.reset();
    in.devices.clear();
  });
  m_thread.quit();
  m_thread.wait();
}

void Crowd::run(const std::function<void(Inside&)>& work) {
  std::string problem;
  QMetaObject::invokeMethod(
      m_inside.get(),
      [&] {
        problem = m_inside->problem;
        try {
          work(*m_inside);
        } catch (const std::exception& e) {
          problem = e.what();
        }
      },
      Qt::BlockingQueuedConnection);
  if (!problem.empty()) throw std::runtime_error(problem);
}

void Crowd::write(int changesPerSecond) {
  run([&](Inside& in) {
    in.rate = changesPerSecond;
    in.due = 0;
    in.writing.start();
    in.timer = std::make_unique<QTimer>();
    if (changesPerSecond == 0) return;
    QObject::connect(in.timer.get(), &QTimer::timeout, in.timer.get(), [&in] { in.tick(); });
    in.timer->start(kTickMs);
  });
}

std::int64_t Crowd::acknowledged() {
  std::int64_t sum = 0;
  run([&](Inside& in) {
    for (const auto& one : in.devices)
      sum += static_cast<std::int64_t>(one->device->driver->store().acknowledged(one->scope));
  });
  return sum;
}

bool Crowd::settles(int ms) {
  QElapsedTimer time;
  time.start();
  while (time.elapsed() < ms) {
    bool all = true;
    run([&all](Inside& in) {
      std::map<Uuid, std::int64_t> heads;
      for (const auto& one : in.devices) {
        const auto info = one->device->driver->store().scope(one->scope);
        const auto [slot, first] = heads.emplace(one->scope, info->cursor);
        all = all && one->device->driver->engine().settled() && slot->second == info->cursor;
      }
    });
    if (all) return true;
    QThread::msleep(50);
  }
  return false;
}

std::vector<Crowd::Person> Crowd::people() {
  std::vector<Person> people;
  run([&](Inside& in) {
    for (const auto& one : in.devices) {
      if (people.empty() || people.back().scope != one->scope) people.push_back({one->scope, {}});
      std::string& text = people.back().exports.emplace_back();
      one->device->driver->store().exportScope(one->scope, [&text](std::string_view line) {
        text += line;
        text += '\n';
      });
    }
  });
  return people;
}

std::vector<std::pair<Uuid, std::int64_t>> Crowd::changesByDevice() {
  std::vector<std::pair<Uuid, std::int64_t>> all;
  run([&](Inside& in) {
    for (const auto& one : in.devices) all.emplace_back(one->device->driver->identity().device, one->written);
  });
  return all;
}

int Crowd::otherEpochs() {
  int count = 0;
  run([&](Inside& in) {
    for (const auto& one : in.devices)
      count += one->device->driver->store().scope(one->scope)->epoch == 1 ? 0 : 1;
  });
  return count;
}

}  // namespace foyer::test
