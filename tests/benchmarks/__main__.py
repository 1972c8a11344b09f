"""Everything that the README says of speed, memory and growth, in one table: `python -m tests.benchmarks`.

Figures are medians of interleaved rounds in one run. `--small` only shows that everything works.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import orjson

from ingest import Document, Rules, clean, load_rules
from tests import pages
from tests.benchmarks import peers as others
from tests.benchmarks.corpora import LETTERS, corpus, texts

Row = tuple[str, str, str]


def measured(steps: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median processor time of each step, in seconds; the steps take turns."""
    times: list[list[float]] = [[] for _ in steps]
    for _ in range(rounds):
        for step, found in zip(steps, times, strict=True):
            began = time.process_time()
            step()
            found.append(time.process_time() - began)
    return [statistics.median(found) for found in times]


def text_path(size: int, rounds: int) -> Iterator[Row]:
    """Cleaning of JSON lines in memory, against reading and writing them."""
    rules = load_rules()
    for name, noisy in (("noisy", 1.0), ("typical", 0.3)):
        lines = corpus(size, noisy)
        total = sum(map(len, lines)) / 1e6

        def floor(lines: list[bytes] = lines) -> None:
            for line in lines:
                orjson.dumps(orjson.loads(line))

        def ours(lines: list[bytes] = lines) -> None:
            for line in lines:
                found = orjson.loads(line)
                clean(Document(id=found["id"], text=found["text"]), rules)

        ours(lines[:20])
        at_least, took = measured([floor, ours], rounds)
        note = f"{len(lines) / took:.0f} documents/s; orjson there and back {total / at_least:.0f} MB/s"
        yield f"text, {name}", f"{total / took:.2f} MB/s", note


def peers(size: int, rounds: int) -> Iterator[Row]:
    """Other tools on texts with noise, and ours on the same."""
    rules = load_rules()
    found = [orjson.loads(line)["text"] for line in corpus(size, 1.0)]
    total = sum(len(text.encode()) for text in found) / 1e6
    tools = dict(others.installed()) | {"ingest": lambda text: clean(Document(id="x", text=text), rules)}
    there = {name: tool for name, tool in tools.items() if tool}

    def step(tool: others.Cleaner) -> Callable[[], object]:
        tool(found[0])
        return lambda: [tool(text) for text in found]

    times = dict(zip(there, measured([step(tool) for tool in there.values()], rounds), strict=True))
    for name in tools:
        yield name, f"{total / times[name]:.1f} MB/s" if name in times else "not installed", "the same noisy texts"


def page_path(rounds: int) -> Iterator[Row]:
    """A whole page, metadata and cleaning included, against trafilatura with metadata."""
    from trafilatura import bare_extraction

    rules = load_rules()
    menu = "<aside><ul><li><a href='/'>x</a></li></ul></aside>" * 200
    source = texts(1.0)
    found = [pages.page(pages.paragraphs(*next(source).split("\n")), around=menu) for _ in range(30)]

    def ours() -> None:
        for markup in found:
            clean(Document(id="p", text=markup, is_page=True), rules)

    def theirs() -> None:
        for markup in found:
            bare_extraction(markup, with_metadata=True, include_comments=False)

    ours()
    took, other = measured([ours, theirs], rounds)
    yield "pages", f"{took / len(found) * 1000:.1f} ms a page", f"trafilatura with metadata {other / len(found) * 1000:.1f} ms"


def growth_with_rules(counts: Sequence[int], folder: Path, rounds: int) -> Iterator[Row]:
    """Time for the same texts with ever more rules: phrases, prefixes, patterns, and as many for other sites."""
    documents = [Document(id="d", text=text) for text, _ in zip(texts(0.3), range(100), strict=False)]
    loaded: list[Rules] = []
    for count in counts:
        path = folder / f"{count}.yaml"
        path.write_text(pack(count), encoding="utf-8")
        began = time.process_time()
        loaded.append(load_rules(path, shipped=False))
        clean(documents[0], loaded[-1])
        yield f"{count:,} rules", f"{time.process_time() - began:.1f} s to load", ""
    times = measured([lambda rules=rules: [clean(document, rules) for document in documents] for rules in loaded], rounds)
    for count, took in zip(counts[1:], times[1:], strict=True):
        yield f"{count:,} rules", f"{took / times[0]:.2f} of the time", f"that {counts[0]:,} rules take on the same texts"


def pack(count: int) -> str:
    rng = random.Random(count)

    def word() -> str:
        return "".join(rng.choices(LETTERS, k=rng.randint(3, 7)))

    rules = []
    for n in range(count):
        phrase = f"{word()} {word()}"
        shape = ({"line": [phrase]}, {"starts_with": [phrase]}, {"regex": f"{phrase} .{{1,20}}$"})[n % 3]
        rule = {"id": f"b.r{n}", "label": "other", "why": "To measure.", "match": shape, "removes": [f"{phrase} x"], "keeps": ["x"]}
        rules.append(rule | ({"sites": [f"s{n % 99}.example"]} if n % 2 else {}))
    return json.dumps({"rules": rules}, ensure_ascii=False)


def growth_with_length(length: int, rounds: int) -> Iterator[Row]:
    """Time for a text twice as long."""
    rules = load_rules()
    source = texts(0.5)

    def documents(pieces: int) -> Iterator[Document]:
        """New ones every time: what is known of a line makes the next look at it cheap."""
        for _ in range(rounds):
            yield Document(id="x", text="\n".join(next(source) for _ in range(pieces)))

    once, twice = list(documents(length // 6000)), list(documents(length // 3000))
    clean(Document(id="x", text=next(source)), rules)
    letters = len(twice[0].text) / 1e6
    one, two = measured([lambda: clean(once.pop(), rules), lambda: clean(twice.pop(), rules)], rounds)
    yield "a text twice as long", f"{two / one:.2f} of the time", f"{letters:.1f} million letters"


# A process begins with the peak of the one that started it, so one that is small does.
_MEASURED = """
import json, resource, subprocess, sys, time
began = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024]))
"""


class Run(NamedTuple):
    """What a run of the command took."""

    processor: float  # seconds
    clock: float  # seconds
    memory: float  # megabytes, of its largest process


def command(*arguments: object, fed: Iterable[bytes] = ()) -> Run:
    """A run of the command with these arguments, and with lines on its standard input."""
    line = [sys.executable, "-c", _MEASURED, sys.executable, "-m", "ingest", *map(str, arguments)]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.writelines(fed)
        process.stdin.close()
        return Run(*json.loads(process.stdout.read()))


def runs(size: int, folder: Path) -> Iterator[Row]:
    """The command: start, memory, workers."""
    small = folder / "small.txt"
    small.write_text(next(texts(1.0)), encoding="utf-8")
    os.environ["INGEST_CACHE"] = str(folder / "kept")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")  # as where it is installed, whatever this process may write
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    yield "start", f"{min(command('--version').processor for _ in range(3)):.2f} s", "ingest --version"
    first, *again = (command("clean", small, "-q").processor for _ in range(6))
    yield "start", f"{min(again):.2f} s", f"ingest clean of one small file; {first:.2f} s the first time"
    tenth, whole = folder / "tenth.jsonl", folder / "whole.jsonl"
    lines = corpus(size, 0.3)
    tenth.write_bytes(b"".join(lines[: len(lines) // 10]))
    whole.write_bytes(b"".join(lines))
    few = command("clean", tenth, "-o", folder / "out.jsonl", "--workers", 1)
    one = command("clean", whole, "-o", folder / "out.jsonl", "--workers", 1)
    two = command("clean", whole, "-o", folder / "out.jsonl", "--workers", 2)
    yield "memory", f"{one.memory:.0f} MB", f"for {size / 1e6:.0f} MB of input; {few.memory:.0f} MB for a tenth of it"
    yield "two workers", f"{one.clock / two.clock:.2f} times as fast", f"{one.clock:.0f} s, then {two.clock:.0f} s"


def much(sizes: Sequence[int], longest: int) -> Iterator[Row]:
    """Memory for ever more input, most of it in a field that is only carried along, and for one long document."""
    for workers in (1, 2):
        for size in sizes:
            run = command("clean", "-", "-q", "--workers", workers, fed=carried(size))
            yield f"memory, {workers} worker(s)", f"{run.memory:.0f} MB a process", f"for {size / 1e6:,.1f} MB of input"
    text = "\n".join(text for text, _ in zip(texts(0.3), range(max(1, longest // 6000)), strict=False))
    bulk = len(text.encode()) / 1e6
    run = command("clean", "-", "-q", fed=[orjson.dumps({"id": "x", "text": text})])
    yield "one document", f"{run.memory / bulk:.1f} times its size", f"{bulk:.1f} MB, {run.clock:.0f} s"


def carried(size: int) -> Iterator[bytes]:
    """So many bytes of JSON lines, fifty kilobytes each."""
    page, sent = "page " * 10_000, 0
    for number, text in enumerate(texts(0.3)):
        if sent >= size:
            return
        line = orjson.dumps({"id": str(number), "text": text, "page": page}) + b"\n"
        yield line
        sent += len(line)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--small", action="store_true", help="little data, one round: only to see that it works")
    parser.add_argument("--much", action="store_true", help="nothing but memory, for up to 10 GB of input: half an hour")
    given = parser.parse_args()
    small = given.small
    size, rounds = (60_000, 1) if small else (4_000_000, 3)
    os.environ["INGEST_CACHE"] = ""  # rules are read anew
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        usual: Sequence[Iterator[Row]] = (
            text_path(size, rounds),
            peers(size // 4, rounds),
            page_path(rounds),
            growth_with_rules((25, 100) if small else (250, 1_000, 10_000), folder, rounds),
            growth_with_length(30_000 if small else 2_000_000, rounds),
            runs(size if small else 20_000_000, folder),
        )
        long = [much((size,) if small else (10**7, 10**8, 10**9, 10**10), size if small else 10**8)]
        for part in long if given.much else usual:
            for what, figure, note in part:
                print(f"{what:22} {figure:22} {note}", flush=True)


if __name__ == "__main__":
    main()
