// SPDX-License-Identifier: GPL-3.0-or-later
// Every QML file of Foyer.Ui loads, in every mode of the theme, without a warning: qmllint misses wrong
// imports, missing singletons and binding loops.
#include <QDirIterator>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <memory>

#include "ui/ui.hpp"
#include "warnings.hpp"

class UiModuleTest : public QObject {
  Q_OBJECT

 private:
  static QObject* theme(QQmlEngine& engine) {
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport Foyer.Ui\nQtObject { property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> holder(component.create());
    return holder ? holder->property("theme").value<QObject*>() : nullptr;
  }

 private slots:
  void everyFileLoads_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QVariantMap>("mode");
    const QList<QPair<QString, QVariantMap>> modes{
        {"light", {{"scheme", "light"}}},
        {"dark, large, contrast, still",
         {{"scheme", "dark"}, {"textScale", 2.0}, {"highContrast", true}, {"reducedMotion", true}}},
        {"kiosk", {{"scheme", "light"}, {"kiosk", true}}},
    };
    QDirIterator files(":/qt/qml/Foyer/Ui", {"*.qml"}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
      const QString file = files.next();
      ++count;
      for (const auto& [name, mode] : modes)
        QTest::newRow(qPrintable(files.fileName() + ", " + name)) << file << mode;
    }
    QVERIFY2(count > 40, "the module's files are missing from the resources");
  }

  void everyFileLoads() {
    QFETCH(QString, file);
    QFETCH(QVariantMap, mode);
    const Warnings warnings;
    QQmlEngine engine;
    foyer::ui::install(engine);
    QObject* shared = theme(engine);
    QVERIFY(shared);
    for (auto entry = mode.cbegin(); entry != mode.cend(); ++entry)
      QVERIFY(shared->setProperty(qPrintable(entry.key()), entry.value()));

    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    if (!source.readAll().contains("pragma Singleton")) {
      QQmlComponent component(&engine, QUrl("qrc" + file));
      QVERIFY2(component.isReady(), qPrintable(component.errorString()));
      const std::unique_ptr<QObject> object(component.create());
      QVERIFY2(object, qPrintable(component.errorString()));
      QQuickWindow window;
      window.resize(390, 844);
      if (auto* item = qobject_cast<QQuickItem*>(object.get())) {
        item->setParentItem(window.contentItem());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!window.grabWindow().isNull());
      }
    }
    const QStringList said = Warnings::take();
    QVERIFY2(said.isEmpty(), qPrintable(said.join('\n')));
  }
};

QTEST_MAIN(UiModuleTest)
#include "ui_module_test.moc"
