"""The rules in force, and that those kept between runs are the same."""

from pathlib import Path

import pytest
import regex

from ingest import Document, clean, packs
from ingest.rulebook import load_rules
from ingest.shelf import VARIABLE
from tests.margin import read

PACK = """
disable: [captions.above]
rules:
  - id: desk.tests.mark
    label: other
    why: A test.
    match: {line: [نهاية الصفحة]}
    removes: [نهاية الصفحة]
    keeps: [نهاية الصفحة الأولى من الكتاب]
"""
CASES = [read(path) for path in sorted((Path(__file__).parent / "cases").glob("*-01.txt"))]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    path = tmp_path / "pack.yaml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_kept_rules_clean_as_those_just_read(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(id=case.name, text=case.text, title=case.title, language=case.language) for case in CASES]
    fresh = load_rules(pack)
    records = [clean(document, fresh) for document in documents]
    monkeypatch.setattr(packs, "load", None)  # whoever reads the packs or compiles their patterns again fails
    monkeypatch.setattr(regex, "compile", None)
    kept = load_rules(pack)
    assert kept.digest == fresh.digest
    assert kept.heuristics == fresh.heuristics
    assert [clean(document, kept) for document in documents] == records


def test_a_pack_that_has_changed_is_read_again(pack: Path) -> None:
    text = Document(id="x", text="أعلن الوزير خطة جديدة لدعم المزارعين في الجنوب.\nنهاية الصفحة", language="ar")
    assert clean(text, load_rules(pack)).text == "أعلن الوزير خطة جديدة لدعم المزارعين في الجنوب."
    pack.write_text(PACK.replace("نهاية", "بداية"), encoding="utf-8")
    assert clean(text, load_rules(pack)).text == text.text


def test_a_faulty_pack_is_told_every_time(pack: Path) -> None:
    pack.write_text(PACK.replace("line:", "lines:"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(packs.RuleError, match="lines"):
            load_rules(pack)


def test_a_site_with_rules_of_its_own_gets_them_from_kept_packs_too(pack: Path) -> None:
    pack.write_text(PACK.replace("why: A test.", "why: A test.\n    sites: [desk.example]"), encoding="utf-8")
    text = "أعلن الوزير خطة جديدة لدعم المزارعين في الجنوب.\nنهاية الصفحة"
    for _ in range(2):
        rules = load_rules(pack)
        assert clean(Document(id="x", text=text, site="desk.example", language="ar"), rules).text != text
        assert clean(Document(id="x", text=text, site="other.example", language="ar"), rules).text == text
