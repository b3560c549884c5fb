// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What the library shows: stars, culling marks, camera, tag, days. `chosen` names what is chosen, for chips above the grid.
Sheet {
    id: sheet

    property var filter: ({})
    readonly property var cameras: facets.cameras
    readonly property var tags: facets.tags
    readonly property var stars: [1, 2, 3, 4, 5]
    signal chose(string key, var value)
    signal cleared()

    readonly property var chosen: {
        const found = []
        if (filter.search)
            found.push({ key: "search", text: filter.search })
        if (filter.minRating)
            found.push({ key: "minRating", text: qsTr("From %n stars", "", filter.minRating) })
        if (filter.pick)
            found.push({ key: "pick", text: filter.pick === "notRejected" ? qsTr("Not rejected") : PhotoWords.pick(filter.pick) })
        for (const key of ["camera", "tag"])
            if (filter[key])
                found.push({ key: key, text: filter[key] })
        if (filter.from)
            found.push({ key: "from", text: qsTr("From %1").arg(Language.date(PhotoWords.dateOf(filter.from))) })
        if (filter.to)
            found.push({ key: "to", text: qsTr("Until %1").arg(Language.date(PhotoWords.dateOf(filter.to))) })
        return found
    }

    title: qsTr("Filter")
    onAboutToShow: facets.reload()

    PhotoFacets { id: facets; scope: Session.personScope }

    EnumEditor {
        width: parent.width
        label: qsTr("Stars at least")
        clearable: true
        value: sheet.filter.minRating ? String(sheet.filter.minRating) : ""
        options: sheet.stars.map(stars => ({ value: String(stars), text: String(stars) }))
        onChanged: value => sheet.chose("minRating", value === "" ? 0 : Number(value))
    }
    EnumEditor {
        width: parent.width
        label: qsTr("Culling")
        clearable: true
        value: sheet.filter.pick || ""
        options: [{ value: "pick", text: qsTr("Picked") }, { value: "reject", text: qsTr("Rejected") }, { value: "notRejected", text: qsTr("Not rejected") }]
        onChanged: value => sheet.chose("pick", value)
    }
    EnumEditor {
        width: parent.width
        visible: facets.cameras.length > 0
        label: qsTr("Camera")
        clearable: true
        value: sheet.filter.camera || ""
        options: sheet.cameras.map(camera => ({ value: camera, text: camera }))
        onChanged: value => sheet.chose("camera", value)
    }
    EnumEditor {
        width: parent.width
        visible: facets.tags.length > 0
        label: qsTr("Tag")
        clearable: true
        value: sheet.filter.tag || ""
        options: sheet.tags.map(tag => ({ value: tag, text: tag }))
        onChanged: value => sheet.chose("tag", value)
    }
    DateEditor { width: parent.width; label: qsTr("From day"); value: sheet.filter.from || ""; onChanged: value => sheet.chose("from", value) }
    DateEditor { width: parent.width; label: qsTr("To day"); value: sheet.filter.to || ""; onChanged: value => sheet.chose("to", value) }
    AppButton { kind: AppButton.Quiet; text: qsTr("Show all"); onClicked: { sheet.cleared(); sheet.close() } }
}
