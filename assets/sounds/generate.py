#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the kiosk's sounds beside itself: six verdicts that differ in rhythm and direction, not in pitch alone, and the
bell. Run it after a change; the files are committed."""
import math
import pathlib
import struct
import wave

RATE = 22050
HERE = pathlib.Path(__file__).parent
# Notes: (frequency in Hz, length in s, silence after in s).
SOUNDS = {
    "arrival": [(523, 0.10, 0.01), (784, 0.22, 0)],
    "departure": [(784, 0.10, 0.01), (523, 0.22, 0)],
    "already": [(587, 0.07, 0.05), (587, 0.07, 0)],
    "attention": [(659, 0.12, 0.08), (659, 0.12, 0.08), (880, 0.26, 0)],
    "refused": [(196, 0.28, 0.06), (165, 0.38, 0)],
    "unknown": [(392, 0.12, 0.03), (370, 0.12, 0.03), (349, 0.16, 0)],
    "call": [(880, 0.30, 0.02), (698, 0.45, 0.25), (880, 0.30, 0.02), (698, 0.45, 0)],
}


def tone(frequency, length):
    count = int(RATE * length)
    for i in range(count):
        t = i / RATE
        swell = min(1, i / (RATE * 0.006)) * min(1, (count - i) / (RATE * 0.04))
        body = math.sin(2 * math.pi * frequency * t) + 0.3 * math.sin(4 * math.pi * frequency * t)
        yield int(32767 * 0.55 * swell * body / 1.3)


for name, notes in SOUNDS.items():
    samples = []
    for frequency, length, silence in notes:
        samples += tone(frequency, length)
        samples += [0] * int(RATE * silence)
    with wave.open(str(HERE / f"{name}.wav"), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
