// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The year in films, counted on this device from the diary.
Page {
    id: page

    readonly property int thisYear: new Date().getFullYear()
    readonly property int most: Math.max(1, ...numbers.months)

    title: qsTr("My year")

    function joined(parts: var): string { return parts.filter(part => part).join(" · ") }

    YearInFilms { id: numbers; scope: Session.personScope; year: page.thisYear }

    Flow {
        width: parent.width
        visible: numbers.years.length > 1
        spacing: Theme.space2
        Repeater {
            model: numbers.years
            Chip {
                required property var modelData

                text: String(modelData)
                checkable: false
                checked: modelData === numbers.year
                onClicked: numbers.year = modelData
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !numbers.loading && numbers.viewings === 0
        iconName: "calendar"
        title: qsTr("Nothing seen in %1 yet").arg(String(numbers.year))
        sentence: qsTr("What you note in the diary is counted here.")
    }
    Card {
        width: parent.width
        visible: numbers.viewings > 0
        AppText { width: parent.width; text: qsTr("%n viewings", "", numbers.viewings); token: Theme.display }
        AppText {
            width: parent.width
            color: Theme.ink2
            text: page.joined([qsTr("%n films", "", numbers.films), numbers.episodes > 0 ? qsTr("%n episodes", "", numbers.episodes) : "",
                   numbers.rewatches > 0 ? qsTr("%n seen again", "", numbers.rewatches) : ""])
        }
        AppText {
            width: parent.width
            visible: numbers.minutes > 0
            color: Theme.ink2
            text: qsTr("%1 in front of a screen").arg(Language.length(numbers.minutes))
        }
        Row {
            width: parent.width
            visible: numbers.averageRating > 0
            spacing: Theme.space3
            Rating { id: stars; readOnly: true; starSize: 20; value: numbers.averageRating }
            AppText {
                width: parent.width - stars.width - parent.spacing
                anchors.verticalCenter: stars.verticalCenter
                text: qsTr("%1 on average").arg(Language.number(numbers.averageRating / 20, 1))
                token: Theme.meta
                color: Theme.ink2
            }
        }
    }
    SectionTitle { visible: months.visible; text: qsTr("Month by month") }
    Card {
        id: months

        width: parent.width
        visible: numbers.viewings > 0
        Row {
            id: bars

            width: parent.width
            height: 132
            Repeater {
                model: numbers.months
                Item {
                    id: month

                    required property int index
                    required property int modelData

                    width: bars.width / 12
                    height: bars.height
                    Accessible.role: Accessible.StaticText
                    Accessible.name: Qt.locale(Language.current).standaloneMonthName(index) + ": " + modelData
                    Rectangle {
                        anchors { bottom: letter.top; bottomMargin: 4; horizontalCenter: parent.horizontalCenter }
                        width: Math.min(20, parent.width - 6)
                        height: Math.max(month.modelData > 0 ? 6 : 2, Math.round(84 * month.modelData / page.most))
                        color: month.modelData > 0 ? Theme.accentText : Theme.edge
                    }
                    AppText {
                        id: letter

                        anchors { bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
                        text: Qt.locale(Language.current).standaloneMonthName(month.index, Locale.NarrowFormat)
                        token: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    asideFilled: numbers.viewings > 0
    aside: [
        SectionTitle { visible: numbers.best.length > 0; text: qsTr("Liked best") },
        Card {
            width: parent.width
            visible: numbers.best.length > 0
            padding: 0
            spacing: 0
            Repeater {
                model: numbers.best
                PosterRow {
                    id: liked

                    required property int index
                    required property var modelData

                    width: parent.width
                    title: modelData.title
                    meta: modelData.year > 0 ? String(modelData.year) : ""
                    titleId: modelData.titleId
                    separator: index < numbers.best.length - 1
                    onClicked: Nav.open("title", { titleId: modelData.titleId })
                    Rating { readOnly: true; value: liked.modelData.rating }
                }
            }
        },
        SectionTitle { visible: numbers.genres.length > 0; text: qsTr("What you watch") },
        Card {
            width: parent.width
            visible: numbers.genres.length > 0
            Repeater {
                model: numbers.genres
                ProgressLine {
                    required property var modelData

                    width: parent.width
                    value: modelData.count / Math.max(1, numbers.viewings)
                    text: Genres.name(modelData.code) + " · " + Language.number(modelData.count)
                }
            }
        }
    ]
}
