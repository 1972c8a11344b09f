"""YAML files to checked packs: read as nodes that know their lines, so that every fault can be told with its place."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ValidationError

from ingest.model import Problem
from ingest.packfiles import pack_files
from ingest.schema import CaseSpec, GuardSpec, MatchSpec, PackSpec, PageCaseSpec, PageSpec, RuleSpec, WordsSpec

SHIPPED: Final = "shipped"  # the name of the first layer; the tests prove its packs, so that no run has to
_TEXT: Final = "tag:yaml.org,2002:str"  # what nearly every scalar of a pack is
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """A pack that has been read: its content, and the line of each part of it."""

    file: str
    layer: str
    spec: PackSpec
    lines: Mapping[tuple[str | int, ...], int]

    def line(self, *path: str | int) -> int:
        return next((self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines), 1)


def read_layer(name: str, path: Path, problems: list[Problem]) -> Iterator[Source]:
    for file in pack_files(path):
        shown = str(file.relative_to(path.parent)) if name == SHIPPED else str(file)
        lines: dict[tuple[str | int, ...], int] = {}
        try:
            node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
            content = _plain(node, (), lines, shown, problems) if node else {}
            yield Source(shown, name, PackSpec.model_validate(content), lines)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = getattr(error, "problem", None) or str(error).split("\n")[0]
            problems.append(Problem(shown, mark.line + 1 if mark else 1, f"not YAML: {what}"))
        except RecursionError:
            problems.append(Problem(shown, 1, "a part of the file contains itself"))
        except UnicodeDecodeError:
            problems.append(Problem(shown, 1, "not UTF-8"))
        except ValidationError as errors:
            problems += _explain(errors, shown, lines)


def _plain(
    node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], file: str, problems: list[Problem]
) -> Any:
    """The value of a YAML node, with the line of every part noted, and keys that stand twice reported."""
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                problems.append(Problem(file, key.start_mark.line + 1, "a key must be a word"))
                continue
            if key.value in found:
                problems.append(Problem(file, key.start_mark.line + 1, f"the key {key.value!r} stands twice"))
            found[key.value] = _plain(value, (*path, key.value), lines, file, problems)
            lines[(*path, key.value)] = key.start_mark.line + 1
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, (*path, n), lines, file, problems) for n, value in enumerate(node.value)]
    if node.tag == _TEXT:
        return node.value
    loader = _LOADER("")
    try:
        return loader.construct_object(node)
    except ValueError:
        problems.append(Problem(file, lines[path], f"YAML does not read {node.value!r} as text; put it in quotes"))
        return node.value
    finally:
        loader.dispose()


def _explain(errors: ValidationError, file: str, lines: Mapping[tuple[str | int, ...], int]) -> Iterator[Problem]:
    """Each fault that the schema found, in an editor's words, once a place."""
    told: set[tuple[int, str]] = set()
    for error in errors.errors(include_url=False):
        path = tuple(error["loc"])
        at = next((path[:n] for n in range(len(path), -1, -1) if path[:n] in lines), ())
        name = ".".join(map(str, at)) or "the pack"
        message = f"{name}: {_wording(error, at)}"
        if (lines.get(at, 1), name) not in told:
            told.add((lines.get(at, 1), name))
            yield Problem(file, lines.get(at, 1), message)


def _wording(error: Any, at: tuple[str | int, ...]) -> str:
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        known = sorted(_keys_at(at))
        near = difflib.get_close_matches(str(at[-1]), known, 1)
        if len(at) > 3 and str(at[-1]) in RuleSpec.model_fields:
            return f"this key belongs to the rule itself, not under {at[-2]!r}"
        if len(at) == 3 and str(at[-1]) in MatchSpec.model_fields:
            return "this key belongs under 'match'"
        if len(at) == 3 and str(at[-1]) in _keys_at(("unless", 0)):
            return "this key belongs under 'where' or 'unless'"
        return "unknown key" + (f"; did you mean {near[0]!r}?" if near else f"; the keys here are {', '.join(known)}")
    if kind == "missing":
        return f"the key {error['loc'][-1]!r} is missing"
    if kind == "string_type" and not isinstance(given, (list, dict)):
        return f"YAML reads this as {given!r}, not as text; put it in quotes"
    if kind == "literal_error":
        expected = str(error["ctx"]["expected"])
        near = difflib.get_close_matches(str(given), re.findall(r"'([^']+)'", expected), 1)
        return f"{given!r} is not known" + (f"; did you mean {near[0]!r}?" if near else f"; it must be {expected}")
    if kind == "string_pattern_mismatch":
        return f"{given!r} is not an id: lower-case words joined by dots, like ar.related.header"
    return str(error["msg"]).removeprefix("Value error, ")


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
    inner: dict[str, type[BaseModel]] = {
        "rules": RuleSpec, "match": MatchSpec, "where": GuardSpec, "unless": GuardSpec, "cases": CaseSpec, "words": WordsSpec,
    }  # fmt: skip
    if "page" in path[:-1]:
        inner = {"page": PageSpec, "cases": PageCaseSpec}
    spec = next((inner[str(name)] for name in reversed(path[:-1]) if str(name) in inner), PackSpec)
    return [field.alias or name for name, field in spec.model_fields.items()]
