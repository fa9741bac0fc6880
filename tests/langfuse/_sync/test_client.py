# Made from tests/langfuse/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves the client of Langfuse: its requests, who it is, and its settings."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import httpx
import pytest

import promptport
from promptport.errors import ConfigurationError
from promptport.langfuse import LangfuseClient

from .wire import KEYS, TEXT, Wire

pytestmark = pytest.mark.one_python("the road of every room; this one's requests are the same on all")


def test_requests() -> None:
    """Names are one segment of the path, whatever they hold; health needs no key."""
    wire = Wire({**TEXT, "data": [], "meta": {}, "status": "OK"})
    with LangfuseClient(**KEYS, base_url="http://h/sub/", transport=wire.transport) as client:
        found = client.prompts.get("mail/ä b?", label="staging", resolve=False)
        client.prompts.list(tag="mail", page=2, limit=100)
        client.prompt_version.update("mail/a", 2, newLabels=["b"])
        client.prompts.delete("mail/a", version=2)
        client.projects.get()
        client.scores.delete("s")
        client.opentelemetry.export_traces(body=b"spans")
        client.health.health()
    assert (found.prompt, found.commit_message, found.config["model"]) == ("Hi {{name}}", "Shorter.", "m")
    assert wire.lines == [
        "GET /sub/api/public/v2/prompts/mail%2F%C3%A4%20b%3F?label=staging&resolve=false",
        "GET /sub/api/public/v2/prompts?tag=mail&page=2&limit=100",
        "PATCH /sub/api/public/v2/prompts/mail%2Fa/versions/2",
        "DELETE /sub/api/public/v2/prompts/mail%2Fa?version=2",
        "GET /sub/api/public/projects",
        "DELETE /sub/api/public/scores/s",
        "POST /sub/api/public/otel/v1/traces",
        "GET /sub/api/public/health",
    ]
    *others, health = wire.seen
    assert {each.headers["authorization"] for each in others} == {"Basic cGstbGYtMTpzay1sZi1wbGFudGVkLTAxMjM0NTY3ODk="}
    assert b64decode("cGstbGYtMTpzay1sZi1wbGFudGVkLTAxMjM0NTY3ODk=").decode() == ":".join(KEYS.values())
    assert "authorization" not in health.headers
    assert others[-1].headers["content-type"] == "application/x-protobuf"


def test_who_it_is() -> None:
    """The public key is the account; the secret key is a credential of it, and shown nowhere."""
    one, other, third = (
        LangfuseClient(*pair, transport=httpx.MockTransport(Wire(TEXT)))
        for pair in (("pk-1", "secret-0123456789"), ("pk-1", "secret-9876543210"), ("pk-2", "secret-0123456789"))
    )
    assert one.rules.account == other.rules.account != third.rules.account
    assert len({each.rules.credential for each in (one, other, third)}) == 3
    assert len({each.rules.proof for each in (one, other, third)}) == 3
    assert "secret-0123456789" not in f"{one!r} {vars(one)} {one.rules.principal}"


def test_a_function_for_the_secret_key() -> None:
    """It is asked when the key is needed, and again after a 401; nobody is known before."""
    keys, seen = iter(["sk-lf-first", "sk-lf-second"]), []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(b64decode(request.headers["authorization"].removeprefix("Basic ")).decode())
        return httpx.Response(200 if len(seen) > 1 else 401, json=TEXT)

    transport = httpx.MockTransport(answer)
    with LangfuseClient("pk-lf-1", lambda: next(keys), transport=transport) as client:
        assert client.rules.account == ""
        client.prompts.get("welcome")
        assert client.rules.account
    assert seen == ["pk-lf-1:sk-lf-first", "pk-lf-1:sk-lf-second"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"public_key": "pk:1"}, "`public_key` has a colon"),
        ({"secret_key": "sk:1"}, "`secret_key` has a colon"),
        ({"secret_key": ""}, "`secret_key` is blank"),
        ({"base_url": "cloud.langfuse.com"}, "LANGFUSE_BASE_URL"),
        ({"max_retries": -1}, "`max_retries`"),
        ({"timeout": 0}, "`timeout`"),
    ],
)
def test_bad_settings(given: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        LangfuseClient(**{**KEYS, **given})


def test_it_is_opened_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them by the vendor's names. Without keys, a `Client` is there for the sake of its fallbacks."""
    for name, value in (("BASE_URL", "http://h"), ("PUBLIC_KEY", "pk"), ("SECRET_KEY", "sk"), ("TIMEOUT", "7")):
        monkeypatch.setenv(f"LANGFUSE_{name}", value)
    client = LangfuseClient()
    assert repr(client) == "LangfuseClient(base_url='http://h', timeout=7)"
    assert promptport.Client("langfuse", disk=False).platform.origin == "http://h"
    monkeypatch.delenv("LANGFUSE_SECRET_KEY")
    with promptport.Client("langfuse", disk=False) as keyless:
        assert keyless.get("welcome", fallback="Hi").render().text == "Hi"
        with pytest.raises(promptport.Error, match="LANGFUSE_SECRET_KEY"):
            keyless.get("welcome")


def test_either_name_of_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """`host` is the older one."""
    for name in ("LANGFUSE_BASE_URL", "LANGFUSE_HOST"):
        monkeypatch.delenv(name, raising=False)
    given: Any
    for given, origin in (
        ({"host": "http://old"}, "http://old"),
        ({"host": "http://old", "base_url": "http://new"}, "http://new"),
        ({}, "https://cloud.langfuse.com"),
    ):
        with promptport.Client("langfuse", disk=False, **KEYS, **given) as client:
            assert client.platform.origin == origin
