"""Proves where a client of Promptic takes its credentials from, and that it sends them nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport.base import credentials
from promptport.errors import ConfigurationError
from promptport.promptic import PrompticClient

from .wire import Wire

HOST = "https://promptic.eu"
VARIABLES = ("API_KEY", "ACCESS_TOKEN", "AI_APPLICATION_ID", "WORKSPACE_ID", "ENDPOINT")


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials but those of the test."""
    for name in VARIABLES:
        monkeypatch.delenv(f"PROMPTIC_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def sent(wire: Wire, **arguments: Any) -> tuple[str, str | None]:
    """What a client of these arguments says of who asks: the credential, and the workspace."""
    with PrompticClient(**arguments, transport=wire.transport) as client:
        client.get_workspace()
    headers = wire.last.headers
    assert headers.get("x-ai-application-id") == headers.get("x-workspace-id")
    return headers["authorization"].removeprefix("Bearer "), headers.get("x-workspace-id")


def kept(address: str = HOST) -> None:
    """Keep a login."""
    credentials.store("promptic", address, {"access_token": "kept-token", "workspace_id": "kept-workspace"})


@pytest.mark.parametrize(
    ("arguments", "environment", "login", "expected"),
    [
        ({"api_key": "a"}, {}, False, ("a", None)),
        ({"api_key": "a", "workspace_id": "w"}, {}, False, ("a", None)),
        ({"access_token": "t", "workspace_id": "w"}, {}, False, ("t", "w")),
        ({"api_key": "a", "access_token": "t", "workspace_id": "w"}, {}, False, ("t", "w")),
        ({"api_key": "a"}, {"ACCESS_TOKEN": "et", "WORKSPACE_ID": "ew", "API_KEY": "ea"}, True, ("a", None)),
        ({"access_token": "t"}, {"WORKSPACE_ID": "ew", "API_KEY": "ea"}, True, ("t", "ew")),
        ({"workspace_id": "w"}, {"ACCESS_TOKEN": "et", "WORKSPACE_ID": "ew"}, True, ("et", "w")),
        ({}, {"API_KEY": "ea"}, True, ("ea", None)),
        ({}, {"API_KEY": "ea", "ACCESS_TOKEN": "et", "WORKSPACE_ID": "ew"}, True, ("et", "ew")),
        ({}, {}, True, ("kept-token", "kept-workspace")),
        ({}, {"WORKSPACE_ID": "ew"}, True, ("kept-token", "ew")),
        ({"api_key": "", "access_token": ""}, {"API_KEY": "", "ACCESS_TOKEN": ""}, True, ("kept-token", "kept-workspace")),
        ({"api_key": ""}, {"API_KEY": "ea"}, False, ("ea", None)),
        ({"access_token": "t", "ai_application_id": "w"}, {"WORKSPACE_ID": "ew"}, False, ("t", "w")),
        ({"access_token": "t", "ai_application_id": "w", "workspace_id": "w"}, {}, False, ("t", "w")),
        ({"access_token": "t", "ai_application_id": "", "workspace_id": "w"}, {"AI_APPLICATION_ID": "n"}, False, ("t", "w")),
        ({"access_token": "t"}, {"WORKSPACE_ID": "old", "AI_APPLICATION_ID": "new"}, False, ("t", "new")),
        ({"access_token": "t"}, {"WORKSPACE_ID": "old", "AI_APPLICATION_ID": ""}, False, ("t", "old")),
    ],
)  # fmt: skip
def test_who_asks(
    monkeypatch: pytest.MonkeyPatch, arguments: dict[str, str], environment: dict[str, str], login: bool,
    expected: tuple[str, str | None],
) -> None:  # fmt: skip
    """Arguments before the environment before what a login has kept; of one source, the token before the key."""
    for name, value in environment.items():
        monkeypatch.setenv(f"PROMPTIC_{name}", value)
    if login:
        kept()

    assert sent(Wire(), **arguments) == expected


def test_nobody_asks() -> None:
    """Without any credential no client is built, and the error says what to do; it is a ValueError, as the vendor's."""
    with pytest.raises(ValueError, match=r"^Authentication required\. .*PROMPTIC_API_KEY.*promptport login promptic"):
        PrompticClient()


@pytest.mark.parametrize("arguments", [{"access_token": "t"}, {"access_token": "t", "workspace_id": ""}])
def test_token_without_workspace(arguments: dict[str, Any]) -> None:
    """The document requires both together; the workspace of a login belongs to the login's own token."""
    kept()

    with pytest.raises(ConfigurationError, match="needs an AI application: pass `ai_application_id`"):
        PrompticClient(**arguments)


@pytest.mark.parametrize("argument", ["api_key", "access_token", "workspace_id"])
@pytest.mark.parametrize("value", [" x", "x\n", "x\r\nX-Evil: 1", "ключ", 7, ...])
def test_malformed_credentials(argument: str, value: Any) -> None:
    """What can't be a credential is refused when the client is built, by name, and not echoed."""
    arguments = {"access_token": "t", "workspace_id": "w"} if argument != "api_key" else {}
    with pytest.raises(ConfigurationError, match=f"`{argument}`") as caught:
        PrompticClient(**{**arguments, argument: value})
    assert "Evil" not in str(caught.value)


def test_a_kept_login_is_checked_too() -> None:
    """A file that somebody has edited puts nothing into a header."""
    credentials.store("promptic", HOST, {"access_token": "a\nb", "workspace_id": "w"})

    with pytest.raises(ConfigurationError, match="`access_token`"):
        PrompticClient()


@pytest.mark.parametrize(
    ("endpoint", "login"),
    [("https://evil.example", HOST), ("https://promptic.eu:8443", HOST), ("http://promptic.eu", HOST),
     ("https://promptic.eu.evil.example", HOST), (HOST, "http://127.0.0.1:8700")],
)  # fmt: skip
def test_a_login_is_for_its_own_origin(endpoint: str, login: str) -> None:
    """What was kept for one origin is never used at another."""
    kept(login)

    with pytest.raises(ConfigurationError, match="Authentication required"):
        PrompticClient(endpoint=endpoint)


@pytest.mark.parametrize(
    "endpoint", [HOST, "https://PROMPTIC.eu/", "https://promptic.eu:443", "https://promptic.eu/api/v1"]
)
def test_spellings_of_one_origin(endpoint: str) -> None:
    """Case, a usual port and a path make no other origin."""
    kept()

    assert sent(Wire(), endpoint=endpoint) == ("kept-token", "kept-workspace")


def test_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument, else the environment, else the platform's own; an empty one is none; `/api/v1` is not doubled."""
    assert PrompticClient("k").endpoint == HOST
    monkeypatch.setenv("PROMPTIC_ENDPOINT", "")
    assert PrompticClient("k").endpoint == HOST
    monkeypatch.setenv("PROMPTIC_ENDPOINT", "http://h.example:1/base/")
    assert PrompticClient("k").endpoint == "http://h.example:1/base"
    assert PrompticClient("k", endpoint="http://h.example/api/v1/").endpoint == "http://h.example"
    with pytest.raises(ConfigurationError, match="`endpoint`"):
        PrompticClient("k", endpoint="promptic.eu")

    wire = Wire()
    with PrompticClient("k", endpoint="http://h.example/api/v1", transport=wire.transport) as client:
        client.get_workspace()
    assert str(wire.last.url) == "http://h.example/api/v1/workspace"


def test_the_list_of_workspaces_names_none() -> None:
    """It is asked for with the token alone."""
    wire = Wire()
    with PrompticClient(access_token="t", workspace_id="w", transport=wire.transport) as client:
        assert client.workspaces.list()["data"][0]["name"] == "Support"
        client.list_components()

    assert [each.headers.get("x-workspace-id") for each in wire.seen] == [None, "w"]


def test_no_secret_is_shown() -> None:
    """S2: neither by the client nor by what it is made of."""
    client = PrompticClient(access_token="planted-token", workspace_id="w", transport=Wire().transport)

    assert "planted" not in f"{client!r} {vars(client)!r} {client._pipeline.options!r}"


@pytest.mark.parametrize("names", [("ai_application_id",), ("workspace_id",), ("ai_application_id", "workspace_id")])
def test_a_login_has_its_application_by_either_name(names: tuple[str, ...]) -> None:
    """The newer name is the first that is looked at."""
    found = {"workspace_id": "old", "ai_application_id": "new"}
    credentials.store("promptic", HOST, {"access_token": "t", **{name: found[name] for name in names}})

    assert sent(Wire()) == ("t", found[names[0]])


def test_two_names_of_one_thing() -> None:
    """They may not differ; both are there afterwards."""
    with pytest.raises(ValueError, match="two names of the same"):
        PrompticClient("k", ai_application_id="a", workspace_id="b")
    with pytest.raises(ConfigurationError, match="`workspace_id` is an id, and no address"):
        PrompticClient("k", workspace_id="https://evil.example")
    client = PrompticClient(access_token="t", workspace_id="w")
    assert client.ai_application_id == client.workspace_id == "w"
