"""The suite that every platform passes, ours and any other.

    class TestMine(PlatformSuite):
        @pytest.fixture
        def example(self):
            return Example("mine", {"url": "http://127.0.0.1:99"}, "hello", {"name": "Alice"}, "Hello Alice", addresses=("url",))

It needs pytest, and runs each test on both variants of the platform.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import time
import traceback
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from typing import Any

import pytest

from ..cache.envelope import pack, unpack
from ..client._async import AsyncClient
from ..client._sync import Client
from ..errors import CallError, ConfigurationError, Error, NotFound, NotSupported
from ..platform import Fetched, Query, Traits, Variable
from ..prompt.prompt import Prompt
from ..prompt.syntax import SYNTAXES
from ..prompt.values import RenderError
from .proxy import Fault
from .variants import SECONDS, Example, Variant, asked, faulty, opened

HOSTILE = (
    "..", ".", "../..", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "a?b=c", "a#b", "a%2fb", "%2e%2e", "a\r\nX-Evil: 1",
    "a\x00b", "\ud800", "no-such-prompt-ü", "🙂" * 50, "n" * 5000, " ", "a;b", "{x}", "~root", "CON", "*", "-rf",
)  # fmt: skip
BUSY = 3.0  # seconds that a busy machine is granted beyond a deadline
ABSENT: dict[str, int | str] = {"number": 987_654, "id": "no-such-version"}


class PlatformSuite:
    """Tests of a platform. Derive from it, and give it a fixture `example`."""

    @pytest.fixture
    def example(self) -> Example:
        """What is tested."""
        raise NotImplementedError("give the suite a fixture `example` that answers an `Example`")

    @pytest.fixture(params=["sync", "async"])
    def variant(self, request: pytest.FixtureRequest, example: Example) -> Iterator[Variant]:
        """Each variant in turn."""
        with opened(example, request.param) as variant:
            yield variant

    def test_traits(self, variant: Variant, example: Example) -> None:
        """It says who it is and what it can do, in both variants alike, and without a secret."""
        traits = variant.traits
        assert isinstance(traits, Traits)
        assert all(isinstance(each, str) for each in (traits.name, traits.origin, traits.account, traits.versions))
        assert traits.name
        assert traits.origin
        assert traits.versions in ("number", "id", "")
        assert traits.labels is None or (
            isinstance(traits.labels, tuple) and all(isinstance(each, str) for each in traits.labels)
        )
        assert isinstance(traits.lists, bool)
        assert isinstance(traits.local, bool)
        assert pickle.loads(pickle.dumps(traits)) == traits
        with opened(example, "sync") as one, opened(example, "async") as other:
            assert one.traits == other.traits == traits
        unseen(example, traits)

    def test_fetch_by_name(self, variant: Variant, example: Example) -> None:
        """A prompt is plain data that can be kept, rendered, and used again and again."""
        fetched = variant.fetch(Query(example.name))
        well_formed(fetched, example.name)
        before = deepcopy(fetched)
        prompt = Prompt.of(fetched, variant.traits.name, "network")
        for _ in range(2):
            rendered = prompt.render(example.values)
            assert rendered.text == example.text
            rendered.to_anthropic()
        assert fetched == before
        assert same(variant.fetch(Query(example.name)), before)

    def test_fetch_by_version(self, variant: Variant, example: Example) -> None:
        """A version can be asked for where there are versions, and is the same each time."""
        if not variant.traits.versions:
            assert example.version is None
            return
        assert example.version is not None, "the example needs a version that is there"
        query = Query(example.name, version=example.version)
        fetched = variant.fetch(query)
        well_formed(fetched, example.name)
        assert example.version in (fetched.version, fetched.id, str(fetched.version))
        assert same(variant.fetch(query), fetched)
        assert fetched.cacheable, "a version that was asked for is nobody's alone"

    def test_fetch_by_label(self, variant: Variant, example: Example) -> None:
        """A label can be asked for where there are labels, and the answer says it."""
        if variant.traits.labels == ():
            assert example.label is None
            return
        assert example.label is not None, "the example needs a label that is there"
        fetched = variant.fetch(Query(example.name, label=example.label))
        well_formed(fetched, example.name)
        assert fetched.label == example.label

    def test_what_is_not_there(self, variant: Variant, example: Example) -> None:
        """An unknown name, version or label is `NotFound`, which says what was asked for."""
        queries = [Query("no-such-prompt-here")]
        if variant.traits.versions:
            queries.append(Query(example.name, version=ABSENT[variant.traits.versions]))
        if variant.traits.labels is None:
            queries.append(Query(example.name, label="no-such-label"))
        for query in queries:
            with pytest.raises(NotFound) as caught:
                variant.fetch(query)
            assert (caught.value.name, caught.value.version, caught.value.label) == query
            assert str(caught.value)
            unseen(example, caught.value)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_hostile_names(self, variant: Variant, example: Example, name: str) -> None:
        """A name never becomes anything but a name: it is not found, or refused."""
        with pytest.raises(Error):
            variant.fetch(Query(name))

    @pytest.mark.parametrize(
        "form", ["x/{}", "../{}", "./{}", "/{}", "{}/", "{}/.", "{}?x=1", "{}#x", "{}%00", "{}\x00", "{}\n"]
    )
    def test_names_that_hold_another(self, variant: Variant, example: Example, form: str) -> None:
        """A name that holds the name of a prompt and more finds nothing."""
        with pytest.raises(Error):
            variant.fetch(Query(form.format(example.name)))

    def test_traces(self, variant: Variant, example: Example) -> None:
        """A trace, where there is one, belongs to one fetch."""
        traces = [variant.fetch(Query(example.name)).trace for _ in range(3)]
        assert set(traces) == {None} or len(set(traces)) == 3

    def test_listing(self, variant: Variant, example: Example) -> None:
        """All names are listed, or it is said that the platform can't."""
        if variant.traits.lists:
            assert example.names is not None, "the example needs the names that are listed"
            assert sorted(variant.names()) == sorted(example.names)
            assert example.name in example.names
        else:
            assert example.names is None
            with pytest.raises(NotSupported):
                variant.names()

    def test_scores(self, variant: Variant, example: Example) -> None:
        """Where a platform takes scores, it takes one, or says in our terms what is wrong with it."""
        if not hasattr(variant.source, "score"):
            return
        trace = variant.fetch(Query(example.name)).trace
        error: Error | None = None
        try:
            variant.score(trace or "no-such-trace", "suite", 1.0)
        except Error as raised:
            error = raised
        unseen(example, error)

    def test_options(self, variant: Variant, example: Example) -> None:
        """Other options are another view of the same platform, over the same connections."""
        with faulty(example, variant.kind) as (there, proxy):
            there.fetch(Query(example.name))
            before = 0 if proxy is None else proxy.connections
            other = there.with_options(timeout=SECONDS, retries=1, headers={"X-Suite": "1"}).with_options()
            assert other.traits == there.traits
            assert same(other.fetch(Query(example.name)), there.fetch(Query(example.name)))
            assert proxy is None or proxy.connections == before
            other.close()
            there.fetch(Query(example.name))

    def test_closing(self, variant: Variant, example: Example) -> None:
        """Closing twice does no harm, used or not."""
        variant.fetch(Query(example.name))
        variant.close()
        variant.close()
        with opened(example, variant.kind) as unused:
            unused.close()

    def test_deadline(self, variant: Variant, example: Example) -> None:
        """However a server dawdles, a fetch ends in time."""
        for fault in (Fault("hang"), Fault("dribble", seconds=0.05)):
            with faulty(example, variant.kind) as (there, proxy):
                if proxy is None:
                    return
                proxy.fault = fault
                began = time.monotonic()
                with pytest.raises(CallError) as caught:
                    there.fetch(Query(example.name), 0.4)
                assert time.monotonic() - began < 0.4 + BUSY
                assert caught.value.kind == "timeout"
                proxy.fault = Fault()
                there.fetch(Query(example.name))

    @pytest.mark.parametrize("kind", ["refuse", "reset", "cut", "hang"])
    def test_errors(self, variant: Variant, example: Example, kind: str) -> None:
        """What goes wrong on the way is a `CallError` that may pass, can be pickled, and shows no secret."""
        with faulty(example, variant.kind) as (there, proxy):
            if proxy is None:
                return
            proxy.fault = Fault(kind)
            with pytest.raises(CallError) as caught:
                there.fetch(Query(example.name), 0.4)
            error = caught.value
            assert error.passing
            assert error.kind in ("connection", "timeout")
            assert error.platform == variant.traits.name
            assert str(pickle.loads(pickle.dumps(error))) == str(error)
            unseen(example, error)
            proxy.fault = Fault()
            there.fetch(Query(example.name))

    def test_both_variants_agree(self, example: Example) -> None:
        """What one variant answers, the other answers as well."""
        with opened(example, "sync") as one, opened(example, "async") as other:
            for query in asked(example):
                assert same(one.fetch(query), other.fetch(query))

    def test_threads(self, example: Example) -> None:
        """The blocking variant is shared by threads."""
        with opened(example, "sync") as variant, ThreadPoolExecutor(16) as pool:
            seen = list(pool.map(lambda _: variant.fetch(Query(example.name)), range(64)))
            assert all(same(each, seen[0]) for each in seen)

    def test_event_loops(self, example: Example) -> None:
        """The asyncio variant is used in one event loop after the other, and in several at once."""
        with opened(example, "async") as variant:

            async def several() -> list[Fetched]:
                fetches = (variant.source.fetch(Query(example.name), SECONDS) for _ in range(8))
                return list(await asyncio.gather(*fetches))

            seen = [each for _ in range(3) for each in asyncio.run(several())]
            with ThreadPoolExecutor(4) as pool:
                seen += [each for found in pool.map(lambda _: asyncio.run(several()), range(4)) for each in found]
            assert all(same(each, seen[0]) for each in seen)

    def test_cancellation(self, example: Example) -> None:
        """A fetch that is cancelled is cancelled, and harms none of the next ones."""
        with faulty(example, "async") as (variant, proxy):
            if proxy is not None:
                proxy.fault = Fault("delay", seconds=0.05)

            async def cancel() -> list[object]:
                tasks = [asyncio.create_task(variant.source.fetch(Query(example.name), SECONDS)) for _ in range(40)]
                for task in tasks:
                    await asyncio.sleep(0.001)
                    task.cancel()
                return list(await asyncio.gather(*tasks, return_exceptions=True))

            ended = variant.runner.run(cancel())
            assert all(isinstance(each, Fetched | asyncio.CancelledError) for each in ended), ended
            for _ in range(5):
                variant.fetch(Query(example.name))

    def test_client(self, example: Example) -> None:
        """`Client` serves it: strictly rendered, with its origin, kept unless it is local, and with a fallback."""
        with Client(example.source, disk=False, **example.settings) as client:
            prompt, again = client.get(example.name), client.get(example.name)
            assert prompt.render(example.values).text == example.text
            assert prompt.origin.platform == client.platform.name
            first, then = ("file", "file") if client.platform.local else ("network", "cache")
            assert (prompt.origin.source, again.origin.source) == (first, then if prompt.fetched.cacheable else first)
            with pytest.raises(RenderError, match="no_such_variable"):
                prompt.render(example.values, no_such_variable=1)
            if not client.platform.versions:
                with pytest.raises(NotSupported):
                    client.get(example.name, version=1)
            if client.platform.labels is not None:
                with pytest.raises(NotSupported):
                    client.get(example.name, label="no-such-label")
            with pytest.raises(NotFound):
                client.get("no-such-prompt-here", fallback="x")

    def test_asyncio_client(self, example: Example) -> None:
        """`AsyncClient` fetches and renders the example."""

        async def use() -> str:
            async with AsyncClient(example.source, disk=False, **example.settings) as client:
                return (await client.get(example.name)).render(example.values).text

        assert asyncio.run(use()) == example.text

    def test_settings_that_there_are_none_of(self, example: Example) -> None:
        """A misspelt setting is named, by both variants."""
        settings: dict[str, Any] = {**example.settings, "no_such_setting": 1}
        for client in (Client, AsyncClient):
            with pytest.raises(ConfigurationError, match="no_such_setting") as caught:
                client(example.source, **settings)
            unseen(example, caught.value)


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
    assert fetched.variables is None or all(isinstance(each, Variable) for each in fetched.variables)
    data = [list(fetched.messages), dict(fetched.config), [each._asdict() for each in fetched.variables or ()]]
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
