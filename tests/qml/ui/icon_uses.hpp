// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The icons that one line of QML names: the strings of properties that hold an icon (`iconName: open ?
/// "eye-off" : "eye"`, `"icon": "home"`) and of `image://icon/` addresses, without the strings it compares
/// with or translates.
QStringList iconsNamedIn(const QString& line);
