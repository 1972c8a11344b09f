"""The version, in the one place that the build, the command and the records read it from."""

from collections.abc import Iterator

__version__ = "0.1.0"

_MATTER = (  # packages that a record may come out differently with
    "trafilatura", "htmldate", "lxml", "lxml_html_clean", "beautifulsoup4", "feedparser", "regex", "charset-normalizer",
    "rapidfuzz", "hijridate", "publicsuffixlist",
)  # fmt: skip
_EXTRAS = ("datatrove", "fastwarc", "fsspec", "pyarrow", "pyspark", "ray", "rensa", "scrapy")


def versions() -> Iterator[tuple[str, str]]:
    """The program's version, Python's, and those of the packages that matter, for the report of a fault."""
    import platform
    from importlib import metadata

    yield "ingest", __version__
    yield "Python", f"{platform.python_version()} {platform.system()} {platform.machine()}"
    for name in (*_MATTER, *_EXTRAS):
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            if name in _MATTER:
                yield name, "not installed"
