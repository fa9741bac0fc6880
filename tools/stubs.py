"""Write the stubs of modules that import their names lazily: `python tools/stubs.py [--check]`.

A type checker and an editor read the stub beside such a module, so that they know its names without running it. What is lazy is
found by looking: every module of `wrapper/` that has a `__getattr__`.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent
HEADER = "# Made from {source} by `python tools/stubs.py`: change that file, never this one.\n"


def lazy_modules(root: Path = ROOT / "wrapper") -> Iterator[tuple[str, Path]]:
    """The modules that import their names when these are used: their names and their files."""
    for path in sorted(root.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "__getattr__" in text and _is_lazy(ast.parse(text)):
            inside = path.relative_to(root).with_suffix("").parts
            yield ".".join(inside[:-1] if inside[-1] == "__init__" else inside), path


def _is_lazy(tree: ast.Module) -> bool:
    """Whether a module has a `__getattr__` of its own, be it defined or assigned."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__getattr__":
            return True
        if isinstance(node, ast.Assign) and any("__getattr__" in ast.unparse(each) for each in node.targets):
            return True
    return False


def homes(module: ModuleType) -> tuple[Mapping[str, str], list[str]]:
    """Which module each lazy name of a module comes from, and which of its own modules need no import."""
    found = inspect.getclosurevars(module.__dict__["__getattr__"])
    places = found.nonlocals.get("places") or found.globals["_HOMES"]
    return places, list(found.nonlocals.get("rooms", ()))


def stub(module: ModuleType, source: str) -> str:
    """The stub of a lazy module.

    Args:
        module: The module.
        source: Its file, as the stub names it.
    """
    places, rooms = homes(module)
    lines = [f"from . import {each} as {each}" for each in sorted(rooms)]
    lines += [
        f"from {home} import {name} as {name}"
        for name, home in sorted(places.items(), key=lambda each: each[::-1])
        if name in module.__all__
    ]
    others = [name for name in module.__all__ if name not in places]
    lines += ["", *(f"{name}: {_type(getattr(module, name))}" for name in sorted(others))] if others else []
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in sorted(module.__all__)), "]"]
    return HEADER.format(source=source) + "\n".join(lines) + "\n"


def _type(value: object) -> str:
    """The type of a constant: a text, or a tuple of texts."""
    return "tuple[str, ...]" if isinstance(value, tuple) else type(value).__name__


def main(check: bool) -> int:
    """Write the stubs, or with `check` only compare them. Answers the exit code."""
    stale, wanted = [], set()
    for name, path in lazy_modules():
        target = path.with_suffix(".pyi")
        wanted.add(target)
        made = stub(import_module(name), path.relative_to(ROOT).as_posix())
        if not target.exists() or target.read_text(encoding="utf-8") != made:
            stale.append(target)
            if not check:
                target.write_text(made, encoding="utf-8")
    for each in {*(ROOT / "wrapper").rglob("*.pyi")} - wanted:
        stale.append(each)
        if not check:
            each.unlink()
    names = " ".join(sorted(each.relative_to(ROOT).as_posix() for each in stale))
    print(f"{len(wanted)} stubs, {len(stale)} {'stale' if check else 'written'} {names}".rstrip())
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
