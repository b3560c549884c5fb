// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A label and its value on one line.
Row {
    id: row

    property string label
    property string value

    width: parent ? parent.width : implicitWidth
    AppText { id: name; text: row.label; color: Theme.ink2 }
    AppText { width: row.width - name.width; text: row.value; strong: true; horizontalAlignment: Text.AlignRight }
}
