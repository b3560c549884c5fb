// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A button with words. One Primary per screen. Disabled it shows `whyDisabled` below itself.
T.Button {
    id: control

    enum Kind { Primary, Secondary, Quiet, Destructive, Inverse, InverseOutline }

    property int kind: AppButton.Secondary
    property string iconName
    property string trailingIcon
    property bool loading: false
    property string loadingText: text
    property string whyDisabled
    property bool large: Theme.kiosk
    property color inverseInk: Theme.velvet     // the words on an Inverse button

    property int sideRoom: large ? 40 : kind === AppButton.Quiet ? 12 : 20
    property color labelColor: !enabled && !loading ? Theme.ink3
        : kind === AppButton.Primary ? Theme.accentLabel
        : kind === AppButton.Quiet ? Theme.accentText
        : kind === AppButton.Destructive ? Theme.danger
        : kind === AppButton.Inverse ? inverseInk
        : kind === AppButton.InverseOutline ? "#FFFFFF" : Theme.ink
    readonly property bool explains: !enabled && !loading && whyDisabled !== ""
    readonly property bool dashed: !enabled && !loading && kind !== AppButton.Quiet

    function fill(): color {
        if (!enabled && !loading)
            return kind === AppButton.Quiet ? "transparent" : Theme.sunken
        switch (kind) {
        case AppButton.Primary: return down ? Theme.accentPressed : Theme.accent
        case AppButton.Inverse: return down ? "#ECE8EA" : "#FFFFFF"
        case AppButton.InverseOutline: return down ? "#33000000" : "transparent"
        case AppButton.Quiet: return down ? Theme.sunken : "transparent"
        default: return down ? Theme.sunken : Theme.surface
        }
    }

    implicitWidth: Math.max(implicitContentWidth + 2 * sideRoom, Theme.target)
    implicitHeight: box.minimum + bottomPadding - topPadding
    leftPadding: width < implicitWidth ? sideRoom / 2 : sideRoom      // a narrow button gives up padding before its words break
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: explains ? reason.implicitHeight + 6 : 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false

    Accessible.role: Accessible.Button
    Accessible.name: loading ? loadingText : text
    Accessible.description: explains ? whyDisabled : ""
    Accessible.focusable: true
    Accessible.onPressAction: if (!loading) clicked()
    Keys.onPressed: event => {
        const press = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
        event.accepted = press || (loading && event.key === Qt.Key_Space)
        if (press && !loading)
            clicked()
    }

    contentItem: Item {
        id: content

        readonly property int iconSize: control.large ? 40 : 20
        readonly property int gap: control.large ? 18 : 10
        readonly property int iconRoom: (control.iconName || control.loading ? iconSize + gap : 0)
            + (control.trailingIcon && !control.loading ? iconSize + gap : 0)

        implicitWidth: Math.max(natural + iconRoom, control.loading ? Math.ceil(idle.advanceWidth) + 1 + (control.iconName ? iconSize + gap : 0) : 0)
        implicitHeight: words.implicitHeight

        // Measured apart from the label: a text that wraps would feed its width back into itself.
        readonly property int natural: shown.advanceWidth > 0 ? Math.ceil(shown.advanceWidth) + 1 : 0

        TextMetrics {
            id: shown

            font: label.font
            text: label.text
        }
        // The width of the button's usual words: it stays while the work runs.
        TextMetrics {
            id: idle

            font: label.font
            text: control.loading ? control.text : ""
        }
        MouseArea {
            anchors.fill: parent
            anchors.margins: -control.leftPadding
            enabled: control.loading
        }
        Row {
            id: words

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            spacing: content.gap
            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.loading
                color: control.labelColor
                size: content.iconSize
            }
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.iconName !== "" && !control.loading
                iconName: control.iconName
                color: control.labelColor
                size: content.iconSize
            }
            AppText {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(0, Math.min(content.natural, content.width - content.iconRoom))
                text: control.loading ? control.loadingText : control.text
                token: control.large ? Theme.kioskLabel : Theme.body
                strong: true
                color: control.labelColor
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.trailingIcon !== "" && !control.loading
                iconName: control.trailingIcon
                color: control.labelColor
                size: content.iconSize
            }
        }
    }

    background: Item {
        Rectangle {
            id: box

            readonly property int minimum: Math.max(control.large ? 96 : 52, words.implicitHeight + 16)

            width: parent.width
            height: parent.height - control.bottomPadding
            radius: control.large ? 20 : Theme.radiusControl
            color: control.fill()
            border.width: control.dashed || control.kind === AppButton.Quiet ? 0 : control.kind === AppButton.InverseOutline && control.large ? 3 : 1
            border.color: control.kind === AppButton.Primary ? Theme.accentEdge
                : control.kind === AppButton.Destructive ? Theme.danger
                : control.kind === AppButton.Inverse ? "#FFFFFF"
                : control.kind === AppButton.InverseOutline ? "#FFFFFF" : Theme.edge
            DashedEdge { visible: control.dashed }
            FocusRing { shown: control.visualFocus; corner: box.radius; border.color: control.kind >= AppButton.Inverse ? "#FFFFFF" : Theme.ink }
        }
        AppText {
            id: reason

            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            visible: control.explains
            text: control.whyDisabled
            token: Theme.meta
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
