#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Foyer's main job as a story: two devices of one person and a kiosk work without a network and meet again.
Usage: story.py BIN_DIR OUT_DIR [--play]. Exit status 0 only when every replica is equal to the server's."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from parts import App, Cli, Kiosk, Server, StoryFailed

PASSWORD = "la mer monte et personne ne dort"
TITLE = "Paris, Texas"
FROM_CATALOGUE = "Playtime"
NOTE = "À revoir, la fin change tout."
NOTE_PHONE = "À revoir avec Lise, la fin change tout."
NOTE_TABLET = "À revoir, la fin change tout. Prévoir 2 h 30."
NOTE_BOTH = "À revoir avec Lise, la fin change tout. Prévoir 2 h 30."


class Story:
    def __init__(self, bin_dir, out):
        self.bin, self.out = bin_dir, out
        self.started = time.monotonic()
        os.environ["FOYER_KEY_DIR"] = str(out / "keys")
        # Outside the checkout: PostgreSQL runs as another user, who may not reach a folder below root's home.
        self.server_home = pathlib.Path(tempfile.mkdtemp(prefix="foyer-demo-"))
        self.server_home.chmod(0o755)
        self.server = Server(bin_dir, self.server_home / "data", out / "server.log")
        self.apps = []

    def say(self, text):
        print(f"{time.monotonic() - self.started:7.2f} s  {text}", flush=True)

    def cli(self, name):
        return Cli(self.bin, self.out / name, self.server.url, PASSWORD)

    def app(self, name, size, *options):
        app = App(self.bin, self.out / name, self.server.url, size, "--lang", "fr", *options)
        self.apps.append(app)
        return app

    def accounts(self):
        self.server.start()
        self.say(f"the server runs at {self.server.url} with its own PostgreSQL")
        setup = self.cli("first-device")
        setup("register", "maya@example.org", "--name", "Maya Morel")
        setup("create", "watch_entries", "title_id=0190163d-8694-739b-aea5-966c26f8ad91", f"title={TITLE}", "year=1984", "kind=movie",
              "status=not_watched", f"notes={NOTE}", "tags=drame")
        setup("family", "create", "Famille Morel")
        setup("sync")
        self.say("Maya has an account, a film with a note, and a family")
        self.coordinator = self.cli("coordinator")
        self.coordinator("register", "samira@example.org", "--name", "Samira Haddad")
        self.coordinator("project", "create", "Les Marées", "--time-zone", "Europe/Paris")
        self.coordinator("sync")
        assignment = self.coordinator("project", "assign", "Inès Carpentier", "role=Silhouette")
        self.coordinator("sync")
        badge = self.coordinator("project", "badge", assignment["id"])
        self.badge = badge["badge"]
        token = self.coordinator("project", "kiosk-token", "Entrée A")
        self.token = token["token"]
        self.say("Samira has a shoot, put Inès on it, gave her a badge and asked for a kiosk")

    def enrol(self):
        self.kiosk = Kiosk(self.bin, self.out / "kiosk")
        self.kiosk.run("--server", self.server.url, "--enrol", self.token, "--name", "Entrée A", "--stdin", "--wait-sync", "30")
        self.say("the kiosk is enrolled and has the day's list")

    def sign_in(self):
        self.phone = self.app("phone", "390x844", "--scheme", "light", "--device-name", "Téléphone")
        self.tablet = self.app("tablet", "1280x800", "--scheme", "dark", "--device-name", "Tablette")
        for app in (self.phone, self.tablet):
            app.do("type E-mail ou code\tmaya@example.org", f"type Mot de passe\t{PASSWORD}", "tap Se connecter")
            app.do("tap Films", f"wait {TITLE}*", "until ok")
        self.phone.do(f"shot {self.out}/1-phone-watchlist.png")
        self.tablet.do(f"shot {self.out}/1-tablet-watchlist.png")
        self.say("phone and tablet are signed in, hold the same and have checked it")
        self.phone.do("tap Chercher ou ajouter un titre", f"type Chercher un titre\t{FROM_CATALOGUE[:5].lower()}", f"wait {FROM_CATALOGUE}*",
                      f"shot {self.out}/1-phone-catalogue.png", f"tap {FROM_CATALOGUE}*", "until ok")
        self.tablet.do(f"wait {FROM_CATALOGUE}*", "until ok")
        self.say(f"the phone found {FROM_CATALOGUE} in the catalogue that it holds; it is on the tablet's list too")

    def offline(self):
        for app in (self.phone, self.tablet):
            app.do("tap Moi", "tap Synchronisation*", "tap Travailler hors ligne", "until off")
        self.phone.do(f"shot {self.out}/2-phone-offline.png")
        for app, note, tag, status in ((self.phone, NOTE_PHONE, "été", "En cours"), (self.tablet, NOTE_TABLET, "famille", "Vu")):
            app.do("tap Films", f"tap {TITLE}*", f"type Mon mot\t{note}", f"type Ajouter un mot\t{tag}", "press Return", f"tap {status}")
        self.phone.do(f"shot {self.out}/3-phone-edited.png")
        self.tablet.do(f"shot {self.out}/3-tablet-edited.png")
        self.say("both are offline and changed the same film, the same note and the same tags")
        frames = self.out / "frames"
        frames.mkdir()
        subprocess.run(["qrencode", "-o", frames / "badge.png", "-s", "8", "-m", "6", "-l", "M", "--", self.badge], check=True)
        said = self.kiosk.run("--offline", "--frames", frames, "--screenshot-dir", self.out)
        verdicts = [line for line in said if line.get("group") == "arrival" or line.get("verdict") in ("validIn", "valid_in", "arrival")]
        if not verdicts:
            raise StoryFailed(f"the kiosk did not let Inès in: {said}")
        self.say("the kiosk, offline too, read Inès' badge from a picture: arrived")

    def meet(self):
        for app in (self.phone, self.tablet):
            app.do("tap Moi", "tap Synchronisation*", "tap Travailler hors ligne")
        for app in (self.phone, self.tablet):
            app.do("until fork")
        self.say("both are back: the texts are one, the tags are together, and the status stands in two versions")
        self.phone.do("tap Deux versions*", "wait Gardée\u202f: Vous, sur T*", "wait Vous, sur T*", f"shot {self.out}/4-phone-two-versions.png", "tap Reprendre celle-ci", "until ok")
        self.tablet.do("until ok", "tap Films", "wait *", f"shot {self.out}/5-tablet-verified.png")
        self.phone.do(f"shot {self.out}/5-phone-verified.png")
        self.say("Maya took the other version on the phone; it is gone from the tablet as well")
        self.kiosk.run("--server", self.server.url, "--stdin", "--wait-sync", "30")
        self.coordinator("sync")
        self.say("the kiosk has sent what it kept; the coordinator has it")
        for app in self.apps:
            app.quit()

    def compare(self):
        equal = True
        for left, right in (("phone", "tablet"), ("kiosk", "coordinator")):
            first, second = (self.digests(name) for name in (left, right))
            common = sorted(set(first) & set(second))
            if not common:
                raise StoryFailed(f"{left} and {right} share no scope: {first} {second}")
            for scope in common:
                server = self.server.export(scope)
                (self.out / f"export-server-{scope}.jsonl").write_text(server)
                exports = [self.export(name, scope) for name in (left, right)]
                same = first[scope] == second[scope] and all(text == server for text in exports)
                equal &= same
                print(f"           {scope}  {left} {first[scope]}  {right} {second[scope]}  {'equal to the server' if same else 'DIFFERENT'}")
        if NOTE_BOTH not in (self.out / "export-phone.jsonl").read_text():
            raise StoryFailed("a word of somebody's note is missing")
        if not equal:
            raise StoryFailed("the replicas differ")
        self.say("converged")

    def digests(self, name):
        return {row["scope"]: row["digest"] for row in Cli(self.bin, self.out / name)("digest")}

    def export(self, name, scope):
        text = Cli(self.bin, self.out / name)("export", scope, raw=True)
        with open(self.out / f"export-{name}.jsonl", "a", encoding="utf-8") as file:
            file.write(text)
        return text

    def play(self):
        print(f"\nServer {self.server.url}. Sign in as maya@example.org or samira@example.org; the password is: {PASSWORD}")
        print("Close the windows, or press Ctrl-C, to end.")
        windows = [subprocess.Popen([self.bin / "foyer-app", "--data", self.out / "play-app", "--server", self.server.url]),
                   subprocess.Popen([self.bin / "foyer-kiosk", "--data", self.out / "kiosk", "--server", self.server.url, "--size", "1280x800"])]
        for window in windows:
            window.wait()

    def end(self):
        for app in self.apps:
            app.kill()
        self.server.stop()
        shutil.rmtree(self.server_home, ignore_errors=True)


def main():
    story = Story(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        story.accounts()
        story.enrol()
        if "--play" in sys.argv:
            story.play()
            return 0
        story.sign_in()
        story.offline()
        story.meet()
        story.compare()
        return 0
    except (StoryFailed, subprocess.TimeoutExpired, KeyboardInterrupt) as failure:
        print(f"not converged: {failure}", file=sys.stderr)
        return 1
    finally:
        story.end()


if __name__ == "__main__":
    sys.exit(main())
