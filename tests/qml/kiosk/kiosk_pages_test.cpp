// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the kiosk, standing and lying, light and dark, in both languages: it loads without a warning,
// names its controls, cuts no text, and its picture goes to build/screens/kiosk.
#include <QAccessible>
#include <QDir>
#include <QQmlEngine>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickView>
#include <QtTest>

#include "stage_set.hpp"
#include "ui/language.hpp"
#include "ui/ui.hpp"

using namespace stage_set;

namespace {

struct Page {
  const char* name;
  bool themed;  ///< differs between light and dark
  void (*bring)(StageSet&, QQuickItem*);
};

QQuickItem* byType(QQuickItem* root, const QByteArray& type) {
  if (QByteArray(root->metaObject()->className()).startsWith(type)) return root;
  for (QQuickItem* child : root->childItems()) {
    if (QQuickItem* found = byType(child, type)) return found;
  }
  return nullptr;
}

void typeName(QQuickItem* root, const QString& text) {
  QMetaObject::invokeMethod(byType(root, "SearchPage"), "search", Q_ARG(QString, text));
}

const std::vector<Page>& pages() {
  static const std::vector<Page> all{
      {"enrol", true,
       [](StageSet& s, QQuickItem*) {
         s.view.setEnrolled(false), s.view.setServer("https://foyer.example.org"),
             s.view.setEnrolOutcome("gone");
       }},
      {"idle", true, [](StageSet&, QQuickItem*) {}},
      {"idle-undo", true,
       [](StageSet& s, QQuickItem*) {
         s.checkin.scanned(StageSet::badge(1)), s.clock.advance(4'000), s.checkin.tick();
       }},
      {"idle-disk-full", true,
       [](StageSet& s, QQuickItem*) {
         s.sink.full = true, s.checkin.scanned(StageSet::badge(1)), s.view.setNoCamera(true);
       }},
      {"verdict-arrival", false,
       [](StageSet& s, QQuickItem*) {
         s.at(6, 42), s.checkin.scanned(StageSet::badge(1)), s.clock.advance(1'000);
       }},
      {"verdict-departure", false,
       [](StageSet& s, QQuickItem*) {
         s.at(7, 27), s.checkin.scanned(StageSet::badge(1)), s.at(19, 10),
             s.checkin.scanned(StageSet::badge(1));
       }},
      {"verdict-already", false,
       [](StageSet& s, QQuickItem*) {
         s.at(6, 42), s.checkin.scanned(StageSet::badge(1)), s.checkin.scanned(StageSet::badge(1));
       }},
      {"verdict-attention", false,
       [](StageSet& s, QQuickItem*) { s.at(6, 42), s.checkin.scanned(StageSet::badge(2)); }},
      {"verdict-refused", false,
       [](StageSet& s, QQuickItem*) { s.at(6, 42), s.checkin.scanned(StageSet::badge(3)); }},
      {"verdict-unknown", false,
       [](StageSet& s, QQuickItem*) { s.at(6, 42), s.checkin.scanned("https://example.org"); }},
      {"verdict-long-name", false,
       [](StageSet& s, QQuickItem*) { s.at(7, 42), s.checkin.scanned(StageSet::badge(4)); }},
      {"search", true,
       [](StageSet& s, QQuickItem* root) { s.checkin.openSearch(), typeName(root, "in ca"); }},
      {"search-reason", true,
       [](StageSet& s, QQuickItem* root) {
         s.checkin.openSearch();
         typeName(root, "carp");
         QQuickItem* page = byType(root, "SearchPage");
         page->setProperty("chosen", s.view.find("carp").value(0));
       }},
      {"search-pin", true,
       [](StageSet& s, QQuickItem* root) {
         s.checkin.operators().setAll({{world::id(50), "Lise", Level::supervisor, "x"}});
         s.checkin.openSearch();
         byType(root, "SearchPage")->setProperty("asksPin", true);
       }},
  };
  return all;
}

QStringList gWarnings;

void collect(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type >= QtWarningMsg && !text.contains("propagateSizeHints")) gWarnings << text;
}

void everyItem(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
  if (!item->isVisible()) return;
  visit(item);
  for (QQuickItem* child : item->childItems()) everyItem(child, visit);
}

/// Where the glyphs of a text are, on the page.
QRectF inkOf(QQuickItem* item, QQuickItem* root) {
  const qreal width = std::min(item->width(), item->property("contentWidth").toReal());
  const qreal height = std::min(item->height(), item->property("contentHeight").toReal());
  const int align = item->property("effectiveHorizontalAlignment").toInt();
  const qreal x = align == Qt::AlignHCenter ? (item->width() - width) / 2
                  : align == Qt::AlignRight ? item->width() - width
                                            : 0;
  return item->mapRectToItem(root, QRectF(x, (item->height() - height) / 2, width, height));
}

/// Texts that reach out of the page or were cut, and buttons without a name.
QStringList faults(QQuickItem* root) {
  QStringList out;
  const QRectF whole(0, 0, root->width(), root->height());
  QList<QPair<QRectF, QString>> inks;
  everyItem(root, [&](QQuickItem* item) {
    const QByteArray type = item->metaObject()->className();
    const QString text = item->property("text").toString();
    if (item->inherits("QQuickText") && !text.isEmpty()) {
      const QRectF place =
          item->mapRectToItem(root, QRectF(0, 0, item->width(), item->property("contentHeight").toReal()));
      if (!whole.adjusted(-1, -1, 1, 1).contains(place)) out << "outside: " + text;
      if (item->property("truncated").toBool()) out << "cut: " + text;
      QRectF ink = inkOf(item, root);
      ink.adjust(3, ink.height() * 0.16, -3, -ink.height() * 0.16);  // a line is higher than its letters
      for (const auto& [other, words] : inks) {
        if (other.intersects(ink)) out << "over each other: " + text + " / " + words;
      }
      inks.append({ink, text});
    }
    if (item->inherits("QQuickAbstractButton")) {
      QAccessibleInterface* a = QAccessible::queryAccessibleInterface(item);
      if (a == nullptr || a->text(QAccessible::Name).isEmpty()) out << "no name: " + type;
      const QRectF place = item->mapRectToItem(root, QRectF(0, 0, item->width(), item->height()));
      if (!whole.adjusted(-1, -1, 1, 1).contains(place)) out << "control outside: " + text;
    }
  });
  return out;
}

}  // namespace

class KioskPagesTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QVERIFY(QDir().mkpath(folder())); }

  void pictures_data() {
    QTest::addColumn<int>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (std::size_t i = 0; i < pages().size(); ++i) {
      for (const bool portrait : {true, false}) {
        for (const bool dark : {false, true}) {
          if (dark && !pages()[i].themed) continue;
          for (const char* language : {"fr", "en"}) {
            QTest::addRow("%s %s %s %s", pages()[i].name, portrait ? "portrait" : "landscape",
                          dark ? "dark" : "light", language)
                << static_cast<int>(i) << (portrait ? QSize(1080, 1920) : QSize(1280, 800)) << dark
                << QString(language);
          }
        }
      }
    }
  }

  void pictures() {
    QFETCH(int, page);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    gWarnings.clear();
    const auto before = qInstallMessageHandler(collect);
    {
      StageSet set(language == "fr" ? "Entrée A" : "Entrance A");
      QQmlEngine engine;
      ui::install(engine);
      ui::Language::of(&engine)->setCurrent(language);
      QQuickView view(&engine, nullptr);
      view.setResizeMode(QQuickView::SizeRootObjectToView);
      view.setInitialProperties(
          {{"kiosk", QVariant::fromValue(&set.view)}, {"scheme", dark ? "dark" : "light"}});
      view.resize(size);
      view.setSource(QUrl("qrc:/qt/qml/Foyer/Kiosk/pages/KioskRoot.qml"));
      view.show();
      if (view.status() == QQuickView::Ready) {
        const Page& which = pages()[static_cast<std::size_t>(page)];
        which.bring(set, view.rootObject());
        set.view.refresh();
        const QImage picture = view.grabWindow();
        const QString name = QString("%1-%2-%3-%4.png")
                                 .arg(which.name, size.width() < size.height() ? "portrait" : "landscape",
                                      dark ? "dark" : "light", language);
        if (!picture.save(folder() + name)) gWarnings << "not saved: " + name;
        if (picture.size() != size) gWarnings << "another size than asked for";
        gWarnings << faults(view.rootObject());
      } else {
        for (const auto& error : view.errors()) gWarnings << error.toString();
      }
    }
    qInstallMessageHandler(before);
    QVERIFY2(gWarnings.isEmpty(), qPrintable(gWarnings.join('\n')));
  }

 private:
  static QString folder() { return QStringLiteral(FOYER_SOURCE_DIR "/build/screens/kiosk/"); }
};

QTEST_MAIN(KioskPagesTest)
#include "kiosk_pages_test.moc"
