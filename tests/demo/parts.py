# SPDX-License-Identifier: GPL-3.0-or-later
"""The running parts of the demo: the server, the app driven through its pilot, the kiosk, the headless client."""
import json
import os
import pathlib
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
    def __init__(self, bin_dir, data):
        self.binary, self.data = bin_dir / "foyer-server", data
        self.log = open(data.parent / "server.log", "ab")
        self.process, self.port = None, 0

    def start(self):
        port_file = self.data.parent / "server.port"
        port_file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [self.binary, "serve", "--data", self.data, "--port", str(self.port), "--port-file", port_file],
            stdout=self.log, stderr=self.log)
        wait_for(lambda: self.process.poll() is not None or (port_file.exists() and port_file.read_text().strip()),
                 "the server", 60)
        if self.process.poll() is not None:
            raise StoryFailed(f"the server ended with {self.process.returncode}, see {self.log.name}")
        self.port = int(port_file.read_text())

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)


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


def export(bin_dir, data, target):
    """Canonical export of every scope of a device, read from its database while nobody else has it open."""
    text = Cli(bin_dir, data)("export", raw=True)
    pathlib.Path(target).write_text(text, encoding="utf-8")
    return text
