"""The benchmarks work; what they measure is for a reader to judge, and never fails a test."""

import subprocess
import sys


def test_the_benchmarks_run() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks", "--small"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line[:22].strip() for line in done.stdout.splitlines()] == [
        "text, noisy", "text, typical", "trafilatura", "jusText, Arabic", "datatrove's C4 lines", "ingest", "pages", "25 rules",
        "100 rules",
        "100 rules", "a text twice as long", "start", "start", "memory", "two workers",
    ]  # fmt: skip
