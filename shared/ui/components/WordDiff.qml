// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// A text seen against another: words that only this one holds stand on a tint and are underlined.
Flow {
    id: diff

    property string text
    property string other
    property TypeToken token: Theme.body

    readonly property var pieces: cut(Words.compare(text, other))

    // One piece per word, with the space behind it, so that lines break between words.
    function cut(runs: var): var {
        const out = []
        for (const run of runs) {
            const words = run.text.match(/\S+\s*|\s+/g) || []
            words.forEach((word, i) => out.push({ "text": word, "differs": run.differs, "first": i === 0, "last": i === words.length - 1 }))
        }
        return out
    }

    // `size` is there for the binding: advanceWidth itself does not tell when the font has changed.
    function measure(word: string, differs: bool, size: int): int {
        return size > 0 ? Math.ceil((differs ? strong : plain).advanceWidth(word)) : 0
    }

    width: 320
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    FontMetrics {
        id: plain

        font.family: diff.token.family
        font.pixelSize: diff.token.size
        font.weight: diff.token.weight
    }
    FontMetrics {
        id: strong

        font.family: diff.token.family
        font.pixelSize: diff.token.size
        font.weight: diff.token.strongWeight
    }
    Repeater {
        model: diff.pieces

        Item {
            id: piece

            required property var modelData
            readonly property int inset: modelData.differs && modelData.first ? 3 : 0

            width: inset + (modelData.differs && modelData.last ? 3 : 0)
                + diff.measure(modelData.text, modelData.differs, strong.font.pixelSize)
            height: diff.token.line + 4

            Rectangle {
                visible: piece.modelData.differs
                width: parent.width
                height: parent.height - 2
                color: Theme.forkTint
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 2
                    color: Theme.fork
                }
            }
            AppText {
                x: piece.inset
                y: 1
                text: piece.modelData.text
                token: diff.token
                strong: piece.modelData.differs
                color: piece.modelData.differs ? Theme.fork : Theme.ink
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
