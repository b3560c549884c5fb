// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Rows, cards, banners, tickets: what pages are made of.
GalleryPage {
    id: page

    settled: skeleton.visible

    Exhibit {
        caption: "Ticket, bulbs"

        Ticket {
            width: 358

            upper: [
                Row {
                    spacing: 10
                    AppIcon { iconName: "clock"; color: "#F6DCE6"; size: 18 }
                    AppText { text: "DEMAIN · CONVOCATION"; token: Theme.label; color: "#F6DCE6" }
                },
                Row {
                    spacing: 16
                    Digits { text: "06:45"; color: "#FFFFFF" }
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        AppText { text: "Les Marées"; strong: true; color: "#FFFFFF" }
                        AppText { text: "Jour 12 · Port de Sète"; token: Theme.label; color: "#F6DCE6" }
                    }
                }
            ]
            lower: [
                Row {
                    width: parent.width
                    spacing: 8
                    AppButton { width: (parent.width - 8) / 2; kind: AppButton.Inverse; iconName: "qr-code"; text: "Mon badge" }
                    AppButton { width: (parent.width - 8) / 2; kind: AppButton.InverseOutline; text: "Feuille du jour" }
                }
            ]
        }
        Column {
            width: 340
            spacing: 14
            Rectangle {
                width: parent.width; height: 60; color: Theme.surface; radius: 12
                Row {
                    anchors.centerIn: parent; spacing: 14
                    BulbRow { anchors.verticalCenter: parent.verticalCenter; count: 10; lit: 6 }
                    AppText { text: "18 s"; token: Theme.label }
                }
            }
            Row {
                spacing: 14
                BulbRow { anchors.verticalCenter: parent.verticalCenter; count: 9; lit: 7; size: 11; colors: Sections.all.map(one => one.color) }
                AppText { text: "7 sur 9"; token: Theme.label; color: Theme.ink2 }
            }
            Banner { width: parent.width; tone: "held"; title: "1 changement à corriger"; sentence: "Pointure : 388 n’est pas accepté."; opens: true }
            Banner { width: parent.width; tone: "fork"; sentence: "Vous avez écrit tous les deux sans réseau. La plus récente est gardée, l’autre reste ici." }
            Banner { width: parent.width; tone: "wait"; iconName: "clock-alert"; sentence: "Provisoire : entrée B sans nouvelle depuis 06:10."; actionText: "Voir l’entrée B" }
        }
    }
    Exhibit {
        caption: "Rows"

        Card {
            width: 358
            padding: 0
            spacing: 0

            ListRow { width: parent.width; iconName: "user-round"; title: "À moi"; meta: "3 changements, 1 à corriger"; syncState: "wait"; stateText: "3" }
            ListRow { width: parent.width; iconName: "users"; title: "Famille Morel"; meta: "2 notes attendent le réseau"; syncState: "fork"; stateText: "Deux versions" }
            ListRow { width: parent.width; iconName: "video"; title: "Les Marées"; meta: "Contrôlé à 17:52"; syncState: "ok"; stateText: "Vérifié"; selected: true }
            ListRow { width: parent.width; iconName: "id-card"; accentedIcon: true; title: "Profil talent"; value: "7 sur 9"; chevron: true
                BulbRow { count: 9; lit: 7; size: 11; colors: Sections.all.map(one => one.color) }
            }
            ListRow {
                width: parent.width
                separator: false
                title: "Paris, Texas"
                meta: "1984 · 2 h 27 · Drama"
                leading: Poster { width: 56; titleId: "0190a1"; title: "Paris, Texas" }
                Rating { readOnly: true; value: 90 }
            }
        }
        Column {
            width: 358
            spacing: 12
            Card {
                width: parent.width
                chosen: true
                Row {
                    spacing: 12
                    Face { name: "Noé"; size: 40 }
                    Column {
                        AppText { text: "Noé"; strong: true }
                        AppText { text: "Téléphone de Noé, aujourd’hui 08:02"; token: Theme.meta; color: Theme.ink2 }
                    }
                }
                WordDiff { width: parent.width; text: "À revoir avec Lise, la fin change tout."; other: "À revoir en VO, la fin change tout. Prévoir 2 h 30." }
            }
            Card {
                width: parent.width
                outlined: true
                WordDiff { width: parent.width; text: "À revoir en VO, la fin change tout. Prévoir 2 h 30."; other: "À revoir avec Lise, la fin change tout." }
                AppButton { width: parent.width; kind: AppButton.Primary; iconName: "rotate-ccw"; text: "Reprendre celle-ci" }
            }
            UndoBar { width: parent.width; open: true; message: "« Stalker » retiré de la liste." }
            FaceStack { people: ["Maya", "Tom", "Lise", "Noé", "Aya"]; ground: Theme.canvas }
        }
    }
    Exhibit {
        caption: "Switch with words, editors"
        gap: 20

        AppSwitch { width: 358; text: "Tatouages visibles"; meta: "Jamais montré sur la page publique" }
        EnumEditor {
            width: 358
            label: "Yeux"
            value: "hazel"
            options: [{ "value": "brown", "text": "Brun", "swatch": "#5C3A21" }, { "value": "hazel", "text": "Noisette", "swatch": "#8C6A32" },
                { "value": "green", "text": "Vert", "swatch": "#5D824C" }, { "value": "blue", "text": "Bleu", "swatch": "#5C8FBF" }]
            status: "pending"
        }
        IntegerEditor { width: 232; label: "Pointure"; value: 38; from: 15; to: 55; unit: "EU" }
        DateEditor { width: 232; label: "Né le"; value: "1998-06-12" }
        RatingEditor { width: 300; label: "Ma note"; value: 75 }
        WordsEditor { width: 358; label: "Étiquettes"; value: ["forêt", "brume", "Bréhat"] }
        BooleanEditor { width: 358; label: "Permis de conduire"; value: true; status: "held"; statusText: "Le serveur demande une date." }
    }
    Exhibit {
        caption: "Progress, marks, skeleton, empty"

        Card {
            width: 358
            ProgressLine { width: parent.width; value: 0.54; text: "184 sur 340 · en pause, reprend seul" }
            Row {
                spacing: 14
                StateMark { syncState: "wait"; text: "Waiting" }
                StateMark { syncState: "fork"; text: "Two versions" }
                StateMark { syncState: "held"; disc: true; text: "To fix" }
            }
            SkeletonBlock { id: skeleton; width: 220; height: 18 }
            SkeletonBlock { width: 300; height: 18 }
        }
        EmptyState { width: 358; iconName: "images"; title: "Aucune photo ici"; sentence: "Importez une carte, même sans réseau."; actionText: "Importer"; actionIcon: "download" }
        Column {
            width: 358
            PageHeader { width: parent.width; over: "Vendredi 13 juin"; title: "Bonsoir, Maya"; SyncPill { syncState: "off"; text: "Hors ligne" } }
            PageHeader { width: parent.width; back: true; title: "Deux versions"; AppText { text: "1 sur 2"; token: Theme.label; color: Theme.ink2 } }
            AppTabBar {
                width: parent.width
                currentIndex: 1
                tabs: [{ "icon": "home", "text": "Accueil" }, { "icon": "clapperboard", "text": "Films" }, { "icon": "images", "text": "Photos", "badge": 3 },
                    { "icon": "video", "text": "Tournages" }, { "icon": "user-round", "text": "Moi" }]
            }
        }
        NavRail {
            height: 560
            currentIndex: 1
            tabs: [{ "icon": "home", "text": "Home" }, { "icon": "clapperboard", "text": "Films" }, { "icon": "images", "text": "Photos" },
                { "icon": "video", "text": "Shoots" }, { "icon": "user-round", "text": "Me" }]
            foot: SyncPill { stacked: true; syncState: "wait"; text: "1 waiting" }
        }
    }
}
