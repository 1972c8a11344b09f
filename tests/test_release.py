"""What is published works without the checkout: both archives are built, looked through, and installed where nothing else is.

Building needs `build` and `hatchling`, which the tests do not ask for; `.ci/run` installs them and runs this file once more.
"""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from ingest.version import __version__
from tests.command import ROOT

SEED = ROOT / "seeds" / "001_32bd812ba03e9276.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


class Archives(NamedTuple):
    """What was built: the sources, and the wheel, which is made of them."""

    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    for package in ("build", "hatchling"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "-q", "--no-isolation", "-o", str(out), str(ROOT)], check=True, timeout=300)
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return Archives(sdist, wheel)


def files(*folders: str) -> set[str]:
    """The files of the checkout in these folders, but for what Python and its tools leave there."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT)) for path in found if "__pycache__" not in path.parts}


def test_the_wheel_holds_all_that_runs(built: Archives) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        (metadata,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith("/METADATA"))
        assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())
    assert names == files("ingest") | {re.sub("^rules/", "ingest/_rules/", name) for name in files("rules")}
    assert "ingest/py.typed" in names
    assert f"\nVersion: {__version__}\n" in metadata
    assert metadata.count("\nRequires-Dist: ") >= len(PROJECT["project"]["dependencies"])


def test_the_sources_hold_all_that_is_tested(built: Archives) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    top = {"CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", ".github/CITATION.cff", ".ci/run"}
    assert files("ingest", "rules", "seeds", "tests") | top <= names


@pytest.mark.parametrize("kind", Archives._fields)
def test_installed_where_nothing_else_is(built: Archives, kind: str, tmp_path: Path) -> None:
    """The packages it needs are fetched, as they are for a user."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "INGEST_", "VIRTUAL_ENV"))}

    def out(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=600)
        return done.stdout

    out(sys.executable, "-m", "venv", "venv")
    python, program = (str(tmp_path / "venv" / "bin" / name) for name in ("python", "ingest"))
    out(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", str(getattr(built, kind)))
    assert out(python, "-m", "pip", "check") == "No broken requirements found.\n"
    home = Path(out(python, "-c", "import ingest; print(ingest.__file__)").strip()).parent
    assert home.is_relative_to(tmp_path)
    assert (home / "py.typed").is_file()
    assert out(program, "--version").splitlines()[0] == f"ingest {__version__}"
    ours = subprocess.run([sys.executable, "-m", "ingest", "clean", "-q", str(SEED)], stdout=subprocess.PIPE, text=True, check=True)
    record = json.loads(out(program, "clean", "-q", str(SEED)))
    assert record["title"]
    assert record == json.loads(ours.stdout)
    assert out(program, "rules", "check") == ""
    assert out(program, "rules", "schema") == (ROOT / "rules" / "schema.json").read_text(encoding="utf-8")


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in PROJECT["project"]
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "ingest/version.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    latest = re.search(r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert latest
    assert latest[1] == __version__


def test_the_citation_says_what_the_project_says() -> None:
    found = yaml.safe_load((ROOT / ".github" / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= found.keys(), "the format asks for these"
    assert not {"version", "date-released", "commit"} & found.keys(), "the version stands in one place, and that is not here"
    assert (found["license"], found["keywords"]) == (PROJECT["project"]["license"], PROJECT["project"]["keywords"])


def test_pythons_named_are_those_that_are_allowed() -> None:
    named = [line.rpartition(" ")[2] for line in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", line)]
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"
