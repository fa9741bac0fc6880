"""The contracts that packages are compared with: of the files as they are, or of a commit, and the names that ours have there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.contract import Json, by_id
from generator.places import Refusal

from tools.report.operations import method
from tools.report.trees import Problem, commit, documents, take

__all__ = ["Contract", "Problem", "contracts"]


class Contract(NamedTuple):
    """A platform's contract.

    Attributes:
        platform: The platform.
        package: The vendor's package on PyPI; empty where there is none.
        document: The contract, resolved.
        releases: The releases that it covers, the oldest first.
        left_out: What it leaves out of the package, with reasons.
        known: The names that our package of the platform has.
    """

    platform: str
    package: str
    document: Json
    releases: tuple[str, ...]
    left_out: dict[str, str]
    known: frozenset[str]


def contracts(root: Path, reference: str | None) -> list[Contract]:
    """The contracts of a project.

    What one of a commit doesn't say of its package (the contracts of before there were words for it) is what today's says.

    Args:
        root: The project's folder.
        reference: A commit; None for the files as they are.

    Raises:
        Problem: There is no such commit, or a contract can't be read.
    """
    with _tree(root, reference) as tree:
        try:
            today = documents(root)
            found = today if reference is None else documents(tree)
        except Refusal as refused:
            raise Problem(str(refused)) from None
        return [_contract(name, each, today.get(name, {}), tree) for name, each in found.items()]


def _contract(platform: str, document: Json, today: Json, tree: Path) -> Contract:
    releases = document.get("x-releases") or [str(document["info"]["version"])]
    return Contract(
        platform,
        str(document.get("x-package") or today.get("x-package") or ""),
        document,
        tuple(map(str, releases)),
        _left_out(document, today),
        frozenset(names(tree / "wrapper" / "promptport" / platform)),
    )


def _left_out(document: Json, today: Json) -> dict[str, str]:
    """What a contract leaves out, with what today's does of which that one has no operation."""
    has = {name for each in by_id(document).values() for name in (method(each), each["operationId"])}
    others = {name: each for name, each in today.get("x-left-out", {}).items() if name.partition("(")[0] not in has}
    return {**others, **document.get("x-left-out", {})}


@contextmanager
def _tree(root: Path, reference: str | None) -> Iterator[Path]:
    if reference is None:
        yield root
        return
    with TemporaryDirectory() as folder:
        take(root, commit(root, reference), Path(folder))
        yield Path(folder)


def names(package: Path) -> set[str]:
    """The names that the public modules of a package export, as they stand in the code, and the modules' own."""
    found: set[str] = set()
    for path in (*package.rglob("*.py"), *package.rglob("*.pyi")):
        parts = path.relative_to(package).with_suffix("").parts
        if any(part.startswith("_") and part != "__init__" for part in parts):
            continue
        found |= {*parts} - {"__init__"}
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            found |= {*_exported(node)}
    return found


def _exported(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield node.name
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    for target in targets:
        if isinstance(target, ast.Name) and target.id == "__all__" and isinstance(value, ast.List | ast.Tuple):
            yield from (str(each.value) for each in value.elts if isinstance(each, ast.Constant))
        elif isinstance(target, ast.Name):
            yield target.id
