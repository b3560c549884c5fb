// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtTest>
#include <array>
#include <random>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

namespace {
const schema::Collection& lists() { return schema::collection("lists"); }
}  // namespace

/// What was durable survives a full disk and a killed process.
class StoreCrashTest : public QObject {
  Q_OBJECT

 private slots:
  void aFullDiskRefusesAndLosesNothing() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    rlimit before{};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
    rlimit full = before;
    full.rlim_cur = std::max(fs::file_size(s.file()), fs::file_size(s.file().string() + "-wal")) + 4096;
    ::setrlimit(RLIMIT_FSIZE, &full);
    Result<model::Record> refused = Error{};
    bool written = true;
    std::size_t took = 0;
    for (; took < 5000 && written; ++took) {
      refused = s.tryEdit("watch_entries", id, {{"notes", std::string(5'000 + took, 'n')}});
      written = refused.ok();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, ignored);
    QVERIFY(!written);
    QVERIFY(refused.error().code == Code::internal);
    const std::size_t kept = took == 1 ? 0 : 5'000 + took - 2;
    const auto& entries = schema::collection("watch_entries");
    QCOMPARE(s->get(entries, s.person, id)->text("notes").size(), kept);
    s.edit("watch_entries", id, {{"notes", std::string("there is room again")}});
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
    QCOMPARE(textOf(s->get(entries, s.person, id), "notes"), std::string("there is room again"));
    QCOMPARE(s.push().size(), 1u);
  }

  void killedAtAnyPointNothingDurableIsLost() {
    const QByteArray given = qgetenv("FOYER_SEED");
    const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
    qInfo() << "FOYER_SEED" << seed;
    std::mt19937 random(seed);
    for (int round = 0; round < 6; ++round) {
      TempStore s(false);
      std::array<int, 2> pipe{};
      QVERIFY(::pipe(pipe.data()) == 0);
      const pid_t child = ::fork();
      if (child == 0) work(s, pipe[1]);
      ::close(pipe[1]);
      const unsigned wanted = 1 + random() % 120;
      std::vector<Uuid> durable;
      Uuid id;
      while (durable.size() < wanted && ::read(pipe[0], id.bytes.data(), 16) == 16) durable.push_back(id);
      ::usleep(random() % 3000);
      ::kill(child, SIGKILL);
      while (::read(pipe[0], id.bytes.data(), 16) == 16) durable.push_back(id);
      ::close(pipe[0]);
      ::waitpid(child, nullptr, 0);
      QVERIFY(durable.size() >= wanted);

      s.open();
      QVERIFY(!s.opened.rebuilt);
      model::Digest digest;
      std::size_t waiting = 0;
      for (const Uuid& one : durable) {
        const auto row = s->get(lists(), s.person, one);
        QVERIFY(row);
        if (row->version > 0) digest += model::rowHash(*row);
        waiting += s->pendingOf(lists(), s.person, one) != store::Pending::none;
      }
      // One write may have been durable without having been told.
      const auto pushed = s->nextPush(s.person, 1000, 1'000'000);
      QVERIFY(pushed.size() == waiting || pushed.size() == waiting + 1);
      for (std::size_t i = 1; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, pushed[i - 1].seq + 1);
      QVERIFY(s->scope(s.person)->digest == digest);  // what wasn't told has no version yet
    }
  }

 private:
  /// The child: writes, pushes and pulls for ever, tells each record once it is durable.
  [[noreturn]] static void work(TempStore& s, int out) {
    s.open();
    for (int i = 0;; ++i) {
      const Uuid id = s.addList("list " + std::to_string(i));
      if (::write(out, id.bytes.data(), 16) != 16) ::_exit(0);
      if (i % 7 == 6) s.push();
      if (i % 14 == 13) s.pull();
      if (i > 5000) ::_exit(0);
    }
  }
};

QTEST_GUILESS_MAIN(StoreCrashTest)
#include "store_crash_test.moc"
