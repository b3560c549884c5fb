// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/error_words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

/// What people meet when something can't be saved here or is refused there. For lupdate; numbers are %1, %2.
[[maybe_unused]] constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("ErrorWords", "This must be filled in."),
    QT_TRANSLATE_NOOP("ErrorWords", "At most %1 characters fit; these are %2."),
    QT_TRANSLATE_NOOP("ErrorWords", "At least %1 characters are needed."),
    QT_TRANSLATE_NOOP("ErrorWords", "An entry has at most %1 characters."),
    QT_TRANSLATE_NOOP("ErrorWords", "At most %1 entries fit."),
    QT_TRANSLATE_NOOP("ErrorWords", "At most %1 bytes fit."),
    QT_TRANSLATE_NOOP("ErrorWords", "This must lie between %1 and %2."),
    QT_TRANSLATE_NOOP("ErrorWords", "An empty entry is not allowed."),
    QT_TRANSLATE_NOOP("ErrorWords", "This is not readable text (UTF-%1)."),
    QT_TRANSLATE_NOOP("ErrorWords", "Control characters are not allowed, except tab and new line."),
    QT_TRANSLATE_NOOP("ErrorWords", "This record is not there any more."),
    QT_TRANSLATE_NOOP("ErrorWords", "This record is there already."),
    QT_TRANSLATE_NOOP("ErrorWords", "Only a deleted record can be restored."),
    QT_TRANSLATE_NOOP("ErrorWords", "Somebody has settled this already."),
    QT_TRANSLATE_NOOP("ErrorWords", "This item does not wait for attention any more."),
    QT_TRANSLATE_NOOP("ErrorWords", "The record was deleted for good; create it again from your copy."),
    QT_TRANSLATE_NOOP(
        "ErrorWords",
        "You are no longer a member there. This is what you had typed and nobody has received."),
    QT_TRANSLATE_NOOP("ErrorWords",
                      "You are not a member there any more. The item can be exported or discarded."),
    QT_TRANSLATE_NOOP("ErrorWords",
                      "The server does not know this any more. Send it again, export it or discard it."),
    QT_TRANSLATE_NOOP("ErrorWords",
                      "The data of this device can't be read. It is repaired at the next start."),
    // Of photos that are taken from folders and cards.
    QT_TRANSLATE_NOOP("ErrorWords", "The file is not there any more."),
    QT_TRANSLATE_NOOP("ErrorWords", "This file may not be read."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file can't be read."),
    QT_TRANSLATE_NOOP("ErrorWords", "This is no file."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file is empty."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file is larger than %1 MB."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file can't be read to its end."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file got shorter while it was read."),
    QT_TRANSLATE_NOOP("ErrorWords", "The file changed while it was read."),
    QT_TRANSLATE_NOOP("ErrorWords", "This is not a picture of a kind that is known here."),
    QT_TRANSLATE_NOOP("ErrorWords", "The picture can't be read."),
    QT_TRANSLATE_NOOP("ErrorWords", "The picture is damaged or cut off."),
    QT_TRANSLATE_NOOP("ErrorWords", "The picture's header can't be read."),
    QT_TRANSLATE_NOOP("ErrorWords", "The picture has more than %1 megapixels."),
    QT_TRANSLATE_NOOP("ErrorWords", "This RAW file has no preview inside that can be read here."),
    QT_TRANSLATE_NOOP("ErrorWords", "The folder or card is not there any more."),
    QT_TRANSLATE_NOOP("ErrorWords", "Another import is not finished yet."),
    QT_TRANSLATE_NOOP("ErrorWords", "Choose a folder or files."),
    QT_TRANSLATE_NOOP("ErrorWords", "This file has no preview of its own."),
    QT_TRANSLATE_NOOP("ErrorWords", "This file shows exactly the same picture."),
};

}  // namespace

QString wordsOf(const Error& error) {
  static const QRegularExpression number(QStringLiteral("\\d+"));
  QString key = qstring(error.message);
  QStringList numbers;
  for (auto match = number.match(key); match.hasMatch();) {
    numbers.append(match.captured());
    const QString hole = QLatin1Char('%') + QString::number(numbers.size());
    key.replace(match.capturedStart(), match.capturedLength(), hole);
    match = number.match(key, match.capturedStart() + hole.size());
  }
  QString words = QCoreApplication::translate("ErrorWords", key.toUtf8().constData());
  for (const QString& each : numbers) words = words.arg(each);
  return words;
}

}  // namespace foyer::qt
