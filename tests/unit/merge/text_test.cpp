// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>
#include <sstream>

#include "history.hpp"
#include "merge/own_words.hpp"
#include "property.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Conflict;
using merge::insertedWords;
using merge::mergeText;

namespace {

std::vector<std::string> words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> out;
  for (std::string word; stream >> word;) out.push_back(word);
  return out;
}

std::set<std::string> wordSet(std::string_view text) {
  const auto all = words(text);
  return {all.begin(), all.end()};
}

std::string join(const std::vector<std::string>& all) {
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += i % 5 == 0 ? "\n" : " ";
    out += all[i];
  }
  return out;
}

/// One person's typing: deletes, inserts and replaces words. New words are never used twice.
std::string type(const std::string& text, int author, int& counter) {
  std::vector<std::string> all = words(text);
  for (int i = 1 + pick(3); i > 0; --i) {
    const auto at = static_cast<std::ptrdiff_t>(pick(static_cast<int>(all.size()) + 1));
    const int what = pick(4);
    if (what == 0 && at < static_cast<std::ptrdiff_t>(all.size())) {
      const auto most = static_cast<int>(all.size()) - static_cast<int>(at);
      all.erase(all.begin() + at, all.begin() + at + 1 + pick(most));
    } else {
      const std::string word = std::string(1, static_cast<char>('a' + author)) + std::to_string(counter++);
      if (what == 1 && at < static_cast<std::ptrdiff_t>(all.size()))
        all[static_cast<std::size_t>(at)] = word;
      else
        all.insert(all.begin() + at, word);
    }
  }
  return join(all);
}

std::string_view stringOf(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? std::string_view(*text) : std::string_view();
}

}  // namespace

class MergeTextTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed())); }

  void law7_examples_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("ifMine");
    QTest::addColumn<QString>("ifTheirs");
    const auto row = [](const char* name, const char* base, const char* theirs, const char* mine,
                        const char* ifMine, const char* ifTheirs) {
      QTest::newRow(name) << base << theirs << mine << ifMine << ifTheirs;
    };
    row("far apart", "one two three four", "ONE two three four", "one two three FOUR", "ONE two three FOUR",
        "");
    row("one side only", "a b", "a b", "a b c", "a b c", "");
    row("same change", "a b", "a x b", "a x b", "a x b", "");
    row("same change and more", "a b c d e", "x b c d e", "x b c d y", "x b c d y", "");
    row("both append", "a", "a b", "a c", "a c", "a b");
    row("both replace", "red car", "blue car", "green car", "green car", "blue car");
    row("delete beside edit", "red big car", "big car", "red big bike", "big bike", "");
    row("delete over edit", "the big red car drives", "the drives", "the big blue car drives",
        "the big blue car drives", "the drives");
    row("sentence rewritten whole", "the red car", "the fast train", "the red bike", "the red bike",
        "the fast train");
    row("from nothing", "", "hello", "world", "world", "hello");
    row("emptied", "a b c", "", "a b c d", " d", "");
    row("lines", "one\ntwo\nthree", "one\n2\nthree", "one\ntwo\nthree\nfour", "one\n2\nthree\nfour", "");
    row("words don't run together", " c", "x c", "c", "x c", "");
    row("nor at the end", "c ", "c x", "c", "c x", "");
    row("spaces count", "a b", "a  b", "a b c", "a  b c", "");
  }
  void law7_examples() {
    QFETCH(QString, base);
    QFETCH(QString, theirs);
    QFETCH(QString, mine);
    QFETCH(QString, ifMine);
    QFETCH(QString, ifTheirs);
    const auto run = [&](bool mineWins) {
      return mergeText(base.toStdString(), theirs.toStdString(), mine.toStdString(), mineWins);
    };
    const bool agree = ifTheirs.isEmpty();
    if (agree) ifTheirs = ifMine;
    QCOMPARE(QString::fromStdString(run(true).text), ifMine);
    QCOMPARE(QString::fromStdString(run(false).text), ifTheirs);
    QCOMPARE(run(true).overlapped, !agree);
    QCOMPARE(run(false).overlapped, !agree);
  }

  void law12_ownWordsAreThoseThatWerePutIn() {
    QCOMPARE(insertedWords("films for rain", "good films for the rain"), std::string("good the"));
    QCOMPARE(insertedWords("films for rain", "rain for films"), std::string());
    QCOMPARE(insertedWords("", "all of it"), std::string("all of it"));
    QCOMPARE(insertedWords("theirs", ""), std::string());
    QCOMPARE(insertedWords("one\ntwo", "one\nand a half\ntwo"), std::string("and a half"));
  }

  void law7_noWordGetsLostOrGlued() {
    QVERIFY(holds("two people type", 4000, [] {
      int counter = 0;
      std::string base;
      for (int i = pick(8); i > 0; --i) base = type(base, 1, counter);
      const std::string theirs = type(base, 2, counter);
      const std::string mine = type(base, 3, counter);
      const bool mineWins = pick(2) == 0;
      const auto merged = mergeText(base, theirs, mine, mineWins);
      const std::set<std::string> known = wordSet(base + " " + theirs + " " + mine);
      const std::set<std::string> result = wordSet(merged.text);
      RC_ASSERT(std::ranges::includes(known, result));
      const auto typed = [&](const std::string& text) {
        std::set<std::string> out;
        std::ranges::set_difference(wordSet(text), wordSet(base), std::inserter(out, out.end()));
        return out;
      };
      if (!merged.overlapped || mineWins) RC_ASSERT(std::ranges::includes(result, typed(mine)));
      if (!merged.overlapped || !mineWins) RC_ASSERT(std::ranges::includes(result, typed(theirs)));
      // The other side of the table sees the same.
      RC_ASSERT(mergeText(base, mine, theirs, !mineWins).text == merged.text);
    }));
  }

  void law7_longTextsStayBounded() {
    std::string base;
    std::string theirs;
    std::string mine;
    for (int i = 0; i < 20'000; ++i) {
      base += "b" + std::to_string(i) + " ";
      theirs += "t" + std::to_string(i) + " ";
      mine += "m" + std::to_string(i * 7) + " ";
    }
    const auto merged = mergeText(base, theirs, mine, true);
    QVERIFY(merged.overlapped);
    QCOMPARE(merged.text, mine);
    std::string edited = base;
    edited.replace(edited.find("b500 "), 5, "new ");
    QCOMPARE(mergeText(base, base + "end", edited, true).text, edited + "end");
  }

  void law7_everyTypedWordIsInTheRowOrInAConflict() {
    QVERIFY(holds("four people type notes, some meet", 2000, [] {
      World world;
      int counter = 0;
      world.receive(Patch(9, model::Op::create).at(1).text("x1 x2 x3 x4 x5 x6", ""));
      struct Person {
        std::string text;
        std::int64_t base = 1;
        std::int64_t ms = 1;
      };
      std::vector<Person> people(4, {"x1 x2 x3 x4 x5 x6", 1, 1});
      std::set<std::string> typed;
      std::set<std::string> removed;
      std::vector<model::Mutation> log;
      for (int step = 0; step < 10; ++step) {
        const int who = pick(4);
        Person& person = people[static_cast<std::size_t>(who)];
        const auto& row = world.record->row;
        if (pick(4) == 0) {
          person.text = stringOf(row.at("notes"));
          person.base = world.version;
          person.ms = std::max(person.ms, row.updatedMs);
        }
        const std::string now = type(person.text, who, counter);
        if (codePoints(now) > 60) continue;
        person.ms += 1 + pick(3);
        for (const auto& word : wordSet(now)) typed.insert(word);
        for (const auto& word : wordSet(person.text))
          if (!wordSet(now).contains(word)) removed.insert(word);
        log.push_back(Patch(who + 1, model::Op::edit).at(person.ms).base(person.base).text(now, person.text));
        person.text = now;
        world.receive(log.back());
        RC_ASSERT(codePoints(row.text("notes")) <= 60U);
      }
      std::set<std::string> safe = wordSet(world.record->row.text("notes"));
      for (const auto& card : world.open) safe.merge(wordSet(stringOf(card.lost)));
      for (const auto& card : world.settled) safe.merge(wordSet(stringOf(card.lost)));
      for (const auto& word : typed)
        if (!removed.contains(word) && !safe.contains(word))
          RC_FAIL("lost: " + word + "\n" + show(world) + show(History{{{log}}, {world.version}}));

      World again;
      again.receive(Patch(9, model::Op::create).at(1).text("x1 x2 x3 x4 x5 x6", ""));
      for (const auto& m : log) again.receive(m);
      RC_ASSERT(sameRow(world, again));
      RC_ASSERT(world.cards() == again.cards());
      if (!log.empty()) {
        again.receive(log.back());
        RC_ASSERT(sameRow(world, again));
      }
    }));
  }
};

QTEST_GUILESS_MAIN(MergeTextTest)
#include "text_test.moc"
