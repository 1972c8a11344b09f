"""Selectors in packs: what goes, what is the article, what fills the fields, for which sites; and what is wrong with one."""

from pathlib import Path
from textwrap import dedent

import pytest

from ingest import Document, Record, RuleError, Rules, clean, load_rules
from ingest.proof import check_page
from ingest.selectors import PageRules, for_site, xpath
from tests.pages import BODY, FIRST, SECOND, page, paragraphs

PACK = """\
sites: [sahel.example]
page:
  drop: [.weather]
  keep: [div.story]
  fields:
    title: h2.headline
    date_published: time.when
    authors: .by a
    tags: .topics a
  cases:
    - html: <div class="story"><p>The wall stands.</p><p class="weather">Rain tonight</p></div><p>Menu</p>
      removes: [Rain tonight, Menu]
      keeps: [The wall stands.]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    (tmp_path / "sahel.yaml").write_text(PACK, encoding="utf-8")
    return load_rules(tmp_path)


def cleaned(markup: str, url: str, rules: Rules) -> Record:
    return clean(Document(id="p", text=markup, url=url, is_page=True), rules)


STORY = (
    '<h2 class="headline">السور يستعيد حجارته</h2><time class="when" datetime="2025-12-01T10:00">أمس</time>'
    '<div class="by"><a>سلمى حداد</a> و<a>رامي عون</a></div>'
    f'<div class="story">{paragraphs(FIRST)}<p class="weather">الطقس: أمطار متفرقة على الساحل الليلة</p>{paragraphs(SECOND)}</div>'
    '<div class="topics"><a>السور</a><a>تراث</a></div>'
)


@pytest.mark.parametrize("host", ["sahel.example", "www.sahel.example", "ar.news.sahel.example"])
def test_a_site_s_selectors_hold_for_its_subdomains(host: str, rules: Rules) -> None:
    record = cleaned(page(STORY), f"https://{host}/7", rules)
    assert record.text == f"{FIRST}\n{SECOND}"
    assert (record.title, record.date_published) == ("السور يستعيد حجارته", "2025-12-01")
    assert (record.authors, record.tags) == (("سلمى حداد", "رامي عون"), ("السور", "تراث"))


def test_other_sites_are_left_alone(rules: Rules) -> None:
    record = cleaned(page(paragraphs(*BODY)), "https://notsahel.example/7", rules)
    assert record.text == "\n".join(BODY)


def test_selectors_count_for_the_digest(rules: Rules) -> None:
    assert rules.digest != load_rules().digest


def test_later_packs_add_to_earlier_ones() -> None:
    pages = [
        PageRules(drop=("a",)),
        PageRules(frozenset({"x.example"}), drop=("b",), fields={"title": "h1"}),
        PageRules(frozenset({"y.example"}), drop=("c",)),
        PageRules(frozenset({"example"}), fields={"title": "h2"}),
    ]
    assert for_site(pages, "www.x.example") == PageRules(drop=("a", "b"), fields={"title": "h2"})
    assert for_site(pages, None) == PageRules(drop=("a",))


def test_examples_are_run(tmp_path: Path) -> None:
    wrong = PACK.replace("removes: [Rain tonight, Menu]", "removes: [The wall]").replace(
        "keeps: [The wall stands.]", "keeps: [Menu]"
    )
    (tmp_path / "a.yaml").write_text(wrong, encoding="utf-8")
    (entry,) = [entry for entry in load_rules(tmp_path).pages if entry.layer == str(tmp_path)]
    assert [failure.partition(": page: ")[2] for failure in check_page(entry)] == [
        "should be removed and is kept: The wall",
        "should be kept and is not: Menu",
    ]


@pytest.mark.parametrize(
    ("pack", "fault"),
    [
        ("page: {drop: ['p[['], cases: [{html: <p>a, keeps: [a]}]}", "a.yaml:1: not a CSS selector: "),
        ("page: {keep: [p], cases: [{html: <p>a, keeps: [a]}]}", "a.yaml:1: page.keep: only in a pack with 'sites'"),
        ("page: {drop: [p]}", "a.yaml:1: page: the key 'cases' is missing"),
        ("page: {dropp: [p], cases: [{html: <p>a, keeps: [a]}]}", "a.yaml:1: page.dropp: unknown key; did you mean 'drop'?"),
        (
            "page: {drop: [p], cases: [{html: a, keep: [a], keeps: [a]}]}",
            "page.cases.0.keep: unknown key; did you mean 'keeps'?",
        ),
        (
            "sites: [x.example]\npage: {fields: {titel: p}, cases: [{html: <p>a, keeps: [a]}]}",
            "a.yaml:2: page.fields.titel: 'titel' is not known; did you mean 'title'?",
        ),
    ],
)
def test_faults(pack: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(dedent(pack), encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules(tmp_path / "a.yaml")
    assert fault in str(error.value)


def test_xpath() -> None:
    with pytest.raises(ValueError, match="not a CSS selector"):
        xpath("p >")
