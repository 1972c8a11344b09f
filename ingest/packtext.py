"""Rules in force, as the text of a pack: what the layers left of one rule, or of all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from ingest.heuristics import RULES
from ingest.model import Rule
from ingest.rulebook import Rules

_LIST_NAME: Final = re.compile(r"<([^<>]+)>")


def layered(rules: Rules) -> Iterator[tuple[Rule, str]]:
    """All rules in force, each once and with its layer; `built-in` are the heuristics, which no pack can hold."""
    layers = {entry.id: entry.layer for entry in rules.entries}
    by_id = {rule.id: rule for rule in reversed(rules.rules)}
    return ((rule, layers.get(rule.id, "built-in")) for rule in reversed(by_id.values()))


def rule_text(rules: Rules, name: str) -> str:
    """The rule of that id as it stands in a pack, under a comment that names its layer and place.

    Phrases stand as they were written. A heuristic, which no pack can hold, is a comment.
    """
    rule, layer = next((rule, layer) for rule, layer in layered(rules) if rule.id == name)
    entry = next((entry for entry in rules.entries if entry.id == name), None)
    if entry is None:
        moved = f", to {rule.to}" if rule.to else ""
        return f"# {layer}: {rule.origin}\n# {rule.id}: {rule.label}{moved}\n# {rule.why}\n"
    scope = {"languages": sorted(rule.languages) or None, "sites": sorted(rule.sites) or None}  # which may be the pack's
    content = entry.spec.model_copy(update=scope).model_dump(by_alias=True, exclude_defaults=True)
    return f"# {layer}: {rule.origin}\n" + _yaml([content])


def pack_text(rules: Rules) -> str:
    """All rules in force as one pack, which gives texts the same cleaning when it is loaded without the shipped ones.

    What packs say of pages is not in it: a pack has one `page`, and many packs may be in force.
    """
    in_force = [rule.id for rule, _ in layered(rules)]
    disabled = [rule.id for rule in RULES if rule.id not in in_force]
    lists = rules.words
    content = [entry.spec.model_dump(include={"match", "where", "unless"}) for entry in rules.entries]
    used = {name: list(lists[name]) for name in sorted(_used(content, lists))}
    parts = [_yaml({"words": used}) if used else "", _yaml({"disable": disabled}) if disabled else ""]
    parts += ["rules:\n" if rules.entries else "rules: []\n", *(rule_text(rules, name) for name in in_force)]
    return "".join(parts)


def _used(content: object, lists: Mapping[str, Sequence[str]]) -> set[str]:
    """The names of the lists that phrases name, and those that these name."""
    found: set[str] = set()
    names = _LIST_NAME.findall(str(content))
    while names:
        name = names.pop()
        if name in lists and name not in found:
            found.add(name)
            names += _LIST_NAME.findall(str(lists[name]))
    return found


class _Dumper(yaml.SafeDumper):
    """YAML with texts of several lines as they read, and without anchors, which packs do not have."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _represent_text)


def _yaml(content: object) -> str:
    return str(yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=130))
