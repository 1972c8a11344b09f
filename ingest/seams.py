"""Where the blocks of a page were run together without a space (`get_text(strip=True)` does it): `السعوديةالأرصاد تحذر2023`.

A seam is where a word surely ends although the next one begins at once. It is no cut: it is a place where one may be made.
"""

import re
from typing import Final

FEWEST: Final = 3  # of a line that was run together; fewer are misprints
FEWEST_IN_TITLE: Final = 4  # words
# Behind a ta marbuta, an alif maqsura or a tanwin no word goes on, nor from letters into a figure or another script.
_SEAM: Final = re.compile(
    r"(?<=[ةىً])(?=[ء-ي]{2})|(?<=ًا)(?=[ء-ي]{2})|(?<=\d)(?=[ء-ي]{3})|(?<=[ء-ي]{3})(?=\d)|"
    r"(?<=[A-Za-z]{2})(?=[ء-ي]{2})|(?<=[ء-ي]{2})(?=[A-Z]?[a-z]{2})|(?<=[)\]»”])(?=[ء-ي]{2})"
)


def seams(text: str, title: str = "") -> list[int]:
    """The seams of a line in code points, sorted; none where it was not run together. The title shows two where it is printed.

    >>> line = "محلياتالأمطار تغلق طريق الميناء القديمالجمعة9 فبراير 2024أغلقت الأمطار"
    >>> places = seams(line, "الأمطار تغلق طريق الميناء القديم")
    >>> [line[a:b] for a, b in zip([0, *places], [*places, len(line)])]
    ['محليات', 'الأمطار تغلق طريق الميناء القديم', 'الجمعة', '9 فبراير 2024', 'أغلقت الأمطار']
    """
    found = {match.start() for match in _SEAM.finditer(text)}
    if title.count(" ") + 1 >= FEWEST_IN_TITLE:
        start = text.find(title)
        while start >= 0:
            found.update(glued_edges(text, start, start + len(title)))
            start = text.find(title, start + len(title))
    return sorted(found) if len(found) >= FEWEST else []


def glued_edges(text: str, start: int, end: int) -> list[int]:
    """At which edges of a stretch that is not blank a letter or figure of something else stands, with no blank between.

    >>> glued_edges("محليات«الميناء» يفتح أبوابه2024", 6, 27)
    [6, 27]
    """
    return [place for place, beside in ((start, text[max(0, start - 1) : start]), (end, text[end : end + 1])) if beside.isalnum()]
