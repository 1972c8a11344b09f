"""What goes with a header such as `اقرأ أيضا`: headlines, pairs, teasers, tickers, or a whole second article.

Cutting to the end at such a header is right on many pages and drops most of a good article on the others; no threshold
tells them apart. So the lines below are read one by one, and what cannot be shown to belong to the block stays.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from ingest.dates import is_date_line
from ingest.model import Span
from ingest.script import fold
from ingest.view import Kind, View, ends_sentence
from ingest.words import share, stems

MOST_ITEMS: Final = 30
LONGEST_QUESTION: Final = 20  # words of a headline that asks
LONGEST_HEADING: Final = 5  # words of a section heading that is told by its length
FEWEST_WORD_FOR_WORD: Final = 3  # words of a section heading that its paragraph says again
MOST_BELOW: Final = 300  # lines that a page may have below its article; so each header of a long text looks at few
FEWEST_OWN: Final = 3  # paragraphs that show what an article speaks of
FOREIGN: Final = 0.34  # a line that shares more of its telling words with the article speaks of the same thing
# A paragraph that opens so goes on with a story; the first paragraph of another one does not.
_CONNECTIVE: Final = re.compile(
    r"(?:"
    + fold(
        "كما|فيما|بينما|كذلك|إلى ذلك|من جهة|من جهت(?:ه|ها|هم|نا)|من جانب(?:ه|ها|هم)|من ناحية|من ناحيت(?:ه|ها)|بدور(?:ه|ها|هم)|"
        "في المقابل|في السياق|في سياق|في هذا|يذكر|يشار|لكن|غير أن|إلا أن|ف(?:هل|ماذا|لماذا|كيف|متى|أين|من|ما)|و"
    )
    + r")(?=[ ،,])"
)
# `و` joins what comes to what was said, unless it is the first letter of the word itself.
_AND: Final = re.compile("و[^ ]{2,}")
_OWN_LETTER: Final = frozenset(
    fold(
        "وزير وزيرة وزراء وزارة وزارات وزاري وزارية وكيل وكيلة وكلاء وكالة وكالات وفد وفود وفاة وفيات وفاق وفر وفرت وفرة وقف وقفة "
        "وقوف وقفت وقع وقعت وقائع وقود وقت وقاية وصل وصلت وصول وصف وصفت وصفة وصية وضع وضعت وضعية وضوح واشنطن واصل واصلت واجه "
        "واجهت واجب واجهة وافق وافقت واحد واحدة واحة وادي والد والدة والي والدا واقع واقعة وارسو واتساب واردات واسط واسع واسعة "
        "وحدة وحدات وحيد وحده وحوش وحش وثيقة وثائق وثق وثقت وثائقي وجه وجهت وجهة وجوه وجود وجد وجدت وجبة وجبات وجع ورد وردت ورود "
        "وردة ورقة ورق ورش ورشة ورث ورثة ورم ورائه وراء وزع وزعت وزن وسائل وسائط وسط وسيط وسيلة وسام وسامة وسع وسعت وسيم وساطة "
        "وشم وطن وطني وطنية وطنيون وظائف وظيفة وظف وعد وعدت وعود وعي وعاء ولي ولاية ولايات ولد ولدت ولادة وليد وليمة ولاء ولاة "
        "وهم وهج وهران ووهان وباء وبائي ودع ودعت ودائع وداع وديعة ودية ودي وتيرة وتر وتد ويكيبيديا ويكيليكس ويليام وسن وئام وقار "
        "ونيس وقى وكر وشيك وميض وسطاء ورطة وفي وفية"
    ).split()
)
_RESULT: Final = re.compile(r"- ?\d{1,2} ?[:-] ?\d{1,2}(?: ?\(|$)")  # of a match, as the article prints it over who scored
_MID_END: Final = re.compile(r"(?<![.\s])[.!?؟](?= )")
# A page that has come to one of these has come to its article's end.
TERMINAL: Final = frozenset({"source_attribution", "tags", "comments", "legal_notice"})


def following(view: View, header: int) -> list[Span]:
    """The items under a header, one span each: a headline with what goes with it, or a whole article.

    A headline is a short line without a full stop; printed twice, it is still one. What comes under it belongs to it
    where it stops in mid-sentence and speaks of the same thing, or where the headline was a pair. Where the page closes
    (a source line above the header, a share bar or comments below) all of it goes, and in a flattened page where all of it
    is foreign to the article. Else, and where too much is below for a page's end, the block ends before the
    title, before a paragraph that is nothing of this, and before a section heading of the article that goes on. A text
    without a paragraph is spared altogether: there, short lines are what it is about.
    """
    if not view.body:
        return []
    first = bisect_right(view.rows, header)
    lines = view.rows[first : first + MOST_BELOW]
    ends = len(view.rows) <= first + MOST_BELOW
    if ends and (_closes_page(view, header, lines) or _is_foreign(view, header, lines)):
        return [view.span(i) for i in lines if i not in view.noise]
    items: list[list[int]] = []
    for i in lines:
        if i in view.noise or is_date_line(view.folded[i]):  # of a day under a headline it is told elsewhere
            continue
        if view.is_title(i) or len(items) == MOST_ITEMS:
            break
        if items and _goes_with(view, items[-1], i):
            items[-1].append(i)
        elif _opens_item(view, i, items):
            items.append([i])
        elif 0 < len(items) <= 2 and is_pasted_article(view, header, items[0][0], i):
            return [Span(view.span(items[0][0]).start, view.span(view.rows[-1]).end)]
        else:
            items = items[:-1] if _heads(view, header, items, i) else items
            break
    return [Span(view.span(item[0]).start, view.span(item[-1]).end) for item in items]


def _goes_with(view: View, item: list[int], i: int) -> bool:
    """Whether line `i` belongs to the item above it: its headline again, or its summary."""
    return view.cores[i] == view.cores[item[-1]] or (view.kinds[i] is not Kind.HEADLINE and _is_teaser(view, item, i))


def _opens_item(view: View, i: int, items: list[list[int]]) -> bool:
    """Whether line `i` opens an item: a headline, several on one line, a teaser; a scrap between two, a number, a section.

    What goes on with the story and announces a list is none.
    """
    if view.kinds[i] is Kind.HEADLINE and (_is_half_sentence(view.texts[i].strip()) or _goes_on_asking(view.folded[i])):
        return False
    if _RESULT.search(view.folded[i]) or (view.folded[i].endswith(":") and opens_in_mid_story(view.folded[i])):
        return False
    if view.kinds[i] in (Kind.HEADLINE, Kind.TICKER) or _is_cut_teaser(view, i) or _is_long_question(view, i):
        return True
    below = view.below(i)
    if view.kinds[i] is not Kind.FRAGMENT or below is None or view.kinds[below] is not Kind.HEADLINE:
        return False
    names_section = any(view.cores[i] == view.cores[j] for j in view.noise)  # the page printed it elsewhere
    return bool(items) or view.cores[i].isdigit() or names_section


def _is_long_question(view: View, i: int) -> bool:
    """Whether a line is a headline that asks at length: one question on something else, and no paragraph in the two lines below."""
    text, below = view.folded[i], view.below(i)
    if not asks(text) or view.length(i) > LONGEST_QUESTION or opens_in_mid_story(text) or _MID_END.search(text):
        return False
    for j in (below, view.below(below) if below is not None else None):
        if j is None or j in view.noise:
            break
        if view.kinds[j] is not Kind.HEADLINE:
            return False
    others = frozenset[str]().union(*(view.stems(j) for j in view.body if j != i))
    return share(view.stems(i), others) <= FOREIGN


def _is_half_sentence(line: str) -> bool:
    """Whether a short line is a part of a sentence, as those of verse are: it ends with a comma, or begins with a small letter."""
    return line.endswith((",", "،")) or (line[:1].islower() and not line[1:2].isupper())


def _goes_on_asking(folded: str) -> bool:
    """Whether a line is a question with which the article goes on."""
    return folded[-1] in "?؟" and opens_in_mid_story(folded)


def _closes_page(view: View, header: int, lines: list[int]) -> bool:
    """Whether everything below a header is page: the article has ended above it, and a share bar or comments come below."""
    above = view.above(header)
    if above is None or view.noise.get(above) not in TERMINAL:
        return False
    return any(view.noise.get(i) in ("social", "comments") for i in lines)


def _is_foreign(view: View, header: int, lines: list[int]) -> bool:
    """Whether all that is below a header in a flattened page is other stories, whose headlines run into their text.

    Evidence: three paragraphs of the article are above, of whose words no paragraph below takes up more than a third;
    and either the article had ended before the header, or a headline printed twice comes right below it, or more of the
    page does and no full stop. Not where the first paragraph opens like the next one of a running story.
    """
    if not view.is_flat:
        return False
    above, left = view.above(header), [i for i in lines if i not in view.noise]
    ended = above is not None and view.noise.get(above) in TERMINAL
    pair = len(left) > 1 and view.cores[left[0]] == view.cores[left[1]]
    page = any(i in view.noise for i in lines) and not any(view.texts[i].rstrip().endswith((".", "۔")) for i in left)
    own = [i for i in view.body if i < header]
    paragraph = next((i for i in left if view.kinds[i] is Kind.PARAGRAPH), None)
    goes_on = any(opens_in_mid_story(view.folded[i]) for i in (*left[:1], paragraph) if i is not None)
    if not (ended or pair or page) or len(own) < FEWEST_OWN or goes_on:
        return False
    vocabulary = frozenset[str]().union(*map(view.stems, own))
    return all(share(view.stems(i), vocabulary) <= FOREIGN and not view.is_title(i) for i in left)


def _is_teaser(view: View, item: list[int], i: int) -> bool:
    """Whether line `i` is the summary of the story whose headline `item` is."""
    if len(item) > 1 and view.cores[item[0]] != view.cores[item[-1]]:
        return False  # it has its summary
    pair = len(item) > 1
    if view.kinds[i] is Kind.TRUNCATED:
        return pair or view.folded[i].endswith("..") or share(view.stems(item[0]), view.stems(i)) >= 0.34
    if view.kinds[i] is not Kind.PARAGRAPH or not pair:
        return False
    below = view.below(i)
    return below is None or view.kinds[below] is Kind.HEADLINE


def _is_cut_teaser(view: View, i: int) -> bool:
    """Whether a line is the beginning of another story, cut off: no sentence end, no colon, and hardly a word of the article's."""
    if ends_sentence(view.folded[i]) or view.folded[i].endswith(":") or view.kinds[i] not in (Kind.TRUNCATED, Kind.PARAGRAPH):
        return False
    return not opens_in_mid_story(view.folded[i]) and share(view.stems(i), view.vocabulary) <= FOREIGN


def opens_in_mid_story(folded: str) -> bool:
    """Whether a line opens with a connective, as the next paragraph of a running story does.

    >>> opens_in_mid_story("واعلنت الشركه"), opens_in_mid_story("فهل تنجح الخطه"), opens_in_mid_story("وزير الماليه يعلن")
    (True, True, False)
    """
    first = folded.partition(" ")[0]
    return bool(_CONNECTIVE.match(folded)) or joins(first.rstrip(",،:"))


def joins(word: str) -> bool:
    """Whether a folded word begins with the `و` that joins it to what was said, and not with its own first letter.

    >>> joins("واعلنت"), joins("وزير")
    (True, False)
    """
    return bool(_AND.match(word)) and word not in _OWN_LETTER


def _heads(view: View, header: int, items: list[list[int]], paragraph: int) -> bool:
    """Whether the last item reads like the section heading of the paragraph under it.

    It says the same, is much shorter than the other items, or is all in quotes or a question, as none of them is, or a
    question over a paragraph that does not go on with a story; or the paragraph says it word for word.
    """
    if not items or len(items[-1]) > 1:
        return False
    *others, last = [item[0] for item in items]
    if view.length(last) >= FEWEST_WORD_FOR_WORD and view.cores[last] in view.folded[paragraph]:
        return True
    above_the_article = header < view.body[0]  # then it may be the headline itself
    if (others or above_the_article) and share(view.stems(last), view.stems(paragraph)) >= 0.4:
        return True
    if others and asks(view.folded[last]) and not opens_in_mid_story(view.folded[paragraph]):
        return True
    if others and any(mark(view.folded[last]) and not any(mark(view.folded[i]) for i in others) for mark in (_is_quoted, asks)):
        return True
    shortest = min(map(view.length, others), default=0)
    return shortest >= 5 and (
        view.length(last) <= 3 or (view.length(last) <= LONGEST_HEADING and 2 * view.length(last) <= shortest)
    )


def _is_quoted(folded: str) -> bool:
    return folded[0] in "\"'" and folded[-1] in "\"'"


def asks(folded: str) -> bool:
    """Whether a folded line, which is not blank, ends as a question."""
    return folded[-1] in "?؟"


def is_pasted_article(view: View, header: int, headline: int, paragraph: int) -> bool:
    """Whether a second article begins under the header: its headline, then its first paragraph.

    Evidence: two paragraphs of the first article are above, and the paragraph takes up at least 40% of the headline's
    telling words, two or more, and more of them than any paragraph above does; where the article had come to its end
    before the header (a source line, tags, a legal notice) a quarter is enough. A paragraph that opens like the next one
    of a running story is none. Where the article had not ended, its own are the text's last one and one that takes up
    two words of the page's headline.
    """
    if opens_in_mid_story(view.folded[paragraph]) or bisect_left(view.body, header) < 2:
        return False
    words, opening = view.stems(headline), view.stems(paragraph)
    shared = share(words, opening)
    above = view.above(header)
    if above is not None and view.noise.get(above) in TERMINAL:
        return len(words & opening) > 1 and shared >= 0.25
    if view.body[-1] == paragraph or len(stems(view.headline_text) & opening) > 1:
        return False
    above_all = (shared > share(words, view.stems(i)) for i in view.body if i < header)
    return len(words & opening) > 1 and shared >= 0.4 and all(above_all)
