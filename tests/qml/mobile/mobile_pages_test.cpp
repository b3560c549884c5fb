// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the app with something on it, on a phone and a tablet, light and dark, in both languages: it
// loads without a warning, names its controls, keeps its texts inside, and its picture goes to build/screens.
#include <QAccessible>
#include <QDir>
#include <QDirIterator>
#include <QQmlComponent>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>

#include "app/settings.hpp"
#include "household.hpp"
#include "ui/ui.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr char kModule[] = ":/qt/qml/Foyer/Mobile";

QString text(const Uuid& id) { return QString::fromStdString(id.str()); }

/// What is wrong with one visible item and everything in it.
void faultsOf(QQuickItem* item, qreal width, QStringList& out) {
  if (!item->isVisible() || item->opacity() == 0) return;
  const QString type = item->metaObject()->className();
  if (item->activeFocusOnTab() && item->isEnabled()) {
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(item);
    if (!reader || reader->text(QAccessible::Name).trimmed().isEmpty()) out << "no name: " + type;
  }
  const QString words = item->property("text").toString();
  if (item->inherits("QQuickText") && !words.isEmpty()) {
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (place.left() < -1 || place.right() > width + 1) out << "outside: " + words;
    if (item->width() > 0 && item->property("contentWidth").toReal() > item->width() + 2)
      out << "too wide: " + words;
  }
  for (QQuickItem* child : item->childItems()) faultsOf(child, width, out);
}

}  // namespace

class MobilePagesTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Household> m_home;
  std::unique_ptr<mobile::Settings> m_settings;
  std::unique_ptr<QObject> m_main;
  QQuickWindow* m_window = nullptr;
  QObject* m_nav = nullptr;

  QQmlEngine& engine() { return m_home->host.engine(); }
  QObject* nav() {
    if (!m_nav)
      m_nav = m_home->host.make("import Foyer.Mobile\nQtObject { property var it: Nav }")
                  ->property("it")
                  .value<QObject*>();
    return m_nav;
  }
  /// The visible item of a QML type; null when there is none.
  static QQuickItem* seen(QQuickItem* from, const QByteArray& type) {
    if (!from->isVisible() || from->opacity() == 0) return nullptr;
    if (QByteArray(from->metaObject()->className()).startsWith(type + '_')) return from;
    for (QQuickItem* child : from->childItems())
      if (QQuickItem* found = seen(child, type)) return found;
    return nullptr;
  }
  void choose(int tab) {
    QQuickItem* shell = seen(m_window->contentItem(), "Shell");
    QVERIFY(shell);
    QVERIFY(QMetaObject::invokeMethod(shell, "choose", Q_ARG(int, tab)));
  }
  /// Says to Nav what pages say: "detail" for what was chosen in a list, "opened" for a page over this one.
  void ask(const char* how, const char* page, const QVariantMap& values = {}) {
    QVERIFY(nav());
    QVERIFY(QMetaObject::invokeMethod(nav(), how, Q_ARG(QString, QString::fromLatin1(page)),
                                      Q_ARG(QVariant, QVariant(values))));
  }
  /// Brings one page to the window, from whatever was there.
  void show(const QString& page) {
    m_settings->setStarted(page != "signin");
    if (page == "signin") return;
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
    if (page == "family-list")
      ask("opened", "familyList", {{"scope", family}, {"listId", text(m_home->list)}});
    if (page == "add-title") ask("opened", "addTitle", {{"startWith", "s"}});
    if (tab == 0 && page != "add-title") ask("opened", qPrintable(page));
  }

 private slots:
  void initTestCase() {
    QAccessible::setActive(true);
    QVERIFY(QDir().mkpath(FOYER_SCREENS));
    m_home = std::make_unique<Household>();
    ui::install(engine());
    m_settings = std::make_unique<mobile::Settings>(m_home->host.folder() + "/app.ini");
    m_settings->install(engine());
    m_settings->setReducedMotion(true);
    m_settings->setLanguage("en");
    m_settings->setScheme("light");
  }

  void cleanupTestCase() {
    m_main.reset();
    m_home.reset();
    m_settings.reset();
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
      needed[match.captured(2)] = match.captured(1) == "int" ? QVariant(0)
                                  : match.captured(1) == "var"
                                      ? QVariant(QVariantMap{{"title", "Mirror"},
                                                             {"mark", ""},
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
    static constexpr const char* kPages[][2] = {{"signin", "SignInPage"},
                                                {"home", "HomePage"},
                                                {"films", "WatchlistPage"},
                                                {"add-title", "AddTitlePage"},
                                                {"title", "TitlePage"},
                                                {"title-own", "TitlePage"},
                                                {"families", "FamiliesPage"},
                                                {"family", "FamilyPage"},
                                                {"family-list", "FamilyListPage"},
                                                {"sync", "SyncPage"},
                                                {"attention", "AttentionPage"},
                                                {"conflict", "ConflictPage"},
                                                {"me", "MePage"}};
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
    m_settings->setScheme(scheme);
    m_settings->setLanguage(language);
    if (!m_main) {
      QQmlComponent component(&engine(), QUrl("qrc:/qt/qml/Foyer/Mobile/shell/Main.qml"));
      m_main.reset(component.create());
      QVERIFY2(m_main, qPrintable(component.errorString()));
      m_window = qobject_cast<QQuickWindow*>(m_main.get());
    }
    const QSize size = phone ? QSize(390, 844) : QSize(1280, 800);
    m_window->resize(size);
    QTRY_COMPARE(m_window->contentItem()->size().toSize(), size);
    show(page);
    if (QTest::currentTestFailed()) return;
    settle();
    QVERIFY2(seen(m_window->contentItem(), type.toLatin1()), "the page is not there");
    const QImage picture = m_window->grabWindow();
    QCOMPARE(picture.size(), size);
    QVERIFY(picture.save(QStringLiteral(FOYER_SCREENS "/%1.png").arg(QTest::currentDataTag())));
    QStringList faults = Warnings::take();
    faultsOf(m_window->contentItem(), size.width(), faults);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
  }

 private:
  /// Until every question to the database that the page has asked is answered and shown.
  void settle() {
    for (int round = 0; round < 3; ++round) {
      auto answered = std::make_shared<bool>(false);
      auto* backend = qt::Backend::of(&engine());
      backend->read(
          this, [](store::Reader&) { return true; }, [answered](bool) { *answered = true; });
      QTRY_VERIFY(*answered);
      QCoreApplication::processEvents();
    }
  }
};

QTEST_MAIN(MobilePagesTest)
#include "mobile_pages_test.moc"
