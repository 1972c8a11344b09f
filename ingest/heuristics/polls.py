"""A question to the readers below the text, with the answers they may give."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.script import fold
from ingest.view import Kind, View

FEWEST_ANSWERS: Final = 2
_SHARE: Final = r"[%٪]? ?\d{1,3}(?:[.,]\d)? ?[%٪]?"
_ANSWER: Final = re.compile(
    "(?:"
    + fold("نعم|لا|لا أدري|لا أعرف|ربما|أحيانا|أوافق|لا أوافق|غير متأكد|مع|ضد|لا أهتم|لا رأي لي|محايد|تعادل|")
    + fold("التصويت|صوت|تصويت|النتائج|النتيجة")
    + "|yes|no|maybe|not sure|don't know|undecided|vote|results|oui|non|ne sait pas|si|no lo se|ja|nein|weiss nicht|evet|hayir|"
    + rf"да|нет|{_SHARE})(?: ?\(?{_SHARE}\)?)?$"
)


def find(view: View) -> Iterator[Hit]:
    """A poll: a question, and under it the answers that it offers, yes and no among them, with the share of each perhaps.

    Evidence: below the last paragraph a line that ends with a question mark, and right under it two lines or more that are
    such answers or shares and nothing else. Spared: verse and lists, questions with other lines under them. Missed: polls
    whose answers say more than yes and no.
    """
    if view.is_terse or not view.body:
        return
    rows = [i for i in view.rows if i > view.body[-1]]
    for n, i in enumerate(rows):
        if view.folded[i][-1] not in "?؟" or view.kinds[i] is Kind.PARAGRAPH:
            continue
        answers = []
        for below in rows[n + 1 :]:
            if not _ANSWER.match(view.cores[below] or view.folded[below]):
                break
            answers.append(below)
        if len(answers) >= FEWEST_ANSWERS:
            yield Hit(view.span(i).start, view.span(answers[-1]).end)
