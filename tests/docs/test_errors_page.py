"""Proves `docs/errors.md`: each text that it shows is said by a call that fails, by the class under which it stands."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest

import promptport
from promptport import Prompt
from promptport.errors import Error
from promptport.platform import Fetched
from promptport.testing import Platform, without_waiting

from ..base.rooms import ROOMS, settings
from .pages import Page

PAGE = Page("docs/errors.md")
MODULES = (promptport, promptport.files, *(getattr(promptport, room) for room in ROOMS))
VALUES = {"customer_name": "Alice", "language": "en"}
TEN: Any = "ten"
NOBODY = "http://127.0.0.1:9"

pytestmark = pytest.mark.one_python("what errors say is the same on all")


def rows() -> list[tuple[str, str]]:
    """The texts of the page, each with the class under which it stands."""
    found = []
    for section in PAGE.text.split("\n## ")[1:]:
        name, _, body = section.partition("\n")
        found += [
            (name, text.replace("\\|", "|")) for text in re.findall(r"^\| `((?:[^`\\]|\\\|)+)` \|", body, re.MULTILINE)
        ]
    return [(name, text) for name, text in found if name != "The vendors' classes"]


ROWS = rows()
Says = Callable[[], object]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with prompts, an empty folder and one that is no bundle."""
    monkeypatch.chdir(tmp_path)
    for each in ("prompts", "empty"):
        (tmp_path / each).mkdir()
    (tmp_path / "prompts" / "welcome.md").write_text("Hi {{customer_name}}.", encoding="utf-8")
    (tmp_path / "prompts" / "broken.md").write_text("--- sytem\nYou are {{na me}}.", encoding="utf-8")
    return tmp_path


class Calls:
    """Calls that fail, against a local platform.

    Args:
        platform: The platform.
        folder: The current folder.
    """

    def __init__(self, platform: Platform, folder: Path) -> None:
        self._platform, self._folder = platform, folder

    def client(self, source: str, **more: Any) -> promptport.Client:
        """A client of a source, with the settings of the local platform."""
        given = settings(source, self._platform.url(source)) if source in ROOMS else {}
        return promptport.Client(source, **({"disk": False} | given | more))

    def get(self, source: str, name: str = "welcome", /, **more: Any) -> object:
        """Get a prompt; what begins with `by_` is the client's."""
        own = {key.removeprefix("by_"): more.pop(key) for key in [*more] if key.startswith("by_")}
        with self.client(source, **own) as client:
            return client.get(name, **more)

    def scripted(self, answer: dict[str, Any], **more: Any) -> object:
        """Get a prompt of xR2, which answers so."""
        self._platform.script("xr2", answer)
        try:
            return self.get("xr2", **more)
        finally:
            self._platform.reset()

    def answered(self, answer: Callable[[httpx.Request], httpx.Response], **more: Any) -> object:
        """Get a prompt through a transport that answers so."""
        return self.get(
            "xr2", by_transport=httpx.MockTransport(answer), **{f"by_{key}": each for key, each in more.items()}
        )

    def told(self, file: str) -> object:
        """Build a client beside a project file."""
        (self._folder / "pyproject.toml").write_text(file, encoding="utf-8")
        try:
            return promptport.Client("xr2", api_key="a-key")
        finally:
            (self._folder / "pyproject.toml").unlink()

    def render(self, name: str = "welcome", source: str = "files:./prompts", **values: Any) -> object:
        """Render a prompt."""
        with self.client(source) as client:
            return client.get(name).render(**values)

    def on(self, source: str, call: Callable[[promptport.Client], object]) -> object:
        """Call something of a client."""
        with self.client(source) as client:
            return call(client)

    def all(self) -> Iterator[tuple[str, Says]]:
        """All of them, each with the class of its error."""
        yield from (("ConfigurationError", each) for each in self.configuration())
        yield from (("ArgumentError", each) for each in self.arguments())
        yield from (("NotFound", each) for each in self.missing())
        yield from (("NotSupported", each) for each in self.unsupported())
        yield from (("CallError", each) for each in self.failing())
        yield from (("RenderError", each) for each in self.rendering())
        yield "PrefetchError", partial(self.on, "xr2", lambda client: client.prefetch(["welcome", "welcom"]))
        yield "ClosedError", self.closed
        yield "PromptFileError", partial(self.get, "files:./prompts", "broken")

    def configuration(self) -> Iterator[Says]:
        """A client can't be built."""
        build = promptport.Client
        yield build
        yield partial(build, "xr")
        yield partial(build, "local:xr3")
        yield promptport.xr2.xR2Client
        yield promptport.scope.ScopeClient
        for more in (
            {"api_key": "a\nb"}, {"tll": 3}, {"ttl": -3}, {"base_url": "xr2.uk"}, {"verify": "/no/such.pem"},
            {"proxy": "socks5://host"}, {"bundle": "./empty"},
        ):  # fmt: skip
            yield partial(build, "xr2", **({"api_key": "a-key"} | more))
        yield partial(build, "promptrails", api_key="a-key", release="7")
        yield partial(build, "files:./nowhere")
        yield partial(self.told, '[tool.promptport.xr2]\napi_key = "a-key"\n')
        yield partial(self.told, '[tool.promptport.xr2]\nbase_url = "https://xr2.example.org"\n')
        yield partial(self.told, "[tool.promptport\n")
        yield self.without_redis
        yield self.short_secret
        with self.client("xr2") as client:
            yield lambda: client.with_options(headers={"Authorization": "Bearer another"})

    def without_redis(self) -> object:
        """Import what an extra brings, where it is not installed."""
        with pytest.MonkeyPatch.context() as patch:
            for each in [each for each in sys.modules if each.startswith(("promptport.cache.redis", "redis."))]:
                patch.delitem(sys.modules, each)
            patch.setitem(sys.modules, "redis", None)
            return import_module("promptport.cache.redis")

    def short_secret(self) -> object:
        """Share a Redis by a secret that is too short."""
        from promptport.cache.redis import RedisStore

        return RedisStore("redis://127.0.0.1", secret="short")

    def arguments(self) -> Iterator[Says]:
        """An argument can't be sent."""
        yield partial(self.get, "xr2", "")
        yield partial(self.get, "xr2", version=1, label="production")
        yield partial(self.get, "files:./prompts", "../welcome")
        yield self.twins
        yield partial(
            self.on, "xr2", lambda client: client.track(client.render("welcome", **VALUES), "sign_up", value=TEN)
        )
        yield partial(self.on, "langfuse", lambda client: client.score(client.render("welcome", **VALUES), "good", 1))

    def twins(self) -> object:
        """Get one of two prompts of a name."""
        with promptport.promptrails.PromptRails(**settings("promptrails", self._platform.url("promptrails"))) as client:
            client.prompts.create(name="twin")
            client.prompts.create(name="twin")
        return self.get("promptrails", "twin")

    def missing(self) -> Iterator[Says]:
        """There is no such prompt, version or label."""
        yield partial(self.get, "promptrails", "welcom")
        yield partial(self.get, "promptrails", "zzz")
        for name in ("welcom", "zzz"):
            yield partial(self.get, "files:./prompts", name)
        yield partial(self.get, "files:./empty", "welcome")
        yield self.not_pulled
        for room in ("xr2", "scope", "langfuse"):
            yield partial(self.get, room, "welcom")
        yield partial(self.get, "scope", "my-draft-prompt")
        for source, version in (("files:./prompts", 9), ("xr2", 9), ("promptrails", "9"), ("langfuse", 9)):
            yield partial(self.get, source, version=version)
        yield partial(self.get, "files:./prompts", label="staging")

    def not_pulled(self) -> object:
        """Get a prompt that a bundle has not."""
        from promptport.transfer import pull

        with self.client("promptrails") as client:
            pull(client, self._folder / "bundle", ["welcome"])
        return self.get("bundle:./bundle", "zzz")

    def unsupported(self) -> Iterator[Says]:
        """The platform has nothing of the kind."""
        yield partial(self.on, "langfuse", lambda client: client.track(client.render("welcome", **VALUES), "sign_up"))
        yield partial(self.on, "xr2", lambda client: client.score("a-trace", "good", 1))
        yield partial(self.get, "xr2", label="prod")
        yield partial(self.get, "promptic", version=1)
        yield partial(self.get, "scope", version=1)
        yield partial(self.on, "xr2", lambda client: client.list())
        yield partial(self.on, "xr2", lambda client: client.create_version("hello", "Hi"))
        yield partial(self.on, "promptrails", lambda client: client.create_version("hello", "Hi", tags=["mail"]))

    def failing(self) -> Iterator[Says]:
        """A call fails."""

        def cut(request: httpx.Request) -> httpx.Response:
            raise httpx.ReadError("the other end is gone", request=request)

        yield partial(self.get, "xr2", by_base_url=NOBODY)
        yield partial(self.get, "xr2", by_base_url=self._platform.url("xr2").replace("http:", "https:"))
        yield partial(self.answered, cut)
        yield partial(self.scripted, {"delay": 5, "times": None}, by_timeout=0.2, by_deadline=0.3)
        yield partial(self.get, "xr2", by_api_key="another-key")
        yield partial(self.scripted, {"status": 429, "headers": {"Retry-After": "600"}})
        yield partial(self.scripted, {"status": 503, "times": None})
        yield self.undefined
        yield partial(self.scripted, {"status": 302, "headers": {"Location": "https://example.org/"}})
        yield partial(self.scripted, {"status": 200, "body": "<html>", "headers": {"content-type": "text/html"}})
        yield partial(self.get, "xr2", by_max_answer=10)
        yield partial(self.get, "xr2", by_api_key=lambda: str(1 / 0))

    def undefined(self) -> object:
        """Report what xR2 has no definition of."""
        with promptport.xr2.xR2Client(**settings("xr2", self._platform.url("xr2"))) as client:
            trace = client.get_prompt(slug="welcome").unwrap().trace_id
            return client.track_event(trace_id=trace, event_name="answered").unwrap()

    def rendering(self) -> Iterator[Says]:
        """Values and template don't fit."""
        yield self.render
        yield partial(self.render, customer_name="Alice", nobody="x")
        yield partial(self.render, customer_name=b"Alice")
        yield partial(self.render, "support-chat", "langfuse", customer_name="Alice", language="en")
        named = Fetched("named", [{"role": "user", "name": "{{customer_name}}", "content": "Hi"}])
        yield Prompt.of(named, "xr2", "network").render

    def closed(self) -> object:
        """Call a client after its end."""
        client = self.client("xr2")
        client.close()
        return client.get("welcome")


def test_texts(platform: Platform, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row is what at least one call says, and each call says what a row has, under the class of its error."""
    for name in ("XR2_API_KEY", "PROMPTPORT_SOURCE", "SCOPE_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    said: set[tuple[str, str]] = set()
    with without_waiting():
        for name, call in Calls(platform, folder).all():
            with pytest.raises(Error) as caught:
                call()
            assert isinstance(caught.value, class_of(name)), repr(caught.value)
            text = str(caught.value)
            mine = [row for row in ROWS if row[0] == name and matches(row[1], text)]
            assert mine, text
            said.add(max(mine, key=lambda row: len(row[1])))  # the row that says most of it
    assert [row for row in ROWS if row not in said and row[0] != "ReleaseWarning"] == []


def test_the_warning(platform: Platform) -> None:
    """It is given by a call of what the release lacks."""
    [text] = [text for name, text in ROWS if name == "ReleaseWarning"]
    given = settings("promptrails", platform.url("promptrails"))
    with (
        promptport.promptrails.PromptRails(**given, release="0.9.2") as client,
        warnings.catch_warnings(record=True) as told,
    ):
        warnings.simplefilter("always")
        client.approvals.list()
    [warning] = told
    assert warning.category is promptport.ReleaseWarning
    assert matches(text, str(warning.message))


def test_every_class_is_there() -> None:
    """Each error that users can import, from the package or from a platform's, stands on the page by its name."""
    named = {*re.findall(r"`(\w+)`", PAGE.text), *re.findall(r"^## (\w+)$", PAGE.text, re.MULTILINE)}
    public = {name for module in MODULES for name in module.__all__ if is_error(getattr(module, name, None))}
    assert len(public) > 30
    assert public - named - {"Error"} == set()
    kinds = {"connection", "timeout", "status", "unreadable", "credential"}
    assert kinds <= named


def is_error(found: object) -> bool:
    return isinstance(found, type) and issubclass(found, Exception)


def class_of(name: str) -> type[Exception]:
    found: type[Exception] = getattr(promptport, name, None) or getattr(promptport.files, name)
    return found


def matches(row: str, text: str) -> bool:
    """Whether a text is what a row shows, where `…` stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, row.split("…"))), text, re.DOTALL) is not None
