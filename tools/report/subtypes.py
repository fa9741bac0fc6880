"""Whether a type holds every value of another, as far as their texts tell."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

Ancestors = Callable[[str], frozenset[str] | None]  # what a class of ours is derived from; None for another's

SCALARS = frozenset({"None", "bool", "bytes", "float", "int", "str"})
MANY = frozenset({"Collection", "Iterable"})
# What each of the types that everybody knows is besides.
BESIDES = {
    **dict.fromkeys(("None", "float", "Iterable", "AsyncIterable"), frozenset[str]()),
    "bool": frozenset({"float", "int"}),
    "int": frozenset({"float"}),
    **dict.fromkeys(("bytes", "str", "tuple", "MutableSequence", "list"), MANY | {"MutableSequence", "Sequence"}),
    **dict.fromkeys(("dict", "MutableMapping"), MANY | {"Mapping", "MutableMapping"}),
    **dict.fromkeys(("frozenset", "set"), MANY | {"Set"}),
    **dict.fromkeys(("Mapping", "Sequence", "Set"), MANY),
    "Collection": frozenset({"Iterable"}),
    "Iterator": frozenset({"Iterable"}),
    "AsyncIterator": frozenset({"AsyncIterable"}),
}
for fixed in ("bytes", "str", "tuple"):
    BESIDES[fixed] -= {"MutableSequence"}


def holds(wide: str, narrow: str, ancestors: Ancestors = lambda _: None) -> bool | None:
    """Whether every value of a type is one of another; None where that is for a person to judge.

    Args:
        wide: The type that may hold the other.
        narrow: The other one.
        ancestors: Knows our classes.
    """
    try:
        trees = [ast.parse(each.strip(), mode="eval").body for each in (wide, narrow)]
    except (SyntaxError, ValueError):  # a default, or whatever else stands where types do
        return None
    return _holds(trees[0], trees[1], ancestors)


def _holds(wide: ast.expr, narrow: ast.expr, ancestors: Ancestors) -> bool | None:
    kinds, values = _parts(wide), _parts(narrow)
    if len(values) > 1:
        return _all(_holds(wide, each, ancestors) for each in values)
    if len(kinds) > 1:
        return _any(_holds(each, narrow, ancestors) for each in kinds)
    return _one(kinds[0], values[0], ancestors)


def _one(wide: ast.expr, narrow: ast.expr, ancestors: Ancestors) -> bool | None:
    """Whether one does that is no union."""
    name, other = _name(wide), _name(narrow)
    if ast.dump(wide) == ast.dump(narrow) or name in ("Any", "object") or other == "Any":
        return True
    ours = {each: ancestors(each) for each in (name, other)}
    besides = BESIDES.get(other, ours[other] or frozenset())
    if not _is_value(wide) and (name == other or name in besides):
        return _inside(wide, narrow, ancestors)
    known = [each in BESIDES or ours[each] is not None for each in (name, other)]
    if _vague(name, ours[name]) or (not all(known) and not SCALARS & {name, other}):
        return None
    return False


def _inside(wide: ast.expr, narrow: ast.expr, ancestors: Ancestors) -> bool | None:
    """Whether a type of the same kind does: what is in them."""
    one, other = (_listed(each.slice) if isinstance(each, ast.Subscript) else [] for each in (wide, narrow))
    if _is_value(narrow) or not one or not other:
        return True
    if _name(narrow) == "tuple" and (_name(wide) != "tuple" or _dots(one[-1])):
        return _all(_holds(one[0], each, ancestors) for each in other if not _dots(each))
    if "Mapping" in {_name(narrow), *BESIDES.get(_name(narrow), ())} and len(one) == 1:
        other = other[:1]  # its keys
    if len(one) != len(other) or any(map(_dots, other)):
        return False
    return _all(_holds(each, value, ancestors) for each, value in zip(one, other, strict=True))


def _parts(tree: ast.expr) -> list[ast.expr]:
    """The alternatives of a type, each value of a `Literal` by itself."""
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr):
        return [*_parts(tree.left), *_parts(tree.right)]
    if isinstance(tree, ast.Subscript) and _called(tree.value) == "Literal":
        return _listed(tree.slice)
    return [tree]


def _listed(tree: ast.expr) -> list[ast.expr]:
    return tree.elts if isinstance(tree, ast.Tuple | ast.List) else [tree]


def _is_value(tree: ast.expr) -> bool:
    return isinstance(tree, ast.Constant) and tree.value is not None and not _dots(tree)


def _dots(tree: ast.expr) -> bool:
    return isinstance(tree, ast.Constant) and tree.value is ...


def _name(tree: ast.expr) -> str:
    """The name of a type, without what is in it; of a value, that of its type."""
    if isinstance(tree, ast.Constant):
        return "None" if tree.value is None else type(tree.value).__name__
    return _called(tree.value if isinstance(tree, ast.Subscript) else tree)


def _called(tree: ast.expr) -> str:
    return ast.unparse(tree).rpartition(".")[2]


def _vague(name: str, ancestors: frozenset[str] | None) -> bool:
    """Whether a name may stand for anything that has the right methods, or for a type that is chosen later."""
    protocol = "Protocol" in (ancestors or ()) or name.startswith("Supports") or name in ("Hashable", "Sized")
    return protocol or name == "Self" or len(name) == 1


def _all(found: Iterable[bool | None]) -> bool | None:
    several = list(found)
    return False if False in several else None if None in several else True


def _any(found: Iterable[bool | None]) -> bool | None:
    several = list(found)
    return True if True in several else None if None in several else False
