"""Parts of a run given to a cluster: Ray says which machine does which, and gives those of a machine that died to another."""

import signal
import socket
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Any, Final

from ingest.extras import need
from ingest.parts import Part, gather, summary_of
from ingest.read.files import size, why
from ingest.run import Summary

_TICK: Final = 1.0  # seconds after which the caller is told, even if nothing was done
_AHEAD: Final = 1000  # parts that are given out and not done; a cluster that grows by itself looks at how many wait
_REACHED: Final = 10.0  # seconds in which a cluster must answer
_TRIES: Final = 3  # more, of a part whose process or machine died

Work = Callable[[Part], None]


def clean(
    parts: Sequence[Part],
    work: Work,
    folder: Path,
    rejects: Path,
    address: str | None,
    workers: int,
    read: Callable[[int], None],
    tell: Callable[[Summary], None],
) -> Summary:
    """Have a cluster do the parts that are not done yet, put their rejects together, and say what was done in all.

    Args:
        parts: the whole run.
        work: does a part, on whichever machine; it is pickled.
        folder: where the outputs are.
        rejects: where the rejects go.
        address: where the cluster is, or `auto` for the one this machine belongs to; without, Ray is started here.
        workers: how many processors it may use, where it is started here.
        read: is told how many bytes of the inputs are done with.
        tell: is told what was done so far.

    Raises:
        MissingExtraError: Ray is not installed.
        ConnectionError: there is no cluster at that address.
        ChildProcessError: some parts could not be done; all others are.
        KeyboardInterrupt: with a message that says how much is left.
    """
    began, lost = time.monotonic(), list[str]()
    far = _Far()
    left = {part for part in parts if not far.count(part)}
    try:
        # What Ray prints of machines that die is no record.
        with (
            redirect_stdout(sys.stderr),
            closing(_spread([part for part in parts if part in left], work, address, workers)) as rounds,
        ):
            for finished in rounds if left else ():
                for part, fault in finished:
                    if fault:
                        lost.append(f"{part.name}: {fault}")
                    else:
                        left.remove(part)
                        far.count(part)
                read(far.read)
                tell(far.summary)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_left(left, parts)) from None
    if lost:
        raise ChildProcessError("\n".join([*lost, _left(left, parts)]))
    done = gather(parts, folder, rejects)
    done.seconds = time.monotonic() - began  # those of the parts went by at the same time
    return done


class _Far:
    """How far a run is."""

    def __init__(self) -> None:
        self.read, self.summary = 0, Summary()

    def count(self, part: Part) -> bool:
        """Take a part into account, if it is done."""
        found = summary_of(part)
        if found:
            self.read += size([part.name]) or 0
            self.summary.add(found)
        return found is not None


def _left(left: set[Part], parts: Sequence[Part]) -> str:
    return f"{len(left)} of {len(parts)} inputs are left; with --resume the same command goes on"


def _spread(parts: Iterable[Part], work: Work, address: str | None, workers: int) -> Generator[list[tuple[Part, str | None]]]:
    """Have each part done by one processor of the cluster; gives now and then which are, and of those that failed why."""
    ray = need("ray", "ray", "--engine ray")
    waiting, given = iter(parts), dict[Any, Part]()
    _begin(ray, address, workers)

    def clean_part(part: Part) -> None:  # its name is what Ray's own tools show
        work(part)

    task = ray.remote(num_cpus=1, max_retries=_TRIES)(clean_part)
    try:
        while True:
            given.update((task.remote(part), part) for part in islice(waiting, _AHEAD - len(given)))
            if not given:
                return
            ready, _ = ray.wait([*given], num_returns=len(given), timeout=_TICK)
            yield [(given.pop(ref), _fault(ray, ref)) for ref in ready]
    finally:
        ray.shutdown()


def _begin(ray: Any, address: str | None, workers: int) -> None:
    """Join a cluster, or start one. Ray takes the handling of SIGTERM, which is ours, to itself; it is given back."""
    where = {"address": address} if address else {"address": "local", "num_cpus": workers, "include_dashboard": False}
    if address:
        _reach(address)
    handler = signal.getsignal(signal.SIGTERM)
    try:
        ray.init(**where, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, ValueError, RuntimeError, AssertionError) as error:
        reason = str(error).split("\n", 1)[0]
        raise ConnectionError(f"{address or 'Ray'}: could not be reached: {reason}") from None
    finally:
        signal.signal(signal.SIGTERM, handler)


def _reach(address: str) -> None:
    """Make sure that somebody listens there: Ray itself goes on asking for minutes, with a warning every few seconds."""
    host, _, port = address.rpartition(":")
    if address == "auto" or "//" in address:  # a protocol of Ray's own
        return
    if not host or not port.isdecimal():
        raise ConnectionError(f"{address!r} is no address of a cluster; write auto or HOST:PORT")
    try:
        socket.create_connection((host, int(port)), _REACHED).close()
    except OSError as error:
        raise ConnectionError(f"{address}: no cluster answers there: {why(error)}") from None


def _fault(ray: Any, ref: Any) -> str | None:
    """Why a part could not be done, without the trace of the other machine."""
    try:
        ray.get(ref)
    except ray.exceptions.RayError as error:
        cause = getattr(error, "cause", None)
        return f"{type(cause).__name__}: {cause}" if cause else str(error).split("\n", 1)[0]
    return None
