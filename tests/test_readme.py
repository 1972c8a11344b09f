"""The two READMEs do what they say: every command and snippet is run, and what it prints must be what is shown.

In a block, `…` stands for anything: the rest of a line, or, on a line of its own, any lines. A fence under a comment
`<!-- file: NAME -->` is a file that the commands find in their folder. Commands run in a copy of what they need, with the
checkout's program.
"""

import doctest
import importlib
import re
import shutil
import subprocess
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from ingest import RuleError, load_rules
from ingest.model import LABELS, Cleaning, Record
from ingest.proof import check_examples
from ingest.read.fields import Fields
from ingest.run import documents, stream
from ingest.schema import GuardSpec, MatchSpec, PackSpec, RuleSpec
from ingest.script import fold
from ingest.work import start
from ingest.write.jsonl import to_object
from tests.command import put_on_the_path
from tests.test_layers import ORDER

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GUIDE = ROOT / "rules" / "README.md"
BOTH = [pytest.param(README, id="README.md"), pytest.param(GUIDE, id="rules/README.md")]
NEEDED = ("jq", "gzip", "cmp", "diff", "cut", "grep", "head", "tail")  # what the commands use besides the program
_FENCE = re.compile(r"(?:<!-- (?P<note>[^\n]*?) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its kind, its text, its line in the file, and the comment above it."""

    kind: str
    text: str
    line: int
    note: str

    @property
    def engine(self) -> str | None:
        """What has to be installed for it: such blocks are run by the tests of the engines."""
        return self.note.removeprefix("engine: ") if self.note.startswith("engine: ") else None

    @property
    def file(self) -> str | None:
        return self.note.removeprefix("file: ").removesuffix("; fails") if self.note.startswith("file: ") else None


def blocks(path: Path, kind: str | None = None) -> list[Block]:
    source = path.read_text(encoding="utf-8")
    found = [
        Block(fence["kind"], fence["text"], source.count("\n", 0, fence.start("kind")) + 1, fence["note"] or "")
        for fence in _FENCE.finditer(source)
    ]
    return [block for block in found if kind in (None, block.kind)]


def rows(path: Path, *header: str) -> list[list[str]]:
    """The rows under the first table whose header begins with these cells, without the marks of code."""
    lines = iter(path.read_text(encoding="utf-8").split("\n"))
    next(line for line in lines if line.startswith("| " + " | ".join(header) + " |"))
    next(lines)
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        cells = re.split(r"(?<!\\)\|", line)[1:-1]
        found.append([cell.strip().replace("\\|", "|") for cell in cells])
    return found


def code(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that is shown below it."""
    assert block.text.startswith("$ "), f"line {block.line}: a console block begins with a command"
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def is_shown(shown: str, printed: str) -> bool:
    lines = ("(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + "\n" for line in shown.rstrip().split("\n"))
    return re.fullmatch("".join(lines), printed.rstrip() + "\n") is not None


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the seeds in it, where `ingest` is the checkout's."""
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    folder = tmp_path / "room"
    folder.mkdir()
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    put_on_the_path(tmp_path / "bin", monkeypatch)
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")  # so that both outputs come in the order of a terminal
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.chdir(folder)
    return folder


def put_files(path: Path, folder: Path) -> None:
    for block in blocks(path):
        if block.file:
            (folder / block.file).parent.mkdir(exist_ok=True)
            (folder / block.file).write_text(block.text, encoding="utf-8")


@pytest.mark.parametrize("path", BOTH)
def test_commands_print_what_is_shown(path: Path, room: Path) -> None:
    put_files(path, room)
    wrong = [fault for block in blocks(path, "console") if not block.engine for fault in wrongly_shown(block, room)]
    assert not wrong, "\n\n".join(wrong)


def wrongly_shown(block: Block, folder: Path) -> Iterator[str]:
    """What its commands print, run one after the other, where that is not what is shown."""
    for command, shown in commands(block):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        may_fail = "rejected" in shown or "nothing was run" in shown
        if not is_shown(shown, done.stdout) or (done.returncode and not may_fail):
            yield f"line {block.line}: $ {command}\n{done.stdout}(exit code {done.returncode})"


def test_the_cluster_prints_what_is_shown(room: Path) -> None:
    pytest.importorskip("ray", reason="--engine ray needs `pip install 'ingest[ray]'`")
    from tests.test_steps import put_tables

    put_tables(room)
    (block,) = (block for block in blocks(README, "console") if block.engine == "cluster")
    assert block.text.count("\n") <= 10
    assert list(wrongly_shown(block, room)) == []


@pytest.mark.usefixtures("room")
def test_python_gives_what_is_shown() -> None:
    put_files(README, Path.cwd())
    source = "\n".join(block.text for block in blocks(README, "python") if not block.engine and not block.file)
    test = doctest.DocTestParser().get_doctest(source, {}, README.name, str(README), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append)
    assert result.attempted
    assert not result.failed, "".join(said)


@pytest.mark.parametrize(
    ("mark", "end"),
    [("clean", ".venv/bin/ingest clean seeds/ -o clean.jsonl"), ("test", ".venv/bin/python -m pytest")],
)
def test_the_two_commands(mark: str, end: str) -> None:
    """They are not run here, for one of them runs this file; `.ci/run` does it."""
    source = README.read_text(encoding="utf-8")
    assert source.count(f"<!-- {mark} -->") == source.count(f"<!-- /{mark} -->") == 1
    inside = source.split(f"<!-- {mark} -->")[1].split(f"<!-- /{mark} -->")[0]
    fence = re.fullmatch(r"\n```sh\n([^\n]+)\n```\n", inside)
    assert fence, "one line in a fence of its own"
    assert re.fullmatch(rf"python3 -m venv \.venv && \.venv/bin/pip install -q [^&]+ && {re.escape(end)}", fence[1])


@pytest.mark.parametrize("path", BOTH)
def test_every_block_is_of_a_kind_that_is_tested(path: Path) -> None:
    for block in blocks(path):
        is_command = block.kind == "sh" and block.note in ("clean", "test")
        assert block.kind in ("console", "python", "yaml") or block.file or is_command, f"{path.name}:{block.line}"
    assert path == README or not blocks(path, "python"), "only the first README has Python that is run"
    assert path.read_text(encoding="utf-8").count("\n```") == 2 * len(blocks(path)), "a fence is not read"


@pytest.mark.parametrize("path", BOTH)
def test_packs_prove_themselves(path: Path, tmp_path: Path) -> None:
    failures = []
    for block in blocks(path, "yaml"):
        if block.note.endswith("; fails") or "rules:" not in block.text:  # their commands show how
            continue
        pack = tmp_path / f"line-{block.line}.yaml"
        pack.write_text(block.text, encoding="utf-8")
        failures += [str(failure) for entry in load_rules(pack, shipped=False).entries for failure in check_examples(entry)]
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("path", BOTH)
def test_links_lead_somewhere(path: Path) -> None:
    def anchors(file: Path) -> set[str]:
        heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}

    for link in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_labels_fields_languages_and_modules_are_all_there() -> None:
    assert [code(row[0])[0] for row in rows(README, "label", "what it covers")] == list(LABELS)
    assert [name for row in rows(README, "module") for name in code(row[0])] == list(ORDER)
    languages = [name for row in rows(README, "code", "language") for cell in (row[0], row[3]) for name in code(cell)]
    packs = {pack.parent.name for pack in (ROOT / "rules").glob("*/*.yaml")} - {"common", "sites"}
    assert sorted(languages) == sorted(packs)


def test_the_record_is_described() -> None:
    found = to_object(Record("a", "", Cleaning("unchanged", "", ""), parent_id="b"))
    keys = {*found, *(f"cleaning.{key}" for key in found["cleaning"])} - {"cleaning"}
    assert {name for row in rows(README, "field", "what it holds") for name in code(row[0])} == keys


def test_each_guarantee_names_tests_that_there_are() -> None:
    source = README.read_text(encoding="utf-8").split("## Guarantees")[1].split("\n## ")[0]
    promises = re.split(r"^\d\. ", source, flags=re.MULTILINE)[1:]
    assert len(promises) == 7
    for promise in promises:
        named = re.findall(r"`(test_\w+)\.py::(test_\w+)`", promise)
        assert named, promise
        for module, test in named:
            assert callable(getattr(importlib.import_module(f"tests.{module}"), test)), test


def test_the_guide_has_every_key() -> None:
    pack, rule = rows(GUIDE, "key", "what it says"), rows(GUIDE, "key of a rule")
    assert {name for row in pack for name in code(row[0])} == set(PackSpec.model_fields)
    assert {name for row in rule for name in code(row[0])} == set(RuleSpec.model_fields)
    shapes = {name for row in rows(GUIDE, "shape") for name in code(row[0])}
    assert shapes == set(MatchSpec.model_fields) - {"then", "value", "least"}
    guards = {re.split("[: ]", name)[0] for row in rows(GUIDE, "guard") for name in code(row[0])} - {"between", "tail"}
    assert guards == {field.alias or name for name, field in GuardSpec.model_fields.items()}


def test_phrases_match_what_the_guide_says(tmp_path: Path) -> None:
    (lists,) = (block for block in blocks(GUIDE, "yaml") if block.note == "words")
    rule = {"label": "other", "why": "A row of the table."}
    table = [[code(cell)[0] for cell in row] for row in rows(GUIDE, "phrase", "matches")]
    found = [
        {"id": f"table.row{n}", **rule, "match": {"line": [phrase]}, "removes": [yes], "keeps": [no]}
        for n, (phrase, yes, no) in enumerate(table)
    ]
    pack = tmp_path / "table.yaml"
    pack.write_text(lists.text + yaml.safe_dump({"rules": found}, allow_unicode=True), encoding="utf-8")
    assert [str(failure) for entry in load_rules(pack, shipped=False).entries for failure in check_examples(entry)] == []


def test_the_text_folds_as_the_guide_says() -> None:
    for row in rows(GUIDE, "in the text"):
        printed, seen = code(row[0])[0], code(row[1])[0]
        assert fold(printed) == seen


HEAD = "rules:\n  - id: my.rule\n    label: other\n    why: A test.\n"
TAIL = "    removes: [abc]\n    keeps: [abd]\n"
FAULTS = {
    "unknown key": "    mach: {line: [abc]}\n" + TAIL,
    "is not known": "    match: {line: [abc]}\n    take: lines\n" + TAIL,
    "this key belongs to the rule itself": "    match: {line: [abc], take: line}\n" + TAIL,
    "the key 'match' is missing": TAIL,
    "exactly one shape is needed": "    match: {line: [abc], contains: [d]}\n" + TAIL,
    "goes with": "    match: {line: [abc], then: date}\n" + TAIL,
    "YAML reads this as": "    match: {line: [24]}\n" + TAIL,
    "should be a valid list": "    match: {line: abc}\n" + TAIL,
    "not YAML": "    match: {line: [abc}\n" + TAIL,
    "stands twice": "    label: social\n    match: {line: [abc]}\n" + TAIL,
    "is not an id": "    match: {line: [abc]}\n" + TAIL + "  - id: Mine\n    label: other\n",
    "is taken": "    match: {line: [abc]}\n" + TAIL + HEAD.removeprefix("rules:\n") + "    match: {line: [abc]}\n" + TAIL,
    "needs an example of what it removes": "    match: {line: [abc]}\n    keeps: [abd]\n",
    "needs an example of what it keeps": "    match: {line: [abc]}\n    removes: [abc]\n",
    "there is no word list": "    match: {line: ['a <my.list>']}\n" + TAIL,
    "contains itself": "    match: {line: ['<my.list>']}\n" + TAIL + "words: {my.list: ['<my.list> b']}\n",
    "a bracket is not closed": "    match: {line: ['(a|b']}\n" + TAIL,
    "too many in the phrase": "    match: {line: ['a|b']}\n" + TAIL,
    "is only for rules with 'sites'": "    match: {line: [abc]}\n    take: rest\n" + TAIL,
    "has no upper bound": "    match: {regex: 'a+'}\n" + TAIL,
    "changes under folding": "    match: {regex: '[أ-ي]'}\n" + TAIL,
    "never stands in a folded line": "    match: {regex: 'أهلا'}\n" + TAIL,
    "not a pattern": "    match: {regex: '(a'}\n" + TAIL,
}


def test_every_error_is_in_the_guide() -> None:
    table = [cell for row in rows(GUIDE, "message", "what to do") for cell in code(row[0])]
    assert table == list(FAULTS)


@pytest.mark.parametrize("message", FAULTS)
def test_errors_say_what_the_guide_says(message: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(HEAD + FAULTS[message], encoding="utf-8")
    with pytest.raises(RuleError, match=re.escape(message)):
        load_rules(pack, shipped=False)


def test_the_shown_parts_of_a_printed_text() -> None:
    assert is_shown("one …\n", "one two\n")
    assert is_shown("one\n…\n", "one\ntwo\nthree\n")
    assert is_shown("one\n…\nthree\n", "one\ntwo\nthree\n")
    assert is_shown("", "")
    assert not is_shown("one …\n", "one two\nthree\n")
    assert not is_shown("one …\nthree\n", "one\ntwo\nthree\n")
    assert not is_shown("one\n", "two\n")


class Sink:
    """An output that forgets what it is given."""

    def write(self, data: bytes) -> int:
        return len(data)


def test_a_stream_runs_in_constant_memory(tmp_path: Path) -> None:
    """The seventh guarantee: ten times the documents, the same memory."""
    rules = load_rules(shipped=False)
    text = "أعلنت بلدية الميناء أن صيانة السور القديم تبدأ مطلع الأسبوع المقبل وتستمر ثلاثة أشهر."
    peaks = []
    for count in (2500, 100, 1000):  # the first run fills what Python and we fill only once
        file = tmp_path / "stream.jsonl"
        file.write_text("".join(f'{{"id": "{n}", "text": "{text}"}}\n{{"id": "{n}"}}\n' for n in range(count)), encoding="utf-8")
        items = documents([str(file)], None, Fields())
        if count < 2500:
            tracemalloc.start()
        summary = stream(map(start(lambda: rules), items), Sink().write, lambda _: None, as_text=False)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert (summary.documents, summary.rejected) == (count, count)
    assert peaks[2] < peaks[1] + 65_536, "a record that was kept each time would be a hundred times that"
