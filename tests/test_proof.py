"""Rules prove themselves: an example that does not come out as its rule says is reported."""

from pathlib import Path
from textwrap import dedent

import pytest

from ingest import load_rules
from ingest.packs import Entry, Loaded, load
from ingest.proof import check_examples, check_keeps
from ingest.rulebook import Rules

RULE = """\
rules:
  - id: t.share
    label: social
    why: A share button.
    match: {line: [شارك, share]}
"""
PARAGRAPH = "قالت لجنة المياه في البلدة إن أعمال الصيانة في الخزان الكبير بدأت صباح الأربعاء وتستمر أسبوعين على الأقل."


def rules_of(*entries: Entry) -> Rules:
    return Rules(lambda: Loaded(entries))


def entry(folder: Path, examples: str, rule: str = RULE) -> Entry:
    path = folder / "pack.yaml"
    path.write_text(rule + "".join(f"    {line}\n" for line in dedent(examples).splitlines()), encoding="utf-8")
    (found,) = load([path], with_shipped=False).entries
    return found


def failures(folder: Path, examples: str, rule: str = RULE) -> list[tuple[str, str]]:
    return [(failure.example, failure.message) for failure in check_examples(entry(folder, examples, rule))]


@pytest.mark.parametrize(
    "examples",
    [
        "removes: [شارك]\nkeeps: [شارك الوزير]",
        "removes: ['» شارك:', SHARE]\nkeeps: [share it, He will share.]",
        'removes: ["شارك\\nshare"]\nkeeps: ["شاركوا\\nshared"]',
        "keeps: [x]\ncases:\n- text: |\n    شارك\n    نعم\n  removes: [شارك]",
        "removes: [شارك]\ncases:\n- text: شارك الوزير\n  removes: []",
    ],
)
def test_good_examples(tmp_path: Path, examples: str) -> None:
    assert failures(tmp_path, examples) == []


KEPT, REMOVED, GONE = "should be removed and is kept", "should be kept and is not", "should be kept and is removed"


@pytest.mark.parametrize(
    ("examples", "found"),
    [
        ("removes: [شاركوا]\nkeeps: [a]", [("شاركوا", KEPT)]),
        ("removes: [شارك, شاركوا, شارك الوزير]\nkeeps: [a]", [("شاركوا", KEPT), ("شارك الوزير", KEPT)]),
        ('removes: ["شارك\\nشاركوا"]\nkeeps: [a]', [("شاركوا", KEPT)]),
        ("removes: [شارك]\nkeeps: [شارك]", [("شارك", REMOVED)]),
        ('removes: [شارك]\nkeeps: ["نعم\\nshare"]', [("share", REMOVED)]),
        ("removes: [شارك]\nkeeps: [a]\ncases:\n- text: شارك\n  removes: []", [("شارك", GONE)]),
        ("removes: [شارك]\nkeeps: [a]\ncases:\n- text: نعم\n  removes: [نعم]", [("نعم", KEPT)]),
        (
            "removes: [شارك]\nkeeps: [a]\ncases:\n- text: |\n    شارك\n    نعم\n    share\n  removes: [نعم, share]",
            [("نعم", KEPT), ("شارك", GONE)],
        ),
    ],
)
def test_a_failing_example_is_reported(tmp_path: Path, examples: str, found: list[tuple[str, str]]) -> None:
    assert failures(tmp_path, examples) == found


def test_a_failure_is_told_with_its_place(tmp_path: Path) -> None:
    (failure,) = check_examples(entry(tmp_path, "removes: [شاركوا]\nkeeps: [a]"))
    assert str(failure) == f"{tmp_path / 'pack.yaml'}:2: t.share: should be removed and is kept: شاركوا"


def test_a_long_example_is_cut_short(tmp_path: Path) -> None:
    (failure,) = check_examples(entry(tmp_path, f"removes: [{'x' * 200}]\nkeeps: [a]"))
    assert str(failure).endswith("is kept: " + "x" * 89 + "…")


@pytest.mark.parametrize("zone", ["head", "between", "tail", "[head, tail]", "[between, tail]"])
def test_an_example_stands_where_its_rule_looks(tmp_path: Path, zone: str) -> None:
    where = f"where: {{zone: {zone}}}\n"
    assert failures(tmp_path, where + "removes: [شارك, Share]\nkeeps: [شارك الوزير]") == []
    assert failures(tmp_path, where + "removes: [شاركوا]\nkeeps: [a]") == [("شاركوا", KEPT)]


def test_weak_evidence_is_proved_as_if_it_were_strong(tmp_path: Path) -> None:
    assert failures(tmp_path, "evidence: weak\nremoves: [شارك]\nkeeps: [شاركوا]") == []
    assert failures(tmp_path, "evidence: weak\nremoves: [شارك]\nkeeps: [شارك]") == [("شارك", REMOVED)]


@pytest.mark.parametrize("scope", ["sites: [example.com]", "languages: [fa]", "languages: [ur, de]\nsites: [b.com, a.com]"])
def test_an_example_is_in_the_scope_of_its_rule(tmp_path: Path, scope: str) -> None:
    assert failures(tmp_path, scope + "\nremoves: [شارك]\nkeeps: [شاركوا]") == []
    assert failures(tmp_path, scope + "\nremoves: [شارك]\nkeeps: [شارك]") == [("شارك", REMOVED)]


def test_a_header_is_proved_with_what_stands_under_it(tmp_path: Path) -> None:
    rule = RULE.replace("شارك, share", "اقرأ أيضا").replace("social", "related_content")
    examples = """\
        take: following_headlines
        removes: [اقرأ أيضا]
        keeps: [اقرأ أيضا هذا]
        cases:
          - text: |
              {0}
              اقرأ أيضا
              منتخب الناشئين يعلن تشكيلته قبل لقاء الغد
              {0}
            removes: [اقرأ أيضا, منتخب الناشئين يعلن تشكيلته قبل لقاء الغد]
        """
    examples = dedent(examples).format(PARAGRAPH)
    assert failures(tmp_path, examples, rule) == []
    less = examples.replace("[اقرأ أيضا, منتخب الناشئين يعلن تشكيلته قبل لقاء الغد]", "[اقرأ أيضا]")
    assert failures(tmp_path, less, rule) == [("منتخب الناشئين يعلن تشكيلته قبل لقاء الغد", GONE)]


def test_what_is_taken_out_of_clean_texts_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "keep"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text(f"{PARAGRAPH}\nشارك\n{PARAGRAPH[:-1]} المقبلين.\n", encoding="utf-8")
    (folder / "deep" / "a.txt").write_text(f"{PARAGRAPH}\nshare\n", encoding="utf-8")
    (folder / "c.txt").write_text(f"{PARAGRAPH}\n", encoding="utf-8")
    (folder / "d.md").write_text("شارك\n", encoding="utf-8")
    found = list(check_keeps(rules_of(entry(tmp_path, "removes: [شارك]\nkeeps: [شاركوا]")), folder))
    assert found == [(folder / "b.txt", "t.share", "شارك"), (folder / "deep" / "a.txt", "t.share", "share")]


def test_the_headline_of_a_clean_text_may_move(tmp_path: Path) -> None:
    headline = "لجنة المياه تبدأ صيانة الخزان الكبير في البلدة"
    (tmp_path / "a.txt").write_text(f"{headline}\n{PARAGRAPH}\n", encoding="utf-8")
    assert list(check_keeps(rules_of(), tmp_path)) == []


def test_the_shipped_rules_prove_themselves() -> None:
    found = [str(failure) for entry in load().entries for failure in check_examples(entry)]
    assert found == []


def test_the_shipped_rules_let_clean_texts_be() -> None:
    assert list(check_keeps(load_rules(), Path(__file__).parent / "keep")) == []
