"""Proves that the test of a module is guessed, not searched: `tests/` mirrors the source, and every exception has a reason."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSES = {"wrapper/promptport": "tests", "wrapper/promptport_local": "tests/local", "tools": "tests/tools"}
EXCEPTIONS: dict[str, str] = {}  # modules without a test of their name, and why


def guesses(module: Path) -> list[Path]:
    """Where the test of a module may stand, from the roots of both.

    Twins are tested as twins: what waits is tested in `_async/`, from which `_sync/` is derived. A pair of files (`_async.py` and
    `_sync.py`, `aio.py` and `blocking.py`) is tested under its package's name, or each of them under its own.
    """
    folder, name = module.parent, module.stem.lstrip("_")
    if folder.name in ("_async", "_sync"):
        return [folder / f"test_{name}.py"]
    found = [folder / f"test_{name}.py", folder / "_async" / f"test_{name}.py"]
    if name in ("async", "sync", "aio", "blocking"):
        half = "_sync" if name in ("sync", "blocking") else "_async"
        found += [base / half / f"test_{folder.name}.py" for base in (folder, folder.parent)]
    return found


def modules() -> dict[str, list[Path]]:
    """Every written module, and where its test may stand."""
    found = {}
    for house, tests in HOUSES.items():
        for path in sorted((ROOT / house).rglob("*.py")):
            if path.name != "__init__.py":
                inside = path.relative_to(ROOT / house)
                found[path.relative_to(ROOT).as_posix()] = [ROOT / tests / each for each in guesses(inside)]
    return found


def test_every_module_has_its_test() -> None:
    missing = {name for name, places in modules().items() if not any(each.exists() for each in places)}
    print(f"{len(modules())} modules, {len(EXCEPTIONS)} without a test of their name")

    assert missing - EXCEPTIONS.keys() == set()


def test_no_exception_is_idle() -> None:
    known = modules()
    assert not [name for name in EXCEPTIONS if any(each.exists() for each in known[name])]
