"""A printed date, Arabic or not, to an ISO day, or None.

News sites print the day of publication inside the text: `الثلاثاء 01/ديسمبر/2020 - 11:50 ص`, `12 رجب 1446هـ
الموافق 12 يناير 2025م`, `منذ 3 ساعات`, `Dec. 1, 2025 3:04 p.m. ET`. A folded line is cut into tokens, the
tokens are read into pieces (a date, a time, a weekday, glue), and a stretch of pieces is a date expression.
The words are data and stand in `months.py`; here is only how they go together, which is why this is longer
than other modules.

**A day that is not certain is None.** Each date is read in every way in which somebody prints it
(`12/01/2025` beside English is two days, `01.12.25` four); the weekday, where there is one, crosses out
readings; a day is certain when one is left. So a weekday that contradicts its date leaves no day. Nothing
depends on today: what is relative (`قبل يومين`) has a day only against a `reference` that the caller gives.

The day is the printed one: a time zone never moves it. Offsets are code points of the folded text. The work
is linear in the text, and no text makes a function here raise.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from ingest import months
from ingest.script import fold, fold_lines

__all__ = ["PrintedDate", "find_date", "is_date_line", "parse_date"]


class PrintedDate(NamedTuple):
    """A date expression `folded[start:end]`, never empty, and the day it names (None: not certain)."""

    start: int
    end: int
    day: date | None


_LONGEST_LINE: Final = 160  # code points; with both calendars, times and an update, date lines reach 110
_LONGEST_RUN: Final = 64  # tokens; longer runs are tables of numbers and are read in parts
_NEAR: Final = 80  # code points on each side of a numeric date in which the language of its line shows
_YEARS: Final = {  # which numbers of four digits are years; Jalali 1420 is 2041
    "gregorian": range(1583, 2200),
    "jalali": range(1300, 1421),
    "hijri": range(1300, 1583),
}
_UNKNOWN: Final = -1  # days of what is no whole number of days: hours, months
_IN_YEARS: Final = -2  # as `months.UNITS` has it
_FEWEST_OF_HISTORY: Final = 10  # years

_Kind = months.Kind | Literal["date", "clock", "number", "opener", "tail", "core"]
_Says = Mapping[_Kind, int]


class _Token(NamedTuple):
    """A word, number or mark of the text, and what it can say; a foreign one says nothing."""

    start: int
    end: int
    text: str
    says: _Says


class _Reading(NamedTuple):
    """One way to read a date; the year is 0 where none is printed."""

    calendar: str
    year: int
    month: int
    day: int


class _Piece(NamedTuple):
    """The tokens `first:stop` read as one thing."""

    kind: str  # one of: date, ago, from_today, weekday, clock, tail, glue, published, updated, stop
    first: int
    stop: int
    value: int = 0  # the weekday; the days ago
    sure: bool = False  # a date with its whole year; a counted time ago
    readings: tuple[_Reading, ...] = ()


# Tokens.

_TOKEN: Final = re.compile(
    r"""[^\S\n]*(?:
    (?P<date>[0-9]{1,4}([ ]?)([-/.])\2[0-9]{1,2}\2\3\2[0-9]{1,4}(?![0-9])
        (?!\3[0-9]{1,4}(?![0-9:])))        # no fourth part (an address), but perhaps a time: 1-2-2025-10:45
        (?:t(?=[0-9]{2}:))?
  | (?P<clock>(?:[01]?[0-9]|2[0-4])(?:
        :[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,9})?)?(?![0-9])
            (?:z(?!\w)|[ ]?[+-](?:0[0-9]|1[0-4]):?(?:00|15|30|45)(?![0-9:/.-])
              |\+(?:0[0-9]|1[0-4])(?![0-9:]))?
      | [ ]?h(?:[ ]?[0-5][0-9](?:min)?)?(?!\w)(?![ ]ago)  # 10h45, 14 h, 11h36min
      | \.[0-5][0-9](?=[ ]?(?:uhr|hs?|[ap]\.?m|gmt|bst|cest|cet)\b)))
  | (?P<zone>(?:gmt|utc)(?:[ ]?\+[ ]?|-)[0-9]{1,2}(?::?[0-9]{2})?(?![0-9:/.-])
      | \+[0-9]{1,2}(?::?[0-9]{2})?(?![0-9])(?:[ ]?(?:gmt|utc))?)
  | (?P<number>[0-9]{1,4}(?![0-9]))(?:(?:st|nd|rd|th|er|o)(?!\w))?
  | (?P<foreign>[0-9]+)
  | (?P<word>[^\W\d_]+|[-,،/.|():;؛\[\]{}•"*_~@…])
  | (?P<other>\S|\n)
  )""",
    re.VERBOSE,
)
_NEXT_WORD: Final = re.compile(r" [^\W\d_]+(?: (?:المحتله|المكرمه|المنوره))?")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_END: Final = _Token(0, 0, "", {})  # stands for every foreign token, and behind the last token of a run


# What kinds have in common is said beside them, since one look-up is faster than a set operation.
_GROUPS: Final[Mapping[_Kind, frozenset[_Kind]]] = {
    "opener": frozenset(  # pieces of several tokens begin with one of these
        ("gregorian", "jalali", "hijri", "ago_before", "one", "alone", "uncounted", "unit", "about", "hour")
    ),
    # What goes with a time or a year, but not alone.
    "tail": frozenset(("half_day", "zone", "zone_of", "era", "hijri_era", "jalali_era")),
    # Where there is none of these, and no date in digits, there is no date.
    "core": frozenset(("gregorian", "jalali", "hijri", "ago_before", "ago_behind", "from_today")),
}
_PLAIN: Final[Mapping[str, _Says]] = {
    "date": {"date": 0, "core": 0},
    "clock": {"clock": 0, "opener": 0},
    "zone": {"zone": 0, "tail": 0},
}


def _folded_rows() -> list[tuple[months.Kind, str | int, str]]:
    rows = [(kind, key, row) for kind, table in months.WORDS.items() for key, row in table.items()]
    folded = fold_lines("\n".join(row for _, _, row in rows))
    return [(kind, key, line) for (kind, key, _), line in zip(rows, folded, strict=True)]


def _vocabulary(rows: list[tuple[months.Kind, str | int, str]]) -> dict[str, list[tuple[str, _Says]]]:
    """First word -> the phrases that begin with it, longest first, and what each can say."""
    phrases: dict[str, dict[_Kind, int]] = {}
    for mark in '-,،/.|():;؛[]{}•"*_~@…':
        phrases[mark] = {"glue": 0, "inner": 0} if mark in "-,،/.|()" else {"glue": 0}
    for kind, key, row in rows:
        groups = dict.fromkeys((group for group, kinds in _GROUPS.items() if kind in kinds), 0)
        for column, cell in enumerate(row.split("|")):
            for word in filter(None, map(str.strip, cell.split("/"))):
                phrases.setdefault(word, {}).update(groups)
                phrases[word][kind] = key if isinstance(key, int) else column
                if kind == "gregorian" and key == "he":
                    phrases["ב" + word] = phrases[word]  # "in", written in one word
    by_first_word: dict[str, list[tuple[str, _Says]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = _LETTERS.match(phrase)
        by_first_word.setdefault(first[0] if first else phrase, []).append((phrase, phrases[phrase]))
    return by_first_word


def _latin_words(rows: list[tuple[months.Kind, str | int, str]], *, english: bool) -> set[str]:
    """The words of the tables that are keyed by English, or by another language."""
    keyed = [row for _, key, row in rows if isinstance(key, str) and (key == "en") is english]
    return {word for row in keyed for word in _LETTERS.findall(row)}


_ROWS: Final = _folded_rows()
_VOCABULARY: Final = _vocabulary(_ROWS)
_CORE_WORDS: Final = frozenset(word for word, phrases in _VOCABULARY.items() if any("core" in says for _, says in phrases))
_FIGURE: Final = re.compile("[0-9]")
# Languages other than English all print the day first; and a zone is printed beside any language.
_DAY_FIRST: Final = frozenset(_latin_words(_ROWS, english=False) - _latin_words(_ROWS, english=True))
_ZONES: Final = {"t", "z"}.union(*(_LETTERS.findall(row) for kind, _, row in _ROWS if kind == "zone"))


def _tokens(folded: str, at: int) -> Iterator[_Token]:
    """Cut a folded text into tokens. What no date can hold, words first of all, is one `_END` each."""
    while found := _TOKEN.match(folded, at):
        kind = found.lastgroup or ""  # never empty: each branch has its name
        start, end = found.span(kind)
        at = max(end, found.end())
        if kind == "word":
            token = _word(folded, start, at)
            at = token.end or at
            yield token
        elif kind == "number":
            yield _Token(start, at, found[kind], {"number": int(found[kind]), "opener": 0})
        elif kind in _PLAIN:
            yield _Token(start, end, found[kind], _PLAIN[kind])
        else:
            yield _END


def _word(folded: str, start: int, end: int) -> _Token:
    """The longest known phrase that begins with the word `folded[start:end]`."""
    for phrase, says in _VOCABULARY.get(folded[start:end], ()):
        stop = start + len(phrase)
        if stop <= end or (folded.startswith(phrase, start) and not folded[stop : stop + 1].isalpha()):
            if "zone_of" in says and (city := _NEXT_WORD.match(folded, stop)):
                stop = city.end()
            return _Token(start, stop, phrase, says)
    return _END


# Reading. Each function looks at the tokens from `i` on and returns the piece that begins there, or None. A
# run has three `_END` behind its last token, so that nobody needs to ask whether there is a next one.


def _skip(tokens: Sequence[_Token], i: int) -> int:
    """The token behind at most three joints: `12 من يناير`, `1 de dez. de 2025`, `يناير (كانون الثاني)`."""
    last = i + 3
    while i < last and "inner" in tokens[i].says:
        i += 1
    return i


def _number(token: _Token) -> str:
    return token.text if "number" in token.says else ""


def _month(tokens: Sequence[_Token], i: int) -> tuple[str, int, int] | None:
    """Calendar, number and end of a month name, or of two names for one month: `كانون الثاني/ يناير`."""
    for calendar in ("gregorian", "jalali", "hijri"):
        if calendar in tokens[i].says:
            month, twin = tokens[i].says[calendar], _skip(tokens, i + 1)
            same = tokens[twin].says.get(calendar) == month
            return calendar, month + 1, (twin if same else i) + 1
    return None


def _year(tokens: Sequence[_Token], i: int, calendar: str) -> tuple[str, int]:
    """The year printed behind a day and month, and where it ends; ("", i) where there is none."""
    at = _skip(tokens, i)
    if "clock" in tokens[at].says and len(_number(tokens[at + 1])) == 4:
        at += 1  # Mon Dec 01 10:45:00 2025
    year, behind = _number(tokens[at]), tokens[at + 1].says
    if calendar != "gregorian":
        return (year, at + 1) if len(year) in (3, 4) else ("", i)
    if len(year) == 4 and int(year) in _YEARS[calendar]:
        return year, at + 1
    # Two digits are a year only where they cannot begin something else: a time, an amount, the next date.
    alone = behind.keys().isdisjoint(("half_day", "unit", "gregorian", "jalali", "hijri"))
    return (year, at + 1) if len(year) == 2 and at <= i + 1 and alone else ("", i)


def _named_date(tokens: Sequence[_Token], i: int) -> _Piece | None:
    """A date with the name of its month: day month [year], month day [year], year month day."""
    before = _number(tokens[i])
    found = _month(tokens, _skip(tokens, i + 1) if before else i)
    if found is None:
        return None
    calendar, month, stop = found
    if before and len(before) <= 2:
        day, (year, stop) = before, _year(tokens, stop, calendar)
    else:
        at = _skip(tokens, stop)
        day = _number(tokens[at])
        if not 1 <= len(day) <= 2:
            return None
        year, stop = (before, at + 1) if before else _year(tokens, at + 1, calendar)
    readings = [_Reading(calendar, number, month, int(day)) for number in _years(year)]
    if len(year) == 2:
        readings += [_Reading(calendar, number, month, int(year)) for number in _years(day.zfill(2))]
    return _dated(i, stop, readings, sure=len(year) > 2)


def _years(printed: str) -> tuple[int, ...]:
    """The years that a printed one can mean, 0 for none. From 70 on two digits are of the last century."""
    if len(printed) != 2:
        return (int(printed or 0),)
    return (1900 + int(printed),) if printed >= "70" else (2000 + int(printed), 1900 + int(printed))


def _dated(first: int, stop: int, readings: Sequence[_Reading], *, sure: bool) -> _Piece | None:
    """A date piece of the readings that the calendar has; None where it has none (31 February)."""
    real = tuple(dict.fromkeys(reading for reading in readings if _exists(*reading)))
    return _Piece("date", first, stop, sure=sure, readings=real) if real else None


def _exists(calendar: str, year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    if calendar != "gregorian":
        # How long a Hijri month is, the moon and its watchers say; Umm al-Qura has one of 31 days, in 1348.
        return calendar == "hijri" or day <= 30 or month <= 6
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _numeric_date(folded: str, tokens: Sequence[_Token], i: int) -> _Piece | None:
    """A date in digits. Nearly everybody prints the day first; English may print the month first."""
    token, before = tokens[i], tokens[i - 1]
    mark = next(char for char in token.text if char in "-/.")
    if i >= 2 and before.text == mark and before.end == token.start and _number(tokens[i - 2]):
        return None  # the tail of something longer: 10.1.12.2025
    a, b, c = token.text.replace(" ", "").split(mark)
    era = next((name for name in ("hijri", "jalali") if name + "_era" in tokens[i + 1].says), "")
    if len(a) == 4 and len(c) <= 2:
        return _dated(i, i + 1, _in_digits(a, b, c, era), sure=True)
    if len(a) > 2 or len(c) not in (2, 4):
        return None
    readings = _in_digits(c, b, a, era)
    if len(c) == 2:
        readings += _in_digits(a.zfill(2), b, c, era)
    if not any(_exists(*reading) for reading in readings) or (mark != "." and _month_first(folded, token)):
        readings += [reading for reading in _in_digits(c, a, b, era) if reading.calendar == "gregorian"]
    return _dated(i, i + 1, readings, sure=len(c) == 4)


def _in_digits(year: str, month: str, day: str, era: str) -> list[_Reading]:
    """The readings of a year, month and day in every calendar that has such years.

    1404/09/10 is a Hijri day of 1984 or a Jalali one of 2025: the era tells, else both stand.
    """
    return [
        _Reading(calendar, number, int(month), int(day))
        for number in _years(year)
        for calendar, has in _YEARS.items()
        if number in has and era in ("", calendar)
    ]


def _month_first(folded: str, token: _Token) -> bool:
    """Whether the month may stand first: there are Latin words near, and none of a day-first language."""
    near = _LETTERS.findall(folded, max(token.start - _NEAR, 0), token.end + _NEAR)
    words = [word for word in near if word not in _ZONES]
    return bool(words) and all(word.isascii() and word not in _DAY_FIRST for word in words)


def _clock(tokens: Sequence[_Token], i: int) -> _Piece | None:
    """A time of day: `10:45`, `الساعة 10`, `ore 14.30`, `10 مساء`."""
    told = "hour" in tokens[i].says
    at = i + told + (told and tokens[i + 1].text == ":")
    if "clock" in tokens[at].says:
        return _Piece("clock", i, at + 1)
    if tokens[at].says.get("number", 99) > 24:
        return None
    if "half_day" in tokens[at + 1].says:
        return _Piece("clock", i, at + 2)
    if not told or _named_date(tokens, at):
        return None  # the number is a day: `à 12 janvier`
    minutes = tokens[at + 1].text == "." and len(_number(tokens[at + 2])) == 2
    return _Piece("clock", i, at + 3 if minutes else at + 1)


def _ago(tokens: Sequence[_Token], i: int) -> _Piece | None:
    """A time ago: `منذ 3 ساعات`, `قبل يومين`, `3 hours ago`, `منذ ساعات 43`, `il y a 2 jours et 3 heures`."""
    before = "ago_before" in tokens[i].says
    vague = "about" in tokens[i + before].says
    amount = _amount(tokens, i + before + vague)
    if amount is None:
        return None
    days, sure, stop = amount
    more = _amount(tokens, stop + ("glue" in tokens[stop].says))
    if more and more[1]:
        days, stop = _UNKNOWN, more[2]
    behind = "ago_behind" in tokens[stop].says
    if not before and not behind:
        return None
    return _Piece("ago", i, stop + behind, value=_UNKNOWN if vague else days, sure=sure)


def _amount(tokens: Sequence[_Token], i: int) -> tuple[int, bool, int] | None:
    """How many days an amount of time is, whether it is counted, and where it ends.

    Days and weeks are whole days. An hour ago may have been yesterday, so shorter units have no day, unless
    there are none of them (`0 minutes ago`); months and years have none.
    """
    this, following = tokens[i].says, tokens[i + 1].says
    for count, unit in ((this, following), (following, this)):  # 3 ساعات, ساعات 3
        if "unit" in unit and ("number" in count or ("one" in count and count is this)):
            number, days = count.get("number", 1), unit["unit"]
            sure = "number" in count or days >= 0  # `a year ago` may be the title of something
            sure &= days != _IN_YEARS or number < _FEWEST_OF_HISTORY  # `20 years ago` is one
            return (_UNKNOWN if number and days <= 0 else number * days), sure, i + 2
    if "alone" in this:
        return this["alone"] or _UNKNOWN, this["alone"] >= 0, i + 1
    return (_UNKNOWN, False, i + 1) if "uncounted" in this else None


def _piece(folded: str, tokens: Sequence[_Token], i: int, *, clocked: bool) -> _Piece:
    """The piece that begins at a token: the first reading that fits, the longer ones first."""
    says = tokens[i].says
    if "date" in says:
        return _numeric_date(folded, tokens, i) or _Piece("stop", i, i + 1)
    if "weekday" in says and "gregorian" in says:  # `mar` is Tuesday before `3 juin`, March behind a number
        day = _skip(tokens, i + 1)
        if _number(tokens[day]) and _named_date(tokens, day):
            return _Piece("weekday", i, i + 1, says["weekday"])
    if "opener" in says:
        longer = _named_date(tokens, i) or _ago(tokens, i) or _clock(tokens, i)
        if longer:
            return longer
    return _single(says, i, clocked=clocked)


def _single(says: _Says, i: int, *, clocked: bool) -> _Piece:
    """A piece of one token; a stop where that makes no sense. `clocked`: a time stands before it."""
    for kind in ("from_today", "weekday"):
        if kind in says:
            return _Piece(kind, i, i + 1, says[kind])
    if "tail" in says or (clocked and "late_zone" in says):
        return _Piece("tail", i, i + 1)
    for kind in ("glue", "published", "updated"):
        if kind in says:
            return _Piece(kind, i, i + 1)
    return _Piece("stop", i, i + 1)


def _pieces(folded: str, run: list[_Token]) -> list[_Piece]:
    tokens = [*run, _END, _END, _END]
    pieces: list[_Piece] = []
    i, clocked = 0, False
    while i < len(run):
        pieces.append(_piece(folded, tokens, i, clocked=clocked))
        clocked = clocked or pieces[-1].kind == "clock"
        i = pieces[-1].stop
    return pieces


def _split(pieces: Sequence[_Piece], *kinds: str) -> list[list[_Piece]]:
    """The stretches of pieces between those of some kinds; each such piece opens the stretch behind it."""
    stretches: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.kind in kinds:
            stretches.append([])
        stretches[-1].append(piece)
    return stretches


# From pieces to a day.


def _dates(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The dates of a stretch by calendar; where there are twins, the first calendar gives the day."""
    for calendar in ("gregorian", "jalali", "hijri"):
        dates = [piece for piece in pieces if piece.readings and piece.readings[0].calendar == calendar]
        if dates:
            yield dates


def _day(run: Sequence[_Token], pieces: Sequence[_Piece], reference: date | None) -> date | None:
    """The one day that everything in a stretch agrees on, or None."""
    days: set[date | None] = set()
    for dates in _dates(pieces):
        if _in_range(run, dates[0]):
            return None
        days = set.intersection(*({_to_day(*reading) for reading in piece.readings} for piece in dates))
        break
    else:
        ago = [piece.value for piece in pieces if piece.kind in ("ago", "from_today")]
        days = {_days_before(reference, value) for value in ago}
    weekdays = {piece.value for piece in pieces if piece.kind == "weekday"}
    days = {day for day in days if day is None or weekdays <= {day.weekday()}}
    return days.pop() if len(days) == 1 else None


def _days_before(reference: date | None, days: int) -> date | None:
    if reference is None or days == _UNKNOWN or reference.toordinal() <= days:
        return None
    return date.fromordinal(reference.toordinal() - days)


def _in_range(run: Sequence[_Token], piece: _Piece) -> bool:
    """Whether a smaller day stands before, as in `3-5 يناير 2025` and `من 3 إلى 5 يناير`."""
    i = piece.first
    if i < 2 or not ("range" in run[i - 1].says or run[i - 1].text in ("-", "/")):
        return False
    return run[i - 2].says.get("number", 99) < run[i].says.get("number", 0) <= 31


def _to_day(calendar: str, year: int, month: int, day: int) -> date | None:
    if not year:
        return None
    if calendar == "hijri":
        return _from_hijri(year, month, day)
    return _from_jalali(year, month, day) if calendar == "jalali" else date(year, month, day)


def _from_hijri(year: int, month: int, day: int) -> date | None:
    """The Umm al-Qura day; None outside 1343 to 1500 and for a 30th that this calendar does not have."""
    from hijridate import Hijri  # here, for it takes 9 ms and few texts have a Hijri date alone

    try:
        return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
    except (OverflowError, ValueError):
        return None


_NOWRUZ_1400: Final = date(2021, 3, 21).toordinal()
_LEAP_YEARS: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))  # of 33


def _leap_years_before(year: int) -> int:
    return 8 * (year // 33) + sum(leap < year % 33 for leap in _LEAP_YEARS)


def _from_jalali(year: int, month: int, day: int) -> date | None:
    """The day of Iran's calendar: six months of 31 days, five of 30, and one of 29 or, in leap years, 30.

    Leap years follow the equinox. From 1244 to 1472 these are the same eight years of every 33; outside there
    is no press, so there is no day.

    >>> _from_jalali(1357, 11, 22)
    datetime.date(1979, 2, 11)
    """
    if not 1244 <= year <= 1472 or (month == 12 and day == 30 and year % 33 not in _LEAP_YEARS):
        return None
    days = 365 * (year - 1400) + _leap_years_before(year) - _leap_years_before(1400)
    return date.fromordinal(_NOWRUZ_1400 + days + 30 * (month - 1) + min(month - 1, 6) + day - 1)


# The three questions.


def _runs(folded: str, start: int, last: int) -> Iterator[list[_Token]]:
    """The runs of tokens between foreign ones in which there may be a date: numbers alone do not make one.

    None that begins behind the place `last`.
    """
    run: list[_Token] = []
    core = False
    for token in _tokens(folded, start):
        if token.says:
            if not run and token.start > last:
                return
            run.append(token)
            core = core or "core" in token.says
        if not token.says or len(run) == _LONGEST_RUN:
            if core:
                yield run
            run, core = [], False
    if core:
        yield run


def _trimmed(run: Sequence[_Token], pieces: list[_Piece]) -> list[_Piece]:
    """A stretch without the glue at its edges; the bracket that closes one inside stays."""
    while pieces and pieces[0].kind in ("glue", "tail", "published", "updated", "stop"):
        pieces = pieces[1:]
    while pieces and pieces[-1].kind == "glue":
        if run[pieces[-1].first].text == ")" and any(run[piece.first].text == "(" for piece in pieces):
            break
        pieces = pieces[:-1]
    return pieces


# Where a sentence begins with the time of a day right behind a stamp's hour.
_SAID_BEHIND: Final = re.compile(
    r"(?:(?<=\d [صم]) "
    + fold("(?:مساء|صباح|ظهر|فجر|ليلة|أمس|يوم|اليوم)")
    + r"(?: \w+)?|(?<=\d) (?:"
    + fold("(?:مساء|صباح|ظهر|فجر|ليلة) [^ ]+|(?:أمس|يوم|اليوم)(?: [^ ]+)?")
    + "))$"
)


def _before_what_is_said(folded: str, run: Sequence[_Token], pieces: list[_Piece]) -> tuple[list[_Piece], int]:
    """The pieces of a stamp and where it ends, without the time of day behind its hour with which a sentence begins."""
    if not pieces:
        return pieces, 0
    end = run[pieces[-1].stop - 1].end
    said = _SAID_BEHIND.search(folded, run[pieces[0].first].start, end)
    before = [piece for piece in pieces if said and run[piece.first].start < said.start()]
    if said is None or not any(piece.kind == "date" for piece in before):
        return pieces, end
    return before, said.start()


def find_date(folded: str, start: int = 0, *, last: int = sys.maxsize, reference: date | None = None) -> PrintedDate | None:
    """The first printed date expression at or after `start`, as long as it reaches; None where there is none.

    It may be None too where what comes first begins behind `last`: who asks for a date at the beginning of a
    text need not have all of it read. `folded` is folded text; `start`, `last`, and the span that comes back,
    count its code points. The expression takes in weekday, time, zone and the twin in another calendar, in any
    order, with the glue between them, and not the label before it (`تاريخ النشر:`). `day` is None when it is
    not certain: no year, two days in a row, a range, a weekday that contradicts, a time ago without a
    `reference`. What stands behind the hour of a day and says when something was (`10:15 ص مساء أمس`) belongs to a
    sentence, and not to the stamp.

    A weekday or a time alone, a month with its year, `اليوم` alone (half the newspapers are called that) and
    a day that no calendar has (31 February) are not dates and are passed over.

    >>> line = fold("نُشر الأحد 12 رجب 1446هـ الموافق 12 يناير 2025م، الساعة 10:45 ص")
    >>> found = find_date(line)
    >>> line[found.start:found.end]
    'الاحد 12 رجب 1446ه الموافق 12 يناير 2025م، الساعه 10:45 ص'
    >>> found.day
    datetime.date(2025, 1, 12)
    >>> find_date("12/01/2025 10:45 am")
    PrintedDate(start=0, end=19, day=None)
    """
    for run in _runs(folded, max(start, 0), last):
        for stretch in _split(_pieces(folded, run), "stop", "published", "updated"):
            pieces, end = _before_what_is_said(folded, run, _trimmed(run, stretch))
            kinds = {piece.kind for piece in pieces}
            yesterday = any(piece.kind == "from_today" and piece.value for piece in pieces)
            if yesterday or {"from_today", "clock"} <= kinds or not kinds.isdisjoint(("date", "ago")):
                return PrintedDate(run[pieces[0].first].start, end, _day(run, pieces, reference))
    return None


def _whole(folded: str) -> tuple[list[_Token], list[_Piece]] | None:
    """The tokens and pieces of a line in which everything belongs to a date; None for any other line."""
    if len(folded) > _LONGEST_LINE:
        return None
    run: list[_Token] = []
    for token in _tokens(folded, 0):
        if not token.says:
            return None
        run.append(token)
    pieces = _pieces(folded, run)
    return None if any(piece.kind == "stop" for piece in pieces) else (run, pieces)


def parse_date(text: str, *, reference: date | None = None) -> date | None:
    """The day that a short printed form names, or None when it is not certain.

    The whole text, folded or not, must be a date, with glue and labels; with anything else in it there is no
    day. Where it prints the day of publication and the day of an update, the former counts. `reference` is
    the day that relative forms are counted from, such as the day of the scrape: `قبل يومين` is two days
    before it; `3 hours ago` may be the day before and stays None.

    >>> parse_date("الثلاثاء 01/ديسمبر/2020 - 11:50 ص")
    datetime.date(2020, 12, 1)
    >>> parse_date("٠٤ رجب ١٤٤٦ هـ")
    datetime.date(2025, 1, 4)
    >>> parse_date("الأحد 1 ديسمبر 2020") is None  # it was a Tuesday
    True
    >>> parse_date("قبل يومين", reference=date(2025, 12, 3))
    datetime.date(2025, 12, 1)
    """
    read = _whole(fold(" ".join(text.split()))) if len(text) <= 2 * _LONGEST_LINE else None
    if read is None:
        return None
    run, pieces = read
    published: set[date | None] = set()
    updated: set[date | None] = set()
    for part in _split(pieces, "published", "updated"):
        if any(piece.kind in ("date", "ago", "from_today") for piece in part):
            (updated if part[0].kind == "updated" else published).add(_day(run, part, reference))
    days = published or updated
    return days.pop() if len(days) == 1 else None


def may_tell_time(folded: str) -> bool:
    """Whether a folded text has anything in it without which there is no date: a figure, a month's name, `ago`.

    >>> may_tell_time("the rains of may"), may_tell_time("the rains")
    (True, False)
    """
    return _FIGURE.search(folded) is not None or not _CORE_WORDS.isdisjoint(_LETTERS.findall(folded))


def is_date_line(folded: str) -> bool:
    """Whether a folded line only says when: it has a date, and every token belongs to one or goes with one.

    A date is here a day, month and year; a day and month with a time or a label (`نشر في`, `Updated`); a
    counted time ago; `أمس` with a time or a label; and a time with a label (`آخر تحديث GMT09:16:44`). Not
    enough are a year, a weekday, a day and month (`11 سبتمبر` is a heading, `السبت 28 مايو` one of a
    programme), a range, which is content, and whatever ends in a colon, which opens content. Whether the date
    is true does not matter: a wrong weekday is a date line still.

    >>> is_date_line(fold("آخر تحديث: السبت 06 يناير 10:59 م بتوقيت مكة"))
    True
    >>> is_date_line(fold("تاريخ النشر الأول للكتاب يعود إلى عام 1990."))
    False
    >>> is_date_line(fold("11 سبتمبر"))
    False
    """
    read = None if folded.endswith(":") else _whole(folded)
    if read is None or any(map(_is_range, _split(read[1], "published", "updated"))):
        return False
    kinds = {piece.kind for piece in read[1]}
    labelled = not kinds.isdisjoint(("published", "updated"))
    if labelled and not kinds.isdisjoint(("date", "ago", "from_today", "clock")):
        return True
    if "clock" in kinds and not kinds.isdisjoint(("date", "from_today")):
        return True
    return any(piece.sure for piece in read[1])


def is_age(folded: str) -> bool:
    """Whether a folded line only says how long ago something was: of what is to come nobody says so.

    >>> is_age(fold("منذ 3 ساعات")), is_age("2 hours ago"), is_age(fold("3 أكتوبر 2025"))
    (True, True, False)
    """
    read = _whole(folded)
    return read is not None and {piece.kind for piece in read[1]} == {"ago"}


def _is_range(pieces: Sequence[_Piece]) -> bool:
    """Whether a stretch names two days of one calendar."""
    if sum(piece.kind == "date" for piece in pieces) < 2:
        return False
    return any(not set.intersection(*(set(piece.readings) for piece in dates)) for dates in _dates(pieces))
