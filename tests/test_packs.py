"""Packs: what a good one becomes, how layers go over each other, and every fault with its file, line and right word."""

import json
from pathlib import Path
from textwrap import dedent, indent

import pytest
import yaml

from ingest import guards, shapes
from ingest.matchers import Following, Matcher
from ingest.model import Document, Rule, RuleError
from ingest.packfiles import shipped
from ingest.packs import Entry, digest, load
from ingest.patterns import find_fault
from ingest.schema import json_schema
from ingest.view import View

GOOD = """\
language: ar
words:
  t.net: [فيسبوك, "منصة (إكس|x)"]
rules:
  - id: t.related.header
    label: related_content
    why: A read-also header.
    match: {line: [اقرأ أيضا]}
    take: following_headlines
    unless: {ends_with: sentence, words: {max: 4}}
    removes: ["إقرأ أيضاً:"]
    keeps: ["اقرأ أيضا هذا الكتاب."]
  - id: t.share
    label: social
    why: A share button.
    match:
      starts_with: ["شارك على <t.net>"]
      then: name
    where: {zone: [head, tail], after: [tags]}
    evidence: weak
    to: tags
    removes: ["شارك على منصة إكس"]
    keeps: ["شارك الوزير"]
    cases:
      - text: |
          شارك على فيسبوك
          نعم
        removes: []
  - id: t.image
    label: markup
    why: An image marker.
    match: {regex: '!\\[\\]'}
    languages: [fa, ur]
    sites: [example.com]
    removes: ["![]"]
    keeps: ["[]"]
"""


ONE_SHAPE = "exactly one shape is needed (line, starts_with, label, ends_with, contains, tokens, date, regex, repeated)"
QUOTES = "not as text; put it in quotes"
NO_ID = "is not an id: lower-case words joined by dots, like ar.related.header"


def rule(match: str = "{line: [abc]}", *, more: str = "", name: str = "t.a") -> str:
    """A pack of one rule, good but for what is given; `match` stands in line 5, `more` from line 8 on."""
    return dedent("""\
        rules:
          - id: NAME
            label: other
            why: A test.
            match: MATCH
            removes: [abc]
            keeps: [abcd]
        """).replace("NAME", name).replace("MATCH", match) + indent(dedent(more), "    ")  # fmt: skip


@pytest.fixture
def pack(tmp_path: Path) -> "Pack":
    return Pack(tmp_path)


class Pack:
    """Packs in a folder of their own, without the shipped ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, text: str | bytes, name: str = "pack.yaml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def load(self, *texts: str) -> dict[str, Entry]:
        """The rules of the given packs, each a layer, by id."""
        paths = [self.write(text, f"{n}.yaml") for n, text in enumerate(texts)]
        return {entry.id: entry for entry in load(paths, with_shipped=False)[0]}

    def faults(self, *texts: str | bytes) -> list[str]:
        """Every fault, as `line: message`, with the file before it where there are several."""
        paths = [self.write(text, f"{n}.yaml") for n, text in enumerate(texts)]
        with pytest.raises(RuleError) as error:
            load(paths, with_shipped=False)
        shown = str(error.value).replace(f"{self.folder}/", "").split("\n")
        assert len(shown) == len(error.value.problems)
        return shown if len(texts) > 1 else [fault.removeprefix("0.yaml:") for fault in shown]


def only(entry: Entry) -> Rule:
    (found,) = entry.rules
    return found


def removed(entry: Entry, text: str) -> list[str]:
    view = View(Document(id="x", text=text))
    return [text[hit.start : hit.end] for hit in entry.matcher(view)]


def test_a_good_pack(pack: Pack) -> None:
    entries = pack.load(GOOD)
    assert list(entries) == ["t.related.header", "t.share", "t.image"]
    header, items = entries["t.related.header"].rules
    assert isinstance(header.find, Matcher)
    assert isinstance(items.find, Following)
    assert (header.id, header.label, header.why) == ("t.related.header", "related_content", "A read-also header.")
    assert (header.passage, header.to, header.languages) == (1, None, {"ar"})
    assert (items.id, items.passage, items.to, items.find.header) == (header.id, 2, "related", header.find)
    assert header.origin == f"{pack.folder / '0.yaml'}:5"
    assert (header.find.take, header.find.where) == ("line", ())
    assert header.find.unless == (guards.EndsLike(None), guards.WordCount(1, 4), guards.InQuotes())

    share = only(entries["t.share"])
    assert isinstance(share.find, Matcher)
    assert isinstance(share.find.shape, shapes.StartsWith)
    assert (share.find.shape.then, share.find.take, share.weak, share.to) == ("name", "line", True, "tags")
    assert share.passage == 2, "it asks for the label of the line above"
    assert share.find.where == (guards.InZone(frozenset({"head", "tail"})), guards.NextTo("after", frozenset({"tags"})))

    image = only(entries["t.image"])
    assert isinstance(image.find, Matcher)
    assert image.find.shape == shapes.Regex(r"!\[\]", frozenset({"![]"}))
    assert (image.find.take, image.languages, image.sites) == ("match", {"fa", "ur"}, {"example.com"})


def test_phrases_are_read_with_their_word_lists(pack: Pack) -> None:
    (entry,) = pack.load("words:\n  a.b: [one, two]\n" + rule('{line: ["read <a.b>"]}')).values()
    assert removed(entry, "Read two\nread three\nread") == ["Read two"]


@pytest.mark.parametrize(
    ("match", "shape"),
    [
        ("{line: [a]}", shapes.WholeLine),
        ("{starts_with: [a]}", shapes.StartsWith),
        ("{label: [a]}", shapes.Label),
        ("{ends_with: [a]}", shapes.EndsWith),
        ("{contains: [a]}", shapes.Contains),
        ("{tokens: [a]}", shapes.Tokens),
        ("{date: []}", shapes.DateLine),
        ("{regex: ab}", shapes.Regex),
        ("{repeated: true}", shapes.Repeated),
    ],
)
def test_every_shape_can_be_written(pack: Pack, match: str, shape: type) -> None:
    (entry,) = pack.load(rule(match)).values()
    assert isinstance(entry.matcher.shape, shape)


def test_a_pattern_may_stand_on_several_lines(pack: Pack) -> None:
    (entry,) = pack.load(rule('{regex: "ab|\\ncd ?\\nef"}')).values()
    assert entry.spec.match.regex == "ab|cd ?ef"


def test_every_guard_can_be_written(pack: Pack) -> None:
    more = """\
        unless:
          ends_with: [a]
          begins_with: [a]
          contains: [a]
          words: {min: 2}
          zone: tail
          after: [tags]
          before: [social, tags]
          once: true
          equals_title: true
          verse: true
          list: true
        """
    (entry,) = pack.load(rule(more=more)).values()
    assert [type(guard).__name__ for guard in entry.matcher.unless] == [
        "EndsLike", "BeginsWith", "Holds", "WordCount", "InZone", "NextTo", "NextTo", "Once", "EqualsTitle", "InText", "InText",
    ]  # fmt: skip


def test_the_pack_sets_the_scope_of_its_rules(pack: Pack) -> None:
    entries = pack.load(
        "sites: [a.com]\n" + rule(more="languages: [ar]"), "language: fa\n" + rule(name="t.b", more="sites: [b.com]")
    )
    one, other = only(entries["t.a"]), only(entries["t.b"])
    assert (one.sites, one.languages) == ({"a.com"}, {"ar"})
    assert (other.sites, other.languages) == ({"b.com"}, {"fa"})


@pytest.mark.parametrize("text", ["", "# only a comment\n", "{}\n", "rules: []\n"])
def test_a_pack_without_rules(pack: Pack, text: str) -> None:
    assert pack.load(text) == {}


def test_a_byte_order_mark_is_no_fault(pack: Pack) -> None:
    path = pack.write(b"\xef\xbb\xbf" + rule().encode())
    assert len(load([path], with_shipped=False)[0]) == 1


def test_a_folder_is_one_layer_of_all_the_yaml_in_it(pack: Pack) -> None:
    pack.write(rule(name="t.b"), "packs/z.yaml")
    pack.write(rule(name="t.a"), "packs/deep/a.yaml")
    pack.write("not: [yaml", "packs/notes.txt")
    entries, _, _, _ = load([pack.folder / "packs"], with_shipped=False)
    assert {entry.id for entry in entries} == {"t.a", "t.b"}
    assert {entry.layer for entry in entries} == {str(pack.folder / "packs")}


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere: no such file or folder of rules"):
        load(["nowhere"], with_shipped=False)


def test_a_later_layer_overrides_by_id(pack: Pack) -> None:
    entries = pack.load(rule() + rule("{line: [xyz]}", name="t.b").removeprefix("rules:\n"), rule("{line: [def]}"))
    assert list(entries) == ["t.a", "t.b"]
    assert removed(entries["t.a"], "abc\ndef") == ["def"]
    assert removed(entries["t.b"], "xyz") == ["xyz"]
    assert entries["t.a"].layer == str(pack.folder / "1.yaml")


def test_a_later_layer_disables_by_id(pack: Pack) -> None:
    assert pack.load(rule(), "disable: [t.a]\n") == {}
    assert list(pack.load(rule(), "disable: [t.a]\n", rule())) == ["t.a"], "and one after that may bring it back"
    path = pack.write("disable: [headline.title]\n")
    assert load([path], with_shipped=False, heuristics=["headline.title"]).disabled == {"headline.title"}
    with pytest.raises(RuleError, match=r"1: disable: there is no rule 'headline.titel' before this layer; did you mean"):
        load([pack.write("disable: [headline.titel]\n")], with_shipped=False, heuristics=["headline.title"])


def test_a_later_layer_adds_to_a_word_list(pack: Pack) -> None:
    base = "words:\n  a.b: [one]\n" + rule('{line: ["read <a.b>"]}')
    text = "read one\nread two"
    assert removed(pack.load(base)["t.a"], text) == ["read one"]
    assert removed(pack.load(base, "words:\n  a.b: [two]\n")["t.a"], text) == ["read one", "read two"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        # an unknown key, on every level
        ("langauge: ar\n", "1: langauge: unknown key; did you mean 'language'?"),
        ("xyz: ar\n", "1: xyz: unknown key; the keys here are disable, language, page, rules, sites, words"),
        (rule(more="lable: other"), "8: rules.0.lable: unknown key; did you mean 'label'?"),
        (rule("{lines: [a]}"), "5: rules.0.match.lines: unknown key; did you mean 'line'?"),
        (rule(more="where: {zones: tail}"), "8: rules.0.where.zones: unknown key; did you mean 'zone'?"),
        (rule(more="unless:\n  begin_with: [a]"), "9: rules.0.unless.begin_with: unknown key; did you mean 'begins_with'?"),
        (rule(more="unless: {lists: true}"), "8: rules.0.unless.lists: unknown key; did you mean 'list'?"),
        (rule(more="where: {words: {mix: 3}}"), "8: rules.0.where.words.mix: unknown key; did you mean 'min'?"),
        (rule(more="cases:\n- text: a\n  removes: []\n  keep: []"),
         "11: rules.0.cases.0.keep: unknown key; the keys here are removes, text"),
        # a key on the wrong level
        (rule("{line: [a], take: rest}"), "5: rules.0.match.take: this key belongs to the rule itself, not under 'match'"),
        (rule(more="where:\n  to: tags"), "9: rules.0.where.to: this key belongs to the rule itself, not under 'where'"),
        (rule(more="then: date"), "8: rules.0.then: this key belongs under 'match'"),
        (rule(more="zone: tail"), "8: rules.0.zone: this key belongs under 'where' or 'unless'"),
        # shapes
        (rule("{line: [a], ends_with: [b]}"), f"5: rules.0.match: {ONE_SHAPE}; here: line and ends_with"),
        (rule("\n      line: [a]\n      ends_with: [b]"), f"5: rules.0.match: {ONE_SHAPE}; here: line and ends_with"),
        (rule("{}"), f"5: rules.0.match: {ONE_SHAPE}; here: none"),
        (rule("{line: [a], then: date}"), "5: rules.0.match: 'then' goes with 'starts_with', not with 'line'"),
        (rule("{starts_with: [a], value: date}"), "5: rules.0.match: 'value' goes with 'label', not with 'starts_with'"),
        (rule("{line: [a], least: 3}"), "5: rules.0.match: 'least' goes with 'tokens', not with 'line'"),
        (rule("{line: []}"), "5: rules.0.match.line: List should have at least 1 item after validation, not 0"),
        (rule("{line: abc}"), "5: rules.0.match.line: Input should be a valid list"),
        # names that are not in a closed set
        (rule().replace("label: other", "label: socail"), "3: rules.0.label: 'socail' is not known; did you mean 'social'?"),
        (rule(more="take: following"), "8: rules.0.take: 'following' is not known; did you mean 'following_headlines'?"),
        (rule(more="evidence: none"), "8: rules.0.evidence: 'none' is not known; it must be 'strong' or 'weak'"),
        (rule(more="to: credit"), "8: rules.0.to: 'credit' is not known; did you mean 'credits'?"),
        (rule("{starts_with: [a], then: dates}"), "5: rules.0.match.then: 'dates' is not known; did you mean 'date'?"),
        (rule(more="where: {zone: tial}"), "8: rules.0.where.zone: 'tial' is not known; did you mean 'tail'?"),
        (rule(more="where:\n  after:\n  - tags\n  - tahs"), "11: rules.0.where.after.1: 'tahs' is not known; did you mean 'tags'?"),
        # what YAML 1.1 reads as something else
        (rule("{line: [no]}"), "5: rules.0.match.line.0: YAML reads this as False, not as text; put it in quotes"),
        (rule("{line: [012]}"), "5: rules.0.match.line.0: YAML reads this as 10, not as text; put it in quotes"),
        (rule("{line: [12:30]}"), "5: rules.0.match.line.0: YAML reads this as 750, not as text; put it in quotes"),
        (rule("{line: [~]}"), "5: rules.0.match.line.0: YAML reads this as None, not as text; put it in quotes"),
        (rule("{line: [1.10]}"), "5: rules.0.match.line.0: YAML reads this as 1.1, not as text; put it in quotes"),
        (rule("{line: [2025-12-01]}"), f"5: rules.0.match.line.0: YAML reads this as datetime.date(2025, 12, 1), {QUOTES}"),
        (rule("{line: [2025-13-01]}"), "5: YAML does not read '2025-13-01' as text; put it in quotes"),
        ("language: no\n" + rule(), "1: language: YAML reads this as False, not as text; put it in quotes"),
        # what a rule must have
        ("rules:\n  - id: t.a\n    why: b\n    match: {line: [a]}\n    removes: [a]\n    keeps: [b]\n",
         "2: rules.0: the key 'label' is missing"),
        (rule().replace("    removes: [abc]\n", ""), "2: rules.0: a rule needs an example of what it removes ('removes')"),
        (rule().replace("    keeps: [abcd]\n", ""), "2: rules.0: a rule needs an example of what it keeps ('keeps'): a near miss"),
        (rule(name="related"), f"2: rules.0.id: 'related' {NO_ID}"),
        (rule(name="T.Related"), f"2: rules.0.id: 'T.Related' {NO_ID}"),
        (rule(more="take: rest"), "8: t.a: 'take: rest' is only for rules with 'sites'"),
        ("rules: [abc]\n", "1: rules.0: Input should be a valid dictionary or instance of RuleSpec"),
        # regular expressions
        (rule("{regex: 'a+'}"), "5: t.a: the repeat '+' has no upper bound; write {1,50} or the like"),
        (rule("{regex: '[أ-ي]'}"), "5: t.a: the range 'أ-ي' changes under folding; list the letters, or use \\p{Arabic}"),
        (rule("{regex: أهلا}"), "5: t.a: 'أ' never stands in a folded line; write 'ا'"),
        (rule("{regex: '(a'}"), "5: t.a: not a pattern: missing ) at position 2"),
        # phrases and word lists
        (rule("{line: [a, '(b']}"), "5: t.a: a bracket is not closed in the phrase '(b'"),
        (rule("\n      line:\n      - a\n      - <a.b>\n"), "8: t.a: there is no word list <a.b>"),
        (rule(more="unless: {contains: ['***', '<']}"), "8: t.a: a lone '<' in the phrase '<'; a word list stands in <...>"),
        ("words:\n  a.b:\n  - x\n  - x <a.b>\n", "4: <a.b>: the word list <a.b> contains itself"),
        ("words:\n  a.b: ['(x']\n", "2: <a.b>: a bracket is not closed in the phrase '(x'"),
        ("words:\n  a.b: []\n", "2: words.a.b: List should have at least 1 item after validation, not 0"),
        # keys and ids that stand twice
        (rule(more="label: other"), "8: the key 'label' stands twice"),
        (rule("{line: [a], line: [b]}"), "5: the key 'line' stands twice"),
        ("words:\n  a.b: [x]\n  a.b: [y]\n", "3: the key 'a.b' stands twice"),
        # not a pack at all
        (b"rules: \xff\xfe\n", "1: not UTF-8"),
        ("language: ar\nrules: [a\nwords: {}\n", "3: not YAML: did not find expected ',' or ']'"),
        ("a: b\n---\nc: d\n", "2: not YAML: but found another document"),
        ("language: a\x00b\n", "1: not YAML: unacceptable character #x0000: control characters are not allowed"),
        ("rules: &a [*a]\n", "1: a part of the file contains itself"),
        ("language: !secret x\n", "1: not YAML: could not determine a constructor for the tag '!secret'"),
        ("? [a, b]\n: c\n", "1: a key must be a word"),
        ("- a\n", "1: the pack: Input should be a valid dictionary or instance of PackSpec"),
        ("abc\n", "1: the pack: Input should be a valid dictionary or instance of PackSpec"),
    ],
    ids=lambda case: "" if isinstance(case, bytes) or case.startswith(("rules", "words")) else case[:60],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_the_right_word(pack: Pack, text: str | bytes, fault: str) -> None:
    assert pack.faults(text) == [fault]


def test_a_fault_names_its_file(pack: Pack) -> None:
    path = pack.write("xyz: 1\n", "my packs/a.yaml")
    with pytest.raises(RuleError) as error:
        load([path], with_shipped=False)
    (problem,) = error.value.problems
    assert (problem.file, problem.line) == (str(path), 1)
    assert str(error.value) == str(problem) == f"{path}:1: {problem.message}"


def test_an_id_that_is_taken_says_by_what(pack: Pack) -> None:
    one, other = pack.write(rule(), "packs/a.yaml"), pack.write("# two\n" + rule(), "packs/b.yaml")
    with pytest.raises(RuleError) as error:
        load([pack.folder / "packs"], with_shipped=False)
    assert str(error.value) == f"{other}:3: the id 't.a' is taken: {one}:2"


def test_a_word_list_is_named_once_a_layer(pack: Pack) -> None:
    one, other = (pack.write("words:\n  a.b: [x]\n", f"packs/{name}.yaml") for name in "ab")
    with pytest.raises(RuleError) as error:
        load([pack.folder / "packs"], with_shipped=False)
    assert str(error.value) == f"{other}:2: the word list 'a.b' is also in {one}"


def test_many_faults_in_one_file_are_all_told(pack: Pack) -> None:
    text = """\
        langauge: ar
        rules:
          - id: t.a
            label: socail
            why: One.
            match: {line: [no]}
            removes: [a]
            keeps: [b]
          - id: t.b
            label: other
            why: Two.
            match: {lin: [a]}
            removes: [a]
            keeps: [b]
          - id: t.c
            label: other
            why: Three.
            match: {line: [a]}
            removes: [a]
        """
    assert pack.faults(dedent(text)) == [
        "1: langauge: unknown key; did you mean 'language'?",
        "4: rules.0.label: 'socail' is not known; did you mean 'social'?",
        "6: rules.0.match.line.0: YAML reads this as False, not as text; put it in quotes",
        "12: rules.1.match.lin: unknown key; did you mean 'line'?",
        "15: rules.2: a rule needs an example of what it keeps ('keeps'): a near miss",
    ]


def test_faults_in_what_the_schema_cannot_see_are_all_told(pack: Pack) -> None:
    text = """\
        rules:
          - id: t.a
            label: other
            why: One.
            match: {line: ["(a", "b)"]}
            where: {contains: ["<a.b>"]}
            removes: [a]
            keeps: [b]
          - id: t.b
            label: other
            why: Two.
            match: {regex: "a+"}
            removes: [a]
            keeps: [b]
          - id: t.a
            label: other
            why: Three.
            match: {line: [a]}
            removes: [a]
            keeps: [b]
        """
    assert pack.faults(dedent(text)) == [
        "5: t.a: a ')' too many in the phrase 'b)'",
        "5: t.a: a bracket is not closed in the phrase '(a'",
        "6: t.a: there is no word list <a.b>",
        "12: t.b: the repeat '+' has no upper bound; write {1,50} or the like",
        "15: the id 't.a' is taken: 0.yaml:2",
    ]


def test_faults_in_several_files_are_all_told(pack: Pack) -> None:
    assert pack.faults("xyz: 1\n", b"\xff", rule("{regex: 'a+'}"), rule(), "a: [") == [
        "0.yaml:1: xyz: unknown key; the keys here are disable, language, page, rules, sites, words",
        "1.yaml:1: not UTF-8",
        "2.yaml:5: t.a: the repeat '+' has no upper bound; write {1,50} or the like",
        "4.yaml:2: not YAML: did not find expected node content",
    ]


def test_a_case_may_stand_for_removes_and_keeps(pack: Pack) -> None:
    text = rule().replace("    removes: [abc]\n", "").replace("    keeps: [abcd]\n", "")
    cases = "    cases:\n    - {text: abc, removes: [abc]}\n"
    assert pack.faults(text + cases) == ["2: rules.0: a rule needs an example of what it keeps ('keeps'): a near miss"]
    assert list(pack.load(text + cases + "    - {text: abcd, removes: []}\n")) == ["t.a"]


def test_the_digest_knows_what_a_rule_does_and_nothing_else(pack: Pack) -> None:
    def of(*texts: str, names: tuple[str, ...] = ("b", "a")) -> str:
        return digest(pack.load(*texts).values(), names, {}, ())

    base = of(rule())
    assert base == of(rule()) == of("# a comment\n" + rule()) == of(rule(), names=("a", "b"))
    assert base == of(rule().replace("A test.", "For a test."))
    assert base == of(rule().replace("keeps: [abcd]", "keeps: [abcde]"))
    assert base != of(rule("{line: [abd]}"))
    assert base != of(rule(more="evidence: weak"))
    assert base != of(rule(name="t.b"))
    assert base != of(rule(), names=("a",))
    assert base != of("language: ar\n" + rule())
    assert digest([], (), {"a.b": ["one"]}, ()) != digest([], (), {"a.b": ["two"]}, ())


@pytest.fixture(scope="module")
def in_force() -> tuple[Entry, ...]:
    entries, disabled, _, _ = load()
    assert disabled == frozenset()
    return entries


def test_the_patterns_of_the_shipped_packs_are_sound(in_force: tuple[Entry, ...]) -> None:
    """A run does not look at them again."""
    patterns = {entry.id: entry.spec.match.regex for entry in in_force if entry.spec.match.regex is not None}
    assert len(patterns) > 100
    assert {name: fault for name, pattern in patterns.items() if (fault := find_fault(pattern))} == {}


def test_the_word_lists_of_the_shipped_packs_can_be_read(in_force: tuple[Entry, ...]) -> None:
    lexicon = in_force[0].lexicon
    assert all(lexicon[name].options for name in lexicon.lists)


def test_the_shipped_packs_load(in_force: tuple[Entry, ...]) -> None:
    assert len(in_force) > 300
    assert {entry.layer for entry in in_force} == {"shipped"}
    for entry in in_force:
        file, _, line = entry.rules[0].origin.rpartition(":")
        assert f"id: {entry.id}" in (shipped().parent / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]


def test_a_user_can_override_and_disable_shipped_rules(pack: Pack, in_force: tuple[Entry, ...]) -> None:
    mine, off = in_force[0].id, in_force[1].id
    other = pack.write(f"disable: [{off}]\n" + rule(name=mine))
    entries, disabled, _, _ = load([other])
    assert disabled == {off}
    assert {entry.id for entry in entries} == {entry.id for entry in in_force} - {off}
    assert [entry.id for entry in entries if entry.layer == str(other)] == [mine]


def test_the_schema_for_editors_allows_what_the_packs_hold() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    for path in shipped().rglob("*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        assert set(content) <= set(schema["properties"])
        for each in content.get("rules", ()):
            assert set(each) <= set(schema["$defs"]["RuleSpec"]["properties"])
            assert set(each["match"]) <= set(schema["$defs"]["MatchSpec"]["properties"])
            assert {*each.get("where", ()), *each.get("unless", ())} <= set(schema["$defs"]["GuardSpec"]["properties"])


def test_the_schema_beside_the_shipped_packs_is_the_one_in_force() -> None:
    """`ingest rules schema > rules/schema.json` makes it; editors read it while somebody types."""
    assert json.loads((shipped() / "schema.json").read_text(encoding="utf-8")) == json_schema()


def test_every_shipped_pack_names_the_schema_in_its_first_line() -> None:
    for pack in shipped().rglob("*.yaml"):
        assert pack.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json\n"), pack
