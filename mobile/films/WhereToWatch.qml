// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Where a title can be watched in the person's region, own services marked, with the day it was seen there.
Column {
    id: where

    required property string titleId
    readonly property var person: profile.values
    readonly property string region: person.region || ""
    readonly property var services: person.services || []

    function kindName(offer: string): string {
        return { "subscription": qsTr("Included"), "rent": qsTr("To rent"), "buy": qsTr("To buy"), "free": qsTr("Free"), "ads": qsTr("Free with advertising") }[offer] || offer
    }

    visible: offers.count > 0
    spacing: Theme.space3

    RecordForm { id: profile; collection: "profiles"; scope: Session.personScope; recordId: Records.idFor("profiles", Session.personScope, { account_id: Session.account }) }
    CollectionModel { id: offers; collection: "offers"; filter: where.region ? ({ "title": where.titleId, "region": where.region }) : ({ "title": where.titleId }); orderBy: ["provider", "offer"]; limit: 60 }

    SectionTitle { text: qsTr("Where to watch") }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        Repeater {
            model: offers
            ListRow {
                required property int index
                required property var model
                readonly property bool own: where.services.indexOf(model.provider) >= 0

                width: parent.width
                iconName: "play"
                accentedIcon: own
                title: Services.name(model.provider)
                meta: [where.kindName(model.offer), where.region ? "" : model.region, own ? qsTr("one of my services") : "",
                       model.added_at ? qsTr("seen there on %1").arg(Language.date(model.added_at)) : ""].filter(part => part).join(" · ")
                chevron: !!model.url
                separator: index < offers.count - 1
                onClicked: if (model.url) Qt.openUrlExternally(model.url)
            }
        }
    }
    AppButton {
        width: parent.width
        kind: AppButton.Quiet
        iconName: "sliders"
        text: where.region ? qsTr("My region and services") : qsTr("Choose my region and services")
        onClicked: Nav.open("services")
    }
}
