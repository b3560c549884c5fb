// SPDX-License-Identifier: GPL-3.0-or-later
// The contrast figures that the visual language promises, recomputed (WCAG 2) from the theme itself: for
// every role the lowest ratio over every ground it may sit on, in light and dark.
#include <QColor>
#include <QTest>
#include <cmath>

#include "host.hpp"

namespace {

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * channel(static_cast<double>(c.redF())) + 0.7152 * channel(static_cast<double>(c.greenF())) +
         0.0722 * channel(static_cast<double>(c.blueF()));
}

double ratio(const QColor& a, const QColor& b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return first > second ? first / second : second / first;
}

const QStringList kGrounds{"canvas", "surface", "sunken"};

}  // namespace

class ThemeContrastTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Host> m_host;
  QObject* m_theme = nullptr;

  QColor colour(const QString& role) const {
    const QVariant value = m_theme->property(qPrintable(role));
    if (!value.isValid()) qFatal("the theme has no role %s", qPrintable(role));
    return value.value<QColor>();
  }
  void use(bool dark) { m_theme->setProperty("scheme", dark ? "dark" : "light"); }

 private slots:
  void initTestCase() {
    m_host = std::make_unique<Host>(
        "Item { property QtObject theme: Theme; property var sections: Sections.all; property color "
        "sectionLabel: "
        "Sections.label; property var verdicts: Verdicts.all }");
    m_theme = m_host->root()->property("theme").value<QObject*>();
    QVERIFY(m_theme);
  }

  void roles_data() {
    QTest::addColumn<QString>("role");
    QTest::addColumn<QStringList>("grounds");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const QStringList chosen{"canvas", "surface", "sunken", "accentTint"};
    QTest::newRow("edge") << "edge" << QStringList{"canvas", "surface"} << 5.1 << 5.1;
    QTest::newRow("ink") << "ink" << kGrounds << 15.0 << 13.7;
    QTest::newRow("ink2") << "ink2" << kGrounds << 8.6 << 8.8;
    QTest::newRow("ink3") << "ink3" << kGrounds << 5.4 << 5.8;
    QTest::newRow("label on accent") << "accentLabel" << QStringList{"accent"} << 9.0 << 6.2;
    QTest::newRow("edge of accent") << "accentEdge" << QStringList{"canvas", "surface"} << 8.2 << 6.2;
    QTest::newRow("accent text") << "accentText" << QStringList{"canvas", "surface", "accentTint"} << 7.4
                                 << 7.7;
    QTest::newRow("star") << "star" << QStringList{"canvas", "surface", "accentTint"} << 4.6 << 10.1;
    QTest::newRow("label on pressed accent") << "accentLabel" << QStringList{"accentPressed"} << 11.7 << 8.8;
    QTest::newRow("bulb on velvet") << "bulb" << QStringList{"velvet"} << 5.7 << 5.7;
    const QList<std::tuple<QString, double, double>> states{
        {"ok", 7.2, 8.1},   {"info", 7.2, 7.6}, {"wait", 7.4, 8.4},  {"held", 7.4, 7.5},
        {"fork", 7.2, 7.7}, {"off", 7.2, 7.6},  {"danger", 7.2, 7.6}};
    for (const auto& [state, light, dark] : states)
      QTest::newRow(qPrintable(state))
          << state << QStringList{state + "Tint", "canvas", "surface"} << light << dark;
  }

  void roles() {
    QFETCH(QString, role);
    QFETCH(QStringList, grounds);
    QFETCH(double, light);
    QFETCH(double, dark);
    for (const bool night : {false, true}) {
      use(night);
      double lowest = 99;
      for (const QString& ground : grounds) lowest = std::min(lowest, ratio(colour(role), colour(ground)));
      const double promised = night ? dark : light;
      QVERIFY2(lowest >= promised - 0.05, qPrintable(QString("%1 in %2: %3, promised %4")
                                                         .arg(role, night ? "dark" : "light")
                                                         .arg(lowest)
                                                         .arg(promised)));
    }
  }

  void sections() {
    for (const bool dark : {false, true}) {
      use(dark);
      const QColor label = m_host->root()->property("sectionLabel").value<QColor>();
      const QVariantList all = m_host->root()->property("sections").toList();
      QCOMPARE(all.size(), 9);
      for (const QVariant& one : all) {
        const double found = ratio(label, QColor(one.toMap()["color"].toString()));
        QVERIFY2(found >= (dark ? 8.15 : 5.45), qPrintable(QString::number(found)));
      }
    }
  }

  void verdicts() {
    const QMap<QString, double> promised{{"arrival", 7.4},    {"departure", 8.9}, {"already", 9.4},
                                         {"attention", 11.5}, {"refused", 8.4},   {"unknown", 18.2}};
    const QVariantMap all = m_host->root()->property("verdicts").toMap();
    QCOMPARE(all.keys(), promised.keys());
    for (auto group = promised.cbegin(); group != promised.cend(); ++group) {
      const QVariantMap verdict = all[group.key()].toMap();
      const double found = ratio(QColor(verdict["text"].toString()), QColor(verdict["ground"].toString()));
      QVERIFY2(found >= group.value() - 0.06, qPrintable(group.key() + QString::number(found)));
      QVERIFY(ratio(Qt::white, QColor(verdict["bar"].toString())) >= 7);
    }
  }

  void highContrastTurnsHairlinesIntoEdges() {
    m_theme->setProperty("highContrast", true);
    QCOMPARE(colour("line"), colour("edge"));
    for (const char* tint :
         {"okTint", "waitTint", "heldTint", "forkTint", "offTint", "infoTint", "dangerTint", "accentTint"})
      QCOMPARE(colour(tint), colour("surface"));
    m_theme->setProperty("highContrast", false);
  }

  void textScalesAndThirteenIsTheFloor() {
    for (const char* token :
         {"hero", "display", "title", "head", "body", "field", "label", "meta", "small", "code"}) {
      auto* type = m_theme->property(token).value<QObject*>();
      QVERIFY2(type, token);
      m_theme->setProperty("textScale", 1.0);
      const int plain = type->property("size").toInt();
      QVERIFY(plain >= 13);
      m_theme->setProperty("textScale", 2.0);
      QCOMPARE(type->property("size").toInt(), plain * 2);
    }
    m_theme->setProperty("textScale", 1.0);
  }

  void reducedMotionStopsEverything() {
    m_theme->setProperty("reducedMotion", true);
    for (const char* duration : {"press", "change", "page", "slide"})
      QCOMPARE(m_theme->property(duration).toInt(), 0);
    m_theme->setProperty("reducedMotion", false);
    QCOMPARE(m_theme->property("page").toInt(), 220);
  }
};

QTEST_MAIN(ThemeContrastTest)
#include "theme_contrast_test.moc"
