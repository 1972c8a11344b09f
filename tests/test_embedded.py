"""Articles in scripts: strings with quotes and stray ones, and scripts that are made to be slow."""

import json

import pytest
from lxml import html

from ingest.embedded import embedded_article
from tests.pages import BODY, paragraphs

ARTICLE = paragraphs(*BODY)


def found(script: str) -> str | None:
    return embedded_article(html.document_fromstring(f"<body><p>x</p><script>{script}</script></body>"))


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(f"window.S = {json.dumps({'html': ARTICLE})};", id="escaped"),
        pytest.param(f"window.S = {json.dumps({'html': ARTICLE}, ensure_ascii=False)};", id="as letters"),
        pytest.param(f"say('a stray \" here'); S = {json.dumps({'html': ARTICLE})}", id="behind a stray quote"),
        pytest.param(f"S = {json.dumps({'html': ARTICLE.replace('<', '&lt;')})}", id="escaped twice"),
        pytest.param(f"S = {json.dumps([ARTICLE[:450], ARTICLE])}", id="the longest"),
    ],
)
def test_an_article(script: str) -> None:
    assert found(script) == ARTICLE


def test_quotes_inside() -> None:
    quoted = paragraphs(*(f'قال: "نعم". {text}' for text in BODY))
    assert found(f"S = {json.dumps({'html': quoted})}") == quoted


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(f"S = {json.dumps({'html': paragraphs(BODY[0])})}", id="a summary"),
        pytest.param(f"S = {json.dumps({'text': ' '.join(BODY * 3)})}", id="no paragraphs"),
        pytest.param('\\"' * 500_000, id="escaped quotes"),
        pytest.param('"' + "a" * 1_000_000, id="a string without an end"),
        pytest.param('"' * 500_000, id="quotes"),
        pytest.param("", id="nothing"),
    ],
)
def test_none(script: str) -> None:
    assert found(script) is None
