// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The sheet of basic components: what a person touches most, in every state.
GalleryPage {
    Exhibit {
        caption: "Colour"

        Repeater {
            model: ["canvas", "surface", "sunken", "edge", "ink", "accent"]

            Column {
                required property string modelData
                readonly property color shown: Theme[modelData]

                spacing: 2
                Rectangle { width: 105; height: 44; radius: 8; color: parent.shown; border { width: 1; color: Theme.line } }
                AppText { topPadding: 4; text: parent.modelData; token: Theme.small; strong: true }
                AppText { text: parent.shown.toString().toUpperCase(); token: Theme.code; font.pixelSize: 13 }
            }
        }
    }
    Exhibit {
        caption: "Sync states: icon, word, tint"
        gap: 6

        SyncPill { syncState: "ok"; text: "Vérifié" }
        SyncPill { syncState: "sync"; text: "Envoi 3/12" }
        SyncPill { syncState: "wait"; text: "2 à envoyer" }
        SyncPill { syncState: "held"; text: "1 à corriger" }
        SyncPill { syncState: "fork"; text: "Deux versions" }
        SyncPill { syncState: "off"; text: "Hors ligne" }
        SyncPill { syncState: "wait"; compact: true; count: 12; sentence: "12 à envoyer" }
    }
    Exhibit {
        caption: "Primary: default, pressed, focused, disabled, loading"
        gap: 16

        AppButton { kind: AppButton.Primary; text: "Enregistrer" }
        AppButton { kind: AppButton.Primary; text: "Enregistrer"; down: true }
        AppButton {
            kind: AppButton.Primary
            text: "Enregistrer"
            FocusRing { shown: true }
        }
        AppButton { kind: AppButton.Primary; text: "Enregistrer"; enabled: false; whyDisabled: "Demande le réseau." }
        AppButton { kind: AppButton.Primary; text: "Enregistrer"; loading: true; loadingText: "Envoi" }
    }
    Exhibit {
        caption: "Secondary, quiet, destructive, icon"

        AppButton { text: "Annuler" }
        AppButton { kind: AppButton.Quiet; text: "Tout voir" }
        AppButton { kind: AppButton.Destructive; iconName: "trash-2"; text: "Supprimer 3 photos" }
        IconButton { width: 52; height: 52; bordered: true; iconName: "ellipsis"; text: "Plus" }
        IconButton { height: 52; iconName: "arrow-left"; text: "Retour" }
        AppButton { iconName: "plus"; text: "Ajouter" }
    }
    Exhibit {
        caption: "Field: default, focused, error, disabled, pending, held, conflict"
        gap: 20

        Field { width: 232; label: "Ville"; text: "Sète" }
        Field { width: 232; label: "Ville"; text: "Sète"; active: true }
        Field { width: 232; label: "Code postal"; text: "342"; error: "5 chiffres, par exemple 34200." }
        Field { width: 232; label: "Code"; text: "FRF0042PAR"; enabled: false; statusText: "Donné par le serveur." }
        Field { width: 232; label: "Note"; text: "En VO"; status: "pending"; statusText: "Gardé ici, à envoyer" }
        Field { width: 232; label: "Pointure"; text: "388"; status: "held"; statusText: "Refusé : entre 15 et 55" }
        Field { width: 232; label: "Note"; text: "avec Lise"; status: "conflict"; statusText: "Deux versions" }
        Field { width: 232; label: "Taille"; text: "172"; unit: "cm" }
        Field { width: 232; label: "Mot de passe"; text: "une phrase longue"; password: true }
        LongField { width: 484; label: "Note de la famille"; text: "À revoir avec Lise, la fin change tout."; minimumLines: 2 }
        SearchField { width: 232; placeholder: "Chercher"; addText: "Ajouter" }
    }
    Exhibit {
        caption: "Switch, chips, rating, progress"
        gap: 14

        AppSwitch { width: 56; Accessible.name: "Éteint" }
        AppSwitch { width: 56; checked: true; Accessible.name: "Allumé" }
        Chip { text: "Drame" }
        Chip { text: "Moins de 2 h"; checked: true }
        Rating { value: 70; starSize: 24; clearable: false }
        ProgressLine { width: 140; value: 0.54; text: "184 sur 340" }
        Chip { text: "Brun"; swatch: "#5C3A21" }
        Chip { text: "Noisette"; swatch: "#8C6A32"; checked: true; tone: Sections.all[4].color; toneTint: Theme.dark ? "#3A2A12" : "#FBEFDC" }
        Segment { width: 340; name: "Statut"; options: ["À voir · 48", "En cours · 3", "Vus · 212"] }
        Rating { value: 90 }
    }
    Exhibit {
        caption: "Nine sections: number, icon, colour"
        gap: 8

        Repeater {
            model: 9

            SectionTile { required property int index; number: index + 1 }
        }
        Repeater {
            model: 9

            SectionDisc { required property int index; number: index + 1; done: index < 4; current: index === 4 }
        }
    }
    Exhibit {
        caption: "Empty state"

        EmptyState {
            width: parent.width
            iconName: "clapperboard"
            title: "Rien à voir pour l’instant"
            sentence: "Ajoutez un premier titre, même sans réseau."
            actionText: "Ajouter un titre"
        }
    }
}
