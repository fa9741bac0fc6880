"""Proves where events and scores go, and what is said where they can go nowhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest

import promptport
from promptport import Client, ConfigurationError, Event, NotSupported
from promptport.platform import Fetched, Query, Registration, Traits
from promptport.testing import Platform
from promptport_local import promptic, promptrails, scope, xr2

from ..known import XR2

pytestmark = pytest.mark.one_python("what is found depends on no Python")


@pytest.fixture
def prompts(tmp_path: Path) -> str:
    """A folder of prompts, as a source."""
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "welcome.md").write_text("Hi {{x}}")
    return f"files:{folder}"


class Mine:
    """A platform that takes events and scores by its asyncio variant alone."""

    taken: ClassVar[list[Any]] = []
    once = True

    def __init__(self, place: str = "") -> None:
        self.traits = Traits("mine", "mine.example")

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """A prompt."""
        return Fetched(query.name, ({"role": "user", "content": "Hi"},), trace="own")

    async def names(self, deadline: float) -> list[str]:
        """None."""
        return []

    async def trace(self, query: Query, deadline: float) -> str:
        """A trace."""
        return f"of {query.name}, {query.label or query.version}"

    async def event(self, event: Event, deadline: float) -> bool:
        """Take an event."""
        self.taken.append((event.trace, event.name))
        return False

    async def score(self, *given: Any) -> None:
        """Take a score."""
        self.taken.append(given[:3])

    def with_options(self, **options: Any) -> Mine:
        """Itself."""
        return self

    async def aclose(self) -> None:
        """Do nothing."""


class MineBlocking:
    """Its blocking variant."""

    def __init__(self, place: str = "") -> None:
        self.traits = Traits("mine", "mine.example")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """A prompt."""
        return Fetched(query.name, ({"role": "user", "content": "Hi"},), trace="own")

    def names(self, deadline: float) -> list[str]:
        """None."""
        return []

    def with_options(self, **options: Any) -> MineBlocking:
        """Itself."""
        return self

    def close(self) -> None:
        """Do nothing."""


REGISTRATION: Any = Registration(MineBlocking, Mine)
BEHIND_FACTORIES: Any = Registration(lambda place="": MineBlocking(place), lambda place="": Mine(place))


@pytest.mark.parametrize(
    ("source", "settings", "events", "scores"),
    [
        (
            "scope",
            scope.settings,
            "scope has no events. It has prompts.*`events=`",
            "scope has no scores. It has prompts",
        ),
        ("promptic", promptic.settings, "promptport.promptic.init.*`events=`", "upsert_annotation"),
        ("promptrails", promptrails.settings, "promptrails.tracing.*scores.*`events=`", ""),
        ("xr2", xr2.settings, "", r"xr2 has no scores\. What came of a prompt is told by events: `client\.track`"),
    ],
)
def test_what_there_is_instead(source: str, settings: Any, events: str, scores: str) -> None:
    """It is named, by platforms that have nothing of the kind."""
    with Client(source, disk=False, **settings(f"http://127.0.0.1:9/{source}")) as client:
        if events:
            with pytest.raises(NotSupported, match=events):
                client.track("t", "x")
        if scores:
            with pytest.raises(NotSupported, match=scores):
                client.score("t", "x", 1)
        assert client.health()["reports"] == []
        assert client.flush(60.0).accepted == 0


def test_a_folder_has_none(prompts: str) -> None:
    with (
        Client(prompts) as client,
        pytest.raises(NotSupported, match=r"files has no events\. A folder has prompts alone"),
    ):
        client.track("t", "x")


def test_another_platform_takes_them(prompts: str, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name, with the settings of the environment. A prompt of elsewhere is the one in production there."""
    own = xr2.settings(platform.url("xr2"))
    monkeypatch.setenv("XR2_API_KEY", own["api_key"])
    monkeypatch.setenv("XR2_BASE_URL", own["base_url"])
    with Client(prompts, events="xr2") as client:
        client.track(client.get("welcome").render(x=1), "sign_up")
        assert client.flush(60.0).delivered == 1
        with pytest.raises(NotSupported, match="files has no scores"):
            client.score("t", "x", 1)
    asked = json.loads(platform.requests[0].body)
    assert (asked["slug"], asked["status"], asked.get("version_number")) == ("welcome", "production", None)


@pytest.mark.parametrize("registration", [REGISTRATION, BEHIND_FACTORIES])
def test_an_outside_platform(prompts: str, registration: Any) -> None:
    """Its asyncio variant takes what blocking clients report, too; scores go there where the client's own platform has none."""
    Mine.taken = []
    with Client(prompts, events=registration) as client:
        client.track(client.get("welcome").render(x=1), "a")
        client.score("t", "good", True)
        assert client.flush(60.0).delivered == 2
    with Client(registration) as client:
        client.track(client.get("p").render(), "b")
        client.track(client.get("p").render(), "b")
        assert client.flush(60.0).delivered == 2
    assert set(Mine.taken[:2]) == {("of welcome, production", "a"), ("t", "good", True)}  # each goes by itself
    assert sorted(Mine.taken[2:]) == [("of p, production", "b"), ("own", "b")]


def test_another_client_takes_them(prompts: str, platform: Platform) -> None:
    """Its events are its own: they go on when this one is closed, and end with it."""
    with Client("xr2", **XR2.settings(platform, disk=False)) as other:
        with Client(prompts, events=other) as client:
            client.track(client.get("welcome").render(x=1), "sign_up")
        other.track(other.get("welcome").options(strict=False).render(), "sign_up")
        assert other.flush(60.0).delivered == 2
        again = Client(prompts, events=other)
    with pytest.raises(promptport.ClosedError, match="The client that takes the events is closed"):
        again.track("t", "sign_up")
    again.close()


def test_a_function_takes_them(prompts: str) -> None:
    """With what its prompt was; two functions of one name are two."""
    one, other = list[Event](), list[Event]()
    with Client(prompts, events=one.append) as first, Client(prompts, events=other.append) as second:
        first.track(first.get("welcome").render(x=1), "a", metadata={"k": 1})
        second.track("t", "b")
        assert (first.flush(60.0).delivered, second.flush(60.0).delivered) == (1, 1)
    assert [(each.name, each.prompt, each.version, each.metadata) for each in one] == [("a", "welcome", 1, {"k": 1})]
    assert [(each.name, each.trace, each.prompt) for each in other] == [("b", "t", None)]


@pytest.mark.parametrize("events", ["nowhere", "", 7, object()])
def test_nobody_takes_them(prompts: str, events: Any) -> None:
    """What is none is told when the client is built."""
    with pytest.raises(ConfigurationError, match=r"nowhere|`events` must be"):
        Client(prompts, events=events)
