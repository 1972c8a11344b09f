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
            edges = (start, start + len(title))
            found.update(place for place in edges if 0 < place < len(text) and text[place - 1 : place + 1].isalnum())
            start = text.find(title, start + len(title))
    return sorted(found) if len(found) >= FEWEST else []
