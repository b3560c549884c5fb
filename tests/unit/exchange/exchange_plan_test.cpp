// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out comes back the same; a second import changes nothing; the undo leaves no trace.
#include <QtTest>
#include <random>

#include "crypto/derived_id.hpp"
#include "exchange/formats.hpp"
#include "exchange/journal.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::exchange;

namespace {

const Uuid kScope = Uuid::v7(1);

/// Records of one person, as a store would hold them.
class Shelf {
 public:
  using Rows = std::map<std::pair<std::string, std::string>, model::Record>;
  Rows rows;

  void write(const Change& change) {
    const std::pair key(std::string(change.collection->name), change.id.str());
    if (change.op == model::Op::del) {
      if (rows.erase(key) != 1) qFatal("nothing to delete");
      return;
    }
    if (change.op == model::Op::create && rows.contains(key)) qFatal("it is there already");
    model::Record& row = rows.try_emplace(key, *change.collection, kScope, change.id).first->second;
    for (const model::FieldPatch& patch : change.patches) {
      model::Value& value = row.at(patch.field->name);
      if (patch.field->merge != schema::Merge::set) {
        value = patch.value;
        continue;
      }
      std::vector<std::string> elements = patch.added;
      if (const auto* now = std::get_if<model::TextSet>(&value))
        for (const std::string& one : *now)
          if (std::find(patch.removed.begin(), patch.removed.end(), one) == patch.removed.end())
            elements.push_back(one);
      value = elements.empty() ? model::Value{} : model::Value{model::makeSet(std::move(elements))};
    }
  }
  Library library() const {
    Library library(kScope, titles::builtInIndex(),
                    [](const std::string& title, std::int64_t year, const std::string& kind) {
                      return crypto::derivedId(kScope, "own_title", {title, std::to_string(year), kind});
                    });
    for (const auto& [key, row] : rows) library.add(row);
    return library;
  }
  bool operator==(const Shelf& other) const {
    return std::equal(rows.begin(), rows.end(), other.rows.begin(), other.rows.end(),
                      [](const auto& a, const auto& b) {
                        return a.first == b.first && a.second.fields == b.second.fields;
                      });
  }
  /// Takes everything in; the answer is what to take it back with.
  std::string import(Parsed parsed, Plan* told = nullptr) {
    const Plan wanted = plan(parsed, library());
    std::string journal;
    for (const Change& change : wanted.changes) {
      journal += Journal::lineOf(change);
      write(change);
    }
    if (told) *told = wanted;
    return journal;
  }
  std::int64_t undo(const std::string& journal) {
    const auto undo =
        Journal::parse(journal)->undo([this](const schema::Collection& collection, const Uuid& id) {
          const auto found = rows.find({std::string(collection.name), id.str()});
          return found == rows.end() ? std::nullopt : std::optional(found->second);
        });
    for (const Change& change : undo.changes) write(change);
    return undo.kept;
  }
};

class Dice {
 public:
  explicit Dice(unsigned seed) : m_random(seed) {}
  int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
  bool often() { return upTo(2) > 0; }
  std::string words() {
    static const std::string kWords[] = {"=SUM(A1)", "Cléo", "\"quoted\"", "a,b", "two\nlines", "'tis",
                                         "七人の侍", "-1",   "@home",      "🎬",   "it's; fine"};
    std::string out = kWords[upTo(10)];
    for (int more = upTo(2); more > 0; --more) out += ' ' + kWords[upTo(10)];
    return out;
  }
  std::string date() {
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", 1990 + upTo(35), 1 + upTo(11), 1 + upTo(27));
    return text;
  }

 private:
  std::mt19937 m_random;
};

Item randomItem(Dice& dice, int number) {
  Item item;
  item.title = dice.words() + ' ' + std::to_string(number);
  item.kind = dice.often() ? "movie" : "tv";
  item.year = 1900 + dice.upTo(125);
  item.tmdb = std::to_string(10'000 + number);
  if (dice.often()) item.imdb = "tt" + std::to_string(1'000'000 + number);
  if (dice.often()) item.original = dice.words();
  const char* states[] = {"not_watched", "watching", "completed"};
  item.status = states[dice.upTo(2)];
  if (item.status == "watching" && !dice.often()) item.subStatus = "paused";
  if (dice.often()) item.rating = 10 + dice.upTo(18) * 5;
  if (dice.often()) item.notes = dice.words();
  if (dice.often()) item.tags = {"cinema", "with " + std::to_string(dice.upTo(9))};
  if (item.kind == "tv" && dice.often()) item.progress = "S1E" + std::to_string(1 + dice.upTo(20));
  if (dice.often()) item.started = dice.date();
  if (item.status == "completed" && dice.often()) item.finished = dice.date();
  std::set<std::string> days;
  for (int i = dice.upTo(3); i > 0; --i) {
    Viewing viewing;
    viewing.date = dice.date();
    if (!days.insert(viewing.date).second) continue;
    if (item.kind == "tv") viewing.episode = "S1E" + std::to_string(1 + dice.upTo(20));
    if (dice.often()) viewing.rating = 10 + dice.upTo(9) * 10;
    viewing.rewatch = !dice.often();
    if (dice.often()) viewing.remarks = dice.words();
    item.viewings.push_back(std::move(viewing));
  }
  return item;
}

unsigned seed() {
  const QByteArray given = qgetenv("FOYER_SEED");
  const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
  qInfo("FOYER_SEED=%u", seed);
  return seed;
}

Item bare(Item item) {
  item.file.clear();
  item.line = 0;
  std::sort(item.viewings.begin(), item.viewings.end(), [](const Viewing& a, const Viewing& b) {
    return std::tie(a.date, a.episode) < std::tie(b.date, b.episode);
  });
  return item;
}

std::string worded(const Item& item) {
  std::string out = item.title + '|' + item.original + '|' + std::to_string(item.year) + '|' + item.kind +
                    '|' + item.imdb + '|' + item.tmdb + '|' + item.status + '|' + item.subStatus + '|' +
                    std::to_string(item.rating) + '|' + item.notes + '|' + item.progress + '|' +
                    item.started + '|' + item.finished;
  for (const std::string& tag : item.tags) out += "|#" + tag;
  for (const Viewing& v : item.viewings)
    out += "\n  " + v.date + ' ' + v.episode + ' ' + std::to_string(v.rating) +
           (v.rewatch ? " again " : " ") + v.remarks;
  return out;
}

}  // namespace

class ExchangePlanTest : public QObject {
  Q_OBJECT
 private slots:
  void whatGoesOutComesBack_data() {
    QTest::addColumn<int>("format");
    for (const Format format : allFormats()) QTest::newRow(nameOf(format).data()) << static_cast<int>(format);
  }
  void whatGoesOutComesBack() {
    QFETCH(int, format);
    const auto chosen = static_cast<Format>(format);
    Dice dice(seed());
    std::vector<Item> items;
    for (int i = 0; i < 300; ++i) items.push_back(randomItem(dice, i));
    const auto back = exchange::read(write(chosen, items));
    QVERIFY2(back.ok(), back ? "" : back.error().message.c_str());
    QCOMPARE(back->problemCount, std::int64_t{0});
    std::map<std::string, Item> expected;
    for (const Item& item : items)
      if (Item kept = bare(keptBy(chosen, item)); !kept.title.empty())
        expected.emplace(kept.tmdb + kept.imdb + kept.title, std::move(kept));
    QCOMPARE(back->items.size(), expected.size());
    for (const Item& item : back->items) {
      const auto found = expected.find(item.tmdb + item.imdb + item.title);
      QVERIFY2(found != expected.end(), item.title.c_str());
      QCOMPARE(QString::fromStdString(worded(bare(item))), QString::fromStdString(worded(found->second)));
    }
    // Once more: nothing is lost the second time.
    const auto again = exchange::read(write(chosen, back->items));
    QCOMPARE(again->items.size(), back->items.size());
  }

  void aSecondImportChangesNothing_data() { whatGoesOutComesBack_data(); }
  void aSecondImportChangesNothing() {
    QFETCH(int, format);
    const auto chosen = static_cast<Format>(format);
    Dice dice(seed());
    std::vector<Item> items;
    for (int i = 0; i < 200; ++i) items.push_back(randomItem(dice, i));
    const std::vector<File> files = write(chosen, items);
    Shelf shelf;
    Plan first;
    shelf.import(*exchange::read(files), &first);
    QVERIFY(first.added > 100);
    QCOMPARE(first.added, first.titles);
    Plan second;
    shelf.import(*exchange::read(files), &second);
    QCOMPARE(second.changes.size(), std::size_t{0});
    QCOMPARE(second.unchanged, second.titles);
  }

  void theUndoLeavesNoTrace() {
    Dice dice(seed());
    for (int round = 0; round < 20; ++round) {
      Shelf shelf;
      Parsed before;
      for (int i = 0; i < 40; ++i)
        if (Item item = randomItem(dice, i); dice.often()) before.items.push_back(item);
      for (Item& item : before.items) {  // not everything is filled in yet
        if (dice.often()) item.notes.clear();
        if (dice.often()) item.rating = 0;
        if (dice.often()) item.tags.clear();
      }
      shelf.import(before);
      const Shelf there = shelf;
      Parsed more;
      for (int i = 20; i < 60; ++i) more.items.push_back(randomItem(dice, i));
      // The same titles, whatever was rolled for them.
      for (Item& item : more.items)
        for (const Item& known : before.items)
          if (known.tmdb == item.tmdb)
            item.title = known.title, item.year = known.year, item.kind = known.kind;
      const std::string journal = shelf.import(more);
      QVERIFY(!(shelf == there));
      QCOMPARE(shelf.undo(journal), std::int64_t{0});
      QVERIFY(shelf == there);
      QCOMPARE(shelf.undo(journal), std::int64_t{0});  // a second tap does no harm
      QVERIFY(shelf == there);
    }
  }

  void whatSomebodyChangedSinceStays() {
    Shelf shelf;
    Parsed parsed;
    Item stalker;
    stalker.title = "Stalker", stalker.year = 1979, stalker.kind = "movie", stalker.status = "completed",
    stalker.rating = 80;
    Item mirror = stalker;
    mirror.title = "Зеркало", mirror.year = 1975;
    parsed.items = {stalker, mirror};
    const std::string journal = shelf.import(parsed);
    QCOMPARE(shelf.rows.size(), std::size_t{2});
    for (auto& [key, row] : shelf.rows)
      if (row.text("title") == "Stalker") row.at("rating") = std::int64_t{100};
    QCOMPARE(shelf.undo(journal), std::int64_t{1});
    QCOMPARE(shelf.rows.size(), std::size_t{1});
    QCOMPARE(shelf.rows.begin()->second.number("rating"), std::int64_t{100});
  }

  void titlesAreThoseOfTheCatalogue() {
    Shelf shelf;
    Parsed parsed;
    Item byName, byNumber, own;
    byName.title = "Le Fabuleux Destin d'Amélie Poulain", byName.year = 2001, byName.kind = "movie";
    byNumber.title = "Whatever they call it", byNumber.imdb = "tt0137523";
    own.title = "Summer on the Quay", own.year = 2020;
    parsed.items = {byName, byNumber, own};
    Plan told;
    shelf.import(parsed, &told);
    QCOMPARE(told.own, std::int64_t{1});
    std::set<std::string> names;
    for (const auto& [key, row] : shelf.rows) names.insert(std::string(row.text("title")));
    QCOMPARE(names, (std::set<std::string>{"Amélie", "Fight Club", "Summer on the Quay"}));
  }

  void whatTheDeviceSaysStays() {
    Shelf shelf;
    Parsed first;
    Item item;
    item.title = "Stalker", item.year = 1979, item.kind = "movie", item.status = "completed",
    item.rating = 80;
    first.items = {item};
    shelf.import(first);
    item.rating = 60;
    item.notes = "Seen in Lyon";
    Parsed second;
    second.items = {item};
    Plan told = plan(second, shelf.library());
    QCOMPARE(told.completed, std::int64_t{1});
    QCOMPARE(told.changes.size(), std::size_t{1});
    QCOMPARE(told.changes[0].patches.size(), std::size_t{1});
    QCOMPARE(told.changes[0].patches[0].field->name, std::string_view("notes"));
    QCOMPARE(second.problems.size(), std::size_t{1});
    QCOMPARE(second.problems[0].what, Trouble::keptYours);
    QCOMPARE(second.problems[0].value, std::string("60"));
  }

  void whatFitsNoFieldIsReported() {
    Shelf shelf;
    Parsed parsed;
    Item item;
    item.title = std::string(300, 'x');
    Item noted;
    noted.title = "Stalker", noted.year = 1979, noted.kind = "movie", noted.notes = std::string(30'000, 'y');
    noted.tags = {std::string(70, 't'), "fine"};
    parsed.items = {item, noted};
    const Plan told = plan(parsed, shelf.library());
    QCOMPARE(told.added, std::int64_t{1});
    QCOMPARE(parsed.problems.size(), std::size_t{3});
    for (const Problem& problem : parsed.problems) QCOMPARE(problem.what, Trouble::tooLong);
  }

  void aJournalThatWasCutOffCountsAsFarAsItGoes() {
    Shelf shelf;
    Parsed parsed;
    Dice dice(seed());
    for (int i = 0; i < 10; ++i) parsed.items.push_back(randomItem(dice, i));
    const std::string journal = shelf.import(parsed);
    const auto whole = Journal::parse(journal);
    for (std::size_t cut = 0; cut < journal.size(); cut += 7) {
      const auto part = Journal::parse(std::string_view(journal).substr(0, cut));
      QVERIFY(part.ok());
      QVERIFY(part->size() <= whole->size());
    }
    QVERIFY(!Journal::parse("created\tno_such\tx\n").ok());
    QVERIFY(!Journal::parse("nothing of the kind\n").ok());
  }
};

QTEST_APPLESS_MAIN(ExchangePlanTest)
#include "exchange_plan_test.moc"
