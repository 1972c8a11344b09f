"""Phrases: what an editor may write, what it matches, and that the scan's cues never lose a match."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.phrasebook import Phrases
from ingest.phrases import (
    Choice,
    Lexicon,
    PhraseError,
    Sequence,
    Wild,
    first_word,
    first_words,
    last_word,
    last_words,
    parse,
)
from ingest.script import core, fold

LISTS = {
    "net": ["فيسبوك", "تويتر", "منصة إكس"],
    "button": ["شارك (على|عبر) <net>", "نسخ (الرابط|)"],
    "one": ["(هذا|هذه|)"],
    "loop": ["a <loop>"],
    "ring.a": ["<ring.b>"],
    "ring.b": ["b", "<ring.a>"],
    "torn": ["(a|b"],
}


def phrases(*texts: str) -> Phrases:
    lexicon = Lexicon(LISTS)
    return Phrases(tuple(parse(text, lexicon) for text in texts))


def matches(phrase: str, line: str) -> bool:
    return phrases(phrase).is_whole(fold(line))


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("إقرأ أيضاً", "اقرأ ايضا"),
        ("Read  MORE", "read more"),
        ("(تابعنا|تابعونا) على <net>", "تابعونا على منصة إكس"),
        ("(تابعنا|تابعونا)على <net>", "تابعنا على تويتر"),  # a bracket ends a word
        ("اقرأ (المزيد|)", "اقرأ المزيد"),
        ("اقرأ (المزيد|)", "اقرأ"),
        ("(الخبر|) التالي", "التالي"),
        ("(a (b|c)|d) e", "a c e"),
        ("(a (b|c)|d) e", "d e"),
        ("<button>", "شارك عبر فيسبوك"),
        ("<button>", "نسخ"),
        ("<one> الخبر", "هذا الخبر"),
        ("<one> الخبر", "الخبر"),
        ("by <any.2>", "by Jane"),
        ("by <any.2>", "by Jane Doe"),
        ("<any.3> comments", "all of the comments"),
        ("<number> تعليقات", "٣ تعليقات"),
        ("<number> تعليقات", "1,234 تعليقات"),
        ("<number> مشاهدة", "5 ألف مشاهدة"),
        ("<number> views", "12k views"),
        ("<number> views", "1.5 m views"),
        ("<number> ألف متابع", "5 ألف متابع"),  # the unit may be the phrase's own
        ("<clock> pm GMT", "7:30 PM GMT"),
        ("<clock> GMT", "12:30 GMT"),
        ("<clock>", "09:05:59"),
        ("<clock>", "7:30 p.m."),
        ("<clock>", "٧:٣٠ مساءً"),
        ("اقرأ ~ المزيد", "اقرأ المزيد"),
        ("اقرأ ~ المزيد", "اقرأ : المزيد"),
        ("اقرأ ~ المزيد", "اقرأ | • المزيد"),
        ("اقرأ ~ المزيد", "اقرأ -المزيد"),
        ("e-mail", "E–mail"),
        ("google+", "Google+"),
        ("a.b (c|d)?", "a.b c?"),  # dots and question marks are what they are
    ],
)
def test_what_a_phrase_matches(phrase: str, line: str) -> None:
    assert matches(phrase, line)


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("اقرأ أيضا", "اقرأ أيضاء"),
        ("اقرأ أيضا", "اقرأ"),
        ("read more", "readmore"),
        ("read more", "read more now"),
        ("(a|b)", "c"),
        ("(a|b) c", "a b c"),
        ("a (b|)", "a c"),
        ("by <any.2>", "by"),
        ("by <any.2>", "by a b c"),
        ("by <any.2>", "by Jane Doe."),  # a sentence is no name
        ("<number> views", "many views"),
        ("<number> views", "12th views"),
        ("<clock>", "1230"),
        ("<clock>", "12:3"),
        ("اقرأ ~ المزيد", "اقرأ هذا المزيد"),
        ("اقرأ ~ المزيد", "اقرأ ------ المزيد"),  # a rule is no separator
        ("اقرأ ~ المزيد", "اقرأالمزيد"),
        ("a.b", "a!b"),
        ("google+", "googlee"),
    ],
)
def test_what_a_phrase_does_not_match(phrase: str, line: str) -> None:
    assert not matches(phrase, line)


@pytest.mark.parametrize("line", ["اقرأ أيضاء", "اقرأ أيضا1", "من هن", "हिन्दी", "हिं", "अब हिन्दी"])
def test_a_phrase_ends_at_the_end_of_a_word(line: str) -> None:
    """In Hindi a vowel sign is part of the word."""
    assert phrases("اقرأ أيضا", "من ه", "हि", "अब हि").end(fold(line)) is None


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("a b", 3),
        ("a b c", 5),
        ("a b c d", 6),
        ("a c", 2),
        ("a, b c", 1),
        ("a", 1),
        ("x a", None),
        ("ab", None),
        ("", None),
    ],
)
def test_the_end_of_the_longest_phrase(line: str, end: int | None) -> None:
    assert phrases("a", "a b", "a b c").end(line) == end


def test_a_phrase_may_be_looked_for_behind_the_start() -> None:
    assert phrases("a b").end("x a b y", 2) == 6
    assert phrases("a b").end("x a b y", 1) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("x a b y", ["a b"]),
        ("a b a b", ["a b", "a b"]),
        ("a b c", ["a b c"]),  # the longest
        ("(a b), c", ["a b"]),
        ("xa b", []),
        ("a bx", []),
        ("a b1", []),
        ("x-a b", ["a b"]),
        ("a a b", ["a b"]),
        ("", []),
    ],
)
def test_phrases_are_found_at_whole_words(line: str, found: list[str]) -> None:
    assert [line[slice(*span)] for span in phrases("a b", "a b c", "b c").find(line)] == found


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("x a", 2),
        ("a", 0),
        ("x b a", 2),  # the longest
        ("b a", 0),
        ("xa", None),
        ("a x", None),
        ("x-a", 2),
        ("a.", None),
        ("", None),
    ],
)
def test_at_the_end(line: str, start: int | None) -> None:
    assert phrases("a", "b a").tail(line) == start


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("source: x", 8),
        ("source : x", 9),
        ("source | x", 9),
        ("source - x", 9),
        ("source -x", 8),
        ("source- x", 8),
        ("source-x", None),  # one word
        ("source/x", None),
        ("source / x", 9),
        ("source > x", 9),
        ("source.. x", 9),
        ("source. x", None),
        ("source x", None),
        ("source: - x", 10),
        ("source, x", None),
        ("the source: x", None),
        ("source of all: x", 15),
        ("source - all: x", 14),  # the longest
        ("source of all x", None),
        ("source: of all: x", 8),
    ],
)
def test_the_end_of_a_label(line: str, end: int | None) -> None:
    assert phrases("source", "source of all", "source - all").label_end(line) == end


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("a b", 3),
        ("a, b | c d", 10),
        ("a 12 b", 6),
        ("12", 2),
        ("a x b", 2),
        ("c", 0),
        ("x", 0),
        ("ab", 0),
        ("a... ", 5),
        ("c dc d", 0),
    ],
)
def test_how_far_a_line_is_nothing_but_phrases(line: str, end: int) -> None:
    assert phrases("a", "b", "c d").tokens_end(line) == end


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "a phrase has no words"),
        ("  ", "a phrase has no words"),
        ("\u200f\u064b", "a phrase has no words"),
        ("(a|b", "a bracket is not closed in the phrase '(a|b'"),
        ("((a) b", "a bracket is not closed in the phrase '((a) b'"),
        ("a)", "a ')' too many in the phrase 'a)'"),
        ("a|b", "a '|' too many in the phrase 'a|b'"),
        ("<nets>", "there is no word list <nets>"),
        ("<any.0>", "there is no word list <any.0>"),
        ("<any.13>", "there is no word list <any.13>"),
        ("<loop>", "the word list <loop> contains itself"),
        ("<ring.a>", "the word list <ring.a> contains itself"),
        ("<torn>", "a bracket is not closed in the phrase '(a|b'"),
        ("<net", "a lone '<' in the phrase '<net'; a word list stands in <...>"),
        ("a > b", "a lone '>' in the phrase 'a > b'; a word list stands in <...>"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase: str, message: str) -> None:
    lexicon = Lexicon(LISTS)
    for _ in range(2):  # a list that failed once fails with the same words again
        with pytest.raises(PhraseError) as error:
            parse(phrase, lexicon)
        assert str(error.value) == message


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("اقرأ أيضا", {"اقرا"}, {"ايضا"}),
        ("(a|b|) c (d|)", {"a", "b", "c"}, {"c", "d"}),
        ("((a|)|b) c", {"a", "b", "c"}, {"c"}),
        ("a (b|(c|) d)", {"a"}, {"b", "d"}),
        ("a ((b|)|c)", {"a"}, {"a", "b", "c"}),
        ("(a|)", None, None),
        ("<net>", {"فيسبوك", "تويتر", "منصه"}, {"فيسبوك", "تويتر", "اكس"}),
        ("<any.2> a", None, {"a"}),
        ("(a|<any.2>) b", None, {"b"}),
        ("<number> a", {"0"}, {"a"}),
        ("a <number>", {"a"}, None),  # `5k` ends in a letter
        ("<clock>", {"0"}, None),
        ("3 a 12", {"0"}, {"0"}),
        ("~ a ~", {"a"}, {"a"}),
        ("• e-mail", {"e"}, {"mail"}),
        ("web2", {"web"}, {"0"}),
        ("***", None, None),
    ],
)
def test_the_words_at_both_ends(phrase: str, first: set[str] | None, last: set[str] | None) -> None:
    parsed = parse(phrase, Lexicon(LISTS))
    assert first_words(parsed) == first
    assert last_words(parsed) == last


def test_the_cues_of_several_phrases() -> None:
    assert phrases("a b", "c <number>").first == {"a", "c"}
    assert phrases("a b", "c <number>").last is None
    assert phrases("a b", "<any.1> d").first is None
    assert phrases("a b", "<any.1> d").last == {"b", "d"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", "", ""),
        ("***", "", ""),
        ("(المصدر:رويترز)", "المصدر", "رويترز"),
        ("3 تعليقات", "0", "تعليقات"),
        ("تعليقات 33", "تعليقات", "0"),
        ("a_b", "a", "b"),
        ("web2", "web", "0"),
        ("हिन्दी में", "हिन्दी", "में"),
        ("a፩", "a", "a"),  # a number that is no digit: to a phrase, it is no part of the word either
    ],
)
def test_the_first_and_the_last_word_of_a_line(text: str, first: str, last: str) -> None:
    assert first_word(text) == first
    assert last_word(text) == last


ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "c1",
        "12",
        "e-mail",
        "x.",
        "*",
        "•",
        "هذا",
        "الخبر",
        "k",
        "हि",
        "न",
        "<number>",
        "<clock>",
        "<any.2>",
        "~",
        "<one>",
        "<net>",
    ]
)
PHRASES = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(" ".join)
        | st.lists(inner | st.just(""), min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})")
    ),
    max_leaves=8,
)
WORDS = st.sampled_from(
    [
        "a",
        "b",
        "c1",
        "12",
        "5k",
        "5 k",
        "12:30 pm",
        "e-mail",
        "x.",
        "*",
        "•",
        "هذا",
        "الخبر",
        "हि",
        "न",
        "हिन",
        "z",
        "فيسبوك",
        ":",
        "፩",
        "-",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=6).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), ", ".join(words), "(" + " ".join(words) + ")"])
)


@given(PHRASES, LINES)
@settings(max_examples=400, deadline=None)
def test_a_line_that_matches_shows_the_cues(phrase: str, line: str) -> None:
    found, line = phrases(phrase), core(fold(line))
    if found.first is not None and found.end(line) is not None:
        assert first_word(line) in found.first
    if found.last is not None and found.tail(line) is not None:
        assert last_word(line) in found.last
    if found.first is not None and "0" not in found.first:
        assert all(any(word in line[slice(*span)] for word in found.first) for span in found.find(line))


# The same phrases as regular expressions: slow to compile, but with little to get wrong.
PATTERNS = {
    "gap": r"(?:[ :|,،/.؛•\"*()\[\]\-]{1,5}+)?",
    "number": r"[0-9][0-9.,٬٫]*(?: ?(?:k|m|الف|مليون|ك))?(?![^\W_]) ?",
    "clock": r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?(?:ص|م|صباحا|مساء|[ap]\.?m\.?))?(?![^\W_]) ?",
}


def pattern(sequence: Sequence) -> str:
    return "".join(map(pattern_of, sequence))


def pattern_of(part: str | Wild | Choice) -> str:
    if isinstance(part, str):
        return regex.escape(part) + (r"(?![^\W_])" if regex.search(r"[^\W_]$", part) else "") + " ?"
    if isinstance(part, Choice):
        return f"(?:{'|'.join(map(pattern, part.options))})"
    if part.kind == "any":
        return rf"[^ ]*[^ .!?؟](?: [^ ]*[^ .!?؟]){{0,{part.most - 1}}}(?= |$) ?"
    return PATTERNS[part.kind]


@given(PHRASES, LINES)
@settings(max_examples=400, deadline=None)
def test_a_walk_comes_to_what_a_regular_expression_matches(phrase: str, line: str) -> None:
    line = fold(line)
    found, same = phrases(phrase), pattern(parse(phrase, Lexicon(LISTS)))
    assert found.is_whole(line) is bool(regex.fullmatch(same, line))
    assert (found.end(line) is not None) is bool(regex.match(same, line))
    if not regex.fullmatch(same, ""):
        assert (found.tail(line) is not None) is bool(regex.search(rf"(?<![^\W_])(?! ){same}$", line))
        assert bool(list(found.find(line))) is bool(regex.search(rf"(?<![^\W_])(?! ){same}", line))


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6).map(" ".join))
@settings(deadline=None)
def test_a_phrase_is_its_wordings_and_nothing_else(line: str) -> None:
    assert matches("(a|b c|) d (a|)", line) is (line in {"a d a", "a d", "b c d a", "b c d", "d a", "d"})


def test_no_phrase_takes_long() -> None:
    """What would send a backtracking matcher to sleep for years is one walk here."""
    assert not matches("(a|a a) " * 12 + "b", "a " * 5000)
    assert phrases("(a|a a|a a a)").tokens_end("a " * 5000 + "x") == 10_000


@given(st.text(alphabet="ab <>()|~.1", max_size=12))
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_is_read_or_refused(phrase: str) -> None:
    try:
        found = phrases(phrase)
    except PhraseError:
        return
    assert found.end(phrase) in {None, *range(len(phrase) + 1)}
