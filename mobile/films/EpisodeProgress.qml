// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// How far a series is watched. One tap notes the next episode: progress, status and diary together, with one undo.
Card {
    id: progress

    property RecordForm form
    property var entry: ({})            // {title_id, title, year, kind} and, for a child, profile_id
    readonly property var record: form ? form.values : ({})
    readonly property string seen: record.progress || ""
    readonly property var parts: /^S(\d+)E(\d+)$/.exec(seen) || ["", "1", "0"]
    readonly property int season: Number(parts[1])
    readonly property int episode: Number(parts[2])

    function note(nextSeason: int, nextEpisode: int) {
        const code = "S" + nextSeason + "E" + nextEpisode
        const before = { progress: seen || null, status: record.status || "not_watched" }
        const scope = form.scope
        const id = form.recordId
        const base = form.base
        form.edit("progress", code)
        if (record.status !== "watching")
            form.edit("status", "watching")
        const viewing = Records.create("diary", scope, Object.assign({}, entry, { watched_on: Viewing.today(), episode: code }))
        // The page may be gone by then.
        Undo.offer(qsTr("Season %1, episode %2 seen").arg(nextSeason).arg(nextEpisode), () => {
            Records.remove("diary", scope, viewing, base)
            Records.edit("watch_entries", scope, id, before, base)
        })
    }

    AppText {
        width: parent.width
        text: progress.seen === "" ? qsTr("No episode seen yet") : qsTr("Season %1, episode %2 seen").arg(progress.season).arg(progress.episode)
        strong: true
    }
    Flow {
        width: parent.width
        spacing: Theme.space2
        AppButton {
            iconName: "check"
            text: qsTr("Episode %1 seen").arg(progress.episode + 1)
            onClicked: progress.note(progress.season, progress.episode + 1)
        }
        AppButton {
            visible: progress.seen !== ""
            kind: AppButton.Quiet
            text: qsTr("Season %1 begun").arg(progress.season + 1)
            onClicked: progress.note(progress.season + 1, 1)
        }
    }
}
