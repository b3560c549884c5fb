// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Ui

// A child's profile: no sign-in of its own, and a highest age of what is shown. A new one is made with its name.
Sheet {
    id: sheet

    property string scope
    property string recordId
    readonly property var child: form.values
    readonly property var errors: form.errors

    function show(id: string) {
        recordId = id || Records.newId()
        open()
    }

    title: form.exists ? child.name || "" : qsTr("A child's profile")

    RecordForm {
        id: form

        collection: "child_profiles"
        scope: sheet.scope
        recordId: sheet.recordId
        shows: ["name", "birth_year", "age_cap"]
        defaults: ({ guardian_id: Session.account })
    }
    AppText {
        width: parent.width
        text: qsTr("Has no sign-in of its own: the family's grown-ups look after it.")
        color: Theme.ink2
    }
    TextEditor {
        width: parent.width
        label: qsTr("Name")
        value: sheet.child.name || ""
        error: sheet.errors.name || ""
        maximumLength: 100
        onChanged: value => { if (value.trim() !== "") form.set("name", value.trim()) }
    }
    IntegerEditor {
        width: parent.width
        enabled: form.exists
        label: qsTr("Shows titles up to the age of")
        help: qsTr("Titles for older people, and those whose age nobody knows, stay hidden.")
        unit: qsTr("years")
        from: 0
        to: 21
        value: sheet.child.age_cap
        error: sheet.errors.age_cap || ""
        onChanged: value => form.edit("age_cap", value)
    }
    IntegerEditor {
        width: parent.width
        enabled: form.exists
        label: qsTr("Year of birth")
        from: 1900
        to: 2200
        value: sheet.child.birth_year
        error: sheet.errors.birth_year || ""
        onChanged: value => form.edit("birth_year", value)
    }
    AppButton {
        width: parent.width
        visible: form.exists
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Remove this profile")
        onClicked: {
            const scope = sheet.scope
            const id = sheet.recordId
            const base = form.base
            const name = sheet.child.name
            sheet.close()
            Records.remove("child_profiles", scope, id, base)
            Undo.offer(qsTr("%1 was removed").arg(name), () => Records.restore("child_profiles", scope, id, base))
        }
    }
}
