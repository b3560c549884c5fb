// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <memory>

#include "ui/ui.hpp"

/// A window with one piece of QML in it, shown and active; what most tests of controls need.
class Host {
 public:
  explicit Host(const QByteArray& body) {
    foyer::ui::install(m_engine);
    QQmlComponent component(&m_engine);
    component.setData("import QtQuick\nimport Foyer.Ui\n" + body, QUrl("qrc:/qt/qml/test.qml"));
    m_root.reset(component.create());
    if (!m_root) qFatal("%s", qPrintable(component.errorString()));
    if (auto* item = qobject_cast<QQuickItem*>(m_root.get())) item->setParentItem(m_window.contentItem());
    m_window.resize(800, 900);
    m_window.show();
    m_window.requestActivate();
    if (!QTest::qWaitForWindowActive(&m_window)) qFatal("the window did not become active");
  }

  [[nodiscard]] QObject* root() const { return m_root.get(); }
  [[nodiscard]] QQuickItem* item(const char* name) const { return m_root->findChild<QQuickItem*>(name); }
  [[nodiscard]] QObject* object(const char* name) const { return m_root->findChild<QObject*>(name); }
  QQuickWindow& window() { return m_window; }
  QQmlEngine& engine() { return m_engine; }
  void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(&m_window, key, with);
  }
  void type(const char* text) {
    for (const char* letter = text; *letter != 0; ++letter) QTest::keyClick(&m_window, *letter);
  }

  /// The middle of an item, or a point `dx, dy` from its corner, in window coordinates.
  static QPoint at(const QQuickItem* item, double dx = -1, double dy = -1) {
    return item->mapToScene(QPointF(dx < 0 ? item->width() / 2 : dx, dy < 0 ? item->height() / 2 : dy))
        .toPoint();
  }

 private:
  QQmlEngine m_engine;
  QQuickWindow m_window;
  std::unique_ptr<QObject> m_root;
};
