"""What the names of elements say of the lines in them: `wp-caption-text`, `factbox`, `Newsletter_strapline`.

Classes and ids are written for stylesheets, but editors' systems all over the world call the parts of a page by the same
few words. They are evidence only near a line: on `body` they say what a page may contain somewhere.
"""

import re
from functools import lru_cache
from typing import Final, Literal

Role = Literal["caption", "box", "related", "teaser", "prompt", "author", "comments"]

_WORDS: Final[dict[Role, str]] = {
    "caption": """
        captions? figcaption image-?caption image-?description photo-credit image-credit img-credit media-?info bildunterschrift
        bildtext bild-info legende pie-?foto didascalia bildtekst
    """,
    "box": "fact-?box(?:es)? info-?box(?:es)? faktaboks(?:en)? fakta-?box faktaruta info-?kasten",
    "related": """
        related\\w* recommend\\w* read-?(?:more|also|next) more-(?:on|from|stories) also-read see-also most-(?:read|popular|viewed)
        recirc\\w* promos? trending up-next next-(?:article|story) weiterlesen lesetipps? a-lire lire-aussi
        leer-mas
    """,
    "teaser": "teasers? teaser-\\w+",  # of this story (its standfirst) above it, of others below
    "prompt": """
        newsletters? newsletter-\\w+ subscri\\w+ sign-?up donat\\w+ consent cookies? social-placeholder embed-placeholder modal
        toast app-(?:promo|download|banner)\\w* register regwall disclaimer adverts? advertisements? advertorial
    """,
    "author": """
        author-?(?:bio|box|info|card|note)\\w* about-(?:the-)?author bio biography autor(?:en)?-?(?:box|info)? writer-bio
    """,
    "comments": "comments? comments-\\w+ respond disqus\\w*",
}
_ROLES: Final = tuple((role, re.compile("-(?:" + "|".join(words.split()) + ")(?=-)")) for role, words in _WORDS.items())
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BREAK: Final = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def role_of(names: str) -> Role | None:
    """The part of a page that the class names and the id of an element speak of, or None.

    >>> role_of("Article_factBox__a1b2"), role_of("wp-caption-text"), role_of("story-body")
    ('box', 'caption', None)
    """
    joined = "-" + _BREAK.sub("-", _HUMP.sub("-", names).lower()) + "-"
    return next((role for role, words in _ROLES if words.search(joined)), None)
