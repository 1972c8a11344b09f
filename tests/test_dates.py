"""Printed dates: what names a day, what does not, and which lines are nothing but a date."""

from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

from ingest import months
from ingest.dates import find_date, is_date_line, parse_date
from ingest.script import fold

WEDNESDAY = date(2025, 12, 3)

# Each of these lines names its day and is a date line.
NAMED = [
    # Egypt, the Gulf, the agencies
    ("12 يناير 2025", "2025-01-12"),
    ("12 يناير، 2025", "2025-01-12"),
    ("١٢ ينايـر ٢٠٢٥", "2025-01-12"),
    ("12يناير2025م", "2025-01-12"),
    ("يناير 12, 2025", "2025-01-12"),
    ("2025 يناير 12", "2025-01-12"),
    ("12 من يناير لعام 2025", "2025-01-12"),
    ("12 شهر يناير سنة 2025", "2025-01-12"),
    ("الأحد 12 يناير 2025", "2025-01-12"),
    ("الأحد، 12 يناير/كانون الثاني 2025 | 10:45 ص", "2025-01-12"),
    ("يوم الأحد الموافق 12 يناير 2025", "2025-01-12"),
    ("الثلاثاء 01/ديسمبر/2020 - 11:50 ص", "2020-12-01"),
    ("10:45 ص - 12 يناير 2025", "2025-01-12"),
    ("12 يناير 2025 - الأحد", "2025-01-12"),
    ("2 إبريل 2024", "2024-04-02"),
    ("2 أبريل 2024", "2024-04-02"),
    ("30 يونيه 2024", "2024-06-30"),
    ("5 يوليه 2024", "2024-07-05"),
    ("5 أوغسطس 2024", "2024-08-05"),
    ("5 اغسطس 2024", "2024-08-05"),
    ("5 اكتوبر 2024", "2024-10-05"),
    ("29 فبراير 2024", "2024-02-29"),
    # Syria, Lebanon, Jordan, Palestine, Iraq
    ("1 كانون الثاني 2025", "2025-01-01"),
    ("28 شباط 2025", "2025-02-28"),
    ("3 آذار 2025", "2025-03-03"),
    ("4 نيسان 2025", "2025-04-04"),
    ("5 أيار 2025", "2025-05-05"),
    ("6 حزيران 2025", "2025-06-06"),
    ("7 تموز 2025", "2025-07-07"),
    ("8 آب 2025", "2025-08-08"),
    ("9 أيلول 2025", "2025-09-09"),
    ("10 تشرين الأول 2025", "2025-10-10"),
    ("11 تشرين ثاني 2025", "2025-11-11"),
    ("12 كانون الأول 2025", "2025-12-12"),
    # pairs
    ("24 شباط/ فبراير 2022", "2022-02-24"),
    ("24 فبراير / شباط 2022", "2022-02-24"),
    ("24 فبراير (شباط) 2022", "2022-02-24"),
    ("24 فبراير - شباط 2022", "2022-02-24"),
    ("تشرين الثاني (نوفمبر) 5، 2022", "2022-11-05"),
    # the Maghreb, Mauritania, Libya
    ("12 جانفي 2025", "2025-01-12"),
    ("12 فيفري 2025", "2025-02-12"),
    ("12 أفريل 2025", "2025-04-12"),
    ("12 ماي 2025", "2025-05-12"),
    ("12 جوان 2025", "2025-06-12"),
    ("12 جويلية 2025", "2025-07-12"),
    ("12 أوت 2025", "2025-08-12"),
    ("12 يوليوز 2025", "2025-07-12"),
    ("12 غشت 2025", "2025-08-12"),
    ("12 أغشت 2025", "2025-08-12"),
    ("12 شتنبر 2025", "2025-09-12"),
    ("الأربعاء 12 نونبر 2025 - 09:08", "2025-11-12"),
    ("12 دجنبر 2025", "2025-12-12"),
    ("12 هانيبال 1999", "1999-08-12"),
    ("12 أي النار 1999", "1999-01-12"),
    # Hijri, and twins
    ("12 رجب 1446هـ", "2025-01-12"),
    ("- ٠٤ رجب ١٤٤٦ -", "2025-01-04"),
    ("12 ربيع الأول 1446 هـ", "2024-09-15"),
    ("12 ربيع الآخر 1446", "2024-10-15"),
    ("12 ربيع الثاني 1446", "2024-10-15"),
    ("12 جمادى الأولى 1446", "2024-11-14"),
    ("12 جمادي الآخرة 1446 هجرية", "2024-12-13"),
    ("12 ذو القعدة 1446", "2025-05-10"),
    ("12 ذي القعدة 1446", "2025-05-10"),
    ("12 ذي الحجة 1446", "2025-06-08"),
    ("الأحد 12 رجب 1446", "2025-01-12"),
    ("1446/07/12هـ", "2025-01-12"),
    ("12/07/1446", "2025-01-12"),
    ("12 رجب 1446هـ الموافق 12 يناير 2025م", "2025-01-12"),
    ("12 يناير 2025م - 12 رجب 1446هـ", "2025-01-12"),
    ("الأحد 12 رجب 1446هـ (12 يناير 2025م)", "2025-01-12"),
    ("13 رجب 1446هـ الموافق 12 يناير 2025م", "2025-01-12"),  # a day off: the moon was seen elsewhere
    # digits: the day first
    ("01/12/2025", "2025-12-01"),
    ("1-12-2025", "2025-12-01"),
    ("01.12.2025", "2025-12-01"),
    ("2025-12-01", "2025-12-01"),
    ("2025/12/01", "2025-12-01"),
    ("12/01/2025", "2025-01-12"),
    ("12/25/2025", "2025-12-25"),
    ("2018 / 12 / 26 - 20:45", "2018-12-26"),
    ("18-8-2017 | 23:49", "2017-08-18"),
    ("13:28-2024/10/02", "2024-10-02"),
    ("1-2-2025-10:45", "2025-02-01"),
    ("2025-12-01T10:45:00+03:00", "2025-12-01"),
    ("2025-12-01T23:45:00.123Z", "2025-12-01"),
    ("12/01/2025 10:45 GMT", "2025-01-12"),
    ("تاريخ النشر: 12/01/2025 10:45 AM", "2025-01-12"),
    ("Publié le 12/01/2025 à 10:45", "2025-01-12"),
    ("Sunday 12/01/2025 10:45 AM", "2025-01-12"),  # the weekday settles which number is the day
    ("Monday 12/01/2025 10:45 AM", "2025-12-01"),
    ("Updated 26.05.2026 | 15:53 GMT", "2026-05-26"),  # nobody prints the month first with dots
    # labels, times, zones
    ("تاريخ النشر: 1st, December 2025 GMT", "2025-12-01"),
    ("نُشر في: 12 يناير 2025، الساعة 10:45 بتوقيت غرينتش", "2025-01-12"),
    ("12 يناير 2025 10:45 بتوقيت القدس المحتلة", "2025-01-12"),
    ("آخر تحديث :الأحد - 12 يناير 2025 - 04:23 م بتوقيت عدن", "2025-01-12"),
    ("10:45 بتوقيت أبو ظبي - 12 يناير 2025", "2025-01-12"),
    ("12 يناير 2025 10:45 (توقيت مكة المكرمة)", "2025-01-12"),
    ("12 يناير 2025 10:45 (GMT+3)", "2025-01-12"),
    ("12 يناير 2025 10:45 KSA", "2025-01-12"),
    ("الساعة 10 مساء يوم الأحد 12 يناير 2025", "2025-01-12"),
    ("12 يناير 2025 مساءً", "2025-01-12"),
    ("Published 27 مارس/ آذار 2025 آخر تحديث 26 مايو/ أيار 2026", "2025-03-27"),
    ("آخر تحديث 26 مايو 2026", "2026-05-26"),
    ("2025 ديسمبر 01 - تم تعديله في 2025 ديسمبر 02", "2025-12-01"),
    ("🕒 12 يناير 2025", "2025-01-12"),
    # English
    ("December 1, 2025", "2025-12-01"),
    ("1 December 2025", "2025-12-01"),
    ("Mon, 01 Dec 2025 10:45:00 +0300", "2025-12-01"),
    ("Dec. 1, 2025 3:04 p.m. ET", "2025-12-01"),
    ("Mon Dec 01 10:45:00 +0000 2025", "2025-12-01"),
    ("Last updated on Monday, the 1st of December 2025 at 10:45am", "2025-12-01"),
    ("Mar 3, 2026", "2026-03-03"),
    ("December 18 2021", "2021-12-18"),
    ("Tue 14 May 2024 06.00 BST", "2024-05-14"),
    ("4 March 2024 at 6.15pm GMT", "2024-03-04"),
    ("01-Dec-2025", "2025-12-01"),
    # other languages
    ("lundi 1er décembre 2025 à 14 h 30", "2025-12-01"),
    ("Mis à jour le 1 déc. 2025 à 10h45", "2025-12-01"),
    ("mar. 2 déc. 2025", "2025-12-02"),
    ("mar. 3 mar. 2026", "2026-03-03"),
    ("lunes, 1 de diciembre de 2025, 10:45 h", "2025-12-01"),
    ("8 ago 2025", "2025-08-08"),
    ("22 Ago, 2024 10:41 p.m. AR", "2024-08-22"),
    ("segunda-feira, 1º de dezembro de 2025 às 10h45", "2025-12-01"),
    ("18/06/2024 - 11h36min", "2024-06-18"),
    ("Montag, 1. Dezember 2025, 14.30 Uhr", "2025-12-01"),
    ("Stand: 01.12.2025, 14:30 Uhr", "2025-12-01"),
    ("lunedì 1 dicembre 2025 ore 14.30", "2025-12-01"),
    ("Güncelleme: 1 Aralık 2025 Pazartesi - 10:45", "2025-12-01"),
    ("5 Ağustos 2025", "2025-08-05"),
    ("دوشنبه ۱۰ آذر ۱۴۰۴ - ۱۰:۴۵", "2025-12-01"),
    ("تاریخ انتشار: ۱۴۰۴/۰۹/۱۰ ه.ش", "2025-12-01"),
    ("سه‌شنبه ۳۰ اسفند ۱۳۹۹", None),  # it was a Saturday
    ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    ("۱ دسامبر ۲۰۲۵", "2025-12-01"),
    ("پیر 1 دسمبر 2025", "2025-12-01"),
    ("ہفتہ 6 دسمبر 2025", "2025-12-06"),
    ("5 جولائی 2025", "2025-07-05"),
    ("понедельник, 1 декабря 2025 г., 10:45", "2025-12-01"),
    ("1 мая 2025 года в 10:45", "2025-05-01"),
    ("12 марта 2024, 10:15 МСК", "2024-03-12"),
    ("יום שני, 1 בדצמבר 2025 בשעה 10:45", "2025-12-01"),
    ("פורסם: 5 ינואר 2025", "2025-01-05"),
]


@pytest.mark.parametrize(("text", "day"), NAMED)
def test_names_a_day(text: str, day: str | None) -> None:
    assert parse_date(text) == (date.fromisoformat(day) if day else None)
    assert is_date_line(fold(text))
    found = find_date(fold(text))
    assert found is not None
    assert found.day == (date.fromisoformat(day) if day else None)


# Date lines without a certain day.
UNCERTAIN = [
    ("السبت 12 يناير 2025", "it was a Sunday"),
    ("الثلاثاء 12 رجب 1446", "it was a Sunday"),
    ("12/01/2025 10:45 AM", "the month may stand first"),
    ("Updated: 12/01/2025", "the month may stand first"),
    ("1404/09/10", "Jalali or Hijri"),
    ("12 رجب 1320هـ", "before the tables of Umm al-Qura"),
    ("12 رجب 1501هـ", "behind them"),
    ("30 صفر 1447", "29 days in Umm al-Qura, 30 perhaps elsewhere"),
    ("30 اسفند 1404", "no leap year"),
    ("السبت 06 يناير 10:59 م", "no year"),
    ("نشر في 12 يناير", "no year"),
    ("آخر تحديث GMT09:16:44", "a time alone"),
    ("منذ 3 ساعات", "hours"),
    ("منذ ساعات 43", "hours"),
    ("منذ دقيقة", "a minute"),
    ("3 hours ago", "hours"),
    ("an hour ago", "an hour"),
    ("about 3 hours ago", "hours"),
    ("3h ago", "hours"),
    ("il y a 2 heures", "hours"),
    ("vor 3 Stunden", "hours"),
    ("hace 5 minutos", "minutes"),
    ("3 saat önce", "hours"),
    ("۳ ساعت پیش", "hours"),
    ("3 часа назад", "hours"),
    ("לפני 3 שעות", "hours"),
    ("3 گھنٹے پہلے", "hours"),
    ("منذ 3 أشهر", "months differ"),
    ("منذ 3 أيام و 4 ساعات", "days and hours"),
    ("Updated 2 years ago", "years"),
]


@pytest.mark.parametrize(("text", "why"), UNCERTAIN)
def test_date_line_without_a_certain_day(text: str, why: str) -> None:
    assert is_date_line(fold(text)), why
    assert parse_date(text) is None
    assert parse_date(text, reference=WEDNESDAY) is None


RELATIVE = [
    ("قبل يومين", 2),
    ("منذ يوم", 1),
    ("منذ 3 أيام", 3),
    ("قبل أسبوعين", 14),
    ("منذ 0 دقيقة", 0),
    ("2 days ago", 2),
    ("a week ago", 7),
    ("2d ago", 2),
    ("il y a 2 jours", 2),
    ("vor einem Tag", 1),
    ("hace 2 días", 2),
    ("há 2 dias atrás", 2),
    ("2 giorni fa", 2),
    ("2 gün önce", 2),
    ("2 روز پیش", 2),
    ("2 دن پہلے", 2),
    ("2 дня назад", 2),
    ("לפני יומיים", 2),
    ("أمس 10:45", 1),
    ("أول أمس الساعة 10:45 ص", 2),
    ("اليوم 14:30", 0),
    ("اليوم الأربعاء 14:30", 0),
    ("Updated yesterday", 1),
    ("aujourd'hui à 14h30", 0),
    ("Gestern, 14:30 Uhr", 1),
]


@pytest.mark.parametrize(("text", "days"), RELATIVE)
def test_relative_to_a_reference(text: str, days: int) -> None:
    assert is_date_line(fold(text))
    assert parse_date(text) is None
    assert parse_date(text, reference=WEDNESDAY) == WEDNESDAY - timedelta(days)


def test_a_weekday_checks_a_relative_day_too() -> None:
    assert parse_date("أمس الثلاثاء", reference=WEDNESDAY) == date(2025, 12, 2)
    assert parse_date("أمس السبت", reference=WEDNESDAY) is None


def test_before_the_first_day_there_is_none() -> None:
    assert parse_date("9999 weeks ago", reference=date(100, 1, 1)) is None
    assert parse_date("منذ يوم", reference=date.min) is None


# Not date lines: prose, headings, numbers, and dates that are content.
KEPT = [
    "تاريخ النشر الأول للكتاب يعود إلى عام 1990.",
    "نشر الكتاب في 2 مايو 2010 في القاهرة.",
    "14 قتيلا في 2 مايو",
    "وقال في 12 يناير 2025 إن الأمر انتهى",
    "منذ 24 شباط/ فبراير 2022",
    "القاهرة 12 يناير 2025",
    "2025",
    "12",
    "عام 2025",
    "الأحد",
    "الأحد والاثنين",
    "أغسطس/آب",
    "يناير 2025",
    "11 سبتمبر",
    "11 سبتمبر/ أيلول",
    "السبت 28 مايو",
    "Montag, 3. Juni",
    "May 5",
    "12 رجب",
    "أمس",
    "اليوم",
    "اليوم السابع",
    "Yesterday",
    "منذ سنوات",
    "منذ 20 عاما",
    "20 years ago",
    "Il y a 30 ans",
    "قبل عام",
    "a year ago",
    "3 ساعات",
    "5 min read",
    "10:45",
    "الساعة 10:45",
    "10:45 - 11:30",
    "من 3 إلى 5 يناير",
    "من 3 إلى 5 يناير 2025",
    "3-5 يناير 2025",
    "5 يناير - 7 يناير 2025",
    "5 يناير 2025 - 7 يناير 2025",
    "01/12/2025 - 05/12/2025",
    "5 - 3",
    "4-3-3",
    "3/4/5",
    "01/12",
    "14.05.99",
    "01 Dec 25",
    "0100-123-4567",
    "01-23-4567",
    "+966 12 345 6789",
    "192.168.1.1",
    "10.1.12.2025",
    "3.5",
    "14 May 2024 06.00",
    "14 May 2024 2.15 billion",
    "1,234",
    "31/02/2025",
    "31 فبراير 2025",
    "45/13/2025",
    "2025/31/12",
    "1 يناير 2025:",
    "تاريخ النشر",
    "تاريخ النشر: الأحد",
    "Published",
    "في",
    "- | -",
    "",
    " ",
    "12 تشرين الثاني/ديسمبر 2025",
    "12 يناير 2025؟",
    "12 يناير 2025 " * 12,
]


@pytest.mark.parametrize("text", KEPT)
def test_is_no_date_line(text: str) -> None:
    assert not is_date_line(fold(text))


# Texts with no certain day, or with more than a date, or with too many.
DAYLESS = [
    "12 يناير",
    "يناير 2025",
    "01 Dec 25",
    "01/12/25",
    "31/02/2025",
    "31 فبراير 2025",
    "2025/31/12",
    "29 فبراير 2023",
    "3-5 يناير 2025",
    "من 3 إلى 5 يناير 2025",
    "5 يناير 2025 - 7 يناير 2025",
    "القاهرة 12 يناير 2025",
    "2025",
    "",
    "45 رجب 1446",
    "12/13/1446",
    "نشر 1 يناير 2025 نشر 2 يناير 2025",
    "12 يناير 2025 " * 40,
]


@pytest.mark.parametrize("text", DAYLESS)
def test_names_no_day(text: str) -> None:
    assert parse_date(text) is None


def test_two_digit_years_only_where_one_reading_is_left() -> None:
    assert parse_date("14.05.99") == date(1999, 5, 14)
    assert parse_date("31/12/98") == date(1998, 12, 31)
    assert parse_date("14.05.31") is None
    assert parse_date("Mon, 01 Dec 25") == date(2025, 12, 1)  # of all readings only one is a Monday


# Expressions in a longer text: what is found, as far as it reaches, and its day.
FOUND = [
    ("تاريخ النشر: 12 يناير 2025", "12 يناير 2025", "2025-01-12"),
    ("روما 25 شوال 1436 هـ، 10 أغسطس 2015 م واس", "25 شوال 1436 ه، 10 اغسطس 2015 م", "2015-08-10"),
    ("دولية2021/08/12 14:50", "2021/08/12 14:50", "2021-08-12"),
    ("العدد: 57 - 2018 / 12 / 26 - 20:45", "2018 / 12 / 26 - 20:45", "2018-12-26"),
    ("(12 رجب 1446هـ (12 يناير 2025م)", "12 رجب 1446ه (12 يناير 2025م)", "2025-01-12"),
    ("كتب علي في 12 يناير 2025، الساعة 10:45 ص.", "12 يناير 2025، الساعه 10:45 ص", "2025-01-12"),
    ("Cairo (AP), Dec. 1, 2025 3:04 p.m. ET -- he", "dec. 1, 2025 3:04 p.m. et", "2025-12-01"),
    ("Published 27 مارس 2025 آخر تحديث 26 مايو 2026", "27 مارس 2025", "2025-03-27"),
    ("14 قتيلا في 2 مايو", "2 مايو", None),
    ("من 3 إلى 5 يناير 2025", "5 يناير 2025", None),
    ("اليوم السابع - 12 يناير 2025", "12 يناير 2025", "2025-01-12"),
    ("حدث ذلك أمس في القاهرة", "امس", None),
    ("نشر منذ 3 ساعات | رياضة", "منذ 3 ساعات", None),
    ("منذ 24 شباط/ فبراير 2022، تشن", "24 شباط/ فبراير 2022", "2022-02-24"),
    ("example.com/2025/12/01/story", "2025/12/01", "2025-12-01"),
    ("31/02/2025 ثم 01/03/2025", "01/03/2025", "2025-03-01"),
    ("12 يناير\n2025", "12 يناير", None),
    ("12 يناير 2025 10:15 ص مساء أمس وصلت السفينة", "12 يناير 2025 10:15 ص", "2025-01-12"),
    ("12/1/2025 10:15 أمس وصلت السفينة", "12/1/2025 10:15", "2025-01-12"),
    ("12 يناير 2025 10:15 صباحا", "12 يناير 2025 10:15 صباحا", "2025-01-12"),
]


@pytest.mark.parametrize(("text", "expression", "day"), FOUND)
def test_finds_the_whole_expression(text: str, expression: str, day: str | None) -> None:
    folded = fold(text)
    found = find_date(folded)
    assert found is not None
    assert folded[found.start : found.end] == expression
    assert found.day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("text", ["", "الأحد", "10:45", "يناير 2025", "مراسل اليوم السابع", "10.1.12.2025"])
def test_finds_nothing(text: str) -> None:
    assert find_date(fold(text)) is None


def test_finds_one_after_another() -> None:
    folded = fold("بين 12 يناير 2025 كتاب وبين 13 يناير 2025")
    first = find_date(folded)
    assert first is not None
    second = find_date(folded, first.end)
    assert second is not None
    assert (first.day, second.day) == (date(2025, 1, 12), date(2025, 1, 13))
    assert find_date(folded, second.end) is None
    assert find_date(folded, len(folded) + 7) is None


def test_a_day_before_the_reference_in_a_text() -> None:
    found = find_date(fold("وكان ذلك قبل يومين فقط"), reference=WEDNESDAY)
    assert found is not None
    assert found.day == date(2025, 12, 1)


# Known days of the Iranian calendar: new years on both sides of leap years, and days that history wrote down.
@pytest.mark.parametrize(
    ("jalali", "day"),
    [
        ("1 فروردین 1300", "1921-03-21"),
        ("1 فروردین 1375", "1996-03-20"),
        ("30 اسفند 1375", "1997-03-20"),
        ("1 فروردین 1376", "1997-03-21"),
        ("1 فروردین 1400", "2021-03-21"),
        ("1 فروردین 1403", "2024-03-20"),
        ("30 اسفند 1403", "2025-03-20"),
        ("1 فروردین 1404", "2025-03-21"),
        ("31 شهریور 1359", "1980-09-22"),  # the Iraqi attack
        ("22 بهمن 1357", "1979-02-11"),  # the revolution
        ("28 مرداد 1332", "1953-08-19"),  # the coup
    ],
)
def test_jalali_days(jalali: str, day: str) -> None:
    assert parse_date(jalali) == date.fromisoformat(day)


def names(table: dict[str, str]) -> list[list[str]]:
    """The rows of a table of months, with the first spelling of each; rows with gaps are left out."""
    rows = [[cell.split("/")[0].strip() for cell in row.split("|")] for row in table.values()]
    return [row for row in rows if len(row) == 12 and all(row)]


def spellings(table: dict[str, str]) -> list[tuple[int, str]]:
    cells = [(n, cell) for row in table.values() for n, cell in enumerate(row.split("|"), 1)]
    return [(n, word.strip()) for n, cell in cells for word in cell.split("/") if word.strip()]


@pytest.mark.parametrize(("month", "name"), spellings(months.GREGORIAN))
def test_every_spelling_of_a_month(month: int, name: str) -> None:
    assert parse_date(f"21 {name} 2025") == date(2025, month, 21)


@pytest.mark.parametrize(("month", "name"), spellings(months.HIJRI))
def test_every_spelling_of_a_hijri_month(month: int, name: str) -> None:
    day = Hijri(1446, month, 21).to_gregorian()
    assert parse_date(f"21 {name} 1446هـ") == date(day.year, day.month, day.day)


@pytest.mark.parametrize(("weekday", "name"), spellings(months.WEEKDAYS))
def test_every_spelling_of_a_weekday(weekday: int, name: str) -> None:
    monday = date(2025, 12, 1)
    assert parse_date(f"{name} {weekday} ديسمبر 2025") == monday + timedelta(weekday - 1)


def test_tables_are_whole() -> None:
    twelve = [*months.GREGORIAN.values(), *months.HIJRI.values(), *months.JALALI.values()]
    assert {len(row.split("|")) for row in twelve} == {12}
    assert {len(row.split("|")) for row in months.WEEKDAYS.values()} == {7}


# Properties.

FORMATS = [
    "{d} {name} {y}",
    "{d:02} {name} {y}م",
    "{d}/{name}/{y} - 10:45 ص",
    "{name} {d}، {y}",
    "{y} {name} {d}",
    "{weekday} {d} {name} {y} | 10:45",
    "تاريخ النشر: {d} {name} {y} بتوقيت مكة",
    "{d:02}/{m:02}/{y}",
    "{d}-{m}-{y}",
    "{d:02}.{m:02}.{y}",
    "{y}-{m:02}-{d:02}",
    "{y}/{m:02}/{d:02} 10:45",
    "{y}-{m:02}-{d:02}T10:45:00+03:00",
    "الساعة 10:45 {weekday} {d}-{m}-{y}",
]
ARABIC_WEEKDAYS = [cell.split("/")[0].strip() for cell in months.WEEKDAYS["ar"].split("|")]


@given(
    day=st.dates(date(1800, 1, 1), date(2199, 12, 31)),
    form=st.sampled_from(FORMATS),
    row=st.sampled_from(names(months.GREGORIAN)),
)
def test_reads_what_is_printed(day: date, form: str, row: list[str]) -> None:
    weekday = ARABIC_WEEKDAYS[day.weekday()]
    text = form.format(d=day.day, m=day.month, y=day.year, name=row[day.month - 1], weekday=weekday)
    assert parse_date(text) == day
    assert is_date_line(fold(text))


@given(day=st.dates(date(1924, 8, 1), date(2077, 11, 16)), row=st.sampled_from(names(months.HIJRI)))
def test_hijri_round_trip(day: date, row: list[str]) -> None:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert parse_date(f"{hijri.day} {row[hijri.month - 1]} {hijri.year}هـ") == day
    assert parse_date(f"{hijri.year}/{hijri.month}/{hijri.day} هـ") == day


@given(day=st.dates(date(1800, 1, 1), date(2199, 12, 31)), weekday=st.sampled_from(range(7)))
def test_a_wrong_weekday_leaves_no_day(day: date, weekday: int) -> None:
    text = f"{ARABIC_WEEKDAYS[weekday]} {day.day}/{day.month}/{day.year}"
    assert parse_date(text) == (day if day.weekday() == weekday else None)


ROWS = [row for table in months.WORDS.values() for row in table.values()]
WORDS = sorted({word for row in ROWS for word in row.split("|")})
SCRAPS = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 12000).map(str),
    st.sampled_from("- / . : ، ( ) 10:45 12/01/2025 1/2/3 h GMT+3 كلمة م هـ".split()),
    st.just("\n"),
    st.text(max_size=4),
)
SERIES = st.lists(SCRAPS, max_size=14)
TEXTS = st.one_of(st.text(), SERIES.map(" ".join), SERIES.map("".join))


@given(text=TEXTS, start=st.integers(-3, 40), reference=st.none() | st.dates())
def test_no_text_makes_it_raise(text: str, start: int, reference: date | None) -> None:
    folded = fold(text)
    for line in (text, folded):
        found = find_date(line, start, reference=reference)
        assert found is None or max(start, 0) <= found.start < found.end <= len(line)
        is_date_line(line)
    parse_date(text, reference=reference)


@given(text=TEXTS)
def test_a_day_does_not_depend_on_folding(text: str) -> None:
    assert parse_date(text) == parse_date(fold(text))


@given(text=TEXTS)
def test_a_date_line_with_a_day_is_found_too(text: str) -> None:
    folded = fold(text)
    day = parse_date(folded)
    if day is not None:
        found = find_date(folded)
        assert found is not None


@pytest.mark.parametrize("scrap", ["1", "1 ", "1/", "1/1/", "قبل ", "12 mar ", "(", "gmt+", "12:", "h "])
def test_long_lines_come_to_an_end(scrap: str) -> None:
    line = scrap * 20000
    assert not is_date_line(line)
    assert parse_date(line) is None
    found = find_date(line)
    assert found is None or found.end <= len(line)
