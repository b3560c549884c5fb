// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The large variants and the signs of the verdicts.
GalleryPage {
    width: 1280

    Exhibit {
        caption: "Kiosk controls, 96 px"
        gap: 24

        AppButton { kind: AppButton.Primary; text: "Enregistrer" }
        AppButton { iconName: "search"; text: "Chercher mon nom" }
        IconButton { bordered: true; iconName: "x"; text: "Fermer" }
        Chip { text: "Badge oublié"; checked: true }
        SearchField { width: 700; placeholder: "Nom" }
        Field { width: 480; label: "Code"; text: "4711" }
    }
    Exhibit {
        caption: "Verdicts"
        gap: 24

        Repeater {
            model: ["arrival", "departure", "already", "attention", "refused", "unknown"]

            Rectangle {
                id: sheet

                required property string modelData
                readonly property var verdict: Verdicts.of(modelData)

                width: 589
                height: 190
                color: verdict.ground
                VerdictMark { x: 30; anchors.verticalCenter: parent.verticalCenter; group: sheet.modelData; size: 130 }
                AppText { x: 190; anchors.verticalCenter: parent.verticalCenter; text: sheet.verdict.word; token: Theme.kioskLine; color: sheet.verdict.text }
                AppButton {
                    anchors { right: parent.right; rightMargin: 20; bottom: parent.bottom; bottomMargin: 20 }
                    visible: sheet.modelData === "arrival" || sheet.modelData === "departure"
                    kind: AppButton.InverseOutline
                    iconName: "undo-2"
                    text: "9 s"
                }
            }
        }
        Digits { text: "06:38"; token: Theme.kioskWord }
    }
}
