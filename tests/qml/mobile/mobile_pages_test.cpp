// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the app with something on it, on a phone and a tablet, light and dark, in both languages: it
// loads without a warning, names its controls, keeps its texts inside, and its picture goes to build/screens.
#include <QDirIterator>
#include <QQmlExtensionPlugin>
#include <QRegularExpression>

#include "household.hpp"
#include "stage.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr char kModule[] = ":/qt/qml/Foyer/Mobile";

QString text(const Uuid& id) { return QString::fromStdString(id.str()); }

}  // namespace

class MobilePagesTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Household> m_home;
  std::unique_ptr<Stage> m_stage;

  QQmlEngine& engine() { return m_home->host.engine(); }
  void choose(int tab) { m_stage->choose(tab); }
  void ask(const char* how, const char* page, const QVariantMap& values = {}) {
    m_stage->ask(how, page, values);
  }
  /// Brings one page to the window, from whatever was there.
  void show(const QString& page) {
    static const QStringList tabs{"home", "films", "families", "me"};
    const int tab = page.startsWith("title")    ? 1
                    : page.startsWith("family") ? 2
                                                : std::max(0, int(tabs.indexOf(page)));
    choose(tab);
    const QString family = text(m_home->family);
    if (tabs.contains(page)) return;
    if (tab == 1)
      ask("detail", "title", {{"titleId", text(page == "title" ? m_home->detailed : m_home->own)}});
    if (tab == 2) ask("detail", "family", {{"scope", family}});
    if (page == "family-child")
      ask("opened", "child", {{"scope", family}, {"profileId", text(m_home->child)}, {"manages", true}});
    if (page == "family-tonight")
      ask("opened", "tonight", {{"scope", family}, {"listId", text(m_home->list)}});
    if (page == "family-list")
      ask("opened", "familyList", {{"scope", family}, {"listId", text(m_home->list)}});
    if (page == "add-title") ask("opened", "addTitle", {{"startWith", "s"}});
    if (page == "history")
      return ask("opened", "history",
                 {{"collection", "watch_entries"},
                  {"scope", text(m_home->host.me)},
                  {"recordId", m_home->ownEntry}});
    if (tab == 0 && page != "add-title") ask("opened", qPrintable(page));
  }

 private slots:
  void initTestCase() {
    m_home = std::make_unique<Household>();
    m_stage = std::make_unique<Stage>(m_home->host);
  }

  void cleanupTestCase() {
    m_stage->close();
    m_home.reset();
    m_stage.reset();
  }

  void everyFileStandsAlone_data() {
    QTest::addColumn<QString>("file");
    QDirIterator files(kModule, {"*.qml"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString file = files.next();
      QTest::newRow(qPrintable(file.mid(int(sizeof kModule)))) << file;
    }
  }

  void everyFileStandsAlone() {
    QFETCH(QString, file);
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString qml = QString::fromUtf8(source.readAll());
    const Warnings warnings;
    QQuickWindow window;
    window.resize(390, 844);
    QQmlComponent component(&engine());
    if (qml.contains("pragma Singleton")) {
      component.setData("import QtQml\nimport Foyer.Mobile\nQtObject { property var it: " +
                            QFileInfo(file).baseName().toUtf8() + " }",
                        QUrl());
    } else {
      component.loadUrl(QUrl("qrc" + file));
    }
    QVariantMap needed;
    static const QRegularExpression property("^    required property (\\w+) (\\w+)",
                                             QRegularExpression::MultilineOption);
    for (auto it = property.globalMatch(qml); it.hasNext();) {
      const auto match = it.next();
      needed[match.captured(2)] =
          match.captured(1) == "int" ? QVariant(0)
          : match.captured(1) == "RecordForm"
              ? QVariant::fromValue(m_home->host.make("RecordForm { collection: \"talent_profiles\" }"))
          : match.captured(1) == "var" ? QVariant(QVariantMap{{"title", "Mirror"},
                                                              {"mark", ""},
                                                              {"what", "edited"},
                                                              {"who", "Hugo"},
                                                              {"mine", false},
                                                              {"at", QDateTime::currentDateTime()},
                                                              {"state", ""},
                                                              {"reason", ""},
                                                              {"field", "name"},
                                                              {"value", ""},
                                                              {"waitingBehind", 0},
                                                              {"collection", "lists"},
                                                              {"title_id", text(m_home->own)},
                                                              {"scope", text(m_home->family)},
                                                              {"recordId", text(m_home->own)}})
                                       : QVariant(QString());
    }
    std::unique_ptr<QObject> object(component.beginCreate(engine().rootContext()));
    QVERIFY2(object, qPrintable(component.errorString()));
    component.setInitialProperties(object.get(), needed);
    if (auto* item = qobject_cast<QQuickItem*>(object.get())) item->setParentItem(window.contentItem());
    component.completeCreate();
    QVERIFY2(!component.isError(), qPrintable(component.errorString()));
    QCoreApplication::processEvents();
    object.reset();
    const QStringList said = Warnings::take();
    QVERIFY2(said.isEmpty(), qPrintable(said.join('\n')));
  }

  void pictures_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("phone");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("type");
    static constexpr const char* kPages[][2] = {
        {"home", "HomePage"},          {"films", "WatchlistPage"},
        {"add-title", "AddTitlePage"}, {"title", "TitlePage"},
        {"title-own", "TitlePage"},    {"families", "FamiliesPage"},
        {"family", "FamilyPage"},      {"family-list", "FamilyListPage"},
        {"sync", "SyncPage"},          {"attention", "AttentionPage"},
        {"conflict", "ConflictPage"},  {"history", "HistoryPage"},
        {"trash", "TrashPage"},        {"me", "MePage"},
        {"diary", "DiaryPage"},        {"year", "YearPage"},
        {"services", "ServicesPage"},  {"family-tonight", "TonightPage"},
        {"family-child", "ChildPage"}};
    for (const auto& [page, type] : kPages)
      for (const bool phone : {true, false})
        for (const char* scheme : {"light", "dark"})
          for (const char* language : {"en", "fr"})
            QTest::addRow("%s-%s-%s-%s", page, phone ? "phone" : "tablet", scheme, language)
                << QString(page) << phone << QString(scheme) << QString(language) << QString(type);
  }

  void pictures() {
    QFETCH(QString, page);
    QFETCH(bool, phone);
    QFETCH(QString, scheme);
    QFETCH(QString, language);
    QFETCH(QString, type);
    const Warnings warnings;
    m_stage->open(phone, scheme, language);
    show(page);
    if (QTest::currentTestFailed()) return;
    m_stage->settle();
    QVERIFY2(m_stage->seen(type.toLatin1()), "the page is not there");
    QStringList faults = m_stage->picture(QString::fromLatin1(QTest::currentDataTag()));
    faults += Warnings::take();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
  }
};

QTEST_MAIN(MobilePagesTest)
#include "mobile_pages_test.moc"
