"""What a person sees: tables and colours. On a terminal it is laid out, in a pipe it is plain."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from ingest import log
from ingest.jsonlines import dumps

if TYPE_CHECKING:
    from ingest.explaining import Explanation, Fate
    from ingest.model import Rule
    from ingest.run import Summary
    from ingest.scoreboard import Table
    from ingest.settings import Setting

_COLOURS: Final = {"kept": "", "removed": "\x1b[31m", "moved": "\x1b[36m", "proposed": "\x1b[33m"}
_DIM: Final = "\x1b[2m"
_RESET: Final = "\x1b[0m"
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"  # so that right-to-left text does not carry its neighbours away
_PICTURES: Final = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}  # scraped text must not steer a terminal
_UNBROKEN: Final = ("id", "label", "rule", "without")  # columns


def write_summary(summary: "Summary", path: Path) -> None:
    """What a run did, as a JSON object."""
    from ingest.write.files import replacing

    with replacing(path) as stream:
        stream.write(json.dumps(summary.entry(), indent=2).encode() + b"\n")


def tell_summary(summary: "Summary", *, as_table: bool) -> None:
    """What a run did, on standard error: a table for who looks on, else a line."""
    if as_table:
        _print_summary(summary)
    else:
        log.say("summary", summary.line(), **summary.entry())


def _print_summary(summary: "Summary") -> None:
    from rich.console import Console
    from rich.table import Table

    share = 100 * (1 - summary.chars_out / summary.chars_in) if summary.chars_in else 0.0
    rows = {
        "documents": f"{summary.documents:,}",
        "changed": f"{summary.changed:,}",
        "to review": f"{summary.review:,}",
        "rejected": f"{summary.rejected:,}",
        "characters in": f"{summary.chars_in:,}",
        "characters out": f"{summary.chars_out:,} ({share:.1f}% less)",
        "seconds": f"{summary.seconds:.1f}",
    }
    table = Table(show_header=False, box=None, padding=(0, 2))
    table.add_column()
    table.add_column()
    for name, value in rows.items():
        table.add_row(name, value)
    for label, count in summary.labels.most_common():
        table.add_row(f"removed: {label}", f"{count:,}", style="dim")
    Console(stderr=True).print(table)


def print_explanation(found: "Explanation", out: TextIO, *, as_json: bool, heading: bool) -> None:
    """Why the lines of a document went or stayed: a listing of all, or what there is to say of one line."""
    if as_json:
        near = [rule._asdict() for rule in found.near]
        out.writelines(dumps({"id": found.id, **fate._asdict(), "near": near}).decode("utf-8") for fate in found.fates)
        return
    if heading:
        print(f"# {found.id}", file=out)
    if found.line is None:
        _print_fates(found.fates, out)
    else:
        _print_line(found.line, found, out)
    if heading:
        print(file=out)


def _print_fates(fates: Iterable["Fate"], out: TextIO) -> None:
    """A line for each fate; in a pipe with tabs between the columns."""
    terminal = out.isatty()
    for fate in fates:
        if not terminal:
            because = (fate.label, fate.rule, fate.to, fate.origin, fate.matched)
            print(fate.line, fate.fate, *(part or "" for part in because), fate.text, sep="\t", file=out)
            continue
        print(f"{fate.line:>4} {_coloured(f'{fate.fate:<9}', _COLOURS[fate.fate], out)}{_shown(fate.text, out)}", file=out)
        if fate.rule:
            moved = f" → {fate.to}" if fate.to else ""
            print(f"{'':14}{_coloured(f'{fate.label} · {fate.rule}{moved}  ({fate.origin})', _DIM, out)}", file=out)
        if fate.matched and fate.matched != fate.text:
            print(f"{'':14}{_coloured(f'matched as {_shown(fate.matched, out)}', _DIM, out)}", file=out)


def _print_line(number: int, found: "Explanation", out: TextIO) -> None:
    for fate in found.fates:
        print(f"line {number}, {fate.fate}: {_shown(fate.text, out)}", file=out)
        if fate.rule:
            print(f"  label    {fate.label}", file=out)
            print(f"  rule     {fate.rule}  ({fate.origin})", file=out)
            print(f"  matched  {_shown(fate.matched or '', out)}", file=out)
        if fate.to:
            print(f"  moved to {fate.to}", file=out)
    if not found.fates:
        print(f"line {number} is blank; it goes or stays with the lines beside it", file=out)
    elif any(fate.fate == "kept" for fate in found.fates):
        print("rules that came nearest:" if found.near else "no rule came near", file=out)
    for rule in found.near:
        print(f"  {rule.rule}  ({rule.origin})\n    {_shown(rule.failed, out)}", file=out)


def print_rules(rules: Iterable[tuple["Rule", str]], out: TextIO) -> None:
    """A table of rules, each given with its layer; tab-separated in a pipe."""
    names = ("id", "label", "language", "sites", "layer", "file")
    rows = [
        (rule.id, rule.label, ",".join(sorted(rule.languages)) or "any", ",".join(sorted(rule.sites)) or "any", layer, rule.origin)
        for rule, layer in rules
    ]
    _print_table(names, rows, out)


def print_tables(tables: Sequence["Table"], out: TextIO, *, as_json: bool) -> None:
    """Tables one below the other, a blank line between two; or one JSON object with a list of objects for each."""
    if as_json:
        content = {table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in tables}
        out.write(dumps(content).decode("utf-8"))
        return
    for n, table in enumerate(tables):
        if n:
            print(file=out)
        cells = [[_cell(value) for value in row] for row in table.rows]
        if "text" in table.columns:
            at = table.columns.index("text")
            cells = [[*row[:at], _shown(row[at], out), *row[at + 1 :]] for row in cells]
        _print_table(table.columns, cells, out)


def _cell(value: object) -> str:
    """A value as it is shown: no exponents, no zeros at the end.

    >>> [_cell(value) for value in (1.0, -0.25, 0.00001, 7)]
    ['1', '-0.25', '0.00001', '7']
    """
    return f"{value:.5f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def print_settings(settings: Iterable["Setting"], out: TextIO, *, as_json: bool) -> None:
    """A table of settings with where each comes from; tab-separated in a pipe, or one JSON object."""
    if as_json:
        out.write(dumps({name: {"value": value, "source": source} for name, value, source, _ in settings}).decode("utf-8"))
        return
    rows = [(name, _setting(value) or (otherwise and f"({otherwise})"), source) for name, value, source, otherwise in settings]
    _print_table(("setting", "value", "source"), rows, out)


def _setting(value: object) -> str:
    """A value of a setting as it is shown.

    >>> [_setting(value) for value in (True, ["a", "b"], 2.0, None)]
    ['true', 'a, b', '2', '']
    """
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else _cell(value)


def _print_table(names: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    if not out.isatty():
        for row in (names, *rows):
            print(*row, sep="\t", file=out)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name in _UNBROKEN)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(file=out).print(table)


def _has_colour(out: TextIO) -> bool:
    return out.isatty() and not os.environ.get("NO_COLOR")


def _coloured(text: str, colour: str, out: TextIO) -> str:
    return f"{colour}{text}{_RESET}" if colour and _has_colour(out) else text


def _shown(text: str, out: TextIO) -> str:
    """Scraped text as it can stand in a terminal; in a pipe as it is."""
    return f"{_ISOLATE}{text.translate(_PICTURES)}{_END_ISOLATE}" if out.isatty() else text
