// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One title: its facts, what I think of it, my note. Every change is kept as it is made.
Page {
    id: page

    property string titleId
    property string scope: Session.personScope
    property string profileId           // a child of the family `scope`
    readonly property string entryId: Records.idFor("watch_entries", scope, profileId !== "" ? { profile_id: profileId, title_id: titleId } : { title_id: titleId })
    // Who the entry and its viewings belong to.
    readonly property var owner: profileId !== "" ? { profile_id: profileId } : ({})
    readonly property var states: ["not_watched", "watching", "completed"]
    readonly property var facts: catalogue.exists || catalogue.loading ? catalogue.values : Titles.facts(titleId)
    readonly property var entry: ({ title_id: titleId, title: name, year: mine.year || facts.year || null, kind: mine.kind || facts.kind || "movie" })
    readonly property var mine: form.values
    readonly property var errors: form.errors
    readonly property var marks: form.marks
    readonly property string name: mine.title || facts.title || ""

    back: !Nav.twoPanes
    pill: false
    title: back ? "" : name

    function status(field: string): string {
        return { "wait": "pending", "held": "held", "fork": "conflict" }[form.marks[field] || ""] || ""
    }

    RecordForm {
        id: form

        collection: "watch_entries"
        scope: page.scope
        recordId: page.entryId
        shows: ["rating", "notes", "tags"]
        defaults: Object.assign({}, page.owner, { title_id: page.titleId, title: page.facts.title, year: page.facts.year, kind: page.facts.kind || "movie", status: "not_watched" })
    }
    RecordForm { id: catalogue; collection: "titles"; recordId: page.titleId }
    CollectionModel { id: lists; collection: "lists"; orderBy: ["name"] }
    CollectionModel { id: families; collection: "families"; orderBy: ["name"] }
    RecommendSheet { id: recommend; entry: page.entry }

    Banner {
        width: parent.width
        visible: form.error !== ""
        tone: "held"
        title: qsTr("Not saved yet")
        sentence: form.error
        actionText: qsTr("Try again")
        onActed: form.save()
    }
    Flow {
        width: parent.width
        spacing: Theme.space5
        Poster {
            width: Math.min(240, Math.round((parent.width - parent.spacing) * 0.42))
            titleId: page.titleId
            title: page.name
        }
        Column {
            width: Math.max(160, parent.width - Math.min(240, Math.round((parent.width - parent.spacing) * 0.42)) - parent.spacing)
            spacing: Theme.space2
            AppText { width: parent.width; visible: page.back; text: page.name; token: Theme.title; Accessible.role: Accessible.Heading }
            AppText {
                width: parent.width
                color: Theme.ink2
                text: [page.mine.year || page.facts.year, page.facts.runtime_minutes ? Language.length(page.facts.runtime_minutes) : "",
                       page.mine.kind === "tv" ? qsTr("Series") : ""].filter(part => part).join(" · ")
            }
            AppText {
                width: parent.width
                visible: text !== ""
                color: Theme.ink2
                text: page.facts.original_title && page.facts.original_title !== page.name ? page.facts.original_title : ""
            }
            AppText {
                width: parent.width
                visible: text !== ""
                color: Theme.ink2
                text: (page.facts.genres || []).map(code => Genres.name(code)).join(", ")
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.space2
        visible: families.count > 0 && page.profileId === ""
        AppButton {
            iconName: "send"
            text: qsTr("Recommend")
            onClicked: recommend.open()
        }
    }
    RatingEditor {
        width: parent.width
        label: qsTr("My rating")
        value: page.mine.rating || 0
        error: page.errors.rating || ""
        status: page.status("rating")
        onChanged: value => form.edit("rating", value > 0 ? value : null)
        onStatusTapped: Nav.open("conflict", { recordId: page.entryId })
    }
    Segment {
        width: parent.width
        name: qsTr("Status")
        options: [qsTr("To watch"), qsTr("Watching"), qsTr("Watched")]
        currentIndex: Math.max(0, page.states.indexOf(page.mine.status))
        onActivated: index => form.edit("status", page.states[index])
    }
    EpisodeProgress {
        width: parent.width
        visible: page.entry.kind === "tv"
        form: form
        entry: Object.assign({}, page.owner, page.entry)
    }
    Viewings { width: parent.width; form: form; entry: Object.assign({}, page.owner, page.entry); scope: page.scope }
    LongTextEditor {
        id: note

        width: parent.width
        label: qsTr("My note")
        placeholder: qsTr("What you want to remember")
        value: page.mine.notes || ""
        error: page.errors.notes || ""
        status: page.status("notes")
        onChanged: value => form.set("notes", value)
        onStatusTapped: Nav.open(page.marks.notes === "held" ? "attention" : "conflict", { recordId: page.entryId })
    }
    WordsEditor {
        width: parent.width
        label: qsTr("Tags")
        value: page.mine.tags || []
        maximum: 100
        error: page.errors.tags || ""
        status: page.status("tags")
        onChanged: value => {
            const before = page.mine.tags || []
            value.filter(word => before.indexOf(word) < 0).forEach(word => form.add("tags", word))
            before.filter(word => value.indexOf(word) < 0).forEach(word => form.take("tags", word))
        }
    }
    WhereToWatch { width: parent.width; titleId: page.titleId }
    Repeater {
        model: page.profileId === "" ? families : null
        // A repeater among others cannot be bound to its context before Qt 6.5.
        // qmllint disable unqualified
        FamilyOpinions {
            required property var model

            width: parent.width
            scope: model.scope
            familyName: model.name
            entry: page.entry
            myRating: page.mine.rating || 0
            seenByMe: page.mine.status === "completed"
        }
        // qmllint enable unqualified
    }
    SectionTitle { visible: lists.count > 0; text: qsTr("Add to a list") }
    Flow {
        width: parent.width
        visible: lists.count > 0
        spacing: Theme.space2
        Repeater {
            model: lists
            AppButton {
                required property var model

                iconName: "plus"
                text: model.name
                Accessible.name: qsTr("Add to %1").arg(model.name)
                onClicked: {
                    Records.create("list_items", model.scope, { list: model.recordId, title_id: page.titleId },
                                   Object.assign({ minutes: page.facts.runtime_minutes || null, added_by: Session.account }, page.entry))
                    Undo.offer(qsTr("%1 is on “%2”").arg(page.name).arg(model.name), null)
                }
            }
        }
    }
    AppButton {
        width: parent.width
        visible: form.exists
        kind: AppButton.Quiet
        iconName: "history"
        text: qsTr("What happened here")
        onClicked: Nav.open("history", { collection: "watch_entries", scope: page.scope, recordId: page.entryId })
    }
    AppButton {
        width: parent.width
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Remove from my watchlist")
        onClicked: {
            const scope = page.scope
            const id = page.entryId
            const base = form.base
            Records.remove("watch_entries", scope, id, base)
            Undo.offer(qsTr("%1 was removed").arg(page.name), () => Records.restore("watch_entries", scope, id, base))
            Nav.back()
        }
    }
}
