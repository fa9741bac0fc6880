"""From YAML to JSON values with the line of each: as OpenAPI says it, so that dates and statuses without quotes are texts."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import yaml

from .places import Place, Refusal, Refusals
from .quoting import short

MOST = 300_000  # values
DEEPEST = 80  # levels; Python's parser has no more than 100 for a literal
PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*+)\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)"
)  # JSON's way to write what YAML has no halves for
TAGS = "tag:yaml.org,2002:"
Json = dict[str, Any]


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # in C where there is one
    """Reads scalars as the core schema of YAML 1.2 has them: no dates, `yes` and `on` are texts, 0o17 is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 # PyYAML's own attribute


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
    ("merge", r"<<", ["<"]),
):
    Loader.add_implicit_resolver(TAGS + _tag, re.compile(rf"(?:{_pattern})$"), _first)


class Mark(NamedTuple):
    """Where a value stands, what is in it, and the text that it is, where it is one."""

    file: str
    line: int
    inside: dict[str | int, Mark]
    said: str = ""

    def find(self, place: Place) -> Mark:
        """Where the innermost part of a place stands that there is, from the root of the document.

        References are followed, and a parameter is found by its place and its name (`query page`), also where its path has it.
        """
        mark = self
        for number, part in enumerate(place):
            inside = self._inside(mark, part)
            if inside is None:
                shared = place[0] == "paths" and place[3:4] == ("parameters",) and number in (3, 4)
                return self.find((*place[:2], *place[3:])) if shared else mark
            mark = inside
        return mark

    def _inside(self, mark: Mark, part: str | int) -> Mark | None:
        if part in mark.inside:
            return mark.inside[part]
        if (there := self._meant(mark)) is not mark:
            return self._inside(there, part)
        for each in mark.inside.values() if 0 in mark.inside else ():
            named = self._meant(each)
            if [named.inside[key].said for key in ("in", "name") if key in named.inside] == str(part).split(" ", 1):
                return named
        return None

    def _meant(self, mark: Mark, depth: int = 9) -> Mark:
        """What a reference stands for; anything else is itself."""
        reference = mark.inside["$ref"].said if "$ref" in mark.inside else ""
        there: Mark | None = self
        for part in reference.removeprefix("#/").split("/") if reference.startswith("#/") and depth else ():
            there = there and there.inside.get(unquote(part).replace("~1", "/").replace("~0", "~"))
        return mark if there is None or there is self else self._meant(there, depth - 1)


class Values:
    """Makes values and their marks of the nodes of one file.

    Args:
        file: Its name.
        refusals: Where what JSON can't express is kept.
    """

    def __init__(self, file: str, refusals: Refusals) -> None:
        self._file, self._refusals, self._count = file, refusals, 0

    def of(self, node: yaml.Node, place: Place = ()) -> tuple[Any, Mark]:
        """A value and where it stands.

        Raises:
            Refusal: There is too much of it.
        """
        self._count += 1
        if len(place) > DEEPEST:
            raise self._refusal(
                f"this is nested deeper than {DEEPEST} levels, or in itself: write it as a schema of its own",
                place,
                node,
            )
        if self._count > MOST:
            raise self._refusal(
                "this is too much, or names itself too often by anchors: write schemas, and references to them",
                place,
                node,
            )
        mark = Mark(self._file, node.start_mark.line + 1, {})
        if isinstance(node, yaml.MappingNode) and node.tag == TAGS + "map":
            return self._mapping(node, place, mark), mark
        if isinstance(node, yaml.SequenceNode) and node.tag == TAGS + "seq":
            values = []
            for number, each in enumerate(node.value):
                value, mark.inside[number] = self.of(each, (*place, number))
                values.append(value)
            return values, mark
        value = self._scalar(node, place)
        return value, mark._replace(said=value) if isinstance(value, str) else mark

    def _refusal(self, problem: str, place: Place, node: yaml.Node) -> Refusal:
        return Refusal(problem, place, node.start_mark.line + 1, self._file)

    def _mapping(self, node: yaml.MappingNode, place: Place, mark: Mark) -> Json:
        found: Json = {}
        own: dict[str, int] = {}
        for key, value in node.value:
            if key.tag == TAGS + "merge":
                for each in self._merged(value, place):
                    part, marks = self.of(each, place)
                    found |= {name: inside for name, inside in part.items() if name not in found}
                    mark.inside.update(
                        {name: inside for name, inside in marks.inside.items() if name not in mark.inside}
                    )
        for key, value in node.value:
            if key.tag == TAGS + "merge":
                continue
            if not isinstance(key, yaml.ScalarNode):
                self._refusals.all.append(self._refusal("a key is no text: write one in quotes", place, key))
                continue
            name = key.value  # whatever it looks like: keys of OpenAPI are texts
            if name in own:
                problem = f"{short(name)} stands in line {own[name]} already: write it once"
                self._refusals.all.append(self._refusal(problem, (*place, name), key))
                continue
            self._text(name, place, key)
            own[name] = key.start_mark.line + 1
            found[name], inside = self.of(value, (*place, name))
            mark.inside[name] = inside._replace(line=key.start_mark.line + 1)
        return found

    def _merged(self, value: yaml.Node, place: Place) -> list[yaml.MappingNode]:
        """What a merge key takes in, the last of several first, since the first one wins."""
        given = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not all(isinstance(each, yaml.MappingNode) for each in given):
            raise self._refusal("<< takes in mappings: write an alias of one, or a list of such", place, value)
        return list(given)

    def _scalar(self, node: yaml.Node, place: Place) -> Any:
        kind, text = node.tag.removeprefix(TAGS), node.value
        try:
            if kind == "str" and isinstance(text, str):
                return self._text(text, place, node)
            if kind == "null":
                return None
            if kind == "bool":
                return {"true": True, "false": False}[text.lower()]
            if kind == "int":
                return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
            if kind == "float" and math.isfinite(value := float(text)):
                return value
        except (ValueError, KeyError, AttributeError):
            pass
        shown = text if isinstance(text, str) else node.tag
        self._refusals.all.append(
            self._refusal(f"{short(shown)} is no JSON value: write it as a string, in quotes", place, node)
        )
        return None

    def _text(self, text: str, place: Place, node: yaml.Node) -> str:
        if any("\ud800" <= each <= "\udfff" for each in text):
            self._refusals.all.append(
                self._refusal(f"{short(text)} holds half of a character: write the whole one", place, node)
            )
        return text


def _character(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return f"{found[1]}\\U{0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00:08x}"


def read(path: Path, refusals: Refusals) -> tuple[Any, Mark]:
    """The value of a YAML file, and where each of its parts stands.

    Args:
        path: The file.
        refusals: Where what is wrong is kept, as far as one can go on behind it.

    Raises:
        Refusal: It can't be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            text = PAIR.sub(_character, text)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = " ".join(str(getattr(problem, "problem", None) or problem).split())
        if "Unicode" in what:
            what += ", which is half of a character: write the whole one"
        line = min(mark.line + 1, len(text.splitlines()) or 1) if mark else 1
        raise Refusal(f"this is no YAML: {what}", line=line, file=path.name) from None
    except (OSError, ValueError, RecursionError) as problem:
        raise Refusal(f"this can't be read: {problem}", line=1, file=path.name) from None
    if node is None:
        return None, Mark(path.name, 1, {})
    return Values(path.name, refusals).of(node)
