// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "rewind_device.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kRuns = 5;
constexpr int kSteps = 120;

std::uint64_t seedOfRun() {
  bool set = false;
  const qulonglong given = qEnvironmentVariable("FOYER_SEED").toULongLong(&set);
  return set ? given : std::random_device{}();
}

/// Four devices of two people, one family; the server goes back to any of its former states, again and again.
class Chaos {
 public:
  explicit Chaos(std::uint64_t seed) : m_random(seed) {
    for (int i = 0; i < 4; ++i) {
      const auto file = std::filesystem::path(m_dir.path().toStdString()) / (std::to_string(i) + ".sqlite");
      m_devices.push_back(std::make_unique<RewindDevice>(m_server, m_clock, file, m_accounts[i % 2]));
    }
    m_family = m_devices[0]->makeFamily("Home");
    m_shared = m_devices[0]->makeList(m_family, "Everybody's");
    m_devices[0]->sync();
    m_server.join(m_family, m_accounts[1]);
    everybodySyncs();
    m_images.push_back(m_server.store.image());
  }

  void step() {
    RewindDevice& device = *m_devices[below(4)];
    m_clock.advance(1 + static_cast<std::int64_t>(below(90'000)));
    switch (below(12)) {
      case 0:
        m_images.push_back(m_server.store.image());
        break;
      case 1:
        m_server.store.putBack(*m_images[below(m_images.size())]);
        break;
      case 2:
        device.closeFile();
        device.openFile();
        break;
      case 3:
        device.pushIntoTheVoid();
        break;
      case 4:
      case 5:
        device.rename(m_family, m_shared, "Shared " + std::to_string(++m_count));
        break;
      case 6:
      case 7: {
        const std::string name = "Own " + std::to_string(++m_count);
        m_own[device.makeList(m_family, name)] = {&device, name};
        break;
      }
      case 8:
      case 9:
        for (auto& [list, owned] : m_own) {
          if (owned.first != &device) continue;
          owned.second = "Own " + std::to_string(++m_count);
          device.rename(m_family, list, owned.second);
          break;
        }
        break;
      default:
        device.sync();
    }
  }

  void everybodySyncs() {
    for (int i = 0; i < 3; ++i) {
      m_clock.advance(1'000);
      for (auto& device : m_devices) device->sync();
    }
  }

  /// What is wrong, or nothing.
  QString verdict() {
    const auto there = m_server.lines(m_family);
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
      RewindDevice& device = *m_devices[i];
      if (device.lines(m_family) != there) return QStringLiteral("device %1 differs from the server").arg(i);
      if (!device.store().heldItems().empty()) return QStringLiteral("device %1 holds something").arg(i);
      for (const auto& [list, owned] : m_own) {
        const std::string shown = device.nameOf(m_family, list);
        if (shown != owned.second)
          return QStringLiteral("device %1 shows %2, not %3")
              .arg(i)
              .arg(QString::fromStdString(shown), QString::fromStdString(owned.second));
      }
    }
    return {};
  }
  std::size_t lists() {
    return m_server.store.readAll(m_family, schema::collection("lists"))->records.size();
  }
  std::size_t expectedLists() const { return m_own.size() + 1; }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(m_random() % n); }

  QTemporaryDir m_dir;
  std::mt19937_64 m_random;
  ManualClock m_clock;
  RewindServer m_server{m_clock};
  Uuid m_accounts[2] = {Uuid::v7(m_clock.wallMs()), Uuid::v7(m_clock.wallMs())};
  std::vector<std::unique_ptr<RewindDevice>> m_devices;
  std::vector<std::shared_ptr<const server::MemoryStore::Image>> m_images;
  std::map<Uuid, std::pair<RewindDevice*, std::string>> m_own;
  Uuid m_family, m_shared;
  int m_count = 0;
};

}  // namespace

/// Law 11 under chance: whatever the server forgets, at whatever time, nothing is lost and nothing doubled.
class RewindRandomTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_nothingLostNothingDoubled();
};

void RewindRandomTest::law11_nothingLostNothingDoubled() {
  const std::uint64_t first = seedOfRun();
  for (int run = 0; run < kRuns; ++run) {
    const std::uint64_t seed = first + static_cast<std::uint64_t>(run);
    const QString name = QStringLiteral("FOYER_SEED=%1: ").arg(seed);
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed));
    try {
      Chaos chaos(seed);
      for (int i = 0; i < kSteps; ++i) chaos.step();
      chaos.everybodySyncs();
      const QString wrong = chaos.verdict();
      QVERIFY2(wrong.isEmpty(), qPrintable(name + wrong));
      QCOMPARE(chaos.lists(), chaos.expectedLists());
    } catch (const std::exception& e) {
      QFAIL(qPrintable(name + QString::fromUtf8(e.what())));
    }
  }
}

QTEST_GUILESS_MAIN(RewindRandomTest)
#include "rewind_random_test.moc"
