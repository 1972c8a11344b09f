"""Markup in a text field: rendered where it is markup, and in prose opened up so that no words run together."""

import pytest

from ingest import Document, clean
from ingest.extract import plain

PROSE = {
    "an entity is its character": ("قال &quot;نعم&quot; ثم &laquo;لا&raquo; &amp; مضى", 'قال "نعم" ثم «لا» & مضى'),
    "one that was escaped twice": ("AT&amp;amp;T said &amp;quot;no&amp;quot;", 'AT&T said "no"'),
    "a space is a space": ("أكد&nbsp;الوزير&#160;اليوم", "أكد الوزير اليوم"),
    "by number": ("he&#8217;d &#x2014; she", "he’d — she"),
    "no entity": ("Q&A; R&D &nosuch; &;", "Q&A; R&D &nosuch; &;"),
    "nothing but entities": ("&laquo; &raquo;\n&nbsp;", "&laquo; &raquo;\n&nbsp;"),
    "talk of code": ("In HTML write &amp; for an ampersand.", "In HTML write &amp; for an ampersand."),
    "an inline tag between two words": ("أكد<strong>الوزير</strong>أن", "أكد <strong>الوزير </strong>أن"),
    "a proclitic keeps its word": ("و<b>قال</b> ال<b>وزير</b> لـ<b>رويترز</b>", "و<b>قال</b> ال<b>وزير</b> لـ<b>رويترز</b>"),
    "raised and lowered figures": ("H<sub>2</sub>O, 1<sup>st</sup>", "H<sub>2</sub>O, 1<sup>st</sup>"),
    "a block tag after a sentence": ("مضى.<p>ثم عاد", "مضى.\n<p>ثم عاد"),
    "a tag among spaces": ("one <b> two", "one <b> two"),
    "less than": ("a<b and c>d", "a<b and c>d"),
}
LINK = f'<a href="https://example.com/{"long/" * 30}">'
MARKUP = {
    "paragraphs by line feeds among a few tags": (
        '<div dir="rtl">\nأكد الوزير الخبر.\nثم عاد إلى مكتبه.\n</div>\nومضى اليوم.\nرسالة أقدم',
        "أكد الوزير الخبر.\nثم عاد إلى مكتبه.\nومضى اليوم.\nرسالة أقدم",
    ),
    "a source that was wrapped": (
        "<div>\nThe minister confirmed the\nreport and went back to his\noffice. Then he rang the\npaper.\n</div><p>It rained.</p>",
        "The minister confirmed the report and went back to his office. Then he rang the paper.\nIt rained.",
    ),
    "a source that was wrapped, with links that are longer than its lines": (
        (
            f"<div>\nThe minister said in a\n{LINK}report</a> on the old market that\nnobody could have known of the\n"
            f"{LINK}plans</a> that the\n{LINK}council</a> has made.\n</div>"
        ),
        "The minister said in a report on the old market that nobody could have known of the plans that the council has made.",
    ),
    "a source that was wrapped, below a script": (
        f"<script>\n'{'x' * 200}'\n'{'y' * 200}'\n'{'z' * 200}'\n</script>\n<p>It\nrained.</p>",
        "It rained.",
    ),
    "a source that was wrapped, below a remark": ("<!--\nMade by.\nSold by.\nKept by.\n-->\n<p>It\nrained.</p>", "It rained."),
    "a paragraph with a sentence on each line": (
        "<p>\nIt rained.\nIt snowed.\nIt hailed.\n</p>",
        "It rained. It snowed. It hailed.",
    ),
    "a break that is closed": ("أكد الوزير.</br>ثم عاد<br/>ومضى", "أكد الوزير.\nثم عاد\nومضى"),
    "a data section": ("<![CDATA[<p>أكد الوزير</p>]]>", "أكد الوزير"),
    "inline tags that part words": ("<p>أكد<b>الوزير</b>أن</p>", "أكد الوزير أن"),
    "inline tags within a word": ("<p>و<b>قال</b> H<sub>2</sub>O</p>", "وقال H2O"),
}


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_prose_with_stray_markup(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(("text", "expected"), MARKUP.values(), ids=MARKUP)
def test_markup_is_rendered(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_no_words_run_together_when_tags_are_cut() -> None:
    record = clean(Document(id="a", text="أكد<span>الوزير</span>أن المشروع<a href='x'>الجديد</a>سيبدأ غدا في العاصمة."))
    assert record.text == "أكد الوزير أن المشروع الجديد سيبدأ غدا في العاصمة."
    assert record.cleaning.rendered
