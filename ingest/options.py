"""The options that verbs share, and those that are settings: what each is called, holds, and says of itself."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ingest import log, settings


class Format(StrEnum):
    """What an input is."""

    text = "text"
    jsonl = "jsonl"
    feed = "feed"
    csv = "csv"
    html = "html"
    parquet = "parquet"
    warc = "warc"


class Duplicates(StrEnum):
    """What is done with a story that was seen before."""

    none = "none"
    flag = "flag"
    drop = "drop"


class Engine(StrEnum):
    """Where a run is worked on."""

    local = "local"
    ray = "ray"


class By(StrEnum):
    """What a score is told by."""

    label = "label"
    site = "site"
    language = "language"
    rule = "rule"


def _known_encoding(name: str | None) -> str | None:
    try:
        "a".encode(name or "utf-8")
    except (LookupError, UnicodeError):
        raise typer.BadParameter(f"there is no encoding {name!r}; some that news comes in: cp1256, iso8859-6, utf-16") from None
    return name or None


def _known_language(name: str | None) -> str | None:
    from ingest.read.fields import language_code

    if name and not language_code(name):
        raise typer.BadParameter(f"{name!r} is no code of a language; write ar, fa, en or the like")
    return language_code(name or "")


def _or_none(name: str | None) -> str | None:
    """An empty text takes back what a setting says."""
    return name or None


def _log_as_json(asked: bool) -> bool:  # noqa: FBT001 - typer calls it
    """From here on, for faults in the options that follow are to be in the log, too."""
    log.to_stderr(as_json=asked)
    return asked


_INPUT, _DONE, _RUN = "What comes in", "What is done with it", "How it runs"  # parts of a verb's help


def _setting(name: str, *flags: str, part: str, show_default: bool | str = False, **kwargs: Any) -> Any:
    """An option that the environment and a file can hold too; `ingest config` shows them all, so that help need not."""
    return typer.Option(
        *flags, envvar=settings.PREFIX + name, show_envvar=False, show_default=show_default, rich_help_panel=part, **kwargs
    )


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="Files, folders, addresses, or - (standard input); plain, .gz or .zst.", show_default=False
    ),
]
RulesOption = Annotated[
    list[Path] | None,
    _setting("RULES", "--rules", part=_DONE, help="A pack or a folder of packs, layered over the shipped ones. Repeatable."),
]
RepairEncoding = Annotated[
    bool,
    _setting(
        "REPAIR_ENCODING",
        "--repair-encoding/--no-repair-encoding",
        part=_DONE,
        help="Read Arabic right that was decoded by the wrong table.",
    ),
]
NoShipped = Annotated[
    bool, _setting("NO_SHIPPED_RULES", "--no-shipped-rules/--shipped-rules", part=_DONE, help="Leave the shipped packs out.")
]
Language = Annotated[
    str | None, _setting("LANGUAGE", part=_INPUT, help="The language of all inputs, such as ar.", callback=_known_language)
]
Encoding = Annotated[
    str | None,
    _setting("ENCODING", part=_INPUT, help="The encoding of the inputs, where it is not UTF-8.", callback=_known_encoding),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", rich_help_panel=_INPUT, help="What the inputs are, where the name does not tell.", show_default=False),
]
TextField = Annotated[
    str,
    _setting(
        "TEXT_FIELD",
        part=_INPUT,
        help="The field of a JSON line, or the column of a table, that holds the text.",
        show_default=True,
    ),
]
HtmlField = Annotated[
    str | None,
    _setting("HTML_FIELD", part=_INPUT, help="The field that holds a whole page of HTML, in place of a text.", callback=_or_none),
]
TitleField = Annotated[
    str | None,
    _setting(
        "TITLE_FIELD",
        part=_INPUT,
        help="The field that holds the headline.",
        show_default="title; with --html-field none: the page's own",
    ),
]
IdField = Annotated[str, _setting("ID_FIELD", part=_INPUT, help="The field that holds the id.", show_default=True)]
UrlField = Annotated[str, _setting("URL_FIELD", part=_INPUT, help="The field that holds the URL.", show_default=True)]
LanguageField = Annotated[
    str, _setting("LANGUAGE_FIELD", part=_INPUT, help="The field that holds the language.", show_default=True)
]
SiteField = Annotated[
    str, _setting("SITE_FIELD", part=_INPUT, help="The field that holds the site; else it is the URL's domain.", show_default=True)
]
Split = Annotated[
    bool, _setting("SPLIT", "--split/--no-split", part=_DONE, help="Make a second article, pasted below, a record of its own.")
]
KeepTitle = Annotated[
    bool, _setting("KEEP_TITLE", "--keep-title/--no-keep-title", part=_DONE, help="Leave the headline in the text too.")
]
DuplicatesOption = Annotated[
    Duplicates,
    _setting("DUPLICATES", part=_DONE, help="Mark stories that were seen before, or leave them out.", show_default=True),
]
Workers = Annotated[int | None, _setting("WORKERS", part=_RUN, min=1, help="How many processes work.", show_default="one a core")]
Budget = Annotated[
    float,
    _setting(
        "BUDGET",
        part=_RUN,
        min=1,
        metavar="SECONDS",
        show_default=True,
        help="How long a document may take a process before it is rejected; one worker alone waits.",
    ),
]
EngineOption = Annotated[
    Engine,
    typer.Option(rich_help_panel=_RUN, help="Who works: this machine, or a cluster of Ray, which gives a folder/ of records."),
]
Address = Annotated[
    str | None,
    typer.Option(rich_help_panel=_RUN, help="The cluster, such as auto or 10.0.0.1:6379.", show_default="Ray is started here"),
]
Resume = Annotated[bool, typer.Option("--resume", rich_help_panel=_RUN, help="Go on with the same run where it was cut off.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", rich_help_panel=_RUN, help="No progress, no summary.")]
LogJson = Annotated[
    bool,
    _setting(
        "LOG_JSON",
        "--log-json/--no-log-json",
        part=_RUN,
        callback=_log_as_json,
        is_eager=True,
        help="Say on standard error what happens as JSON lines.",
    ),
]
