"""Why lines went or stayed: every character has a fate, and a kept line is told what nearly took it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cleaning import clean
from ingest.explaining import explain, explain_part, nearest
from ingest.heuristics import RULES as HEURISTICS
from ingest.model import Document
from ingest.rulebook import Rules, load_rules

PACK = """
words:
  also: [أيضا, كذلك]
rules:
  - id: t.ar.related
    label: related_content
    why: A read-also header.
    languages: [ar]
    match: {line: ["اقرأ <also>"]}
    take: following_headlines
    removes: [اقرأ أيضا]
    keeps: [وتابع قراءة الصحف أيضا.]
  - id: t.source
    label: source_attribution
    why: The source line.
    match: {label: [المصدر], value: any}
    unless: {words: {min: 6}}
    to: credits
    removes: ["المصدر: رويترز"]
    keeps: [المصدر الأول للدخل هو النفط.]
  - id: t.once
    label: social
    why: Above the text only.
    match: {contains: [تابعونا]}
    take: match
    where: {zone: head}
    removes: [تابعونا]
    keeps: [تابعنا المباراة.]
  - id: t.weak
    label: navigation
    why: A word that says little.
    match: {line: [الرئيسية]}
    evidence: weak
    cases: [{text: "المصدر: رويترز", removes: []}, {text: "الرئيسية", removes: []}]
    removes: [الرئيسية]
    keeps: [الصفحة]
  - id: t.site
    label: navigation
    why: Of one site.
    sites: [example.com]
    match: {line: [أخبار مصر]}
    removes: [أخبار مصر]
    keeps: [مصر]
  - id: t.next
    label: navigation
    why: Under the source only.
    match: {line: [المزيد]}
    where: {after: [source_attribution]}
    removes: [المزيد]
    keeps: [مزيد]
  - id: t.slow
    label: other
    why: A pattern.
    match: {regex: "^عاجل.{0,9}$"}
    removes: [عاجل]
    keeps: [خبر عاجل]
"""
STORY = "أعلن الوزير في بيان صدر اليوم أن الحكومة ستبدأ العمل على الخطة الجديدة بعد أيام قليلة من الآن."


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    path = tmp_path_factory.mktemp("rules") / "pack.yaml"
    path.write_text(PACK + f"disable: {[rule.id for rule in HEURISTICS]}", encoding="utf-8")
    return load_rules(path, shipped=False)


def document(*lines: str) -> Document:
    return Document("a", "\n".join(lines))


def test_every_line_that_is_not_blank(rules: Rules) -> None:
    text = document("  تابعونا على الخبر", STORY, "", STORY.replace("اليوم", "أمس"), "المصْدر: رويترز \r")
    fates = explain(text, rules)
    assert [(fate.line, fate.fate, fate.rule, fate.text) for fate in fates] == [
        (1, "removed", "t.once", "تابعونا"),
        (1, "kept", None, "على الخبر"),
        (2, "kept", None, STORY),
        (4, "kept", None, STORY.replace("اليوم", "أمس")),
        (5, "moved", "t.source", "المصْدر: رويترز"),
    ]
    assert (fates[4].label, fates[4].to, fates[4].matched) == ("source_attribution", "credits", "المصدر: رويترز")
    assert fates[4].origin is not None
    assert fates[4].origin.endswith("pack.yaml:13")
    assert fates[1][3:] == (None,) * 5


def test_a_removal_of_many_lines(rules: Rules) -> None:
    text = document(STORY, "اقرأ أيضا", "الذهب يرتفع في مصر اليوم", "الدولار يتراجع في لبنان أمس", STORY)
    assert [(fate.line, fate.fate) for fate in explain(text, rules)] == [
        (1, "kept"),
        (2, "removed"),
        (3, "moved"),
        (4, "moved"),
        (5, "kept"),
    ]


def test_what_is_kept_for_review_is_proposed(rules: Rules) -> None:
    assert [fate.fate for fate in explain(document("المصدر: رويترز"), rules)] == ["proposed"]


@given(st.lists(st.sampled_from([STORY, "", "تابعونا على كذا", "المصدر: رويترز", "اقرأ أيضا", "خبر آخر في مصر", "x\r", "\u2028"])))
def test_fates_tell_what_cleaning_does(rules: Rules, lines: list[str]) -> None:
    text = document(*lines)
    fates, record = explain(text, rules), clean(text, rules)
    words = [word for fate in fates for word in fate.text.split()]
    assert words == text.text.split()
    kept = [word for fate in fates if fate.fate in ("kept", "proposed") for word in fate.text.split()]
    assert kept == record.text.split()


@pytest.mark.parametrize(
    ("lines", "number", "rule", "failed"),
    [
        pytest.param(
            [STORY, "اقرأ أيضا في الموقع"], 2, "t.ar.related", "has 'اقرا ايضا', but the whole line must be the phrase", id="shape"
        ),
        pytest.param(
            [STORY, "المصدر: قال لنا إن الأمر صعب جدا"],
            2,
            "t.source",
            "the rule spares a line that has 6 to 10000 words",
            id="unless",
        ),
        pytest.param([STORY, "تابعونا"], 2, "t.once", "the rule wants a line that stands in the head", id="where"),
        pytest.param([STORY, "الرئيسية"], 2, "t.weak", "its evidence is weak", id="weak"),
        pytest.param([STORY, "أخبار مصر"], 2, "t.site", "the rule is for example.com; the text is not", id="site"),
        pytest.param([STORY, "المزيد"], 2, "t.next", "the rule wants a line that stands after source_attribution", id="neighbour"),
    ],
)
def test_the_first_condition_that_failed(rules: Rules, lines: list[str], number: int, rule: str, failed: str) -> None:
    text = document(*lines)
    assert [fate.fate for fate in explain(text, rules) if fate.line == number] == ["kept"]
    near = nearest(text, rules, number)
    assert near[0].rule == rule
    assert failed in near[0].failed


def test_a_language_apart(rules: Rules) -> None:
    text = Document("a", f"{STORY}\nاقرأ أيضا", language="fa")
    assert [near.failed for near in nearest(text, rules, 2)] == ["the rule is for ar; the text is not"]


def test_matches_come_before_mentions(rules: Rules) -> None:
    near = nearest(document(STORY, "المصدر: اقرأ أيضا من هنا يا صديق"), rules, 2)
    assert [rule.rule for rule in near] == ["t.source", "t.ar.related"]


def test_nothing_near(rules: Rules) -> None:
    assert nearest(document(STORY, "", "عنوان"), rules, 1) == ()
    assert nearest(document(STORY, "", "عنوان"), rules, 2) == ()


def test_one_line(rules: Rules) -> None:
    text = document(STORY, "", "المصدر: رويترز", "تابعونا")
    assert explain_part(text, rules).near == ()
    assert len(explain_part(text, rules).fates) == 3
    assert explain_part(text, rules, 2).fates == ()
    removed, kept = explain_part(text, rules, 3), explain_part(text, rules, 4)
    assert ([fate.fate for fate in removed.fates], removed.near) == (["moved"], ())
    assert ([fate.fate for fate in kept.fates], kept.near[0].rule) == (["kept"], "t.once")


def test_a_pattern_that_was_stopped(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise TimeoutError

    entry = next(entry for entry in rules.entries if entry.id == "t.slow")
    monkeypatch.setattr(type(entry.matcher.shape), "match", stop)
    assert "it ran too long" in nearest(document(STORY, "عاجل جدا جدا جدا"), rules, 2)[0].failed


def test_a_line_in_no_pack(rules: Rules, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("rules: []\n")
    assert nearest(document(STORY), load_rules(empty, shipped=False), 1) == ()
