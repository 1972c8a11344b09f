"""The command as it is typed: exit codes, both streams, files, pipes and signals."""

import gzip
import json
import os
import platform
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from ingest import cli
from ingest.pool import PATIENCE
from ingest.proof import check_examples
from ingest.rulebook import load_rules
from ingest.version import __version__
from tests.command import ALONE, PACK, ROOT, STORY, Run, environment, on_a_terminal, shell

SEEDS = ROOT / "seeds"
SUMMARY = "documents {}, changed {}, to review {}, rejected {}, "


# Help, version, usage


def verbs() -> list[tuple[str, ...]]:
    group = typer.main.get_command(cli.app)
    rules = group.commands["rules"]  # type: ignore[attr-defined]
    return [(name,) for name in group.commands] + [("rules", name) for name in rules.commands]  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", [(), *verbs()], ids=" ".join)
def test_help_has_an_example(run: Run, verb: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    code, out, err = run(*verb, "--help")
    assert (code, err) == (0, "")
    assert "Example" in out
    assert f"ingest {' '.join(verb)}".strip() in out.split("Example")[1]


def test_there_are_all_verbs() -> None:
    rules = {"rules", "rules check", "rules list", "rules show", "rules schema"}
    assert {" ".join(verb) for verb in verbs()} == {"clean", "explain", "restore", "score", "config"} | rules


def test_version_and_nothing(run: Run) -> None:
    code, out, err = run("--version")
    assert (code, out.splitlines()[0], err) == (0, f"ingest {__version__}", "")
    found = dict(line.split(" ", 1) for line in out.splitlines())
    assert found["Python"].split()[0] == platform.python_version()
    for package in ("trafilatura", "beautifulsoup4", "regex", "lxml"):
        assert found[package] == metadata.version(package)
    assert "not installed" not in found.values()
    assert "Usage: ingest" in run().out


COMPLETIONS = [
    ("ingest ex", "explain"),
    ("ingest rules sh", "show"),
    ("ingest clean --dup", "--duplicates"),
    ("ingest clean --duplicates fl", "flag"),
]


@pytest.mark.parametrize(("line", "word"), COMPLETIONS)
def test_completion_in_bash(here: Path, line: str, word: str) -> None:
    """As bash does it: the printed script is read, and the function in it is called for the word under the cursor."""
    Path("ingest.toml").write_text("broken")  # no line of an error may stand among the words
    program = Path("bin/ingest")
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nexec $ingest "$@"\n')
    program.chmod(0o755)
    script = 'PATH="$PWD/bin:$PATH"; eval "$(_INGEST_COMPLETE=source_bash $ingest)"; '
    ask = f'COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _ingest_completion ingest; echo "${{COMPREPLY[@]}}"'
    assert shell(f"SHELL=bash; {script}{ask}") == (0, f"{word}\n", "")


@pytest.mark.parametrize(("line", "word"), COMPLETIONS)
@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_completion_elsewhere(here: Path, name: str, line: str, word: str) -> None:
    """What the printed scripts ask for, and that they do."""
    action = "_TYPER_COMPLETE_FISH_ACTION=get-args " if name == "fish" else ""
    result = shell(f"_INGEST_COMPLETE=complete_{name} {action}_TYPER_COMPLETE_ARGS='{line}' $ingest")
    assert (result.code, word in result.out, result.err) == (0, True, "")
    result = shell(f"_INGEST_COMPLETE=source_{name} $ingest")
    assert (result.code, f"_INGEST_COMPLETE=complete_{name}" in result.out, result.err) == (0, True, "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ("nonsense", "ingest: No such command 'nonsense'"),
        ("clean", "ingest clean: Missing argument 'INPUT'"),
        ("clean --outt x in $alone", "ingest clean: No such option: --outt"),
        ("clean --format xml in $alone", "ingest clean: Invalid value for '--format'"),
        ("clean --encoding klingon in $alone", "ingest clean: Invalid value for '--encoding': there is no encoding 'klingon'"),
        ("clean --encoding hex in $alone", "ingest clean: Invalid value for '--encoding': there is no encoding 'hex'"),
        ("clean --language Arabic in $alone", "ingest clean: Invalid value for '--language': 'Arabic' is no code of a language"),
        ("explain in --line 0 $alone", "ingest explain: Invalid value for '--line'"),
        ("rules", "ingest rules: Missing command"),
        ("clean none.txt $alone", "none.txt: no such file or folder"),
        ("clean in none.txt -o out.jsonl $alone", "none.txt: no such file or folder"),
        ("clean empty $alone", "empty: no file in this folder tells by its name what it is"),
        ("clean in -o none/out.jsonl $alone", "none/out.jsonl: there is no folder none; make it first"),
        ("clean in -o out.jsonl --rejects empty $alone", "empty: is a folder; name a file in it"),
        ("clean in -o out.jsonl --rejects none/r.jsonl $alone", "none/r.jsonl: there is no folder none"),
        ("clean in -o out.jsonl --rejects out.jsonl $alone", "out.jsonl: records and rejects cannot go to the same file"),
        ("clean in/a.txt -o in/a.txt $alone", "in/a.txt: is to be read and written"),
        ("clean in --rules none.yaml --no-shipped-rules", "none.yaml: no such file or folder of rules"),
        ("clean in --rules empty --no-shipped-rules", "empty: no .yaml file in this folder of rules"),
        ("explain in/a.txt --line 9 $alone", "in/a.txt: the text a has 3 lines; there is no line 9"),
        ("explain in --id 8 $alone", "in: no document with the id '8'"),
        ("restore none.jsonl", "none.jsonl: no such file or folder"),
        ("score none.jsonl $alone", "none.jsonl: no such file or folder"),
        ("score in/b.jsonl $alone", "in/b.jsonl:1: no text under 'raw'"),
        ("score in/b.jsonl --by word $alone", "ingest score: Invalid value for '--by'"),
        ("score in/b.jsonl --worst -1 $alone", "ingest score: Invalid value for '--worst'"),
        ("rules check --keep none --no-shipped-rules", "none: no such folder"),
        ("rules list --label tagz $alone", "there is no label 'tagz'; did you mean 'tags'?"),
        ("rules show t.sorce $alone", "no rule 't.sorce'; did you mean 't.source'?"),
        ("rules show $alone", "give the id of a rule, or --effective"),
        ("rules show t.source --effective $alone", "give the id of a rule, or --effective"),
    ],
)
def test_what_cannot_run(run: Run, args: str, message: str) -> None:
    Path("empty").mkdir()
    before = sorted(Path().rglob("*"))
    code, out, err = run(*args.replace("$alone", " ".join(ALONE)).split())
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") <= 2
    assert sorted(Path().rglob("*")) == before


# clean


def test_to_standard_output(run: Run) -> None:
    result = run("clean", "in", *ALONE)
    assert result.code == 1
    assert [(record["id"], record["site"], record["text"], record["credits"]) for record in result.records] == [
        ("a", None, STORY, ["رويترز"]),
        ("7", "example.com", STORY, []),
    ]
    assert result.err.splitlines()[0] == "in/b.jsonl:2: rejected: the line is JSON, but not an object"
    assert result.err.splitlines()[1].startswith(SUMMARY.format(2, 1, 0, 1))


def test_to_a_file(run: Run) -> None:
    code, out, err = run("clean", "in", "-o", "out.jsonl", *ALONE)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert Path("out.jsonl").read_text(encoding="utf-8") == run("clean", "in", *ALONE).out
    reject = {"file": "in/b.jsonl", "line": 2, "reason": "the line is JSON, but not an object", "format": "jsonl", "input": "[1]"}
    assert json.loads(Path("out.jsonl.rejects.jsonl").read_text()) == reject
    assert run("clean", "in/a.txt", "-o", "out.jsonl", *ALONE).code == 0
    assert not Path("out.jsonl.rejects.jsonl").exists()


def test_rejects_where_they_are_wanted(run: Run) -> None:
    result = run("clean", "in", "--rejects", "r.jsonl", "-q", *ALONE)
    assert (result.code, len(result.records), result.err) == (1, 2, "")
    assert Path("r.jsonl").read_text().count("\n") == 1


def test_packed_output_in_the_folder_that_is_read(run: Run) -> None:
    for _ in range(2):
        assert run("clean", "in", "-o", "in/out.jsonl.gz", "-q", *ALONE).code == 1
    assert len(gzip.decompress(Path("in/out.jsonl.gz").read_bytes()).splitlines()) == 2


@pytest.mark.parametrize("workers", ["1", "3"])
def test_any_number_of_workers_gives_the_same(run: Run, workers: str) -> None:
    lines = [f'{{"id":{n},"text":"{STORY}\\nالمصدر: رويترز"}}' if n % 20 else "[]" for n in range(300)]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run("clean", "many.jsonl", "-o", "out.jsonl", "--workers", workers, *ALONE)
    assert (code, out, err.split(", characters")[0]) == (1, "", "documents 285, changed 285, to review 0, rejected 15")
    records = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [str(n) for n in range(300) if n % 20]
    rejects = [json.loads(line) for line in Path("out.jsonl.rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [reject["line"] for reject in rejects] == [n + 1 for n in range(0, 300, 20)]


@pytest.mark.parametrize(("options", "patience"), [((), PATIENCE), (("--budget", "5"), 5.0)])
def test_the_budget_is_the_patience_with_processes(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], patience: float
) -> None:
    asked: list[tuple[int, float]] = []

    def spread(_batches: object, _start: object, _lost: object, workers: int, patience: float) -> Iterator[None]:
        asked.append((workers, patience))
        return iter(())

    monkeypatch.setattr("ingest.run.spread", spread)
    Path("many.jsonl").write_text(f'{{"text":"{STORY}"}}\n' * 100, encoding="utf-8")
    assert run("clean", "many.jsonl", "-o", "out.jsonl", "--workers", "2", *options, *ALONE).code == 0
    assert asked == [(2, patience)]


@pytest.mark.parametrize(
    ("what", "ids", "metadata"), [("flag", "123", {"duplicate_of": "1"}), ("drop", "12", {"duplicates": ["3"]})]
)
def test_duplicates(run: Run, what: str, ids: str, metadata: dict[str, Any]) -> None:
    texts = [STORY, f"ثم {STORY} وأضاف أن العمل يستمر.", STORY.replace("أ", "ا")]
    Path("a.jsonl").write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts, 1)))
    code, _, err = run("clean", "a.jsonl", "-o", "out.jsonl", "--duplicates", what, *ALONE)
    assert (code, "duplicates 1, " in err) == (0, True)
    records = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "".join(record["id"] for record in records) == ids
    assert [record["metadata"] for record in records if record["metadata"]] == [metadata]
    assert sorted(path.name for path in Path().iterdir() if path.name.startswith(".")) == []


def test_the_summary_as_json(run: Run) -> None:
    assert run("clean", "in", "--summary", "s.json", "-q", "--rejects", "r.jsonl", *ALONE).code == 1
    summary = json.loads(Path("s.json").read_text())
    assert (summary["documents"], summary["rejected"], summary["labels"]) == (2, 1, {"source_attribution": 1})


@pytest.mark.parametrize("name", ["out.jsonl.zst", "out.txt", "out.csv.gz", "out.parquet", "texts/"])
def test_kinds_of_output(run: Run, name: str) -> None:
    assert run("clean", "in", "-o", name, "-q", *ALONE).code == 1
    assert Path(name).exists()
    assert Path(name.rstrip("/") + ".rejects.jsonl").exists()
    assert sorted(path.name for path in Path().iterdir() if path.name.startswith(".")) == []


def test_rejects_are_taken_again(run: Run) -> None:
    Path("a.jsonl").write_text(f'{{"id":"7","body":"{STORY}"}}\n', encoding="utf-8")
    assert run("clean", "a.jsonl", "-o", "out.jsonl", "-q", *ALONE).code == 1
    (record,) = run("clean", "out.jsonl.rejects.jsonl", "--text-field", "body", "-q", *ALONE).records
    assert (record["id"], record["text"]) == ("7", STORY)


@pytest.mark.parametrize("arguments", ["in --resume", "- --resume -o out.jsonl"])
def test_what_cannot_be_resumed(run: Run, arguments: str) -> None:
    assert run("clean", *arguments.split(), *ALONE) == (2, "", "--resume: only a run from files to a file can go on\n")


def test_an_interrupted_run_can_be_resumed(here: Path) -> None:
    line = json.dumps({"text": f"{STORY}\nالمصدر: رويترز"}) + "\n"
    Path("many.jsonl").write_text(line * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "ingest", "clean", "many.jsonl", "-o", "out.jsonl", "--workers", "1", *ALONE]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        for _ in range(600):
            if Path(".out.jsonl.journal").exists():
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert (process.returncode, err) == (130, "interrupted; with --resume the same command goes on\n")
    assert not Path("out.jsonl").exists()
    again = subprocess.run([*command, "--resume"], stderr=subprocess.PIPE, text=True, env=environment(), check=False)
    assert (again.returncode, again.stderr.split(",")[0]) == (0, "documents 20000")


def test_each_file_once(run: Run) -> None:
    assert [record["id"] for record in run("clean", "in/a.txt", "in", "in/a.txt", "-q", *ALONE).records] == ["a", "7"]


def test_standard_output_by_its_sign(run: Run) -> None:
    assert run("clean", "in/a.txt", "-o", "-", "--text", "-q", *ALONE) == (0, f"{STORY}\n", "")
    assert not Path("-").exists()


def test_the_lines_of_a_page_are_explained(run: Run) -> None:
    Path("page.html").write_text(f"<html><body><article><h1>x</h1><p>{STORY}</p><p>{STORY} ثم قال.</p></article>", encoding="utf-8")
    result = run("explain", "page.html", "--line", "2", *ALONE)
    assert (result.code, result.err) == (0, "")
    assert "line 2, kept" in result.out
    assert "there is no line 9" in run("explain", "page.html", "--line", "9", *ALONE).err


def test_text_alone(run: Run) -> None:
    assert run("clean", "in/a.txt", "--text", "-q", *ALONE) == (0, f"{STORY}\n", "")


def test_options_reach_the_documents(run: Run) -> None:
    Path("x.jsonl").write_bytes('{"body":"أ","t":"ع","k":"1","u":"//a.b.org","l":"fa","s":"ن"}\n'.encode("cp1256"))
    names = "--text-field body --title-field t --id-field k --url-field u --language-field l --site-field s --encoding cp1256"
    (record,) = run("clean", "x.jsonl", "-q", *names.split(), *ALONE).records
    assert [record[name] for name in ("text", "title", "id", "url", "language", "site")] == ["أ", "ع", "1", "//a.b.org", "fa", "ن"]
    (record,) = run("clean", "in/a.txt", "-q", "--language", "en", *ALONE).records
    assert (record["language"], record["credits"]) == ("en", [])
    (record,) = run("clean", "x.jsonl", "-q", "--format", "text", "--encoding", "cp1256", *ALONE).records
    assert str(record["text"]).startswith('{"body"')


def test_the_headline_and_a_second_article(run: Run) -> None:
    title = "الحكومة تبدأ العمل على الخطة الجديدة"
    Path("t.txt").write_text(f"{title}\n{STORY}\n{STORY.replace('اليوم', 'أمس')}\n", encoding="utf-8")
    (cut,) = run("clean", "t.txt", "-q", *ALONE).records
    (kept,) = run("clean", "t.txt", "-q", "--keep-title", *ALONE).records
    assert (cut["title"], kept["title"]) == (title, title)
    assert not str(cut["text"]).startswith(title)
    assert str(kept["text"]).startswith(title)
    whole = run("clean", str(SEEDS / "001_32bd812ba03e9276.txt"), "-q", "--split", *ALONE).records
    assert [record.get("parent_id") for record in whole] == [None, whole[0]["id"]]


def test_records_can_be_cleaned_again(run: Run) -> None:
    run("clean", "in/a.txt", "-o", "one.jsonl", *ALONE)
    (again,) = run("clean", "one.jsonl", "-q", *ALONE).records
    assert again["cleaning"]["status"] == "unchanged"  # type: ignore[index]
    assert again["metadata"]["credits"] == ["رويترز"]  # type: ignore[index]
    assert again["text"] == STORY


# Pipes, devices, signals: in a real shell


def test_standard_input(here: Path) -> None:
    result = shell("cat in/b.jsonl - | $ingest clean - -q $alone", b'{"text":"more","id":"x"}')
    assert (result.code, [record["id"] for record in result.records]) == (1, ["7", "x"])
    assert result.err == "-:2: rejected: the line is JSON, but not an object\n"
    result = shell("gzip -c in/a.txt | $ingest clean - --text -q $alone")
    assert result == (0, f"{STORY}\n", "")
    result = shell("$ingest clean - --format text -q $alone < in/b.jsonl")
    assert (result.code, len(result.records)) == (0, 1)
    result = shell("$ingest clean <(head -n 1 in/b.jsonl) -q $alone")
    assert (result.code, [record["id"] for record in result.records], result.err) == (0, ["7"], "")


def test_a_closed_pipe_is_quiet(here: Path) -> None:
    Path("big.jsonl").write_text(f'{{"text":"{STORY}"}}\n' * 2000, encoding="utf-8")
    for command in ("clean big.jsonl $alone", "explain big.jsonl $alone", "rules show --effective $alone", "rules schema"):
        result = shell(f"$ingest {command} | head -c 9; exit ${{PIPESTATUS[0]}}")
        assert (result.code, result.err) == (0, "")
        assert result.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["clean in $alone", "explain in/a.txt $alone", "rules list $alone"])
def test_a_full_device(here: Path, command: str) -> None:
    result = shell(f"$ingest {command} > /dev/full")  # only ever by the shell: no fault of ours can reach the device
    assert result.code == 2
    assert result.err.splitlines()[-1] == "standard output: No space left on device"
    assert "Exception ignored" not in result.err


def test_a_pipe_as_output(here: Path) -> None:
    os.mkfifo("pipe")
    result = shell("cat pipe & $ingest clean in -o pipe -q $alone; code=$?; wait; test -p pipe && exit $code")
    assert (result.code, [record["id"] for record in result.records]) == (1, ["a", "7"])
    assert result.err == "in/b.jsonl:2: rejected: the line is JSON, but not an object\n"


def test_a_full_disk_leaves_what_was_there(here: Path) -> None:
    Path("big.jsonl").write_text(f'{{"text":"{STORY}"}}\n[]\n' * 100, encoding="utf-8")
    Path("out.jsonl").write_text("old")
    Path("out.jsonl.rejects.jsonl").write_text("old")
    before = sorted(Path().iterdir())
    never = "from ingest import cli, run; run.SAVE_EVERY = 1e9; cli.main()"  # what is saved would stay, for the run to go on
    result = shell(f"ulimit -f 8; {sys.executable} -c '{never}' clean big.jsonl -o out.jsonl $alone")
    assert (result.code, result.out, result.err) == (2, "", "out.jsonl: File too large\n")
    assert (Path("out.jsonl").read_text(), Path("out.jsonl.rejects.jsonl").read_text()) == ("old", "old")
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(("sent", "code", "said"), [(signal.SIGINT, 130, "interrupted\n"), (signal.SIGTERM, 143, "terminated\n")])
def test_no_half_output(here: Path, sent: signal.Signals, code: int, said: str) -> None:
    Path("out.jsonl").write_text("old")
    before = sorted(Path().iterdir())
    command = [sys.executable, "-m", "ingest", "clean", "-", "--format", "jsonl", "-o", "out.jsonl", *ALONE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdin is not None
        process.stdin.write('{"text":"a"}\n' * 9)
        process.stdin.flush()
        for _ in range(300):
            if list(Path().glob(".out.jsonl.partial")):
                break
            time.sleep(0.1)
        assert list(Path().glob(".out.jsonl.partial")), "it never began"
        process.send_signal(sent)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, said)
    assert sorted(Path().iterdir()) == before
    assert Path("out.jsonl").read_text() == "old"


def test_a_narrow_encoding_of_the_terminal(here: Path) -> None:
    result = shell("PYTHONIOENCODING=ascii $ingest explain in/a.txt --line 2 $alone")
    assert (result.code, result.err) == (0, "")
    assert "\\u0627" in result.out


def test_a_fault_of_ours_is_no_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("deep inside")

    monkeypatch.setattr(sys.modules["ingest.work"], "rules_of", fail)
    result = run("clean", "in")
    assert (result.code, result.out) == (2, "")
    assert "IndexError: deep inside" in result.err


@pytest.mark.parametrize(
    ("package", "extra", "options"),
    [("rensa", "dedup", ("--duplicates", "flag")), ("pyarrow", "parquet", ("-o", "out.parquet"))],
)
def test_a_missing_package_is_named_before_any_work(
    package: str, extra: str, options: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    result = run("clean", "in", *options, *ALONE)
    assert (result.code, result.out) == (2, "")
    assert f"pip install 'ingest[{extra}]'" in result.err
    assert sorted(path.name for path in Path().iterdir()) == ["in", "pack.yaml"]


def test_a_pipe_takes_no_table(run: Run) -> None:
    os.mkfifo("pipe.csv")
    result = run("clean", "in", "-o", "pipe.csv", *ALONE)
    assert (result.code, result.err) == (2, "pipe.csv: is a pipe or a device; it takes JSON lines or text, not csv\n")


def test_progress_without_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.progress.LINE_EVERY", 0.0)
    told, last = run("clean", "in/b.jsonl", "-o", "out.jsonl", *ALONE).err.splitlines()[-2:]
    assert re.fullmatch(r"documents 1, rejected 1, read 0\.0 MB \(100%\), [\d,]+ documents/s", told)
    assert last.startswith("documents 1, changed 0,")


# What a person sees


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "150")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_bar_and_table(here: Path, terminal: None) -> None:
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", on_a_terminal("$ingest clean in -o out.jsonl $alone"))
    assert "━" in shown
    for row in (
        "documents +2 ",
        "changed +1 ",
        "to review +0 ",
        "rejected +1 ",
        "characters in +[0-9]",
        "removed: source_attribution.* 1 ",
    ):
        assert re.search(row, shown), row
    assert on_a_terminal("$ingest clean in -q -o out.jsonl $alone") == ""
    mixed = on_a_terminal("$ingest clean in $alone")  # a bar would stand among the records
    assert re.search("rejected +1 ", mixed)
    assert "━" not in mixed


def test_explained_on_a_terminal(here: Path, terminal: None) -> None:
    Path("c.txt").write_text(f"{STORY}\nالمصْدر: رويترز\n\x1b]0;owned\x07 \x00", encoding="utf-8")
    shown = on_a_terminal("$ingest explain c.txt $alone")
    assert f"   1 kept     \u2068{STORY}\u2069\n" in shown
    assert "   2 \x1b[36mmoved    \x1b[0m\u2068المصْدر: رويترز\u2069\n" in shown
    assert "source_attribution · t.source → credits  (pack.yaml:15)" in shown
    assert "matched as \u2068المصدر: رويترز\u2069" in shown
    assert "\u2068␛]0;owned␇ ␀\u2069" in shown
    assert "\x1b" not in on_a_terminal("NO_COLOR=1 $ingest explain c.txt $alone")


# explain


def test_explained_in_a_pipe(run: Run) -> None:
    assert run("explain", "in/a.txt", *ALONE) == (
        0,
        (
            f"1\tkept\t\t\t\t\t\t{STORY}\n"
            "2\tmoved\tsource_attribution\tt.source\tcredits\tpack.yaml:15\tالمصدر: رويترز\tالمصدر: رويترز\n"
        ),
        "",
    )


def test_explained_documents(run: Run) -> None:
    result = run("explain", "in", *ALONE)
    assert (result.code, result.err) == (1, "in/b.jsonl:2: rejected: the line is JSON, but not an object\n")
    assert [line for line in result.out.splitlines() if line.startswith("#")] == ["# a", "# 7"]
    assert run("explain", "in", "--id", "7", *ALONE) == (0, f"1\tkept\t\t\t\t\t\t{STORY}\n", "")


def test_explained_as_json(run: Run) -> None:
    (kept, moved) = run("explain", "in/a.txt", "--json", *ALONE).records
    assert (kept["id"], kept["line"], kept["fate"], kept["rule"]) == ("a", 1, "kept", None)
    assert (moved["rule"], moved["origin"], moved["matched"]) == ("t.source", "pack.yaml:15", "المصدر: رويترز")
    (near,) = run("explain", "in/a.txt", "--line", "1", "--json", *ALONE).records
    assert near["near"] == []


def test_one_line_explained(run: Run) -> None:
    Path("n.txt").write_text(f"{STORY}\n\nاقرأ أيضا من المصدر\nالمصدر: رويترز", encoding="utf-8")
    assert run("explain", "n.txt", "--line", "3", *ALONE).out == (
        "line 3, kept: اقرأ أيضا من المصدر\n"
        "rules that came nearest:\n"
        "  t.related  (pack.yaml:8)\n"
        "    the line has 'اقرا ايضا', but the whole line must be the phrase\n"
        "  t.source  (pack.yaml:15)\n"
        "    the line has 'المصدر', but the line must start with it, then a separator and a short value (name)\n"
    )
    assert run("explain", "n.txt", "--line", "2", *ALONE).out == "line 2 is blank; it goes or stays with the lines beside it\n"
    assert run("explain", "n.txt", "--line", "1", *ALONE).out.endswith("no rule came near\n")
    assert run("explain", "n.txt", "--line", "4", *ALONE).out == (
        "line 4, moved: المصدر: رويترز\n"
        "  label    source_attribution\n"
        "  rule     t.source  (pack.yaml:15)\n"
        "  matched  المصدر: رويترز\n"
        "  moved to credits\n"
    )


# restore


def test_restored(run: Run) -> None:
    inputs = {
        "crlf": "a\r\nالمصدر: رويترز\r\n\r\n",
        "empty": "",
        "cr": "a\rb",
        "sounds": "\u200f\0\u2028ﻻ",
        "a.b": f"{STORY}\nالمصدر: رويترز",
    }
    Path("texts").mkdir()
    for name, text in inputs.items():
        Path(f"texts/{name}.txt").write_bytes(text.encode())
    run("clean", "texts", "-o", "out.jsonl.zst", *ALONE)
    assert run("restore", "out.jsonl.zst", "-o", "new/texts") == (0, "", "")
    assert {path.stem: path.read_bytes().decode() for path in Path("new/texts").iterdir()} == inputs
    run("clean", "in/a.txt", "-o", "one.jsonl", *ALONE)
    assert run("restore", "one.jsonl").out == Path("in/a.txt").read_bytes().decode()


def test_the_seeds_restored(run: Run) -> None:
    run("clean", str(SEEDS), "-o", "out.jsonl", *ALONE)
    assert run("restore", "out.jsonl", "-o", "texts").code == 0
    assert {path.name: path.read_bytes() for path in Path("texts").iterdir()} == {
        path.name: path.read_bytes() for path in SEEDS.iterdir()
    }


def test_a_changed_record_is_not_restored(run: Run) -> None:
    run("clean", "in/a.txt", "-o", "out.jsonl", *ALONE)
    record = Path("out.jsonl").read_text(encoding="utf-8")
    Path("out.jsonl").write_text(record.replace("الوزير", "المدير") + "{}\n" + record, encoding="utf-8")
    code, out, err = run("restore", "out.jsonl")
    assert (code, out) == (1, f"{STORY}\nالمصدر: رويترز\n")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["out.jsonl:1", "out.jsonl:2"]


# rules

BROKEN = """rules:
  - id: t.one
    label: tagz
    why: A label that is not.
    match: {line: [أ]}
    removes: [أ]
    keeps: [ب]
  - id: t.two
    label: tags
    why: A key that is not.
    match: {line: [أ]}
    removs: [أ]
    removes: [أ]
    keeps: [ب]
  - id: t.three
    label: tags
    why: A word that YAML reads as a truth.
    match: {line: [no]}
    removes: [no]
    keeps: [ب]
  - id: t.four
    label: tags
    why: Two shapes.
    match: {line: [أ], contains: [أ]}
    removes: [أ]
    keeps: [ب]
  - id: t.five
    label: tags
    why: No example of what stays.
    match: {line: [أ]}
    removes: [أ]
"""


@pytest.mark.parametrize("command", ["clean in --rules", "rules check", "rules list --rules", "explain in/a.txt --rules"])
def test_five_mistakes_with_their_lines(run: Run, command: str) -> None:
    Path("broken.yaml").write_text(BROKEN, encoding="utf-8")
    code, out, err = run(*command.split(), "broken.yaml", "--no-shipped-rules")
    assert (code, out) == (2, "")
    lines = {line.split(": ")[0] for line in err.splitlines()[:-1]}
    assert {"broken.yaml:3", "broken.yaml:12", "broken.yaml:18", "broken.yaml:24"} <= lines
    assert any("keeps" in line and line.startswith("broken.yaml:2") for line in err.splitlines())
    assert "did you mean 'tags'?" in err
    assert err.splitlines()[-1].startswith("nothing was run; faults in the rules: ")


def test_rules_checked(run: Run) -> None:
    Path("keep").mkdir()
    Path("keep/good.txt").write_text(STORY, encoding="utf-8")
    args = ("rules", "check", "pack.yaml", "--no-shipped-rules", "--keep", "keep")
    assert run(*args) == (0, "", "rules 2, clean texts 1, failures 0\n")
    Path("keep/bad.txt").write_text(f"{STORY}\nالمصدر: رويترز", encoding="utf-8")
    code, out, err = run(*args)
    assert (code, err) == (1, "rules 2, clean texts 2, failures 1\n")
    assert out == "keep/bad.txt: t.source takes clean text: المصدر: رويترز\n"
    Path("pack.yaml").write_text(PACK.replace("keeps: [وتابع", "keeps: [اقرأ أيضا, وتابع"), encoding="utf-8")
    code, out, err = run(*args)
    assert (code, err) == (1, "rules 2, clean texts 2, failures 2\n")
    assert out.startswith("pack.yaml:8: t.related: ")


def test_rules_listed(run: Run) -> None:
    heading, *rows = run("rules", "list", *ALONE).out.splitlines()
    assert heading == "id\tlabel\tlanguage\tsites\tlayer\tfile"
    assert rows[:2] == [
        "t.related\trelated_content\tar\tany\tpack.yaml\tpack.yaml:8",
        "t.source\tsource_attribution\tar,fa\tany\tpack.yaml\tpack.yaml:15",
    ]
    assert [row.split("\t")[4] for row in rows[2:]] == ["built-in"] * len(rows[2:])
    for option, value, expected in (
        ("--label", "source_attribution", ["t.source"]),
        ("--language", "fa", ["t.source"]),
        ("--site", "example.com", []),
        ("--layer", "pack.yaml", ["t.related", "t.source"]),
    ):
        rows = run("rules", "list", option, value, *ALONE).out.splitlines()[1:]
        assert [row.split("\t")[0] for row in rows] == expected, option


def test_a_score_on_a_terminal(here: Path) -> None:
    gold = {"raw": f"{STORY}\nالمصدر: رويترز", "spans": [[0, len(STORY), "tags"]], "id": "x"}
    Path("gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    shown = on_a_terminal("COLUMNS=200 $ingest score gold.jsonl --worst 1 --ablate $alone")
    assert "switching off" in shown
    assert re.search(r" gold.jsonl +1 +0 +1 ", shown)
    assert f"\u2068{STORY}\u2069" in shown
    assert "\t" not in shown


def test_a_rule_shown(run: Run) -> None:
    out = run("rules", "show", "t.source", *ALONE).out
    assert out.startswith("# pack.yaml: pack.yaml:15\n- id: t.source\n")
    assert "  - text: |\n      المصدر: رويترز\n" in out
    assert yaml.safe_load(out)[0]["match"] == {"label": ["المصدر"], "value": "name"}
    assert "# headline.title: title, to title\n" in run("rules", "show", "headline.title", *ALONE).out


def test_all_rules_shown_load_again(run: Run) -> None:
    Path("over.yaml").write_text("disable: [t.related, headline.title]\nwords: {t.also: [أيضن]}\n", encoding="utf-8")
    for layers in (["pack.yaml"], ["pack.yaml", "over.yaml"]):
        options = [part for layer in layers for part in ("--rules", layer)]
        shown = run("rules", "show", "--effective", "--no-shipped-rules", *options).out
        Path("all.yaml").write_text(shown, encoding="utf-8")
        again = run("rules", "show", "--effective", "--no-shipped-rules", "--rules", "all.yaml").out
        assert [line for line in again.splitlines() if line[0] != "#"] == [line for line in shown.splitlines() if line[0] != "#"]
        before, after = load_rules(*layers, shipped=False), load_rules("all.yaml", shipped=False)
        assert [rule.id for rule in after.rules] == [rule.id for rule in before.rules]
        for old, new in zip(before.entries, after.entries, strict=True):
            assert (new.rules[0].find, new.rules[0].languages, new.spec.cases) == (
                old.rules[0].find,
                old.rules[0].languages,
                old.spec.cases,
            )
            assert list(check_examples(new)) == []
    assert "t.unused" not in shown
    assert "disable:\n- headline.title\n" in shown


def test_schema(run: Run) -> None:
    result = run("rules", "schema")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["properties"].keys() == {"language", "sites", "words", "page", "rules", "disable"}
