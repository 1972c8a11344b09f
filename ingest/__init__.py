"""Strip the boilerplate out of scraped news: clean records, and an account of everything that was taken out."""

from ingest.clean import Rules, clean, clean_all, load_rules, split
from ingest.edit import restore
from ingest.explain import explain
from ingest.model import Cleaning, Document, Record, Related, Removal, Rule, RuleError, Span
from ingest.mojibake import repaired
from ingest.version import __version__

__all__ = [
    "Cleaning",
    "Document",
    "Record",
    "Related",
    "Removal",
    "Rule",
    "RuleError",
    "Rules",
    "Span",
    "__version__",
    "clean",
    "clean_all",
    "explain",
    "load_rules",
    "repaired",
    "restore",
    "split",
]
