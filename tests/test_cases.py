"""The regression set: whole texts with a margin that says what goes (see `margin.py`), and clean texts of which nothing may."""

from pathlib import Path

import pytest

from ingest import Document, clean
from tests.margin import Case, read

HERE = Path(__file__).parent
CASES = [read(path) for path in sorted((HERE / "cases").glob("*.txt"))]
KEEP = sorted((HERE / "keep").glob("*.txt"))
# What the cleaner is known to miss, each with its reason. A case that comes to pass must leave this list.
_MISSES = {
    "a name, a place or an agency alone on a line is not told from a heading or a standfirst": (
        "ar-authorbox-01 ar-middle-01 ar-syria-01 ar-timestamp-01 fr-newsletter-01 pt-comentarios-01"
    ),
    "a whole line that is a boilerplate phrase goes, even where an essay has it as a section heading": (
        "ar-comment-01 ar-heading-01 ar-heading-02 en-heading-01 fa-matlab-01 fr-heading-01"
    ),
    "a fact sheet whose labels are those of credits": ("ar-bookcard-01 ar-source-01"),
    "in a flattened page what stands between two sure cuts is kept where one of them is missing": "ar-glued-01",
    "without a given title the headline stays where short lines outweigh paragraphs, or where it plays with words": (
        "ar-bulletin-01 ar-live-01 ar-nostop-02 ar-prose-01 ar-proverbs-01 ar-theatre-01 ar-travel-01 de-chronik-01"
    ),
    "the first of two copies of the headline is taken for it, though it has the site's name behind it": ("ar-suffix-01"),
}
KNOWN_MISSES = {name: reason for reason, names in _MISSES.items() for name in names.split()}


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.name in KNOWN_MISSES:
        request.applymarker(pytest.mark.xfail(reason=KNOWN_MISSES[case.name]))
    record = clean(Document(id=case.name, text=case.text, title=case.title, language=case.language, site=case.site))
    assert record.text.split() == case.kept.split(), case.note
    if case.headline:
        assert record.title == case.headline


def test_half_of_the_cases_are_texts_of_which_nothing_goes() -> None:
    untouched = sum(case.text == case.kept or case.text.replace(case.headline, "").split() == case.kept.split() for case in CASES)
    assert untouched >= len(CASES) * 0.45


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in KEEP])
@pytest.mark.parametrize("with_title", [True, False])
def test_clean_text_stays(path: Path, with_title: bool) -> None:
    text = path.read_text(encoding="utf-8")
    title = text.split("\n", 1)[0] if with_title else None
    record = clean(Document(id=path.stem, text=text, title=title))
    assert [removal.text for removal in record.cleaning.removals if removal.label != "title"] == []
