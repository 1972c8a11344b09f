"""The command as tests type it: in this process, in a shell, on a terminal; and a pack and a story for it to work with."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PACK = """
language: ar
words:
  t.also: [أيضا, كذلك]
  t.read: ["(اقرأ|طالع) <t.also>"]
  t.unused: [عبث]
rules:
  - id: t.related
    label: related_content
    why: A read-also header.
    match: {line: [<t.read>]}
    take: following_headlines
    removes: [اقرأ أيضا]
    keeps: [وتابع قراءة الصحف أيضا.]
  - id: t.source
    label: source_attribution
    why: "The source line: as printed."
    languages: [ar, fa]
    match: {label: [المصدر], value: name}
    unless: {words: {min: 6}}
    to: credits
    removes: ["المصدر: رويترز"]
    keeps: [المصدر الأول للدخل هو النفط.]
    cases:
      - text: |
          المصدر: رويترز
            سطر آخر
        removes: ["المصدر: رويترز"]
"""
STORY = "أعلن الوزير في بيان صدر اليوم أن الحكومة ستبدأ العمل على الخطة الجديدة بعد أيام قليلة من الآن."


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Result]


ALONE = ("--no-shipped-rules", "--rules", "pack.yaml")


def put_on_the_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command `ingest`, that of this checkout, in a folder of its own, which is looked in first."""
    program = folder / "ingest"
    folder.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ingest "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def environment() -> dict[str, str]:
    """For bash: $ingest is the command, $alone its options for the pack of the tests."""
    return os.environ | {"ingest": f"{sys.executable} -m ingest", "alone": " ".join(ALONE), "PYTHONPATH": str(ROOT)}


def shell(command: str, stdin: bytes = b"") -> Result:
    """A line for bash, with pipes for its streams."""
    done = subprocess.run(["bash", "-c", command], input=stdin, capture_output=True, env=environment(), timeout=60, check=False)
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def on_a_terminal(command: str) -> str:
    """What a line for bash shows on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(["bash", "-c", command], stdin=theirs, stdout=theirs, stderr=theirs, env=environment()):
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux says so that the other end is closed
            while part := os.read(ours, 4096):
                shown += part
        os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")
