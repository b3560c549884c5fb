# SPDX-License-Identifier: GPL-3.0-or-later
"""The running parts of the demo: the server, the app driven through its pilot, the kiosk, the headless client."""
import json
import os
import re
import signal
import subprocess
import time


class StoryFailed(Exception):
    """A step did not do what it should; the message says which."""


def wait_for(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise StoryFailed(f"waited {seconds} s in vain for {what}")


class Server:
    """foyer-server with a private PostgreSQL, on a port that was free."""

    def __init__(self, bin_dir, data, log_file):
        self.binary, self.data, self.log_file = bin_dir / "foyer-server", data, log_file
        self.process, self.port = None, 0

    def start(self):
        log = open(self.log_file, "wb")
        self.process = subprocess.Popen([self.binary, "serve", "--data", self.data, "--port", str(self.port)], stdout=log, stderr=log)

        def listening():
            if self.process.poll() is not None:
                raise StoryFailed(f"the server ended with {self.process.returncode}, see {self.log_file}")
            return re.search(r"listening on port (\d+)", self.log_file.read_text(errors="replace"))

        self.port = int(wait_for(listening, "the server", 120).group(1))

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def export(self, scope):
        done = subprocess.run([self.binary, "export", "--data", self.data, scope], capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise StoryFailed(f"foyer-server export: {done.stderr.strip()}")
        return done.stdout

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)


class Cli:
    """The headless client in its own data folder."""

    def __init__(self, bin_dir, data, url=None, password=None):
        self.command = [bin_dir / "foyer", "--data", data] + (["--server", url] if url else [])
        self.env = dict(os.environ, **({"FOYER_PASSWORD": password} if password else {}))

    def __call__(self, *arguments, raw=False):
        command = [*self.command, *([] if raw else ["--json"]), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, env=self.env, timeout=120)
        if done.returncode != 0:
            raise StoryFailed(f"foyer {' '.join(map(str, arguments))}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout if raw else (json.loads(done.stdout) if done.stdout.strip() else None)


class App:
    """The real app in a real window, driven by the accessible names of its controls."""

    def __init__(self, bin_dir, data, url, size, *options):
        self.name = data.name
        self.log = open(data.parent / f"{data.name}.log", "ab")
        self.process = subprocess.Popen(
            [bin_dir / "foyer-app", "--data", data, "--server", url, "--size", size, "--pilot", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, bufsize=1)

    def do(self, *commands):
        for command in commands:
            self.process.stdin.write(command + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline().strip()
            if not answer.startswith("ok"):
                raise StoryFailed(f"{self.name}: {command.split(chr(9))[0]}: {answer or 'the app ended'}")

    def quit(self):
        if self.process.poll() is None:
            self.do("quit")
            self.process.wait(20)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Kiosk:
    """The real kiosk in a window; each run ends when its frames are read and what it kept is sent (or stays kept)."""

    def __init__(self, bin_dir, data):
        self.binary, self.data = bin_dir / "foyer-kiosk", data

    def run(self, *options, seconds=90):
        """Returns what it said, one object a line."""
        done = subprocess.run([self.binary, "--data", self.data, "--json", "--exit-on-eof", "--language", "fr", "--size", "1280x800", *options],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds)
        if done.returncode != 0:
            raise StoryFailed(f"foyer-kiosk ended with {done.returncode}: {done.stderr.strip()[-600:]}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
