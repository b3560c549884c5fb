// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Choosing from the reference data: search as you type, flags where there are any. `picked` comes for each choice; with
// `multiple` the sheet stays open and shows what is chosen. `ownAllowed` offers what is typed when nothing has that name.
Sheet {
    id: sheet

    property string kind
    property string country
    property bool multiple: false
    property bool ownAllowed: false
    property var chosen: []
    property string searched
    readonly property var entries: opened ? Reference.find(kind, Language.current, searched, country) : []
    readonly property string own: searched.trim()
    readonly property bool offersOwn: ownAllowed && own !== "" && !entries.some(one => one.name.toLowerCase() === own.toLowerCase())
    signal picked(string code, string name)

    function choose(code: string, name: string) {
        picked(code, name)
        if (!multiple)
            close()
    }

    onAboutToShow: {
        searched = ""
        search.text = ""
    }
    onOpened: search.forceActiveFocus()

    SearchField {
        id: search

        width: parent.width
        placeholder: qsTr("Search")
        onSearched: text => sheet.searched = text
        onAccepted: {
            if (sheet.entries.length > 0)
                sheet.choose(sheet.entries[0].code, sheet.entries[0].name)
            else if (sheet.offersOwn)
                sheet.choose("", sheet.own)
        }
        Keys.onDownPressed: list.forceActiveFocus()
    }
    ListRow {
        width: parent.width
        visible: sheet.offersOwn
        leftPadding: Theme.space1
        iconName: "plus"
        title: qsTr("Use “%1”").arg(sheet.own)
        meta: qsTr("It is not in the list.")
        onClicked: sheet.choose("", sheet.own)
    }
    ListView {
        id: list

        width: parent.width
        height: sheet.offersOwn && count === 0 ? 0 : Math.max(240, Math.min(contentHeight, (sheet.parent ? sheet.parent.height : 600) - search.height - (sheet.offersOwn ? 280 : 200)))
        clip: true
        model: sheet.entries
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: sheet.title
        delegate: FlagRow {
            id: row

            required property var modelData
            readonly property bool taken: sheet.chosen.indexOf(modelData.code) >= 0

            width: list.width
            leftPadding: Theme.space1
            rightPadding: Theme.space1
            title: modelData.name
            meta: sheet.kind === "skills" ? TalentWords.skillGroups[modelData.group] || "" : ""
            value: modelData.meta
            selected: taken
            spoken: Words.sentence([title, meta, value, taken ? qsTr("chosen") : ""])
            flag: modelData.flag
            onClicked: sheet.choose(modelData.code, modelData.name)
        }
        AppText {
            anchors { left: parent.left; right: parent.right; top: parent.top; topMargin: Theme.space6 }
            visible: list.count === 0 && !sheet.offersOwn
            text: sheet.kind === "cities" && sheet.country === "" ? qsTr("Choose the country first.") : qsTr("Nothing has this name.")
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
