"""What the markup says of a line."""

import pytest

from ingest import Document, clean
from ingest.extract import rendered
from ingest.heuristics import tagged
from ingest.model import Find
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
