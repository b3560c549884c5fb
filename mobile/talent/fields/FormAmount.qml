// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// An amount of money of a profile: "1250 EUR" in minor units, shown as 12.50 EUR. The currency is the one it has, or
// that of the country of residence.
Field {
    id: editor

    required property RecordForm form
    readonly property var record: editor.form.values
    readonly property var faults: editor.form.errors
    required property string field
    readonly property string kept: form.values[field] || ""
    readonly property string currency: kept.split(" ")[1] || Reference.currency(editor.record.residence_country || editor.record.origin_country || "") || "EUR"
    // Currencies without a small coin, and those whose small coin is a thousandth (ISO 4217).
    readonly property var whole: ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]
    readonly property var thousandths: ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
    readonly property int decimals: whole.indexOf(currency) >= 0 ? 0
                                  : thousandths.indexOf(currency) >= 0 ? 3 : 2
    property bool misread: false

    function show() {
        if (!active && !misread)
            text = kept === "" ? "" : String(Number(kept.split(" ")[0]) / Math.pow(10, decimals))
    }

    label: TalentWords.label(field)
    unit: currency
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    error: misread ? qsTr("An amount, for example 1200.") : editor.faults[field] || ""
    status: FieldState.of(form.marks, field)
    onKeptChanged: show()
    Component.onCompleted: show()
    onEdited: text => {
        const typed = text.replace(/\s/g, "").replace(",", ".")
        const units = Math.round(Number(typed) * Math.pow(10, decimals))
        misread = typed !== "" && !(/^\d+(\.\d*)?$/.test(typed) && units <= Number.MAX_SAFE_INTEGER)
        if (!misread)
            form.set(field, typed === "" ? null : units + " " + currency)
    }
    onActiveChanged: {
        if (!active) {
            form.save()
            show()
        }
    }
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
}
