"""What a page says of its article: headline, day, authors, language, tags, from structured data before anything else.

Publishers state these for search engines and social networks, each source with faults of its own: a headline shortened
for the results page, the site's name behind it, the day of the last change. So the headline is voted on, and the
sources for everything else are asked from the surest to the least sure.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from ingest.dates import parse_date
from ingest.extract import plain
from ingest.script import core, fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO_DAY: Final = re.compile(r"\s*((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?:\D|$)")
_ARTICLE: Final = ("Article", "Posting", "Report")  # schema.org's NewsArticle, BlogPosting, LiveBlogPosting, …
_NESTED: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
_MOST_NODES: Final = 2_000  # of structured data; what is behind them is somebody's catalogue
_DAYS: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "article.published", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_AUTHORS: Final = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_TAGS: Final = ("article:tag", "news_keywords", "keywords", "parsely-tags")
_SITE_MARK: Final = re.compile(r"\s+[|–—·•:»›/\-]\s+|\s*[|ㅣ»›]\s*|(?<=\S)-(?=\w+$)")
_ADDRESS: Final = re.compile(r"https?://|@|\bwww\.")
_BY: Final = re.compile(r"(?:by|von|par|por|di|da|av|door|بقلم|كتب|كتبت)[ :]+", re.IGNORECASE)
# How much a source's word counts for the headline. Structured data and Open Graph are written to be taken for it; a first
# heading is what readers see, but now and then a kicker; the others mostly repeat one of these, or shorten it.
_TRUST: Final = {"data": 1.0, "og": 0.95, "h1": 0.5, "twitter": 0.1, "title": 0.1}
MOST_AROUND: Final = 12  # code points round a site's name: `www.` and `.com`, `news`
MOST_TAGS: Final = 30
MOST_HEADINGS: Final = 3
LONGEST_TITLE: Final = 1_000  # code points


class Metadata(NamedTuple):
    """What was found; None or nothing where a page does not say. `day` is an ISO day, `body` the text in structured data."""

    title: str | None
    day: str | None
    authors: tuple[str, ...]
    language: str | None
    tags: tuple[str, ...]
    description: str
    body: str
    is_article: bool | None  # None: the page does not say what it is


def read_metadata(tree: "HtmlElement") -> Metadata:
    """The metadata of a parsed page; the tree is left as it is."""
    nodes = [*_nodes(tree)]
    articles = [node for node in nodes if _is_article(node)]
    article: Mapping[str, Any] = max(articles, key=_fullness, default={})
    meta = _meta(tree)
    return Metadata(
        title=_title(tree, article, meta, nodes),
        day=_day(tree, article, meta),
        authors=_authors(article, meta),
        language=tree.get("lang") or _text(article.get("inLanguage")) or _text(meta.get("og:locale")) or None,
        tags=_tags(article, meta),
        description=_text(article.get("description")) or _text(meta.get("og:description")) or _text(meta.get("description")),
        body=_text(article.get("articleBody")) if isinstance(article.get("articleBody"), str) else "",
        is_article=True if articles else _says_article(meta),
    )


def address(tree: "HtmlElement") -> str | None:
    """The page's own address, as it states it for search engines or social networks."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((url.strip() for url in map(str, found) if url.startswith(("http://", "https://"))), None)


def _nodes(tree: "HtmlElement") -> Iterator[Mapping[str, Any]]:
    """The objects in a page's JSON-LD (https://json-ld.org), nested ones too, in reading order."""
    rest = [_loaded(script.text or "") for script in tree.iterfind('.//script[@type="application/ld+json"]')]
    rest.reverse()
    for _ in range(_MOST_NODES):
        if not rest:
            return
        value = rest.pop()
        if isinstance(value, list):
            rest += reversed(value)
        elif isinstance(value, dict):
            yield value
            rest += [value[name] for name in _NESTED if isinstance(value.get(name), dict | list)]


def _loaded(text: str) -> object:
    """JSON as pages print it: with bare line feeds in strings, comment marks round it, a semicolon behind."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    with suppress(orjson.JSONDecodeError):
        return orjson.loads(text)
    with suppress(ValueError, RecursionError):
        return json.loads(text, strict=False)
    return None


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _fullness(node: Mapping[str, Any]) -> int:
    """How much of an article a node is: others on the page are mentioned with a headline and an address."""
    return sum(bool(node.get(name)) for name in ("headline", "datePublished", "author", "articleBody", "description"))


def _says_article(meta: Mapping[str, list[str]]) -> bool | None:
    kind = _text(meta.get("og:type")).lower()
    if "article" in kind:
        return True
    return False if kind in ("website", "profile") else None


def _meta(tree: "HtmlElement") -> dict[str, list[str]]:
    """The contents of the page's meta elements by their names in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := (element.get("content") or "").strip()):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _title(
    tree: "HtmlElement", article: Mapping[str, Any], meta: Mapping[str, list[str]], nodes: list[Mapping[str, Any]]
) -> str | None:
    """The headline that most sources agree on, the site's name taken off."""
    headings = [heading.text_content() for heading in islice(tree.iter("h1"), MOST_HEADINGS)]
    browser = tree.find(".//title")
    offered = [
        ("data", _text(article.get("headline")) or _text(article.get("name"))),
        ("og", _text(meta.get("og:title"))),
        *(("h1", heading) for heading in headings),
        ("twitter", _text(meta.get("twitter:title"))),
        ("title", (browser.text or "") if browser is not None else ""),
    ]
    sites = [_text(node.get("publisher", {}).get("name")) for node in nodes if isinstance(node.get("publisher"), dict)]
    sites += [*meta.get("og:site_name", ()), *meta.get("article:section", ()), _text(article.get("articleSection"))]
    offered = [(source, _clean(text)) for source, text in offered if len(text) <= LONGEST_TITLE]
    sure = {core(fold(text)) for source, text in offered if source in ("data", "h1")}
    candidates = [(source, _without_site(text, sure, sites)) for source, text in offered if text]
    return _voted([(source, text) for source, text in candidates if text and fold(text) not in map(fold, sites)])


def _voted(candidates: list[tuple[str, str]]) -> str | None:
    """The candidate with most trust behind it; sources that say the same add up, the first of equals is taken."""
    trust: dict[str, float] = {}
    spelled: dict[str, str] = {}
    counted: set[tuple[str, str]] = set()
    for source, text in candidates:
        key = core(fold(text))
        spelled.setdefault(key, text)
        if (source, key) not in counted:
            trust[key] = trust.get(key, 0) + _TRUST[source]
            counted.add((source, key))
    return spelled[max(trust, key=trust.__getitem__)] if trust else None


def _without_site(title: str, sure: Collection[str], sites: Iterable[str]) -> str:
    """A title without the names of site and section behind it: what they are called is known, or what is left stands elsewhere."""
    if core(fold(title)) in sure:
        return title
    marks = [*_SITE_MARK.finditer(title)]
    for mark in marks:
        if core(fold(title[: mark.start()])) in sure:
            return title[: mark.start()].strip()
    known = [fold(site).replace(" ", "") for site in sites if site]
    for mark in reversed(marks):
        end = fold(title[mark.end() :]).replace(" ", "")
        if not any(site in end or (len(end) > 3 and end in site) for site in known if len(end) <= len(site) + MOST_AROUND):
            break
        title = title[: mark.start()].strip()
    return title


def _day(tree: "HtmlElement", article: Mapping[str, Any], meta: Mapping[str, list[str]]) -> str | None:
    """The day of publication: of structured data, of meta elements, of a time element, else what htmldate makes out."""
    offered = [article.get("datePublished"), article.get("dateCreated"), *(_text(meta.get(name)) for name in _DAYS)]
    offered += [time.get("datetime") for time in tree.xpath("//time[@itemprop='datePublished' or @pubdate]")[:1]]
    for value in offered:
        if isinstance(value, str) and (day := as_day(value)):
            return day
    return _searched_day(tree)


def _searched_day(tree: "HtmlElement") -> str | None:
    """The day that htmldate finds in a page's markup and text (Barbaresi 2020, 10.21105/joss.02439)."""
    from htmldate import find_date

    with suppress(Exception):  # its readers stumble over odd pages now and then
        return find_date(tree, original_date=True, extensive_search=True)
    return None


def as_day(value: str) -> str | None:
    """The ISO day of a stamp or a printed date: as printed, whatever its time zone.

    >>> as_day("2025-12-01T23:30:00+03:00"), as_day("الإثنين 1 ديسمبر 2025"), as_day("soon")
    ('2025-12-01', '2025-12-01', None)
    """
    if found := _ISO_DAY.match(value):
        return "-".join(found.groups())
    day = parse_date(value)
    return day.isoformat() if day else None


def _authors(article: Mapping[str, Any], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Names of persons and desks; addresses of profiles are none."""
    given = article.get("author")
    names = [*map(_text, given if isinstance(given, list) else [given])]
    if not any(names):
        names = next((meta[name] for name in _AUTHORS if name in meta), [])
    clean = [_BY.sub("", name, count=1) if _BY.match(name) else name for name in map(_clean, names)]
    return tuple(dict.fromkeys(name for name in clean if name and len(name) < 100 and not _ADDRESS.search(name)))


def _tags(article: Mapping[str, Any], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The first list of tags that there is; one that is a sentence for search engines is none."""
    given = article.get("keywords")
    lists = [given if isinstance(given, list) else [given], *(meta.get(name, []) for name in _TAGS)]
    for values in lists:
        tags = [_clean(tag) for value in values if isinstance(value, str) for tag in re.split(r"[,،;]", value)]
        tags = [tag for tag in tags if tag and len(tag) <= 60]
        if tags:
            return tuple(dict.fromkeys(tags))[:MOST_TAGS]
    return ()


def _clean(text: str) -> str:
    """A value on one line, its entities resolved: pages escape them once more than they should."""
    return " ".join(plain(text).split())


def _text(value: object) -> str:
    """A value that should be text, or the first of several."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() if isinstance(value, str) else ""
