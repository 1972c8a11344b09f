"""Feeds to documents: which part of an item is the text, which day it has, and what a broken feed costs."""

from pathlib import Path

import pytest

from ingest.cleaning import clean
from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.fields import Fields

BODY = "افتتح الوزير صباح أمس محطة تحلية جديدة تخدم أربع قرى على الساحل."
ITEM = f"""<item><title>محطة تحلية &amp;quot;جديدة&amp;quot;</title><link>https://news.example.co.uk/7</link><guid>7</guid>
<pubDate>{{date}}</pubDate><dc:creator>سلمى عبود</dc:creator><category>محليات</category><category>مياه</category>
<description>تمهيد قصير</description>
<content:encoded><![CDATA[<p>{BODY}</p><ul><li><a href="/8">خبر آخر</a></li></ul>]]></content:encoded></item>"""


def rss(*items: str, language: str = "ar") -> str:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<channel><title>صحيفة</title><language>{language}</language>{''.join(items)}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {names}>{channel}</rss>'


def read_feed(path: Path, data: str | bytes) -> list[Document | Reject]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with files.opened(str(path)) as source:
        return list(read(source, Fields()))


def only(items: list[Document | Reject]) -> Document:
    (item,) = items
    assert isinstance(item, Document), item
    return item


def test_an_item_fills_the_fields(tmp_path: Path) -> None:
    item = only(read_feed(tmp_path / "a.xml", rss(ITEM.format(date="Mon, 03 Mar 2025 23:40:00 +0300"))))
    assert (item.id, item.url, item.site, item.language) == ("7", "https://news.example.co.uk/7", "example.co.uk", "ar")
    assert item.title == 'محطة تحلية "جديدة"'
    assert item.text == f"{BODY}\nخبر آخر"
    assert [mark.link_density for mark in item.marks] == [0, 1]
    assert (item.date_published, item.authors, item.tags) == ("2025-03-03", ("سلمى عبود",), ("محليات", "مياه"))
    assert item.metadata["summary"] == "تمهيد قصير"
    record = clean(item)
    assert (record.date_published, record.authors, record.tags) == (item.date_published, item.authors, item.tags)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Mon, 03 Mar 2025 23:40:00 +0300", "2025-03-03"),
        ("2025-03-03T01:00:00Z", "2025-03-03"),
        ("الاثنين، 3 مارس 2025", "2025-03-03"),
        ("الاثنين 3 آذار 2025 10:15", "2025-03-03"),
        ("قبل قليل", None),
        ("", None),
    ],
)
def test_the_day_is_the_printed_one_or_none(printed: str, day: str | None, tmp_path: Path) -> None:
    assert only(read_feed(tmp_path / "a.rss", rss(ITEM.format(date=printed)))).date_published == day


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>7</id><title>محطة</title><summary>تمهيد</summary>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>
<item rdf:about="7"><title>محطة</title><description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item></rdf:RDF>"""
JSON = f"""{{"version": "https://jsonfeed.org/version/1.1",
"items": [{{"id": 7, "title": "محطة", "content_html": "<p>{BODY}</p>"}}]}}"""


@pytest.mark.parametrize("feed", [ATOM, RDF, JSON], ids=["atom", "rdf", "json"])
def test_every_kind_of_feed_is_told_by_its_content(feed: str, tmp_path: Path) -> None:
    item = only(read_feed(tmp_path / "feed", feed))
    assert (item.title, item.text) == ("محطة", BODY)


def test_a_declared_encoding_counts(tmp_path: Path) -> None:
    feed = rss(ITEM.format(date=""))
    legacy = feed.replace("utf-8", "windows-1256").encode("cp1256")
    assert {only(read_feed(tmp_path / "a.xml", data)).text for data in (feed, legacy)} == {f"{BODY}\nخبر آخر"}


def test_the_language_is_the_texts_not_the_softwares(tmp_path: Path) -> None:
    assert only(read_feed(tmp_path / "a.xml", rss(ITEM.format(date=""), language="en-US"))).language == "ar"


def test_a_broken_letter_costs_its_item_alone(tmp_path: Path) -> None:
    good = ITEM.format(date="")
    data = rss(good, "<item><title>b</title><description>" + "س" * 30 + "@</description></item>", good).encode()
    first, broken, last = read_feed(tmp_path / "a.xml", data.replace(b"@", b"\xd8"))
    assert isinstance(first, Document)
    assert isinstance(broken, Reject)
    assert (broken.line, broken.reason) == (2, "item 2: broken UTF-8 in it")
    assert isinstance(last, Document)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "not a feed"),
        ("<urlset><url><loc>https://example.com</loc></url></urlset>", "not a feed"),
        (rss(), "a feed without items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "a feed without items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "not JSON"),
        (rss("<item><title>عنوان وحيد</title></item>"), "item 1: no text in it"),
    ],
)
def test_what_is_no_feed_is_a_reject_with_the_reason(data: str, reason: str, tmp_path: Path) -> None:
    (item,) = read_feed(tmp_path / "a.xml", data)
    assert isinstance(item, Reject)
    assert item.reason.startswith(reason)


def test_values_of_any_kind_in_a_json_feed_cost_at_most_their_item(tmp_path: Path) -> None:
    odd = '{"title": 5, "url": [], "authors": "x", "author": 1, "tags": 3, "date_modified": [[]], "content_text": "أ"}'
    feed = f'{{"version": "https://jsonfeed.org/version/1", "language": 7, "items": [{odd}, {{"content_html": ["b"]}}]}}'
    document, reject = read_feed(tmp_path / "a.xml", feed)
    assert isinstance(document, Document)
    assert (document.title, document.url, document.authors, document.tags) == ("5", None, (), ())
    assert isinstance(reject, Reject)


def test_what_the_feed_parser_stumbles_over_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("expected declaration")

    monkeypatch.setattr("feedparser.parse", fail)
    (item,) = read_feed(tmp_path / "a.xml", rss())
    assert isinstance(item, Reject)
    assert item.reason == "not a feed that can be read: AssertionError: expected declaration"


def test_a_feed_that_breaks_off_gives_the_items_before(tmp_path: Path) -> None:
    whole = rss(ITEM.format(date=""), ITEM.format(date=""))
    items = read_feed(tmp_path / "a.xml", whole[: whole.rindex("<pubDate>")])
    assert isinstance(items[0], Document)
    assert items[0].text == f"{BODY}\nخبر آخر"


def test_entities_that_swell_are_not_resolved(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 8))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{levels}]>'
        + rss("<item><title>x</title><description>&a7;</description></item>").split("?>", 1)[1]
    )
    items = read_feed(tmp_path / "a.xml", bomb)
    assert sum(len(item.text) for item in items if isinstance(item, Document)) < 1000
