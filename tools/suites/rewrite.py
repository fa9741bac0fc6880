"""A suite's source with the imports changed: what names a vendor's module names ours. Nothing else changes, no line moves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# Who takes a module, or a name in one, as a text: `mock.patch("x.y")`, `import_module("x")`, `getLogger("x")`.
TAKERS = frozenset(
    {
        *("patch", "dict", "multiple", "object", "spy", "stub", "setattr", "delattr", "create_autospec"),
        *("import_module", "__import__", "importorskip", "find_spec", "reload", "resolve_name"),
        *("getLogger", "at_level", "set_level"),
    }
)
# An import of a program that is a text, and a module that a command runs.
_IMPORTS = re.compile(r"((?:^|;)[ \t]*(?:from|import)[ \t]+|-m[ \t]+)(\w+)\b", re.MULTILINE)


class Edit(NamedTuple):
    """A piece of the source, by its bytes, and what stands there instead."""

    begin: int
    end: int
    text: str


def rewritten(source: str, packages: Mapping[str, str]) -> str:
    """A file of a suite, against ours.

    An import at the top of a file gives a stand-in for a name that ours lacks, so that one missing name fails the tests that
    use it, and not the whole file.

    Args:
        source: The file.
        packages: Our package for each of the vendor's.

    Raises:
        SyntaxError: It is no Python.
    """
    tree = ast.parse(source)
    data = source.encode()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    edits = []
    changed: list[tuple[ast.stmt | ast.expr, str]] = [*_imports(tree, packages), *_texts(tree, packages)]
    changed += _pieced(tree, source, packages)
    for node, text in changed:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        begin, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        missing = "\n" * (data.count(b"\n", begin, end) - text.count("\n"))
        edits.append(Edit(begin, end, text + missing))
    for edit in sorted(edits, reverse=True):
        data = data[: edit.begin] + edit.text.encode() + data[edit.end :]
    return data.decode()


def renamed(module: str, packages: Mapping[str, str]) -> str | None:
    """Our name of a vendor's module, or of a name in one; None where it is not the vendor's."""
    first, dot, rest = module.partition(".")
    return f"{packages[first]}{dot}{rest}" if first in packages else None


def is_dotted(text: str) -> bool:
    """Whether a text may name a module, or a name in one."""
    return all(step.isidentifier() for step in text.split("."))


def _imports(tree: ast.Module, packages: Mapping[str, str]) -> Iterator[tuple[ast.stmt, str]]:
    top = {id(each) for each in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(renamed(each.name, packages) for each in node.names):
            yield node, "; ".join(_import(each, packages, id(node) in top) for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            module = renamed(node.module, packages)
            if module is None:
                continue
            if id(node) in top and node.names[0].name != "*":
                yield node, "; ".join(_taken(each, module) for each in node.names)
            else:
                yield node, f"from {module} import {', '.join(_alias(each) for each in node.names)}"


def _import(name: ast.alias, packages: Mapping[str, str], top: bool) -> str:
    module = renamed(name.name, packages)
    if module is None:
        return f"import {_alias(name)}"
    if name.asname:
        return f"import {module} as {name.asname}"
    # `import x.y` binds x, and has y imported.
    first = name.name.partition(".")[0]
    first_import = f"import {packages[first]} as {first}"
    if module == packages[first]:
        return first_import
    return (
        f"{first_import}; __import__('suite_names').module({module!r})" if top else f"{first_import}; import {module}"
    )


def _taken(name: ast.alias, module: str) -> str:
    return f"{name.asname or name.name} = __import__('suite_names').taken({module!r}, {name.name!r})"


def _alias(name: ast.alias) -> str:
    return f"{name.name} as {name.asname}" if name.asname else name.name


def _texts(tree: ast.Module, packages: Mapping[str, str]) -> Iterator[tuple[ast.Constant, str]]:
    """The texts that name a module: as arguments of those who take one, after `-m`, and in programs that are texts."""
    # A piece of an f-string has no place of its own before Python 3.12.
    pieces = {id(each) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in pieces:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _IMPORTS.search(node.value):
            program = _IMPORTS.sub(lambda found: _statement(found, packages), node.value)
            if program != node.value:
                yield node, repr(program)
            continue
        for each in _named(node):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and is_dotted(each.value):
                name = renamed(each.value, packages)
                if name:
                    yield each, repr(name)


def _pieced(tree: ast.Module, source: str, packages: Mapping[str, str]) -> Iterator[tuple[ast.expr, str]]:
    """The texts that become a module's name with something else: `patch(f"{MODULE}.x")`, `patch(f"promptic_sdk.{name}")`."""
    used: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in TAKERS:
            continue
        for each in node.args:
            used |= {inner.id for inner in ast.walk(each) if isinstance(inner, ast.Name)}
            first = each.values[0] if isinstance(each, ast.JoinedStr) and each.values else None
            if isinstance(first, ast.Constant) and str(first.value).partition(".")[0] in packages:
                name = str(first.value).partition(".")[0]
                yield each, (ast.get_source_segment(source, each) or "").replace(name, packages[name], 1)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            module = renamed(node.value.value, packages) if is_dotted(node.value.value) else None
            if module and names & used:
                yield node.value, repr(module)


def _statement(found: re.Match[str], packages: Mapping[str, str]) -> str:
    begin, name = found.groups()
    if name not in packages:
        return found.group()
    following = found.string[found.end() :]
    plain = (
        begin.rstrip().endswith("import") and not following.startswith(".") and not re.match(r"[ \t]+as\b", following)
    )
    return f"{begin}{packages[name]}" + (f" as {name}" if plain else "")


def _named(node: ast.AST) -> Iterator[ast.expr]:
    """The texts below a node that may name a module."""
    if isinstance(node, ast.Call) and called(node) in TAKERS:
        for each in (*node.args, *(keyword.value for keyword in node.keywords)):
            yield each
            if isinstance(each, ast.Dict):
                yield from (key for key in each.keys if key is not None)
    elif isinstance(node, ast.List | ast.Tuple):
        for before, after in zip(node.elts, node.elts[1:], strict=False):
            if isinstance(before, ast.Constant) and before.value == "-m":
                yield after
    elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("modules"):
        yield node.slice


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return (
        node.func.attr
        if isinstance(node.func, ast.Attribute)
        else node.func.id
        if isinstance(node.func, ast.Name)
        else ""
    )
