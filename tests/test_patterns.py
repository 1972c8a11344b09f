"""Checks on regular expressions: what is refused, what is watched, and the text that every match holds."""

import pytest
import regex
from hypothesis import find, given, settings
from hypothesis import strategies as st

from ingest.patterns import find_fault, is_slow, longest_line, required_literals


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("a+", "the repeat '+' has no upper bound; write {1,50} or the like"),
        ("a*", "the repeat '*' has no upper bound"),
        (".*?", "the repeat '*?' has no upper bound"),
        ("a++", "the repeat '++' has no upper bound"),
        ("(ab){2,}", "the repeat '{2,}' has no upper bound"),
        ("a{,}", "the repeat '{,}' has no upper bound"),
        ("[ab]{3,}?", "the repeat '{3,}?' has no upper bound"),
        ("[أ-ي]", "the range 'أ-ي' changes under folding; list the letters, or use \\p{Arabic}"),
        ("[ء-ي]", "the range 'ء-ي' changes under folding"),
        ("x[^abا-ي0-9]", "the range 'ا-ي' changes under folding"),
        (r"[\u0621-\u064a]", r"the range '\\u0621-\\u064a' changes under folding"),
        ("^أهلا", "'أ' never stands in a folded line; write 'ا'"),
        ("مدرسة", "'ة' never stands in a folded line; write 'ه'"),
        ("[بة]", "'ة' never stands in a folded line; write 'ه'"),
        ("٣", "'٣' never stands in a folded line; write '3'"),
        ("“", "'“' never stands in a folded line; write '\"'"),
        ("é", "'é' never stands in a folded line; write 'e'"),
        ("شدّ", "'\u0651' never stands in a folded line; write ''"),
        ("Photo", "'P' never stands in a folded line; write 'p'"),
        ("[A-Z]", "'A' never stands in a folded line; write 'a'"),
        ("(a", "not a pattern: "),
        ("[a", "not a pattern: "),
        ("a{3,1}", "not a pattern: "),
    ],
)
def test_faults(pattern: str, fault: str) -> None:
    found = find_fault(pattern)
    assert found is not None
    assert found.startswith(fault)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "a",
        "a{1,50}",
        "a{3}",
        "a{,5}",
        "a?",
        "a??",
        r"a\+b\*",
        "[+*]",
        r"[\]+*]",
        "[]+]",
        r"\p{Arabic}{1,20}",
        r"[\p{L}\W\d]{1,9}",
        r"\W\S\D\B\P{Lu}",
        "(?P<Name>ا)(?:ب|ت)(?=ث)(?<!ج)(?>ح)",
        "[0-9]{1,2} ديسمبر",
        "[ابت-]",
        r"\{2,\}",
        "مدرسه",
        "،؛؟©",
        "[[:alpha:]]{1,3}",
    ],
)
def test_no_fault(pattern: str) -> None:
    assert find_fault(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        ("abc", False),
        ("a{1,50}", False),
        ("a{1,50}b{1,50}", False),
        ("a{1,50}b{1,50}c{1,50}", True),
        ("(?:a|aa){1,60}", True),
        ("(a)?(b)?", False),
        (r"\){1,5}", False),
        ("[)]{1,5}", False),
    ],
)
def test_what_is_run_against_the_clock(pattern: str, slow: bool) -> None:
    assert is_slow(pattern) is slow


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        ("abc", "abc"),
        ("^abc$", "abc"),
        (r"pic\.x\.com/", "pic.x.com/"),
        ("abcd?", "abc"),
        ("ab{0,3}cd", "cd"),
        ("ab?cd", "cd"),
        ("ab.cde", "cde"),
        (r"ab\dcde\s", "cde"),
        ("ab[cd]efg", "efg"),
        ("(?:ab|cd)ef", "ef"),
        ("(?:abcd)?ef", "ef"),
        ("(?!abcd)ef", "ef"),
        ("(?<!abcd)ef", "ef"),
        ("abc|def", "abc def"),
        ("(?:abc|def)", "abc def"),
        ("(?:abc|[de]f)", ""),
        ("(?:abc|def)gh", "abc def"),
        ("(?:abc|d(?:ef|gh))x{1,3}", "abc ef gh"),
        ("ab(?:cd){0,2}", "ab"),
        ("ab(?:cd){1,2}", "ab"),
        ("a(?:bc){1,2}", "bc"),
        ("a", ""),  # a single letter stands everywhere
        (r"\p{Arabic}{1,9}", ""),
        (r"[\]abc]", ""),
        ("ab[.]cd[|^]", "ab.cd"),
        ("[[:alpha:]]xy", "xy"),
        ("[^]ab]cd", "cd"),
        ("©.{1,9}", "©"),  # but not every mark does
        ("تصوير: .{1,30}", "تصوير: "),
    ],
)
def test_required_literals(pattern: str, literal: str) -> None:
    assert required_literals(pattern) == (frozenset({literal}) if literal.endswith(" ") else frozenset(literal.split()))


# Pieces of patterns, each with texts that it matches.
ATOMS = st.sampled_from(
    [
        ("ab", ["ab"]),
        ("c", ["c"]),
        (r"\.", ["."]),
        (r"\(\[", ["(["]),
        ("س", ["س"]),
        (".", ["x", "a"]),
        (r"\d", ["7"]),
        (r"\p{Arabic}", ["ع"]),
        ("[cd]", ["c", "d"]),
        ("[^]a]", ["b"]),
        (r"[\]\[(|]", ["]", "(", "|"]),
        ("[[:digit:]|]", ["5", "|"]),
    ]
)
EDGES = st.sampled_from(["", "", "", r"\b", "(?=[^q]|$)", "(?!q)", "(?<!zz)"])
COUNTS = st.sampled_from([("", 1, 1), ("?", 0, 1), ("??", 0, 1), ("{0,2}", 0, 2), ("{2}", 2, 2), ("{1,3}", 1, 3), ("{,2}", 0, 2)])


@st.composite
def patterns(draw: st.DrawFn, depth: int = 2) -> tuple[str, str]:
    """A pattern, and a text that it is likely to match."""
    pattern = text = ""
    for _ in range(draw(st.integers(1, 4))):
        if depth and draw(st.integers(0, 3)) == 0:
            options = draw(st.lists(patterns(depth - 1), min_size=1, max_size=3))
            piece = draw(st.sampled_from(["(", "(?:", "(?>"])) + "|".join(each for each, _ in options) + ")"
            texts = [each for _, each in options]
        else:
            piece, texts = draw(ATOMS)
        count, least, most = draw(COUNTS)
        pattern += draw(EDGES) + piece + count
        text += "".join(draw(st.sampled_from(texts)) for _ in range(draw(st.integers(least, most))))
    if depth == 2 and draw(st.integers(0, 5)) == 0:
        pattern += "|" + draw(patterns(0))[0]
    return pattern, text


@given(patterns(), st.sampled_from(["", "x", "ab"]))
@settings(max_examples=300, deadline=None)
def test_every_match_holds_a_literal(case: tuple[str, str], around: str) -> None:
    pattern, text = case
    assert find_fault(pattern) is None
    for match in regex.finditer(pattern, around + text + around):
        literals = required_literals(pattern)
        assert not literals or any(literal in match[0] for literal in literals)


def test_the_property_above_meets_matches_with_a_literal() -> None:
    """A property that never sees a match proves nothing."""
    pattern, text = find(patterns(), lambda case: bool(len(required_literals(case[0])) > 1 and regex.search(*case)))
    assert any(literal in text for literal in required_literals(pattern))


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        ("^abc$", 3),
        ("^ab?c{2,5}$", 7),
        (r"^(?:ab|cde){1,3}\d$", 10),
        (r"^\W{0,3}(?=.{1,90}$)(?:a|)b$", 5),
        ("^a$|^bcd$", 3),
        ("^a$|bcd$", None),
        ("^a", None),
        ("a$", None),
        (r"^(a|b)\1$", None),
        (r"^[\]a]{1,4}\b\p{Arabic}$", 5),
        ("^a{5,}$", None),
        ("^a{5}b{,3}$", 8),
    ],
)
def test_longest_line(pattern: str, longest: int | None) -> None:
    assert longest_line(pattern) == longest


@given(patterns(), st.sampled_from(["", "x", "ab"]))
@settings(max_examples=300, deadline=None)
def test_no_longer_line_is_taken(case: tuple[str, str], around: str) -> None:
    pattern, text = case
    if "|" in pattern:
        return
    longest = longest_line(f"^{pattern}$")
    assert longest is not None
    if regex.search(f"^{pattern}$", around + text + around):
        assert len(around + text + around) <= longest
