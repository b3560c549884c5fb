// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QDir>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>
#include <memory>

#include "app/preview_provider.hpp"
#include "app/settings.hpp"
#include "data_host.hpp"
#include "ui/ui.hpp"

namespace foyer::test {

/// What is wrong with one visible item and everything in it: controls without a name, texts that leave the
/// window or their box.
inline void faultsOf(QQuickItem* item, qreal width, QStringList& out) {
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

/// The app's window over the data of a test.
class Stage {
 public:
  explicit Stage(DataHost& host) : m_host(host), m_settings(host.folder() + "/app.ini") {
    QAccessible::setActive(true);
    if (!QDir().mkpath(FOYER_SCREENS)) qFatal("no folder for pictures");
    ui::install(host.engine());
    m_settings.install(host.engine());
    mobile::PreviewProvider::install(host.engine());
    m_settings.setReducedMotion(true);
    m_settings.setStarted(true);
    m_settings.setLanguage("en");
    m_settings.setScheme("light");
  }

  mobile::Settings& settings() { return m_settings; }
  QQuickWindow* window() { return m_window; }

  /// Opens the window if need be, with this look.
  void open(bool phone, const QString& scheme, const QString& language) {
    m_settings.setScheme(scheme);
    m_settings.setLanguage(language);
    if (!m_main) {
      QQmlComponent component(&m_host.engine(), QUrl("qrc:/qt/qml/Foyer/Mobile/shell/Main.qml"));
      m_main.reset(component.create());
      if (!m_main) qFatal("%s", qPrintable(component.errorString()));
      m_window = qobject_cast<QQuickWindow*>(m_main.get());
    }
    const QSize size = phone ? QSize(390, 844) : QSize(1280, 800);
    m_window->resize(size);
    if (!QTest::qWaitFor([&] { return m_window->contentItem()->size().toSize() == size; }))
      qFatal("the window does not take its size");
  }
  void close() { m_main.reset(); }

  /// The visible item of a QML type; null when there is none.
  QQuickItem* seen(const QByteArray& type) { return seen(m_window->contentItem(), type); }
  void choose(int tab) {
    QQuickItem* shell = seen("Shell");
    QVERIFY(shell);
    QVERIFY(QMetaObject::invokeMethod(shell, "choose", Q_ARG(int, tab)));
  }
  /// Says to Nav what pages say: "detail" for what was chosen in a list, "opened" for a page over this one.
  void ask(const char* how, const char* page, const QVariantMap& values = {}) {
    if (!m_nav)
      m_nav = m_host.make("import Foyer.Mobile\nQtObject { property var it: Nav }")
                  ->property("it")
                  .value<QObject*>();
    QVERIFY(QMetaObject::invokeMethod(m_nav, how, Q_ARG(QString, QString::fromLatin1(page)),
                                      Q_ARG(QVariant, QVariant(values))));
  }
  /// The control that a person would find under this name.
  QQuickItem* named(const QString& name) { return named(m_window->contentItem(), name); }

  /// Until every question to the database that the page has asked is answered and shown.
  void settle() {
    for (int round = 0; round < 3; ++round) {
      bool answered = false;
      m_host.backend().read(
          &m_host.engine(), [](store::Reader&) { return true; }, [&answered](bool) { answered = true; });
      if (!QTest::qWaitFor([&] { return answered; })) qFatal("the reader does not answer");
      QCoreApplication::processEvents();
    }
  }
  /// Saves the picture; returns what is wrong with it.
  QStringList picture(const QString& name) {
    QStringList faults;
    const QImage image = m_window->grabWindow();
    if (!image.save(QStringLiteral(FOYER_SCREENS "/%1.png").arg(name))) faults << "not saved: " + name;
    faultsOf(m_window->contentItem(), m_window->width(), faults);
    return faults;
  }

 private:
  static QQuickItem* seen(QQuickItem* from, const QByteArray& type) {
    if (!from->isVisible() || from->opacity() == 0) return nullptr;
    if (QByteArray(from->metaObject()->className()).startsWith(type + '_')) return from;
    for (QQuickItem* child : from->childItems())
      if (QQuickItem* found = seen(child, type)) return found;
    return nullptr;
  }
  static QQuickItem* named(QQuickItem* from, const QString& name) {
    if (!from->isVisible() || from->opacity() == 0) return nullptr;
    QAccessibleInterface* reader =
        from->activeFocusOnTab() ? QAccessible::queryAccessibleInterface(from) : nullptr;
    if (reader && reader->text(QAccessible::Name) == name) return from;
    for (QQuickItem* child : from->childItems())
      if (QQuickItem* found = named(child, name)) return found;
    return nullptr;
  }

  DataHost& m_host;
  mobile::Settings m_settings;
  std::unique_ptr<QObject> m_main;
  QQuickWindow* m_window = nullptr;
  QObject* m_nav = nullptr;
};

}  // namespace foyer::test
