"""For all tests: properties try the same examples on every machine, and the command runs in a folder with some inputs.

`HYPOTHESIS_PROFILE=explore` looks for new examples.
"""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ingest import cli, log
from ingest.shelf import VARIABLE
from tests.command import PACK, STORY, Result, Run
from tests.nodes import two_nodes

# What is kept between runs is kept for the tests alone.
_ROOM = tempfile.TemporaryDirectory(prefix="ingest-tests-")
os.environ[VARIABLE] = _ROOM.name
settings.register_profile("repeatable", derandomize=True, database=None)
settings.register_profile("explore", max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack and some inputs, to run in."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("INGEST_") and name != VARIABLE]:
        monkeypatch.delenv(name)
    Path("pack.yaml").write_text(PACK, encoding="utf-8")
    Path("in").mkdir()
    Path("in/a.txt").write_text(f"{STORY}\nالمصدر: رويترز\n", encoding="utf-8", newline="")
    Path("in/b.jsonl").write_text(f'{{"text": "{STORY}", "id": 7, "url": "https://www.example.com/7"}}\n[1]\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Iterator[Run]:
    """The command in this process."""
    before = signal.getsignal(signal.SIGTERM)

    def run(*args: str) -> Result:
        with pytest.raises(SystemExit) as end:
            cli.main(args)
        out, err = capsysbinary.readouterr()
        return Result(end.value.code, out.decode("utf-8"), err.decode("utf-8"))  # type: ignore[arg-type]

    yield run
    log.to_stderr(as_json=False)
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session")
def ray_address() -> Iterator[str]:
    """The address of a cluster of two nodes. Tests that ask for it are skipped where Ray is not installed."""
    pytest.importorskip("ray", reason="it needs `pip install 'ingest[ray]'`")
    with two_nodes() as address:
        yield address
