// SPDX-License-Identifier: GPL-3.0-or-later
// Differing words: the runs give back the text exactly and mark what only one side holds.
#include <QRandomGenerator>
#include <QTest>

#include "ui/words.hpp"

using foyer::ui::compareWords;
using foyer::ui::WordRun;

class WordsTest : public QObject {
  Q_OBJECT

 private:
  static QString differing(const QString& text, const QString& other) {
    QStringList found;
    for (const WordRun& run : compareWords(text, other))
      if (run.differs) found.append(run.text);
    return found.join('|');
  }

 private slots:
  void marksWhatDiffers() {
    const QString noe = "À revoir avec Lise, la fin change tout.";
    const QString maya = "À revoir en VO, la fin change tout. Prévoir 2 h 30.";
    QCOMPARE(differing(noe, maya), QStringLiteral("avec Lise"));
    QCOMPARE(differing(maya, noe), QStringLiteral("en VO|Prévoir 2 h 30."));
    QCOMPARE(differing("same words", "same words"), QString());
    QCOMPARE(differing("", "something"), QString());
    QCOMPARE(differing("all new", ""), QStringLiteral("all new"));
  }

  void joiningTheRunsGivesTheTextBack() {
    const quint32 seed = qEnvironmentVariableIsSet("FOYER_SEED") ? qEnvironmentVariable("FOYER_SEED").toUInt()
                                                                 : QRandomGenerator::global()->generate();
    qInfo("FOYER_SEED=%u", seed);
    QRandomGenerator random(seed);
    const QStringList pool{"la", "fin", "tout", "œuvre", "d’or", "2",  "-",   "\n",
                           " ",  "  ",  ",",    ".",     "é",    "\t", "日本"};
    const auto text = [&] {
      QString made;
      for (quint32 i = random.bounded(30U); i > 0; --i) {
        made += pool[static_cast<qsizetype>(random.bounded(static_cast<quint32>(pool.size())))];
        if (random.bounded(3) > 0) made += u' ';
      }
      return made;
    };
    for (int round = 0; round < 500; ++round) {
      const QString mine = text();
      const QString theirs = text();
      QString joined;
      for (const WordRun& run : compareWords(mine, theirs)) joined += run.text;
      QCOMPARE(joined, mine);
    }
  }

  void initials() {
    const foyer::ui::Words words;
    QCOMPARE(words.initials("Inès Carpentier"), QStringLiteral("IC"));
    QCOMPARE(words.initials("noé"), QStringLiteral("N"));
    QCOMPARE(words.initials("  "), QString());
    QCOMPARE(words.initials("Jean de La Fontaine"), QStringLiteral("JF"));
  }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
