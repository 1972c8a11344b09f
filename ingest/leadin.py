"""What stands in a flattened page between the last sure part of its head and the verb with which the story begins.

Captions, names and buttons stand there, and most show by nothing where they end. But an Arabic story tends to open with a
verb and whoever did it (`أعلنت وزارة …`), and where the two come together a sentence begins: there the head is over. What
shows itself in such a stretch then needs no cut before it, for it stands in no sentence.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import Final

from ingest.dates import find_date
from ingest.late import Late
from ingest.longline import LongLine
from ingest.names import PICTURE_AGENCIES
from ingest.openings import Openings
from ingest.pagehead import PLACE_NAME, PageHead, has_two_parts
from ingest.script import fold
from ingest.verbs import LEDE

MOST_WORDS: Final = 45  # of a lead-in
# Verbs that open a story and do nothing to those named behind them (`النادي استقبل رئيس …` has one for its object), and are no
# nouns: of those that are, only the form that agrees with a woman (`تراجعت`, for `تراجع` is a decline).
_SAY: Final = fold(
    "أعلن كشف أكد أفاد أوضح أصدر نفى نفت قال أعرب اختتم أطلق أجرى أجرت أوصى أوصت أقر استأنف أنهى أنهت بدأ قرر خسر فاز باشر أبدى "
    "أبدت رجح استنكر أدلى أدلت أشاد استهل افتتح دشن نظمت توقعت تعهدت يبدأ تبدأ يعتزم تعتزم يستعد تستعد يواصل تواصل يشهد تشهد "
    "يستأنف تستأنف يعقد تعقد يسعى تسعى يعاني تعاني يحتفل تحتفل يطلق تطلق يخوض تخوض ينظم تنظم يشارك تشارك يترقب تترقب يستهل تستهل"
).replace(" ", "|")
_HAPPEN: Final = fold(
    "ارتفع انخفض تراجعت لقي أصيب توفي احتشد احتج احتفل نجح تمكنت تجمعت توافدت تظاهر انطلق اندلع تعرضت وصل غادر عاد"
).replace(" ", "|")
_ACTORS: Final = fold(
    "وزارة وزير وزيرة رئيس رئيسة رئاسة مدير مديرة مديرية محافظ حاكم والي أمير ملك ولي نائب عضو أعضاء مجلس لجنة لجان هيئة شركة "
    "شركات بنك بلدية نادي منتخب فريق مدرب لاعب اتحاد رابطة نقابة جمعية منظمة منظمات حزب حركة كتلة جيش قوات شرطة أجهزة سلطات "
    "حكومة برلمان محكمة نيابة شعبة إدارة دائرة مؤسسة وكالة مصدر مصادر خبير خبراء باحثون علماء مسؤول مسؤولون متحدث متحدثة ناطق "
    "أمانة سفارة سفير بعثة نجم نجمة فنان فنانة كاتب ممثل مصالح عناصر أعوان فرقة فرق وحدات عمال مواطنون سكان أهالي طلاب تلاميذ "
    "مزارعون متظاهرون محتجون صيادو عائلات جامعة"
).replace(" ", "|")
_AMOUNTS: Final = fold(
    "عشرات مئات آلاف عدد صافي أسعار سعر مؤشر مؤشرات أرباح ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة شخص شخصان أشخاص"
).replace(" ", "|")
_OPENS: Final = Late(rf"(?:^|(?<= ))(?:(?:{_SAY}|{_HAPPEN})ت? (?:ال)?(?:{_ACTORS})|(?:{_HAPPEN})ت? (?:ال)?(?:{_AMOUNTS}))(?!\w)")
_LEADS_UP: Final = re.compile(rf"[-:] ?$|[-/] ?(?:{PICTURE_AGENCIES}) ?$")  # a dateline of more than a place, a speaker
_DATELINE: Final = re.compile(rf"(?:^|(?<= )){PLACE_NAME} ?- ?$")
# What shows that the sentence has begun before its verb: a comma, the word that leads up to the verb, or one that opens an
# adverb; and one word alone, which may be an adverb or the verb's subject.
_BEGUN: Final = re.compile(
    r"[،,]|(?:^| )(?:"
    + fold(
        "قد|لقد|وقد|التي|الذي|الذين|كما|حيث|حين|عندما|عندئذ|أن|إن|ما|فيما|بينما|إذ|بعدما|لم|لا|كان|كانت|وكان|وكانت|حسبما|مثلما|ثم|هكذا|لذلك"
    )
    + r") $|^(?:"
    + fold(
        "في|بعد|قبل|خلال|منذ|عقب|وسط|رغم|مع|على|من|إلى|عند|حتى|أمس|اليوم|غدا|صباح|مساء|ليل|فجر|ظهر|أول|إثر|فور|ضمن|عبر|حول|تحت|أثناء|"
        "بحسب|بحضور|بمناسبة|برعاية|بهدف|بدعم|بمشاركة|بتنظيم|بالتزامن|بالتعاون|للمرة|لأول|هذا|هذه|ذلك|تلك|كل|بين|نحو|نقلا|وفق|وفقا|بناء"
    )
    + ") |^[ء-ي]+ $"
)
_BUTTONS: Final = frozenset({"social", "advertisement"})
_DIGIT: Final = re.compile(r"\d")


class LeadIn:
    """Reads lead-ins with what the packs know to begin at a place.

    >>> from ingest.pagehead import PageHead
    >>> line = LongLine("محافظ الغربية خلال الجولة الغربية - مصطفى عادل أجرى محافظ الغربية جولة ميدانية")
    >>> places = sorted(LeadIn(Openings([])).cuts(line, PageHead(line), {}, 0, len(line.text)))
    >>> [line.text[a:b].strip() for a, b in zip(places, [*places[1:], None])]
    ['محافظ الغربية خلال الجولة', 'الغربية - مصطفى عادل', 'أجرى محافظ الغربية جولة ميدانية']
    """

    def __init__(self, openings: Openings) -> None:
        self._openings: Final = openings

    def cuts(self, line: LongLine, head: PageHead, parts: Mapping[int, int], start: int, stop: int) -> set[int]:
        """Where between two places the story begins, and before it what shows itself; nothing where no verb shows the story.

        `parts` are the sure parts of the page, each from its start to its end.
        """
        first = line.to_folded(start)
        match = _opening(line.folded, first, line.to_folded(stop), head.title)
        if match is None or line.folded.count(" ", first, match.start()) > MOST_WORDS:
            return set()
        story = line.next_start(line.from_folded(match.start()))
        edges = [start, *chain.from_iterable(self._parts(line, head, parts, start, story)), story]
        gaps = [line.folded[line.to_folded(a) : line.to_folded(b)] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        buttons = self._buttons(line, edges[-2], story)
        if buttons:
            gaps[-1] = ""
        if dateline := _DATELINE.search(gaps[-1]):
            story = line.next_start(line.from_folded(line.to_folded(edges[-2]) + dateline.start()))
            gaps[-1] = gaps[-1][: dateline.start()]
        if _BEGUN.search(gaps[0]) or self._has_begun(gaps[-1]) or any(map(has_two_parts, gaps)):
            return set()
        return {*edges[:-1], *buttons, story}

    def _parts(self, line: LongLine, head: PageHead, parts: Mapping[int, int], start: int, story: int) -> Iterator[tuple[int, int]]:
        """Where the parts between two places begin and end."""
        behind = start
        for place in line.starts[line.numbers[start] : line.numbers[story]]:
            end = parts.get(place) or self._end(line, head, place, days=place == behind) if place >= behind else None
            if end is not None and end <= story:
                yield place, end
                behind = end

    def _buttons(self, line: LongLine, start: int, end: int) -> list[int]:
        """Where share buttons and adverts' marks begin that are all that stands between two places, one word each."""
        places = line.starts[line.numbers[start] : line.numbers[end]]
        for place, behind in pairwise([*places, end]):
            if not any(stop == behind and rule.label in _BUTTONS for rule, stop in self._openings.whole(line, place)):
                return []
        return places

    def _end(self, line: LongLine, head: PageHead, place: int, *, days: bool) -> int | None:
        """Where what shows itself at a place ends; a caption may hold a day, which counts only where `days` are looked for."""
        phrase = self._openings.phrase(line, place)
        label = phrase[0].label if phrase is not None else None
        if phrase is None or label == "source_attribution":  # an outlet's name may go on
            return head.shown(place)
        is_stamp = days and _DIGIT.search(line.text, place, phrase[2])
        return phrase[2] if label != "date_line" or is_stamp else head.shown(place)

    def _has_begun(self, gap: str) -> bool:
        """Whether what stands right before a verb belongs to its sentence, or may be the words of a section."""
        date = find_date(gap)
        if _BEGUN.search(gap) or _LEADS_UP.search(gap) or (date is not None and date.day is not None):
            return True
        line = LongLine(gap.strip())
        return bool(line.text) and any(end == len(line.text) for _, end in self._openings.whole(line, 0))


def _opening(text: str, start: int, stop: int, title: str) -> re.Match[str] | None:
    """Where a verb stands with who did it between two places of a folded text: an actor, or whom the title opens with."""
    if match := _OPENS.search(text, start, stop):
        return match
    subject = " ".join(title.split(" ")[:2])
    return re.compile(rf"{LEDE.pattern}{re.escape(subject)}(?!\w)").search(text, start, stop) if " " in subject else None
