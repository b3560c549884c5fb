// SPDX-License-Identifier: GPL-3.0-or-later
// The library as a photographer uses it: pictures are imported from a folder, looked at, chosen, rated in
// batches with one undo, culled by keys, put into albums. Pictures of every page go to build/screens.
#include <QDir>
#include <QQmlExtensionPlugin>

#include "data_host.hpp"
#include "qt/photo_grid.hpp"
#include "sample_pictures.hpp"
#include "stage.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kShots = 46;

std::string takenAt(int shot) {
  static constexpr int kDays[] = {5, 7, 13};
  char text[32];
  std::snprintf(text, sizeof text, "2025:06:%02d %02d:%02d:05", kDays[shot % 3], 9 + shot / 6, shot % 60);
  return text;
}

}  // namespace

class MobilePhotosTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<DataHost> m_host;
  std::unique_ptr<Stage> m_stage;
  std::unique_ptr<QTemporaryDir> m_card;

  QVariant eval(const QByteArray& script) { return m_host->eval(script); }
  int photos() { return static_cast<int>(rows("photos").size()); }
  std::vector<model::Record> rows(const char* collection) {
    std::vector<model::Record> out;
    m_host->onStore([&](store::Store& store) {
      store::QuerySpec spec;
      spec.collection = &schema::collection(collection);
      spec.scope = m_host->me;
      out = (*store::Reader::open(store.file()))->query(spec);
    });
    return out;
  }
  void import() {
    eval("Imports.start([\"" + QUrl::fromLocalFile(m_card->path()).toEncoded() + "\"], \"Card A\")");
  }
  QObject* imports() {
    return m_host->make("QtObject { property var it: Imports }")->property("it").value<QObject*>();
  }
  qt::PhotoGrid* grid(const char* page) {
    QQuickItem* item = m_stage->seen(page);
    return item ? item->findChild<qt::PhotoGrid*>() : nullptr;
  }
  /// Tiles have read what they show, and their pictures.
  void ready() {
    m_stage->settle();
    QTRY_VERIFY(eval("true").toBool());
    QTest::qWait(150);
    m_stage->settle();
  }
  void shoot(const QString& name, const std::function<void()>& prepare) {
    struct Look {
      bool phone;
      const char *scheme, *language;
    };
    for (const Look& look :
         {Look{true, "light", "en"}, {true, "dark", "fr"}, {false, "light", "fr"}, {false, "dark", "en"}}) {
      m_stage->open(look.phone, look.scheme, look.language);
      prepare();
      if (QTest::currentTestFailed()) return;
      ready();
      const QString full = QStringLiteral("photos-%1-%2-%3-%4")
                               .arg(name, look.phone ? "phone" : "tablet", look.scheme, look.language);
      const QStringList faults = m_stage->picture(full);
      QVERIFY2(faults.isEmpty(), qPrintable(full + ": " + faults.join('\n')));
    }
  }
  void toLibrary() {
    m_stage->choose(2);
    m_stage->settle();
    QVERIFY(m_stage->seen("PhotosPage"));
    QTRY_COMPARE(grid("PhotosPage")->count(), photos());
  }
  void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(m_stage->window(), key, with);
  }
  const model::Record* record(const std::vector<model::Record>& all, const QString& id) {
    for (const auto& row : all)
      if (qt::qstring(row.id) == id) return &row;
    return nullptr;
  }

  bool m_paused = false;

 public slots:
  void pauseOnce() {
    if (m_paused || sender()->property("taken").toInt() == 0) return;
    m_paused = true;
    QMetaObject::invokeMethod(sender(), "pause");
  }

 private slots:
  void initTestCase() {
    m_host = std::make_unique<DataHost>("Jeanne Morel");
    m_stage = std::make_unique<Stage>(*m_host);
    m_card = std::make_unique<QTemporaryDir>();
    const std::string card = m_card->path().toStdString();
    for (int n = 0; n < kShots; ++n) {
      const std::string name = card + "/IMG_" + std::to_string(1000 + n);
      save(name + ".JPG", withExif(jpegOf({n, 960, 640}), shotAt(takenAt(n), "L-1")));
      if (n % 7 == 0) save(name + ".NEF", rawOf({n, 960, 640}, takenAt(n), "L-1"));
    }
    save(card + "/IMG_2000.JPG", jpegOf({70}).substr(0, 4000));
    save(card + "/IMG_2001.JPG", Bytes(asBytes("not a picture").begin(), asBytes("not a picture").end()));
  }
  void cleanupTestCase() {
    m_stage->close();
    m_host.reset();
    m_stage.reset();
  }

  void anEmptyLibrary() {
    shoot("empty", [this] {
      m_stage->choose(0);
      m_stage->ask("opened", "photos");
    });
    if (QTest::currentTestFailed()) return;
    shoot("import-begin", [this] {
      m_stage->choose(0);
      m_stage->ask("opened", "import");
    });
    if (QTest::currentTestFailed()) return;
  }

  void anImportIsPausedSeenAndFinished() {
    const Warnings warnings;
    import();
    QObject* it = imports();
    // Paused by the first news of a photo, not by a clock; a quick machine may be through by then.
    m_paused = false;
    connect(it, SIGNAL(changed()), this, SLOT(pauseOnce()));
    QTRY_VERIFY_WITH_TIMEOUT(m_paused, 20'000);
    QTRY_VERIFY(it->property("phase") == "paused" || it->property("phase") == "done");
    const int total = it->property("total").toInt();
    QCOMPARE(it->property("taken").toInt() + it->property("known").toInt() + it->property("damaged").toInt() +
                 it->property("waiting").toInt(),
             total);
    shoot("import-paused", [this] {
      m_stage->choose(2);
      m_stage->settle();
    });
    if (QTest::currentTestFailed()) return;
    disconnect(it, nullptr, this, nullptr);
    eval("Imports.resume()");
    QTRY_COMPARE_WITH_TIMEOUT(it->property("phase").toString(), QString("done"), 60'000);
    QCOMPARE(it->property("damaged").toInt(), 2);
    QCOMPARE(photos(), kShots);
    shoot("import-done", [this] {
      m_stage->choose(0);
      m_stage->ask("opened", "import");
      QTRY_COMPARE(imports()->property("damagedFiles").toList().size(), 2);
    });
    if (QTest::currentTestFailed()) return;
    eval("Imports.dismiss()");
    QTRY_COMPARE(it->property("phase").toString(), QString());
    QVERIFY2(Warnings::take().isEmpty(), "warnings");
  }

  void theGridByDay() {
    for (const model::Record& photo : rows("photos")) {
      const auto number = static_cast<int>(photo.id.bytes[15]);
      eval("Records.edit(\"photos\", Session.account, \"" + QByteArray::fromStdString(photo.id.str()) +
           "\", { rating: " + QByteArray::number(number % 6) + " }, 0)");
    }
    const Warnings warnings;
    shoot("grid", [this] { toLibrary(); });
    QVERIFY2(Warnings::take().isEmpty(), "warnings");
    qt::PhotoGrid* all = grid("PhotosPage");
    QStringList days;
    for (int row = 0; row < all->rowCount(); ++row)
      if (cell(all, row, "heading").toBool()) days << cell(all, row, "day").toString();
    QCOMPARE(days, QStringList({"2025-06-13", "2025-06-07", "2025-06-05"}));
  }

  void filtersAndSearch() {
    m_stage->open(true, "light", "en");
    toLibrary();
    QQuickItem* page = m_stage->seen("PhotosPage");
    const auto filter = [&](const QVariantMap& by) { page->setProperty("filter", by); };
    qt::PhotoGrid* all = grid("PhotosPage");
    filter({{"minRating", 5}});
    int fives = 0;
    for (const auto& photo : rows("photos")) fives += photo.number("rating") == 5 ? 1 : 0;
    QTRY_COMPARE(all->count(), fives);
    filter({{"from", "2025-06-06"}, {"to", "2025-06-07"}});
    QTRY_COMPARE(all->count(), 15);
    filter({{"camera", "Nobody's"}});
    QTRY_COMPARE(all->count(), 0);
    shoot("nothing-found", [this, &filter] {
      toLibraryFiltered();
      m_stage->seen("PhotosPage")->setProperty("filter", QVariantMap{{"camera", "Nobody's"}});
      QTRY_COMPARE(grid("PhotosPage")->count(), 0);
    });
    if (QTest::currentTestFailed()) return;
  }
  void toLibraryFiltered() {
    m_stage->choose(2);
    m_stage->settle();
    QVERIFY(m_stage->seen("PhotosPage"));
  }

  void aBatchIsOneUndo() {
    m_stage->open(true, "light", "en");
    toLibrary();
    qt::PhotoGrid* all = grid("PhotosPage");
    QQuickItem* page = m_stage->seen("PhotosPage");
    page->setProperty("selecting", true);
    all->selectDay(0);
    QCOMPARE(all->selected(), 15);
    const QStringList ids = all->selectedIds();
    const auto before = rows("photos");
    shoot("selection", [this] {
      toLibrary();
      m_stage->seen("PhotosPage")->setProperty("selecting", true);
      grid("PhotosPage")->selectDay(0);
    });
    if (QTest::currentTestFailed()) return;
    QObject* batch = m_host->make("QtObject { property var it: Batch }")->property("it").value<QObject*>();
    QSignalSpy done(batch, SIGNAL(done(int, int)));
    QSignalSpy undone(batch, SIGNAL(undone(int, int)));
    const auto call = [&](const QByteArray& what) { return eval("Batch." + what).toInt(); };
    const QByteArray list = "[\"" + ids.join("\",\"").toUtf8() + "\"]";
    const int edit = call("edit(\"photos\", Session.account, " + list +
                          ", { title: \"Harbour\", description: \"Late light\" })");
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done[0][1].toInt(), 15);
    const int tag = call("addTo(\"photos\", Session.account, " + list + ", \"tags\", \"night\")");
    QTRY_COMPARE(done.size(), 2);
    for (const QString& id : ids) {
      const auto now = rows("photos");
      QCOMPARE(record(now, id)->text("title"), std::string_view("Harbour"));
      QVERIFY(record(now, id)->at("tags") == model::Value(model::TextSet{"night"}));
      break;
    }
    eval("Batch.undo(" + QByteArray::number(tag) + ")");
    eval("Batch.undo(" + QByteArray::number(edit) + ")");
    QTRY_COMPARE(undone.size(), 2);
    const auto after = rows("photos");
    for (const auto& photo : before) {
      const auto* now = record(after, qt::qstring(photo.id));
      QVERIFY(now);
      QCOMPARE(now->text("title"), photo.text("title"));
      QCOMPARE(now->text("description"), photo.text("description"));
      QVERIFY(now->at("tags") == photo.at("tags") || std::get<model::TextSet>(now->at("tags")).empty());
    }
    call("remove(\"photos\", Session.account, " + list + ")");
    QTRY_COMPARE(done.size(), 3);
    QCOMPARE(photos(), kShots - 15);
    eval("Batch.undo(" + QByteArray::number(done[2][0].toInt()) + ")");
    QTRY_COMPARE(undone.size(), 3);
    QCOMPARE(photos(), kShots);
  }

  void onePhotoAndItsFiles() {
    shoot("photo", [this] {
      toLibrary();
      qt::PhotoGrid* all = grid("PhotosPage");
      int paired = -1;
      for (int i = 0; i < all->count() && paired < 0; ++i) {
        int files = 0;
        for (const auto& file : rows("image_files"))
          files += qt::qstring(file.uuid("photo")) == all->idAt(i) ? 1 : 0;
        if (files == 2) paired = i;
      }
      m_stage->ask("opened", "photo", {{"scope", qt::qstring(m_host->me)}, {"recordId", all->idAt(paired)}});
      QTRY_VERIFY(m_stage->seen("PhotoPage"));
      QQuickItem* view = m_stage->seen("PhotoView");
      QVERIFY(view);
      QTRY_VERIFY(view->property("sharp").toBool());
    });
    if (QTest::currentTestFailed()) return;
    // Keys rate and mark.
    m_stage->open(true, "light", "en");
    QQuickItem* page = m_stage->seen("PhotoPage");
    QVERIFY(page);
    const QString id = page->property("recordId").toString();
    page->forceActiveFocus();
    key(Qt::Key_4);
    key(Qt::Key_P);
    QTRY_COMPARE(record(rows("photos"), id)->number("rating"), 4);
    QTRY_COMPARE(record(rows("photos"), id)->text("pick"), std::string_view("pick"));
  }

  void aPairIsTakenApartAndPutTogether() {
    const auto files = rows("image_files");
    const auto raw =
        std::find_if(files.begin(), files.end(), [](const auto& f) { return f.text("kind") == "raw"; });
    QVERIFY(raw != files.end());
    const QByteArray photo = QByteArray::fromStdString(raw->uuid("photo").str());
    QObject* it = m_host->make("PhotoFiles { scope: Session.account; photo: \"" + photo + "\" }");
    QTRY_COMPARE(it->property("count").toInt(), 2);
    QSignalSpy separated(it, SIGNAL(separated(QString, QString)));
    const QString file = qt::qstring(raw->id);
    QVERIFY(QMetaObject::invokeMethod(it, "separate", Q_ARG(QString, file)));
    QTRY_COMPARE(separated.size(), 1);
    QTRY_COMPARE(it->property("count").toInt(), 1);
    QCOMPARE(photos(), kShots + 1);
    QVERIFY(QMetaObject::invokeMethod(it, "join", Q_ARG(QString, file),
                                      Q_ARG(QString, separated[0][1].toString())));
    QTRY_COMPARE(it->property("count").toInt(), 2);
    QCOMPARE(photos(), kShots);
  }

  void cullingByKeys() {
    shoot("cull", [this] {
      toLibrary();
      m_stage->ask("opened", "cull", {{"scope", qt::qstring(m_host->me)}});
      QTRY_VERIFY(m_stage->seen("CullPage"));
      QTRY_VERIFY(m_stage->seen("CullPage")->property("count").toInt() == kShots);
      QTRY_VERIFY(m_stage->seen("PhotoView")->property("sharp").toBool());
    });
    if (QTest::currentTestFailed()) return;
    m_stage->open(true, "light", "en");
    QQuickItem* page = m_stage->seen("CullPage");
    page->forceActiveFocus();
    const QString first = page->property("recordId").toString();
    key(Qt::Key_5);
    QTRY_COMPARE(record(rows("photos"), first)->number("rating"), 5);
    key(Qt::Key_X);
    QTRY_COMPARE(record(rows("photos"), first)->text("pick"), std::string_view("reject"));
    QTRY_COMPARE(page->property("place").toInt(), 1);
    key(Qt::Key_Left);
    QCOMPARE(page->property("place").toInt(), 0);
    key(Qt::Key_U);
    QTRY_COMPARE(record(rows("photos"), first)->text("pick"), std::string_view("none"));
    key(Qt::Key_Right);
    QCOMPARE(page->property("place").toInt(), 1);
  }

  void albums() {
    const QString album =
        eval(
            "Records.create(\"albums\", Session.account, { name: \"Harbour at night\", sort: \"taken_at\" })")
            .toString();
    m_stage->open(true, "light", "en");
    toLibrary();
    grid("PhotosPage")->selectDay(0);
    QStringList items;
    for (const QString& id : grid("PhotosPage")->selectedIds())
      items << "{ album: \"" + album + "\", photo: \"" + id + "\" }";
    eval("Batch.create(\"album_items\", Session.account, [" + items.join(',').toUtf8() + "])");
    shoot("albums", [this] {
      toLibrary();
      m_stage->ask("opened", "albums");
    });
    if (QTest::currentTestFailed()) return;
    shoot("album", [this, &album] {
      toLibrary();
      m_stage->ask("opened", "album", {{"albumId", album}});
      QTRY_COMPARE(grid("AlbumPage")->count(), 15);
    });
    if (QTest::currentTestFailed()) return;
  }

  void theSheets() {
    for (const char* sheet : {"PhotoFilterSheet", "BatchSheet"})
      shoot(sheet, [this, sheet] {
        toLibrary();
        QObject* found = nullptr;
        for (QObject* child : m_stage->seen("PhotosPage")->findChildren<QObject*>())
          if (QByteArray(child->metaObject()->className()).startsWith(QByteArray(sheet) + '_')) found = child;
        QVERIFY(found);
        if (found->metaObject()->indexOfMethod("show(QVariant)") >= 0)
          QMetaObject::invokeMethod(found, "show", Q_ARG(QVariant, QVariant(QStringList{"a", "b"})));
        else
          QMetaObject::invokeMethod(found, "open");
        QTRY_VERIFY(found->property("opened").toBool());
      });
  }
};

QTEST_MAIN(MobilePhotosTest)
#include "mobile_photos_test.moc"
