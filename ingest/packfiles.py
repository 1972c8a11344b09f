"""Which files hold packs."""

from pathlib import Path


def shipped() -> Path:
    """The folder of the packs that come with the program, in a wheel or in a checkout."""
    here = Path(__file__).parent
    return here / "_rules" if (here / "_rules").is_dir() else here.parent / "rules"


def pack_files(path: Path) -> list[Path]:
    """The packs in a folder and the folders in it, sorted; of a file the file itself.

    Raises:
        FileNotFoundError: there is nothing there.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file or folder of rules")
    return sorted(found for ending in ("yaml", "yml") for found in path.rglob(f"*.{ending}")) if path.is_dir() else [path]
