"""Whole pages to articles: what is found, what belongs to it, which way was taken, and what is no article."""

import json

import pytest

from ingest import Document, Record, clean
from ingest.page import extracted
from tests.pages import BODY, FIRST, FOURTH, LEAD, SECOND, THIRD, TITLE, page, paragraphs


def cleaned(markup: str, url: str | None = None) -> Record:
    return clean(Document(id="p", text=markup, url=url, is_page=True))


def test_a_page_gives_its_article_and_its_fields() -> None:
    record = cleaned(page(paragraphs(*BODY)), "https://news.sahel.example/1")
    assert record.text == "\n".join(BODY)
    assert (record.title, record.language, record.site) == (TITLE, "ar", "sahel.example")
    assert record.cleaning.rendered
    assert (record.cleaning.status, record.cleaning.warnings) == ("cleaned", ())


def test_the_address_in_the_page_stands_in_for_a_missing_one() -> None:
    head = '<link rel="canonical" href="https://www.sahel.example/wall">'
    record = cleaned(page(paragraphs(*BODY), head))
    assert (record.url, record.site) == ("https://www.sahel.example/wall", "sahel.example")


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param(f'<p class="article-standfirst">{LEAD}</p>', id="named"),
        pytest.param(f'<div class="header"><p class="x1">{LEAD}</p></div>', id="the page's description"),
    ],
)
def test_the_standfirst_belongs_to_the_article(lead: str) -> None:
    head = f'<meta property="og:description" content="{LEAD}">'
    body = f'{lead}</article></main><section class="story-body">{paragraphs(*BODY)}</section><main><article>'
    assert cleaned(page(body, head)).text == "\n".join((LEAD, *BODY))


def test_a_paragraph_that_the_extractor_passes_over_is_found_beside_the_others() -> None:
    walled = "".join(f'<div class="article-text"><p>{text}</p></div><div class="advert">إعلان</div>' for text in BODY)
    assert cleaned(page(walled)).text == "\n".join(BODY)


def test_parts_of_the_page_are_told_by_their_names() -> None:
    caption = "عمال فوق السور القديم عند الغروب، وخلفهم البحر والمرفأ الجديد."
    box = "بني السور على ثلاث مراحل، وكان طوله عند اكتماله أربعة كيلومترات."
    bio = "تكتب سلمى عن التراث منذ عشرين عاما، ولها كتابان عن مدن الساحل."
    article = (
        f'<p>{FIRST}</p><div class="story-image"><p class="story-image__caption">{caption}</p></div><p>{SECOND}</p>'
        f'<div class="fact-box"><p>{box}</p></div>{paragraphs(THIRD, FOURTH)}<div class="author-bio"><p>{bio}</p></div>'
    )
    record = cleaned(page(article))
    assert record.text == "\n".join(BODY)
    labels = {removal.text.strip(): removal.label for removal in record.cleaning.removals}
    assert labels.get(caption, "photo_caption") == "photo_caption"
    assert labels.get(box, "other") == "other"
    assert labels.get(bio, "byline") == "byline"


def test_names_round_the_whole_article_say_nothing() -> None:
    article = f'<div class="has-newsletter related-on modal-page">{paragraphs(*BODY)}</div>'
    assert cleaned(page(article)).text == "\n".join(BODY)


def test_links_between_paragraphs_are_pointers_to_other_stories() -> None:
    link = '<p>انظر: <a href="/2">كيف صمد المرفأ أمام عاصفة الشتاء الماضي</a></p>'
    record = cleaned(page(f"{paragraphs(FIRST, SECOND)}{link}{paragraphs(THIRD, FOURTH)}"))
    assert record.text == "\n".join(BODY)
    assert [story.title for story in record.related] == ["انظر: كيف صمد المرفأ أمام عاصفة الشتاء الماضي"]


def test_a_headline_that_reads_otherwise_goes_too() -> None:
    head = '<meta property="og:title" content="السور القديم: صيانة تبدأ الأسبوع المقبل">'
    data = json.dumps({"@type": "NewsArticle", "headline": "السور القديم: صيانة تبدأ الأسبوع المقبل"}, ensure_ascii=False)
    record = cleaned(page(paragraphs(*BODY), f'{head}<script type="application/ld+json">{data}</script>'))
    assert record.title == "السور القديم: صيانة تبدأ الأسبوع المقبل"
    assert record.text == "\n".join(BODY)


def test_an_article_that_stands_only_in_a_script_is_taken_from_there() -> None:
    state = json.dumps({"props": {"story": {"html": paragraphs(*BODY)}}}, ensure_ascii=False)
    markup = f'<html lang="ar"><body><div id="app"></div><script>window.S = {state}</script></body></html>'
    record = cleaned(markup)
    assert record.text == "\n".join(BODY)
    assert record.cleaning.warnings == ("the article was taken from a script: the page's own text has hardly any of it",)


def test_an_article_that_stands_only_in_structured_data_is_taken_from_there() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(BODY)}, ensure_ascii=False)
    markup = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>جار التحميل</p></body></html>'
    record = cleaned(markup)
    assert all(paragraph in record.text for paragraph in BODY)


@pytest.mark.parametrize(
    ("markup", "url", "warning"),
    [
        pytest.param("", None, "there is no article in this page", id="nothing"),
        pytest.param("<html><body><div id=app></div></body></html>", None, "there is no article in this page", id="an empty shell"),
        pytest.param(
            "<title>404 Not Found</title><body><h1>Page not found</h1><p>The page you asked for has moved.</p></body>",
            None,
            "this page does not seem to be an article, but an error page or a wall",
            id="an error page",
        ),
        pytest.param(
            "<title>صحيفة الساحل</title><body><h1>تسجيل الدخول</h1><p>أدخل بريدك الإلكتروني وكلمة المرور.</p></body>",
            None,
            "this page does not seem to be an article, but an error page or a wall",
            id="a login",
        ),
        pytest.param(
            "<html><body>"
            + "".join(f'<div class="card"><h2><a href="/{n}">{text}</a></h2></div>' for n, text in enumerate(BODY * 3))
            + "</body></html>",
            None,
            "this page does not seem to be an article: most of its text is links",
            id="a section front",
        ),
        pytest.param(page(paragraphs(*BODY)), "https://sahel.example/", "it is the front page of its site", id="a front page"),
    ],
)
def test_what_is_no_article_is_for_review(markup: str, url: str | None, warning: str) -> None:
    record = cleaned(markup, url)
    assert record.cleaning.status == "review"
    assert warning in record.cleaning.warnings[-1]


def test_a_short_story_is_no_error_page() -> None:
    assert cleaned(page(paragraphs(FIRST, SECOND))).cleaning.status == "cleaned"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 20_000 + FIRST, id="nested"),
        pytest.param("&amp;" * 50_000, id="entities"),
        pytest.param("<p>" + "\x00\ud800\ufffe" * 10 + FIRST, id="no letters"),
        pytest.param("<" * 50_000, id="brackets"),
        pytest.param('<script type="application/ld+json">' + "[" * 50_000 + "</script>" + paragraphs(*BODY), id="nested data"),
        pytest.param("<html><head></head></html>", id="no body"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><html><body><p>" + FIRST, id="a wrong declaration"),
    ],
)
def test_hostile_pages_end_well(markup: str) -> None:
    assert cleaned(markup).cleaning.status in ("unchanged", "cleaned", "review")


def test_a_page_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.page.LARGEST", 100)
    record = cleaned(page(paragraphs(*BODY)))
    assert (record.text, record.cleaning.status, record.cleaning.warnings) == (
        "",
        "review",
        ("the page has more than 100 letters",),
    )


def test_lines_have_marks() -> None:
    document = extracted(Document(id="p", text=page(f"{paragraphs(*BODY[:3])}<ul><li>{FOURTH}</li></ul>"), is_page=True))
    tags = {document.text[slice(*mark.span)]: mark.tag for mark in document.marks}
    assert tags[FIRST] == "p"
    assert tags[FOURTH] == "li"
    assert document.text == "\n".join(tags)
