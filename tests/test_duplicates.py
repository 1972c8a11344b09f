"""Stories that were seen before: the same, nearly the same, and others that only look like it."""

import random
from pathlib import Path

import pytest

from ingest import extras
from ingest.duplicates import Seen, signature
from tests.pages import BODY

STORY = " ".join(BODY)
OTHER = (
    "أعلنت هيئة الأرصاد أن موجة الحر تنحسر نهاية الأسبوع، وأن الأمطار تعود إلى المرتفعات مطلع الشهر المقبل. "
    "ودعت الهيئة المزارعين إلى تأجيل رش المحاصيل يومين على الأقل حتى تستقر الرياح في الوادي."
)


def originals(*texts: str) -> list[str | None]:
    seen = Seen(None)
    return [seen.first(n, n, str(n), signature(text)) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(STORY, id="the same"),
        pytest.param(STORY.replace("أ", "ا").replace("،", " ،"), id="spelled otherwise"),
        pytest.param(STORY + " وينتظر أن تبدأ الأعمال قريبا.", id="with a sentence more"),
        pytest.param(STORY.replace("ليلى مراد", "ليلى المراد"), id="with a word changed"),
    ],
)
def test_copies(copy: str) -> None:
    assert originals(STORY, OTHER, copy) == [None, None, "0"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OTHER, id="another story"),
        pytest.param(" ".join(BODY[:2]) + " " + OTHER, id="half of it"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_copies(other: str) -> None:
    assert originals(STORY, other) == [None, None]


def test_short_texts_must_be_the_same() -> None:
    assert originals("فاز الفريق اليوم", "فاز الفريق أمس", "فاز الفريق اليوم.") == [None, None, "0"]


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    assert originals(STORY, STORY, STORY) == [None, "0", "0"]
    seen = Seen(None)
    for n in range(4):
        seen.first(n, n, str(n), signature(STORY if n != 1 else OTHER))
    assert [*seen.copies()] == [(0, ["2", "3"])]


def test_near_copies_are_found_among_many() -> None:
    words = [f"كلمة{n}" for n in range(3000)]
    stories = [" ".join(random.Random(n).choices(words, k=80)) for n in range(200)]
    copies = [" ".join(story.split()[:-4]) for story in stories]
    assert originals(*stories, *copies) == [None] * 200 + [str(n) for n in range(200)]


def test_what_was_seen_is_on_the_disk_and_can_be_cut_back(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "seen")
    for n, text in enumerate((STORY, OTHER, STORY)):
        seen.first(n, n, str(n), signature(text))
    seen.save()
    seen.close()
    again = Seen(tmp_path / "seen", kept=1)
    assert [*again.copies()] == []
    assert again.first(1, 1, "1", signature(OTHER)) is None
    assert again.first(2, 2, "2", signature(STORY)) == "0"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rensa", None)
    with pytest.raises(extras.MissingExtraError, match=r"pip install 'ingest\[dedup\]'"):
        signature(STORY)
