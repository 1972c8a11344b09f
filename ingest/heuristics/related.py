"""Other stories without a header that a rule knows: shown by structure alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from ingest.blocks import FOREIGN, LONGEST_HEADING, TERMINAL, asks, is_pasted_article, opens_in_mid_story
from ingest.dates import is_age
from ingest.model import Hit
from ingest.script import fold
from ingest.verbs import RESUMES
from ingest.view import Kind, View, ends_sentence
from ingest.words import has_particles, share

LONGEST_HEADER: Final = 4  # words
FEWEST_HEADLINES: Final = 3
FEWEST_ON_TOP: Final = 5
WORDS_ON_TOP: Final = 7  # on average; names, verses and entries of lists are shorter
FEWEST_GLUED: Final = 3  # words
MOST_GLUED: Final = 22
# `ايضا` and then the section's or the headline's first letter; `ايضاح` is a word of its own.
_GLUED_LABEL: Final = re.compile(r"(?:^|(?<=[.؟?!\"] ))\W{0,3}(?:اقرا|اقراوا|شاهد|شاهدوا|طالع|تابع) ايضا(?!ح)(?=[^\W\d_]{2})")
FEWEST_AT_END: Final = 10  # words
STRANGE: Final = 0.2  # of the telling words of other stories the article has so few
_SURE: Final = TERMINAL - {"source_attribution"}  # behind which a sentence is not the article's
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
# What headlines run together are without: commas, dots, links, and the words with which a sentence goes on.
_GOES_ON: Final = re.compile(
    r"[،,…]|\.\.|https?:|(?:^| )(?:"
    + fold(
        "ال(?:تي|ذي|ذين)|و?ف?أن(?:ه|ها|هم)?|كان(?:ت|وا)?|لكن|و?قد|ثم|حيث|مما|فيما|كما|هذا|هذه|ذلك|لم|لن|لا|وهو|وهي|أيضا|منذ|حتى|خلال|"
        "بعد أن|قبل أن"
    )
    + ")(?= |$)"
)
_ANNOUNCES: Final = re.compile(r"(?:كالاتي|كالتالي|(?:ما|كما) يلي|as follows)$")  # steps or a list of the article's own
FEWEST_AGED: Final = 2
MOST_FIGURES: Final = 2  # in a headline; more are a row of a table
_FIGURE: Final = re.compile(r"\d[\d.,]*")
_SCORE: Final = re.compile(r"(?<![\d/.])\d{1,3} ?[x×:-] ?\d{1,3}(?![\d/.])")  # of a match
_FIELDS: Final = re.compile(r" - |: .{0,60}$|\b(?:1[89]|20)\d\d$")


def find_pairs(view: View) -> Iterator[Hit]:
    """Headlines printed twice in a row after the article, each with its summary.

    Evidence: two or more such pairs below the headline, neither of them the headline. The summary goes with its pair
    where it is the only line before the next pair or the end. Spared: a single pair, verse and lists. Missed: pairs
    that differ in more than marks.
    """
    if view.is_terse and len(view.body) < 3:
        return
    pairs = [
        (i, j)
        for i, j in pairwise(view.rows)
        if view.kinds[i] is Kind.HEADLINE and view.cores[i] == view.cores[j] and i != view.headline and not view.is_title(i)
        and (view.headline is None or i > view.headline) and view.body and i > view.body[0]
    ]  # fmt: skip
    if len(pairs) < 2:
        return
    for n, (i, j) in enumerate(pairs):
        end = pairs[n + 1][0] if n + 1 < len(pairs) else None
        between = [k for k in view.rows if k > j and (end is None or k < end)]
        last = between[0] if len(between) == 1 else j
        yield Hit(view.span(i).start, view.span(last).end)


def find_aged(view: View) -> Iterator[Hit]:
    """Headlines below the article that each have their age beside them: `منذ 3 ساعات`, `2 hours ago`.

    Evidence: below the last paragraph two or more lines that read like headlines, each right over or each right under a
    line that only says how long ago it was, which is said of news and of nothing that is to come. Spared: a single one, what
    the article speaks of, as the steps of its own story are, a line that ends with a colon or opens like the next one of a
    running story, verse and lists. Missed: days in figures, which a programme of events has too.
    """
    if view.is_terse or not view.body:
        return
    heads = [
        i for i in view.rows
        if i > view.body[-1] and i not in view.noise and view.kinds[i] is Kind.HEADLINE
        and not view.folded[i].endswith(":") and not opens_in_mid_story(view.folded[i]) and not view.is_title(i)
        and share(view.stems(i), view.vocabulary) <= FOREIGN
    ]  # fmt: skip
    for beside in (view.below, view.above):
        aged = [i for i in heads if (j := beside(i)) is not None and is_age(view.folded[j])]
        if len(aged) >= FEWEST_AGED:
            for i in aged:
                yield Hit(*view.span(i))
            return


def find_tickers(view: View) -> Iterator[Hit]:
    """Several headlines on one line, set apart by wide gaps, above the first paragraph or below the last.

    Evidence: three or more parts of three words or more, none of which ends like a sentence. Spared: tables and verse,
    whose parts are shorter or come in twos, and texts without a paragraph. Missed: tickers with single spaces.
    """
    for i in view.rows if view.body else ():
        if i not in view.noise and view.kinds[i] is Kind.TICKER and view.zone(i) != "between":
            yield Hit(*view.span(i))


def find_tail(view: View) -> Iterator[Hit]:
    """Headlines and cut teasers below the article's end.

    Evidence: the article has ended (two paragraphs are above, one of them whole, and then a line that closes a page:
    source, tags, comments, a legal notice; in a flattened page a share bar too), and nothing below it ends like a
    sentence; or in a flattened page, which has furniture down to its last line, no sentence behind its tags, comments or
    legal notice speaks of what the article speaks of, or opens like the next one of a running story.
    Spared: everything if one line below does; what stands above the closing line. Missed: lists with no closing line
    before them, unless `find_box` or `find_more` sees them.
    """
    whole = [i for i in view.body if ends_sentence(view.folded[i])]
    if len(view.body) < 2 or not whole:
        return
    closers = TERMINAL | {"social"} if view.is_flat else TERMINAL
    closing = next((i for i, label in sorted(view.noise.items()) if i > whole[-1] and label in closers), None)
    if closing is None:
        return
    below = [i for i in view.rows if i > closing and i not in view.noise]
    closes = view.is_flat and view.rows[-1] in view.noise and view.noise[closing] in _SURE
    if any(view.kinds[i] is Kind.SENTENCE and not (closes and _is_strange(view, i)) for i in below):
        return
    for i in below:
        if view.kinds[i] is not Kind.FRAGMENT and not view.is_title(i):
            yield Hit(*view.span(i))


def _is_strange(view: View, i: int) -> bool:
    """Whether a sentence is none of the article's."""
    return share(view.stems(i), view.vocabulary) <= STRANGE and not opens_in_mid_story(view.folded[i])


def find_more(view: View) -> Iterator[Hit]:
    """More headlines right under a read-also line that holds one itself.

    Evidence: directly under a line that a rule took for another story's, a line that reads like a headline and shares
    hardly a word with the article; between paragraphs also none with the one below it, which has to open like the next
    one of a running story. Spared: section headings, which speak of what comes below them, and short questions that are
    answered; a last line with a full stop; everything above the first paragraph; texts in which short lines outweigh
    paragraphs. Missed: a headline on the article's own subject.
    """
    if view.is_terse:
        return
    taken = {i for i, label in view.noise.items() if label == "related_content"}
    for i in view.rows:
        tail = view.zone(i) == "tail"
        if i in view.noise or view.above(i) not in taken or not (view.kinds[i] is Kind.HEADLINE or (tail and _is_story(view, i))):
            continue
        if view.zone(i) == "head" or view.folded[i].endswith(":") or opens_in_mid_story(view.folded[i]) or view.is_title(i):
            continue
        if _may_be_own(view, i):
            continue
        if share(view.stems(i), view.vocabulary) <= (FOREIGN if tail else 0) and _is_set_in(view, i):
            taken.add(i)
            yield Hit(*view.span(i))


def _may_be_own(view: View, i: int) -> bool:
    """Whether a line may be the article's by its end: a full stop over no headline, or a short question that is answered."""
    below = view.below(i)
    if view.folded[i].endswith("."):
        return below is None or below in view.noise or view.kinds[below] is not Kind.HEADLINE
    is_answered = below is not None and view.folded[below].endswith(".")
    return is_answered and view.folded[i].endswith("؟") and view.length(i) <= LONGEST_HEADING


def _is_set_in(view: View, i: int) -> bool:
    """Whether no paragraph belongs to line `i`: none comes, or it opens in mid-story and speaks of other things."""
    paragraph = next((j for j in view.body if j > i), None)
    if paragraph is None:
        return True
    return opens_in_mid_story(view.folded[paragraph]) and not view.stems(i) & view.stems(paragraph)


def find_glued(view: View) -> Iterator[Hit]:
    """A read-also headline that was run into a paragraph, label, section and headline without a space.

    Evidence: `اقرأ أيضاً` with a letter right behind it, at a line's start or behind a full stop; what belongs to it goes
    on to where the story resumes with one of its verbs, or to the line's end. Spared: everything where neither is near,
    or a sentence ends before. Missed: labels with a space behind them, which the packs know.
    """
    for i in view.rows:
        text = view.folded[i]
        for label in _GLUED_LABEL.finditer(text) if " ايضا" in text else ():
            resumes = RESUMES.search(text, label.end())
            end = resumes.start() if resumes else len(text)
            headline = text[label.end() : end].strip()
            if FEWEST_GLUED <= headline.count(" ") + 1 <= MOST_GLUED and not ends_sentence(headline):
                yield Hit(*view.place(i, label.start(), end))


def find_top(view: View) -> Iterator[Hit]:
    """A list of other stories' headlines above the article.

    Evidence: above the first paragraph five lines or more that read like headlines of stories (see `_is_story`) and on
    average share hardly a word with the article; below them two paragraphs that outweigh them. Shorter headlines, and
    those with a colon, go where they stand among such lines and are fewer. Spared: a summary of the article in points,
    which speaks of what it speaks of; the headline; verse with a word about its poet. Missed: shorter lists.
    """
    whole = [i for i in view.body if ends_sentence(view.folded[i])]
    if len(whole) < 2:
        return
    lines = [
        i for i in view.rows if i < view.body[0] and i not in view.noise and i != view.headline and not view.is_title(i)
        and view.kinds[i] is Kind.HEADLINE
    ]  # fmt: skip
    run = [i for i in lines if _is_story(view, i)]
    total = sum(map(view.length, run))
    if len(run) < FEWEST_ON_TOP or total < WORDS_ON_TOP * len(run) or total > sum(map(view.length, whole)):
        return
    among = [i for i in lines if run[0] <= i <= run[-1]]
    if len(among) <= 2 * len(run) and sum(share(view.stems(i), view.vocabulary) for i in among) <= FOREIGN * len(among):
        for i in among:
            yield Hit(*view.span(i))


def find_below(view: View) -> Iterator[Hit]:
    """Other stories' headlines under the article's last paragraph, with nothing to announce them.

    Evidence: below two whole paragraphs, the last of which ends like a sentence, three lines or more without a full
    stop, most of which read like headlines of stories (see `_is_story`), each on something else: they hardly share a
    word with the article or with each other. Spared: a list that the line above announces with a colon, lines that
    begin alike, items, results, texts in which short lines outweigh paragraphs. Missed: one or two headlines, which may be
    prose.
    """
    whole = [i for i in view.body if ends_sentence(view.folded[i])]
    if view.is_terse or len(whole) < 2 or whole[-1] != view.body[-1]:
        return
    run = [i for i in view.rows if i > whole[-1] and i not in view.noise]
    if not all(view.kinds[i] is Kind.HEADLINE and not view.is_item(i) and not view.is_title(i) for i in run):
        return
    stories = [i for i in run if _is_story(view, i)]
    if len(run) < FEWEST_HEADLINES or 2 * len(stories) <= len(run) or len({view.cores[i].split(" ")[0] for i in run}) < len(run):
        return
    if _are_results(view, run):
        return
    seen = set(view.vocabulary)
    for i in run:
        if share(view.stems(i), frozenset(seen)) > FOREIGN:
            return
        seen |= view.stems(i)
    for i in run:
        yield Hit(*view.span(i))


def find_rest(view: View) -> Iterator[Hit]:
    """What is left below the article's last sentence and says nothing: other stories' headlines, run together or not.

    Evidence: right under a line that ends like a sentence and right above what is noise already, ten words or more without
    a full stop, a comma or any of the words with which sentences go on (`أن`, `التي`, `قد`…), of whose telling words the
    article has a fifth at most; but with a particle, which headlines have and lists of names have not. Of 4,700 sentences
    of the news one in two hundred is like that, and has its full stop. Spared: everything where no furniture is below,
    what trails off in dots, what a colon announces, items, texts in which short lines outweigh paragraphs, what opens
    like the next line of a running story. Missed: headlines on the article's own matter, at a text's very end, and in
    other languages than Arabic.
    """
    if view.is_terse or len(view.body) < 2:
        return
    ends = [i for i in view.rows if i not in view.noise and ends_sentence(view.folded[i])]
    if not ends or ends[-1] < view.body[0]:
        return
    below = [i for i in view.rows if i > ends[-1]]
    run = list(takewhile(lambda i: i not in view.noise, below))
    if len(run) == len(below):
        return
    text = " ".join(view.folded[i] for i in run)
    if text.count(" ") + 1 < FEWEST_AT_END or not _ARABIC.search(text) or not has_particles(text) or _GOES_ON.search(text):
        return
    if any(view.is_item(i) or view.is_title(i) or opens_in_mid_story(view.folded[i]) or view.folded[i].endswith(":") for i in run):
        return
    if share(frozenset[str]().union(*map(view.stems, run)), view.vocabulary) <= STRANGE:
        for i in run:
            yield Hit(*view.span(i))


def find_box(view: View) -> Iterator[Hit]:
    """A box of other stories under a header that no rule knows.

    Evidence: a short header line, then three or more lines that read like headlines of stories of their own (see
    `_is_story`), that do not begin alike, and that the article does not come back to; then a paragraph or the end.
    Spared: what the line above announces with a colon, a question over that paragraph, steps (`وجاءت الخطوات كالآتي`),
    lists of facts, names, results and sources, and texts in which short lines outweigh paragraphs. Missed: boxes of one or
    two headlines.
    """
    if view.is_terse or len(view.body) < 2:
        return
    for header, *headlines in _runs(view):
        if headlines and _heads_text(view, headlines[-1]):
            headlines.pop()
        above = view.above(header)
        if above is None or header < view.body[0] or view.folded[header].endswith(":") or view.folded[above].endswith(":"):
            continue
        if (
            view.length(header) > LONGEST_HEADER
            or opens_in_mid_story(view.folded[header])
            or _ANNOUNCES.search(view.folded[header])
            or len(headlines) < FEWEST_HEADLINES
            or not all(_is_story(view, i) for i in headlines)
        ):
            continue
        if len({view.cores[i].split(" ")[0] for i in headlines}) < len(headlines) or _are_results(view, headlines):
            continue
        if max(share(view.stems(i), view.vocabulary) for i in headlines) > 0.5:
            continue
        for i in (header, *headlines):
            yield Hit(*view.span(i))


def _are_results(view: View, lines: Sequence[int]) -> bool:
    """Whether most of some lines say how a match ended."""
    return 2 * sum(_SCORE.search(view.folded[i]) is not None for i in lines) > len(lines)


def _heads_text(view: View, i: int) -> bool:
    """Whether a line is a question over a paragraph, as the article's section headings are."""
    below = view.below(i)
    return below is not None and view.kinds[below] is Kind.PARAGRAPH and asks(view.folded[i])


def _is_story(view: View, i: int) -> bool:
    """Whether a line reads like the headline of a story: five to eighteen words, and none of the marks of a list.

    Those are fields set apart by bars, dashes or two commas, three figures, a figure in front, a connective in front, a year.
    """
    text = view.folded[i]
    return (
        5 <= view.length(i) <= 18
        and not _FIELDS.search(text)
        and "|" not in text
        and len(_FIGURE.findall(text)) <= MOST_FIGURES
        and text.count("،") + text.count(",") < 2
        and not text[0].isdigit()
        and text[-1] not in ",،;؛:"
        and not opens_in_mid_story(text)
    )


def find_pasted(view: View) -> Iterator[Hit]:
    """A whole second article below the first, under a header that no rule knows, or none.

    Evidence: the page has closed (source, tags, comments, legal notice), and then come a headline and a paragraph that
    takes it up (see `blocks.is_pasted_article`); one line of up to four words may stand between. Spared: everything
    above a closing line. Missed: a second article that follows without one.
    """
    for i in view.rows:
        below = view.below(i)
        if below is None or i in view.noise or view.kinds[i] is not Kind.HEADLINE or view.kinds[below] is not Kind.PARAGRAPH:
            continue
        first = _behind_closing(view, i)
        if first is not None and not view.is_title(i):
            earlier = [j for j in view.body if j < first]
            if len(earlier) >= 2 and is_pasted_article(view, first, i, below):
                yield Hit(view.span(first).start, view.span(view.rows[-1]).end)
                return


def _behind_closing(view: View, headline: int) -> int | None:
    """The line right behind a closing one: the headline itself, or a short header over it; else None."""
    above = view.above(headline)
    if above is None or view.noise.get(above) in TERMINAL:
        return None if above is None else headline
    closing = view.above(above)
    is_header = above not in view.noise and view.length(above) <= LONGEST_HEADER and not ends_sentence(view.folded[above])
    return above if is_header and closing is not None and view.noise.get(closing) in TERMINAL else None


def _runs(view: View) -> Iterator[list[int]]:
    """Runs of lines without full stops that nothing has labelled yet; bulleted and numbered lines break a run."""
    run: list[int] = []
    for i in view.rows:
        if i not in view.noise and not view.is_item(i) and view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT):
            run.append(i)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run
