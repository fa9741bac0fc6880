"""Which tests of a suite touch a vendor's internals, and which: names with a leading underscore that are not the suite's own."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tools.suites.rewrite import TAKERS, called, is_dotted

# Whose names a text may name: the second argument is the name, as in `patch.object(client, "_http")`.
_REACHERS = frozenset(("object", "setattr", "delattr", "getattr", "hasattr", "attrgetter", "spy"))
_TUPLES = frozenset(("_asdict", "_replace", "_fields", "_make"))  # of named tuples, which are public
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Part:
    """A piece of a file: a test, a fixture, a helper.

    Attributes:
        touched: The internals that it names itself.
        uses: The names of what else it uses.
    """

    touched: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)


def internals(
    sources: Mapping[str, str], packages: Iterable[str], more: Iterable[str] = ()
) -> dict[tuple[str, str], list[str]]:
    """The internals that each test touches, itself or by what it uses.

    Args:
        sources: The files of the suite, by name; those called `conftest.py` count for all.
        packages: The vendor's packages.
        more: Modules of the vendor's that are internal too.

    Returns:
        By file and by `Class.test` or `test`; those that touch none are not in it.
    """
    suite = _Suite(tuple(packages), tuple(more))
    shared = {
        name: part
        for file, source in sources.items()
        if file.rpartition("/")[2] == "conftest.py"
        for name, part in suite.parts(source).items()
    }
    found: dict[tuple[str, str], list[str]] = {}
    for file, source in sources.items():
        parts = {**shared, **suite.parts(source)}
        for name in parts:
            touched = _touched(name, parts)
            if touched and name.rpartition(".")[2].startswith("test"):
                found[file, name] = sorted(touched)
    return found


def _touched(name: str, parts: Mapping[str, Part]) -> set[str]:
    """What a part touches, with all that it uses."""
    seen: set[str] = set()
    waiting = [name]
    touched: set[str] = set()
    while waiting:
        part = parts.get(name := waiting.pop())
        if part is None or name in seen:
            continue
        seen.add(name)
        touched |= part.touched
        home = name.rpartition(".")[0]
        waiting += [*part.uses, *(f"{home}.{each}" for each in part.uses if home)]
    return touched


class _Suite:
    """Reads the files of one suite.

    Args:
        packages: The vendor's packages.
        more: Modules of the vendor's that are internal too.
    """

    def __init__(self, packages: tuple[str, ...], more: tuple[str, ...]) -> None:
        self._packages = packages
        self._more = more

    def parts(self, source: str) -> dict[str, Part]:
        """The parts of a file, by `name` or `Class.name`."""
        tree = ast.parse(source)
        imported = dict(self._imported(tree))
        own = _own(tree)
        foreign = self._foreign(tree)
        parts: dict[str, Part] = {}
        every: set[str] = set()  # what runs for every test of its place: fixtures with `autouse`, and set-ups
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                usual = {each for each in _functions(node.body) if _is_set_up(each)}
                for method in _functions(node.body):
                    part = self._part(method, imported, own, foreign)
                    part.uses |= {each.name for each in usual if each is not method}
                    parts[f"{node.name}.{method.name}"] = part
                parts[node.name] = self._part(node, imported, own, foreign)
            elif isinstance(node, _Function):
                parts[node.name] = self._part(node, imported, own, foreign)
                if _is_set_up(node):
                    every.add(node.name)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                part = self._part(node, imported, own, foreign)
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    parts.update({each.id: part for each in ast.walk(target) if isinstance(each, ast.Name)})
                every |= set(parts) & {"pytestmark"}
        for name, part in parts.items():
            part.uses |= every - {name}
        return parts

    def _imported(self, tree: ast.Module) -> Iterator[tuple[str, str]]:
        """The internals that the file imports, by the names it has for them."""
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                for each in node.names:
                    internal = self._internal(f"{node.module}.{each.name}")
                    if internal:
                        yield each.asname or each.name, internal
            elif isinstance(node, ast.Import):
                for each in node.names:
                    internal = self._internal(each.name)
                    if internal and each.asname:
                        yield each.asname, internal

    def _foreign(self, tree: ast.Module) -> set[str]:
        """The names of what the file imports from elsewhere, whose internals are not the vendor's."""
        found: set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {name.partition(".")[0] for name in _bound(node) if not self._is_theirs(name)}
            elif isinstance(node, ast.ImportFrom) and not (node.module and self._is_theirs(node.module)):
                found |= set(_bound(node))
        return found

    def _is_theirs(self, dotted: str) -> bool:
        return is_dotted(dotted) and dotted.partition(".")[0] in self._packages

    def _internal(self, dotted: str) -> str | None:
        """The internal that a dotted name of the vendor's is, or lies in."""
        if not self._is_theirs(dotted):
            return None
        for module in self._more:
            if f"{dotted}.".startswith(f"{module}."):
                return module
        steps = dotted.split(".")
        return next((".".join(steps[: at + 1]) for at, step in enumerate(steps) if _is_private(step)), None)

    def _part(self, node: ast.AST, imported: Mapping[str, str], own: set[str], foreign: set[str]) -> Part:
        part = Part()
        if isinstance(node, _Function):
            part.uses |= {each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)}
        for each in ast.walk(node):
            if isinstance(each, ast.Name):
                part.uses.add(each.id)
                if each.id in imported:
                    part.touched.add(imported[each.id])
            elif isinstance(each, ast.Attribute):
                internal = (
                    self._internal(ast.unparse(each)) if isinstance(each.value, ast.Name | ast.Attribute) else None
                )
                if internal:
                    part.touched.add(internal)
                elif _is_private(each.attr) and each.attr not in own and _root(each) not in foreign:
                    part.touched.add(each.attr)
                if isinstance(each.value, ast.Name) and each.value.id in ("self", "cls"):
                    part.uses.add(each.attr)
            elif isinstance(each, ast.Call):
                part.touched |= set(self._told(each, own, foreign))
            elif isinstance(each, ast.Import | ast.ImportFrom):
                part.touched |= {imported[name] for name in _bound(each) if name in imported}
        return part

    def _told(self, call: ast.Call, own: set[str], foreign: set[str]) -> Iterator[str]:
        """The internals that a call names in texts."""
        name = called(call)
        texts = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
        for text in texts:
            if isinstance(text, str) and name in TAKERS and (internal := self._internal(text)):
                yield internal
        if name in TAKERS:
            for each in call.args:
                if isinstance(each, ast.JoinedStr | ast.BinOp):
                    pieces = [str(piece.value) for piece in ast.walk(each) if isinstance(piece, ast.Constant)]
                    yield from (step for piece in pieces for step in piece.split(".") if _is_private(step))
        if name in (*_REACHERS, "multiple"):
            for keyword in call.keywords:
                value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
                for accessed in (keyword.arg, value):
                    if isinstance(accessed, str) and _is_private(accessed) and accessed not in own:
                        yield accessed
        if name in _REACHERS and len(texts) > 1 and _root(call.args[0]) not in foreign:
            text = texts[1]
            if isinstance(text, str) and _is_private(text) and text not in own:
                yield text


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in _TUPLES


def _own(tree: ast.Module) -> set[str]:
    """The attributes that the file itself has made: what its own classes are built of is nobody's internal."""
    own = {each.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in _functions(node.body)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _root(node) in ("self", "cls"):
            own.add(node.attr)
    return own


def _functions(body: Iterable[ast.stmt]) -> list[_Function]:
    return [each for each in body if isinstance(each, _Function)]


def _is_set_up(node: _Function) -> bool:
    named = node.name in ("setUp", "setUpClass", "setup_method", "setup_class", "setup_function", "setup_module")
    return named or any("autouse=True" in ast.unparse(each) for each in node.decorator_list)


def _bound(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [each.asname or each.name for each in node.names]


def _root(node: ast.expr) -> str:
    """The name that a chain of attributes begins with; empty where it begins with none."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
