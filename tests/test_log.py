"""What is said on standard error with `--log-json`: an object a line, whatever happens, and nothing else."""

import json
import logging
import re
import sys
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ingest import log
from tests.command import ALONE, STORY, Run, on_a_terminal, shell

GARBLED = "ط§ظ„ط±ط¦ظٹط³ " * 6


def told(err: str) -> list[dict[str, Any]]:
    """The objects on standard error. That each line is one, with what all have, is checked here for every test."""
    found = [json.loads(line) for line in err.splitlines()]
    for one in found:
        assert list(one)[:4] == ["time", "level", "event", "message"]
        assert datetime.now(UTC) - timedelta(hours=1) < datetime.fromisoformat(one["time"]) <= datetime.now(UTC)
        assert one["time"].endswith("+00:00")
        assert one["level"] in ("info", "warning", "error")
        assert "\x1b" not in one["message"]
    return found


def without(found: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name not in ("time", "message", *names)}


REJECTED = {
    "level": "warning",
    "event": "rejected",
    "file": "in/b.jsonl",
    "line": 2,
    "reason": "the line is JSON, but not an object",
}
COUNTS = {"documents": 2, "changed": 1, "review": 0, "duplicates": 0, "rejected": 1, "labels": {"source_attribution": 1}}


@pytest.mark.parametrize("options", [(), ("-o", "out.jsonl"), ("--rejects", "r.jsonl")])
def test_rejects_and_the_summary(run: Run, options: tuple[str, ...]) -> None:
    code, _, err = run("clean", "in", "--log-json", *options, *ALONE)
    rejected, summary = told(err)
    assert (code, without(rejected)) == (1, REJECTED)
    assert rejected["message"] == "in/b.jsonl:2: rejected: the line is JSON, but not an object"
    assert without(summary, "chars_in", "chars_out", "seconds") == {"level": "info", "event": "summary", **COUNTS}
    assert summary["message"].startswith("documents 2, changed 1, ")


def test_the_outputs_are_the_same(run: Run) -> None:
    plain = run("clean", "in", "-q", *ALONE).out
    assert run("clean", "in", "--log-json", *ALONE).out == plain
    run("clean", "in", "--log-json", "-o", "out.jsonl", *ALONE)
    assert Path("out.jsonl").read_text(encoding="utf-8") == plain
    assert len(Path("out.jsonl.rejects.jsonl").read_text().splitlines()) == 1


def test_quiet(run: Run) -> None:
    (rejected,) = told(run("clean", "in", "-q", "--log-json", *ALONE).err)
    assert rejected["event"] == "rejected"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_warnings(run: Run, workers: str) -> None:
    lines = [json.dumps({"id": n, "text": GARBLED if n == 70 else STORY}) for n in range(100)]
    Path("many.jsonl").write_text("\n".join(lines))
    (warning,) = told(run("clean", "many.jsonl", "-q", "-o", "out.jsonl", "--workers", workers, "--log-json", *ALONE).err)
    assert without(warning) == {"level": "warning", "event": "warning", "id": "70", "status": "unchanged"}
    assert "--repair-encoding" in warning["message"]


def test_progress(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.progress.LINE_EVERY", 0.0)
    found = [
        one for one in told(run("clean", "in/b.jsonl", "-o", "o.jsonl", "--log-json", *ALONE).err) if one["event"] == "progress"
    ]
    size = Path("in/b.jsonl").stat().st_size
    assert without(found[-1], "documents_per_second") == {
        "level": "info", "event": "progress", "documents": 1, "rejected": 1, "bytes_read": size, "bytes_total": size,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("clean in --nonsense", "ingest clean: No such option: --nonsense"),
        ("clean", "ingest clean: Missing argument 'INPUT'"),
        ("clean in --workers four", "ingest clean: Invalid value for '--workers'"),
        ("clean none.txt", "none.txt: no such file or folder"),
        ("clean in --rules broken.yaml", "broken.yaml:1: "),
        ("--config none.toml clean in", "none.toml: No such file or directory"),
    ],
)
def test_what_cannot_run(run: Run, arguments: str, message: str) -> None:
    Path("broken.yaml").write_text("rules: [{id: A}]\n")
    code, out, err = run(*arguments.split(), "--log-json")
    (error,) = told(err)
    assert (code, out, without(error)) == (2, "", {"level": "error", "event": "error"})
    assert error["message"].startswith(message)


@pytest.mark.parametrize("where", ["environment", "file"])
def test_asked_for_by_a_setting(run: Run, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if where == "file":
        Path("ingest.toml").write_text("log-json = true\n")
    else:
        monkeypatch.setenv("INGEST_LOG_JSON", "1")
    assert [one["event"] for one in told(run("clean", "in", *ALONE).err)] == ["rejected", "summary"]
    assert [one["event"] for one in told(run("clean", "in", "--workers", "x").err)] == ["error"]
    assert run("clean", "in", "-q", "--no-log-json", *ALONE).err == "in/b.jsonl:2: rejected: the line is JSON, but not an object\n"


def test_a_fault_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("deep inside")

    monkeypatch.setattr(sys.modules["ingest.work"], "rules_of", fail)
    (fault,) = told(run("clean", "in", "--log-json").err)
    assert without(fault) == {"level": "error", "event": "fault"}
    assert fault["message"].startswith("Traceback")
    assert fault["message"].endswith("IndexError: deep inside")


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Iterator[None]:
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.run.outcomes", fail)
    code, _, err = run("clean", "in", "-o", "out.jsonl", "--log-json", *ALONE)
    (last,) = told(err)
    assert (code, without(last)) == (130, {"level": "error", "event": "interrupted", "can_resume": False})


def test_no_bar_and_no_table_on_a_terminal(here: Path) -> None:
    shown = on_a_terminal("$ingest clean in -o out.jsonl --log-json $alone")
    assert [one["event"] for one in told(shown)] == ["rejected", "summary"]


def test_utf_8_whatever_the_encoding_of_the_terminal(here: Path) -> None:
    Path("خبر.jsonl").write_text("[]\n")
    result = shell("PYTHONIOENCODING=ascii $ingest clean خبر.jsonl -q --log-json $alone")
    (rejected,) = told(result.err)
    assert rejected["file"] == "خبر.jsonl"
    assert "خبر" in result.err


def test_what_other_libraries_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert log.begun(lambda: "work", as_json=True) == "work"
    logging.getLogger("other.library").warning("%d lines\nlost", 3)
    logging.getLogger("other.library").info("all is well")
    try:
        _ = 1 // 0
    except ZeroDivisionError:
        logging.getLogger("other.library").exception("no")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("it is old", DeprecationWarning, stacklevel=1)
    lost, failed, old = told(capsys.readouterr().err)
    log.to_stderr(as_json=False)
    assert (lost["message"], without(lost)) == ("3 lines\nlost", {"level": "warning", "event": "log", "logger": "other.library"})
    assert failed["traceback"].endswith("ZeroDivisionError: integer division or modulo by zero")
    assert (old["logger"], "DeprecationWarning: it is old" in old["message"]) == ("py.warnings", True)
    logging.getLogger("other.library").warning("plain")
    assert capsys.readouterr().err == "plain\n"


def test_the_readme_names_every_event() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(log.__file__).parent.rglob("*.py"))
    said = set(re.findall(r'log\.say\(\s*"(\w+)"', source)) - {"checked"}  # which a verb without --log-json says
    readme = (Path(log.__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    events = readme.split("\nEvents are ")[1].split("\n\n")[0]
    fields = re.compile(r" \([^)]*\)")
    assert set(re.findall("`([a-z]+)`", fields.sub("", events))) == said | {"log"}
