"""Which site a URL belongs to, and the domains above it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+\.?")
_ADDRESS: Final = re.compile(r"[0-9.]+")


def host_of(url: str) -> str | None:
    """The host that a URL names, without a dot behind it, or None.

    >>> host_of("http://ar.example.com:80/x"), host_of("nonsense")
    ('ar.example.com', None)
    """
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname or ""
    except ValueError:
        return None
    return host.rstrip(".") if _HOST.fullmatch(host) else None


def site_of(url: str) -> str | None:
    """The registrable domain of a URL, by the public suffix list, or None.

    >>> site_of("http://ar.example.com:80/x"), site_of("//192.0.2.7/x"), site_of("nonsense")
    ('example.com', '192.0.2.7', None)
    """
    host = host_of(url)
    if host is None or _ADDRESS.fullmatch(host):
        return host
    return _suffixes().privatesuffix(host) or None


def site_and_parents(site: str | None) -> Iterator[str]:
    """A site and the domains above it, whose rules hold for it too.

    >>> list(site_and_parents("ar.news.example"))
    ['ar.news.example', 'news.example', 'example']
    """
    while site:
        yield site
        site = site.partition(".")[2]


@lru_cache(maxsize=1)
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
