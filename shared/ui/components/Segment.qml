// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// One of a few, side by side in a sunken track. Arrow keys move; activated(index) is a person's choice.
FocusScope {
    id: segment

    property var options: []                    // list of strings
    property int currentIndex: 0
    property string name                        // what is chosen here, for screen readers
    signal activated(int index)

    function choose(index: int) {
        const next = Math.max(0, Math.min(options.length - 1, index))
        if (next === currentIndex)
            return
        currentIndex = next
        activated(next)
        if (activeFocus)
            buttons.itemAt(next).forceActiveFocus(Qt.TabFocusReason)
    }

    readonly property TypeToken token: Theme.kiosk ? Theme.kioskLabel : Theme.label
    readonly property int optionHeight: Math.max(Theme.target, token.line + 24)
    // Words that don't fit side by side stand one below the other.
    readonly property bool stacked: natural(options, metrics.font.pixelSize) > width - 6

    function natural(words: var, size: int): real {
        let widest = 0
        for (const word of words)
            widest = Math.max(widest, metrics.advanceWidth(word))
        return size > 0 ? (widest + 16) * words.length : 0
    }

    implicitWidth: 320
    implicitHeight: stacked ? optionHeight * options.length : optionHeight
    activeFocusOnTab: false
    Accessible.role: Accessible.PageTabList
    Accessible.name: name
    Keys.onLeftPressed: choose(currentIndex - 1)
    Keys.onRightPressed: choose(currentIndex + 1)
    Keys.onUpPressed: event => { event.accepted = stacked; if (stacked) choose(currentIndex - 1) }
    Keys.onDownPressed: event => { event.accepted = stacked; if (stacked) choose(currentIndex + 1) }

    FontMetrics {
        id: metrics

        font.family: segment.token.family
        font.pixelSize: segment.token.size
        font.weight: segment.token.strongWeight
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: 2
        anchors.bottomMargin: 2
        radius: Theme.radiusControl
        color: Theme.sunken
    }
    Grid {
        x: 3
        columns: segment.stacked ? 1 : Math.max(1, segment.options.length)

        Repeater {
            id: buttons

            model: segment.options

            T.AbstractButton {
                id: option

                required property int index
                required property string modelData
                readonly property bool current: index === segment.currentIndex

                width: segment.stacked ? segment.width - 6 : (segment.width - 6) / Math.max(1, segment.options.length)
                height: segment.optionHeight
                text: modelData
                focus: current
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: current
                hoverEnabled: false
                onClicked: segment.choose(index)
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: current
                Accessible.selectable: true
                Accessible.focusable: true
                Accessible.onPressAction: segment.choose(index)

                background: Item {
                    Rectangle {
                        anchors { fill: parent; topMargin: 5; bottomMargin: 5 }
                        radius: Theme.radiusControl - 3
                        color: option.current ? Theme.surface : option.down ? Theme.line : "transparent"
                        border { width: option.current ? 1 : 0; color: Theme.edge }
                        FocusRing { shown: option.visualFocus; corner: Theme.radiusControl - 3; anchors.margins: -5 }
                    }
                }
                contentItem: AppText {
                    text: option.text
                    token: segment.token
                    strong: true
                    color: option.current ? Theme.ink : Theme.ink2
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
