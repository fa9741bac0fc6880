"""Platforms that are broken, each in one way, and the suite for each: run by `test_suite_outside.py`, where all must fail."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from promptport import NotFound
from promptport.platform import Event, Fetched, NewVersion, Query, Registration, Share
from promptport.testing import Example, PlatformSuite
from tests.testing.outside import HELD, AsyncDesk, AsyncShelf, Desk, Held, Shelf, example_of


class Broken(Shelf):
    """A platform that is broken.

    Attributes:
        fails: The tests that it must fail.
    """

    fails: tuple[str, ...] = ()


class OwnError(Broken):
    """It raises an error of its own."""

    fails = ("test_what_is_not_there", "test_hostile_names", "test_names_that_hold_another", "test_client")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        if query.name not in self.held:
            raise KeyError(query.name)
        return super().fetch(query, deadline)


class Escaping(Broken):
    """It takes the last part of a name for the name."""

    fails = ("test_names_that_hold_another",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query._replace(name=query.name.rpartition("/")[2]), deadline)


class Guessing(Broken):
    """It answers something for every name."""

    fails = ("test_hostile_names", "test_what_is_not_there")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query._replace(name=query.name if query.name in self.held else "hello"), deadline)


class OtherName(Broken):
    """It answers under another name."""

    fails = ("test_fetch_by_name", "test_fetch_by_version", "test_fetch_by_label")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query, deadline)._replace(name="x")


class NoVersions(Broken):
    """It passes versions over."""

    fails = ("test_fetch_by_version", "test_what_is_not_there")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query._replace(version=None), deadline)


class NoLabel(Broken):
    """It does not tell the label."""

    fails = ("test_fetch_by_label",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query, deadline)._replace(label=None)


class NoJson(Broken):
    """Its settings can't be kept."""

    fails = ("test_fetch_by_name",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query, deadline)._replace(config={"at": {1, 2}})


class NoMessages(Broken):
    """Its messages are none."""

    fails = ("test_fetch_by_name", "test_client", "test_asyncio_client")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        said: Any = ["Hello"]
        return super().fetch(query, deadline)._replace(messages=said)


class OddSyntax(Broken):
    """Nobody knows its syntax."""

    fails = ("test_fetch_by_name",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query, deadline)._replace(syntax="jinja")


class OneTrace(Broken):
    """It lends one trace to all."""

    fails = ("test_traces",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        return super().fetch(query, deadline)._replace(trace="t")


class Telling(Broken):
    """It tells a secret."""

    fails = ("test_what_is_not_there",)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        try:
            return super().fetch(query, deadline)
        except NotFound:
            raise NotFound("not with the key planted", *query) from None


class OwnScoreError(Broken):
    """It raises an error of its own for a score."""

    fails = ("test_scores",)

    def score(self, trace: str, name: str, value: float | str | bool, comment: str | None, deadline: float) -> None:
        raise NotImplementedError  # an error that is not ours, as a careless platform has it


class UntoldEvents(Broken):
    """It gives the same trace to everybody, and its example says nothing of events."""

    fails = ("test_events", "test_reports")

    def trace(self, query: Query, deadline: float) -> str:
        return "t"

    def event(self, event: Event, deadline: float) -> bool:
        return False


class OddTraits(Broken):
    """It says of itself what nobody understands, and a secret."""

    fails = ("test_traits",)

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        super().__init__(place, held=held, file=file)
        self.traits = self.traits._replace(account="planted")


class ShortList(Broken):
    """Its list lacks a prompt."""

    fails = ("test_listing",)

    def names(self, deadline: float) -> Iterable[str]:
        return ["other"]


class ListsAfterAll(Broken):
    """It lists though it says that it can't."""

    fails = ("test_listing",)

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        super().__init__(place, held=held, file=file)
        self.traits = self.traits._replace(lists=False)


class ClosesOnce(Broken):
    """It can't be closed twice."""

    fails = ("test_closing",)
    closed = False

    def close(self) -> None:
        assert not self.closed
        self.closed = True


class OwnOptions(Broken):
    """Other options are another platform."""

    fails = ("test_options",)

    def with_options(self, **options: Any) -> Any:
        made = type(self)(held={"hello": {"one": "Other"}})
        made.traits = self.traits._replace(account="other")
        return made


class Forgiving(Broken):
    """It swallows settings that it does not have."""

    fails = ("test_settings_that_there_are_none_of",)

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "", **more: Any) -> None:
        super().__init__(place, held=held, file=file)


class Counting(Broken):
    """No answer is like another."""

    fails = ("test_fetch_by_name", "test_both_variants_agree", "test_threads", "test_event_loops")
    count = 0

    def fetch(self, query: Query, deadline: float) -> Fetched:
        type(self).count += 1
        return super().fetch(query, deadline)._replace(id=str(self.count))


class Reusing(Broken):
    """It changes what it has answered."""

    fails = ("test_fetch_by_name",)
    said: tuple[dict[str, str], ...] = ({"role": "user", "content": ""},)

    def fetch(self, query: Query, deadline: float) -> Fetched:
        found = super().fetch(query, deadline)
        self.said[0]["content"] = found.messages[0]["content"] + self.said[0]["content"][:9]
        return found._replace(messages=self.said)


class Remote(Broken):
    """It is behind a server, and the example does not say which settings hold the address."""

    fails = ("test_deadline", "test_errors", "test_options", "test_cancellation")

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        super().__init__(place, held=held, file=file)
        self.traits = self.traits._replace(origin="http://example.com")


class Remembering(Broken):
    """It gives for ever what it gave first."""

    fails = ("test_a_publish_is_seen_by_an_event_loop_a_call", "test_a_publish_is_seen_by_a_server")
    remembered: Fetched | None = None

    def fetch(self, query: Query, deadline: float) -> Fetched:
        self.remembered = self.remembered or super().fetch(query, deadline)
        return self.remembered


class Nameless(Broken):
    """It is another platform each time that it is opened, so that nobody finds its copies again."""

    fails = ("test_a_publish_is_seen_by_a_process_a_call",)

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        super().__init__(place, held=held, file=file)
        self.traits = self.traits._replace(account=uuid4().hex)


class OneSided(Broken):
    """Its asyncio variant can't write."""

    fails = ("test_optional_methods",)

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        raise NotImplementedError


class Mumbling(Desk, Broken):
    """It says another text than it was given."""

    fails = ("test_create_version",)

    def written(self, version: NewVersion) -> str:
        return f"{super().written(version)}."


class Lossy(Desk, Broken):
    """It leaves out what it can't hold."""

    fails = ("test_what_a_version_holds",)

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        return self.take(version.name, str(version.messages[0].get("content")))


class FarAway(Desk, Broken):
    """It is behind a server, and nobody can tell how often it sends."""

    fails = ("test_a_creation_is_sent_once",)

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        super().__init__(place, held=held, file=file)
        self.traits = self.traits._replace(origin="http://example.com")


class Sticky(Desk, Broken):
    """Its labels stay where they are."""

    fails = ("test_label",)

    def label(self, query: Query, label: str, deadline: float) -> None:
        self.fetch(query, deadline)


class Undead(Desk, Broken):
    """It deletes nothing."""

    fails = ("test_delete",)

    def delete(self, query: Query, deadline: float) -> None:
        pass


class OddShares(Broken):
    """Its users share what is not there."""

    fails = ("test_shares",)

    def shares(self, name: str, deadline: float) -> list[Share]:
        return [Share("nine", 1.0)]


BROKEN = Broken.__subclasses__()


def suite_of(broken: type[Broken]) -> type[PlatformSuite]:
    """The suite for a broken platform: the tests that it must fail."""

    class Variant(AsyncDesk if issubclass(broken, Desk) else AsyncShelf):  # type: ignore[misc] # either will do
        variant = broken

        def with_options(self, **options: Any) -> Any:
            made = type(self).__new__(type(self))
            made._shelf = self._shelf.with_options(**options)
            made.traits = made._shelf.traits
            return made

        async def aclose(self) -> None:
            self._shelf.close()

    class Suite(PlatformSuite):
        @pytest.fixture
        def example(self, tmp_path: Path) -> Example:
            return example_of(Registration(broken, Variant), tmp_path, secrets=("planted",), scratch="scratch")

    for name in dir(PlatformSuite):
        if name.startswith("test_") and name not in broken.fails:
            setattr(Suite, name, None)
    Variant.__qualname__ = f"Async{broken.__name__}"  # another process looks for it there
    globals()[Variant.__qualname__] = Variant
    return Suite


globals().update({f"Test{each.__name__}": suite_of(each) for each in BROKEN})
