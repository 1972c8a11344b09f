"""What the markup says of a line."""

import pytest

from ingest import Document, clean
from ingest.extract import rendered
from ingest.heuristics import tagged
from ingest.model import Find, Mark, Span
from ingest.view import View
from tests.heuristics.pages import FIRST, HEADLINE, SECOND
from tests.heuristics.test_related import FIRE, MATCH, RAIN

P = f"<p>{FIRST}</p><p>{SECOND}</p>"


def goes(find: Find, markup: str) -> list[str]:
    document = rendered(Document(id="x", text=markup, title=HEADLINE))
    return [document.text[hit.start : hit.end] for hit in find(View(document))]


def items(*lines: str) -> str:
    return "".join(f"<li><a href='/1'>{line}</a></li>" for line in lines)


def test_captions() -> None:
    caption = "زنبقة على حافة البئر، وقد نقلها العمال إلى الحديقة العامة في المدينة قبل أن يحل الشتاء."
    record = clean(Document(id="x", text=f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>{P}"))
    assert record.text == f"{FIRST}\n{SECOND}"
    assert record.captions == (caption,)
    assert goes(tagged.find_captions, f"<p>{caption}</p>{P}") == [], "a paragraph like it"
    assert goes(tagged.find_captions, f"<figcaption>{FIRST}</figcaption><figcaption>{SECOND}</figcaption>") == [], "nothing else"


def test_menus() -> None:
    assert goes(tagged.find_menus, f"<nav><ul><li>زنبق</li><li>خزام</li></ul></nav>{P}") == ["زنبق", "خزام"]
    assert goes(tagged.find_menus, f"<form><p>بريدك</p><p>نعدك ألا نكتب إليك كثيرا.</p></form>{P}") == ["بريدك"]
    assert goes(tagged.find_menus, f"<form>{P}<p>زنبق</p></form>") == [], "the form holds the article"
    assert goes(tagged.find_menus, f"<ul><li>زنبق</li><li>خزام</li></ul>{P}") == [], "a list"


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        pytest.param(
            f"<p>{FIRST}</p><ul>{items(MATCH, RAIN, FIRE)}</ul><p>{SECOND}</p>", [MATCH, RAIN, FIRE], id="between paragraphs"
        ),
        pytest.param(f"{P}<ul>{items(MATCH, RAIN, FIRE)}</ul>", [MATCH, RAIN, FIRE], id="below"),
        pytest.param(f"{P}<ul>{items(MATCH, RAIN)}</ul>", [], id="two"),
        pytest.param(
            f"<p>{FIRST}</p><ul><li>{MATCH}</li><li>{RAIN}</li><li>{FIRE}</li></ul><p>{SECOND}</p>",
            [],
            id="no links",
        ),
        pytest.param(
            f"<ul>{items('أسعار الذهب', 'قرار البنك المركزي', 'بيانات التضخم')}</ul>{P}",
            [],
            id="a table of contents",
        ),
    ],
)
def test_links(markup: str, lines: list[str]) -> None:
    assert goes(tagged.find_links, markup) == lines


# Parts of whole pages, and links in them

THIRD = "وقال مدير الحديقة إن العمال ينقلون الأشجار القديمة إلى الضفة الأخرى قبل أن يحل فصل الشتاء."
LINK = "<p><a href='/1'>كيف نجت الحديقة القديمة من السيول</a></p>"
LINKED = "كيف نجت الحديقة القديمة من السيول"


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        pytest.param(f"{P}{LINK}<p>{THIRD}</p>", [LINKED], id="a paragraph that is a link"),
        pytest.param(
            f"{P}<p>انظر: <a href='/1'>{LINKED} وكيف بقيت</a></p><p>{THIRD}</p>", [f"انظر: {LINKED} وكيف بقيت"], id="labelled"
        ),
        pytest.param(
            f"{P}<h3><a href='/1'>{MATCH}</a></h3><h3><a href='/2'>{RAIN}</a></h3><p>{THIRD}</p>", [MATCH, RAIN], id="headings"
        ),
        pytest.param(f"{P}<h3><a href='/1'>{LINKED}</a></h3><p>{THIRD}</p>", [], id="one heading, perhaps of a list"),
        pytest.param(f"{P}<ul>{items(MATCH, RAIN)}</ul><p>{THIRD}</p>", [MATCH, RAIN], id="two items"),
        pytest.param(f"{P}<ul>{items(MATCH)}</ul><p>{THIRD}</p>", [], id="one item"),
        pytest.param(
            f"{P}<p>وفي <a href='/1'>تقرير</a> سابق قالت الإدارة إن الأمر انتهى</p><p>{THIRD}</p>", [], id="a link in prose"
        ),
        pytest.param(f"{P}<p><a href='/1'>{LINKED} قبل عامين.</a></p><p>{THIRD}</p>", [], id="a sentence"),
        pytest.param(f"{P}<p><a href='/1'>وكالة أنباء الساحل</a></p><p>{THIRD}</p>", [], id="a name"),
        pytest.param(f"{P}{LINK}", [], id="too little round it"),
        pytest.param(f"{P}<p>{LINKED}</p><p>{THIRD}</p>", [], id="no link"),
    ],
)
def test_pointers(markup: str, lines: list[str]) -> None:
    assert goes(tagged.find_pointers, markup) == lines


def test_headings() -> None:
    kicker = f"الحديقة العامة {HEADLINE}"
    assert goes(tagged.find_headings, f"<h1>{kicker}</h1>{P}") == [kicker]
    assert goes(tagged.find_headings, f"<h2>{kicker}</h2>{P}") == [], "a heading of the article"
    assert goes(tagged.find_headings, f"{P}<h1>{kicker}</h1><p>{THIRD}</p>") == [], "below the first paragraph"


PARTS = {
    "related": tagged.find_related,
    "box": tagged.find_boxes,
    "prompt": tagged.find_prompts,
    "author": tagged.find_authors,
    "comments": tagged.find_comments,
}


@pytest.mark.parametrize("part", PARTS)
def test_parts(part: str) -> None:
    text = f"{FIRST}\n{SECOND}\n{THIRD}"
    spans = [Span(0, len(FIRST)), Span(len(FIRST) + 1, len(FIRST) + 1 + len(SECOND)), Span(len(text) - len(THIRD), len(text))]

    def taken(*tags: str) -> list[str]:
        marks = tuple(Mark(span, tag, 0.0) for span, tag in zip(spans, tags, strict=True))
        view = View(Document(id="x", text=text, marks=marks))
        return [text[hit.start : hit.end] for hit in PARTS[part](view)]

    assert taken("p", part, "p") == [SECOND]
    assert taken("p", "li", "p") == []
    assert taken(part, part, "p") == [], "it holds most of the text"
