// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Taking photos from folders and files: what to take, how far it is, counts that add up, what is damaged and why.
Page {
    id: page

    readonly property bool running: Imports.phase === "running" || Imports.phase === "scanning"
    readonly property bool open: running || Imports.phase === "paused"
    property string refusal
    readonly property var progress: [qsTr("%1 of %2").arg(Language.number(Imports.handled, 0)).arg(Language.number(Imports.total, 0)),
                                     Imports.phase === "paused" ? qsTr("paused") : PhotoWords.left(Imports.secondsLeft)]

    title: qsTr("Import photos")

    function begin(from: var) {
        refusal = ""
        const folder = String(from[0]).replace(/\/+$/, "").split("/").pop()
        Imports.start(from, qsTr("%1, %2").arg(decodeURIComponent(folder)).arg(Language.date(new Date())))
    }

    Connections {
        target: Imports
        function onRefused(message: string) { page.refusal = message }
    }
    FolderDialog { id: folders; title: qsTr("Choose a folder or a card"); onAccepted: page.begin([selectedFolder]) }
    FileDialog {
        id: files

        title: qsTr("Choose photos")
        fileMode: FileDialog.OpenFiles
        onAccepted: page.begin(selectedFiles)
    }

    Banner { width: parent.width; visible: page.refusal !== ""; tone: "held"; title: qsTr("Nothing was begun"); sentence: page.refusal }
    Card {
        width: parent.width
        visible: Imports.phase !== ""
        AppText { width: parent.width; text: Imports.name; token: Theme.head; Accessible.role: Accessible.Heading }
        ProgressLine {
            width: parent.width
            visible: page.open
            value: Imports.total > 0 ? Imports.handled / Imports.total : 0
            text: Imports.phase === "scanning" ? qsTr("Looking for pictures")
                : PhotoWords.joined(page.progress)
        }
        Banner {
            width: parent.width
            visible: Imports.problem !== ""
            tone: "wait"
            title: qsTr("It waits")
            sentence: qsTr("%1 Nothing is lost. Go on when that is settled.").arg(Imports.problem)
        }
        FactRow { width: parent.width; label: qsTr("Taken"); value: Language.number(Imports.taken, 0) }
        FactRow { width: parent.width; label: qsTr("Known already"); value: Language.number(Imports.known, 0) }
        FactRow { width: parent.width; label: qsTr("Damaged"); value: Language.number(Imports.damaged, 0) }
        FactRow { width: parent.width; label: qsTr("Waiting"); value: Language.number(Imports.waiting, 0) }
        FactRow { width: parent.width; label: qsTr("Files altogether"); value: Language.number(Imports.total, 0) }
        AppText {
            width: parent.width
            visible: page.open
            text: qsTr("If Foyer is closed meanwhile, it goes on by itself at the next start.")
            token: Theme.meta
            color: Theme.ink2
        }
        Flow {
            width: parent.width
            spacing: Theme.space3
            visible: page.open
            AppButton {
                kind: AppButton.Secondary
                iconName: page.running ? "pause" : "play"
                text: page.running ? qsTr("Pause") : qsTr("Go on")
                onClicked: {
                    if (page.running)
                        Imports.pause()
                    else
                        Imports.resume()
                }
            }
            AppButton { kind: AppButton.Quiet; text: qsTr("Cancel the import"); onClicked: stopping.open() }
        }
    }
    EmptyState {
        width: parent.width
        visible: Imports.phase === ""
        iconName: "images"
        title: qsTr("From a folder, a card or single files")
        sentence: qsTr("JPEG, HEIC, PNG, TIFF, WebP and RAW. The originals stay where they are; a RAW beside its JPEG becomes one photo.")
    }
    SectionTitle { visible: Imports.damaged > 0; text: qsTr("%n damaged files", "", Imports.damaged) }
    Card {
        width: parent.width
        visible: Imports.damagedFiles.length > 0
        padding: 0
        spacing: 0
        Repeater {
            model: Imports.damagedFiles
            ListRow {
                required property int index
                required property var modelData

                width: parent.width
                iconName: "circle-alert"
                title: modelData.name
                meta: qsTr("%1 In the folder %2.").arg(modelData.reason).arg(modelData.folder)
                separator: index < Imports.damagedFiles.length - 1
            }
        }
    }
    AppButton {
        visible: Imports.damaged > 0 && !page.running
        kind: AppButton.Secondary
        iconName: "rotate-ccw"
        text: qsTr("Try the damaged ones again")
        onClicked: Imports.retryDamaged()
    }
    AppDialog {
        id: stopping

        title: qsTr("Cancel the import?")
        sentence: qsTr("What was taken stays. %n files that wait are left out; they can be imported again at any time.", "", Imports.waiting)
        confirmText: qsTr("Leave out %n files", "", Imports.waiting)
        cancelText: qsTr("Keep importing")
        destructive: true
        onConfirmed: Imports.cancel()
    }
    dock: Flow {
        id: choices

        readonly property real half: (width - 2 * Theme.marginCard - spacing) / 2
        readonly property bool crowded: Math.max(folder.implicitWidth, single.implicitWidth) > half

        width: parent.width
        visible: !page.open
        padding: Theme.space3
        leftPadding: Theme.marginCard
        rightPadding: Theme.marginCard
        spacing: Theme.space3
        AppButton {
            id: folder

            width: choices.crowded ? 2 * choices.half + choices.spacing : choices.half
            kind: AppButton.Primary
            iconName: "images"
            text: qsTr("Choose a folder")
            onClicked: folders.open()
        }
        AppButton {
            id: single

            width: folder.width
            kind: AppButton.Secondary
            iconName: "image"
            text: qsTr("Choose files")
            onClicked: files.open()
        }
    }
}
