"""What a page says of its article, against what each source says alone."""

import json

import pytest
from lxml import html

from ingest.metadata import Metadata, address, read_metadata
from tests.pages import TITLE

OTHER = "السور القديم يستعيد حجارته"


def told(head: str, body: str = "") -> Metadata:
    return read_metadata(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"))


def data(**fields: object) -> str:
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle"} | fields, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def og(name: str, value: str) -> str:
    return f'<meta property="og:{name}" content="{value}">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param(data(headline=TITLE), f"<h1>{OTHER}</h1>", TITLE, id="structured data before a heading"),
        pytest.param(og("title", TITLE) + data(headline=OTHER), f"<h1>{TITLE}</h1>", TITLE, id="two against one"),
        pytest.param(f"<title>{TITLE} | صحيفة الساحل</title>", f"<h1>{TITLE}</h1>", TITLE, id="a heading tells what is behind it"),
        pytest.param(f"<title>{TITLE} - الساحل</title>{og('site_name', 'الساحل')}", "", TITLE, id="the site's name is known"),
        pytest.param(
            f"<title>{TITLE} - محليات - الساحل</title>{og('site_name', 'الساحل')}"
            '<meta property="article:section" content="محليات">',
            "",
            TITLE,
            id="the section's too",
        ),
        pytest.param(
            og("title", "السور القديم - صيانة تبدأ الأسبوع المقبل"), "", "السور القديم - صيانة تبدأ الأسبوع المقبل", id="a dash"
        ),
        pytest.param(og("title", "A &amp;amp; B agree on the harbour"), "", "A & B agree on the harbour", id="escaped twice"),
        pytest.param("<title>صحيفة الساحل</title>" + og("site_name", "صحيفة الساحل"), "", None, id="only the site's name"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    assert told(head, body).title == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (data(datePublished="2025-12-01T23:30:00+03:00"), "2025-12-01"),
        ('<meta property="article:published_time" content="2025-12-01T23:30:00Z">', "2025-12-01"),
        ('<meta name="pubdate" content="20251201">', "2025-12-01"),
        (data(datePublished="soon") + '<meta name="date" content="2025-12-01">', "2025-12-01"),
        (data(dateModified="2025-12-02", datePublished="2025-12-01"), "2025-12-01"),
    ],
)
def test_day(head: str, day: str) -> None:
    assert told(head).day == day


def test_a_time_element_has_the_day() -> None:
    assert told("", '<time itemprop="datePublished" datetime="2025-12-01">أمس</time>').day == "2025-12-01"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (data(author={"name": "سلمى حداد"}), ("سلمى حداد",)),
        (data(author=[{"name": "سلمى حداد"}, {"name": "رامي عون"}, {"name": "سلمى حداد"}]), ("سلمى حداد", "رامي عون")),
        (data(author="By Jane Doe"), ("Jane Doe",)),
        (data(author={"name": "https://news.example/authors/1"}), ()),
        ('<meta name="author" content="سلمى حداد">', ("سلمى حداد",)),
        ("", ()),
    ],
)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    assert told(head).authors == authors


def test_tags() -> None:
    assert told(data(keywords="السور، الميناء,تراث")).tags == ("السور", "الميناء", "تراث")
    assert told('<meta name="keywords" content="one, two">').tags == ("one", "two")
    assert told(data(keywords=["one", "two"])).tags == ("one", "two")


def test_the_fullest_article_is_the_page_s_own() -> None:
    graph = {
        "@graph": [{"@type": "Article", "headline": OTHER}, {"@type": "Article", "headline": TITLE, "datePublished": "2025-12-01"}]
    }
    found = told(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (found.title, found.day) == (TITLE, "2025-12-01")


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "one\ntwo three"}',
        '<!-- {"@type": "NewsArticle", "headline": "one two three"} -->',
        '[{"@type": ["Thing", "NewsArticle"], "headline": "one two three"}];',
    ],
)
def test_structured_data_as_pages_print_it(text: str) -> None:
    assert told(f'<script type="application/ld+json">{text}</script>').title == "one two three"


def test_what_a_page_says_that_it_is() -> None:
    assert told(data(headline=TITLE)).is_article is True
    assert told(og("type", "article")).is_article is True
    assert told(og("type", "website")).is_article is False
    assert told("").is_article is None


def test_address() -> None:
    tree = html.document_fromstring('<head><link rel="canonical" href="https://a.example/1"></head><p>x')
    assert address(tree) == "https://a.example/1"
    assert address(html.document_fromstring('<head><link rel="canonical" href="/1"></head><p>x')) is None
