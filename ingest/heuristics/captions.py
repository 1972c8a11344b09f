"""Captions between the headline and the text, or under an image that was left out."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.script import fold
from ingest.view import Kind, View
from ingest.words import near_copy

# What a caption shows or says of itself, at its start.
_CUE: Final = re.compile(
    "(?:"
    + fold(
        "من (?:لقاء|اجتماع|جلسة|حفل|فعاليات|أجواء|مراسم|زيارة|مباراة|موقع|آثار|داخل|أمام|المؤتمر|اللقاء|الاجتماع|"
        "الحفل|أعمال|الأرشيف)|خلال|أثناء|لحظة|لقطة|صورة|صور|جانب|مشهد|مشاهد|عناصر|جنود|متظاهر|أرشيف|أحد|إحدى|عدد من|"
        "جنازة|تشييع|دخان|حطام|أنقاض|الرئيس|الوزير|رئيس|وزير|لاعبو|مشجعو|سيارات|شعار|مبنى|مقر|علم|خريطة|رسم|تعبيرية|"
        "توضيحية|file photo|a view|people|a man|a woman|photo|image|illustration"
    )
    + ")(?= |$)"
)
# A credit at the end, in brackets or behind a dash: (رويترز), (أ ف ب), - Getty Images.
_CREDIT: Final = re.compile(
    r"(?:[(\[]|[-/|:] ?)(?:"
    + fold(
        "أ ?ف ?ب|رويترز|الفرنسية|أسوشيتد برس|أ ?ب|د ?ب ?أ|الأناضول|أرشيف(?:ية)?|واس|وام|غيتي|جيتي|الأوروبية|إ ?ب ?أ|مواقع التواصل|"
        "من المصدر|reuters|afp|ap|epa|getty(?: images)?|dpa|archive|anadolu|shutterstock|x|twitter"
    )
    + r")[)\]]?$"
)


def find(view: View) -> Iterator[Hit]:
    """Captions above the first paragraph, or right under an image marker.

    Evidence, one of: a credit at the line's end; the line printed twice in a row; a caption's opening word (a noun of
    event or view) right under a copy of the headline or an image marker. Only short lines without a full stop, above
    the first paragraph or under an image marker. Spared: a standfirst, which speaks in sentences; everything in verse
    and lists. Missed: captions that look like any other line.
    """
    if view.is_terse:
        return
    for i in view.rows:
        if i in view.noise or i == view.headline or view.kinds[i] not in (Kind.HEADLINE, Kind.FRAGMENT, Kind.TRUNCATED):
            continue
        under_image = _under(view, i, "markup")
        if not under_image and view.zone(i) != "head":
            continue
        text = view.folded[i]
        if near_copy(text, view.headline_text) or view.length(i) > 30:
            continue
        above, below = view.above(i), view.below(i)
        twice = any(j is not None and j != view.headline and view.cores[j] == view.cores[i] for j in (above, below))
        cued = _CUE.match(view.cores[i]) and (under_image or _under(view, i, "duplicate_headline") or _under_copy(view, i))
        if cued or (view.length(i) > 2 and (twice or _CREDIT.search(text))):
            yield Hit(*view.span(i))


def _under(view: View, i: int, label: str) -> bool:
    above = view.above(i)
    return above is not None and view.noise.get(above) == label


def _under_copy(view: View, i: int) -> bool:
    """Whether the line above is the headline printed again."""
    above = view.above(i)
    return above is not None and above != view.headline and near_copy(view.folded[above], view.headline_text)
