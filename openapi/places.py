"""Where in a contract something stands that can't be generated: document, operation or schema, line, what to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

Place = tuple[str | int, ...]


class Refusal(ValueError):
    """A contract, or a part of it, that can't be generated.

    Args:
        problem: What is wrong, and what to write instead.
        place: The keys and indexes that lead there, from the document's root.
        line: The line, where there is no document to look for the place in.
    """

    def __init__(self, problem: str, place: Place = (), line: int = 0) -> None:
        super().__init__(problem)
        self.place, self.line = place, line

    def told(self, source: Path) -> str:
        """The refusal as a maintainer reads it.

        Args:
            source: The document that was refused.
        """
        problem = str(self) if str(self).isprintable() else ascii(str(self))[1:-1]
        line = self.line or _line(source, self.place)
        return ", ".join([f"{source.name}: {_owner(self.place)}", *([f"line {line}"] if line else [])]) + f": {problem}"


@contextmanager
def at(*place: str | int) -> Iterator[None]:
    """Say of whatever is refused in here that it stands at `place`.

    Raises:
        Refusal: Something was refused.
    """
    try:
        yield
    except Refusal as refused:
        raise Refusal(str(refused), (*place, *refused.place)) from None
    except ValueError as problem:
        raise Refusal(str(problem), place) from None


def _owner(place: Place) -> str:
    """The operation, schema or other part of a contract that a place belongs to."""
    match place:
        case ("paths", path, str(method), *_):
            return f"operation {method.upper()} {_shown(path)}"
        case ("components", "schemas", name, *_):
            return f"schema {_shown(name)}"
        case ():
            return "document"
    return "/".join(map(_shown, place[:3]))


def _shown(part: str | int) -> str:
    return str(part) if str(part).isprintable() else ascii(part)


def _line(source: Path, place: Place) -> int:
    """The line of the innermost part of a place that the document has; 0 where it can't be told."""
    try:
        node: Any = YAML(typ="safe", pure=True).compose(source)
    except (YAMLError, ValueError, RecursionError):
        return 0
    line = 0
    for part in place:
        inside = getattr(node, "value", None)
        for number, each in enumerate(inside if isinstance(inside, list) else []):
            key, value = each if isinstance(each, tuple) else (None, each)
            if (number == part) if key is None else (key.value == str(part)):
                line, node = (value if key is None else key).start_mark.line + 1, value
                break
    return line or 1
