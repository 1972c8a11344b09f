"""A run in parts that any machine can work on by itself: each input is a part, and has an output of its own.

A part that is done leaves a note in `.parts/` beside the outputs: what was done, and what was rejected. So a run that was cut
off passes it over, and the summary and the rejects of the whole run are put together from the notes. A part that was cut off
goes on where it was, as a run on one machine does (`write/spool.py`).
"""

import platform
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import chdir, closing
from functools import partial
from glob import escape
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from ingest.jsonlines import dumps, loads
from ingest.model import Reject
from ingest.pool import PATIENCE
from ingest.read.fields import Fields
from ingest.read.files import STDIN, InputError, format_of
from ingest.rulebook import Rules
from ingest.run import Summary, documents, fingerprint, outcomes, spool
from ingest.work import Outcome, start
from ingest.write import outputs, rejects
from ingest.write.files import OutputError, is_device, replacing
from ingest.write.spool import Spool

NOTES: Final = ".parts"  # a name that readers of folders pass over
_PACKED: Final = (".gz", ".zst")


class Part(NamedTuple):
    """An input, and where its records go.

    Attributes:
        name: the input.
        out: its output: a table for a table, JSON lines for anything else.
        note: the file that says that it is done.
        run: what names input, rules and options.
    """

    name: str
    out: Path
    note: Path
    run: str


def check(names: Sequence[str], kind: outputs.Kind, *, as_text: bool, duplicates: bool) -> None:
    """Refuse what goes over all inputs at once, before any work: each machine of a cluster sees only those that it works on.

    Raises:
        OutputError: the output is one file, or no records; or duplicates are asked for.
        InputError: only one machine can read an input.
    """
    if kind != "folder":
        raise OutputError("--engine ray: it writes a folder, a file for each input; name one with a slash at its end: -o clean/")
    if as_text:
        raise OutputError("--engine ray: it writes records; --text is for one machine")
    if duplicates:
        raise OutputError("--engine ray: no machine sees all stories; --duplicates is for one machine")
    if any(name == STDIN or is_device(Path(name)) for name in names):
        raise InputError("--engine ray: only one machine can read standard input or a pipe; name files or folders")


def plan(
    inputs: Sequence[str], names: Sequence[str], folder: Path, form: str | None, run: Callable[[list[str]], str], *, resume: bool
) -> list[Part]:
    """The parts of a run into a folder, whose files are called as the inputs are, below the folders that were given.

    Args:
        inputs: files, folders and addresses, as they were given.
        names: the files that they stand for.
        folder: where the outputs go; it is made.
        form: what all inputs are, where that was given.
        run: what names a run over some of the inputs.
        resume: go on with the run that the folder is of.

    Raises:
        InputError: two inputs would have the same output, or an input stands where the outputs go.
        OutputError: a new run would write between files that are there, or the run that was cut off was another.
    """
    place = folder.resolve()
    if around := [name for name in inputs if Path(name).is_dir() and place.is_relative_to(Path(name).resolve())]:
        raise OutputError(f"{folder}: stands in the input {around[0]}; name a folder outside of it")
    found: dict[Path, str] = {}
    for name in names:
        if Path(name).resolve().is_relative_to(place):
            raise InputError(f"{name}: stands in the folder that the records are to go to")
        out = _beside(_below(name, inputs), is_table=(form or format_of(name)) == "parquet")
        if out in found:
            raise InputError(f"{found[out]}, {name}: both would become {folder / out}; clean them into folders of their own")
        found[out] = name
    notes = place / NOTES
    parts = [Part(name, place / out, notes / f"{out}.note", run([name])) for out, name in found.items()]
    _open(folder, notes / "run", run([]), resume=resume)
    known = {part.note for part in parts}
    if gone := [note for note in notes.rglob("*.note") if note not in known]:
        out = folder / gone[0].relative_to(notes).with_suffix("")
        raise OutputError(
            f"{out}: its input is not among those that are given; remove it and its note {gone[0].name}, or name a new folder"
        )
    return parts


def _below(name: str, inputs: Iterable[str]) -> Path:
    """An input's name, with the folders between it and the one that was given."""
    path = Path(name)
    return next((path.relative_to(given) for given in inputs if given != name and path.is_relative_to(given)), Path(path.name))


def _beside(path: Path, *, is_table: bool) -> Path:
    """What an output is called: as the input, the ending added where it is another; packed as the input is.

    >>> [str(_beside(Path(name), is_table=False)) for name in ("a.jsonl", "b/a.warc.gz")]
    ['a.jsonl', 'b/a.warc.jsonl.gz']
    """
    packed = path.suffix if path.suffix.lower() in _PACKED else ""
    bare = path.with_suffix("") if packed else path
    ending = ".parquet" if is_table else ".jsonl"
    named = bare if bare.suffix == ending else bare.with_name(bare.name + ending)
    return named if is_table else named.with_name(named.name + packed)


def _open(folder: Path, mark: Path, run: str, *, resume: bool) -> None:
    """Make a new folder for a run, or find the one that it left; a mark in it says what it was."""
    earlier = mark.read_text(encoding="utf-8") if mark.exists() else None
    is_empty = not folder.exists() or all(file.name == NOTES for file in folder.iterdir())
    if not is_empty and not (resume and earlier):
        raise OutputError(f"{folder}: is not empty; name a new folder" + (", or go on with that run: --resume" if earlier else ""))
    if not is_empty and earlier != run:
        raise OutputError(f"{folder}: the run that wrote it had other rules or options; name a new folder")
    mark.parent.mkdir(parents=True, exist_ok=True)
    with replacing(mark) as stream:
        stream.write(run.encode())


def clean_part(
    part: Part,
    *,
    cwd: Path,
    load: Callable[[], Rules],
    form: str | None,
    fields: Fields,
    options: dict[str, bool],
    patience: float = PATIENCE,
) -> None:
    """Do one part, on whichever machine this is. What is done already is not done again.

    Args:
        part: what is to be done.
        cwd: the folder that names are relative to.
        load: gives the rules.
        form: what the input is, where that was given.
        fields: what its fields are called.
        options: those of `work.start`.
        patience: how many seconds a process may take with what it works on.

    Raises:
        OutputError: this machine does not see the same input and rules, or has another version of the program.
        OSError: it does not see the folders, or the disk is full.
    """
    with chdir(cwd):
        if fingerprint([part.name], load(), form, fields, options) != part.run:
            raise OutputError(f"{part.name}: on {platform.node()} the input, the rules or the program's version are not the same")
        if summary_of(part) is not None:
            return

        def found(first: int) -> Iterator[Outcome | Reject]:
            items = islice(documents([part.name], form, fields), first, None)
            return outcomes(items, partial(start, load, **options), 1, patience, apart=True)

        for place in (part.out, part.note):
            place.parent.mkdir(parents=True, exist_ok=True)
        # Another run of the same name (the input has changed) is begun, not gone on with: it has files of its own.
        spooled = part.note.with_suffix(f".{part.run[:16]}")
        for old in part.note.parent.glob(f".{escape(part.note.stem)}.{'[0-9a-f]' * 16}.*"):
            if not old.name.startswith(f".{spooled.name}."):
                old.unlink(missing_ok=True)
        with closing(Spool(spooled, spooled.with_name(spooled.name + ".rejects"))) as files:
            summary, _ = spool(found, files, part.run, resume=True)
            outputs.finish(files.records, part.out, "parquet" if part.out.suffix == ".parquet" else "jsonl")
            with files.rejects.open("rb") as rejected, replacing(part.note) as note:
                note.write(dumps({"run": part.run, "summary": summary.entry()}))
                shutil.copyfileobj(rejected, note)
            files.remove()


def summary_of(part: Part) -> Summary | None:
    """What was done, if the part is done."""
    if not part.out.exists() or not part.note.exists():
        return None
    with part.note.open("rb") as note:
        entry: dict[str, Any] = loads(note.readline())
    return Summary(**entry["summary"]) if entry["run"] == part.run else None


def gather(parts: Iterable[Part], folder: Path, place: Path) -> Summary:
    """Put the rejects of parts that are done into one file, in the order of the inputs, and say what was done in all of them.

    Raises:
        OutputError: what was done is not there: a machine has written to a folder of its own.
    """
    whole = Summary()
    written = folder / NOTES / "rejects"
    with written.open("wb") as stream:
        for part in parts:
            summary = summary_of(part)
            if summary is None:
                raise OutputError(f"{part.out}: was written and is not there; do all machines share this folder?")
            whole.add(summary)
            with part.note.open("rb") as note:
                note.readline()
                shutil.copyfileobj(note, stream)
    rejects.place(written, place)
    return whole
