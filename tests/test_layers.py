"""The order of modules: each imports only from those above it."""

import ast
from pathlib import Path

import ingest

PACKAGE = Path(ingest.__file__).parent
ORDER = (
    "version garbage late script words verbs names house sites language model jsonlines log mojibake months dates view blocks "
    "phrases phrasebook shapes guards matchers patterns schema selectors packfiles sources build packs needles scan seams longline "
    "pagehead openings leadin endings segment heuristics shelf rulebook extract layout roles story embedded metadata page "
    "edit settle fields cleaning proof explaining extras read write duplicates work pool run parts cluster arrow steps gold "
    "score scoreboard ablate progress settings options packtext report cli __main__"
).split()


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports when it is loaded."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        n for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) for n in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in hidden and (node.module or "").split(".")[0] == "ingest":
            parts = (node.module or "").split(".")
            found.update([parts[1]] if len(parts) > 1 else [alias.name for alias in node.names])
    return found


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]


def test_every_module_has_its_place() -> None:
    assert {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()} == set(ORDER)


def test_no_module_imports_from_below() -> None:
    for path in modules():
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        below = {name for name in imports(path) if name in ORDER and ORDER.index(name) > ORDER.index(room)}
        assert not below, f"{path.name} imports {below}"
