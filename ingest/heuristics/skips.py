"""What a page says may be skipped: from `تخطى … وواصل القراءة` to where it says that this ends.

Such links are set for readers who listen to a page; an extractor that keeps them leaves both ends of a box in the text.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from ingest.model import Hit
from ingest.patterns import required_literals
from ingest.script import fold
from ingest.view import View

LONGEST: Final = 3000  # code points; the largest boxes hold ten headlines, or the terms of an embedded post
# What opens a box and what closes it, each with the box's name.
_ENDS: Final = tuple(
    (re.compile(opens, re.IGNORECASE), closes)
    for opens, closes in (
        (r"(?:تخط[ىيَّ]{0,3}|تجاوز) (.{2,80}?) و(?:واصل|تابع|أكمل) القراءة", ("{} نهاية", "نهاية {}")),
        (
            r"(?:أهمل|تجاهل|تخطى) ((?:X|Twitter|Instagram|Facebook|YouTube|TikTok|Telegram) [^\d\n]{2,30}\d{1,2})",
            ("نهاية {}", "{} نهاية"),
        ),
        (r"list of (\d{1,2}) items\s+list 1 of", ("end of list",)),
        (r"Skip (.{2,80}?) and continue reading", ("End of {}",)),
        (r"Skip ((?:X|Twitter|Instagram|Facebook|YouTube|TikTok|Telegram) [^\n]{2,40}?)(?= Allow|\n)", ("End of {}",)),
        (r"(?:Saltar|Omitir) (.{2,80}?) y continuar leyendo", ("Final de {}", "Fin de {}")),
        (r"Pule (.{2,80}?) e continue lendo", ("Fim do {}", "Fim da {}", "Fim de {}", "Fim {}")),
        (r"(?:Ignorer|Passer) (.{2,80}?) et continuer la lecture", ("Fin de {}",)),
        (r"Пропустить (.{2,80}?) и продолжить чтение", ("Конец истории {}", "{} Окончание истории", "Конец {}")),
        (r"(.{2,80}?) نظر ?انداز کریں اور پڑھنا جاری رکھیں", ("{} کا اختتام", "End of {}")),
        (r"از (.{2,80}?) رد شوید و به خواندن ادامه دهید", ("پایان {}",)),
    )
)
# What stands behind the end of a post that was not loaded, in the place of the post.
_UNLOADED: Final = re.compile(
    r"\s*(?:المحتوى غير متاح|Content is not available|El contenido no está disponible|Conteúdo não disponível)"
    r"(?:\s+(?:X|Twitter|Instagram|Facebook|YouTube|TikTok|Telegram)\b)?"
    r"(?:\s+(?:اطلع على المزيد|شاهد المزيد|View content|Ver más) (?:في|على|on|en)(?=\s))?"
)
# What each opening has in it, folded: nearly all texts have none, and to look for each by itself is fastest.
_OPENS: Final = tuple(tuple(fold(text) for text in sorted(required_literals(opens.pattern))) for opens, _ in _ENDS)


def find(view: View) -> Iterator[Hit]:
    """A box between a skip link and its end.

    Evidence: both ends stand in the text and give the box the same name; behind it the note that its post was not loaded
    may stand. Spared: everything where one of them is missing or the other is far off; prose that tells somebody to skip
    something has no end. Missed: pages in other languages, and boxes whose end was cut off.
    """
    folded = "\n".join(view.folded)
    ends = [ends for ends, openings in zip(_ENDS, _OPENS, strict=True) if any(opening in folded for opening in openings)]
    behind = 0
    for start, end in sorted(chain.from_iterable(_boxes(view.document.text, *each) for each in ends)):
        if start >= behind:
            yield Hit(start, end)
            behind = end


def _boxes(text: str, opens: re.Pattern[str], closes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for found in opens.finditer(text):
        places = ((text.find(close.format(found[1]), found.end(), found.end() + LONGEST), close) for close in closes)
        ends = [place + len(close.format(found[1])) for place, close in places if place >= 0]
        if ends:
            unloaded = _UNLOADED.match(text, min(ends))
            yield found.start(), unloaded.end() if unloaded else min(ends)
