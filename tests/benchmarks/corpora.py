"""Texts to measure with, made of the seeds and the cases of this repository; the same on every machine."""

import json
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمن"
ROOT = Path(__file__).parents[2]


def pieces() -> tuple[list[str], list[str]]:
    """Paragraphs of clean news, and lines of noise."""
    paragraphs = [
        line for file in sorted((ROOT / "tests" / "keep").rglob("*.txt")) for line in file.read_text(encoding="utf-8").split("\n")
    ]
    noise = [
        line[2:]
        for file in sorted((ROOT / "tests" / "cases").glob("ar-*.txt"))
        for line in file.read_text(encoding="utf-8").split("\n")
        if line.startswith("- ") and line[2:].strip()  # the margin of a line that goes
    ]
    return [line for line in paragraphs if len(line) > 150 and "\u0600" < line[0] < "\u06ff"], noise


def texts(noisy: float, seed: int = 7) -> Iterator[str]:
    """Articles of four to fourteen paragraphs; of so many of them, each with three to nine lines of noise.

    No paragraph comes twice, as in real news: a word is set into each. Lines of noise do, as on real sites.
    """
    rng = random.Random(seed)
    paragraphs, noise = pieces()
    numbers = count(1000)
    while True:
        lines = [_with(next(numbers), line) for line in rng.choices(paragraphs, k=rng.randint(4, 14))]
        if rng.random() < noisy:
            for line in rng.choices(noise, k=rng.randint(3, 9)):
                lines.insert(rng.choice((0, 0, len(lines), len(lines), rng.randint(0, len(lines)))), line)
        yield "\n".join(lines)


def _with(number: int, line: str) -> str:
    """A line with a word set into it that no other has: letters, for a figure could be a date's."""
    word = ""
    while number:
        number, letter = divmod(number, len(LETTERS))
        word += LETTERS[letter]
    before, blank, behind = line.partition(" ")
    return f"{before} {word}{blank}{behind}"


def corpus(size: int, noisy: float) -> list[bytes]:
    """So many bytes of JSON lines."""
    lines, total = [], 0
    for number, text in enumerate(texts(noisy)):
        line = json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode() + b"\n"
        lines.append(line)
        total += len(line)
        if total >= size:
            return lines
    raise AssertionError("texts never end")
