"""The head of a flattened page, between its headline and its first sentence, read part by part.

There stand the page's stamp, the writer with a place, font buttons, a picture's caption with its credit: parts that show
by themselves where they end. What shows no end is let be, and so the reading stops where the story may begin.
"""

import re
from collections.abc import Collection, Iterator
from itertools import accumulate
from typing import Final

from ingest.dates import find_date
from ingest.longline import LongLine
from ingest.names import PICTURE_AGENCIES, is_person, name_length
from ingest.script import EDGE, fold

LONGEST_PART: Final = 200  # code points, folded, in which a part ends
LONGEST_DAY: Final = 40  # code points of a day before its hour
MOST_STAMPS: Final = 3  # of a page's head and its comments; more are a list of fixtures
MOST_BEFORE_STAMP: Final = 5  # words of a place and a writer's name
MOST_IN_CAPTION: Final = 25  # words
MOST_IN_PLACE: Final = 2  # words
MOST_BEFORE_BYLINE: Final = 12  # words of a caption between the headline and a writer's name with its stamp
MOST_IN_SITE: Final = 4  # words
FEWEST_IN_STORY: Final = 60  # words in which a story names again whom it is about
_SITE: Final = r"(?:{0})(?: ?[:-])? (?!و)[^\W\d_]+(?: ?[-/] ?[^\W\d_]+ [^\W\d_]+)?(?= )"  # with a place behind it
_BAR: Final = re.compile(r"[|•/-] ")
_ZONE: Final = re.compile(rf" ?\(?{fold('بتوقيت')} [^()\d]{{3,30}}\)")
# A day in figures, or with its year, and the bare hour beside it: few sentences print one.
_STAMP: Final = re.compile(r"(?:\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d(?: ?م)?) ?[-|,،]? ?\d{1,2}:\d\d")
_OF_SENTENCE: Final = re.compile(
    r"(?:^|(?<= ))(?:" + fold("في|اليوم|يوم|أمس|بعد|قبل|منذ|حتى|من|إلى|مساء|صباح|ظهر|بتاريخ|غدا|بين") + ") "
)
_YEAR_OR_CLOCK: Final = re.compile(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b")
_RUNS_ON: Final = re.compile("[,،]|و|at |" + fold("في "))
_BUTTON: Final = re.compile(
    r"(?:\+ ?{} ?-|{}|a ?[+-] ?a(?: ?[+-])?(?: ?a)?|[+-] ?a ?[+-] ?a|{}(?: ?[+-]){{0,2}}|{}|tt|advertisement|"
    r"[/(]{{1,2}} ?{} ?[/)]{{1,2}}|{} ?:? ?\d+)(?= |$)".format(
        *map(fold, ("الخط", "ع ع ع", "حجم الخط", "إضافة إعلان", "(?:انتهى|النهاية|نهاية الخبر)", "رمز الخبر"))
    )
)
# The address of the page, its label before it, and a call to follow whose networks were pictures.
_SHORT_LINK: Final = re.compile(
    fold("(رابط (?:مختصر|قصير) ?:? ?)") + rf"(https?://\S+)((?: {fold('تابعوا')} \S+ {fold('على')})?)(?= |$)"
)
# What the BBC's pages say of their writers.
_WRITER_FIELD: Final = re.compile(r"(?:article information|(?:author|role|reporting from),)(?= )")
_WRITER: Final = re.compile(fold("(?:كتبت?|بقلم|إعداد|تحرير|تقرير|حوار|ترجمة|تصوير|عدسة|كتابة)") + r" ?: ?")
_NOBODY: Final = re.compile(fold("(?:آخرون|وكالات|المحرر|أرشيف)") + "(?= )")
_PLACE: Final = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+){{0,{MOST_IN_PLACE - 1}}} ?[-/|:] ?")
_MARKED: Final = re.compile(
    r"(?:[^.؟?!]{3,150} [-:(] ?)?"
    + fold("(?:(?:صورة|صور|الصورة) (?:أرشيفية|تعبيرية|توضيحية|من الأرشيف)|(?<=- )(?:أرشيفية|تعبيرية)(?= ))")
    + r"\)?(?: ?[-/|])?(?: [a-z.]+)*"
)
_IN_BRACKETS: Final = re.compile(r"[^().؟?!]{6,200}\(([^()0-9]{2,40})\)(?= [^-.,،:)])")
_OUTLETS: Final = fold(
    "الشرق الأوسط|الخليج|البيان|الاتحاد|الراي|الأنباء|القبس|الجريدة|السياسة|النهار|الوطن|عكاظ|الرياض|الجزيرة|المدينة|اليوم|سبق|"
    "مكة|البلاد|الحياة|العربي الجديد|الأخبار|الأهرام|الشروق|الدستور|الغد|الرأي|العرب|الراية|الوسط|الأيام|القدس العربي|المصري اليوم"
)
_PICTURES: Final = re.compile(
    f"(?:{PICTURE_AGENCIES}|{_OUTLETS})$|"
    r"(?:getty|reuters|afp|ap|epa|anadolu|shutterstock|x|twitter|facebook|social media)\b|[^/]{3,25}/ ?[^/]{3,25}$"
)
# The paper itself as the writer, and where: `الظهران: «الشرق الأوسط»`, `«عكاظ» (جدة)`.
_STAFF: Final = re.compile(
    rf"(?:[^\W\d_]+(?: [^\W\d_]+)? ?[:-] ?\"?(?:{_OUTLETS})\"(?= )|"
    rf"\"(?:{_OUTLETS})\" ?(?:\([^()\d]{{2,20}}\)|[:-] ?[^\W\d_]+(?= ))(?: \S*@\S*)?)"
)
# Credits in letters of another script, or of an agency, which show their end.
_LATIN: Final = r"(?:© ?)?[a-z][^\u0600-\u06ff]{1,80}(?= [\u0600-\u06ff]|$)"
_LATIN_CREDIT: Final = re.compile(fold("(?:صورة|الصورة) (?:من|ل)") + rf" ?: ?{_LATIN}")
_CREDIT: Final = re.compile(
    fold("(?:صدر الصورة|مصدر الصورة|حقوق الصورة)")
    + rf" ?[،:] ?{_LATIN}|\bcredit ?: {_LATIN}|"
    + fold("(?:صورة|الصورة|تصوير|صور)")
    + rf" ?: ?(?:{PICTURE_AGENCIES})(?= |$)"
)
# A picture's title and its credit, or an agency, in a text of another script.
_STRANGE: Final = re.compile(r"[a-z][a-z.'-]+ [a-z][^\u0600-\u06ff.]{4,80}(?= [\u0600-\u06ff])")
_AGENCY_ALONE: Final = re.compile(
    r"(?<=[.؟!] )(?:keystone|reuters|afp|getty images|ap|epa|dpa|picture alliance)(?= [\u0600-\u06ff])"
)
_END: Final = re.compile(r"[.!?؟۔…][\"')]* ")


def marks(line: LongLine) -> Iterator[tuple[int, int]]:
    """Where font buttons, stamps with an hour and credits in letters of another script begin and end.

    They need no cut before them.

    >>> line = LongLine("عبد الله سعيد 11 سبتمبر 2024 + الخط - في سوق المدينة القديم")
    >>> [line.text[slice(*place)] for place in marks(line)]
    ['+ الخط - ']
    """
    text = line.folded
    for match in (*_BUTTON.finditer(text), *_CREDIT.finditer(text), *_AGENCY_ALONE.finditer(text)):
        if match.start() == 0 or text[match.start() - 1] == " ":
            yield _span(line, *match.span())
    for match in _SHORT_LINK.finditer(text):
        yield from (_span(line, *match.span(n)) for n in (1, 2, 3) if match[n])
    yield from ((place, place) for match in _WRITER_FIELD.finditer(text) for place in _span(line, match.start(), match.start())[:1])
    stamps = list(_stamps(text))
    first = _END.search(text)
    if len(stamps) <= MOST_STAMPS or (first and first.start() < stamps[1][0]):
        for start, end in stamps if len(stamps) <= MOST_STAMPS else stamps[:1]:
            yield _span(line, start, end)
    for match in _LATIN_CREDIT.finditer(text):
        begin = max((end.end() for end in _END.finditer(text, max(0, match.start() - LONGEST_PART), match.start())), default=-1)
        if begin >= 0 and text.count(" ", begin, match.start()) < MOST_IN_CAPTION:
            yield _span(line, begin, match.end())


def _stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where bare stamps stand in a folded text; what is behind a label is a part of that."""
    for match in _STAMP.finditer(text):
        at = max(0, match.start() - LONGEST_DAY)
        while (date := find_date(text, at)) is not None and date.end <= match.start():
            at = date.end
        start, end = (date.start, date.end) if date and date.start <= match.start() else match.span()
        zone = _ZONE.match(text, end)
        spoken = _OF_SENTENCE.fullmatch(text, text.rfind(" ", 0, max(0, start - 1)) + 1, start) or _OF_SENTENCE.match(text, start)
        if not spoken and not text[:start].rstrip().endswith(":"):
            yield start, zone.end() if zone else end


def parts(line: LongLine, place: int, buttons: Collection[int], title: str = "") -> Iterator[int]:
    """Where the parts of a head end that follow each other from `place` on.

    Args:
        buttons: the places where font buttons begin.
        title: the folded title, behind which the site's name may stand.

    >>> line = LongLine("الثلاثاء، 11 أكتوبر 2022 02:40 م الغربية - مصطفى عادل تفقد المحافظ أعمال رصف الطريق")
    >>> places = [0, *parts(line, 0, [])]
    >>> [line.text[a:b].strip() for a, b in zip(places, [*places[1:], None])]
    ['الثلاثاء، 11 أكتوبر 2022 02:40 م', 'الغربية - مصطفى عادل', 'تفقد المحافظ أعمال رصف الطريق']
    """
    site = re.compile(_SITE.format("|".join(map(re.escape, _sites(title))))) if _sites(title) else None
    is_first = True
    while place < len(line.text):
        first = line.to_folded(place)
        text = line.folded[first : first + LONGEST_PART]
        lengths = _lengths(text, [line.to_folded(button) - first for button in buttons if button > place])
        if not lengths and site and (match := site.match(text)):
            lengths = [match.end()]
        if not lengths and not (is_first and place == 0):
            lengths = _writer(line, text)
        is_first = False
        end = place
        for length in lengths:
            end = line.next_start(line.from_folded(first + length))
            yield end
        if end == place:
            return
        place = end


def _span(line: LongLine, start: int, end: int) -> tuple[int, int]:
    return line.next_start(line.from_folded(start)), line.next_start(line.from_folded(end))


def _sites(title: str) -> list[str]:
    """What may be the site's name in a folded title: what stands behind its bars and dashes."""
    return [part for part in re.split(r" ?[|-] ", title)[1:] if 0 < part.count(" ") + 1 <= MOST_IN_SITE]


def _writer(line: LongLine, text: str) -> list[int]:
    """Where a writer's name ends that a folded text begins with: a name that stands nowhere else in the line.

    Whom a story is about it names again.
    """
    length = name_length(text)
    name = text[:length].split(" ")
    once = bool(length) and line.names.count(name[-1]) == 1 and line.folded.count(text[:length]) == 1
    return [length] if once and len(line.names) >= FEWEST_IN_STORY else []


def _lengths(text: str, buttons: Collection[int]) -> list[int]:
    """Where what a folded text begins with ends, in its parts; nothing where that is not sure."""
    if match := _BAR.match(text) or _BUTTON.match(text):
        return [match.end()]
    if stamp := _stamp(text):
        return [stamp]
    if match := _STAFF.match(text) or _STRANGE.match(text):
        return [match.end()]
    if match := _WRITER.match(text):
        nobody = _NOBODY.match(text, match.end())
        name = nobody.end() - nobody.start() if nobody else name_length(text[match.end() :])
        return [match.end() + name] if name else []
    if match := _PLACE.match(text):
        name = name_length(text[match.end() :])
        if name and not text[match.end() + name :].lstrip().startswith(("-", "،", ",")):
            return [match.end() + name]
    if match := _MARKED.match(text):
        return [match.end()]
    if (match := _IN_BRACKETS.match(text)) and match[0].count(" ") < MOST_IN_CAPTION:
        credit = match[1].strip()
        if _PICTURES.match(credit) or is_person(credit):
            return [match.end()]
    return _signed(text, buttons)


def _stamp(text: str) -> int:
    """Where a day with its year or hour ends that a folded text begins with; 0 where it may be the day a sentence is about."""
    date = find_date(text)
    if date is None or date.start > 1 or not _YEAR_OR_CLOCK.search(text, date.start, date.end):
        return 0
    zone = _ZONE.match(text, date.end)
    end = zone.end() if zone else date.end
    return 0 if _RUNS_ON.match(text[end:].lstrip()) else end


def _signed(text: str, buttons: Collection[int]) -> list[int]:
    """Where a name ends, with a place before it perhaps, and the stamp behind it; a button may show that it is one."""
    date = find_date(text)
    if date is None or not _YEAR_OR_CLOCK.search(text, date.start, date.end) or _END.search(text, 0, date.start):
        return []
    before = text[: date.start].rstrip(EDGE)
    words = before.split(" ")
    if not before or len(words) > MOST_BEFORE_BYLINE:
        return []
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    if "-" in words and is_person(" ".join(words[words.index("-") + 1 :])):
        first = words.index("-") - 1  # `caption, site - name, stamp`
        return [*(starts[n] for n in [first] if n > 0), date.start, date.end]
    if len(words) > MOST_BEFORE_STAMP:
        return []
    persons = [n for n in range(min(len(words), MOST_IN_PLACE + 1)) if is_person(" ".join(words[n:]))]
    if not persons or (persons[0] and not any(date.end <= button <= date.end + 3 for button in buttons)):
        return []
    return [*(starts[n] for n in persons[:1] if n), date.start, date.end]
