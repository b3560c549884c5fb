// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a title: notes viewings and episodes, shares a rating, recommends, accepts, and
// finds titles before any server has sent a catalogue.
#include <QQmlExtensionPlugin>

#include "household.hpp"
#include "stage.hpp"
#include "titles/title_index.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;

namespace {

QString text(const Uuid& id) { return QString::fromStdString(id.str()); }

}  // namespace

class MobileFilmsTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Household> m_home;
  std::unique_ptr<DataHost> m_alone;
  std::unique_ptr<Stage> m_stage;

  DataHost& host() { return m_home ? m_home->host : *m_alone; }
  void open(const char* page, const QVariantMap& values = {}) {
    m_stage->open(true, "light", "en");
    m_stage->choose(1);
    m_stage->ask("opened", page, values);
    m_stage->settle();
  }
  void press(const QString& name) {
    QQuickItem* control = nullptr;
    QTRY_VERIFY2((control = m_stage->named(name)) != nullptr, qPrintable("there is no " + name));
    QVERIFY(QMetaObject::invokeMethod(control, "clicked"));
    QCoreApplication::processEvents();
  }
  /// Rows of a collection in the person's scope, or another one.
  std::vector<model::Record> rows(const char* collection, const QString& titleId, const Uuid& scope) {
    std::vector<model::Record> found;
    bool done = false;
    host().backend().read(
        &host().engine(),
        [=](store::Reader& reader) {
          store::QuerySpec spec;
          spec.collection = &schema::collection(collection);
          spec.scope = scope;
          spec.filters.push_back({"title_id", store::Filter::Op::equal, {qt::uuidOf(titleId)}});
          return reader.query(spec);
        },
        [&](std::vector<model::Record> all) {
          found = std::move(all);
          done = true;
        });
    if (!QTest::qWaitFor([&] { return done; })) qFatal("the reader does not answer");
    return found;
  }
  std::optional<model::Record> entry(const QString& titleId) {
    const auto all = rows("watch_entries", titleId, host().me);
    return all.empty() ? std::nullopt : std::optional(all.front());
  }

 private slots:
  void cleanup() {
    m_stage->close();
    m_stage.reset();
    m_home.reset();
    m_alone.reset();
    QVERIFY2(Warnings::take().isEmpty(), "QML warned");
  }

  void titlesAreFoundBeforeAnyServer() {
    m_alone = std::make_unique<DataHost>();
    m_stage = std::make_unique<Stage>(*m_alone);
    open("addTitle", {{"startWith", "cleo de 5"}});
    const titles::KnownTitle* cleo = titles::builtInIndex().byImdb("tt0055852");
    QVERIFY(cleo);
    press(u"Cléo from 5 to 7, Cléo de 5 à 7 · 1962 · 1\u202Fh\u202F30 · Drama"_qs);
    const QString id = text(cleo->id);
    QTRY_VERIFY(entry(id));
    QCOMPARE(entry(id)->text("title"), std::string_view("Cléo from 5 to 7"));
    QCOMPARE(entry(id)->number("year"), std::int64_t{1962});
    open("title", {{"titleId", id}});
    QTRY_VERIFY(m_stage->named("Seen today"));
  }

  void anEpisodeIsOneTap() {
    m_alone = std::make_unique<DataHost>();
    m_stage = std::make_unique<Stage>(*m_alone);
    const titles::KnownTitle* wire = titles::builtInIndex().byImdb("tt0306414");
    const QString id = text(wire->id);
    open("title", {{"titleId", id}});
    press("Episode 1 seen");
    QTRY_VERIFY(entry(id));
    QTRY_COMPARE(entry(id)->text("progress"), std::string_view("S1E1"));
    QTRY_COMPARE(entry(id)->text("status"), std::string_view("watching"));
    press("Episode 2 seen");
    QTRY_COMPARE(entry(id)->text("progress"), std::string_view("S1E2"));
    press("Season 2 begun");
    QTRY_COMPARE(entry(id)->text("progress"), std::string_view("S2E1"));
    QTRY_COMPARE(rows("diary", id, m_alone->me).size(), std::size_t{3});
    host().eval("Undo.run()");
    QTRY_COMPARE(entry(id)->text("progress"), std::string_view("S1E2"));
    QTRY_COMPARE(rows("diary", id, m_alone->me).size(), std::size_t{2});
    QCOMPARE(rows("diary", id, m_alone->me)[0].text("kind"), std::string_view("tv"));
  }

  void eachViewingIsARow() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    const QString id = text(m_home->detailed);
    const std::size_t before = rows("diary", id, host().me).size();
    open("title", {{"titleId", id}});
    press("Seen again today");
    QTRY_COMPARE(rows("diary", id, host().me).size(), before + 1);
    const auto all = rows("diary", id, host().me);
    const auto today = std::find_if(all.begin(), all.end(), [](const model::Record& row) {
      return row.text("watched_on") == QDate::currentDate().toString(Qt::ISODate).toStdString();
    });
    QVERIFY(today != all.end());
    QCOMPARE(today->number("rewatch"), std::int64_t{1});
  }

  void whatSpoilsWaits() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    const QString id = text(m_home->detailed);
    host().eval(
        "Records.edit(\"watch_entries\", Session.account, Records.idFor(\"watch_entries\", "
        "Session.account, { title_id: \"" +
        id.toUtf8() + "\" }), { status: \"watching\" }, 0)");
    open("title", {{"titleId", id}});
    QTRY_VERIFY(m_stage->named("Tells how it ends. Show it"));
    QVERIFY(!m_stage->named("Hugo Morel, 3.5 of 5 stars, In the end they talk through the mirror."));
    press("Tells how it ends. Show it");
    QTRY_VERIFY(m_stage->named("Hugo Morel, 3.5 of 5 stars, In the end they talk through the mirror."));
  }

  void aRatingIsSharedWithTheFamily() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    const QString id = text(m_home->detailed);
    open("title", {{"titleId", id}});
    QTRY_VERIFY(m_stage->seen("FamilyOpinions"));
    QQuickItem* opinions = m_stage->seen("FamilyOpinions");
    QTRY_COMPARE(opinions->property("average").toInt(), 70);
    press("Share what I think of it");
    QTRY_COMPARE(rows("reviews", id, m_home->family).size(), std::size_t{2});
    QTRY_COMPARE(opinions->property("average").toInt(), 80);  // 70 and my 90
    QCOMPARE(opinions->property("rated").toInt(), 2);
  }

  void acceptingARecommendationAddsTheTitle() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    m_stage->open(true, "light", "en");
    m_stage->choose(2);
    m_stage->ask("detail", "family", {{"scope", text(m_home->family)}});
    m_stage->settle();
    const auto status = [&] {
      std::string now;
      host().onStore([&](store::Store& store) {
        now =
            store.get(schema::collection("recommendations"), m_home->family, m_home->advice)->text("status");
      });
      return now;
    };
    QTRY_VERIFY(m_stage->named("No, thank you"));
    press("To my watchlist");
    QTRY_COMPARE(status(), std::string("accepted"));
    QTRY_VERIFY(!m_stage->named("No, thank you"));
    host().eval("Undo.run()");
    QTRY_COMPARE(status(), std::string("pending"));
    press("No, thank you");
    QTRY_COMPARE(status(), std::string("rejected"));
  }

  void theEveningIsDecided() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    for (const bool phone : {true, false}) {
      m_stage->open(phone, phone ? "light" : "dark", phone ? "en" : "fr");
      m_stage->choose(2);
      m_stage->ask("detail", "family", {{"scope", text(m_home->family)}});
      m_stage->ask("opened", "tonight", {{"scope", text(m_home->family)}, {"listId", text(m_home->list)}});
      m_stage->settle();
      if (phone) {
        press("Not tonight");  // Stalker
        press("Why not");
        press("Yes");  // Close-Up
        press("Not tonight");
        press("Not tonight");
      }
      QTRY_VERIFY(m_stage->seen("TonightResult"));
      QQuickItem* result = m_stage->seen("TonightResult");
      QTRY_COMPARE(result->property("winner").toMap()["title"].toString(), QString("Close-Up"));
      if (phone) QCOMPARE(result->property("why").toString(), QString("1 yes, nobody against"));
      m_stage->settle();
      const QStringList faults =
          m_stage->picture(phone ? "tonight-result-phone-light-en" : "tonight-result-tablet-dark-fr");
      QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    press("Jeanne Morel, a voté");
    QTRY_VERIFY(!m_stage->seen("TonightQuestion"));  // all answered: nothing to ask again
    press("Hugo Morel, n’a pas voté");
    QTRY_VERIFY(m_stage->seen("TonightQuestion"));
  }

  void aChildSeesWhatIsForItsAge() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    const QString totoro = text(titles::builtInIndex().byImdb("tt0096283")->id);
    open("child", {{"scope", text(m_home->family)}, {"profileId", text(m_home->child)}, {"manages", true}});
    QTRY_VERIFY(m_stage->named("My Neighbor Totoro, 1988"));
    QVERIFY(!m_stage->named("Alien, 1979"));
    QCOMPARE(m_stage->seen("ChildPage")->property("hidden").toInt(), 1);
    // An older child: the cap is lifted, and the title is there.
    host().eval("Records.edit(\"child_profiles\", \"" + text(m_home->family).toUtf8() + "\", \"" +
                text(m_home->child).toUtf8() + "\", { age_cap: 17 }, 0)");
    QTRY_VERIFY(m_stage->named("Alien, 1979"));
    // What the child watches is the child's: not in the grown-up's diary.
    open("title", {{"titleId", totoro}, {"scope", text(m_home->family)}, {"profileId", text(m_home->child)}});
    press("Seen today");
    QTRY_COMPARE(rows("diary", totoro, m_home->family).size(), std::size_t{1});
    QCOMPARE(rows("diary", totoro, m_home->family)[0].uuid("profile_id"), m_home->child);
    QTRY_COMPARE(rows("watch_entries", totoro, m_home->family)[0].text("status"),
                 std::string_view("completed"));
    QVERIFY(rows("diary", totoro, host().me).empty());
  }

  void aChildFindsOnlyWhatItMaySee() {
    m_alone = std::make_unique<DataHost>();
    m_stage = std::make_unique<Stage>(*m_alone);
    open("addTitle", {{"startWith", "alien"},
                      {"scope", text(Uuid::v7(1))},
                      {"profileId", text(Uuid::v7(2))},
                      {"ageCap", 8}});
    QQuickItem* page = m_stage->seen("AddTitlePage");
    QVERIFY(page);
    QTRY_VERIFY(page->property("carried").toBool());
    QVERIFY(!m_stage->named("Add “alien”, A title of your own, in no catalogue"));
    QVERIFY(!m_stage->named(u"Alien, 1979 · 1\u202Fh\u202F57 · Horror, Science fiction"_qs));
  }

  void theYearIsCounted() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
    QObject* year = host().make("YearInFilms { scope: Session.personScope; year: " +
                                QByteArray::number(QDate::currentDate().year()) + " }");
    QTRY_VERIFY(!year->property("loading").toBool());
    QCOMPARE(year->property("viewings").toInt(), 5);
    QCOMPARE(year->property("films").toInt(), 4);
    QCOMPARE(year->property("rewatches").toInt(), 1);
    QCOMPARE(year->property("minutes").toInt(), 5 * 147);
    QCOMPARE(year->property("averageRating").toInt(), 75);  // 60, 70, 80, 90
    QCOMPARE(year->property("months").toList().mid(0, 6), (QVariantList{1, 1, 1, 1, 1, 0}));
    QCOMPARE(year->property("genres").toList()[0].toMap()["count"].toInt(), 5);
    QCOMPARE(year->property("best").toList()[0].toMap()["rating"].toInt(), 90);
    QCOMPARE(year->property("years").toList().size(), 1);
    host().eval(
        "Records.create(\"diary\", Session.account, { title_id: Records.newId(), title: \"Tabu\", kind: "
        "\"movie\", watched_on: \"1999-12-31\" })");
    QTRY_COMPARE(year->property("years").toList().size(), 2);
    QCOMPARE(year->property("viewings").toInt(), 5);
  }
};

QTEST_MAIN(MobileFilmsTest)
#include "mobile_films_test.moc"
