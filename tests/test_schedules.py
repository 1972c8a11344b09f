"""The README's lines for cron, Airflow and Prefect: each is run by what it is for, where that is installed, else by a stand-in."""

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.command import STORY, put_on_the_path
from tests.test_readme import README, blocks

FILES = {block.file: block.text for block in blocks(README) if block.file}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a folder of inputs, the second of which has a fault, and the command on the path."""
    put_on_the_path(tmp_path / "bin", monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path))
    desk = tmp_path / "desk"
    (desk / "incoming").mkdir(parents=True)
    (desk / "incoming" / "a.jsonl").write_text(json.dumps({"id": "7", "text": STORY}) + "\n[]\n", encoding="utf-8")
    monkeypatch.chdir(desk)
    return desk


def ids(folder: Path) -> list[str]:
    """The records in the one output of a folder."""
    (out,) = (path for path in folder.glob("*.jsonl") if "rejects" not in path.name)
    return [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()]


def shell(command: str) -> int:
    return subprocess.run(["sh", "-c", command], check=False).returncode


def test_cron(desk: Path) -> None:
    """As crontab(5) has it: five fields, and the rest goes to sh, where a percent sign was behind a backslash."""
    (line,) = FILES["crontab"].splitlines()
    found = re.fullmatch(r"((?:[\d*/,-]+ ){5})(.*)", line)
    assert found
    assert not re.search(r"(?<!\\)%", found[2]), "cron would take it for a line feed"
    assert shell(found[2].replace(r"\%", "%")) == 1
    assert re.fullmatch(r"clean-\d\d\.jsonl", next(desk.glob("clean-??.jsonl")).name)
    assert ids(desk) == ["7"]
    log = [json.loads(line) for line in Path("ingest.log").read_text(encoding="utf-8").splitlines()]
    assert [one["event"] for one in log] == ["rejected", "summary"]


def loaded(name: str, modules: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the README's, loaded with these beside it."""
    for each, stand_in in modules.items():
        monkeypatch.setitem(sys.modules, each, stand_in)
    module = ModuleType(name.removesuffix(".py"))
    exec(compile(FILES[name], name, "exec"), vars(module))
    return module


def test_airflow_with_a_stand_in(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []

    def bash(function: Callable[[], str]) -> Callable[[], None]:
        return lambda: commands.append(function())

    def dag(**options: Any) -> Callable[[Any], Any]:
        assert options.keys() == {"schedule", "start_date", "catchup", "default_args"}
        assert isinstance(options["start_date"], datetime.datetime)
        return lambda function: function

    sdk = SimpleNamespace(dag=dag, task=SimpleNamespace(bash=bash))
    loaded("airflow_news.py", {"airflow": SimpleNamespace(sdk=sdk), "airflow.sdk": sdk}, monkeypatch)
    (command,) = commands
    assert shell(command.replace("{{ ts_nodash }}", "20250101T000000")) == 0, "a reject is no reason to try again"
    assert ids(desk) == ["7"]
    assert shell(command.replace("incoming/", "none/")) != 0


def test_airflow(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("airflow.sdk", reason="Airflow is not installed", exc_type=ImportError)
    home = desk.parent / "airflow"
    (home / "dags").mkdir(parents=True)
    (home / "dags" / "news.py").write_text(FILES["airflow_news.py"], encoding="utf-8")
    settings = {"AIRFLOW_HOME": str(home), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
    for command in ("db migrate", "dags reserialize", "dags test news"):
        subprocess.run([sys.executable, "-m", "airflow", *command.split()], env=os.environ | settings, check=True, timeout=300)
    assert ids(desk) == ["7"]


def test_prefect_with_a_stand_in(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def task(**options: Any) -> Callable[[Any], Any]:
        assert options == {"retries": 2}
        return lambda function: function

    module = loaded("prefect_news.py", {"prefect": SimpleNamespace(flow=lambda function: function, task=task)}, monkeypatch)
    module.news()
    assert ids(desk) == ["7"]
    with pytest.raises(AssertionError, match="it could not run"):
        module.news(source="none/")


def test_prefect(desk: Path) -> None:
    pytest.importorskip("prefect", reason="Prefect is not installed", exc_type=ImportError)
    Path("script.py").write_text(FILES["prefect_news.py"] + "news()\n", encoding="utf-8")
    settings = {"PREFECT_HOME": str(desk.parent / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    subprocess.run([sys.executable, "script.py"], env=os.environ | settings, check=True, timeout=300)
    assert ids(desk) == ["7"]
