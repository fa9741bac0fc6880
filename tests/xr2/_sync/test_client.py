# Made from tests/xr2/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves the documented surface of the xR2 clients against the local platform: what they send, answer, and refuse."""

from __future__ import annotations

import json
import pickle
import re
from datetime import UTC
from typing import Any

import httpx
import pytest

from promptport.errors import ArgumentError, ConfigurationError
from promptport.testing import Platform
from promptport.xr2 import (
    APIError,
    xR2Client,
    AuthenticationError,
    EventResponse,
    PromptContentResponse,
    PromptNotFoundError,
    Response,
    XR2Error,
)

KEY = "YOUR_PRODUCT_API_KEY"
# An xR2 deployment may refuse an agent that contains one of these.
REFUSED_AGENTS = (
    "bot", "crawler", "spider", "scraper", "scanner", "curl", "wget", "python-requests", "zap", "burp", "nmap", "nikto",
    "masscan", "sqlmap", "exploit", "hack",
)  # fmt: skip


@pytest.fixture
def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with xR2Client(KEY, base_url=platform.url("xr2") + "/") as made:
        yield made


def test_check_api_key(client: xR2Client) -> None:
    """The key's user is told."""
    response = client.check_api_key()

    assert response.ok
    assert response.data is not None
    assert response.data.ok is True
    assert response.data.user


def test_get_prompt(client: xR2Client, platform: Platform) -> None:
    """The version in production, with everything that came readable both ways, and the absent model settings empty."""
    prompt = (client.get_prompt(slug="welcome")).unwrap()

    assert (prompt.slug, prompt.version_number, prompt.status) == ("welcome", 1, "production")
    assert [each["name"] for each in prompt.variables] == ["customer_name", "language"]
    assert prompt["system_prompt"] == prompt.system_prompt
    assert prompt.prompt_model_config == {}
    assert prompt.created_at is not None
    assert prompt.created_at.utcoffset() == UTC.utcoffset(None)
    assert re.fullmatch(r"evt_[0-9a-f]{8}_[0-9]+_[0-9a-f]{8}", prompt.trace_id)
    assert prompt.ab_test_id is None
    assert json.loads(platform.requests[-1].body) == {"slug": "welcome", "source_name": "python_sdk"}


def test_versions_and_statuses(client: xR2Client) -> None:
    """A version can be asked for by number, also as a text, and by status."""
    assert (client.get_prompt(slug="welcome", version_number=1, status="production")).ok
    assert (client.get_prompt(slug="welcome", version_number="1")).ok  # type: ignore[arg-type]
    assert (client.get_prompt(slug="welcome", version_number=0)).status_code == 404


def test_track_event(client: xR2Client, platform: Platform) -> None:
    """An event is stored as it was sent; a repeat answers with the identity of the first."""
    trace_id = (client.get_prompt(slug="welcome")).unwrap().trace_id
    event: dict[str, Any] = {
        "trace_id": trace_id, "event_name": "purchase_completed", "source_name": "shop", "user_id": "u", "session_id": "s",
        "value": 99.99, "currency": "USD", "metadata": {"order_id": "o", "note": None},
    }  # fmt: skip

    first = (client.track_event(**event)).unwrap()
    again = (client.track_event(**event)).unwrap()

    assert isinstance(first, EventResponse)
    assert (first.status, first.trace_id, first.is_duplicate) == ("success", trace_id, False)
    assert (again.event_id, again.timestamp, again.is_duplicate) == (first.event_id, first.timestamp, True)
    assert json.loads(platform.requests[-1].body) == event


def test_optional_arguments_are_left_out(client: xR2Client, platform: Platform) -> None:
    """None is left out, metadata is always sent, zero is a value."""
    trace_id = (client.get_prompt(slug="welcome")).unwrap().trace_id

    assert (client.track_event(trace_id=trace_id, event_name="sign_up", value=0)).ok
    assert json.loads(platform.requests[-1].body) == {
        "trace_id": trace_id, "event_name": "sign_up", "source_name": "python_sdk", "value": 0, "metadata": {},
    }  # fmt: skip


def test_headers(client: xR2Client, platform: Platform) -> None:
    """The key is a bearer token; the agent is ours and one that no deny-list knows."""
    client.get_prompt(slug="welcome")
    headers = dict(platform.requests[-1].headers)

    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["accept"] == headers["content-type"] == "application/json"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert headers["user-agent"].startswith("promptport/")
    assert not [each for each in REFUSED_AGENTS if each in headers["user-agent"].lower()]


def test_success_as_a_value(client: xR2Client) -> None:
    """A success is true, has data, no error, and the status that came."""
    response = client.check_api_key()

    assert response
    assert (response.error, response.status_code, response.exception) == (None, 200, None)
    assert response.to_dict() == {"ok": True, "data": {"ok": True, "user": response.unwrap().user}}
    assert json.loads(repr(response)) == response.to_dict()
    assert pickle.loads(pickle.dumps(response)).to_dict() == response.to_dict()


@pytest.mark.parametrize(
    ("arguments", "status", "kind", "words"),
    [
        ({"slug": "welcom"}, 404, PromptNotFoundError, "Check the slug"),
        ({"slug": "welcome", "version_number": 7}, 404, PromptNotFoundError, "There are the versions 1."),
        (
            {"slug": "welcome", "status": "draft"},
            404,
            PromptNotFoundError,
            "There are versions of the status production.",
        ),
        ({"slug": "welcome", "status": "live"}, 422, APIError, "status"),
    ],
)
def test_failure_as_a_value(
    client: xR2Client, platform: Platform, arguments: dict[str, Any], status: int, kind: type[XR2Error], words: str
) -> None:
    """A failure is false, says what went wrong and what to do, costs one request, and can be raised."""
    response = client.get_prompt(**arguments)

    assert not response
    assert response.data is None
    assert response.status_code == status
    assert response.error is not None
    assert words in response.error
    assert response.to_dict() == {"ok": False, "error": response.error, "status_code": status}
    assert json.loads(repr(response)) == response.to_dict()
    with pytest.raises(kind) as caught:
        response.unwrap()
    assert caught.value.status_code == status
    assert (caught.value.platform, caught.value.operation) == ("xr2", "get_prompt")
    assert len(platform.requests) == 1


def test_event_failures(client: xR2Client) -> None:
    """An event that is not defined, and metadata that do not fit its definition."""
    trace_id = (client.get_prompt(slug="welcome")).unwrap().trace_id

    unknown = client.track_event(trace_id=trace_id, event_name="sign_upp")
    assert (unknown.status_code, type(unknown.exception)) == (404, APIError)
    assert "https://xr2.uk/analytics/events" in str(unknown.error)
    bare = client.track_event(trace_id=trace_id, event_name="purchase_completed")
    assert bare.status_code == 400
    assert "order_id" in str(bare.error)


def test_wrong_key(platform: Platform) -> None:
    """A key that the platform does not know is an authentication error that says where keys come from, and not the key."""
    with xR2Client("xr2_prod_wrong", base_url=platform.url("xr2")) as client:
        response = client.check_api_key()

    assert (response.status_code, type(response.exception)) == (401, AuthenticationError)
    assert "XR2_API_KEY" in str(response.error)
    assert "xr2_prod_wrong" not in repr(response) + repr(client)
    assert len(platform.requests) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "blank"), ("  ", "blank"), ("key\n", "strip it"), (" key", "strip it"), ("a\nb", "line break"), ("kéy", "character"),
        (7, "must be a string"),
    ],
)  # fmt: skip
def test_malformed_key(key: str, words: str) -> None:
    """A key that can't be one is refused when the client is built, and never echoed."""
    with pytest.raises(ConfigurationError, match=words) as caught:
        xR2Client(key)
    assert str(key).strip() == "" or repr(key) not in str(caught.value)


def test_key_and_address_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """XR2_API_KEY and XR2_BASE_URL are read when a client is built; the arguments win."""
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="pass `api_key`, or set the environment variable XR2_API_KEY"):
        xR2Client()
    monkeypatch.setenv("XR2_API_KEY", "k")
    monkeypatch.setenv("XR2_BASE_URL", "http://h.example/base///")
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"user": str(request.url)}))

    assert xR2Client(transport=transport).base_url == "http://h.example/base"
    assert (
        xR2Client("k", base_url="https://other.example", transport=transport).base_url == "https://other.example"
    )


@pytest.mark.parametrize(
    "address",
    [
        "xr2.uk", "HTTP:/x", "ftp://h", "http://", "http://h:99999", "http://h:abc", "http://[::1", "http://a..b", "http://.",
        "http://u:p@h", "http://h/p?q", "http://h/#f", "http://h/\u00e9", "http://h x", f"http://{'a' * 64}", 5, "http://h:0",
    ],
)  # fmt: skip
def test_address_that_is_none(address: str) -> None:
    """An address that can't be one is refused when the client is built, so that no key ever goes there."""
    with pytest.raises(ConfigurationError, match="base_url"):
        xR2Client("k", base_url=address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8700/xr2", "https://xr2.uk.", "http://[::1]:80/a/b-c_d~e", "http://my_host"]
)
def test_address_that_is_one(address: str) -> None:
    """Names, numbers, ports and paths."""
    assert xR2Client("k", base_url=address).base_url == address


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"value": "much"}, "`value` must be a finite number"),
        ({"metadata": "text"}, "`metadata` must be a dict"),
        ({"user_id": 7}, "`user_id` must be a string"),
    ],
)
def test_arguments_that_cannot_be_sent(
    client: xR2Client, platform: Platform, arguments: dict[str, Any], words: str
) -> None:
    """A bad argument is named, and nothing is sent."""
    with pytest.raises(ArgumentError, match=words):
        client.track_event(trace_id="t", event_name="e", **arguments)
    with pytest.raises(ArgumentError, match="`version_number` must be a whole number"):
        client.get_prompt(slug="welcome", version_number="abc")  # type: ignore[arg-type]
    assert not platform.requests


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"value": float("nan")}, "`value` must be a finite number"),
        ({"value": "Infinity"}, "`value` must be a finite number"),
        ({"metadata": {"at": object()}}, "`metadata.at` can't be sent as JSON"),
        ({"event_name": "\ud800"}, "`event_name` can't be sent as JSON"),
    ],
)
def test_arguments_that_json_cannot_express(
    client: xR2Client, platform: Platform, arguments: dict[str, Any], words: str
) -> None:
    """They are of the right type, so that the call answers what is wrong, as `xr2_sdk` does, and nothing is sent."""
    response = client.track_event(**{"trace_id": "t", "event_name": "e", **arguments})

    assert (response.ok, response.status_code, response.data) == (False, 0, None)
    assert words in str(response.error)
    with pytest.raises(ArgumentError):
        response.unwrap()
    assert not platform.requests


def test_the_address_that_a_program_puts_in_the_place_of_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """`BASE_URL` of the module of the clients, which tests replace; an argument goes before it."""
    monkeypatch.setenv("XR2_BASE_URL", "http://of.the.environment")
    monkeypatch.setattr("promptport.xr2.client.BASE_URL", "http://replaced")

    assert xR2Client("k").base_url == "http://replaced"
    assert xR2Client("k", base_url="http://given").base_url == "http://given"


def test_what_the_contract_does_not_know(client: xR2Client, platform: Platform) -> None:
    """New fields are kept and readable, nulls and other scalars pass, any 2xx that can be read is a success."""
    answer = {
        "slug": "s",
        "version_number": "7",
        "status": "retired",
        "trace_id": None,
        "newField": {"a": 1},
        "variables": None,
    }
    platform.script("xr2", {"status": 203, "json": answer})

    response = client.get_prompt(slug="s")

    prompt = response.unwrap()
    assert isinstance(prompt, PromptContentResponse)
    assert response.status_code == 203
    assert [prompt["version_number"], prompt.status, prompt["newField"]] == ["7", "retired", {"a": 1}]
    assert prompt.new_field == {"a": 1}  # type: ignore[attr-defined]
    assert prompt.render({}).user_prompt is None


def test_response_of_no_call() -> None:
    """A `Response` can be made by hand, as tests of applications do."""
    assert Response(data=1).unwrap() == 1
    with pytest.raises(RuntimeError, match="broken"):
        Response(error="broken", status_code=0).unwrap()
