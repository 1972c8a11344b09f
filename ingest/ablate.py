"""What each heuristic and each pack is worth: the figures without it.

Cleaning everything again for each of some fifty switches would take long. But a text can only come out differently
without a rule if the rule had found something in it, whether or not that was cut in the end, or if the packs' phrases
had cut its lines. So the texts are cleaned once under watch, and then only those again that it can concern. This is no
estimate: claims are noted before they are settled, in every round and pass.

The figures of two switches do not add up: what two rules take stays gone without either.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingest.cleaning import clean
from ingest.gold import Gold
from ingest.heuristics import RULES
from ingest.matchers import Matcher
from ingest.packs import Loaded
from ingest.rulebook import Engine, Rules
from ingest.scan import Finding, Scanner
from ingest.score import Figures, Judged, figures, judge
from ingest.scoreboard import Table, rounded
from ingest.view import View


class Switch(NamedTuple):
    """A heuristic, by its id, or a pack, by its file; and the ids of the rules that go with it."""

    name: str
    ids: frozenset[str]


class Effect(NamedTuple):
    """What is different without something: how many texts come out differently, and the figures then."""

    name: str
    changed: int
    figures: Figures


class _Watched(Rules):
    """The same rules under watch: `seen` fills with the ids of those that had a say in a text."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(lambda: Loaded(rules.entries, _disabled(rules), rules.words))
        self.seen: set[str] = set()

    def engine(self, language: str | None, site: str | None) -> Engine:
        """The engine of these rules, with a scanner that tells."""
        engine = super().engine(language, site)
        return engine._replace(scanner=_Telling(engine.scanner, self.seen))


class _Telling(Scanner):
    """A scanner that notes whose findings it hands on.

    Of a text that was flattened, or whose lines were cut at phrases, every rule of a pack may have had a say.
    """

    def __init__(self, scanner: Scanner, seen: set[str]) -> None:
        self._scanner = scanner
        self._seen = seen

    def scan(self, view: View, passage: int) -> Iterator[Finding]:
        if view.is_flat or view.texts != view.document.text.split("\n"):
            self._seen.update(rule.id for rule in self._scanner.rules if isinstance(rule.find, Matcher))
        for finding in self._scanner.scan(view, passage):
            self._seen.add(finding.rule.id)
            yield finding

    def tidy(self) -> None:
        self._scanner.tidy()


def switches(rules: Rules) -> list[Switch]:
    """Every heuristic that is in force, and every file that a rule in force is from."""
    packs: dict[str, set[str]] = {}
    for entry in rules.entries:
        packs.setdefault(entry.source.file, set()).add(entry.id)
    heuristics = [Switch(rule.id, frozenset({rule.id})) for rule in RULES if rule.id not in _disabled(rules)]
    return heuristics + [Switch(file, frozenset(ids)) for file, ids in sorted(packs.items())]


def without(rules: Rules, switch: Switch) -> Rules:
    """The rules that are left. What a pack had overridden does not come back."""
    entries = [entry for entry in rules.entries if entry.id not in switch.ids]
    return Rules(lambda: Loaded(tuple(entries), _disabled(rules) | switch.ids, rules.words))


def ablate(
    golds: Sequence[Gold], rules: Rules, off: Sequence[Switch], progress: Callable[[int], None] = lambda _: None
) -> Iterator[Effect]:
    """The effect of each switch; the first effect, without a name, is that of none. `progress` is told how many are done."""
    judged, concerned = _watched(golds, rules)
    yield Effect("", 0, figures(judged))
    for done, switch in enumerate(off, 1):
        left = without(rules, switch)
        again = [
            judge(one.gold, clean(one.gold.document, left)) if switch.ids & seen else one
            for one, seen in zip(judged, concerned, strict=True)
        ]
        changed = sum(one.takers != other.takers for one, other in zip(judged, again, strict=True))
        yield Effect(switch.name, changed, figures(again))
        progress(done)


def table(effects: Iterator[Effect]) -> Table:
    """How the figures change without each; what is missed most comes first, what only harms last."""
    base = next(effects).figures
    rows = [(name, changed, *_change(base, figures)) for name, changed, figures in effects]
    rows.sort(key=lambda row: (row[2], row[4], -row[3], -row[1], row[0]))
    return Table("without", ("without", "changed", "perfect", "loss", "kinds"), tuple(rows))


def _change(before: Figures, after: Figures) -> tuple[float, float, float]:
    return (
        rounded("perfect", after.perfect - before.perfect),
        rounded("loss", after.loss - before.loss),
        rounded("kinds", after.kinds - before.kinds),
    )


def _watched(golds: Sequence[Gold], rules: Rules) -> tuple[list[Judged], list[frozenset[str]]]:
    """The texts as all rules clean them, and for each the rules that had a say."""
    watched = _Watched(rules)
    judged, concerned = [], []
    for gold in golds:
        watched.seen.clear()
        judged.append(judge(gold, clean(gold.document, watched)))
        concerned.append(frozenset(watched.seen))
    return judged, concerned


def _disabled(rules: Rules) -> frozenset[str]:
    """The heuristics that are not in force."""
    return frozenset(rule.id for rule in RULES) - {rule.id for rule in rules.heuristics}
