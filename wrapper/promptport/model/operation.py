"""An operation of a contract, and one call of it, as data. Nothing here is checked, encoded or sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from typing import IO, Any, Literal, NamedTuple, Protocol, TypeVar

from .history import History

T = TypeVar("T")
Repeatable = bool | Literal["answered"]
Content = bytes | bytearray | PathLike[str] | IO[bytes]
"""The bytes of a file, the path where it lies, or a stream that is open for reading bytes."""
File = Content | tuple[str, Content] | tuple[str, Content, str]
"""A file that is sent: its content alone, or with the name, and the media type, under which it goes out."""


class Parameter(NamedTuple):
    """One argument of an operation, and where it goes.

    Attributes:
        name: The name of the argument in Python.
        wire: Its name on the wire.
        place: `path`, `query`, `header`, `cookie` or `body` (a field of the body); `whole` is the body itself, `fields` a
            mapping whose items are fields of the body, `media` the media type in which the body goes out, `accept` that which
            is asked for.
        kind: `string`, `integer`, `number`, `boolean`, `array`, `object`, `time` (a date and time), `date`, `file`, `files`,
            or `any`.
        required: Whether the operation can be called without it.
        nullable: Whether the platform accepts null. An optional argument that is None is left out all the same.
        default: What is sent where the argument is None; None sends nothing.
        style: How a list or an object is written, as OpenAPI calls it, or `json`; empty for the usual way of its place.
        explode: Whether each value of a list or an object stands for itself; None for the usual way of the style.
        media: The media type of a part of a multipart body; empty where its value tells.
        names: The names that a `fields` may have, empty for any; the media types that a `media` or an `accept` may be; those of
            a `whole` that stands beside fields, instead of which it goes out.
    """

    name: str
    wire: str
    place: str
    kind: str
    required: bool = False
    nullable: bool = False
    default: Any = None
    style: str = ""
    explode: bool | None = None
    media: str = ""
    names: tuple[str, ...] = ()


class Scheme(NamedTuple):
    """What a security scheme of a contract asks for.

    Attributes:
        kind: `bearer` or `basic`; a key goes into a `header`, the `query` or a `cookie`.
        name: What that is called.
    """

    kind: str
    name: str = ""


class Operation(NamedTuple):
    """What a contract says of one operation, as far as sending it goes.

    Attributes:
        id: The operation's id in the contract.
        method: The HTTP verb.
        path: The path from the host's root; parameters stand in braces under their Python names.
        server: Scheme and host that the contract names for this operation.
        security: Names of the security schemes that it accepts; empty where it takes no credentials.
        repeatable: Whether it may be sent twice (`x-repeatable`). `answered` is for a platform on which two at the same time do
            harm: it may be sent again only when the first is no longer under way.
        accept: The media type of the answer; of other successes than the usual one, where an argument is that of this.
        content: The media type of the body; empty where there is none.
        parameters: The arguments, in the order of the signature.
        ends: Names of the events that end the stream of a streaming operation.
        optional: Whether a body without anything in it is not sent.
        by_status: Whether the parser is told the status beside the body, since successes differ.
        alternatives: The security schemes that are accepted together, where one alone does not do; an empty one where none is
            needed.
        redirects: Whether a redirect of the answer is followed, without what says who asks where it leads to another origin.
        history: Since when it is there, and until when, and so of its arguments; None where all has always been there.
    """

    id: str
    method: str
    path: str
    server: str
    security: tuple[str, ...] = ()
    repeatable: Repeatable = False
    accept: str = "application/json"
    content: str = ""
    parameters: tuple[Parameter, ...] = ()
    ends: frozenset[str] = frozenset()
    optional: bool = False
    by_status: bool = False
    alternatives: tuple[tuple[str, ...], ...] = ()
    redirects: bool = False
    history: History | None = None


class Request(NamedTuple):
    """An operation and the arguments of one call, by their Python names. Nothing is checked or encoded yet."""

    operation: Operation
    arguments: Mapping[str, Any]


class AsDict(Protocol):
    """Whatever has a `to_dict` that answers what is sent in its place."""

    def to_dict(self) -> dict[str, Any]:
        """What is sent."""


Parse = Callable[[bytes], T]  # where the operation says `by_status`, the status may be given behind
ParseEvent = Callable[[str, str], T | None]
