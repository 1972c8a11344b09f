"""The benchmarks work; what they measure is for a reader to judge, and never fails a test."""

import subprocess
import sys


def printed(*options: str) -> list[str]:
    """What the lines of the table are about."""
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks", *options], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return [line[:22].strip() for line in done.stdout.splitlines()]


def test_the_benchmarks_run() -> None:
    assert printed("--small") == [
        "text, noisy", "text, typical", "trafilatura", "jusText, Arabic", "datatrove's C4 lines", "ingest", "pages", "25 rules",
        "100 rules",
        "100 rules", "a text twice as long", "start", "start", "memory", "two workers",
    ]  # fmt: skip


def test_the_memory_of_long_runs_is_measured() -> None:
    assert printed("--small", "--much") == ["memory, 1 worker(s)", "memory, 2 worker(s)", "one document"]
