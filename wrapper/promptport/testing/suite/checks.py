"""What the tests of the suite look at more than once."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping

from ...cache.envelope import pack, unpack
from ...platform import Fetched, Variable
from ...prompt.syntax import SYNTAXES
from ..variants import Example


def same(one: Fetched, other: Fetched) -> bool:
    """Whether two answers are one, but for what belongs to a fetch alone."""
    return one._replace(trace=None) == other._replace(trace=None)


def well_formed(fetched: Fetched, name: str) -> None:
    """See that an answer has the form that is asked of it."""
    assert isinstance(fetched, Fetched)
    assert fetched.name == name
    assert fetched.syntax in SYNTAXES
    assert isinstance(fetched.cacheable, bool)
    assert isinstance(fetched.version, int | str | None)
    for text in (fetched.label, fetched.id, fetched.trace):
        assert isinstance(text, str | None)
    for message in fetched.messages:
        assert isinstance(message, Mapping)
        if "slot" not in message:
            assert isinstance(message["role"], str)
            assert isinstance(message["content"], str | list | None)
    assert fetched.kind in ("text", "chat", "")
    assert all(isinstance(each, str) for each in (fetched.note, fetched.description, *fetched.labels, *fetched.tags))
    assert isinstance(fetched.experiment, str | None)
    assert fetched.variables is None or all(isinstance(each, Variable) for each in fetched.variables)
    data = [list(fetched.messages), fetched.config, [each._asdict() for each in fetched.variables or ()]]
    assert json.loads(json.dumps(data)) == data, "it is JSON, and nothing else"
    envelope = unpack(pack(fetched, 1.0, b"key"), b"key")
    assert envelope is not None
    unpacked = envelope[0]
    assert unpacked._replace(messages=list(unpacked.messages), variables=None) == fetched._replace(
        messages=list(fetched.messages), variables=None, trace=None
    )


def unseen(example: Example, found: object) -> None:
    """See that a secret is nowhere in what was raised or answered."""
    shown = f"{found!r} {found} {getattr(found, '__dict__', '')}"
    if isinstance(found, BaseException):
        shown += "".join(traceback.format_exception(found))
    for secret in example.secrets:
        assert secret not in shown
