"""The front matter of a prompt file: TOML, which says what a version needs and who it is."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from types import UnionType
from typing import Any, NamedTuple

from ..platform import Variable
from ..prompt.syntax import SPACED
from ..prompt.values import TYPES, check
from ..spelling import closest
from .json_text import NoJson, read_json, too_deep
from .toml_keys import DEEPEST, PARTS, Path, TomlKeys

Tell = Callable[[int, int, str], None]  # takes the line, the column and the text of a problem

KEYS = ("description", "note", "kind", "label", "labels", "tags", "weight", "placeholders", "variables", "config")
ABOUT = ("type", "enum", "default", "required", "description")
KINDS = ("text", "chat")
ONLY = "only"
HEAVIEST = 1_000_000_000
_PLACEHOLDERS = f'true or false, or "{ONLY}" where what else looks like syntax is text'
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
        placeholders: Whether there are placeholders in the text; else all of it is left alone. `ONLY` leaves what else looks
            like syntax alone.
        tags: What the prompt is filed under.
        note: What its author says of this version.
        kind: `text` or `chat`; empty where that is seen from the text.
        weight: How many of the prompt's users get this version, beside the weights of the others.
    """

    description: str = ""
    variables: tuple[Variable, ...] | None = None
    config: Any = {}  # noqa: RUF012 # nobody changes it
    labels: tuple[str, ...] = ()
    placeholders: bool | str = True
    tags: tuple[str, ...] = ()
    note: str = ""
    kind: str = ""
    weight: float | None = None


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
    if too_deep(table, DEEPEST):
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
        placeholders = self._value(table, "placeholders", bool | str, _PLACEHOLDERS)
        if isinstance(placeholders, str) and placeholders != ONLY:
            self._wrong(("placeholders",), f"`placeholders` must be {_PLACEHOLDERS}.")
        if declared and placeholders is False:
            self._wrong(("placeholders",), "Without placeholders there is nothing to put the values of [variables] in.")
        kind = self._value(table, "kind", str, '"text" or "chat"') or ""
        if kind and kind not in KINDS:
            self._wrong(("kind",), f'`kind` must be "text" or "chat"{_guess(kind, KINDS)}.')
        return FrontMatter(
            self._value(table, "description", str, "a text") or "",
            declared,
            self._config(table),
            self._labels(table),
            True if placeholders is None else placeholders,
            tuple(self._texts(table, "tags", "A tag")),
            self._value(table, "note", str, "a text") or "",
            kind,
            self._weight(table),
        )

    def _config(self, table: Mapping[str, Any]) -> Any:
        config = self._value(table, "config", dict | str, "a table: a line `[config]`, and below it NAME = VALUE")
        if not isinstance(config, str):
            return {name: self._plain(value, ("config", name)) for name, value in (config or {}).items()}
        try:
            return read_json(config)
        except NoJson as error:
            self._wrong(("config",), f"`config` must be a table, or a text in JSON, and this text is none: {error}.")
            return {}

    def _weight(self, table: Mapping[str, Any]) -> float | None:
        weight = self._value(table, "weight", int | float, "a number")
        if weight is None or (not isinstance(weight, bool) and 0 <= weight <= HEAVIEST):  # which nan is not
            return weight
        self._wrong(
            ("weight",), f"`weight` must be a number from 0 to {HEAVIEST:,}: the version's share beside the others'."
        )
        return None

    def _texts(self, table: Mapping[str, Any], key: str, one: str) -> list[str]:
        """A list of texts, each once."""
        found = self._value(table, key, list, 'a list of texts, such as ["production"]') or []
        if not all(isinstance(each, str) and each for each in found):
            self._wrong((key,), f"{one} is a text that is not empty.")
        return list(dict.fromkeys(map(str, found)))

    def _labels(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        if "label" in table and "labels" in table:
            self._wrong(("label",), "`label` is short for `labels` with one label: use one of them.")
        label = self._value(table, "label", str, "a text")
        if label == "":
            self._wrong(("label",), "A label is a text that is not empty.")
        found = self._texts(table, "labels", "A label") if label is None else [label]
        if LATEST in found:
            key = ("labels",) if label is None else ("label",)
            self._wrong(key, f"`{LATEST}` is no label to give: it finds the version of the highest number by itself.")
        return tuple(found)

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
        if default is not None and (unfit := _unfit(default, kind)):
            self._wrong((*path, "default"), f"The default is of a wrong type: {unfit}.")
        enum = self._enum(about, kind, default, path)
        required = self._value(about, "required", bool, "true or false", path)
        if required is not None and required is (default is not None):
            remedy = "leave one of them out" if required else 'give it one, such as default = ""'
            state = "required and has a default" if required else "not required and has no default"
            self._wrong((*path, "required"), f"The variable {name} is {state}: {remedy}.")
        text = self._value(about, "description", str, "a text", path) or ""
        return Variable(name, kind, default is None, default, text, enum)

    def _enum(self, about: Mapping[str, Any], kind: str | None, default: Any, path: Path) -> tuple[Any, ...] | None:
        """The values that a variable can have."""
        path = (*path, "enum")
        given = self._value(about, "enum", list, 'a list of values, such as ["en", "de"]', path[:-1])
        if given is None:
            return None
        if not given:
            self._wrong(path, "`enum` has no values: leave it out, or name them.")
        enum = tuple(self._plain(each, path) for each in given)
        for each in enum:
            if each is not None and (unfit := _unfit(each, kind)):
                self._wrong(path, f"A value of `enum` is of a wrong type: {unfit}.")
                break
        if enum and default is not None and default not in enum:
            self._wrong((*path[:-1], "default"), "The default is none of the values of `enum`.")
        return enum

    def _value(self, table: Mapping[str, Any], key: str, kind: type | UnionType, words: str, path: Path = ()) -> Any:
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


def _unfit(value: Any, kind: str | None) -> str:
    """Why a value is none of a type's; empty where it is one."""
    unfit = check({"": value}, [""], types={"": kind} if kind else None)
    return "" if unfit is None else unfit.wrong[""]


def _guess(name: str, names: Iterable[str]) -> str:
    close = closest(name, names)
    return f" (did you mean {close}?)" if close else ""
