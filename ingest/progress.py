"""How far something is: a bar where somebody looks on, else a line every so often."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ingest import log
from ingest.model import Reject
from ingest.write.rejects import complain

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from ingest.run import Summary
    from ingest.work import Outcome

LINE_EVERY: Final = 30.0  # seconds
_BAR_EVERY: Final = 0.2


@contextmanager
def counting(total: int, steps: str, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """A bar over steps of a kind, where it is shown; gives the function that moves it."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(steps), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)


class RunProgress:
    """How far a run over so many bytes is, or over an unknown number."""

    def __init__(self, total: int | None, bar: "Bar | None", *, shown: bool) -> None:
        self._total, self._bar, self._shown = total, bar, shown
        self._task = bar.add_task("", total=total, rate="", rejected="") if bar else None
        self._read = 0
        self._begun = self._told = time.monotonic()

    def read(self, size: int) -> None:
        """How many bytes of the inputs have been read."""
        self._read = size

    def tell(self, summary: "Summary") -> None:
        """What has been done; it is shown now and then."""
        now = time.monotonic()
        if not self._shown or now - self._told < (_BAR_EVERY if self._bar else LINE_EVERY):
            return
        self._told = now
        per_second = summary.documents / (now - self._begun)
        rate = f"{per_second:,.0f} documents/s"
        if self._bar and self._task is not None:
            rejected = f"{summary.rejected:,} rejected" if summary.rejected else ""
            self._bar.update(self._task, completed=self._read, rate=rate, rejected=rejected)
            return
        share = f" ({100 * self._read / self._total:.0f}%)" if self._total else ""
        log.say(
            "progress",
            f"documents {summary.documents}, rejected {summary.rejected}, read {self._read / 1e6:.1f} MB{share}, {rate}",
            documents=summary.documents,
            rejected=summary.rejected,
            bytes_read=self._read,
            bytes_total=self._total,
            documents_per_second=round(per_second, 1),
        )


@contextmanager
def running(total: int | None, *, shown: bool, as_bar: bool) -> Iterator[RunProgress]:
    """The progress of a run over so many bytes, or an unknown number: a bar, or a line every so often."""
    if not (shown and as_bar):
        yield RunProgress(total, None, shown=shown)
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("cleaning"), BarColumn(), DownloadColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
        TextColumn("{task.fields[rejected]}", style="red"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield RunProgress(total, bar, shown=True)


def told(found: "Iterable[Outcome | Reject]", *, rejects: bool) -> "Iterator[Outcome | Reject]":
    """The same items; on their way it is said what was rejected, where that is wanted, and what is doubtful about a record."""
    for item in found:
        if not isinstance(item, Reject):
            for warning in item.warnings:
                log.say("warning", warning, log.WARNING, id=item.id, status=item.status)
        elif rejects:
            complain(item)
        yield item
