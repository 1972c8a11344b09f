"""The head of a flattened page, between its headline and its first sentence, read part by part.

There stand the page's stamp, the writer with a place, font buttons, a picture's caption with its credit: parts that show
by themselves where they end. What shows no end is let be, and so the reading stops where the story may begin.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from ingest.blocks import opens_in_mid_story
from ingest.dates import find_date
from ingest.house import is_house
from ingest.longline import LongLine
from ingest.names import PICTURE_AGENCIES, PICTURE_OWNERS, is_person, name_length
from ingest.script import EDGE, fold
from ingest.verbs import LEDE, OPENS, RESUMES, VERB
from ingest.words import site_names

LONGEST_PART: Final = 200  # code points, folded, in which a part ends
LONGEST_DAY: Final = 40  # code points of a day before its hour
MOST_STAMPS: Final = 3  # of a page's head and its comments; more are a list of fixtures
MOST_IN_HEAD: Final = 2  # of them where more follow: of the page and of the story, or of an update
MOST_BEFORE_STAMP: Final = 5  # words of a place and a writer's name
MOST_IN_CAPTION: Final = 25  # words
FEWEST_IN_TWO: Final = 9  # blanks in a caption with a verb that may have a standfirst before it
MOST_SET_IN: Final = 16  # words of a caption between paragraphs
FEWEST_BEFORE_DASH: Final = 5  # words of a caption; places with an agency have fewer
MOST_IN_PLACE: Final = 2  # words
MOST_PARTS: Final = 12  # of a head
MOST_BEFORE_BYLINE: Final = 12  # words of a caption between the headline and a writer's name with its stamp
LONGEST_TOP: Final = 800  # code points, folded, in which a page says who wrote
MOST_IN_NAME: Final = 3  # words of a site's name
MOST_IN_WRITER: Final = 4  # words of a writer's
FEWEST_IN_STORY: Final = 60  # words in which a story names again whom it is about
_SET_OFF: Final = re.compile(" ?[:-] ")
_BAR: Final = re.compile(r"[|•/-] ")
_ZONE: Final = re.compile(rf" ?\(?(?:{fold('بتوقيت')}|(?<=\(){fold('توقيت')}) [^()\d]{{3,30}}\)")
# A day in figures, or with its year, and the bare hour beside it: few sentences print one.
_STAMP: Final = re.compile(
    r"(?:\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d(?: ?م)?) ?[-|,،.]? ?"
    + fold("(?:الساعة )?")
    + r"\d{1,2}:\d\d|\b\d{1,2}:\d\d ?[صم] (?:[^\W\d_]+ )?\d{1,2} [^\W\d_]+ (?:19|20)\d\d"
)
_OF_SENTENCE: Final = re.compile(
    r"(?:^|(?<= ))(?:" + fold("في|اليوم|يوم|أمس|بعد|قبل|منذ|حتى|من|إلى|مساء|صباح|ظهر|بتاريخ|غدا|بين") + ") "
)
_ON: Final = re.compile(fold("(?:في|بتاريخ)") + r" (?=\d{1,2}[-/.]\d{1,2}[-/.]\d{4} [^\d]{1,15}\d{1,2}:\d\d)")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
_YEAR_OR_CLOCK: Final = re.compile(rf"{_CLOCK.pattern}|\b(?:19|20)\d\d\b")
_RUNS_ON: Final = re.compile("[,،]|و|at |" + fold("في "))
_END_MARK: Final = fold("(?:انتهى|النهاية|نهاية الخبر)")
_BUTTON: Final = re.compile(
    "(?:"
    + fold(
        r"اشترك لتصلك أهم الأخبار|إضافة إعلان|ع ع ع|\+ ?الخط ?-|حجم الخط(?: ?[+-]){1,2}|"
        r"حجم الخط(?= (?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|طباعة|مشاركة|شارك|\d))|"
        "(?:تعديل |تغيير )?حجم الخط ?:?(?: a){2,3}|"
        r"ت ?\+ ?ت ?-(?: الحجم (?:الطبيعي|العادي))?|[+-] ?[+-] ?حجم الخط|خ ?[+-] ?خ ?[+-]|"
        r"استمع (?:إلى|ل) ?(?:المقالة|المقال|الخبر|التقرير)(?: \d(?:\.\d)?x)*(?: ?/? ?\d{1,2}:\d\d){1,2}|"
        r"رمز الخبر ?:? ?\d+"
    )
    + r"|a ?- ?a ?a ?\+|a ?\+ ?a ?a ?-|a ?[+-] ?a(?: ?[+-])?(?: ?a)?|[+-] ?a ?[+-] ?a|tt|advertisement|"
    + rf"[/(]{{1,2}} ?{_END_MARK} ?[/)]{{1,2}}|"
    r"published on (\d{1,2}/\d{1,2}/\d{4})(?: ?\1)?(?: \|)?)(?= |$)"
)
# Buttons whose words a sentence may hold, but no story begins with.
_ON_TOP: Final = re.compile(
    fold("(?:حجم الخط|تم نسخ الرابط|(?:استمع إلى|أظهر|إظهار) الملخص|استمع (?:إلى|ل) ?(?:المقالة|المقال|الخبر))")
    + "(?= |$)(?! (?:"
    + fold("الذي|التي|من|في|إلى|على|عن|مع|عبر|بعد")
    + ") )"
)
# The address of the page, its label before it, and a call to follow whose networks were pictures.
_SHORT_LINK: Final = re.compile(
    fold("((?:رابط (?:مختصر|قصير)|(?:انسخ|نسخ) الرابط) ?:? ?)")
    + rf"(https?://\S+)((?: {fold('تابعوا')} \S+ {fold('على')})?)(?= |$)"
)
# What a broadcaster's player prints where it could not play.
_PLAYER: Final = re.compile(
    r"(?:width px height px )?the (?:url|code) has been copied to your clipboard\.?(?: no media source currently available)?"
    r"(?: \d{1,2}:\d\d(?::\d\d)?){0,3}(?= |$)"
)
# Who edited it, up to the day; an hour behind that is the page's.
_EDITED_ON: Final = re.compile(
    fold("(?:حرر|تحرير) من طرف")
    + r" ([^\d.،]{5,60}) (?="
    + fold("في")
    + r" \d{1,2}[-/.]\d[-/.\d]*( "
    + fold("(?:على )?(?:الساعة )?")
    + r"\d{1,2}:\d\d)?)"
)
# What the BBC's pages say of their writers.
_WRITER_FIELD: Final = re.compile(r"(?:article information|(?:author|role|reporting from),)(?= )")
_WRITER: Final = re.compile(
    fold("(?:كتبت?|بقلم|إعداد|تحرير|تقرير|حوار|ترجمة|تصوير|عدسة|كتابة)")
    + " ?[:-] ?|"
    + fold("(?:حرر|حررت|تحرير|كتب|نشر) من طرف |(?:من قبل|بواسطة) |كتبت? (?:الخبر|التقرير|المقال)")
    + " ?:? ?"
)
_WROTE: Final = re.compile(fold("كتبت?") + r" ?- ?([^:.،]{4,40}?) ?:(?= )")  # `كتبت- name:`, as Egyptian sites sign on top
_SIGNED: Final = re.compile(r"([^:.،]{4,40}?) ?: ")  # `name: verb …`, as Gulf papers begin
_SIGNED_IN: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?- ?[^\W\d_]+(?: [^\W\d_]+){1,2} ?: ")  # `place - name: verb …`
_SHOT: Final = re.compile(r"[^.؟?!:]{6,100}[ ،,-] ?" + fold("(?:تصوير|عدسة)") + " ?: ?")
# A source and a day, each behind its label, as the Gulf's papers print them.
_SOURCE: Final = re.compile(fold("المصدر") + r" ?: ?(?![^:]* [يت][^ ]{3,} )[^.:؟]{3,50}? (?=" + fold("التاريخ") + " ?:)")
_DAY_LABEL: Final = re.compile(fold("التاريخ") + " ?: ?")
_PASSIVE: Final = re.compile(fold("(?:من قبل|بواسطة)"))
_AND: Final = re.compile(" و ?(?=[^ ]{2})")
_TEXT_BY: Final = re.compile(
    fold("(?:نص|النص|تقرير|نص/صوت)") + f" ?: ?(?:{fold(PICTURE_OWNERS)})(?: ?/ ?(?:{fold(PICTURE_OWNERS)})){{0,2}}(?= )"
)
_NOBODY: Final = re.compile(fold("(?:آخرون|وكالات|المحرر|أرشيف)") + "(?= )")
_PLACE: Final = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+){{0,{MOST_IN_PLACE - 1}}} ?[-/|:] ?(?:[^\W\d_]+ ?[-/|] ?)?")  # and an agency
# Where nothing before it tells where a place's name begins: one word, or one of those that names begin with and the next.
_ONE_PLACE: Final = re.compile(
    "(?:"
    + fold("(?:أم|أبو|بني|بيت|تل|دير|رأس|سيدي|عين|كفر|وادي|شرم|بور|خان|جبل|بن|سان|نيو|حفر|خميس|رام|تيزي|برج|سوق|قصر)")
    + r" )?[^\W\d_]+ ?[-/|:] ?(?:[^\W\d_]+ ?[-/|] ?)?"
)
_BRACKETED_PLACE: Final = re.compile(r" ?\([^\W\d_]+(?: [^\W\d_]+)?\)(?= )")
_MARKED: Final = re.compile(
    r"(?:[^.؟?!]{3,150} [-:(] ?)?"
    + fold("(?:(?:صورة|صور|الصورة) (?:أرشيفية|تعبيرية|توضيحية|من الأرشيف)|(?<=- )(?:أرشيفية|تعبيرية)(?= ))")
    + r"\)?(?: ?[-/|])?(?: [a-z.]+)*"
)
_IN_BRACKETS: Final = re.compile(r"[^().؟?!]{6,200}\(([^()0-9]{2,40})\)(?= [^-.,،:)])")
# Captions: closed by a dash and an agency; by a copyright sign and its owner; set between paragraphs with the credit in brackets.
_DASHED: Final = re.compile(rf"([^().؟?!:\d]{{15,160}}?) ?[-\u2013] ?(?:{PICTURE_AGENCIES})(?= [^-.,،:])")
_OWNED: Final = re.compile(rf"[^؟?!]{{10,180}}?[. ] ?© ?(?:{fold(PICTURE_OWNERS)})(?= )")
_SET_IN: Final = (
    r"(?<=[.؟!\"] )[^.؟?!()]{{12,130}}"
    + "".join(rf"(?<!{word} )" for word in fold("وكالة|لوكالة|الأنباء|وكالات|صحيفة|قناة|موقع|على|في|مع|عن|إلى|من").split("|"))
    + rf"\((?:{{0}})(?: ?[-/،] ?{fold('أرشيف')})?\)(?= [^-.,،:)])"
)
_SET_IN_CREDITS: Final = fold(
    "رويترز|أ ?ف ?ب|فرانس برس|الفرنسية|أسوشيتد برس|غيتي(?: إيميجز)?|جيتي|الأناضول|أرشيف(?:ية)?|الجزيرة|"
    "مواقع التواصل(?: الاجتماعي)?|الشرق الأوسط|اندبندنت عربية|العربي الجديد|عنب بلدي"
)
_READ_TIME: Final = re.compile(r"\d{1,2} " + fold("(?:دقائق|دقيقة)") + "( (?:" + fold("قراءة|للقراءة") + "))?(?= )")
_OUTLETS: Final = fold(
    "الشرق الأوسط|الخليج|البيان|الاتحاد|الراي|الأنباء|القبس|الجريدة|السياسة|النهار|الوطن|عكاظ|الرياض|الجزيرة|المدينة|اليوم|سبق|"
    "مكة|البلاد|الحياة|العربي الجديد|الأخبار|الأهرام|الشروق|الدستور|الغد|الرأي|العرب|الراية|الوسط|الأيام|القدس العربي|المصري اليوم"
)
_PICTURES: Final = re.compile(
    f"(?:{PICTURE_AGENCIES}|{_OUTLETS})(?: ?[-/،] ?{fold('أرشيف')}(?:{fold('ية')})?)?$|"
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
    fold("(?:صدر الصورة|مصدر الصورة|حقوق الصورة|حقوق النشر)")
    + rf" ?[،:]? ?{_LATIN}|\bcredit ?: {_LATIN}|"
    + fold("(?:صورة|الصورة|تصوير|صور)")
    + rf" ?: ?(?:{PICTURE_AGENCIES})(?= |$)"
)
# A picture's title and its credit, or an agency, in a text of another script.
_STRANGE: Final = re.compile(r"[a-z][a-z.'-]+ (?:/ )?[a-z][^\u0600-\u06ff.]{4,80}(?= [\u0600-\u06ff])")
_AGENCY_ALONE: Final = re.compile(
    r"(?<=[.؟!] )(?:keystone|reuters|afp|getty images|ap|epa|dpa|picture alliance)(?= [\u0600-\u06ff])"
)
# What blogs print between a reader's name and what he says.
_SAYS: Final = re.compile(
    rf"(?<= )(?:{fold('يقول|تقول')}|says) ?:? ?"
    rf"(?=\d{{1,2}} [^\W\d]{{3,12}}[،,]? ?\d{{4}} (?:{fold('الساعة|في|عند')}|at) \d{{1,2}}:\d\d)"
)
_TEAM: Final = re.compile(fold("(?:فريق|هيئة|أسرة|وحدة|قسم)") + r" [^\W\d]+(?: [^\W\d]+)?$")
_END: Final = re.compile(r"[.!?؟۔…][\"')]* ")


class PageHead:
    """The parts of a page's head in a line that was flattened.

    >>> line = LongLine("الثلاثاء، 11 أكتوبر 2022 02:40 م الغربية - مصطفى عادل تفقد المحافظ أعمال رصف الطريق")
    >>> places = [0, *PageHead(line).parts(0)]
    >>> [line.text[a:b].strip() for a, b in zip(places, [*places[1:], None])]
    ['الثلاثاء، 11 أكتوبر 2022 02:40 م', 'الغربية - مصطفى عادل', 'تفقد المحافظ أعمال رصف الطريق']
    """

    def __init__(self, line: LongLine, title: str = "", site: str | None = None) -> None:
        """Read the marks of a line; the site's name may stand behind the folded title, and its domain may spell it."""
        self._line: Final = line
        self.title: Final = title
        sites = [*site_names(title), *_houses(line.folded, site)]
        self._site: Final = _signed_by(sites) if sites else None
        credited = re.compile(_SET_IN.format("|".join([_SET_IN_CREDITS, *map(re.escape, sites)])))
        self.marks: Final = frozenset(self._span(*mark) for mark in (*_marks(line.folded), *_captions(line.folded, credited)))
        self._mark_starts: Final = frozenset(start for start, _ in self.marks)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The places in the line of a folded stretch, the first behind the blanks before it and the last behind those after it."""
        return self._line.next_start(self._line.from_folded(start)), self._line.next_start(self._line.from_folded(end))

    def parts(self, place: int) -> Iterator[int]:
        """Where the parts of a head end that follow each other from a place on."""
        for _ in range(MOST_PARTS):
            first = self._line.to_folded(place)
            lengths = self._lengths(self._line.folded[first : first + LONGEST_PART], first)
            for length in lengths:
                place = self._line.next_start(self._line.from_folded(first + length))
                yield place
            if not lengths:
                return

    def shown(self, place: int) -> int | None:
        """Where the part ends that begins at a place and shows itself wherever no sentence stands: a button, a writer."""
        first = self._line.to_folded(place)
        text = self._line.folded[first : first + LONGEST_PART]
        length = _end((_BUTTON, _STAFF, _TEXT_BY), text) or _by(text) or self._placed(text, _ONE_PLACE)
        return self._line.next_start(self._line.from_folded(first + length)) if length else None

    def _lengths(self, text: str, first: int) -> list[int]:
        """Where what a folded text begins with ends, in its parts; nothing where that is not sure. It stands at `first`."""
        if minutes := _READ_TIME.match(text):
            return [minutes.end()] if minutes[1] or self._lengths(text[minutes.end() :].lstrip(), first + minutes.end()) else []
        if length := _length(text) or self._placed(text):
            return [length]
        ends, is_sure = _signed(text)
        if ends and (is_sure or self._line.next_start(self._line.from_folded(first + ends[-1])) in self._mark_starts):
            return ends
        if first and (match := _DASHED.match(text)) and FEWEST_BEFORE_DASH <= len(match[1].split()) < MOST_IN_CAPTION:
            return [match.end()]
        if self._site and (match := self._site.match(text)) and LEDE.match(text[match.end() :].lstrip()):
            return [match.end()]
        if first and (match := _SIGNED_IN.match(text)) and LEDE.match(text[match.end() :]):
            return [match.end()]  # on top of a text it is the dateline of its first paragraph
        if in_place := self._in_place(text):
            return [in_place]
        is_long = self._line.counts.total() >= FEWEST_IN_STORY
        return [name] if first and is_long and (name := self._writer(text)) and not _acts(text[name:].lstrip()) else []

    def _placed(self, text: str, place: re.Pattern[str] = _PLACE) -> int:
        """Where a place and a writer's name end, with a dash or a colon between them; 0 where a dash follows the name too."""
        match = place.match(text)
        name = self._writer(text[match.end() :]) if match else 0
        if not match or not name or text[match.end() + name :].lstrip().startswith(("-", "،", ",")):
            return 0
        return match.end() + name

    def _in_place(self, text: str) -> int:
        """Where a writer's name ends with a place in brackets and then a day behind it: `name (place) Sunday …`."""
        name = self._writer(text)
        place = _BRACKETED_PLACE.match(text, name) if name else None
        return place.end() if place and find_date(text, place.end(), last=place.end() + 1) else 0

    def _writer(self, text: str) -> int:
        """Where a writer's name ends that a folded text begins with: a name that stands nowhere else in the line.

        Whom a story is about it names again.
        """
        length = name_length(text)
        return length if length and self._line.counts[text[:length].rpartition(" ")[2]] == 1 else 0


def _signed_by(sites: Iterable[str]) -> re.Pattern[str]:
    """A site's name with a place behind it or before it: `هبة بريس - طنجة`, `عطبرة: الراكوبة`; with a verb it opens the story."""
    name = rf'"?(?:{"|".join(map(re.escape, sites))})"?'
    place = rf"(?!و|{VERB.pattern})[^\W\d_]+(?: ?[-/] ?[^\W\d_]+ [^\W\d_]+)?"
    return re.compile(rf"(?:{name} ?[:-] {place}|[^\W\d_]+(?: [^\W\d_]+)? ?[:-] ?{name})(?= )")


def _houses(text: str, site: str | None) -> Iterator[str]:
    """The site's name as its domain spells it, before or behind a dash or a colon on top of a folded page."""
    for match in _SET_OFF.finditer(text, 0, LONGEST_TOP) if site else ():
        before, behind = text[: match.start()].split(" ")[-MOST_IN_NAME:], text[match.end() :].split(" ", MOST_IN_NAME)
        for size in range(min(MOST_IN_NAME, len(before), len(behind)), 0, -1):
            names = " ".join(before[-size:]).strip(EDGE), " ".join(behind[:size]).strip(EDGE)
            yield from (name for name in names if is_house(name, site))


def _acts(text: str) -> bool:
    """Whether a folded text begins with what the one before it does; the verb that opens a story has its doer behind it."""
    return VERB.match(text) is not None and not (LEDE.match(text) or OPENS.match(text))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Where font buttons, stamps and credits in letters of another script begin and end in a folded text.

    Stamps are those with an hour, or behind the page's word for them. They need no cut before them.

    >>> text = "عبد الله سعيد 11 سبتمبر 2024 + الخط - في سوق المدينه"
    >>> [text[slice(*mark)] for mark in _marks(text)]
    ['+ الخط -']
    """
    for match in (*_BUTTON.finditer(text), *_CREDIT.finditer(text), *_AGENCY_ALONE.finditer(text), *_PLAYER.finditer(text)):
        if match.start() == 0 or text[match.start() - 1] == " ":
            yield match.span()
    yield from _fields(text)
    stamps = list(_stamps(text))
    end = _END.search(text)
    in_head = [stamp for stamp in stamps if end and stamp[0] < end.start()]
    if len(stamps) <= MOST_STAMPS:
        yield from stamps
    elif len(in_head) <= MOST_IN_HEAD:
        yield from in_head
    for match in _LATIN_CREDIT.finditer(text):
        ends = [end.end() for end in _END.finditer(text, max(0, match.start() - LONGEST_PART), match.start())]
        if ends and text.count(" ", ends[-1], match.start()) < MOST_IN_CAPTION:
            yield ends[-1], match.end()


def _captions(text: str, credited: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where captions with their credit in brackets stand in a folded text: no verb opens them, and the story goes on behind."""
    for match in credited.finditer(text) if "(" in text else ():
        story = opens_in_mid_story(match[0]) or VERB.match(match[0]) or not RESUMES.match(text, match.end() + 1)
        if match[0].count(" ") < MOST_SET_IN and not story:
            yield match.span()


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """Where the page's address, the fields of a writer, a source with its day and comments' stamps stand in a folded text."""
    for match in _SHORT_LINK.finditer(text):
        yield from (match.span(n) for n in (1, 2, 3) if match[n])
    for match in _EDITED_ON.finditer(text):
        is_name = match[1].count(" ") < MOST_IN_WRITER if match[2] else is_person(match[1])
        if is_name or (_AND.search(match[1]) and is_person(match[1].partition(" و")[0])):
            yield match.span()
    for match in _SOURCE.finditer(text):
        yield match.span()
        label = _DAY_LABEL.match(text, match.end())
        if label and (day := _stamp(text[label.end() : label.end() + LONGEST_PART])):
            yield match.end(), label.end() + day
    for match in _WRITER_FIELD.finditer(text):
        yield match.start(), match.start()
    for match in _SAYS.finditer(text):
        date = find_date(text[match.end() : match.end() + LONGEST_DAY])
        if date is not None and date.start == 0:
            yield match.end(), match.end() + date.end


def _stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where bare stamps stand in a folded text; what is behind a label is a part of that."""
    for match in _STAMP.finditer(text):
        begin = max(0, match.start() - LONGEST_DAY)
        window, at = text[begin : match.end() + LONGEST_DAY], 0
        while (date := find_date(window, at)) is not None and begin + date.end <= match.start():
            at = date.end
        start, end = (begin + date.start, begin + date.end) if date else match.span()
        if start > match.start():
            start, end = match.span()
        before = text[begin:start].rstrip()
        spoken = _OF_SENTENCE.fullmatch(before.rpartition(" ")[2] + " ") or _OF_SENTENCE.match(text, start)
        if not spoken and not before.endswith(":"):
            zone = _ZONE.match(text, end)
            yield start, zone.end() if zone else end


def _length(text: str) -> int:
    """Where the one part that a folded text begins with ends; 0 where there is none that shows its end."""
    if end := _end((_BAR, _BUTTON, _ON_TOP), text) or _stamp(text) or _end((_STAFF, _STRANGE, _TEXT_BY), text) or _by(text):
        return end
    if end := _end((_MARKED, _SOURCE), text) or (0 if VERB.match(text) else _end((_OWNED,), text)):
        return end
    if (signed := _SIGNED.match(text)) and is_person(signed[1]) and LEDE.match(text[signed.end() :]):
        return signed.end()
    if (shot := _SHOT.match(text)) and not has_two_parts(shot[0]) and (name := name_length(text[shot.end() :])):
        return shot.end() + name
    if (label := _DAY_LABEL.match(text)) and (day := _stamp(text[label.end() :])):
        return label.end() + day
    if (match := _IN_BRACKETS.match(text)) and match[0].count(" ") < MOST_IN_CAPTION and not has_two_parts(match[0]):
        credit = match[1].strip()
        return match.end() if _PICTURES.match(credit) or is_person(credit) else 0
    return 0


def has_two_parts(text: str) -> bool:
    """Whether a folded caption is so long, with a verb and no day, that a standfirst may have been run into it."""
    return text.count(" ") >= FEWEST_IN_TWO and VERB.search(text) is not None and find_date(text) is None


def _end(patterns: Iterable[re.Pattern[str]], text: str) -> int:
    """Where the first of some patterns that matches a folded text ends; 0 where none does."""
    return next((match.end() for pattern in patterns if (match := pattern.match(text))), 0)


def _by(text: str) -> int:
    """Where a writer's name ends, or two writers', with its label before it; 0 where the label or the name is missing."""
    if (wrote := _WROTE.match(text)) and is_person(wrote[1]):
        return wrote.end()
    match = _WRITER.match(text)
    if not match:
        return 0
    if nobody := _NOBODY.match(text, match.end()):
        return nobody.end()
    name = name_length(text[match.end() :])
    end = match.end() + name if name else 0
    if _PASSIVE.match(text) and not (find_date(text, end, last=end + 3) or text.startswith(" -", end)):
        return 0  # `من قبل` is also `before`
    second = _AND.match(text, end) if name else None
    other = name_length(text[second.end() :]) if second else 0
    return second.end() + other if second and other else end


def _stamp(text: str) -> int:
    """Where a day with its year or hour ends that a folded text begins with; 0 where it may be the day a sentence is about."""
    opening = _ON.match(text)
    first = opening.end() if opening else 0
    date = find_date(text, first, last=first + 1)
    if date is None or date.start > first + 1 or not _YEAR_OR_CLOCK.search(text, date.start, date.end):
        return 0
    zone = _ZONE.match(text, date.end)
    end = zone.end() if zone else date.end
    return 0 if _RUNS_ON.match(text[end:].lstrip()) else end


def _signed(text: str) -> tuple[list[int], bool]:
    """Where a name ends that a folded text begins with, and the stamp right behind it; and whether that is sure.

    A place or a caption may stand before the name, and ends first; then it is sure only where a dash sets the name off, or the
    stamp has its hour.
    """
    date = find_date(text)
    if date is None or not _YEAR_OR_CLOCK.search(text, date.start, date.end) or _END.search(text, 0, date.start):
        return [], False
    before = text[: date.start].rstrip(EDGE)
    words = before.split(" ")
    if not before or len(words) > MOST_BEFORE_BYLINE:
        return [], False
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    if "-" in words and is_person(" ".join(words[words.index("-") + 1 :])):
        site = words.index("-") - 1  # `caption, site - name, stamp`
        return [*(starts[site : site + 1] if site > 0 else ()), date.start, date.end], True
    persons = (
        n for n in range(min(len(words), MOST_IN_PLACE + 1)) if is_person(" ".join(words[n:])) or _TEAM.match(" ".join(words[n:]))
    )
    first = next(persons, None) if len(words) <= MOST_BEFORE_STAMP else None
    if first is None:
        return [], False
    if not first:
        return [date.start, date.end], True
    return [starts[first], date.start, date.end], _CLOCK.search(text, date.start, date.end) is not None
