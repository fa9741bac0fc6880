"""Where in a contract something stands that can't be generated, and what is refused there: all of it, at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .grammar import METHODS

Place = tuple[str | int, ...]


class Refusal(ValueError):
    """A contract, or a part of it, that can't be generated.

    Args:
        problem: What is wrong, and what to write instead.
        place: The keys and indexes that lead there, from the document's root.
        line: The line, where the place doesn't tell it.
        file: The name of the file with that line.
    """

    def __init__(self, problem: str, place: Place = (), line: int = 0, file: str = "") -> None:
        super().__init__(problem)
        self.place, self.line, self.file = place, line, file


class Refusals:
    """What is refused of a document.

    Attributes:
        all: The refusals so far.
    """

    def __init__(self) -> None:
        self.all: list[Refusal] = []

    def __bool__(self) -> bool:
        return bool(self.all)

    def add(self, problem: str, place: Place) -> None:
        """Refuse something."""
        self.all.append(Refusal(problem, place))

    @contextmanager
    def at(self, *place: str | int) -> Iterator[None]:
        """Keep what is refused in here, at `place` or within it, and go on behind."""
        try:
            with at(*place):
                yield
        except Refusal as refused:
            self.all.append(refused)


@contextmanager
def at(*place: str | int) -> Iterator[None]:
    """Say of whatever is refused in here that it stands at `place`.

    Raises:
        Refusal: Something was refused.
    """
    try:
        yield
    except Refusal as refused:
        raise Refusal(str(refused), (*place, *refused.place), refused.line, refused.file) from None
    except ValueError as problem:
        raise Refusal(str(problem), place) from None


def owner(place: Place) -> str:
    """The operation, schema or other part of a contract that a place belongs to."""
    match place:
        case ("paths", path, str(method), *_) if method in METHODS:
            return f"operation {method.upper()} {_shown(path)}"
        case ("paths", path, *_):
            return f"path {_shown(path)}"
        case ("components", "schemas", name, *_):
            return f"schema {_shown(name)}"
        case ():
            return "document"
    return "/".join(map(_shown, place[:3]))


def _shown(part: str | int) -> str:
    return str(part) if str(part).isprintable() else ascii(part)
