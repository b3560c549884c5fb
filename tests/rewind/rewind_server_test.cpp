// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "crypto/derived_id.hpp"
#include "rewind_device.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

/// Two people with one device each, a family with two lists that all have, and a server that can go back.
struct Household {
  QTemporaryDir dir;
  ManualClock clock;
  RewindServer server{clock};
  Uuid annsAccount = Uuid::v7(clock.wallMs()), bobsAccount = Uuid::v7(clock.wallMs());
  RewindDevice ann{server, clock, path("ann"), annsAccount};
  RewindDevice bob{server, clock, path("bob"), bobsAccount};
  Uuid family, films, songs;
  std::shared_ptr<const server::MemoryStore::Image> image;

  Household() {
    family = ann.makeFamily("Home");
    films = ann.makeList(family, "Films");
    songs = ann.makeList(family, "Songs");
    ann.sync();
    server.join(family, bobsAccount);
    bothSync();
  }
  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(dir.path().toStdString()) / (std::string(name) + ".sqlite");
  }
  void bothSync() {
    for (int i = 0; i < 2; ++i) {
      clock.advance(kMinute);
      ann.sync();
      bob.sync();
    }
  }
  void takeImage() { image = server.store.image(); }
  void putBack() { server.store.putBack(*image); }
  std::int64_t epoch() { return server.store.scope(family)->epoch; }
  QString apart() {
    const auto there = server.lines(family);
    if (ann.lines(family) != there) return QStringLiteral("ann's device differs from the server");
    if (bob.lines(family) != there) return QStringLiteral("bob's device differs from the server");
    return {};
  }
};

}  // namespace

/// Law 11: the server goes back in time, with or without a restore command; devices give it back what it
/// forgot.
class RewindServerTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_whatTheServerForgotIsOfferedAgain();
  void law11_nothingIsDoubledAndNoConflictInvented();
  void law11_aServerThatWentOnMeetsWhatItForgot();
  void law11_anEditTypedOnForgottenGroundHidesNothing();
  void law11_aScopeMadeAfterTheBackupComesBack();
  void law11_deletesAndRestoresAreOfferedAgain();
  void law11_numbersWithGapsAreCountedAnew();
  void law11_afterThirtyDaysNumbersGoOn();
  void law11_devicesThatSawNothingNewReadNothingAgain();
  void law11_backTwice();
};

void RewindServerTest::law11_whatTheServerForgotIsOfferedAgain() {
  Household h;
  h.takeImage();
  h.ann.rename(h.family, h.films, "Films to see");
  const Uuid books = h.bob.makeList(h.family, "Books");
  h.bothSync();
  h.putBack();
  QCOMPARE(h.ann.nameOf(h.family, h.films), std::string("Films to see"));
  h.ann.sync();
  QCOMPARE(h.epoch(), 2);
  QCOMPARE(h.ann.nameOf(h.family, h.films), std::string("Films to see"));
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.bob.nameOf(h.family, h.films), std::string("Films to see"));
  QCOMPARE(h.ann.nameOf(h.family, books), std::string("Books"));
  QCOMPARE(h.epoch(), 2);
}

void RewindServerTest::law11_nothingIsDoubledAndNoConflictInvented() {
  Household h;
  h.takeImage();
  for (int i = 0; i < 5; ++i) {
    h.ann.rename(h.family, h.films, "Films " + std::to_string(i));
    h.ann.makeList(h.family, "List " + std::to_string(i));
    h.bothSync();
  }
  const std::size_t rows = h.server.lines(h.family).size();
  h.putBack();
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.server.lines(h.family).size(), rows);
  QCOMPARE(h.server.conflicts(h.family), 0u);
  QCOMPARE(h.bob.nameOf(h.family, h.films), std::string("Films 4"));
}

void RewindServerTest::law11_aServerThatWentOnMeetsWhatItForgot() {
  Household h;
  h.takeImage();
  h.ann.rename(h.family, h.films, "Ann's films");
  h.ann.sync();
  h.putBack();
  // Bob has seen nothing of it: for him nothing happened, and he writes on.
  h.clock.advance(kMinute);
  h.bob.rename(h.family, h.films, "Bob's films");
  h.bob.sync();
  QCOMPARE(h.epoch(), 1);
  h.bothSync();
  QCOMPARE(h.epoch(), 2);
  QCOMPARE(h.apart(), QString());
  // They did not know each other: one is shown, the other is in a card.
  QCOMPARE(h.server.conflicts(h.family), 1u);
  QCOMPARE(h.ann.nameOf(h.family, h.films), std::string("Bob's films"));
}

void RewindServerTest::law11_anEditTypedOnForgottenGroundHidesNothing() {
  Household h;
  h.takeImage();
  h.bob.rename(h.family, h.films, "One");
  h.bothSync();
  h.putBack();
  h.clock.advance(kMinute);
  // On a third device of Bob's, which saw nothing of "One", something else is written and received.
  RewindDevice third(h.server, h.clock, h.path("third"), h.bobsAccount);
  third.sync();
  third.rename(h.family, h.films, "Two");
  third.sync();
  h.clock.advance(kMinute);
  h.ann.rename(h.family, h.films, "Three");  // on top of "One", not knowing "Two"
  h.bothSync();
  third.sync();
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.ann.nameOf(h.family, h.films), std::string("Three"));
  std::string all;
  for (const std::string& line : h.server.lines(h.family)) all += line;
  QVERIFY(all.find("Two") != std::string::npos);  // in a card
}

void RewindServerTest::law11_aScopeMadeAfterTheBackupComesBack() {
  Household h;
  h.takeImage();
  const Uuid cottage = h.ann.makeFamily("Cottage");
  const Uuid list = h.ann.makeList(cottage, "To bring");
  h.ann.sync();
  h.ann.rename(cottage, list, "To bring along");
  h.ann.sync();
  h.putBack();
  h.bothSync();
  QVERIFY(h.server.store.scope(cottage).has_value());
  QCOMPARE(h.ann.nameOf(cottage, list), std::string("To bring along"));
  QVERIFY(h.ann.lines(cottage) == h.server.lines(cottage));
}

void RewindServerTest::law11_deletesAndRestoresAreOfferedAgain() {
  Household h;
  h.takeImage();
  store::Edit edit;
  edit.collection = &schema::collection("lists");
  edit.scope = h.family;
  edit.id = h.songs;
  edit.op = model::Op::del;
  edit.base = h.ann.store().baseOf(h.family, *edit.collection, h.songs);
  QVERIFY(h.ann.store().write(edit).ok());
  h.ann.engine().localChange(h.family);
  h.bothSync();
  QCOMPARE(h.bob.nameOf(h.family, h.songs), std::string("(nothing)"));
  h.putBack();
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.bob.nameOf(h.family, h.songs), std::string("(nothing)"));
  QCOMPARE(h.server.conflicts(h.family), 0u);
}

void RewindServerTest::law11_numbersWithGapsAreCountedAnew() {
  Household h;
  h.takeImage();
  // Refused by the server and discarded: its number is used, and nobody has the mutation any more.
  store::Edit edit;
  edit.collection = &schema::collection("list_items");
  edit.scope = h.family;
  edit.op = model::Op::create;
  const Uuid noList = Uuid::v7(h.clock.wallMs()), heat = Uuid::v7(h.clock.wallMs());
  edit.id = crypto::derivedId(h.family, "list_items", {noList.str(), heat.str()});
  const std::pair<const char*, model::Value> values[] = {
      {"list", noList}, {"title_id", heat}, {"title", std::string("Heat")}, {"kind", std::string("movie")}};
  for (const auto& [field, value] : values) {
    model::FieldPatch patch;
    patch.field = edit.collection->find(field);
    patch.value = value;
    edit.patches.push_back(patch);
  }
  const auto written = h.ann.store().write(edit);
  QVERIFY2(written.ok(), written ? "" : written.error().message.c_str());
  h.ann.engine().localChange(h.family);
  h.ann.sync();
  const auto held = h.ann.store().heldItems();
  QCOMPARE(held.size(), 1u);
  QVERIFY(h.ann.store().discardHeld(held[0].localId).ok());
  h.ann.rename(h.family, h.songs, "Third");
  h.ann.sync();
  const auto before = h.ann.store().scope(h.family)->lastSeq;
  h.putBack();
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.ann.store().scope(h.family)->lastSeq, before - 1);
  QCOMPARE(h.bob.nameOf(h.family, h.songs), std::string("Third"));
}

void RewindServerTest::law11_afterThirtyDaysNumbersGoOn() {
  Household h;
  h.takeImage();
  h.ann.rename(h.family, h.films, "Long ago");
  h.bothSync();
  h.clock.advance(31 * kDay);
  h.ann.rename(h.family, h.songs, "Lately");
  h.bothSync();
  h.ann.store().tidy();
  h.bob.store().tidy();
  h.putBack();
  // What is older than 30 days is not offered again; what is younger is, under numbers that the server takes.
  h.bothSync();
  QCOMPARE(h.apart(), QString());
  QCOMPARE(h.bob.nameOf(h.family, h.songs), std::string("Lately"));
  h.ann.rename(h.family, h.films, "Now");
  h.bothSync();
  QCOMPARE(h.bob.nameOf(h.family, h.films), std::string("Now"));
}

void RewindServerTest::law11_devicesThatSawNothingNewReadNothingAgain() {
  Household h;
  h.bothSync();
  h.takeImage();
  const std::int64_t cursor = h.bob.store().scope(h.family)->cursor;
  h.ann.rename(h.family, h.films, "Ann's");
  h.ann.sync();
  h.putBack();
  h.clock.advance(kMinute);
  h.ann.sync();
  const auto row = h.server.store.scope(h.family);
  QCOMPARE(row->epochBase, cursor);
  h.bob.sync();
  QCOMPARE(h.bob.store().scope(h.family)->epoch, 2);
  QVERIFY(h.bob.store().marks(h.family).front().version <= cursor);  // nothing was set aside
  QCOMPARE(h.apart(), QString());
}

void RewindServerTest::law11_backTwice() {
  Household h;
  h.takeImage();
  for (int time = 1; time <= 3; ++time) {
    h.ann.rename(h.family, h.films, "Ann " + std::to_string(time));
    h.bob.rename(h.family, h.songs, "Bob " + std::to_string(time));
    h.bothSync();
    h.putBack();
    h.bothSync();
    QCOMPARE(h.apart(), QString());
    QCOMPARE(h.bob.nameOf(h.family, h.films), "Ann " + std::to_string(time));
    QCOMPARE(h.ann.nameOf(h.family, h.songs), "Bob " + std::to_string(time));
  }
}

QTEST_GUILESS_MAIN(RewindServerTest)
#include "rewind_server_test.moc"
