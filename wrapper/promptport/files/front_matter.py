"""The front matter of a prompt file: TOML, which says what a version needs and who it is."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple

from ..platform import Variable
from ..prompt.syntax import SPACED
from ..prompt.values import TYPES, check
from ..spelling import closest
from .toml_keys import DEEPEST, PARTS, Path, TomlKeys

Tell = Callable[[int, int, str], None]  # takes the line, the column and the text of a problem

KEYS = ("description", "variables", "config", "label", "labels", "placeholders")
ABOUT = ("type", "default", "required", "description")
DRAFT, PRODUCTION, LATEST = "draft", "production", "latest"
# `tomllib` says in its text alone where something is wrong, before Python 3.14.
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class FrontMatter(NamedTuple):
    """What front matter says.

    Attributes:
        description: What the prompt is for.
        variables: What it declares; None where it declares nothing.
        config: Settings for a model.
        labels: The version's labels.
        placeholders: Whether there are placeholders in the text; else all of it is left alone.
    """

    description: str = ""
    variables: tuple[Variable, ...] | None = None
    config: Mapping[str, Any] = {}
    labels: tuple[str, ...] = ()
    placeholders: bool = True


def read_front_matter(lines: Sequence[str], tell: Tell) -> FrontMatter:
    """Read front matter.

    Args:
        lines: The lines between the two lines `+++`; the first of them is the second of the file.
        tell: Takes what is wrong; such a part is left out.
    """
    text = "\n".join(lines)
    keys = TomlKeys(text) if text.count(".") > PARTS else None
    if keys is not None and keys.parts > PARTS:
        tell(2, 1, f"A key of the front matter has more than {PARTS} parts.")
        return FrontMatter()
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError itself for an integer of thousands of digits
        found = _AT.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (len(lines), len(lines[-1]) + 1)
        why = "it is nested too deeply" if isinstance(error, RecursionError) else _AT.sub("", str(error))
        tell(line + 1, column, f"The front matter is no TOML: {why}.")
        return FrontMatter()
    if _too_deep(table):
        tell(2, 1, f"The front matter is nested more than {DEEPEST} deep.")
        return FrontMatter()
    return _Reading(text, tell).head(table)


class _Reading:
    """One reading, which knows where each key stands."""

    def __init__(self, text: str, tell: Tell) -> None:
        self._text, self._tell = text, tell
        self._keys: TomlKeys | None = None  # only who has something to tell needs places

    def head(self, table: Mapping[str, Any]) -> FrontMatter:
        self._check_keys(table, KEYS, (), "a prompt")
        variables = self._value(table, "variables", dict, "a table: a line `[variables]`, and below it NAME = TYPE")
        declared = None if variables is None else tuple(self._variable(*each) for each in variables.items())
        config = self._value(table, "config", dict, "a table: a line `[config]`, and below it NAME = VALUE")
        placeholders = self._value(table, "placeholders", bool, "true or false") is not False
        if declared and not placeholders:
            self._wrong(("placeholders",), "Without placeholders there is nothing to put the values of [variables] in.")
        return FrontMatter(
            self._value(table, "description", str, "a text") or "",
            declared,
            {name: self._plain(value, ("config", name)) for name, value in (config or {}).items()},
            self._labels(table),
            placeholders,
        )

    def _labels(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        if "label" in table and "labels" in table:
            self._wrong(("label",), "`label` is short for `labels` with one label: use one of them.")
        label = self._value(table, "label", str, "a text")
        several = self._value(table, "labels", list, 'a list of texts, such as ["production"]')
        found = [each for each in (label, *(several or ())) if each is not None]
        key = ("labels",) if label is None else ("label",)
        if not all(isinstance(each, str) and each for each in found):
            self._wrong(key, "A label is a text that is not empty.")
        if LATEST in found:
            self._wrong(key, f"`{LATEST}` is no label to give: it finds the version of the highest number by itself.")
        return tuple(dict.fromkeys(str(each) for each in found))

    def _variable(self, name: str, about: Any) -> Variable:
        path = ("variables", name)
        if not SPACED.fullmatch("{{" + name + "}}"):
            self._wrong(
                path, f"No placeholder can name {name!r}: it takes letters, digits and `_`, then `.` and `-` too."
            )
        short = isinstance(about, str)
        if short:
            about = {"type": about}
        if not isinstance(about, dict):
            self._wrong(path, f'A variable is a type, {name} = "string", or a table with `type`, `default` and so on.')
            return Variable(name)
        self._check_keys(about, ABOUT, path, "a variable")
        kind = self._value(about, "type", str, "a text", path)
        if kind is not None and kind not in TYPES:
            text = f"{kind!r} is no type{_guess(kind, TYPES)}: there are {', '.join(TYPES)}."
            self._wrong(path if short else (*path, "type"), text)
            kind = None
        default = self._plain(about["default"], (*path, "default")) if "default" in about else None
        unfit = None if default is None else check({name: default}, [name], types={name: kind} if kind else None)
        if unfit is not None:
            self._wrong((*path, "default"), f"The default is of a wrong type: {unfit.wrong[name]}.")
        required = self._value(about, "required", bool, "true or false", path)
        if required is not None and required is (default is not None):
            remedy = "leave one of them out" if required else 'give it one, such as default = ""'
            state = "required and has a default" if required else "not required and has no default"
            self._wrong((*path, "required"), f"The variable {name} is {state}: {remedy}.")
        text = self._value(about, "description", str, "a text", path) or ""
        return Variable(name, kind, default is None, default, text)

    def _value(self, table: Mapping[str, Any], key: str, kind: type, words: str, path: Path = ()) -> Any:
        value = table.get(key)
        if value is None or isinstance(value, kind):
            return value
        self._wrong((*path, key), f"`{key}` must be {words}.")
        return None

    def _check_keys(self, table: Mapping[str, Any], names: Sequence[str], path: Path, of: str) -> None:
        for name in table:
            if name not in names:
                there = f"there are {', '.join(names)}"
                if path and isinstance(table[name], dict):
                    there = f'a name with a dot is quoted, as in [variables."{path[-1]}.{name}"]'
                self._wrong((*path, name), f"`{name}` is no key of {of}{_guess(name, names)}: {there}.")

    def _plain(self, value: Any, path: Path) -> Any:
        """A value of TOML in the terms of JSON: moments as texts."""
        if isinstance(value, dict):
            return {name: self._plain(each, path) for name, each in value.items()}
        if isinstance(value, list):
            return [self._plain(each, path) for each in value]
        if isinstance(value, date | time):  # a datetime is a date
            return value.isoformat()
        if isinstance(value, float) and not math.isfinite(value):
            self._wrong(path, f"{value} is a number that JSON, and so a platform, has no word for.")
            return None
        return value

    def _wrong(self, path: Path, text: str) -> None:
        if self._keys is None:
            self._keys = TomlKeys(self._text)
        line, column = self._keys.place(path) or (1, 1)
        self._tell(line + 1, column, text)


def _too_deep(value: Any) -> bool:
    """Whether a table is nested so deeply that what reads, copies or writes it would fail."""
    level = [value]
    for _ in range(DEEPEST + 1):
        inside = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list))
        level = [each for several in inside for each in several]
        if not level:
            return False
    return True


def _guess(name: str, names: Iterable[str]) -> str:
    close = closest(name, names)
    return f" (did you mean {close}?)" if close else ""
