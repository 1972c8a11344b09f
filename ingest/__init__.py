"""Strip the boilerplate out of scraped news: clean records, and an account of everything that was taken out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ingest.version import __version__

if TYPE_CHECKING:
    from ingest.cleaning import clean, clean_all, split
    from ingest.edit import restore
    from ingest.explaining import explain
    from ingest.model import Cleaning, Document, Record, Related, Removal, Rule, RuleError, Span
    from ingest.mojibake import repaired
    from ingest.rulebook import Rules, load_rules

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
# Where each name is, so that it is loaded when it is asked for: the command's help needs none of them.
_HOMES = {
    "cleaning": ("clean", "clean_all", "split"),
    "edit": ("restore",),
    "explaining": ("explain",),
    "model": ("Cleaning", "Document", "Record", "Related", "Removal", "Rule", "RuleError", "Span"),
    "mojibake": ("repaired",),
    "rulebook": ("Rules", "load_rules"),
}


def __getattr__(name: str) -> Any:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value
