"""What packs say of pages: which elements go, which hold the article, where the fields stand. CSS selectors, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.sites import site_and_parents

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ATTRIBUTES: Final = ("content", "datetime")  # where an element has its value for machines


@dataclass(frozen=True)
class PageRules:
    """The page section of one pack; selectors are XPaths by now.

    Attributes:
        sites: the sites they are for; none: all.
        drop: elements that go before the article is looked for.
        keep: elements that are the article, and nothing else is; none: it is looked for.
        fields: for the names of a record's fields, the elements whose text they are.
    """

    sites: frozenset[str] = frozenset()
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def xpath(selector: str) -> str:
    """The XPath of a CSS selector.

    Raises:
        ValueError: it is no selector; the message says why.

    >>> xpath("aside > p")
    'descendant-or-self::aside/p'
    """
    from cssselect import HTMLTranslator, SelectorError

    try:
        return HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {error}") from None


def for_site(pages: Iterable[PageRules], site: str | None) -> PageRules:
    """What all packs say of a site's pages, together; of one field the last pack's selector."""
    domains = frozenset(site_and_parents(site))
    chosen = [page for page in pages if not page.sites or page.sites & domains]
    return PageRules(
        drop=tuple(selector for page in chosen for selector in page.drop),
        keep=tuple(selector for page in chosen for selector in page.keep),
        fields={name: selector for page in chosen for name, selector in page.fields.items()},
    )


def prune(tree: "HtmlElement", rules: PageRules) -> None:
    """Take out of a tree what the selectors drop; text behind an element stays."""
    for selector in rules.drop:
        for element in tree.xpath(selector):
            if element.getparent() is not None:
                element.drop_tree()


def kept(tree: "HtmlElement", rules: PageRules) -> list["HtmlElement"]:
    """The elements that hold the article, in their order, the outermost of nested ones; none where no selector says."""
    found = tree.xpath(" | ".join(rules.keep)) if rules.keep else []
    every = set(found)
    return [element for element in found if every.isdisjoint(element.iterancestors())]


def values(tree: "HtmlElement", rules: PageRules, name: str) -> tuple[str, ...]:
    """What a field's selector finds, each value once: an element's value for machines, else its text."""
    selector = rules.fields.get(name)
    found = tree.xpath(selector) if selector else []
    return tuple(dict.fromkeys(filter(None, map(_value, found))))


def _value(element: "HtmlElement") -> str:
    given = next((element.get(name) for name in _ATTRIBUTES if element.get(name)), None)
    return " ".join((given or element.text_content()).split())
