"""The command: one function a verb, no logic. Heavy imports happen inside the verbs, so that help is instant."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer

from ingest import log, settings
from ingest.garbage import look_seldom
from ingest.options import (
    Address,
    Budget,
    By,
    Duplicates,
    DuplicatesOption,
    Encoding,
    Engine,
    EngineOption,
    FormatOption,
    HtmlField,
    IdField,
    Inputs,
    KeepTitle,
    Language,
    LanguageField,
    LogJson,
    NoShipped,
    Quiet,
    RepairEncoding,
    Resume,
    RulesOption,
    SiteField,
    Split,
    TextField,
    TitleField,
    UrlField,
    Workers,
)

if TYPE_CHECKING:
    from ingest.model import Reject
    from ingest.rulebook import Rules
    from ingest.run import Summary
    from ingest.work import Outcome
    from ingest.write.spool import Spool

_SIGTERM: Final = Event()  # beside the exception, whose kind is lost where other languages' code passes it on
DONE, SOME_REJECTED, COULD_NOT_RUN, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

app = typer.Typer(
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(rich_markup_mode="markdown", help="Check, list and show rules. Example: `ingest rules check my-rules.yaml`")
app.add_typer(rules_app, name="rules")


_UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # typer gives it no public name, and moved it once


def _with_settings(ctx: typer.Context, given: Path | None) -> Path | None:
    """Read the file of settings, if there is one, before any verb looks for its options."""
    if ctx.resilient_parsing:  # a shell asks for completions
        return given
    try:
        path = given or settings.find(Path())
        settings.check(os.environ)
        ctx.default_map = settings.default_map(path, ctx) if path else None
    except settings.SettingsError as error:
        _fail(str(error))
    return path


def _title_field(given: str | None, html_field: str | None) -> str:
    """Beside a whole page a field called `title` is mostly what a crawler made of the page; so it must be asked for."""
    return given if given is not None else "" if html_field else "title"


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What a user can mend ends with a line or two on standard error and an exit code, never with a traceback."""
    from ingest.extras import MissingExtraError
    from ingest.model import RuleError
    from ingest.read.files import InputError
    from ingest.write.files import OutputError

    for strange in settings.unknown(os.environ):
        log.say("warning", strange, log.WARNING)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has what it wanted
        _leave_stdout()
        raise typer.Exit(DONE) from None
    except KeyboardInterrupt as error:
        _interrupted(str(error))
    except RuleError as error:
        _fail(f"{error}\nnothing was run; faults in the rules: {len(error.problems)}")
    except (InputError, OutputError, MissingExtraError, ChildProcessError) as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.filename or 'standard output'}: {error.strerror}" if error.errno else str(error))


def _interrupted(how_to_go_on: str) -> NoReturn:
    was_terminated = _SIGTERM.is_set()
    said = "; ".join(filter(None, ["terminated" if was_terminated else "interrupted", how_to_go_on]))
    log.say("interrupted", said, log.ERROR, can_resume=bool(how_to_go_on))
    raise typer.Exit(TERMINATED if was_terminated else INTERRUPTED) from None


def _on_sigterm(*_: object) -> NoReturn:
    """The system asks the command to end: as an interruption, so that no half output is left lying."""
    _SIGTERM.set()
    raise KeyboardInterrupt


@contextmanager
def _told_how_to_go_on(spool: "Spool") -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        _interrupted("with --resume the same command goes on" if spool.journal.exists() else "")


def _check_address(ctx: Any, engine: Engine, address: str | None) -> None:
    """A cluster's processors are its workers; how many work on this machine may stand in the settings all the same."""
    if address == "":
        _fail("--address: is empty; write auto or HOST:PORT")
    if address and engine is not Engine.ray:
        _fail("--address: is for --engine ray")
    if address and ctx.get_parameter_source("workers").name == "COMMANDLINE":
        _fail("--engine ray: a cluster has as many workers as it has processors; --workers is for Ray on this machine")


def _finish(done: "Summary", *, quiet: bool, as_table: bool) -> NoReturn:
    """Say what a run did, a person by a table; the exit code says whether all went well."""
    from ingest import report

    if not quiet:
        report.tell_summary(done, as_table=as_table)
    raise typer.Exit(SOME_REJECTED if done.rejected else DONE)


def _leave_stdout() -> None:
    """Keep Python from complaining that it cannot write what is left when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> NoReturn:
    log.say("error", message, log.ERROR)
    raise typer.Exit(COULD_NOT_RUN)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it
    if asked:
        from ingest.version import versions

        for name, number in versions():
            print(name, number)
        raise typer.Exit


@app.callback()
def root(
    *,
    config: Annotated[
        Path | None,
        typer.Option(
            envvar="INGEST_CONFIG",
            show_envvar=False,
            callback=_with_settings,
            help="A file of settings.",
            show_default="ingest.toml here, else [tool.ingest] in pyproject.toml",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the versions of all that matters.")
    ] = False,
) -> None:
    """Strip the boilerplate out of scraped news.

    Example: `ingest clean feed.jsonl -o clean.jsonl`

    Options that are the same every time can stand in a file of settings, or in the environment: `ingest config` shows them.
    """


@app.command()
@_plain_errors()
def clean(  # noqa: PLR0913
    ctx: typer.Context,
    inputs: Inputs,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            show_default="standard output",
            help="Where to: .jsonl, .txt or .csv, also as .gz or .zst; .parquet; or a folder/ of texts.",
        ),
    ] = None,
    *,
    text: Annotated[bool, typer.Option("--text", help="Give only the cleaned text, a blank line between two.")] = False,
    form: FormatOption = None,
    text_field: TextField = "text",
    html_field: HtmlField = None,
    title_field: TitleField = None,
    id_field: IdField = "id",
    url_field: UrlField = "url",
    language_field: LanguageField = "language",
    site_field: SiteField = "site",
    language: Language = None,
    encoding: Encoding = None,
    rules: RulesOption = None,
    no_shipped_rules: NoShipped = False,
    split: Split = False,
    keep_title: KeepTitle = False,
    repair_encoding: RepairEncoding = False,
    duplicates: DuplicatesOption = Duplicates.none,
    workers: Workers = None,
    budget: Budget = 120,
    engine: EngineOption = Engine.local,
    address: Address = None,
    resume: Resume = False,
    rejects: Annotated[Path | None, typer.Option(help="Where rejected input goes.", show_default="OUT.rejects.jsonl")] = None,
    summary: Annotated[Path | None, typer.Option(help="A file for what the run did, as JSON.", show_default=False)] = None,
    quiet: Quiet = False,
    log_json: LogJson = False,
) -> None:
    """Clean texts: one record for each, as a JSON line, with an account of everything that was taken out.

    Exit codes: 0 all cleaned, 1 finished but something was rejected, 2 could not run.

    Examples:
    - `ingest clean seeds/ -o clean.jsonl`
    - `ingest clean feeds/ pages/ dump.csv crawl.warc.gz -o clean.parquet`
    - `cat feed.jsonl | ingest clean - | jq .title`
    """
    from functools import partial
    from itertools import islice

    from ingest import cluster, parts, progress, report, run, work
    from ingest.read import files
    from ingest.read.fields import Fields
    from ingest.write import files as places
    from ingest.write import outputs
    from ingest.write import rejects as rejected
    from ingest.write.spool import Spool

    place, kept, kind, rejects, written = outputs.planned(out, rejects, summary, as_text=text)
    names = files.find(inputs, written)
    if engine is Engine.ray:
        parts.check(names, kind, as_text=text, duplicates=duplicates is not Duplicates.none)
    _check_address(ctx, engine, address)
    if resume and (kept is None or files.STDIN in names):
        _fail("--resume: only a run from files to a file can go on")
    title = _title_field(title_field, html_field)
    fields = Fields(text_field, title, id_field, url_field, language_field, site_field, html_field, encoding, language)
    _check_folders(rules)
    load = partial(work.rules_of, tuple(rules or ()), with_shipped=not no_shipped_rules)
    loaded = load()  # here too: faults in them show before any process is started
    seen: run.Duplicates | None = None if duplicates is Duplicates.none else "drop" if duplicates is Duplicates.drop else "flag"
    options = {"split_articles": split, "keep_title": keep_title, "repair_encoding": repair_encoding, "sign": bool(seen)}
    begin = partial(log.begun, partial(work.start, load, **options), as_json=log_json)
    terminal = sys.stderr.isatty() and not log_json
    shown = not quiet and (kept is not None or not sys.stdout.isatty())
    with progress.running(files.size(names), shown=shown, as_bar=terminal) as far:

        def found(first: int) -> Iterator["Outcome | Reject"]:
            items = run.documents(names, form and form.value, fields, far.read)
            outcomes = run.outcomes(islice(items, first, None), begin, workers or run.cores(), budget)
            return progress.told(outcomes, rejects=kept is not None or rejects is not None) if log_json else outcomes

        if engine is Engine.ray and kept and rejects:
            job = partial(
                parts.clean_part,
                cwd=Path.cwd(),
                load=load,
                form=form and form.value,
                fields=fields,
                options=options,
                patience=budget,
            )
            made = parts.plan(
                inputs, names, kept, form, lambda some: run.fingerprint(some, loaded, form, fields, options), resume=resume
            )
            done = cluster.clean(made, job, kept, rejects, address, workers or run.cores(), far.read, far.tell)
        elif kept and rejects:
            with closing(Spool(kept, rejects)) as spool, _told_how_to_go_on(spool):
                name = run.fingerprint(names, loaded, form, fields, options, seen)
                done, copies = run.spool(found, spool, name, resume=resume, duplicates=seen, tell=far.tell)
                outputs.finish(spool.records, kept, kind, copies)
                rejected.place(spool.rejects, rejects)
                spool.remove()
        else:
            with rejected.opened(rejects) as reject, places.opened(place) as stream:
                done = run.stream(found(0), stream.write, reject, as_text=kind == "text", duplicates=seen, tell=far.tell)
    if summary:
        report.write_summary(done, summary)
    _finish(done, quiet=quiet, as_table=terminal)


@app.command()
@_plain_errors()
def explain(  # noqa: PLR0913
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of any kind that is read, an address, or -.")],
    *,
    line: Annotated[
        int | None, typer.Option(min=1, help="Only this line of the text, with the rules that came nearest.", show_default=False)
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Only the document with this id.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON lines instead of a listing.")] = False,
    repair_encoding: RepairEncoding = False,
    form: FormatOption = None,
    text_field: TextField = "text",
    html_field: HtmlField = None,
    title_field: TitleField = None,
    id_field: IdField = "id",
    url_field: UrlField = "url",
    language_field: LanguageField = "language",
    site_field: SiteField = "site",
    language: Language = None,
    encoding: Encoding = None,
    rules: RulesOption = None,
    no_shipped_rules: NoShipped = False,
) -> None:
    """Say of every line why it went or stayed: the label, the rule, and where the rule stands.

    In a pipe the columns are line, fate, label, rule, field, place of the rule, folded form and text, with tabs between.

    Examples:
    - `ingest explain seeds/001_32bd812ba03e9276.txt`
    - `ingest explain feed.jsonl --id 17 --line 3`
    """
    from ingest import report, run
    from ingest.cleaning import prepared
    from ingest.explaining import explain_part
    from ingest.model import Reject
    from ingest.mojibake import repaired
    from ingest.read import files
    from ingest.read.fields import Fields
    from ingest.write.rejects import complain

    title = _title_field(title_field, html_field)
    fields = Fields(text_field, title, id_field, url_field, language_field, site_field, html_field, encoding, language)
    names = files.find([file])
    loaded = _load(rules, no_shipped=no_shipped_rules)
    found = wrong = 0
    for item in run.documents(names, form and form.value, fields):
        if isinstance(item, Reject):
            if id_ is None:
                wrong += 1
                complain(item)
        elif id_ in (None, item.id):
            item = prepared(repaired(item) if repair_encoding else item, loaded)  # noqa: PLW2901 - as it is cleaned
            if line is not None and line > len(item.lines):
                _fail(f"{file}: the text {item.id} has {len(item.lines)} lines; there is no line {line}")
            found += 1
            heading = id_ is None and files.format_of(file) not in ("text", "html")
            report.print_explanation(explain_part(item, loaded, line), sys.stdout, as_json=as_json, heading=heading)
    if not found:
        _fail(f"{file}: no document" + (f" with the id {id_!r}" if id_ else " that could be read"))
    raise typer.Exit(SOME_REJECTED if wrong else DONE)


@app.command()
@_plain_errors()
def restore(
    records: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="Records, as `ingest clean` wrote them; plain, .gz, .zst or -.", show_default=False),
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="A folder: one text file for each record.", show_default="standard output")
    ] = None,
) -> None:
    """Give the inputs back, character for character, each checked against the hash in its record.

    Exit codes: 0 all restored, 1 finished but a record was damaged or changed, 2 could not run.

    Example: `ingest restore clean.jsonl -o originals/`
    """
    from ingest import run
    from ingest.model import Reject
    from ingest.read import files
    from ingest.write.rejects import complain
    from ingest.write.texts import TextFolder, TextStream

    wrong = 0
    names = files.find(records)
    texts = TextFolder(out) if out else TextStream(sys.stdout.buffer)
    for item in run.originals(names):
        if isinstance(item, Reject):
            wrong += 1
            complain(item)
        else:
            texts.write(item.id, item.text)
    raise typer.Exit(SOME_REJECTED if wrong else DONE)


@app.command()
@_plain_errors()
def score(
    gold: Annotated[
        list[str],
        typer.Argument(metavar="GOLD", help="JSON lines with `raw` and `spans`; files, folders or -.", show_default=False),
    ],
    *,
    by: Annotated[list[By] | None, typer.Option(help="A table by this too. Repeatable.", show_default=False)] = None,
    worst: Annotated[int, typer.Option(min=0, metavar="N", help="The wrong lines of the N worst documents.")] = 0,
    without_title: Annotated[bool, typer.Option("--without-title", help="Leave the given titles out of sight.")] = False,
    ablate: Annotated[bool, typer.Option("--ablate", help="How the figures change without each heuristic and each pack.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
    rules: RulesOption = None,
    no_shipped_rules: NoShipped = False,
) -> None:
    """Measure how well the rules clean texts whose right cleaning is known.

    A line of GOLD is `{"id": "…", "raw": "…", "spans": [[start, end, label], …]}` with offsets in code points; `title`, `lang`,
    `site` and `url` may be there. A label is one of a removal, or `body` for the article, or `neutral`.

    Exit codes: 0 measured, 2 could not run: the gold is faulty.

    Examples:
    - `ingest score gold.jsonl --rules my-rules.yaml --by rule --worst 5`
    - `ingest score gold.jsonl --ablate`
    """
    from ingest import ablate as ablation
    from ingest import gold as reader
    from ingest import progress, report, scoreboard
    from ingest.read import files
    from ingest.score import judge_all

    names = files.find(gold)
    loaded = _load(rules, no_shipped=no_shipped_rules)
    golds = list(reader.read_gold(names, with_title=not without_title))
    if not golds:
        _fail(f"{', '.join(names)}: no gold in it")
    judged = list(judge_all(golds, loaded))
    tables = [scoreboard.by_file(judged), *(scoreboard.BY[key.value](judged) for key in by or ())]
    if worst:
        tables.append(scoreboard.worst(judged, worst))
    if ablate:
        switches = ablation.switches(loaded)
        with progress.counting(len(switches), "switching off", shown=sys.stderr.isatty()) as far:
            tables.append(ablation.table(ablation.ablate(golds, loaded, switches, far)))
    report.print_tables(tables, sys.stdout, as_json=as_json)


@app.command("config", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
@_plain_errors()
def config_(
    ctx: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
) -> None:
    """Show the settings in force, and where each comes from: a flag, the environment, a file, or the default.

    A setting `text-field` is the flag `--text-field`, else the variable `INGEST_TEXT_FIELD`, else the line `text-field = "…"` in
    the file of settings: that of `--config`, else `ingest.toml` in this folder, else the table `[tool.ingest]` of
    `pyproject.toml` in it. Options of `ingest clean` may be given to see what they change.

    Examples:
    - `ingest config`
    - `ingest --config news.toml config --workers 2 --json`
    """
    from ingest import report

    root: Any = ctx.parent
    chosen = root.command.commands["clean"].make_context("clean", ["-", *ctx.args], parent=root)
    if len(chosen.params["inputs"]) > 1:
        _fail(f"{chosen.params['inputs'][1]}: only options of `ingest clean` can be given")
    report.print_settings(settings.effective(chosen, root.params["config"]), sys.stdout, as_json=as_json)


@rules_app.command("check")
@_plain_errors()
def rules_check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            envvar="INGEST_RULES",
            show_envvar=False,
            show_default=False,
            help="Packs to check over the shipped ones; without any, those of the settings, else the shipped ones.",
        ),
    ] = None,
    *,
    keep: Annotated[
        Path | None, typer.Option(help="A folder of clean texts that no rule may touch.", show_default="tests/keep")
    ] = None,
    no_shipped_rules: NoShipped = False,
) -> None:
    """Load the packs, run every example both ways, and run all rules over a folder of clean texts.

    Exit codes: 0 all is well, 1 an example or a clean text fails, 2 a pack cannot be loaded.

    Example: `ingest rules check my-rules.yaml`
    """
    from ingest import packfiles, proof

    if keep and not keep.is_dir():
        _fail(f"{keep}: no such folder")
    loaded = _load(paths, no_shipped=no_shipped_rules)
    layers = {str(path) for path in paths or ()}
    entries = [entry for entry in loaded.entries if not layers or entry.layer in layers]
    failures = [str(failure) for entry in entries for failure in proof.check_examples(entry)]
    pages = [page for page in loaded.pages if not layers or page.layer in layers]
    failures += [failure for page in pages for failure in proof.check_page(page)]
    corpus = keep or packfiles.shipped().parent / "tests" / "keep"
    texts = sorted(corpus.rglob("*.txt"))
    if texts:
        failures += [f"{file}: {rule} takes clean text: {text}" for file, rule, text in proof.check_keeps(loaded, corpus)]
    for failure in failures:
        print(failure)
    log.say("checked", f"rules {len(entries) + len(pages)}, clean texts {len(texts) or 'none'}, failures {len(failures)}")
    raise typer.Exit(SOME_REJECTED if failures else DONE)


@rules_app.command("list")
@_plain_errors()
def rules_list(
    *,
    label: Annotated[str | None, typer.Option(help="Only rules with this label.", show_default=False)] = None,
    language: Annotated[str | None, typer.Option(help="Only rules for this language.", show_default=False)] = None,
    site: Annotated[str | None, typer.Option(help="Only rules for this site.", show_default=False)] = None,
    layer: Annotated[
        str | None, typer.Option(help="Only rules of this layer: shipped, built-in, or a path.", show_default=False)
    ] = None,
    rules: RulesOption = None,
    no_shipped_rules: NoShipped = False,
) -> None:
    """List the rules in force: id, label, language, sites, layer, file.

    Example: `ingest rules list --label related_content --language ar`
    """
    from ingest import packtext, report
    from ingest.model import LABELS

    if label is not None and label not in LABELS:
        _fail(f"there is no label {label!r}{settings.near(label, LABELS)}; the labels are {', '.join(LABELS)}")
    chosen = [
        (rule, where)
        for rule, where in packtext.layered(_load(rules, no_shipped=no_shipped_rules))
        if label in (None, rule.label)
        and (language is None or language in rule.languages)
        and (site is None or site in rule.sites)
        and layer in (None, where)
    ]
    report.print_rules(chosen, sys.stdout)


@rules_app.command("show")
@_plain_errors()
def rules_show(
    id_: Annotated[str | None, typer.Argument(metavar="ID", help="The rule to show.", show_default=False)] = None,
    *,
    effective: Annotated[bool, typer.Option("--effective", help="All rules in force, as one pack; no page sections.")] = False,
    rules: RulesOption = None,
    no_shipped_rules: NoShipped = False,
) -> None:
    """Show a rule as it is in force after all layers, or all of them.

    Examples:
    - `ingest rules show ar.related.read_also_header`
    - `ingest rules show --effective --rules mine.yaml`
    """
    from ingest import packtext

    if effective == (id_ is not None):
        _fail("give the id of a rule, or --effective for all of them")
    loaded = _load(rules, no_shipped=no_shipped_rules)
    if id_ is None:
        sys.stdout.write(packtext.pack_text(loaded))
        return
    ids = sorted({rule.id for rule in loaded.rules})
    if id_ not in ids:
        _fail(f"no rule {id_!r}{settings.near(id_, ids)}; `ingest rules list` has them all")
    sys.stdout.write(packtext.rule_text(loaded, id_))


@rules_app.command("schema")
@_plain_errors()
def rules_schema() -> None:
    """Print the JSON Schema of a pack, for an editor to complete and check with.

    Example: `ingest rules schema > pack.schema.json`
    """
    import json

    from ingest.schema import json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _load(paths: list[Path] | None, *, no_shipped: bool) -> "Rules":
    from ingest.rulebook import load_rules

    _check_folders(paths)
    return load_rules(*(paths or ()), shipped=not no_shipped)


def _check_folders(paths: list[Path] | None) -> None:
    for path in paths or ():
        if path.is_dir() and not any(path.rglob("*.y*ml")):
            _fail(f"{path}: no .yaml file in this folder of rules")


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command."""
    look_seldom()
    signal.signal(signal.SIGTERM, _on_sigterm)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a shell may close it, `2>&-`
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # where a letter cannot be shown, its number is
    args = sys.argv[1:] if args is None else args
    log.to_stderr(as_json="--log-json" in args)  # already here, for a usage error may come before any option is read
    try:
        code = app(args or ["--help"], prog_name="ingest", standalone_mode=False)
    except _UsageError as error:
        _tell_usage(error)
        code = COULD_NOT_RUN
    except Exception:  # noqa: BLE001 - a fault of ours: shown in full, but 1 would say that the run came to its end
        log.say("fault", traceback.format_exc().rstrip(), log.ERROR)
        code = COULD_NOT_RUN
    sys.exit(code or DONE)


def _tell_usage(error: Any) -> None:
    """Say what is wrong with the command as it was typed, or with a variable that it takes a value from."""
    context, parameter = error.ctx, getattr(error, "param", None)
    command = context.command_path if context else "ingest"
    source = context.get_parameter_source(parameter.name) if context and parameter else None
    where = f" ({parameter.envvar})" if parameter and source and source.name == "ENVIRONMENT" else ""
    log.say("error", f"{command}: {error.format_message()}{where}\nsee `{command} --help`", log.ERROR)
