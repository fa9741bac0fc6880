"""YAML of others: bounded, without aliases and tags, and with the line of every key."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..extras import missing_extra
from .report import Report, shown

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode

LONGEST = 200_000  # characters of a head
DEEPEST = 50  # how deep it may be nested
MOST = 20_000  # values, keys and brackets that it may have

Path = tuple[str | int, ...]
_FENCE = re.compile(r"---[ \t]*")
_PLAIN = re.compile(r"([A-Za-z_][\w.\-]*+)[ \t]*+:(?:[ \t]++(.*+))?+")


class Head(NamedTuple):
    """The head of a file, and what stands below it.

    Attributes:
        values: What it says; None where there is no head.
        lines: The lines in which keys stand, by their paths.
        body: What stands below.
        line: The line in which that begins.
    """

    values: dict[str, Any] | None
    lines: Mapping[Path, int]
    body: str
    line: int

    def at(self, *path: str | int) -> int:
        """The line in which a key stands, or the closest one around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def split_head(text: str, *, comments: bool = False) -> tuple[str | None, int, str, int]:
    """Cut a head off: its text (None where there is none), its first line, what stands below, and the line of that.

    Args:
        text: The whole text.
        comments: Whether lines that begin with `#` may stand before it.
    """
    lines = text.split("\n")
    first = next((at for at, each in enumerate(lines) if each.strip() and not (comments and each[0] == "#")), None)
    if first is None or not _FENCE.fullmatch(lines[first]):
        return None, 1, text, 1
    last = next((at for at, each in enumerate(lines[first + 1 :], first + 1) if _FENCE.fullmatch(each)), None)
    if last is None:
        return None, first + 2, text, 0
    return "\n".join(lines[first + 1 : last]), first + 2, "\n".join(lines[last + 1 :]), last + 2


def read_yaml(text: str, first: int, report: Report) -> tuple[Any, dict[Path, int]]:
    """The value that YAML says, in the terms of JSON, and the lines of its keys.

    Moments are texts, and so is a number that JSON has no word for.

    Args:
        text: The YAML.
        first: The number of its first line in the file.
        report: Takes what is wrong with it.

    Raises:
        MissingExtra: PyYAML is not installed.
    """
    if len(text) > LONGEST:
        report.refuse(first, f"The head has {len(text):,} characters: {LONGEST:,} are read.")
        return None, {}
    return _Reading(first, report).read(text)


class _Reading:
    """One reading."""

    def __init__(self, first: int, report: Report) -> None:
        try:
            import yaml
        except ImportError as error:
            raise missing_extra(error, "cli", "A head in YAML") from None
        self._yaml = yaml
        self._first, self._report = first, report
        self._lines: dict[Path, int] = {}
        self._constructor = yaml.constructor.SafeConstructor()

    def read(self, text: str) -> tuple[Any, dict[Path, int]]:
        yaml = self._yaml
        try:
            if not self._harmless(text):
                return None, {}
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            why = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
            line, column = (0, 0) if mark is None else (mark.line, mark.column)
            self._refuse(line, f"The head is no YAML: {shown(str(why))}.", column)
            return None, {}
        return (None if node is None else self._value(node, ())), self._lines

    def _harmless(self, text: str) -> bool:
        """Whether it may be put together: nothing in it grows, and it is nested no deeper than is read."""
        depth = 0
        for count, event in enumerate(self._yaml.parse(text, Loader=self._yaml.SafeLoader)):
            kind = type(event).__name__
            depth += kind.endswith(("SequenceStartEvent", "MappingStartEvent"))
            depth -= kind.endswith(("SequenceEndEvent", "MappingEndEvent"))
            why = ""
            if getattr(event, "anchor", None) is not None:
                why = "An alias or anchor of YAML is not read: write the value in its place."
            elif getattr(event, "tag", None) is not None:
                why = "A tag of YAML is not read: write the value without it."
            elif depth > DEEPEST:
                why = f"The head is nested more than {DEEPEST} deep."
            elif count > MOST:
                why = f"The head has more than {MOST:,} values."
            if why:
                mark = event.start_mark
                self._refuse(mark.line if mark else 0, why, mark.column if mark else 0)
                return False
        return True

    def _value(self, node: Node, path: Path) -> Any:
        nodes = self._yaml.nodes
        if isinstance(node, nodes.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, nodes.SequenceNode):
            for at, each in enumerate(node.value):
                self._lines[*path, at] = self._first + each.start_mark.line
            return [self._value(each, (*path, at)) for at, each in enumerate(node.value)]
        return self._scalar(node) if isinstance(node, nodes.ScalarNode) else None

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, self._yaml.nodes.ScalarNode) or key.tag.endswith(":merge"):
                self._refuse(key.start_mark.line, "A key of the head is no text.", key.start_mark.column)
            elif key.value in made:
                self._refuse(
                    key.start_mark.line, f"`{shown(key.value)}` stands in the head twice.", key.start_mark.column
                )
            else:
                self._lines[*path, key.value] = self._first + key.start_mark.line
                made[key.value] = self._value(value, (*path, key.value))
        return made

    def _scalar(self, node: ScalarNode) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind not in ("null", "bool", "int", "float") or (kind in ("int", "float") and ":" in node.value):
            return node.value
        try:
            value = self._constructor.construct_object(node)
        except ValueError:  # an integer of thousands of digits
            return node.value
        return node.value if isinstance(value, float) and not math.isfinite(value) else value

    def _refuse(self, line: int, text: str, column: int) -> None:
        self._report.refuse(self._first + line, text, column + 1)


def read_head(text: str, report: Report, *, comments: bool = False) -> Head:
    """Read a file that has a head in YAML between two lines `---`, or none.

    Args:
        text: The whole text.
        report: Takes what is wrong with it.
        comments: Whether lines that begin with `#` may stand before the head.
    """
    head, first, body, line = split_head(text, comments=comments)
    if head is None:
        if line == 0:
            report.refuse(first - 1, "The head that begins here has no end: a second line `---`.")
        return Head(None, {}, body, line)
    values, lines = read_yaml(head, first, report)
    if values is not None and not isinstance(values, dict):
        report.refuse(first, "The head is no mapping: lines `NAME: VALUE`.")
        values = None
    return Head(values or {}, lines, body, line)


def read_loosely(head: str, first: int) -> tuple[dict[str, Any], dict[Path, int]] | None:
    """What lines `NAME: TEXT` say that are no YAML, as agents' own tools read them; None where they are something else.

    Lines that are indented go on with the text above them.

    Args:
        head: The lines.
        first: The number of the first one in the file.
    """
    values: dict[str, Any] = {}
    lines: dict[Path, int] = {}
    name = ""
    for number, line in enumerate(head.split("\n"), first):
        found = _PLAIN.fullmatch(line)
        if found is not None:
            name = found[1]
            if name in values:
                return None
            values[name], lines[(name,)] = (found[2] or "").strip(), number
        elif not line.strip() or line.startswith("#"):
            continue
        elif name and line[0] in " \t-":
            values[name] = f"{values[name]}\n{line.strip()}".strip()
        else:
            return None
    return (values, lines) if values else None


def texts(value: Any) -> list[str]:
    """A list of texts, or one text divided by commas."""
    found: Sequence[Any] = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return [str(each).strip() for each in found if isinstance(each, str | int | float) and str(each).strip()]
