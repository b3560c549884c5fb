// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The two names that a profile begins with; a child's also names the guardian, who is the one typing.
Sheet {
    id: sheet

    property bool child: false
    readonly property bool ready: first.text.trim() !== "" && last.text.trim() !== ""
    signal made(string id)

    title: child ? qsTr("A profile for a child") : qsTr("A new profile")

    function begin(forChild: bool) {
        child = forChild
        const names = forChild ? [] : Session.displayName.split(" ")
        first.text = names[0] || ""
        last.text = names.slice(1).join(" ")
        open()
    }
    function make() {
        if (!ready)
            return
        const id = Records.newId()
        const values = { first_name: first.text.trim(), last_name: last.text.trim() }
        if (child && Session.displayName !== "")
            values.guardian_name = Session.displayName
        form.recordId = id
        form.defaults = { provisional_code: Talent.provisionalCode(id) }
        Object.keys(values).forEach(field => form.set(field, values[field]))
        form.save()
        close()
        made(id)
    }

    onOpened: first.forceActiveFocus()
    RecordForm { id: form; collection: "talent_profiles"; scope: Session.personScope }

    AppText {
        width: parent.width
        visible: sheet.child
        text: qsTr("You keep the profile as the guardian. It stays out of public search.")
        color: Theme.ink2
    }
    Field { id: first; width: parent.width; label: TalentWords.label("first_name"); maximumLength: 100; onAccepted: last.forceActiveFocus() }
    Field { id: last; width: parent.width; label: TalentWords.label("last_name"); maximumLength: 100; onAccepted: sheet.make() }
    AppButton {
        width: parent.width
        kind: AppButton.Primary
        text: qsTr("Begin")
        enabled: sheet.ready
        whyDisabled: qsTr("Both names, please.")
        onClicked: sheet.make()
    }
}
