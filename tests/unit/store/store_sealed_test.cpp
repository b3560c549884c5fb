// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "file_damage.hpp"
#include "file_scan.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string kWords = "Quixotic-Words-9127";
const std::string kOthers = "Zanzibar-Marker-7431";

const schema::Collection& lists() { return schema::collection("lists"); }

protocol::PageHeader pageOf(const Uuid& scope, std::int64_t head) {
  protocol::PageHeader header;
  header.scope = scope;
  header.epoch = 1;
  header.head = head;
  header.next.since = head;
  return header;
}

}  // namespace

/// Law 12: what this person typed and nobody took outlives leaving, and lies sealed on the disk.
class StoreSealedTest : public QObject {
  Q_OBJECT

 private:
  Uuid m_family = Uuid::v7(77);
  Uuid m_list = Uuid::v7(78);

  /// A family's list of somebody else's, with unsent words of this person's on it.
  void join(TempStore& s) {
    store::ScopeInfo info;
    info.scope = m_family;
    info.kind = schema::Scope::family;
    info.epoch = 1;
    info.confirmed = true;
    s->putScope(info);
    model::Record list(lists(), m_family, m_list);
    list.version = 1;
    list.at("name") = std::string("Ours");
    list.at("description") = kOthers;
    s->applyPage(pageOf(m_family, 1), {list});
    auto edit = makeEdit("lists", m_family, m_list, {{"description", kOthers + " and " + kWords}});
    edit.op = model::Op::edit;
    edit.base = 1;
    edit.patches[0].was = kOthers;
    QVERIFY(s->write(edit).ok());
    while (s->indexSome(50)) {
    }
  }
  void leave(TempStore& s) {
    s->dropScope(m_family);
    s->purge();
  }
  static QStringList found(TempStore& s, const std::string& text) {
    return filesWith(s.file().parent_path().string(), text);
  }
  static std::string wordsOf(const store::HeldItem& item) {
    return std::get<std::string>(item.mutation.patches.at(0).value);
  }

 private slots:
  void law12_aRawScanFindsNoneOfTheWords() {
    TempStore s(false);
    s.sealKey = crypto::newSealKey(1);
    s.open();
    join(s);
    QVERIFY(!found(s, kWords).isEmpty());
    leave(s);
    for (const std::string& text : {kWords, std::string("quixotic"), kOthers})
      QCOMPARE(found(s, text), QStringList());
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    s.reopen();
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    // Thrown away and taken back, which shows nothing either.
    const auto item = s->heldItems().at(0).localId;
    QVERIFY(s->discardHeld(item).ok());
    QCOMPARE(s->discardedItems().size(), std::size_t{1});
    QVERIFY(s->restoreDiscarded(item).ok());
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    s.close();
    QCOMPARE(found(s, kWords), QStringList());
  }

  void law12_withoutItsKeyItWaitsUnread() {
    TempStore s(false);
    const auto key = crypto::newSealKey(1);
    s.sealKey = key;
    s.open();
    join(s);
    leave(s);
    for (const auto& other : {std::optional(crypto::newSealKey(1)), std::optional<crypto::SealKey>()}) {
      s.sealKey = other;
      s.reopen();
      QVERIFY(!s.opened.rebuilt);
      const auto held = s->heldItems();
      QCOMPARE(held.size(), std::size_t{1});
      QCOMPARE(held[0].reason.code, Code::damaged);
      QVERIFY(held[0].mutation.patches.empty() && held[0].mutation.id == m_list);
      QVERIFY(s->discardHeld(held[0].localId).ok());
      QVERIFY(s->restoreDiscarded(held[0].localId).ok());
    }
    s.sealKey = key;
    s.reopen();
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
  }

  void law12_whoComesBackCanSendThem() {
    TempStore s(false);
    s.sealKey = crypto::newSealKey(1);
    s.open();
    join(s);
    leave(s);
    const auto item = s->heldItems().at(0).localId;
    QCOMPARE(s->retryHeld(item).error().code, Code::forbidden);
    store::ScopeInfo info;
    info.scope = m_family;
    info.kind = schema::Scope::family;
    info.confirmed = true;
    s->putScope(info);
    QVERIFY(s->retryHeld(item).ok());
    const auto pushed = s->nextPush(m_family, 10, 100'000);
    QCOMPARE(pushed.size(), std::size_t{1});
    QCOMPARE(std::get<std::string>(pushed[0].patches.at(0).value), "and " + kWords);
  }

  void law12_whatAnEarlierVersionLeftIsSealedToo() {
    TempStore s;
    join(s);
    leave(s);
    QVERIFY(!found(s, kWords).isEmpty());
    s.sealKey = crypto::newSealKey(1);
    s.reopen();
    s->purge();
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    s.close();
    QCOMPARE(found(s, kWords), QStringList());
  }

  void law12_theyOutliveADamagedFile() {
    TempStore s(false);
    s.sealKey = crypto::newSealKey(1);
    s.open();
    join(s);
    leave(s);
    s.close();
    overwrite(s.file(), 0, QByteArray(100, 'x'));
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    QCOMPARE(found(s, kWords), QStringList());
  }

  void law12_whatWasBorrowedIsKnownAfterADamage_data() {
    QTest::addColumn<bool>("header");
    QTest::newRow("by SQL") << false;
    QTest::newRow("from the pages") << true;
  }
  void law12_whatWasBorrowedIsKnownAfterADamage() {
    QFETCH(bool, header);
    TempStore s;
    join(s);
    // Deleted for good by somebody: what the device shows of it becomes a creation, others' words included.
    model::Record tombstone(lists(), m_family, m_list);
    tombstone.state = model::State::tombstone;
    tombstone.version = 2;
    s->applyPage(pageOf(m_family, 2), {tombstone});
    QVERIFY(s->heldItems().at(0).mutation.op == model::Op::create);
    s.close();
    if (header) {
      overwrite(s.file(), 0, QByteArray(100, 'x'));
    } else {
      QFile mark(QString::fromStdString(s.file().string() + ".suspect"));
      QVERIFY(mark.open(QIODevice::WriteOnly));
    }
    s.open();
    QVERIFY(s.opened.rebuilt);
    QVERIFY(!found(s, kOthers).isEmpty());
    leave(s);
    QCOMPARE(s->heldItems().size(), std::size_t{1});
    QCOMPARE(wordsOf(s->heldItems().at(0)), "and " + kWords);
    QCOMPARE(found(s, kOthers), QStringList());
  }
};

QTEST_GUILESS_MAIN(StoreSealedTest)
#include "store_sealed_test.moc"
