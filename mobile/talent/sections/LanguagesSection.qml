// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 4: languages with their levels, and accents. A language is kept as "fr:native".
Column {
    id: section

    required property RecordForm form
    readonly property var record: section.form.values
    readonly property var faults: section.form.errors
    readonly property var spoken: section.record.languages || []
    readonly property var levels: TalentWords.options("level")

    spacing: Theme.space5

    function tagOf(one: string): string { return one.split(":")[0] }
    function setLevel(one: string, level: string) {
        form.edit("languages", spoken.map(other => other === one ? tagOf(one) + ":" + level : other))
    }
    function toggle(tag: string) {
        const there = spoken.filter(one => tagOf(one) === tag)
        form.edit("languages", there.length > 0 ? spoken.filter(one => tagOf(one) !== tag) : spoken.concat([tag + ":good"]))
    }

    Repeater {
        model: section.spoken
        Card {
            id: card

            required property string modelData
            readonly property string name: Reference.name("languages", section.tagOf(modelData), Language.current)

            width: section.width
            Item {
                width: parent.width
                implicitHeight: Math.max(words.implicitHeight, remove.height)
                AppText {
                    id: words

                    anchors { left: parent.left; right: remove.left; verticalCenter: parent.verticalCenter }
                    text: card.name.charAt(0).toUpperCase() + card.name.slice(1)
                    strong: true
                }
                IconButton {
                    id: remove

                    anchors.right: parent.right
                    iconName: "x"
                    text: qsTr("Remove %1").arg(card.name)
                    onClicked: section.toggle(section.tagOf(card.modelData))
                }
            }
            Segment {
                width: parent.width
                name: qsTr("Level of %1").arg(card.name)
                options: section.levels.map(level => level.text)
                currentIndex: section.levels.findIndex(level => level.value === card.modelData.split(":")[1])
                onActivated: index => section.setLevel(card.modelData, section.levels[index].value)
            }
        }
    }
    AppText {
        width: parent.width
        visible: section.spoken.length === 0
        text: qsTr("No language yet. Begin with your own.")
        color: Theme.ink2
    }
    AppButton {
        width: parent.width
        iconName: "plus"
        text: qsTr("Add a language")
        onClicked: sheet.open()
    }
    FieldFrame {
        width: parent.width
        visible: shownLine !== ""
        lineOnly: true
        error: section.faults.languages || ""
        status: FieldState.of(section.form.marks, "languages")
        onStatusTapped: Nav.open(FieldState.page(section.form.marks, "languages"), { recordId: section.form.recordId })
    }
    FormWords { width: parent.width; form: section.form; field: "accents"; placeholder: qsTr("For example: Marseille, Casablanca"); maximum: 30 }

    PickSheet {
        id: sheet

        title: TalentWords.label("languages")
        kind: "languages"
        multiple: true
        chosen: section.spoken.map(one => section.tagOf(one))
        onPicked: code => section.toggle(code)
    }
}
