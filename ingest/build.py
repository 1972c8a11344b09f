"""What an editor wrote, built into rules that can run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from ingest import guards, shapes
from ingest.guards import Guard
from ingest.matchers import Following, Matcher, Take
from ingest.model import Problem, Rule
from ingest.patterns import find_fault, is_slow, longest_line, required_literals
from ingest.phrasebook import Phrases
from ingest.phrases import Lexicon, PhraseError, parse
from ingest.schema import GuardSpec, MatchSpec, RuleSpec
from ingest.shapes import Shape
from ingest.sources import SHIPPED, Source

# What a page says to its readers it says without quotes; names, of an agency say, it prints in them too.
_TO_READERS: Final = frozenset(
    {"social", "related_content", "call_to_action", "comments", "legal_notice", "navigation", "advertisement", "tags"}
)
Compile = Callable[[Iterable[str], str], Phrases]  # the phrases under a key


def build(spec: RuleSpec, n: int, source: Source, lexicon: Lexicon, problems: list[Problem]) -> tuple[Rule, ...]:
    """The rules that rule `n` of a pack becomes: one, or for a header a second for what stands under it.

    Faults are added to `problems`, each with its line.
    """

    def report(message: str, *path: str | int) -> None:
        problems.append(Problem(source.file, source.line("rules", n, *path), f"{spec.id}: {message}"))

    def phrases(under: str) -> Compile:
        def compile_phrases(texts: Iterable[str], key: str) -> Phrases:
            parsed = []
            for number, text in enumerate(texts):
                try:
                    parsed.append(parse(text, lexicon))
                except PhraseError as error:
                    report(str(error), under, key, number)
            return Phrases(tuple(parsed))

        return compile_phrases

    if spec.match.regex is not None and source.layer != SHIPPED and (fault := find_fault(spec.match.regex)):
        report(fault, "match", "regex")
        return ()
    languages, sites = scope(spec, source)
    if spec.take == "rest" and not sites:
        report("'take: rest' is only for rules with 'sites'", "take")
    take: Take = spec.take or ("match" if spec.match.regex is not None else "line")
    header = take == "following_headlines"
    matcher = Matcher(
        _shape(spec.match, phrases("match")),
        "line" if header else take,
        tuple(_guards(spec.where, phrases("where"))),
        (*_guards(spec.unless, phrases("unless")), *([guards.InQuotes()] if spec.label in _TO_READERS else ())),
    )
    needs_labels = any(isinstance(guard, guards.NextTo) for guard in matcher.where + matcher.unless)
    rule = Rule(
        id=spec.id,
        label=spec.label,
        find=matcher,
        to=spec.to,
        passage=2 if needs_labels else 1,
        weak=spec.evidence == "weak",
        sites=sites,
        languages=languages,
        why=spec.why,
        origin=f"{source.file}:{source.line('rules', n, 'id')}",
    )
    return (rule, replace(rule, find=Following(matcher), to="related", passage=2)) if header else (rule,)


def scope(spec: RuleSpec, source: Source) -> tuple[frozenset[str], frozenset[str]]:
    """The languages and the sites that a rule is for, its own before those of its pack."""
    language = source.spec.language
    return frozenset(spec.languages or ([language] if language else ())), frozenset(spec.sites or source.spec.sites or ())


def _shape(spec: MatchSpec, phrases: Compile) -> Shape:
    if spec.line is not None:
        return shapes.WholeLine(phrases(spec.line, "line"))
    if spec.starts_with is not None:
        return shapes.StartsWith(phrases(spec.starts_with, "starts_with"), spec.then or "anything")
    if spec.label is not None:
        return shapes.Label(phrases(spec.label, "label"), spec.value or "any")
    if spec.ends_with is not None:
        return shapes.EndsWith(phrases(spec.ends_with, "ends_with"))
    if spec.contains is not None:
        return shapes.Contains(phrases(spec.contains, "contains"))
    if spec.tokens is not None:
        return shapes.Tokens(phrases(spec.tokens, "tokens"), 2 if spec.least is None else spec.least)
    if spec.date is not None:
        return shapes.DateLine(phrases(spec.date, "date"))
    if spec.regex is not None:
        return shapes.Regex(spec.regex, required_literals(spec.regex), is_slow(spec.regex), longest_line(spec.regex))
    return shapes.Repeated()


def _guards(spec: GuardSpec | None, phrases: Compile) -> Iterator[Guard]:  # noqa: C901, PLR0912 - one branch a key
    if spec is None:
        return
    if spec.ends_with is not None:
        yield guards.EndsLike(None if spec.ends_with == "sentence" else phrases(spec.ends_with, "ends_with"))
    if spec.begins_with is not None:
        yield guards.BeginsWith(phrases(spec.begins_with, "begins_with"))
    if spec.contains is not None:
        yield guards.Holds(phrases(spec.contains, "contains"))
    if spec.words is not None:
        yield guards.WordCount(spec.words.min, spec.words.max)
    if spec.zone is not None:
        yield guards.InZone(frozenset([spec.zone] if isinstance(spec.zone, str) else spec.zone))
    if spec.after is not None:
        yield guards.NextTo("after", frozenset(spec.after))
    if spec.before is not None:
        yield guards.NextTo("before", frozenset(spec.before))
    if spec.once:
        yield guards.Once()
    if spec.equals_title:
        yield guards.EqualsTitle()
    if spec.verse:
        yield guards.InText("verse")
    if spec.flat:
        yield guards.InText("flat")
    if spec.list_:
        yield guards.InText("list")
