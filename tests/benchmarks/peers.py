"""Other tools on the same texts, where they are installed: `pip install justext 'datatrove[io]'`. None says why a line went."""

from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec

Cleaner = Callable[[str], object]


def installed() -> Iterator[tuple[str, Cleaner | None]]:
    """Each peer with its way to clean one text; None where it is not installed."""
    for name, package, make in (
        ("trafilatura", "trafilatura", _trafilatura),
        ("jusText, Arabic", "justext", _justext),
        ("datatrove's C4 lines", "datatrove", _c4),
    ):
        yield name, make() if find_spec(package) else None


def _page(text: str) -> str:
    """The text as the paragraphs of a page, which is what these tools read."""
    return "<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + "</body></html>"


def _trafilatura() -> Cleaner:
    from trafilatura import extract

    return lambda text: extract(_page(text))


def _justext() -> Cleaner:
    import justext

    words = justext.get_stoplist("Arabic")
    return lambda text: justext.justext(_page(text), words)


def _c4() -> Cleaner:
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    # The number of sentences would want a model of the language, and is no matter of lines.
    lines = C4QualityFilter(min_num_sentences=-1)
    return lambda text: lines.filter(Document(text=text, id="x"))
