// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 9: what shows the work. Each production is a record of its own.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    CollectionModel { id: credits; collection: "credits"; scope: section.form.scope; filter: ({ "talent": section.form.recordId }); orderBy: ["-year"] }

    FormText { width: parent.width; form: section.form; field: "showreel"; maximumLength: 2048; placeholder: "https://"; inputMethodHints: Qt.ImhUrlCharactersOnly }
    SectionTitle { text: qsTr("Previous productions") }
    Card {
        width: parent.width
        visible: credits.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: credits
            ListRow {
                required property int index
                required property var model

                width: parent.width
                iconName: "clapperboard"
                title: model.title
                meta: [model.year, model.role, model.director].filter(part => part).join(" · ")
                syncState: model.mark
                stateText: SyncWords.markWord(model.mark)
                chevron: true
                separator: index < credits.count - 1
                onClicked: credit.show(model.recordId)
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !credits.loading && credits.count === 0
        iconName: "clapperboard"
        title: qsTr("No production yet")
        sentence: qsTr("Films, series, adverts, plays: the last one first.")
        actionText: qsTr("Add a production")
        onActed: start.open()
    }
    AppButton {
        width: parent.width
        visible: credits.count > 0
        iconName: "plus"
        text: qsTr("Add a production")
        onClicked: start.open()
    }

    NameDialog {
        id: start

        title: qsTr("Add a production")
        label: qsTr("Title")
        confirmText: qsTr("Add")
        maximumLength: 255
        onNamed: title => credit.show(Records.create("credits", section.form.scope, { talent: section.form.recordId, title: title }))
    }
    CreditSheet { id: credit; scope: section.form.scope }
}
