"""What a file of another format says, before it is written as ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..platform import Variable
from .pieces import Part, Piece, Value, blank, joined, trimmed


class Image(NamedTuple):
    """A picture in a message.

    Attributes:
        url: The pieces of its address.
    """

    url: Sequence[Piece]


class Slot(NamedTuple):
    """The place of messages, such as a chat history.

    Attributes:
        name: Its name.
    """

    name: str


class Turn(NamedTuple):
    """A message.

    Attributes:
        role: Who says it.
        content: Its texts, each as pieces, and its pictures.
        more: What else it has.
    """

    role: str
    content: Sequence[Sequence[Piece] | Image]
    more: Mapping[str, Any] = {}


class Draft(NamedTuple):
    """A prompt of another format.

    Attributes:
        turns: Its messages and places.
        kind: `text` or `chat`.
        variables: What it declares; empty where it declares nothing.
        config: Settings for a model, and what else its head says.
        description: What it is for.
        labels: Its labels.
        tags: What it is filed under.
        note: What its author said of this version.
        name: What it calls itself; empty where its file does.
        version: Its number; None where it has none.
    """

    turns: Sequence[Turn | Slot]
    kind: str = "chat"
    variables: Sequence[Variable] = ()
    config: Any = {}  # noqa: RUF012 # nobody changes it
    description: str = ""
    labels: Sequence[str] = ()
    tags: Sequence[str] = ()
    note: str = ""
    name: str = ""
    version: int | None = None

    def pieces(self) -> Iterator[Piece]:
        """All pieces of its texts and addresses."""
        for turn in self.turns:
            for each in turn.content if isinstance(turn, Turn) else ():
                yield from each.url if isinstance(each, Image) else each

    @property
    def names(self) -> list[str]:
        """The names of its values, each once."""
        return list(dict.fromkeys(each.name for each in self.pieces() if isinstance(each, Value)))

    @property
    def parts(self) -> list[Part]:
        """The parts that it has, in their order."""
        return [each for each in self.pieces() if isinstance(each, Part)]

    def trimmed(self) -> Draft:
        """The same prompt without empty lines at the edges of its messages."""
        return self._replace(turns=[_trimmed(each) for each in self.turns])


def text_draft(pieces: Iterable[Piece], **about: Any) -> Draft:
    """A prompt of one text."""
    return Draft([Turn("user", [joined(pieces)])], "text", **about)


def _trimmed(turn: Turn | Slot) -> Turn | Slot:
    if isinstance(turn, Slot):
        return turn
    content = [each if isinstance(each, Image) else trimmed(each) for each in turn.content]
    return turn._replace(content=[each for each in content if isinstance(each, Image) or not blank(each)] or [[]])
