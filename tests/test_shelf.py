"""What is kept between runs: only what is the user's own, and only as long as nothing it was made of has changed."""

import errno
import os
from pathlib import Path

import pytest

from ingest.shelf import MOST_FILES, VARIABLE, Shelf, shelf_for


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def test_what_was_put_is_there(folder: Path) -> None:
    Shelf(folder, "a").put("x", {"one": (1, 2)})
    assert Shelf(folder, "a").get("x") == {"one": (1, 2)}
    assert Shelf(folder, "a").get("y") is None
    assert Shelf(folder, "b").get("x") is None


def test_nobody_else_may_read_it(folder: Path) -> None:
    Shelf(folder, "a").put("x", 1)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_not_read(folder: Path, mode: int) -> None:
    Shelf(folder, "a").put("x", 1)
    next(folder.iterdir()).chmod(mode)
    assert Shelf(folder, "a").get("x") is None


@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_in_a_folder_that_others_may_write_nothing_is_kept_or_read(folder: Path, mode: int) -> None:
    Shelf(folder, "a").put("x", 1)
    folder.chmod(mode)
    assert Shelf(folder, "a").get("x") is None
    Shelf(folder, "a").put("y", 2)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only the administrator can give a file away")
def test_a_file_of_somebody_else_is_not_read(folder: Path) -> None:
    Shelf(folder, "a").put("x", 1)
    os.chown(next(folder.iterdir()), 1234, -1)
    assert Shelf(folder, "a").get("x") is None


def test_a_broken_file_is_as_none(folder: Path) -> None:
    Shelf(folder, "a").put("x", 1)
    next(folder.iterdir()).write_bytes(b"\x80\x05broken")
    assert Shelf(folder, "a").get("x") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = Shelf(tmp_path / "file" / "kept", "a")
    shelf.put("x", 1)
    assert shelf.get("x") is None


def test_nothing_is_left_of_what_could_not_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    Shelf(folder, "a").put("x", 1)
    assert list(folder.iterdir()) == []


def test_what_cannot_be_kept_is_not(folder: Path) -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    Shelf(folder, "a").put("x", deep)
    assert Shelf(folder, "a").get("x") is None
    assert not folder.exists()


def test_old_files_go(folder: Path) -> None:
    for n in range(MOST_FILES + 5):
        Shelf(folder, str(n)).put("x", n)
        os.utime(folder / f"{n}-x.pickle", (n, n))
    assert Shelf(folder, "0").get("x") is None
    assert Shelf(folder, str(MOST_FILES + 4)).get("x") == MOST_FILES + 4
    assert len(list(folder.iterdir())) == MOST_FILES


def test_a_shelf_is_for_one_content(folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("rules: []")
    shelf = shelf_for([("0", pack)])
    assert shelf is not None
    shelf.put("x", 1)
    assert kept_for("0", pack) == 1
    assert kept_for("1", pack) is None
    pack.write_text("rules: [] # more")
    assert kept_for("0", pack) is None


def kept_for(name: str, pack: Path) -> object:
    shelf = shelf_for([(name, pack)])
    assert shelf is not None
    return shelf.get("x")


def test_nothing_is_kept_where_the_variable_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert shelf_for([]) is None


def test_the_folder_is_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shelf = shelf_for([])
    assert shelf is not None
    shelf.put("x", 1)
    assert [file.parent for file in tmp_path.rglob("*.pickle")] == [tmp_path / "cache" / "ingest"]
