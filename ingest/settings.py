"""Settings: options that a file or the environment can hold as well, so that no command has to repeat them.

A setting is an option that names an environment variable, and that name gives its key: `INGEST_TEXT_FIELD` in the environment is
`text-field` in a file and `--text-field` on the command line. The command's framework knows in which order they count, and what
came from where; all that is done here is to find the file, to check it, and to hand it over.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import typer

PREFIX: Final = "INGEST_"
FILE, PROJECT = "ingest.toml", "pyproject.toml"
KINDS: Final[Mapping[str, type]] = {
    "rules": list,
    "no-shipped-rules": bool,
    "language": str,
    "encoding": str,
    "repair-encoding": bool,
    "text-field": str,
    "html-field": str,
    "title-field": str,
    "id-field": str,
    "url-field": str,
    "language-field": str,
    "site-field": str,
    "split": bool,
    "keep-title": bool,
    "duplicates": str,
    "workers": int,
    "budget": float,
    "log-json": bool,
}
_WANTED: Final = {list: "a list of texts", bool: "true or false", str: "a text", int: "a whole number", float: "a number"}


class SettingsError(ValueError):
    """A file of settings that cannot be used; the message names it, and every fault in it, a line each."""


class Setting(NamedTuple):
    """A setting in force.

    Attributes:
        name: its key.
        value: its value, as JSON can hold it; None where it is not set and a default holds that is no value.
        source: the flag, the variable or the file it comes from, or `default`.
        otherwise: what holds where there is no value, in words.
    """

    name: str
    value: object
    source: str
    otherwise: str


def find(folder: Path) -> Path | None:
    """The file of settings in a folder: `ingest.toml`, else a `pyproject.toml` that has a table for us."""
    if (own := folder / FILE).is_file():
        return own
    project = folder / PROJECT
    if not project.is_file() or b"ingest" not in project.read_bytes():
        return None  # it is no business of ours whether it can be read
    return project if _table(project, _parsed(project)) is not None else None


def default_map(path: Path, context: Any) -> dict[str, Any]:
    """What a file sets, for each verb of the command under the names of its parameters, as the framework wants its defaults.

    Raises:
        SettingsError: the file cannot be read, or holds what is no setting or no value for one.
    """
    table = _table(path, _parsed(path))
    if table is None:
        raise SettingsError(f"{path}: there is no table [tool.ingest] in it")
    parameters = {key: parameter for parameter in _parameters(context.command) if (key := key_of(parameter))}
    given = {key: _placed(value, path) if key == "rules" else value for key, value in table.items()}
    faults = [fault for key, value in given.items() if (fault := _fault(key, value, parameters, context))]
    if faults:
        raise SettingsError("\n".join(f"{path}: {fault}" for fault in faults))
    return _for_verbs(context.command, given)


def effective(context: Any, path: Path | None) -> list[Setting]:
    """The settings of a verb in force, with where each comes from; `path` is the file that was read, if any."""
    found = []
    for parameter in context.command.params:
        if key := key_of(parameter):
            value = context.params[parameter.name]
            flags = parameter.secondary_opts if value is False else parameter.opts
            source = {
                "COMMANDLINE": flags[-1],
                "ENVIRONMENT": parameter.envvar,
                "DEFAULT_MAP": str(path),
                "DEFAULT": "default",
            }[context.get_parameter_source(parameter.name).name]
            otherwise = parameter.show_default if isinstance(parameter.show_default, str) else ""
            found.append(Setting(key, _plain(value), source, otherwise))
    return found


def check(variables: Mapping[str, str]) -> None:
    """Refuse a list of packs with an empty name in it: that would be the folder somebody happens to be in.

    Raises:
        SettingsError: there is one.
    """
    packs = variables.get(PREFIX + "RULES")
    if packs and "" in packs.split(os.pathsep):
        raise SettingsError(f"{PREFIX}RULES: a name in it is empty; the folder you are in is called .")


def unknown(variables: Iterable[str]) -> list[str]:
    """Of the names of variables those that look like ours, but are those of no setting, with what may have been meant."""
    known = [PREFIX + key.upper().replace("-", "_") for key in (*KINDS, "config", "cache")]
    strange = (name for name in sorted(variables) if name.startswith(PREFIX) and name not in known)
    return [f"{name}: no setting has this variable{near(name, known)}" for name in strange]


def key_of(parameter: Any) -> str | None:
    """A parameter's key in a file, if it is a setting."""
    name = parameter.envvar
    return name.removeprefix(PREFIX).lower().replace("_", "-") if isinstance(name, str) else None


def near(name: str, known: Sequence[str]) -> str:
    """A question for the name that was meant, where one is like it.

    >>> near("langauge", ["language", "rules"])
    "; did you mean 'language'?"
    """
    import difflib

    found = difflib.get_close_matches(name, known, 1)
    return f"; did you mean {found[0]!r}?" if found else ""


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except ValueError as error:  # of TOML, or of UTF-8
        raise SettingsError(f"{path}: not TOML: {error}") from None


def _table(path: Path, content: dict[str, Any]) -> dict[str, Any] | None:
    """The settings in a file: all of it, or one table of a `pyproject.toml`, which may not be there."""
    if path.name != PROJECT:
        return content
    tools = content.get("tool")
    table = tools.get("ingest") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.ingest is no table")
    return table


def _placed(value: object, path: Path) -> object:
    """Paths in a file start from its folder."""
    if not isinstance(value, list):
        return value
    return [str(path.parent / name) if isinstance(name, str) and name else name for name in value]


def _fault(key: str, value: object, parameters: Mapping[str, Any], context: Any) -> str | None:
    """What is wrong with a line of the file, if something is."""
    if key not in KINDS:
        return f"there is no setting {key!r}{near(key, [*KINDS]) or '; the settings are ' + ', '.join(KINDS)}"
    kind = KINDS[key]
    if not _is(kind, value):
        return f"{key}: should be {_WANTED[kind]}, not {json.dumps(value, ensure_ascii=False, default=str)}"
    try:
        parameters[key].process_value(context, value)
    except typer.BadParameter as error:
        return f"{key}: {error.message}"
    return None


def _is(kind: type, value: object) -> bool:
    """Whether a value is of a kind; neither is `"4"` a number nor `true` a one, but a whole number is a number."""
    if kind is list:
        return isinstance(value, list) and all(isinstance(part, str) and part for part in value)
    return type(value) is kind or (kind is float and type(value) is int)


def _parameters(command: Any) -> Iterator[Any]:
    """The parameters of all verbs under a command."""
    for verb in command.commands.values():
        yield from _parameters(verb) if hasattr(verb, "commands") else verb.params


def _for_verbs(command: Any, given: Mapping[str, object]) -> dict[str, Any]:
    if hasattr(command, "commands"):
        return {name: _for_verbs(verb, given) for name, verb in command.commands.items()}
    return {parameter.name: given[key] for parameter in command.params if (key := key_of(parameter) or "") in given}


def _plain(value: object) -> object:
    """A value as JSON can hold it: paths and choices are texts."""
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
