"""Captions between the headline and the text, under an image that was left out, or gathered at the end."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ingest.blocks import opens_in_mid_story
from ingest.dates import find_date
from ingest.late import Late
from ingest.model import Hit
from ingest.names import PICTURE_AGENCIES, is_person
from ingest.script import fold
from ingest.verbs import LEDE, RESUMES, VERB
from ingest.view import Kind, View, ends_sentence
from ingest.words import has_particles, may_stand_for_image, near_copy, site_names, words

MOST_WORDS: Final = 30
MOST_AT_EVENT: Final = 8  # words
LONGEST_CREDIT: Final = 150  # code points
FEWEST_SHOWN: Final = 2  # words of who or what a picture shows
MOST_SHOWN: Final = 7
# What a caption shows or says of itself, at its start.
_CUE: Final = Late(
    "(?:"
    + fold(
        "(?:جانب |لقطات |لقطة |صورة |صور |مشهد |مشاهد )?من (?:ال)?(?:لقاء|اجتماع|جلسة|حفل|حفلة|احتفال|احتفالات|احتفالية|"
        "مؤتمر|ندوة|ورشة|فعالية|فعاليات|أجواء|مراسم|زيارة|جولة|مباراة|مران|تدريب|تدريبات|تمرين|موقع|آثار|أعمال|معرض|مهرجان|"
        "افتتاح|تدشين|تكريم|توقيع|تشييع|جنازة|وقفة|مسيرة|مظاهرة|مظاهرات|تظاهرة|قمة|عرض|عروض|استقبال|تسليم|توزيع|حملة|تصوير|"
        "كواليس|أرشيف|داخل|أمام|خلال|وسط|أعلى)|"
        "خلال|أثناء|لحظة|لقطة|صورة|صور|جانب|مشهد|مشاهد|عناصر|جنود|متظاهر|متظاهرون|متظاهرين|أرشيف|أحد|إحدى|عدد من|مجموعة من|"
        "جنازة|تشييع|دخان|حطام|أنقاض|الرئيس|الوزير|رئيس|وزير|وزيرة|لاعب|لاعبو|لاعبون|مشجعو|مشجعون|سيارات|سيارة|شعار|مبنى|مقر|"
        "علم|خريطة|رسم|تعبيرية|توضيحية|طفل|طفلة|أطفال|نساء|رجل|امرأة|عمال|عامل|مواطنون|نازحون|لاجئون|"
        "file photo|a view|people|a man|a woman|photo|image|illustration"
    )
    + ")(?= |$)"
)
# A credit that says it is a picture's; a paragraph may end with an agency in brackets, but not with one of these.
_PICTURE_CREDIT: Final = Late(
    r"[(\[](?:"
    + fold("(?:تصوير|عدسة|بعدسة|المصور|photo|foto) ?:")
    + r"[^()\[\]]{2,40}|"
    + fold("تصوير")
    + r" [^\W\d_]+ [^\W\d_]+|"
    + fold(
        r"(?:(?:صورة )?(?:من )?(?:ال)?أرشيف(?:ية|ي)?|(?:ال)?صورة من [a-z][a-z ./-]{2,30}|"
        "صورة (?:تعبيرية|توضيحية))"
    )
    + r"(?: ?[-:/|،] ?[^()\[\]]{2,30})?|(?:file|archive|courtesy|gentileza)(?: [^()\[\]]{2,40})?)[)\]]\.?$|"
    + fold(r" صورة من ?:|\| ?(?:صورة|الصورة|تصوير|عدسة) ?:")
    + r"[^:.]{3,60}$|[.)|] (?:(?:(?:photo )?credit|photo|foto|bild|фото)s? ?:?|(?:picture|pic|image|imagen|imagem)s? ?:) "
    r"(?:[^\W\d]\. ?){0,3}[^:.،|]{3,60}$|"
    r"(?<=\S )© ?(?:\d{4} )?(?:(?:photo|foto|fotografia) (?:by|par|por|di|de|von) ?:? ?)?[^.،:]{2,40}$|- "
    + fold("(?:صورة|الصورة) (?:تعبيرية|أرشيفية|توضيحية)")
    + r"(?: \S+){0,3}$|[.،] ?"
    + fold("(?:صورة )?(?:أرشيفية|تعبيرية|توضيحية|من المصدر)")
    + r"$|(?:[-.] ?|(?P<opening>[(\"]))(?:"
    + fold("تصوير|عدسة|بعدسة|المصور|حقوق النشر|حقوق الصورة|الصورة من|")
    + r"(?<!\.)(?<!\. )"  # behind a sentence it is the story's own
    + fold("المصدر)")
    + r" ?[:/] ?[^:.،\")]{3,40}(?(opening)[)\"])\.?$|- "
    + fold("(?:مشاع إبداعي|أرشيف(?: [^ ]+){0,2})")
    + "$|^"
    + fold("(?:تعبيرية|أرشيفية|توضيحية)")
    + r" ?[-(] ?[^.]{2,30}\)?\.?$"
)
_OFFICE: Final = Late(
    fold(
        "(?:ال)?(?:رئيس|رئيسة|وزير|وزيرة|محافظ|مدير|مديرة|نائب|سفير|سفيرة|أمير|ملك|مدرب|لاعب|نجم|عميد|قائد|مسؤول|مسؤولون|وفد|شيخ|مفتي|"
        "أمين|والي|عمدة|حاكم|فريق|منتخب)"
    )
    + "(?= |$)"
)
_DURING: Final = Late(
    "(?<=[^ ] )"
    + fold("(?:خلال|أثناء|في أثناء)")
    + " (?:"
    + fold(
        "(?:ال)?(?:جولة|اجتماع|لقاء|زيارة|افتتاح|مؤتمر|تفقد|حفل|احتفال|ندوة|ورشة|جلسة|مباراة|تدريب|مران|فعالية|معرض|توقيع|تكريم|استقبال)|"
        "(?:جولت|زيارت|لقائ|كلمت|مشاركت|اجتماع|افتتاح|تفقد|استقبال|حضور|ترؤس|تكريم|توقيع)(?:ه|ها|هم)"
    )
    + ")(?: [^ ]+){0,3}$"
)
# What a statement begins with; a caption says what is to be seen.
_STATES: Final = Late(fold("(?:قال|أعلن|ذكر|أكد|أفاد|نقل|أضاف|كشف|أوضح|دعا|طالب|بحسب|لكن|كما|وفق)") + "(?:ت| )")
_NOT_SHOWN: Final = re.compile(r"[\d\"':؟?!]")  # what is counted, quoted, announced or asked
# With which the owner of a picture begins who is no agency.
_OWNER: Final = Late(
    fold("(?:من )?(?:ال)?")
    + "(?:"
    + fold(
        "مركز|وكالة|وكالات|هيئة|وزارة|رئاسة|موقع|مواقع|منصة|منصات|صفحة|صفحات|حساب|حسابات|شبكات|شركة|جامعة|مكتب|قناة|نادي|اتحاد|"
        "صحيفة|جريدة|وسائل|إعلام|بلدية|محافظة|سفارة|مجلس|جيش|شرطة|دفاع|متداولة|تداولها|ناشطون|نشطاء"
    )
    + ")(?= |$)"
)
_COUNTED: Final = re.compile(r"(?P<name>.*?[^\W\d]) ?(?:\( ?(?P<bracketed>\d{1,3}) ?\)|- ?(?P<behind_dash>\d{1,3}))$")
_IN_BRACKETS: Final = re.compile(r"\(([^()0-9]{3,50})\)$")
# A credit at the end, in brackets or behind a dash: (رويترز), (أ ف ب), - Getty Images.
_CREDIT: Final = Late(
    rf"(?:[(\[]|[-/|:] ?)(?:{PICTURE_AGENCIES}|reuters|afp|ap|epa|getty(?: images)?|dpa|archive|anadolu|shutterstock|x|twitter"
    r")[)\]]?$"
)
# The same with nothing before it, unless a word leads up to it.
_BARE_CREDIT: Final = Late(
    r"(?<!"
    + r" )(?<!".join(fold("بحسب|وفق|عن|وكالة|إلى|لوكالة|مع|من|على|في|ضد|و").split("|"))
    + " ) "
    + fold("(?:رويترز|أ ف ب|فرانس برس|أسوشيتد برس|الأناضول|غيتي(?: إيميجز)?)")
    + "$"
)


def find_above(view: View) -> Iterator[Hit]:
    """Captions above the first paragraph, or right under an image marker.

    Evidence, one of: a credit at the line's end, an agency's, the site's own or, above the text, in brackets a person's or that
    of an office, a page or a club; the line printed twice in a row; a caption's opening word (a noun of event or view) right
    under a copy of the headline, under an image marker, or on top of a text whose headline is given and stands elsewhere;
    words of the headline in their order, as stand for an image, words of the first paragraph in theirs without a verb and
    beside the page's words, or a person or an office with what it was seen at, all in the page's head. Only short lines above
    the first paragraph or under an image marker; alone between two paragraphs, or without a verb over a section heading, with
    an agency or the name behind the title's bar in brackets; elsewhere, and with a full stop, only where the credit says that
    it is a picture's.
    Spared: a standfirst, which speaks in sentences; statements, with their source behind them or not, and what goes on with
    the story; everything in verse and lists. Missed: captions that look like any other line.
    """
    if view.is_terse:
        return
    body = frozenset(view.body)
    for i in view.rows:
        if i in view.noise or i == view.headline or view.length(i) > MOST_WORDS:
            continue
        text = view.folded[i]
        under_image = _under(view, i, "markup")
        lone = _stands_alone(view, i, body)
        if view.kinds[i] is Kind.PARAGRAPH and not (under_image or lone or view.zone(i) == "head"):
            continue
        credited = view.length(i) > 2 and _PICTURE_CREDIT.search(text, max(0, len(text) - LONGEST_CREDIT)) is not None
        owned = _credits_an_owner(view, i)
        if not (credited or owned or view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT, Kind.TRUNCATED)):
            continue
        if not (under_image or lone or view.zone(i) == "head" or credited):
            continue
        if near_copy(text, view.headline_text) or _goes_on(text):
            continue
        above, below = view.above(i), view.below(i)
        if lone and not (credited or (text.endswith(")") and (_CREDIT.search(text) or _credits_behind_bar(view, i)))):
            continue
        twice = any(j is not None and j != view.headline and view.cores[j] == view.cores[i] for j in (above, below))
        if (
            credited
            or owned
            or _credits_the_site(view, i)
            or _credits_behind_bar(view, i)
            or _credits_a_person(view, i)
            or _is_cued(view, i, under_image=under_image)
            or _names_the_headline(view, i)
            or _names_the_lede(view, i)
            or _shows_an_event(view, i)
            or (view.length(i) > 2 and (twice or _CREDIT.search(text) or _BARE_CREDIT.search(text)))
        ):
            yield Hit(*view.span(i))


def _goes_on(text: str) -> bool:
    """Whether a line goes on with a story by its verb; a caption may begin with a word whose first letter is `و`."""
    resumes = RESUMES.match(text)
    return resumes is not None and not resumes[1]


def _stands_alone(view: View, i: int, body: Collection[int]) -> bool:
    """Whether a line stands between two paragraphs of the text, or one and a heading over the next, and states nothing."""
    below = view.below(i)
    if below is not None and below not in view.noise and view.kinds[below] is Kind.HEADLINE and not VERB.search(view.folded[i]):
        below = view.below(below)
    if view.above(i) not in body or below not in body:
        return False
    return not (opens_in_mid_story(view.folded[i]) or _STATES.match(view.folded[i]))


def _credits_the_site(view: View, i: int) -> bool:
    """Whether a line ends with the site's own name in brackets: two words or more that the page's furniture or title has too.

    Behind a slash its photographer may stand.
    """
    found = _IN_BRACKETS.search(view.folded[i])
    name = found[1].partition("/")[0].strip(' "') if found else ""
    if " " not in name or view.length(i) <= 3:
        return False
    return name in view.title or any(name in view.folded[j] for j in view.noise if j != i)


def _credits_behind_bar(view: View, i: int) -> bool:
    """Whether a line ends with a name in brackets that the title has behind a bar (see `words.site_names`)."""
    found = _IN_BRACKETS.search(view.folded[i])
    _, bar, behind = view.title.partition("|")
    return found is not None and view.length(i) > 3 and found[1] in site_names(bar + behind)


def _credits_a_person(view: View, i: int) -> bool:
    """Whether a line above the text ends with a person's name in brackets, which nothing in the line leads up to."""
    found = _IN_BRACKETS.search(view.folded[i])
    return found is not None and view.length(i) > 4 and view.zone(i) == "head" and is_person(found[1])


def _credits_an_owner(view: View, i: int) -> bool:
    """Whether a line above the text ends with who owns the picture in brackets: an office, a page, a club.

    It stands below the headline, or right under what was in the page's head, and counts and asks nothing: what does has its
    source in the brackets.
    """
    found = _IN_BRACKETS.search(view.folded[i])
    if found is None or view.length(i) <= 3 or view.zone(i) != "head":
        return False
    if not (view.above(i) in view.noise or (view.headline is not None and i > view.headline)):
        return False
    shown = view.folded[i][: found.start()]
    if date := find_date(shown):
        shown = shown[: date.start] + shown[date.end :]
    if _NOT_SHOWN.search(shown) or _STATES.match(shown) or LEDE.match(shown):
        return False
    return _OWNER.match(found[1]) is not None


def _is_cued(view: View, i: int, *, under_image: bool) -> bool:
    """Whether a line opens like a caption, and stands where one may."""
    if not _CUE.match(view.cores[i]):
        return False
    on_top = bool(view.title) and view.headline is None and i == view.rows[0] and view.length(i) > 2
    return under_image or on_top or _under(view, i, "duplicate_headline") or _under_copy(view, i)


def _names_the_headline(view: View, i: int) -> bool:
    """Whether a line is words of the headline in their order, as the text that stands for an image is.

    It stands between what was in the page's head and the first paragraph, and no other short line among the paragraphs: it
    is no section heading.
    """
    if not view.body or not may_stand_for_image(view.cores[i], view.headline_text) or _has_headings(view):
        return False
    above = view.above(i)
    return above is not None and above in view.noise and above != view.headline and view.below(i) == view.body[0]


def _names_the_lede(view: View, i: int) -> bool:
    """Whether a line is words of the first paragraph in their order, and no verb: who or what the picture shows.

    It stands between the headline and that paragraph with the page's words above it, and below it too, unless it begins with
    an office or is a person's name; a kicker or a section heading has the headline or the text beside it. No quotation, no sum.
    """
    if view.headline is None or not view.body or not view.headline < i < view.body[0] or _has_headings(view):
        return False
    text, above, below = view.cores[i], view.above(i), view.below(i)
    if not FEWEST_SHOWN <= view.length(i) <= MOST_SHOWN or _NOT_SHOWN.search(view.folded[i]) or above not in view.noise:
        return False
    if below not in view.noise and not (below == view.body[0] and (_OFFICE.match(text) or is_person(text))):
        return False
    said = VERB.search(text) or has_particles(text)
    return not said and f" {' '.join(words(text))} " in f" {' '.join(words(view.folded[view.body[0]]))} "


def _has_headings(view: View) -> bool:
    """Whether short lines that are no noise stand among the paragraphs."""
    among = (j for j in view.rows if view.body[0] < j < view.body[-1] and j not in view.noise)
    return any(view.kinds[j] in (Kind.HEADLINE, Kind.FRAGMENT) for j in among)


def _shows_an_event(view: View, i: int) -> bool:
    """Whether a line in the page's head says who is seen during what (`المحافظ خلال الجولة`), without a verb."""
    above = view.above(i)
    if above is None or above not in view.noise or view.length(i) > MOST_AT_EVENT or view.zone(i) != "head":
        return False
    found = _DURING.search(view.cores[i])
    who = view.cores[i][: found.start()].strip() if found else ""
    return bool(_OFFICE.match(who) or is_person(who)) and not VERB.search(view.cores[i])


def find_below(view: View) -> Iterator[Hit]:
    """The captions of a gallery, gathered below the last paragraph.

    Evidence: below a paragraph that ends like a sentence nothing is left but lines without a full stop, and two or
    more of them have a credit at their end. Spared: a single such line, and those that open like the next paragraph of
    a running story, which may be prose; texts in which short lines outweigh paragraphs. Missed: galleries without
    credits.
    """
    if view.is_terse or not view.body or not ends_sentence(view.folded[view.body[-1]]):
        return
    run = [i for i in view.rows if i > view.body[-1] and i not in view.noise]
    credited = [i for i in run if _CREDIT.search(view.folded[i]) and not opens_in_mid_story(view.folded[i])]
    short = all(view.kinds[i] in (Kind.HEADLINE, Kind.TRUNCATED) and view.length(i) <= MOST_WORDS for i in run)
    if len(credited) > 1 and short and len(run) <= 2 * len(credited):
        for i in run:
            yield Hit(*view.span(i))


def find_numbered(view: View) -> Iterator[Hit]:
    """The pictures of a gallery that are called alike and counted: `جانب من الحفل (1)`, `جانب من الحفل (2)`.

    Evidence: two or more lines right under each other, without a full stop, whose words are the same but for the number at
    the end, in brackets or behind a dash, which goes up by one. Spared: verse and lists, numbers without a mark.
    """
    if view.is_terse:
        return
    counted: dict[int, tuple[str, int]] = {}
    for i in view.rows:
        if view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT) and (found := _COUNTED.match(view.folded[i])):
            counted[i] = found["name"], int(found["bracketed"] or found["behind_dash"])
    for i, (name, number) in counted.items():
        above, below = view.above(i), view.below(i)
        follows = above is not None and counted.get(above) == (name, number - 1)
        leads = below is not None and counted.get(below) == (name, number + 1)
        if follows or leads:
            yield Hit(*view.span(i))


def _under(view: View, i: int, label: str) -> bool:
    above = view.above(i)
    return above is not None and view.noise.get(above) == label


def _under_copy(view: View, i: int) -> bool:
    """Whether the line above is the headline printed again."""
    above = view.above(i)
    return above is not None and above != view.headline and near_copy(view.folded[above], view.headline_text)
