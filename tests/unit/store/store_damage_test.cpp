// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "file_damage.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

namespace {
const schema::Collection& lists() { return schema::collection("lists"); }
}  // namespace

/// Damaged files are set aside and rebuilt; unsent changes that can be read survive.
class StoreDamageTest : public QObject {
  Q_OBJECT

 private slots:
  void somethingThatIsNoDatabaseIsSetAside() {
    TempStore s(false);
    QFile file(QString::fromStdString(s.file().string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{0});
    QCOMPARE(damagedFiles(s.file()), 1);
    s.addList("a");
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void damageFoundAfterACrashLosesNoUnsentChange() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 300; ++i)
      s.serverPuts("lists", Uuid::v7(i), {{"name", "from the server " + std::to_string(i)}});
    s.pull();
    for (int i = 0; i < 50; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    s->nextPush(s.person, 20, 100'000);
    const Uuid family = Uuid::v7(5);
    store::Edit head =
        makeEdit("families", family, family, {{"name", std::string("Ours")}, {"created_by", s.person}});
    head.op = model::Op::create;
    QVERIFY(s->write(head).ok());
    s->setSetting("account", "me");
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "from the server 7") > 0);
    leaveUnclean(s.file());
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{51});
    QCOMPARE(s->setting("account"), std::string("me"));
    QVERIFY(s->scope(family).has_value());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      QCOMPARE(textOf(s->get(lists(), s.person, ids[i]), "name"), "unsent " + std::to_string(i));
    }
    const auto pushed = s->nextPush(s.person, 100, 1'000'000);
    QCOMPARE(pushed.size(), 50u);
    for (std::size_t i = 0; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, i + 1);
    QVERIFY(s.pull().verified);  // the rest comes from the server
  }

  void aDestroyedHeaderLosesNoUnsentChange() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 120; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    const Uuid entry = s.addEntry("Alien");
    s.edit("watch_entries", entry, {{"notes", std::string(9'000, 'n')}});  // spills over several pages
    s.push(), s.pull();
    s.edit("watch_entries", entry, {{"notes", std::string(9'500, 'm')}});
    for (const Uuid& id : ids) s.edit("lists", id, {{"description", std::string("unsent words")}});
    s->setSetting("account", s.person.str());
    s.close();
    overwrite(s.file(), 0, QByteArray(4096, '\0'));
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{121});
    QCOMPARE(s->setting("account"), s.person.str());
    QVERIFY(s.pull().verified);
    QCOMPARE(textOf(s->get(lists(), s.person, ids[5]), "description"), std::string("unsent words"));
    QCOMPARE(textOf(s->get(schema::collection("watch_entries"), s.person, entry), "notes"),
             std::string(9'500, 'm'));
    const auto pushed = s.push();
    QCOMPARE(pushed.size(), 121u);
    QVERIFY(pushed[0].seq > 121);  // the numbers given out before are known
    QVERIFY(s.pull().verified);
  }

  void aDestroyedHeaderBesideAnUnfinishedLog() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 40; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    // As a crash leaves it: the file and its log, copied while they are open.
    const fs::path copy = s.file().parent_path() / "crashed";
    fs::create_directory(copy);
    for (const char* part : {"", "-wal"})
      fs::copy_file(s.file().string() + part, copy / ("foyer.sqlite" + std::string(part)));
    s.close();
    for (const char* part : {"", "-wal"}) {
      fs::remove(s.file().string() + part);
      fs::rename(copy / ("foyer.sqlite" + std::string(part)), s.file().string() + part);
    }
    overwrite(s.file().string() + "-wal", 0, QByteArray(4, '\0'));  // SQLite doesn't know the log any more
    overwrite(s.file(), 0, QByteArray(100, 'x'));
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{40});
    QCOMPARE(textOf(s->get(lists(), s.person, ids[39]), "name"), std::string("unsent 39"));
  }

  void aRebuildThatWasCutOffIsDoneAgain() {
    TempStore s;
    const Uuid id = s.addList("unsent");
    s.close();
    const fs::path aside = s.file().string() + ".damaged-1";
    fs::rename(s.file(), aside);
    QFile mark(QString::fromStdString(s.file().string() + ".rebuilding"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(aside.string().c_str());
    mark.close();
    QFile half(QString::fromStdString(s.file().string()));  // the new file, not finished
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.close();
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{1});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("unsent"));
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void aSpoiltOutboxPageCostsOnlyItself() {
    TempStore s;
    for (int i = 0; i < 200; ++i) s.addList("unsent number " + std::to_string(i));
    s->nextPush(s.person, 150, 1'000'000);
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "unsent number 77") > 0);
    leaveUnclean(s.file());
    s.open();
    QVERIFY(s.opened.rebuilt);
    QVERIFY2(s.opened.salvaged >= 160 && s.opened.salvaged < 200,
             qPrintable(QString::number(s.opened.salvaged)));
    // A number is missing: the rest is numbered anew, without gaps.
    const auto pushed = s->nextPush(s.person, 1000, 1'000'000);
    QCOMPARE(static_cast<std::int64_t>(pushed.size()), s.opened.salvaged);
    for (std::size_t i = 0; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, i + 1);
  }

  void damageMetWhileInUseRebuildsAtTheNextOpen() {
    TempStore s;
    for (int i = 0; i < 200; ++i)
      s.serverPuts("lists", Uuid::v7(i), {{"name", "from the server " + std::to_string(i)}});
    s.pull();
    const Uuid unsent = s.addList("unsent");
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "from the server 7") > 0);
    s.open();  // closed properly: not looked at closely
    QVERIFY(!s.opened.rebuilt);
    bool met = false;
    try {
      s->exportScope(s.person, [](std::string_view) {});
    } catch (const store::Failure& failure) {
      met = failure.damaged;
    }
    QVERIFY(met);
    s.reopen();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(textOf(s->get(lists(), s.person, unsent), "name"), std::string("unsent"));
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void anOutboxThatCantBeReadAtOpenIsRebuilt() {
    TempStore s;
    for (int i = 0; i < 200; ++i) s.addList("unsent number " + std::to_string(i));
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "unsent number 77") > 0);
    s.open();
    QVERIFY(s.opened.rebuilt);
    QVERIFY(s.opened.salvaged >= 160);
  }
};

QTEST_GUILESS_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
