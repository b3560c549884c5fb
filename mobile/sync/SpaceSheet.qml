// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One space in full: state, what waits up and down, the last check, the last problem, what happens next.
Sheet {
    id: sheet

    property string scope
    property var space: ({ kind: "", name: "", state: "", waiting: 0, behind: 0, rowsLoaded: 0, rowsExpected: 0, secondsLeft: 0, verifiedVersion: 0, version: 0, held: 0, conflicts: 0, why: "", whyText: "" })

    function show(scope: string) {
        sheet.scope = scope
        refresh()
        open()
    }
    function refresh() {
        const now = scope === "" ? {} : Sync.space(scope)
        if (now.scope)
            space = now
    }

    title: SpaceWords.name(space)
    Connections {
        target: Sync
        enabled: sheet.opened
        function onChanged() { sheet.refresh() }
    }
    StateMark { syncState: sheet.space.state; text: SpaceWords.word(sheet.space) }
    AppText { width: parent.width; text: SpaceWords.next(sheet.space); color: Theme.ink2 }
    FactRow {
        label: qsTr("To send")
        value: sheet.space.waiting > 0 ? qsTr("%n changes", "", sheet.space.waiting) : qsTr("nothing")
    }
    FactRow {
        label: qsTr("To receive")
        value: SpaceWords.toReceive(sheet.space)
    }
    ProgressLine {
        width: parent.width
        visible: sheet.space.rowsExpected > 0
        value: visible ? sheet.space.rowsLoaded / sheet.space.rowsExpected : 0
        text: SpaceWords.left(sheet.space) || (sheet.space.state === "off" ? qsTr("goes on where it stopped") : "")
    }
    FactRow { visible: sheet.space.held > 0; label: qsTr("To fix"); value: Language.number(sheet.space.held) }
    FactRow { visible: sheet.space.conflicts > 0; label: qsTr("Two versions"); value: Language.number(sheet.space.conflicts) }
    FactRow {
        label: qsTr("Last check")
        value: sheet.space.verifiedAt ? Signature.moment(sheet.space.verifiedAt) : qsTr("never")
    }
    FactRow {
        label: qsTr("Checked up to step")
        value: qsTr("%1 of %2").arg(Language.number(sheet.space.verifiedVersion)).arg(Language.number(sheet.space.version + Math.max(0, sheet.space.behind)))
    }
    FactRow { visible: sheet.space.why !== ""; label: qsTr("Last problem"); value: Causes.of(sheet.space.why, sheet.space.whyText) }
    FactRow { visible: !!sheet.space.nextTryAt; label: qsTr("Next try"); value: sheet.space.nextTryAt ? SyncWords.clock(sheet.space.nextTryAt) : "" }
    AppButton {
        width: parent.width
        visible: sheet.space.held > 0 || sheet.space.conflicts > 0
        text: sheet.space.held > 0 ? qsTr("See what needs fixing") : qsTr("Look at both versions")
        onClicked: { sheet.close(); Nav.open(sheet.space.held > 0 ? "attention" : "conflict") }
    }
}
