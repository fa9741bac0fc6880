"""What the tests of every vendor's own client share: calls made from its signatures, and differences with reasons."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from promptport_local import LoggedRequest

HEADERS = ("authorization", "x-api-key", "x-workspace-id", "x-ai-application-id", "accept", "content-type")
ABSENT = "absent"
Samples = Mapping[str, Sequence[Any]]
# A class, or the signatures of its methods.
Methods = type | Mapping[str, inspect.Signature]


@dataclass(frozen=True)
class Call:
    """One call of a client.

    Attributes:
        method: The name of the method.
        arguments: Its arguments, by name.
    """

    method: str
    arguments: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method}({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})"


@dataclass(frozen=True)
class Difference:
    """Something that a vendor's client and ours do not do alike.

    Attributes:
        call: The call that shows it.
        aspect: What differs.
        theirs: What the vendor's client has there.
        ours: What ours has.
    """

    call: Call
    aspect: str
    theirs: Any
    ours: Any


@dataclass(frozen=True)
class Allowed:
    """A difference that is meant.

    Attributes:
        method: The method that it is allowed for; `*` for all.
        aspect: What may differ; one that ends in `*` is for all that begin so.
        theirs: What the vendor's client has there; `unittest.mock.ANY` for whatever.
        ours: What ours has.
        reason: Why.
        given: Arguments that the call must have for it.
    """

    method: str
    aspect: str
    theirs: Any
    ours: Any
    reason: str
    given: Mapping[str, Any] = field(default_factory=dict)

    def covers(self, found: Difference) -> bool:
        """Whether it allows this difference."""
        same = self.aspect == found.aspect or (self.aspect[-1] == "*" and found.aspect.startswith(self.aspect[:-1]))
        given = all(repr(found.call.arguments.get(name)) == repr(value) for name, value in self.given.items())
        method = self.method in ("*", found.call.method)
        return same and given and method and (self.theirs, self.ours) == (found.theirs, found.ours)


def methods(kind: Methods) -> dict[str, inspect.Signature]:
    """The public methods of a class, inherited ones too, without `self`."""
    if isinstance(kind, Mapping):
        return dict(kind)
    found = {}
    for name, member in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_"):
            signature = inspect.signature(member)
            found[name] = signature.replace(parameters=list(signature.parameters.values())[1:])
    return found


def without_sample(kind: Methods, samples: Samples) -> list[str]:
    """The parameters of its methods that the samples do not know."""
    return [
        f"{name}.{each}" for name, about in methods(kind).items() for each in about.parameters if each not in samples
    ]


def calls(kind: Methods, samples: Samples) -> Iterator[Call]:
    """Calls of every method: with what is required, with each sample of each parameter, and with everything."""
    for name, signature in methods(kind).items():
        known = {each: about for each, about in signature.parameters.items() if each in samples}
        least = {each: samples[each][0] for each, about in known.items() if about.default is about.empty}
        made = [least]
        made += [{**least, each: value} for each in known for value in samples[each]]
        made.append({each: samples[each][0] for each in known})
        yield from (Call(name, each) for at, each in enumerate(made) if not _is_among(each, made[:at]))


def incomplete_calls(kind: Methods, samples: Samples) -> Iterator[Call]:
    """Calls of every method that leave out one required parameter."""
    for name, signature in methods(kind).items():
        least = {
            each: samples[each][0]
            for each, about in signature.parameters.items()
            if each in samples and about.default is about.empty
        }
        yield from (Call(name, {each: least[each] for each in least if each != out}) for out in least)


def _is_among(one: object, others: Iterable[object]) -> bool:
    # Not by ==, for which 0 is False and 1 is 1.0.
    return any(repr(one) == repr(other) for other in others)


def sent(request: LoggedRequest) -> dict[str, Any]:
    """What a request says, as far as clients must agree on it."""
    return {
        "method": request.method,
        "path": request.path,
        "query": parse_qsl(request.query, keep_blank_values=True),
        "body": canonical(request.body),
        **{name: [value for key, value in request.headers if key == name] for name in HEADERS},
    }


def canonical(body: bytes) -> str:
    """A JSON body as a text that is the same for the same value. An integer is the number that it is."""
    return json.dumps(json.loads(body, parse_int=float), sort_keys=True, ensure_ascii=False) if body else ""


def differing(call: Call, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[Difference]:
    """What two descriptions of one thing do not share."""
    for aspect in {**theirs, **ours}:
        one, other = theirs.get(aspect, ABSENT), ours.get(aspect, ABSENT)
        if one != other or isinstance(one, bool) != isinstance(other, bool):
            yield Difference(call, aspect, one, other)


def not_allowed(found: Iterable[Difference], rows: Sequence[Allowed]) -> list[Difference]:
    """The differences that no row allows."""
    return [each for each in found if not any(row.covers(each) for row in rows)]


def unused(found: Iterable[Difference], rows: Sequence[Allowed]) -> list[Allowed]:
    """The rows that allow nothing that was found."""
    differences = list(found)
    return [row for row in rows if not any(row.covers(each) for each in differences)]
