"""How fast, how large, how it grows: `python -m tests.benchmarks` prints one table. Times are processor time of this machine."""
