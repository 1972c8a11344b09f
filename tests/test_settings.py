"""Settings: where they are looked for, which of them counts, and what is said of those that cannot be used."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from ingest import cli, settings
from tests.command import ALONE, STORY, Run

COMMAND: Any = typer.main.get_command(cli.app)


def parameters() -> Iterator[tuple[str, Any]]:
    """The parameters of all verbs, each with its verb."""
    groups = {"": COMMAND, "rules ": COMMAND.commands["rules"]}
    for prefix, group in groups.items():
        for name, verb in group.commands.items():
            yield from ((prefix + name, parameter) for parameter in getattr(verb, "params", ()))


def shown(run: Run, *args: str) -> dict[str, tuple[object, str]]:
    """The settings in force that are no defaults, as `ingest config` gives them: value and source."""
    code, out, err = run(*args, "--json")
    assert (code, err) == (0, ""), err
    return {name: (one["value"], one["source"]) for name, one in json.loads(out).items() if one["source"] != "default"}


def test_every_option_with_a_variable_is_a_setting_and_the_other_way_round() -> None:
    keys = {key for _, parameter in parameters() if (key := settings.key_of(parameter))}
    assert keys == settings.KINDS.keys()
    assert {settings.key_of(parameter) for parameter in COMMAND.commands["clean"].params} - {None} == keys


@pytest.mark.parametrize(
    ("verb", "parameter"),
    [pytest.param(verb, one, id=f"{verb} {one.name}") for verb, one in parameters() if settings.key_of(one)],
)
def test_a_setting_is_called_as_its_flag_and_can_be_taken_back(verb: str, parameter: Any) -> None:
    key = settings.key_of(parameter)
    assert key is not None
    assert parameter.opts == [f"--{key}"] or (verb, parameter.name) == ("rules check", "paths")
    assert bool(parameter.secondary_opts) == (settings.KINDS[key] is bool)


def test_an_option_of_the_same_name_that_is_no_setting_is_left_alone(run: Run) -> None:
    Path("ingest.toml").write_text('language = "xx"\nrules = ["pack.yaml"]\nno-shipped-rules = true\n')
    assert "language: 'xx' is no code" not in run("--version").err
    Path("ingest.toml").write_text('language = "fa"\nrules = ["pack.yaml"]\nno-shipped-rules = true\n')
    assert "t.related" in run("rules", "list").out, "not those for Persian alone"


def test_which_file(run: Run) -> None:
    assert shown(run, "config") == {}
    Path("pyproject.toml").write_text("[tool.other]\nworkers = 2\n")
    assert shown(run, "config") == {}
    Path("pyproject.toml").write_text("[tool.ingest]\nworkers = 3\n")
    assert shown(run, "config") == {"workers": (3, "pyproject.toml")}
    Path("ingest.toml").write_text("\ufeffworkers = 4\n", encoding="utf-8")
    assert shown(run, "config") == {"workers": (4, "ingest.toml")}
    Path("other.toml").write_text("budget = 5\n")
    assert shown(run, "--config", "other.toml", "config") == {"budget": (5.0, "other.toml")}
    assert shown(run, "--config", "/dev/null", "config") == {}


def test_a_file_that_the_environment_names(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.toml").write_text("budget = 5\n")
    monkeypatch.setenv("INGEST_CONFIG", "other.toml")
    assert shown(run, "config") == {"budget": (5.0, "other.toml")}


@pytest.mark.parametrize(
    ("line", "variable", "value", "flags", "found"),
    [
        ("workers = 2", "INGEST_WORKERS", "3", ["--workers", "4"], [2, 3, 4]),
        ("budget = 2", "INGEST_BUDGET", "3.5", ["--budget", "4"], [2.0, 3.5, 4.0]),
        ('text-field = "a"', "INGEST_TEXT_FIELD", "b", ["--text-field", "c"], ["a", "b", "c"]),
        ('duplicates = "drop"', "INGEST_DUPLICATES", "flag", ["--duplicates", "drop"], ["drop", "flag", "drop"]),
        ('language = "ar"', "INGEST_LANGUAGE", "fa", ["--language", "en"], ["ar", "fa", "en"]),
        ("split = true", "INGEST_SPLIT", "false", ["--split"], [True, False, True]),
        ("keep-title = true", "INGEST_KEEP_TITLE", "1", ["--no-keep-title"], [True, True, False]),
        ("no-shipped-rules = true", "INGEST_NO_SHIPPED_RULES", "yes", ["--shipped-rules"], [True, True, False]),
        ('rules = ["a", "b"]', "INGEST_RULES", "c:d", ["--rules", "e"], [["a", "b"], ["c", "d"], ["e"]]),
    ],
)
def test_flags_before_the_environment_before_the_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, variable: str, value: str, flags: list[str], found: list[object]
) -> None:
    key = line.split(" ", maxsplit=1)[0]
    Path("ingest.toml").write_text(line)
    assert shown(run, "config") == {key: (found[0], "ingest.toml")}
    monkeypatch.setenv(variable, value)
    assert shown(run, "config") == {key: (found[1], variable)}
    assert shown(run, "config", *flags) == {key: (found[2], flags[0])}


def test_paths_start_from_the_file(run: Run) -> None:
    Path("deep").mkdir()
    Path("deep/ingest.toml").write_text('rules = ["packs", "/abs/pack.yaml"]\n')
    assert shown(run, "--config", "deep/ingest.toml", "config")["rules"][0] == ["deep/packs", "/abs/pack.yaml"]


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("text_field = 'a'", ["there is no setting 'text_field'; did you mean 'text-field'?"]),
        ("worker = 2", ["there is no setting 'worker'; did you mean 'workers'?"]),
        ("out = 'x'", ["there is no setting 'out'; the settings are rules, no-shipped-rules, language, "]),
        ("[fields]\ntext = 'a'", ["there is no setting 'fields'; did you mean "]),
        ("workers = '4'", ['workers: should be a whole number, not "4"']),
        ("workers = true", ["workers: should be a whole number, not true"]),
        ("workers = 2.0", ["workers: should be a whole number, not 2.0"]),
        ("workers = 0", ["workers: "]),
        ("budget = '5'", ['budget: should be a number, not "5"']),
        ("budget = false", ["budget: should be a number, not false"]),
        ("budget = 0.5", ["budget: "]),
        ("split = 1", ["split: should be true or false, not 1"]),
        ("id-field = 7", ["id-field: should be a text, not 7"]),
        ("id-field = 2025-01-01", ['id-field: should be a text, not "2025-01-01"']),
        ("rules = 'a.yaml'", ['rules: should be a list of texts, not "a.yaml"']),
        ("rules = [1]", ["rules: should be a list of texts, not [1]"]),
        ("duplicates = 'mark'", ["duplicates: "]),
        ("language = 'Arabic'", ["language: 'Arabic' is no code of a language; write ar, fa, en or the like"]),
        ("encoding = 'klingon'", ["encoding: there is no encoding 'klingon'"]),
        ("workers = ", ["not TOML: "]),
        ("workers = 1\nworkers = 2", ["not TOML: "]),
        ("\ud8ff", ["not TOML: "]),
        (
            "split = 1\nworker = 2",
            ["split: should be true or false, not 1", "there is no setting 'worker'; did you mean 'workers'?"],
        ),
    ],
)
def test_what_no_file_may_hold(run: Run, content: str, faults: list[str]) -> None:
    Path("ingest.toml").write_bytes(content.encode("utf-8", "surrogatepass"))
    for verb in ("config", "clean in", "explain in/a.txt", "rules list"):
        code, out, err = run(*verb.split())
        assert (code, out, len(err.splitlines())) == (2, "", len(faults))
        for line, fault in zip(err.splitlines(), faults, strict=True):
            assert line.startswith(f"ingest.toml: {fault}")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.toml", None, "none.toml: No such file or directory"),
        ("in", None, "in: Is a directory"),
        ("pyproject.toml", "[tool.other]", "pyproject.toml: there is no table [tool.ingest] in it"),
        ("pyproject.toml", "tool = 1", "pyproject.toml: there is no table [tool.ingest] in it"),
        ("pyproject.toml", "[tool]\ningest = 1", "pyproject.toml: tool.ingest is no table"),
        ("pyproject.toml", "[tool.ingest]\nworker = 1", "pyproject.toml: there is no setting 'worker'; did you mean 'workers'?"),
    ],
)
def test_files_that_cannot_be_used(run: Run, name: str, content: str | None, message: str) -> None:
    if content is not None:
        Path(name).write_text(content)
    assert run("--config", name, "config") == (2, "", message + "\n")


def test_help_and_version_need_no_file(run: Run) -> None:
    Path("ingest.toml").write_text("broken")
    assert run("--version").code == run("--help").code == 0


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("INGEST_WORKERS", "four", "ingest clean: Invalid value for '--workers': "),
        ("INGEST_LANGUAGE", "Arabic", "ingest clean: Invalid value for '--language': 'Arabic' is no code of a language"),
        ("INGEST_SPLIT", "perhaps", "ingest clean: Invalid value for '--split': "),
        ("INGEST_DUPLICATES", "mark", "ingest clean: Invalid value for '--duplicates': "),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    for verb in (["clean", "in"], ["config"]):
        code, out, err = run(*verb)
        assert (code, out) == (2, "")
        assert err.startswith(message)
        assert err.splitlines()[0].endswith(f"({variable})")
    flag = "--" + variable.removeprefix("INGEST_").lower()
    assert variable not in run("clean", "in", *([flag] if flag == "--split" else [flag, "?"])).err


def test_a_variable_of_no_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INGEST_RULE", "a")
    assert run("config").err == "INGEST_RULE: no setting has this variable; did you mean 'INGEST_RULES'?\n"
    assert run("--version").err == ""


def test_what_config_does_not_take(run: Run) -> None:
    assert run("config", "set") == (2, "", "set: only options of `ingest clean` can be given\n")
    assert run("config", "--worker", "2").err.startswith("ingest clean: No such option: --worker")


def test_the_table(run: Run) -> None:
    Path("ingest.toml").write_text('rules = ["pack.yaml", "in"]\nbudget = 90\n')
    code, out, err = run("config", "--no-split", "--html-field", "page")
    heading, *rows = [tuple(line.split("\t")) for line in out.splitlines()]
    assert (code, err, heading) == (0, "", ("setting", "value", "source"))
    assert {row[0] for row in rows} == settings.KINDS.keys()
    assert {
        ("rules", "pack.yaml, in", "ingest.toml"),
        ("budget", "90", "ingest.toml"),
        ("split", "false", "--no-split"),
        ("html-field", "page", "--html-field"),
        ("text-field", "text", "default"),
        ("workers", "(one a core)", "default"),
        ("language", "", "default"),
    } <= set(rows)


def test_settings_reach_every_verb(run: Run) -> None:
    text = f"{STORY}\nالمصدر: رويترز"
    story = json.dumps({"nr": 5, "body": text, "raw": text, "lang": "ar", "spans": [[len(STORY) + 1, len(text), "tags"]]})
    Path("x.jsonl").write_text(story + "\n")
    Path("ingest.toml").write_text('text-field = "body"\nid-field = "nr"\nrules = ["pack.yaml"]\nno-shipped-rules = true\n')
    (record,) = run("clean", "x.jsonl", "-q").records
    assert (record["id"], record["credits"]) == ("5", ["رويترز"])
    assert "t.source" in run("explain", "x.jsonl", "--id", "5").out
    assert run("explain", "x.jsonl", "--id-field", "raw", "--id", "5").code == 2
    assert "t.source" in run("score", "x.jsonl", "--by", "rule").out
    assert [row.split("\t")[0] for row in run("rules", "list").out.splitlines()[1:3]] == ["t.related", "t.source"]
    assert "- id: t.source" in run("rules", "show", "t.source").out
    Path("empty").mkdir()
    assert run("rules", "check", "--keep", "empty") == (0, "", "rules 2, clean texts none, failures 0\n")


def test_a_variable_that_is_no_setting_is_told_of_by_every_verb(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INGEST_TEXTFIELD", "body")
    told = "INGEST_TEXTFIELD: no setting has this variable; did you mean 'INGEST_TEXT_FIELD'?\n"
    assert run("clean", "in/a.txt", "-q", *ALONE).err == told
    assert run("explain", "in/a.txt", *ALONE).err == told


def test_what_a_file_sets_can_be_taken_back(run: Run) -> None:
    Path("ingest.toml").write_text('duplicates = "flag"\nhtml-field = "page"\nlanguage = "fa"\nencoding = "cp1256"\n')
    settings = json.loads(
        run("config", "--json", "--duplicates", "none", "--html-field", "", "--language", "", "--encoding", "").out
    )
    assert [settings[name]["value"] for name in ("duplicates", "html-field", "language", "encoding")] == ["none", None, None, None]


def test_a_cluster_does_not_mind_how_many_workers_the_settings_have(run: Run) -> None:
    Path("ingest.toml").write_text("workers = 2\n")
    options = ("clean", "in", "-o", "out/", "--engine", "ray", "--address", "127.0.0.1:9", *ALONE)
    assert "--workers" not in run(*options).err
    assert "--workers is for Ray on this machine" in run(*options, "--workers", "2").err


@pytest.mark.parametrize("rules", ["pack.yaml:", ":", ":pack.yaml"])
def test_an_empty_name_of_a_pack(run: Run, monkeypatch: pytest.MonkeyPatch, rules: str) -> None:
    monkeypatch.setenv("INGEST_RULES", rules)
    assert run("rules", "list") == (2, "", "INGEST_RULES: a name in it is empty; the folder you are in is called .\n")
    monkeypatch.delenv("INGEST_RULES")
    Path("ingest.toml").write_text('rules = [""]\n')
    assert run("rules", "list").err == 'ingest.toml: rules: should be a list of texts, not [""]\n'


def test_a_project_file_of_somebody_else_that_cannot_be_read(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.other\n")
    assert run("clean", "in/a.txt", "-q", *ALONE).code == 0
