"""The scan by cues finds what trying every rule on every line finds: rule by rule and offset by offset."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.guards import WordCount
from ingest.matchers import Following, Matcher, Take
from ingest.model import Document, Hit, Rule
from ingest.rulebook import shipped_rules
from ingest.scan import MOST_BEGINNINGS, Claim, Scanner, Stopped, in_scope
from ingest.settle import labelled_lines, settle
from ingest.shapes import Contains, DateLine, EndsWith, Label, Regex, Repeated, Shape, StartsWith, Tokens, WholeLine
from ingest.view import View
from tests.benchmarks.corpora import texts
from tests.margin import read
from tests.test_phrases import ATOMS, LINES, PHRASES, phrases

HERE = Path(__file__).parent
Found = Counter[tuple[str, int, Hit]]


def view_of(text: str) -> View:
    return View(Document(id="x", text=text))


def tried(rules: Iterable[Rule], view: View, passage: int) -> Found:
    """The plain loop: every rule on the whole view."""
    return Counter((rule.id, passage, hit) for rule in rules if rule.passage == passage for hit in rule.find(view))


def claims(scanner: Scanner, view: View, passage: int = 1) -> list[Claim]:
    """What the scan finds; no rule is stopped."""
    findings = list(scanner.scan(view, passage))
    assert [finding.rule.id for finding in findings if isinstance(finding, Stopped)] == []
    return [finding for finding in findings if isinstance(finding, Claim)]


def check(scanner: Scanner, view: View) -> Found:
    """Both passes, the second with the labels of the first; all that was found."""
    first = claims(scanner, view)
    found = Counter((rule.id, 1, hit) for rule, hit in first)
    assert found == tried(scanner.rules, view, 1)
    view = view.knowing(labelled_lines(view, settle(view, first)))
    second = Counter((rule.id, 2, hit) for rule, hit in claims(scanner, view, 2))
    assert second == tried(scanner.rules, view, 2)
    return found + second


def rule(
    shape: Shape, name: str = "t.a", *, take: Take = "line", header: bool = False, words: tuple[int, int] | None = None
) -> Rule:
    matcher = Matcher(shape, take, (WordCount(*words),) if words else ())
    return Rule(name, "other", Following(matcher) if header else matcher, passage=2 if header else 1)


SHAPES = st.one_of(
    st.sampled_from([Repeated(), Regex("[ab]", ""), Regex("e-m", "e-m"), Regex("a{1,2} b", " b")]),
    st.builds(DateLine, st.lists(ATOMS, max_size=2).map(lambda texts: phrases(*texts))),
    st.builds(lambda texts: StartsWith(phrases(*texts), "date"), st.lists(ATOMS, min_size=1, max_size=2)),
    st.builds(lambda texts: Label(phrases(*texts), "date"), st.lists(ATOMS, min_size=1, max_size=2)),
    st.builds(
        lambda shape, texts: shape(phrases(*texts)),
        st.sampled_from([WholeLine, StartsWith, EndsWith, Contains, Label, Tokens]),
        st.lists(ATOMS | ATOMS | PHRASES, min_size=1, max_size=3),
    ),
)
DATES = st.sampled_from(["3 مارس 2025", "منذ ساعتين", "12/01/2025 10:45", "10:45", "أمس"])
DATED = st.tuples(LINES | st.just(""), st.sampled_from([" ", ": ", " - "]), DATES, LINES | st.just("")).map("".join)
TEXTS = st.lists(LINES | LINES | DATED, max_size=5).map("\n".join)
WORDS = st.none() | st.tuples(st.integers(0, 3), st.integers(2, 8))


@given(st.lists(SHAPES, min_size=1, max_size=6), TEXTS, st.sampled_from(["line", "match"]), WORDS)
@settings(max_examples=300, deadline=None)
def test_made_up_rules_on_made_up_texts(shapes: list[Shape], text: str, take: Take, words: tuple[int, int] | None) -> None:
    scanner = Scanner(rule(shape, f"t.{n}", take=take, words=words) for n, shape in enumerate(shapes))
    check(scanner, view_of(text))


@cache
def known_lines() -> list[str]:
    """Every line of every example in the shipped packs."""
    specs = [entry.spec for entry in shipped_rules().entries]
    examples = [text for spec in specs for text in [*spec.removes, *spec.keeps, *(case.text for case in spec.cases)]]
    return sorted({line for example in examples for line in example.split("\n")})


KNOWN = st.deferred(lambda: st.sampled_from(known_lines()))
GLUED = st.builds(
    lambda one, glue, other: one + glue + other, KNOWN, st.sampled_from([" ", "", "    ", ": ", " | ", "، ", "."]), KNOWN
)
PARTS = st.builds(lambda line, start, end: " ".join(line.split()[start:end]), KNOWN, st.integers(0, 4), st.integers(1, 12))
DECORATED = st.builds(lambda mark, line: f"{mark}{line}{mark}", st.sampled_from(["*", "»", " - ", "(", "12 ", "\u200f"]), KNOWN)
PAGES = st.lists(st.one_of(KNOWN, KNOWN, GLUED, PARTS, DECORATED), min_size=1, max_size=4).map("\n".join)


@cache
def shipped() -> Scanner:
    """All shipped rules, of every language and site."""
    return Scanner(shipped_rules().rules)


PARAGRAPHS = (
    "قالت لجنة المياه في البلدة إن أعمال الصيانة في الخزان الكبير بدأت صباح الأربعاء وتستمر أسبوعين على الأقل.",
    "The water board of the town said on Wednesday that repairs to the reservoir would take at least two weeks.",
)


def test_every_shipped_rule_on_its_own_examples() -> None:
    """They stand in every zone, in a text with more prose than short lines; what matters is that both ways find the same."""
    met = 0
    entries = shipped_rules().entries
    for entry in entries:
        spec = entry.spec
        examples = "\n".join([*spec.removes, *spec.keeps, *(case.text for case in spec.cases)])
        prose = "\n".join(PARAGRAPHS * (1 + examples.count("\n")))
        view = view_of(f"{examples}\n{prose}\n{examples}\n{prose}\n{examples}")
        met += bool(check(Scanner(entry.rules), view))
    assert met > 0.97 * len(entries), "the examples meet nearly all rules"


@given(PAGES)
@settings(max_examples=30, deadline=None)
def test_shipped_rules_on_pages_of_what_they_know(text: str) -> None:
    check(shipped(), view_of(text))


FILES = [*sorted((HERE / "keep").glob("*.txt")), *sorted((HERE.parent / "seeds").glob("*.txt"))]
CASES = sorted((HERE / "cases").glob("*.txt"))


@pytest.mark.parametrize("part", range(4))
def test_shipped_rules_on_real_texts(part: int) -> None:
    texts = [path.read_bytes().decode() for path in FILES] + [read(path).text for path in CASES]
    found: Found = Counter()
    for text in texts[part::4]:
        found += check(shipped(), view_of(text))
    assert found.total() > 20, "a comparison of nothing proves nothing"


def test_shipped_rules_on_the_texts_that_speed_is_measured_with() -> None:
    found: Found = Counter()
    for text in islice(texts(1.0), 40):
        found += check(shipped(), view_of(text))
    assert found.total() > 40, "a comparison of nothing proves nothing"


@pytest.mark.parametrize(
    ("languages", "sites", "language", "site", "expected"),
    [
        ((), (), None, None, True),
        ((), (), "ar", "a.com", True),
        (("ar",), (), "ar", None, True),
        (("ar", "fa"), (), "fa", None, True),
        (("ar",), (), "fa", None, False),
        (("ar",), (), None, None, False),
        ((), ("a.com",), None, "a.com", True),
        ((), ("a.com",), "ar", "www.news.a.com", True),
        ((), ("a.com",), None, "b.com", False),
        ((), ("a.com",), None, "xa.com", False),
        ((), ("www.a.com",), None, "a.com", False),
        ((), ("a.com",), None, None, False),
        (("ar",), ("a.com",), "ar", "a.com", True),
        (("ar",), ("a.com",), "fa", "a.com", False),
        (("ar",), ("a.com",), "ar", "b.com", False),
    ],
)
def test_scope(languages: tuple[str, ...], sites: tuple[str, ...], language: str | None, site: str | None, expected: bool) -> None:
    scoped = replace(rule(Repeated()), languages=frozenset(languages), sites=frozenset(sites))
    assert in_scope(scoped, language, site) is expected


def test_a_rule_under_several_cues_finds_a_line_once() -> None:
    scanner = Scanner([rule(Contains(phrases("a", "b")))])
    assert [hit for _, hit in claims(scanner, view_of("a b a"))] == [Hit(0, 5)]


@pytest.mark.parametrize("line", ["xabcdx", "abc bcd", "cd ab bcd abc"])
def test_texts_that_overlap_are_each_found(line: str) -> None:
    scanner = Scanner(rule(Regex(literal, frozenset({literal})), literal, take="match") for literal in ("abc", "bcd", "b"))
    assert {rule.id for rule, _ in claims(scanner, view_of(line))} == {"abc", "bcd", "b"}
    check(scanner, view_of(line))


@pytest.mark.parametrize("line", ["(12) a", "12. a", "*web2: a", "a, web2", "a e-mail", "x a «web2»!", "الويب: web2"])
def test_a_line_is_looked_up_by_its_words_without_marks(line: str) -> None:
    texts = ["12", "web2", "a", "<number> a", "الويب", "e-mail", "mail"]
    kinds = (WholeLine, StartsWith, EndsWith, Contains, Label, Tokens)
    scanner = Scanner(rule(kind(phrases(text)), f"{kind.__name__}.{text}") for kind in kinds for text in texts)
    assert check(scanner, view_of(line))


def test_a_heuristic_sees_the_whole_view_once() -> None:
    seen: list[View] = []

    def find(view: View) -> Iterator[Hit]:
        seen.append(view)
        yield Hit(0, 3)

    view = view_of("one\ntwo")
    scanner = Scanner([Rule("t.whole", "other", find)])
    assert [hit for _, hit in claims(scanner, view)] == [Hit(0, 3)]
    assert seen == [view]


def test_a_header_is_scanned_for_by_its_own_cues() -> None:
    text = "قال الوزير إن الخطة الجديدة لدعم المزارعين في الجنوب تبدأ مطلع العام المقبل.\na\nعنوان لخبر آخر تماما"
    scanner = Scanner([rule(WholeLine(phrases("a")), header=True)])
    ((_, hit),) = claims(scanner, view_of(text), 2)
    assert text[hit.start : hit.end] == "عنوان لخبر آخر تماما"


@pytest.mark.parametrize("header", [False, True])
def test_a_rule_that_runs_out_of_time_is_stopped_on_that_line_only(header: bool) -> None:
    slow = rule(Regex("(?:a|aa){1,60}$", slow=True), "t.slow", header=header)
    other = rule(Repeated(), "t.other", header=header)
    passage = 2 if header else 1
    text = "aaa\n" + "a" * 5000 + "!\n\naaa"
    findings = list(Scanner([slow, other]).scan(view_of(text), passage))
    assert [finding.rule.id for finding in findings if isinstance(finding, Stopped)] == ["t.slow"]
    others = [(finding.rule.id, finding.hit) for finding in findings if isinstance(finding, Claim)]
    end = len(text)
    assert others == ([] if header else [("t.slow", Hit(0, 3)), ("t.slow", Hit(end - 3, end)), ("t.other", Hit(end - 3, end))])


def test_a_rule_that_runs_out_of_time_again_and_again_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def out_of_time(self: Regex, view: View, i: int) -> None:
        tried.append(i)
        raise TimeoutError

    monkeypatch.setattr(Regex, "match", out_of_time)
    scanner = Scanner([rule(Regex("a", slow=True), "t.slow")])
    assert [finding.rule.id for finding in scanner.scan(view_of("a\nb\nc\nd\ne"), 1)] == ["t.slow"]
    assert tried == [0, 1, 2]
    assert len(list(scanner.scan(view_of("a"), 1))) == 1, "the next document"


def test_a_guard_is_asked_only_of_a_line_that_the_shape_may_match() -> None:
    asked: list[int] = []

    class Counting(WordCount):
        def holds(self, view: View, i: int) -> bool:
            asked.append(i)
            return super().holds(view, i)

    claims(Scanner([Rule("t.a", "other", Matcher(WholeLine(phrases("a")), where=(Counting(1, 1),)))]), view_of("b\na\nc"))
    assert set(asked) == {1}


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (r"^ab\Bc now$", "abc now"),
        (r"^. \bfoo$", "x foo"),
        (r"^q(?!r$)", "qrs"),
        (r"^(?=qr.{0,3}t)q", "qrst"),
        (r"(?<=q)rs", "qrs"),
        (r"^(?:a|[qx]) ?r", "qrs"),
        (r"rs$", "qrs"),
    ],
)
def test_no_pattern_is_barred_by_the_beginning_of_a_line_that_it_matches(pattern: str, line: str) -> None:
    scanner = Scanner([rule(Regex(pattern), "t.pattern")])
    assert [claim.rule.id for claim in scanner.scan(View(Document(id="x", text=line)), 1) if isinstance(claim, Claim)] == [
        "t.pattern"
    ]


def test_a_pattern_is_not_tried_on_a_line_that_begins_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(Regex, "match", lambda self, view, i: tried.append(view.folded[i]))
    list(Scanner([rule(Regex("^ab"), "t.pattern")]).scan(View(Document(id="x", text="xyz\nabc")), 1))
    assert tried == ["abc"]


def test_beginnings_are_not_remembered_without_end() -> None:
    scanner = Scanner([rule(Regex("^一二"), "t.pattern")])
    lines = [chr(0x4E00 + n) + chr(0x4E8C) for n in range(3 * MOST_BEGINNINGS)]
    found = [claim for claim in scanner.scan(View(Document(id="x", text="\n".join(lines))), 1) if isinstance(claim, Claim)]
    assert [(claim.hit.start, claim.hit.end) for claim in found] == [(0, 2)]
    assert len(scanner._index._barred) <= MOST_BEGINNINGS
