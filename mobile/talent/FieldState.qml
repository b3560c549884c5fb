// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// How a field of a RecordForm stands, for editors.
QtObject {
    readonly property var states: ({ "wait": "pending", "held": "held", "fork": "conflict" })

    function of(marks: var, field: string): string { return states[marks[field] || ""] || "" }
    // The page that explains a marked field.
    function page(marks: var, field: string): string { return marks[field] === "held" ? "attention" : "conflict" }
}
