// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One step of the form: nine discs, the section's band, its fields, and the next section on the button. Leaving is
// always safe: every field is kept as it is typed.
Page {
    id: page

    property string scope: Session.personScope
    readonly property var record: profile.values
    readonly property var faults: profile.errors
    property string talentId
    property int number: 1
    readonly property var sections: ["Identity", "Origins", "Residence", "Languages", "Physical", "Trades", "Skills", "Networks", "Work"]
    readonly property var complete: Talent.completeness(profile.values, credits.count)
    readonly property bool large: width < 300 * Theme.textScale
    readonly property bool last: number === 9
    readonly property bool shown: (page.record.visible_sections || []).indexOf(String(number)) >= 0

    back: true
    title: TalentWords.name(profile.values) || qsTr("Talent profile")
    maximumWidth: 560

    function go(to: int) {
        profile.save()
        number = to
        contentY = 0
    }

    RecordForm { id: profile; collection: "talent_profiles"; scope: page.scope; recordId: page.talentId; shows: page.shownFields }
    CollectionModel { id: credits; collection: "credits"; scope: page.scope; filter: ({ "talent": page.talentId }) }
    // What could not be saved and stands in another section, or in none.
    readonly property string wrongField: Object.keys(profile.errors).find(field => field !== "" && shownFields.indexOf(field) < 0) || ""
    readonly property int wrongSection: Talent.sectionOf(wrongField)
    readonly property var shownFields: Object.keys(TalentWords.labels).filter(field => Talent.sectionOf(field) === number)

    headerContent: SyncPill {
        visible: !Nav.wide
        compact: true
        count: Sync.waiting
        syncState: SyncWords.tone
        text: SyncWords.pill
        sentence: SyncWords.sentence
        onClicked: Nav.open("sync")
    }

    Row {
        width: parent.width
        Repeater {
            model: 9
            SectionDisc {
                required property int index

                width: parent.width / 9
                number: index + 1
                current: page.number === index + 1
                done: page.complete.sections[index].done
                onClicked: page.go(index + 1)
            }
        }
    }
    SectionBand { width: parent.width; number: page.number }
    Banner {
        width: parent.width
        visible: sentence !== ""
        tone: "held"
        title: TalentWords.label(page.wrongField) !== "" ? qsTr("Not saved: %1").arg(TalentWords.label(page.wrongField)) : qsTr("Not saved yet")
        sentence: page.faults[page.wrongField] || page.faults[""] || ""
        actionText: page.wrongSection > 0 ? qsTr("Show it") : qsTr("Try again")
        onActed: page.wrongSection > 0 ? page.go(page.wrongSection) : profile.save()
    }
    Loader {
        readonly property string section: page.sections[page.number - 1]

        width: parent.width
        onSectionChanged: setSource("sections/" + section + "Section.qml", { form: profile })
    }
    Card {
        width: parent.width
        AppSwitch {
            width: parent.width
            text: qsTr("Casting people see this section")
            meta: page.shown ? qsTr("Phone numbers, addresses and documents stay hidden all the same.") : qsTr("Only you see it.")
            checked: page.shown
            onToggled: {
                if (checked)
                    profile.add("visible_sections", String(page.number))
                else
                    profile.take("visible_sections", String(page.number))
                checked = Qt.binding(() => page.shown)
            }
        }
    }

    dock: Item {
        width: parent.width
        implicitHeight: next.implicitHeight + 2 * Theme.space3
        IconButton {
            id: previous

            visible: !page.large        // large text needs the room; the discs lead back too
            anchors { left: parent.left; leftMargin: Theme.marginCard; verticalCenter: parent.verticalCenter }
            width: 64
            height: 52
            bordered: true
            enabled: page.number > 1
            iconName: "arrow-left"
            text: page.number > 1 ? qsTr("Back to %1").arg(Sections.all[page.number - 2].name) : qsTr("This is the first section")
            onClicked: page.go(page.number - 1)
        }
        AppButton {
            id: next

            anchors { left: previous.visible ? previous.right : parent.left; leftMargin: previous.visible ? Theme.space3 : Theme.marginCard; right: parent.right; rightMargin: Theme.marginCard; verticalCenter: parent.verticalCenter }
            kind: AppButton.Primary
            trailingIcon: page.large ? "" : page.last ? "check" : "arrow-right"
            text: page.last ? qsTr("Done") : Sections.all[page.number].name
            Accessible.name: page.last ? qsTr("Done") : qsTr("Next: %1").arg(text)
            onClicked: page.last ? Nav.back() : page.go(page.number + 1)
        }
    }
}
