"""Arguments for a method that nobody knows, made from its signature: each is told from every other, and from every default."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from tools.vendors.guess import LISTS, last_name

Json = Mapping[str, Any]
# What says how long something may take: given in every call, so that none waits.
AT_ONCE = {"poll_interval": 0, "max_wait": 0}
_NOTHING = ("None", "NoneType")


class Samples:
    """Sample arguments.

    Args:
        types: The types of the package, as its surface tells them.
    """

    def __init__(self, types: Json) -> None:
        self._types = {name.rpartition(".")[2]: (name, each) for name, each in types.items()}

    def calls(self, signature: Json) -> Iterator[tuple[list[Any], dict[str, Any]]]:
        """The arguments of a method, by position and by name: what it needs, and all that it takes."""
        parameters = signature["parameters"]
        needed = [each for each in parameters if "default" not in each and not each["kind"].startswith("VAR_")]
        waiting = [each for each in parameters if each["name"] in AT_ONCE and each not in needed]
        yield self._arguments([*needed, *waiting])
        if len(needed) + len(waiting) < len(parameters):
            yield self._arguments(parameters)

    def _arguments(self, parameters: list[Json]) -> tuple[list[Any], dict[str, Any]]:
        positional, named = [], {}
        for each in parameters:
            if each["kind"] == "POSITIONAL_ONLY":
                positional.append(self.sample(each))
            elif each["kind"] == "VAR_KEYWORD":
                named["any_field"] = "any_field-1"
            elif each["kind"] != "VAR_POSITIONAL":
                named[each["name"]] = self.sample(each)
        return positional, named

    def sample(self, parameter: Json) -> Any:
        """A value for a parameter."""
        name = parameter["name"]
        if name in AT_ONCE:
            return AT_ONCE[name]
        try:
            tree = ast.parse(parameter.get("type", "str"), mode="eval").body
        except SyntaxError:
            tree = ast.Name("str")
        return self._of(tree, name, parameter.get("default"))

    def _of(self, tree: ast.expr, name: str, default: str | None) -> Any:
        if isinstance(tree, ast.Constant) and isinstance(tree.value, str):  # an annotation within one
            return self._of(ast.parse(tree.value, mode="eval").body, name, default)
        if isinstance(tree, ast.BinOp):
            return self._of(next(each for each in _members(tree) if last_name(each) not in _NOTHING), name, default)
        if isinstance(tree, ast.Subscript):
            inner = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
            word = last_name(tree.value)
            if word == "Literal":
                values = [ast.literal_eval(each) for each in inner]
                return next((each for each in values if repr(each) != default), values[0])
            if word in ("Optional", "Union", "Annotated", "Required", "NotRequired"):
                return self._of(
                    next((each for each in inner if last_name(each) not in _NOTHING), inner[0]), name, default
                )
            if word in LISTS:
                return [self._of(inner[0], name, None)]
            return self._plain(word, name, default)
        return self._plain(last_name(tree), name, default)

    def _plain(self, word: str, name: str, default: str | None) -> Any:
        if word == "bool":
            return default != "True"
        if word == "int":
            return 7 if default != "7" else 8
        if word == "float":
            return 0.5 if default != "0.5" else 0.25
        if word == "bytes":
            return {"$bytes": "AAEC"}
        if word in LISTS:
            return [f"{name}-1"]
        if word == "Callable":
            return None
        if word in ("dict", "Dict", "Mapping", "MutableMapping"):
            return {"a": 1, "b": None}
        return self._own(word, name) if word in self._types else f"{name}-1"

    def _own(self, word: str, name: str) -> Any:
        """A value of one of the package's own types."""
        full, described = self._types[word]
        # A class that others are made of is the name of them all.
        heirs = [each for each in self._types.values() if full in each[1].get("bases", ())]
        full, described = heirs[0] if heirs else (full, described)
        if described["kind"] in ("literal", "enum"):
            return described["values"][0]
        if described["kind"] == "union":
            return self.sample({"name": name, "type": described["members"][0]})
        if described["kind"] in ("exception", "class"):
            given = next(iter(self.calls(described["init"])))[1]
            return {"$new": full, "named": given}
        known = {field: self.sample({"name": field, **each}) for field, each in described["fields"].items()}
        if described["kind"] == "typed dict":
            return known
        return {
            "$new": full,
            "named": {field: known[field] for field, each in described["fields"].items() if each["required"]},
        }


def _members(tree: ast.expr) -> Iterator[ast.expr]:
    if isinstance(tree, ast.BinOp):
        yield from _members(tree.left)
        yield from _members(tree.right)
    else:
        yield tree
