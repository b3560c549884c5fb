// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.hpp"

#include <QAccessible>
#include <QRegularExpression>
#include <QVariantMap>
#include <vector>

namespace foyer::ui {

namespace {

constexpr qsizetype kMostWords = 2000;

struct Token {
  QString text;
  bool space;
};

/// Words, single punctuation marks and runs of spaces, in order, nothing left out.
QList<Token> tokens(const QString& text) {
  static const QRegularExpression pattern(
      QStringLiteral("\\s+|[\\p{L}\\p{N}\\p{M}_'’-]+|."),
      QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
  QList<Token> found;
  auto matches = pattern.globalMatch(text);
  while (matches.hasNext()) {
    const QString part = matches.next().captured();
    found.append({part, part.at(0).isSpace()});
  }
  return found;
}

QStringList wordsOf(const QList<Token>& all) {
  QStringList words;
  for (const Token& token : all)
    if (!token.space) words.append(token.text);
  return words;
}

/// For each word of `mine` whether a longest common sequence with `theirs` holds it.
std::vector<bool> commonWords(const QStringList& mine, const QStringList& theirs) {
  const auto rows = static_cast<std::size_t>(mine.size());
  const auto columns = static_cast<std::size_t>(theirs.size());
  std::vector<std::vector<unsigned short>> length(rows + 1, std::vector<unsigned short>(columns + 1, 0));
  const auto same = [&](std::size_t row, std::size_t column) {
    return mine.at(static_cast<qsizetype>(row)) == theirs.at(static_cast<qsizetype>(column));
  };
  for (std::size_t row = rows; row-- > 0;)
    for (std::size_t column = columns; column-- > 0;)
      length[row][column] = same(row, column) ? static_cast<unsigned short>(length[row + 1][column + 1] + 1)
                                              : std::max(length[row + 1][column], length[row][column + 1]);
  std::vector<bool> common(rows, false);
  for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
    if (same(row, column)) {
      common[row++] = true;
      ++column;
    } else if (length[row + 1][column] >= length[row][column + 1]) {
      ++row;
    } else {
      ++column;
    }
  }
  return common;
}

}  // namespace

QList<WordRun> compareWords(const QString& text, const QString& other) {
  const QList<Token> mine = tokens(text);
  const QStringList words = wordsOf(mine);
  const QStringList theirs = wordsOf(tokens(other));
  if (words.size() > kMostWords || theirs.size() > kMostWords) return {{text, text != other}};
  const std::vector<bool> common = commonWords(words, theirs);
  QList<WordRun> runs;
  std::size_t word = 0;
  for (const Token& token : mine) {
    const bool differs = token.space ? (!runs.isEmpty() && runs.last().differs) : !common[word++];
    if (runs.isEmpty() || runs.last().differs != differs) {
      runs.append({token.text, differs});
    } else {
      runs.last().text += token.text;
    }
  }
  // The mark ends with the last differing word, not with the space behind it.
  for (qsizetype i = 0; i + 1 < runs.size(); ++i) {
    if (!runs[i].differs) continue;
    qsizetype end = runs[i].text.size();
    while (end > 0 && runs[i].text.at(end - 1).isSpace()) --end;
    runs[i + 1].text.prepend(runs[i].text.mid(end));
    runs[i].text.truncate(end);
  }
  return runs;
}

QVariantList Words::compare(const QString& text, const QString& other) const {
  QVariantList list;
  for (const WordRun& run : compareWords(text, other))
    list.append(QVariantMap{{QStringLiteral("text"), run.text}, {QStringLiteral("differs"), run.differs}});
  return list;
}

QString Words::sentence(const QStringList& parts) const {
  QStringList said;
  for (const QString& part : parts)
    if (!part.isEmpty()) said.append(part);
  return said.join(QStringLiteral(", "));
}

QString Words::initials(const QString& name) const {
  const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
  if (parts.isEmpty()) return {};
  const QString first = parts.first().left(1).toUpper();
  return parts.size() == 1 ? first : first + parts.last().left(1).toUpper();
}

// Qt 6.4 has no call for this. What works: on AT-SPI a notification that shows is spoken; elsewhere an alert
// is, or a name that changes.
void Words::announce(QObject* item) const {
  if (!item) return;
  for (const auto what : {QAccessible::NameChanged, QAccessible::ObjectShow, QAccessible::Alert}) {
    QAccessibleEvent event(item, what);
    QAccessible::updateAccessibility(&event);
  }
}

}  // namespace foyer::ui
