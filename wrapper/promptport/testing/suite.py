"""The suite that every platform passes, ours and any other.

    class TestMine(PlatformSuite):
        @pytest.fixture
        def example(self):
            return Example("mine", {"url": "http://127.0.0.1:99"}, "hello", {"name": "Alice"}, "Hello Alice", addresses=("url",))

It needs pytest, and runs each test on both halves of the platform.
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

from ..cache.record import packed, unpacked
from ..client._async import AsyncClient
from ..client._sync import Client
from ..errors import CallError, ConfigurationError, Error, NotFound, NotSupported
from ..platform import Fetched, Query, Traits, Variable
from ..prompt.prompt import Prompt
from ..prompt.template import SYNTAXES, RenderError
from .halves import SECONDS, Example, Half, asked, faulty, opened
from .proxy import Fault

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

    @pytest.fixture(params=["blocking", "asyncio"])
    def half(self, request: pytest.FixtureRequest, example: Example) -> Iterator[Half]:
        """Each half in turn."""
        with opened(example, request.param) as half:
            yield half

    def test_traits(self, half: Half, example: Example) -> None:
        """It says who it is and what it can do, in both halves alike, and without a secret."""
        traits = half.traits
        assert isinstance(traits, Traits)
        assert all(isinstance(each, str) for each in (traits.name, traits.origin, traits.account, traits.versions))
        assert traits.name
        assert traits.origin
        assert traits.versions in ("number", "id", "")
        assert traits.labels is None or (
            isinstance(traits.labels, tuple) and all(isinstance(each, str) for each in traits.labels)
        )
        assert isinstance(traits.lists, bool)
        assert isinstance(traits.near, bool)
        assert pickle.loads(pickle.dumps(traits)) == traits
        with opened(example, "blocking") as one, opened(example, "asyncio") as other:
            assert one.traits == other.traits == traits
        unseen(example, traits)

    def test_fetch_by_name(self, half: Half, example: Example) -> None:
        """A prompt is plain data that can be kept, rendered, and used again and again."""
        fetched = half.fetch(Query(example.name))
        well_formed(fetched, example.name)
        before = deepcopy(fetched)
        prompt = Prompt.of(fetched, half.traits.name, "network")
        for _ in range(2):
            rendered = prompt.render(example.values)
            assert rendered.text == example.text
            rendered.to_anthropic()
        assert fetched == before
        assert same(half.fetch(Query(example.name)), before)

    def test_fetch_by_version(self, half: Half, example: Example) -> None:
        """A version can be asked for where there are versions, and is the same each time."""
        if not half.traits.versions:
            assert example.version is None
            return
        assert example.version is not None, "the example needs a version that is there"
        query = Query(example.name, version=example.version)
        fetched = half.fetch(query)
        well_formed(fetched, example.name)
        assert example.version in (fetched.version, fetched.id, str(fetched.version))
        assert same(half.fetch(query), fetched)
        assert fetched.cacheable, "a version that was asked for is nobody's alone"

    def test_fetch_by_label(self, half: Half, example: Example) -> None:
        """A label can be asked for where there are labels, and the answer says it."""
        if half.traits.labels == ():
            assert example.label is None
            return
        assert example.label is not None, "the example needs a label that is there"
        fetched = half.fetch(Query(example.name, label=example.label))
        well_formed(fetched, example.name)
        assert fetched.label == example.label

    def test_what_is_not_there(self, half: Half, example: Example) -> None:
        """An unknown name, version or label is `NotFound`, which says what was asked for."""
        queries = [Query("no-such-prompt-here")]
        if half.traits.versions:
            queries.append(Query(example.name, version=ABSENT[half.traits.versions]))
        if half.traits.labels is None:
            queries.append(Query(example.name, label="no-such-label"))
        for query in queries:
            with pytest.raises(NotFound) as caught:
                half.fetch(query)
            assert (caught.value.name, caught.value.version, caught.value.label) == query
            assert str(caught.value)
            unseen(example, caught.value)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_hostile_names(self, half: Half, example: Example, name: str) -> None:
        """A name never becomes anything but a name: it is not found, or refused."""
        with pytest.raises(Error):
            half.fetch(Query(name))

    @pytest.mark.parametrize(
        "form", ["x/{}", "../{}", "./{}", "/{}", "{}/", "{}/.", "{}?x=1", "{}#x", "{}%00", "{}\x00", "{}\n"]
    )
    def test_names_that_hold_another(self, half: Half, example: Example, form: str) -> None:
        """Nor is a prompt found by a name that only holds its name."""
        with pytest.raises(Error):
            half.fetch(Query(form.format(example.name)))

    def test_traces(self, half: Half, example: Example) -> None:
        """A trace, where there is one, belongs to one fetch."""
        traces = [half.fetch(Query(example.name)).trace for _ in range(3)]
        assert set(traces) == {None} or len(set(traces)) == 3

    def test_listing(self, half: Half, example: Example) -> None:
        """All names are listed, or it is said that the platform can't."""
        if half.traits.lists:
            assert example.names is not None, "the example needs the names that are listed"
            assert sorted(half.names()) == sorted(example.names)
            assert example.name in example.names
        else:
            assert example.names is None
            with pytest.raises(NotSupported):
                half.names()

    def test_scores(self, half: Half, example: Example) -> None:
        """Where a platform takes scores, it takes one, or says in our terms what is wrong with it."""
        if not hasattr(half.source, "score"):
            return
        trace = half.fetch(Query(example.name)).trace
        told: Error | None = None
        try:
            half.score(trace or "no-such-trace", "suite", 1.0)
        except Error as error:
            told = error
        unseen(example, told)

    def test_options(self, half: Half, example: Example) -> None:
        """Other options are another view of the same platform, over the same connections."""
        with faulty(example, half.kind) as (there, proxy):
            there.fetch(Query(example.name))
            before = 0 if proxy is None else proxy.connections
            other = there.with_options(timeout=SECONDS, retries=1, headers={"X-Suite": "1"}).with_options()
            assert other.traits == there.traits
            assert same(other.fetch(Query(example.name)), there.fetch(Query(example.name)))
            assert proxy is None or proxy.connections == before
            other.close()
            there.fetch(Query(example.name))

    def test_closing(self, half: Half, example: Example) -> None:
        """Closing twice does no harm, used or not."""
        half.fetch(Query(example.name))
        half.close()
        half.close()
        with opened(example, half.kind) as unused:
            unused.close()

    def test_deadline(self, half: Half, example: Example) -> None:
        """However a server dawdles, a fetch ends in time."""
        for fault in (Fault("hang"), Fault("dribble", seconds=0.05)):
            with faulty(example, half.kind) as (there, proxy):
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
    def test_errors(self, half: Half, example: Example, kind: str) -> None:
        """What goes wrong on the way is a `CallError` that may pass, can be pickled, and shows no secret."""
        with faulty(example, half.kind) as (there, proxy):
            if proxy is None:
                return
            proxy.fault = Fault(kind)
            with pytest.raises(CallError) as caught:
                there.fetch(Query(example.name), 0.4)
            error = caught.value
            assert error.passing
            assert error.kind in ("connection", "timeout")
            assert error.platform == half.traits.name
            assert str(pickle.loads(pickle.dumps(error))) == str(error)
            unseen(example, error)
            proxy.fault = Fault()
            there.fetch(Query(example.name))

    def test_both_halves_agree(self, example: Example) -> None:
        """What one half answers, the other answers as well."""
        with opened(example, "blocking") as one, opened(example, "asyncio") as other:
            for query in asked(example):
                assert same(one.fetch(query), other.fetch(query))

    def test_threads(self, example: Example) -> None:
        """The blocking half is shared by threads."""
        with opened(example, "blocking") as half, ThreadPoolExecutor(16) as pool:
            seen = list(pool.map(lambda _: half.fetch(Query(example.name)), range(64)))
            assert all(same(each, seen[0]) for each in seen)

    def test_event_loops(self, example: Example) -> None:
        """The asyncio half is used in one event loop after the other, and in several at once."""
        with opened(example, "asyncio") as half:

            async def several() -> list[Fetched]:
                fetches = (half.source.fetch(Query(example.name), SECONDS) for _ in range(8))
                return list(await asyncio.gather(*fetches))

            seen = [each for _ in range(3) for each in asyncio.run(several())]
            with ThreadPoolExecutor(4) as pool:
                seen += [each for found in pool.map(lambda _: asyncio.run(several()), range(4)) for each in found]
            assert all(same(each, seen[0]) for each in seen)

    def test_cancellation(self, example: Example) -> None:
        """A fetch that is cancelled is cancelled, and harms none of the next ones."""
        with faulty(example, "asyncio") as (half, proxy):
            if proxy is not None:
                proxy.fault = Fault("delay", seconds=0.05)

            async def cancel() -> list[object]:
                tasks = [asyncio.create_task(half.source.fetch(Query(example.name), SECONDS)) for _ in range(40)]
                for task in tasks:
                    await asyncio.sleep(0.001)
                    task.cancel()
                return list(await asyncio.gather(*tasks, return_exceptions=True))

            ended = half._runner.run(cancel())
            assert all(isinstance(each, Fetched | asyncio.CancelledError) for each in ended), ended
            for _ in range(5):
                half.fetch(Query(example.name))

    def test_client(self, example: Example) -> None:
        """`Client` serves it: strictly rendered, with its origin told, kept unless it is near, and with a fallback."""
        with Client(example.source, disk=False, **example.settings) as client:
            prompt, again = client.get(example.name), client.get(example.name)
            assert prompt.render(example.values).text == example.text
            assert prompt.origin.platform == client.platform.name
            first, then = ("file", "file") if client.platform.near else ("network", "cache")
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
        """So does `AsyncClient`."""

        async def use() -> str:
            async with AsyncClient(example.source, disk=False, **example.settings) as client:
                return (await client.get(example.name)).render(example.values).text

        assert asyncio.run(use()) == example.text

    def test_settings_that_there_are_none_of(self, example: Example) -> None:
        """A misspelt setting is told by its name, by both halves."""
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
    record = unpacked(packed(fetched, 1.0, b"seal"), b"seal")
    assert record is not None
    kept = record[0]
    assert kept._replace(messages=list(kept.messages), variables=None) == fetched._replace(
        messages=list(fetched.messages), variables=None, trace=None
    )


def unseen(example: Example, told: object) -> None:
    """See that a secret is nowhere in what was told."""
    shown = f"{told!r} {told} {getattr(told, '__dict__', '')}"
    if isinstance(told, BaseException):
        shown += "".join(traceback.format_exception(told))
    for secret in example.secrets:
        assert secret not in shown
