// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// How a page asks for another one. The shell decides whether it slides over or stands beside.
QtObject {
    // Filled by the shell for the room it has.
    property bool wide: false       // a rail instead of tabs
    property bool twoPanes: false   // list and detail side by side
    property bool detailShown: false
    property string shownScope      // of the detail

    signal opened(string page, var values)   // a page over this one
    signal detail(string page, var values)   // what was chosen in a list
    signal back()
    signal swap(string page, var values)     // back, and then a detail
    signal home()

    function open(page: string, values: var) { opened(page, values || {}) }
}
