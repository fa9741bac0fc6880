"""What can be written to a platform, where anything can: its optional halves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import pytest

from ...client._sync import Client
from ...errors import ArgumentError, CallError, NotFound, NotSupported
from ...http.clock import without_waiting
from ...platform import Fetched, NewVersion, Query, Share, Variable
from ...prompt.prompt import Prompt
from ...prompt.rewriting import rewritten_messages
from ..proxy import Fault
from ..variants import Example, Variant, faulty, opened
from .checks import same, unseen, well_formed
from .fixtures import SuiteFixtures

OPTIONAL = ("create_version", "label", "delete", "shares")
PRODUCTION = "production"
SAID = ({"role": "user", "content": "Hello {{name}}"},)
NAME = (Variable("name", "string"),)
PLAIN = NewVersion("", SAID, "text", NAME)
FEATURES: dict[str, dict[str, Any]] = {  # what a platform may be able to hold
    "a note": {"note": "Why: \U0001f642"},
    "a description": {"description": "What for"},
    "tags": {"tags": ("one", "two")},
    "config": {"config": {"model": "m", "deep": [{"a": None, "b": [1, 2.5, True, ""]}]}},
    "config that is no object": {"config": [1, "two"]},
    "an enumeration": {"variables": (Variable("name", "string", False, "a", "Who", ("a", "b")),)},
    "nothing declared": {"variables": None},
    "messages": {"messages": ({"role": "system", "content": "S"}, *SAID), "kind": "chat"},
    "several turns": {"messages": (*SAID, {"role": "assistant", "content": "A"}, *SAID), "kind": "chat"},
    "a history": {"messages": ({"slot": "history"}, *SAID), "kind": "chat"},
    "tool calls": {
        "messages": (*SAID, {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]}),
        "kind": "chat",
    },
    "parts": {"messages": ({"role": "user", "content": [{"type": "text", "text": "{{name}}"}]},), "kind": "chat"},
    "an empty message": {"messages": ({"role": "system", "content": ""}, *SAID), "kind": "chat"},
    "text that looks like a placeholder": {
        "messages": ({"role": "user", "content": "\\{{no}} {{name}} {name} {{ no"},)
    },
}
BROKEN = [("cut", after) for after in (0, 150, 400, 700, 1000, 1500, 2500)] + [
    ("reset", 0),
    ("reset", 500),
    ("hang", 0),
]


class WriteTests(SuiteFixtures):
    """Of versions that are made, labels that move, and what is deleted, where a platform has any of that."""

    def test_optional_methods(self, example: Example) -> None:
        """Both variants can do the same."""
        with opened(example, "sync") as one, opened(example, "async") as other:
            for method in OPTIONAL:
                assert hasattr(one.source, method) == hasattr(other.source, method), method

    def test_create_version(self, variant: Variant, example: Example) -> None:
        """A version that is made is fetched as it was given, and the prompt is there; the next one is another."""
        with scratch(variant, example) as name:
            if not name:
                return
            made = variant.create_version(plain(variant)._replace(name=name, labels=production(variant)))
            well_formed(made, name)
            assert Prompt.of(made, variant.traits.name, "network").render(name="Alice").text == "Hello Alice"
            held(made, plain(variant))
            version = version_of(variant, made)
            if variant.traits.versions:
                assert version is not None
                assert same(variant.fetch(Query(name, version=version)), made._replace(label=made.label))
            assert not variant.traits.lists or name in variant.names()
            if production(variant):
                assert variant.fetch(Query(name)).messages == made.messages
            other = variant.create_version(
                plain(variant)._replace(name=name, messages=({"role": "user", "content": "Two"},))
            )
            assert version_of(variant, other) != version or not variant.traits.versions
            if production(variant):
                assert variant.fetch(Query(name)).messages == made.messages, (
                    "a version without a label is in no production"
                )

    def test_what_a_version_holds(self, variant: Variant, example: Example) -> None:
        """What a version says is held, or the platform says that it can't and makes none: nothing is left out in silence."""
        for at, feature in enumerate(FEATURES):
            with scratch(variant, example, f"-{at}") as name:
                if not name:
                    return
                wanted = plain(variant)._replace(**{"name": name, **FEATURES[feature]})
                made = None
                with suppress(NotSupported, ArgumentError):
                    made = variant.create_version(wanted)
                if made is None:
                    with pytest.raises(NotFound):
                        variant.fetch(Query(name))
                    continue
                held(made, wanted, feature)
                version = version_of(variant, made)
                if variant.traits.versions and version is not None:
                    held(variant.fetch(Query(name, version=version)), wanted, feature)

    def test_a_creation_is_sent_once(self, variant: Variant, example: Example) -> None:
        """However a connection breaks, and however often the platform may be asked again; the error says whether it arrived."""
        with scratch(variant, example) as name, faulty(example, variant.kind) as (there, proxy), without_waiting():
            if not name or proxy is None:
                return
            there.create_version(plain(variant)._replace(name=name))
            for kind, after in BROKEN:
                proxy.fault = Fault(kind, after)
                mark = uuid4().hex
                proxy.mark = mark.encode()
                said = ({"role": "user", "content": f"{mark} {{{{name}}}}"},)
                try:
                    there.with_options(retries=3).create_version(
                        plain(variant)._replace(name=name, messages=said), 1.0 if kind == "hang" else 10.0
                    )
                    error = None
                except CallError as raised:
                    error = raised
                    unseen(example, error)
                assert proxy.marked <= 1, f"{kind} after {after} bytes: it was sent {proxy.marked} times"
                assert error is None or error.may_have_arrived or not proxy.marked, (
                    f"{kind} after {after} bytes: {error!r}"
                )
                proxy.fault = Fault()

    def test_label(self, variant: Variant, example: Example) -> None:
        """A label moves from one version to another; what is no version gets none."""
        with scratch(variant, example) as name:
            if not name or not hasattr(variant.source, "label"):
                return
            label = PRODUCTION if production(variant) else next(iter(variant.traits.labels or ("suite",)))
            made = [variant.create_version(plain(variant)._replace(name=name)) for _ in range(2)]
            for each in (*made, made[0]):
                version = each.version if each.version is not None else each.id
                variant.label(Query(name, version=version), label)
                found = variant.fetch(Query(name, label=label))
                assert (found.version, found.id) == (each.version, each.id)
            with pytest.raises(NotFound):
                variant.label(Query("no-such-prompt-here", version=made[0].version), label)

    def test_delete(self, variant: Variant, example: Example) -> None:
        """What is deleted is not there, in a client's memory either; what is not there can't be deleted."""
        with scratch(variant, example) as name:
            if not name or not hasattr(variant.source, "delete"):
                return
            settings: dict[str, Any] = {**example.settings, "disk": False}
            with Client(example.source, **settings) as client:
                client.create_version(
                    name, SAID, kind="text", variables=plain(variant).variables, labels=production(variant)
                )
                if production(variant):
                    assert client.render(name, name="Alice").text == "Hello Alice"
                variant.fetch(Query(example.name))
                client.delete(name)
                with pytest.raises(NotFound):
                    client.get(name)
                with pytest.raises(NotFound):
                    variant.delete(Query(name))
                assert client.get(example.name).render(example.values).text == example.text

    def test_shares(self, variant: Variant, example: Example) -> None:
        """The versions that a prompt's users share are there, each once; of what is not there, nobody has any."""
        if not hasattr(variant.source, "shares"):
            return
        shares = variant.shares(example.name)
        assert all(isinstance(each, Share) and each.weight >= 0 for each in shares)
        assert len({each.version for each in shares}) == len(shares)
        for each in shares:
            variant.fetch(Query(example.name, version=each.version))
        with pytest.raises(NotFound):
            variant.shares("no-such-prompt-here")


def version_of(variant: Variant, found: Fetched) -> int | str | None:
    """What a version is asked for by: its number, or where it has an id that never changes, that."""
    return found.version if variant.traits.versions == "number" else found.id or found.version


def plain(variant: Variant) -> NewVersion:
    """A version that every platform can hold: where it declares no variables, or no types, it is one without."""
    try:
        getattr(variant.source, "check_version", lambda version: None)(PLAIN._replace(name="plain"))
    except NotSupported:
        return PLAIN._replace(variables=None)
    return PLAIN


def production(variant: Variant) -> tuple[str, ...]:
    """The label of what is in production, where a platform has it."""
    labels = variant.traits.labels
    return (PRODUCTION,) if labels is None or PRODUCTION in labels else ()


@contextmanager
def scratch(variant: Variant, example: Example, suffix: str = "") -> Iterator[str]:
    """A name to write under; empty where the platform makes no versions. What was made is deleted, where it can be."""
    if not hasattr(variant.source, "create_version"):
        yield ""
        return
    assert example.scratch is not None, "the example needs `scratch`, a name under which versions may be made"
    try:
        yield f"{example.scratch}{suffix}"
    finally:
        if hasattr(variant.source, "delete"):
            with suppress(NotFound):  # nothing was made, or it is gone
                variant.delete(Query(f"{example.scratch}{suffix}"))


def held(found: Fetched, wanted: NewVersion, feature: str = "") -> None:
    """See that a version says what it was to say, whatever syntax the platform has."""
    said = rewritten_messages(found.messages, found.variables, found.syntax, "escaped")
    assert said == [dict(each) for each in wanted.messages], feature
    assert found.config == wanted.config, feature
    assert wanted.variables is None or [*(found.variables or ())] == [*wanted.variables], feature
    assert found.kind in ("", wanted.kind), feature
    assert tuple(found.tags) == tuple(wanted.tags), feature
    assert found.note == wanted.note, feature
    assert not wanted.description or found.description == wanted.description, feature
