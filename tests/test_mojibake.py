"""Arabic that was decoded by the wrong table: told for certain, and read right; everything else stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Document, clean, repaired, restore
from ingest.mojibake import find

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
LINE = "قال الرئيس في خطابه إن العمل يبدأ غدا"


def as_cp1256(text: str) -> str:
    return text.encode("utf-8").decode("cp1256")


def as_cp1252(text: str) -> str:
    """As a browser decodes it: the five bytes that Windows-1252 lacks are controls."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


def cp1256_as_cp1252(text: str) -> str:
    return text.encode("cp1256", "ignore").decode("cp1252", "ignore")


GARBLED = {
    "UTF-8 read as Windows-1256": as_cp1256,
    "UTF-8 read as Windows-1252": as_cp1252,
    "Windows-1256 read as Windows-1252": cp1256_as_cp1252,
}


@pytest.mark.parametrize("kind", GARBLED)
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SEEDS])
def test_seeds_are_told_and_read_right(path: Path, kind: str) -> None:
    text = path.read_text(encoding="utf-8").encode("cp1256", "ignore").decode("cp1256")
    garbled = Document(id="x", text=GARBLED[kind](text))
    found = find(garbled.text)
    assert found is not None
    assert found.kind.name == kind
    assert repaired(garbled).text == text


WORDS = st.sampled_from("في على من الذي الوزير العاصمة قال أعلن خطة جديدة ثلاثة، «نعم» (غدا) 2025 news".split())


@given(st.lists(WORDS, min_size=5, max_size=40), st.sampled_from(sorted(GARBLED)))
def test_any_line_comes_back(words: list[str], kind: str) -> None:
    text = f"{LINE}\n{LINE} {' '.join(words)}"
    assert repaired(Document(id="x", text=GARBLED[kind](text))).text == text


CLEAN = {
    "Arabic": LINE,
    "Arabic with many a ta": "طاطا الطفل طبطب على طبق الطعام وظل ينظر إلى ظله",
    "Persian": "رئیس جمهور گفت که این طرح از فردا آغاز می‌شود",
    "Urdu": "وزیر اعظم نے کہا ہے کہ یہ منصوبہ کل سے شروع ہوگا",
    "French": "Le préfet a déclaré à l'été dernier que l'île était sûre, à côté du château où les élèves déjeunèrent",
    "Portuguese": "A situação não é fácil: são três ações em discussão, à espera de aprovação",
    "Icelandic": "Það er ekki ætlunin að þetta verði rætt á þingi áður en fundað hefur verið",
    "Turkish": "Cumhurbaşkanı açıkladı: öğrenciler için yeni yönetmelik çıktı",
    "a word quoted in prose": "تظهر الكلمة هكذا ÇáÑÆíÓ أو هكذا ط§ظ„ط±ط¦ظٹط³ على شاشات قديمة لا تعرف الترميز الصحيح",
    "accents alone": "ÀÈÉÊ",
    "ASCII": "plain text",
    "nothing": "",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_what_is_not_garbled(text: str) -> None:
    document = Document(id="x", text=text)
    assert find(text) is None
    assert repaired(document) is document


@given(st.text(max_size=80))
def test_nothing_raises(text: str) -> None:
    find(text)
    repaired(Document(id="x", text=text))


def test_without_the_option_there_is_a_warning_and_the_text_stays() -> None:
    garbled = as_cp1256(f"{LINE}.\nnews")
    record = clean(Document(id="x", text=garbled))
    assert record.text == garbled
    assert record.cleaning.warnings == ("1 line looks like UTF-8 read as Windows-1256; --repair-encoding reads it right",)


def test_a_repaired_document_is_cleaned_and_restored_as_repaired() -> None:
    text = f"![]()\n{LINE}."
    record = clean(repaired(Document(id="x", text=as_cp1256(text), title=as_cp1256("الرئيس يعلن خطة العمل"))))
    assert (record.text, record.title) == (f"{LINE}.", "الرئيس يعلن خطة العمل")
    assert record.cleaning.rendered
    assert restore(record) == text
