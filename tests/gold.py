"""The regression set as gold for `ingest score`: `python -m tests.gold > cases.jsonl`.

A margin file says what goes, not why, so all that goes is labelled `other`: the figures are those of the whole, and
`kinds` says nothing.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def gold(path: Path) -> dict[str, object]:
    """A margin file as one object of gold."""
    raw, spans = "", []
    options: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        if line.startswith("#: "):
            name, _, options[name] = line[3:].partition(": ")
            continue
        for text, label in _pieces(line):
            spans.append([len(raw), len(raw) + len(text), label])
            raw += text
        raw += "\n"
    given = {key: options[key] for key in ("title", "language") if key in options}
    return {"id": path.stem, "raw": raw[:-1], "spans": spans, **given}


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    margin, text = line[:2], line[2:]
    label = {"- ": "other", "= ": "title"}.get(margin, "body")
    while text:
        kept, _, rest = text.partition("⟦")
        gone, _, text = rest.partition("⟧")
        yield from ((piece, kind) for piece, kind in ((kept, label), (gone, "other")) if piece)


if __name__ == "__main__":
    for case in sorted(CASES.glob("*.txt")):
        sys.stdout.write(json.dumps(gold(case), ensure_ascii=False) + "\n")
