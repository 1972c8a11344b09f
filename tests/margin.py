"""Margin files: a text with a two-character margin that says what a cleaner should do with each line.

#: note: a read-also box in the middle
= the headline, moved to its field
  a line that stays
- a line that goes
~ a line that stays, ⟦but for this⟧
"""

import re
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """A text, and what should be left of it."""

    name: str
    text: str
    kept: str
    headline: str
    title: str | None
    language: str | None
    site: str | None
    note: str


def read(path: Path) -> Case:
    """Read a margin file."""
    options: dict[str, str] = {}
    text: list[str] = []
    kept: list[str] = []
    headline = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").rstrip("\n").split("\n"), 1):
        if line.startswith("#: "):
            name, _, value = line[3:].partition(": ")
            options[name] = value.strip()
            continue
        margin, content = line[:2], line[2:]
        if not line.strip():
            margin, content = "  ", ""
        assert margin in ("  ", "- ", "= ", "~ "), f"{path.name}:{number}: no margin"
        text.append(content.replace("⟦", "").replace("⟧", ""))
        if margin in ("  ", "~ "):
            kept.append(re.sub("⟦[^⟧]*⟧", "", content))
        if margin == "= ":
            headline = content
    return Case(
        path.stem,
        "\n".join(text),
        "\n".join(kept),
        headline,
        options.get("title"),
        options.get("language"),
        options.get("site"),
        options["note"],
    )
