"""The shapes of YAML rules: what each matches, what it leaves, and which part of the line is its value."""

import pytest

from ingest.model import Document
from ingest.phrasebook import Phrases
from ingest.phrases import Lexicon, parse
from ingest.script import fold
from ingest.shapes import (
    LONGEST_LABEL,
    Contains,
    DateLine,
    EndsWith,
    Label,
    Regex,
    Repeated,
    Shape,
    StartsWith,
    Tokens,
    WholeLine,
)
from ingest.view import View


def phrases(*texts: str) -> Phrases:
    return Phrases(tuple(parse(text, Lexicon()) for text in texts))


def found(shape: Shape, line: str) -> str | None:
    """The part of the folded line that the shape matches."""
    view = View(Document(id="x", text=line))
    match = shape.match(view, 0)
    return None if match is None else view.folded[0][match.start : match.end]


def value(shape: Shape, line: str) -> str | None:
    """The value, as it stands in the line itself."""
    view = View(Document(id="x", text=line))
    match = shape.match(view, 0)
    assert match is not None
    return None if match.value is None else line[slice(*view.place(0, *match.value))]


LINE = WholeLine(phrases("اقرأ أيضا", "follow us"))


@pytest.mark.parametrize("line", ["إقرأ أيضاً", "» اقرأ أيضًا: ", "[Follow us!]", "▶ FOLLOW  US …", "*** اقرأ ايضا ***"])
def test_line_matches_all_of_it(line: str) -> None:
    assert found(LINE, line) == fold(line)


@pytest.mark.parametrize("line", ["اقرأ", "اقرأ أيضا هذا", "لا تقرأ أيضا", "follow us on", "***", "follow usa", "© follow us"])
def test_line_does_not_match(line: str) -> None:
    assert found(LINE, line) is None


STARTS = StartsWith(phrases("تاريخ النشر", "share"))


@pytest.mark.parametrize(
    ("line", "match", "rest"),
    [
        ("تاريخ النشر: أمس", "تاريخ النشر", "أمس"),
        ("(تاريخ النشر) أمس!", "تاريخ النشر", "أمس"),
        ("Share", "share", None),
        ("» Share: …", "share", None),
        ("share this now", "share ", "this now"),
    ],
)
def test_starts_with(line: str, match: str, rest: str | None) -> None:
    assert found(STARTS, line) == match
    assert value(STARTS, line) == rest


@pytest.mark.parametrize("line", ["هذا تاريخ النشر", "shared", "© share", "تاريخ"])
def test_starts_with_does_not_match(line: str) -> None:
    assert found(STARTS, line) is None


WORDS = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("then", "rest", "matches"),
    [
        ("date", "1st, December 2025 GMT", True),
        ("date", "الثلاثاء ٢ ديسمبر ٢٠٢٥", True),
        ("date", "الأول للكتاب يعود إلى عام 1990.", False),
        ("date", "soon", False),
        ("date", "", False),
        ("name", "محمد علي", True),
        ("name", "محمد 4", False),
        ("name", "one two three four five", True),
        ("name", "one two three four five six", False),
        ("value", "one two three four five six seven eight", True),
        ("value", "one two three four five six seven eight nine", False),
        ("value", "one two three.", True),
        ("value", "one two three four.", False),  # a sentence
        ("value", "one two three four?", True),
        ("headline", "one", False),
        ("headline", "one two", True),
        ("headline", "one two.", False),
        ("headline", "one two?", True),
        ("headline", " ".join(["one"] * 25), True),
        ("headline", " ".join(["one"] * 26), False),
        ("anything", "", True),
        ("anything", " ".join(["one"] * 200) + ".", True),
    ],
)
def test_then(then: str, rest: str, matches: bool) -> None:
    shape = StartsWith(phrases("by"), then)  # type: ignore[arg-type]
    assert (found(shape, f"By: {rest}") is not None) is matches
    if matches and rest:
        assert value(shape, f"By: {rest}") == rest.rstrip(".?")


LABEL = Label(phrases("المصدر", "source"))


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("المصدر: رويترز", "رويترز"),
        ("(المصدر: «رويترز»)", "رويترز"),
        ("المصدر | رويترز - القاهرة", "رويترز - القاهرة"),
        ("المصدر: الشَّرق الأوسط.", "الشَّرق الأوسط"),
        ("Source: source", "source"),
        ("SOURCE - AFP", "AFP"),
        ("source: a: b", "a: b"),
    ],
)
def test_label(line: str, inside: str) -> None:
    assert found(LABEL, line) == fold(line)
    assert value(LABEL, line) == inside


@pytest.mark.parametrize(
    "line",
    [
        "المصدر رويترز",
        "المصدر:",
        "المصدر: ***",
        "وقال المصدر: لا",
        "source-based reporting",
        "المصدر: لن نتراجع أبدا عن هذا.",
        f"source: {WORDS} thirteen",
        "source: " + "x" * LONGEST_LABEL,
    ],
)
def test_label_does_not_match(line: str) -> None:
    assert found(LABEL, line) is None


@pytest.mark.parametrize(
    ("kind", "text", "matches"),
    [
        ("any", WORDS, True),
        ("any", "12", True),
        ("name", "Jane Doe", True),
        ("name", "Jane 2", False),
        ("date", "2025-12-01", True),
        ("date", "Jane Doe", False),
        ("list", "مصر، السودان، مياه النيل", True),
        ("list", "one two three four five six", True),
        ("list", "one two three four five six seven", False),  # no tag has so many words
        ("list", "a, one two three four five six seven", False),
        ("list", ", ".join(["word"] * 40), True),
        ("list", ", ".join(["word"] * 41), False),
        ("headline", "one", False),
        ("headline", "الذهب يرتفع في الأسواق", True),
    ],
)
def test_the_kinds_of_a_labels_value(kind: str, text: str, matches: bool) -> None:
    shape = Label(phrases("label"), kind)  # type: ignore[arg-type]
    assert (found(shape, f"label: {text}") is not None) is matches


ENDS = EndsWith(phrases("(رويترز|أ ف ب)", "<number> views"))


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("قال نعم (رويترز)", "رويترز"),
        ("قال نعم - أ ف ب.", "ا ف ب"),
        ("رويترز", "رويترز"),
        ("seen 12k views", "12k views"),
        ("x " * LONGEST_LABEL + "رويترز", "رويترز"),
    ],
)
def test_ends_with(line: str, match: str) -> None:
    assert found(ENDS, line) == match


@pytest.mark.parametrize("line", ["رويترز قالت", "برويترز", "قال نعم", "many views"])
def test_ends_with_does_not_match(line: str) -> None:
    assert found(ENDS, line) is None


CONTAINS = Contains(phrases("اضغط هنا", "click here"))


def test_contains() -> None:
    line = "للمزيد اضغط هنا أو click  HERE."
    view = View(Document(id="x", text=line))
    assert [line[slice(*view.place(0, *match[:2]))] for match in CONTAINS.matches(view, 0)] == ["اضغط هنا", "click  HERE"]
    assert found(CONTAINS, line) == "اضغط هنا"


@pytest.mark.parametrize("line", ["اضغط هناك", "واضغط هنا", "clickhere", "click", "click or here"])
def test_contains_whole_words_only(line: str) -> None:
    assert found(CONTAINS, line) is None


TOKENS = Tokens(phrases("فيسبوك", "تويتر", "واتس اب", "(share|tweet|)"))


@pytest.mark.parametrize(
    "line",
    ["فيسبوك تويتر", "فيسبوك | تويتر", "فيسبوك 12 تويتر 3", "• Share • Tweet", "واتس اب", "Share, فيسبوك!", "(12) share tweet"],
)
def test_tokens(line: str) -> None:
    assert found(TOKENS, line) == fold(line)


@pytest.mark.parametrize("line", ["فيسبوك", "فيسبوك 12", "فيسبوك قال", "12 13", "فيسبوكتويتر", "share " * 100, "***"])
def test_tokens_do_not_match(line: str) -> None:
    assert found(TOKENS, line) is None


def test_the_least_number_of_tokens() -> None:
    assert found(Tokens(phrases("a"), least=1), "a 3") == "a 3"
    assert found(Tokens(phrases("a"), least=3), "a a") is None
    assert found(Tokens(phrases("a"), least=3), "a a a") == "a a a"


DATE = DateLine(phrases("العدد (الورقي|)", "الطبعة الأولى"))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1 ديسمبر 2025", "1 ديسمبر 2025"),
        ("العدد: ٢ ديسمبر ٢٠٢٥", "٢ ديسمبر ٢٠٢٥"),
        ("(العدد الورقي | 2025-12-02 | الطبعة الأولى)", "2025-12-02"),
        ("2025-12-02 العدد", "2025-12-02"),
    ],
)
def test_date_line(line: str, day: str) -> None:
    assert found(DATE, line) == fold(line)
    assert value(DATE, line) == day


@pytest.mark.parametrize(
    "line", ["العدد", "العدد للجميع", "في 1 ديسمبر 2025 وقع الزلزال", "العدد 2025-12-02 نعم", "2025-12-02 " + "العدد " * 80]
)
def test_no_date_line(line: str) -> None:
    assert found(DATE, line) is None


def test_a_date_without_words_around_it() -> None:
    alone = DateLine(Phrases(()))
    assert found(alone, "1 ديسمبر 2025") == "1 ديسمبر 2025"
    assert found(alone, "العدد: 1 ديسمبر 2025") is None


def test_regex_is_searched_for_in_the_folded_line() -> None:
    shape = Regex(r"pic\.x\.com/[a-z]{1,9}", frozenset({"pic.x.com/"}))
    line = "أنظر PIC.x.com/Abc و pic.x.com/d"
    view = View(Document(id="x", text=line))
    assert [line[slice(*view.place(0, *match[:2]))] for match in shape.matches(view, 0)] == ["PIC.x.com/Abc", "pic.x.com/d"]
    assert found(shape, line) == "pic.x.com/abc"
    assert found(shape, "pic x com") is None


def test_a_regex_that_matches_nothing_has_not_matched() -> None:
    assert found(Regex("a{0,3}"), "bcd") is None
    assert found(Regex("a{0,3}"), "bad") == "a"


def test_a_slow_regex_is_stopped() -> None:
    view = View(Document(id="x", text="a" * 5000 + "!"))
    with pytest.raises(TimeoutError):
        Regex("(?:a|aa){1,60}$", slow=True).match(view, 0)


def test_repeated() -> None:
    view = View(Document(id="x", text="اقرأ أيضا\none\n***\n(إقرأ أيضاً:)\ntwo\n***\none"))
    assert [i for i in view.rows if Repeated().match(view, i)] == [3, 6]


@pytest.mark.parametrize(
    ("shape", "first", "last", "inside"),
    [
        (LINE, {"اقرا", "follow"}, {"ايضا", "us"}, {"اقرا ايضا", "follow us"}),
        (STARTS, {"تاريخ", "share"}, None, {"تاريخ النشر", "share"}),
        (LABEL, {"المصدر", "source"}, None, {"المصدر", "source"}),
        (ENDS, None, {"رويترز", "ب", "views"}, {"رويترز", "ا ف ب", "views"}),
        (CONTAINS, None, None, {"اضغط هنا", "click here"}),
        (Contains(phrases("<number> views")), None, None, {"views"}),
        (Contains(phrases("<any.1> views")), None, None, {"views"}),
        (Contains(phrases("<any.3>")), None, None, None),
        (Contains(phrases("up (for|) news", "(to|in) (a|b)")), None, None, {"news", "to", "in"}),
        (Tokens(phrases("a", "b")), {"a", "b", "0"}, {"a", "b", "0"}, None),
        (TOKENS, None, None, None),  # one of its phrases may be nothing
        (DATE, None, None, None),
        (Regex("ab", frozenset({"ab"})), None, None, {"ab"}),
        (Regex("[ab]"), None, None, None),
        (Repeated(), None, None, None),
    ],
    ids=lambda case: type(case).__name__ if hasattr(case, "cues") else "",
)
def test_cues(shape: Shape, first: set[str] | None, last: set[str] | None, inside: set[str] | None) -> None:
    assert shape.cues[:3] == (first, last, inside)


@pytest.mark.parametrize("shape", [LINE, LABEL, TOKENS, DATE, Regex("^a{1,9}$", longest=9)], ids=lambda shape: type(shape).__name__)
def test_longer_lines_than_the_cue_says_never_match(shape: Shape) -> None:
    longest = shape.cues.longest
    assert longest
    for text in ("اقرأ أيضا", "المصدر: رويترز", "فيسبوك تويتر", "3 مارس 2025", "aaaaaaaaaa"):
        line = text + " " * 3 + "." * longest
        assert shape.match(View(Document(id="x", text=line)), 0) is None


@pytest.mark.parametrize(
    ("shape", "demand"),
    [
        (STARTS, "the line must start with it"),
        (StartsWith(phrases("a"), "date"), "the line must start with it and go on with a date"),
        (LABEL, "the line must start with it, then a separator and a short value (any)"),
        (TOKENS, "every word must be one of the listed, 2 or more"),
    ],
)
def test_a_shape_says_what_it_demands(shape: Shape, demand: str) -> None:
    assert shape.demand == demand
