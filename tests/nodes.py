"""A cluster of Ray on this machine, for tests: two nodes with two processors each."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
_MARK = "INGEST_TEST_CLUSTER"  # in the environment of all its processes, so that no others are killed
_NODES = """
import sys
from ray.cluster_utils import Cluster

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
cluster.add_node(num_cpus=2)
print(cluster.address, flush=True)
sys.stdin.read()
cluster.shutdown()
"""


@contextmanager
def two_nodes() -> Iterator[str]:
    """The address of such a cluster, which lives in a process of its own."""
    environment = os.environ | {_MARK: str(os.getpid()), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _NODES],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
    ) as nodes:  # fmt: skip
        assert nodes.stdin
        assert nodes.stdout
        yield nodes.stdout.readline().strip()
        nodes.stdin.close()


def _processes() -> Iterator[tuple[int, bytes]]:
    """The processes of our clusters, each with its command."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"{_MARK}={os.getpid()}\0".encode() in (process / "environ").read_bytes():
                yield int(process.name), (process / "cmdline").read_bytes()
        except OSError:  # it has ended, or is another user's
            continue


def workers(doing: str) -> list[int]:
    """Those that are doing something at this moment."""
    return [number for number, command in _processes() if command.startswith(b"ray::") and doing.encode() in command]


def nodes() -> list[int]:
    """Those that are a node each, the first excepted: without it there is no cluster."""
    return [number for number, command in _processes() if command.split(b"\0")[0].endswith(b"/raylet") and b"--head" not in command]


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 100
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)
