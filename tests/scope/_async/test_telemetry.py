"""Proves what the callbacks of Scope's `Telemetry` are told (`docs/wire/scope.md` 5.6), and what nobody is told (S2)."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from promptport import scope
from promptport.http.hooks import Attempt, AttemptResult
from promptport.http.response import Response
from promptport.http.secrets import Secrets
from promptport.scope import (
    ApiKeyCredentials,
    AsyncScopeClient,
    ErrorInfo,
    RequestInfo,
    ResponseInfo,
    ScopeError,
    Telemetry,
)
from promptport.scope.telemetry import TelemetryHook
from promptport.testing import Fault, FaultProxy, Platform, without_waiting

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")
Told = list[RequestInfo | ResponseInfo | ErrorInfo]


@pytest.fixture(autouse=True)
def silence() -> Iterator[None]:
    """No callback is left over."""
    Telemetry.clear_callbacks()
    yield
    Telemetry.clear_callbacks()


@pytest.fixture
def told() -> Told:
    """Everything that the callbacks are told, in order."""
    heard: Told = []
    Telemetry.on_request(heard.append)
    Telemetry.on_response(heard.append)
    Telemetry.on_error(heard.append)
    return heard


def build(platform: Platform, **options: Any) -> AsyncScopeClient:
    """A client of the local Scope."""
    url = platform.url("scope")
    given: dict[str, Any] = {"credentials": WHO, "base_url": url, "auth_api_url": url}
    return AsyncScopeClient(**(given | options))


async def test_nobody_looks(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """While there is no callback, no secrets are looked for in headers and answers."""
    hidden: list[object] = []

    def hide(self: Secrets, value: object) -> object:
        hidden.append(value)
        return value

    monkeypatch.setattr(Secrets, "hide", hide)
    async with build(platform, cache_enabled=False) as client:
        await client.get_prompt_version("my-prompt")
        without = len(str(hidden))
        Telemetry.on_response(lambda _: None)
        await client.get_prompt_version("my-prompt")
    assert "customer" not in str(hidden)[:without]
    assert len(str(hidden)) > without + 100


async def test_a_call(platform: Platform, told: Told) -> None:
    """The request before, the answer after; the exchange of credentials and a hit of the cache are not told."""
    async with build(platform) as client:
        await client.get_prompt_version("my-prompt")
        await client.get_prompt_version("my-prompt")
    request, response = told

    assert isinstance(request, RequestInfo)
    assert (request.method, request.body) == ("GET", None)
    assert request.url == f"{platform.url('scope')}/api/v1/prompts/my-prompt/production"
    assert request.request_id == platform.requests[-1].header("x-request-id")
    sent = {name.lower(): value for name, value in request.headers.items()}
    arrived = dict(platform.requests[-1].headers)
    assert sent.pop("authorization") == "Bearer [REDACTED]"
    assert arrived.pop("authorization").startswith("Bearer ey")
    assert sent == arrived
    assert isinstance(response, ResponseInfo)
    assert (response.request_id, response.status_code) == (request.request_id, 200)
    assert response.body["name"] == "my-prompt"
    assert response.headers["content-type"] == "application/json"
    assert isinstance(response.elapsed_ms, float)
    assert response.elapsed_ms > 0


async def test_attempts_and_refusals(platform: Platform, told: Told) -> None:
    """Each attempt is told, with the one name of its call; an answer is one whatever its status, and no error."""
    platform.script("scope", {"status": 503, "body": "busy", "operation": "prompts_get_latest"})
    async with build(platform) as client:
        with without_waiting(), pytest.raises(ScopeError):
            await client.get_prompt_version("nope", label="latest")

    kinds = [(type(each).__name__, getattr(each, "status_code", None)) for each in told]
    assert kinds == [("RequestInfo", None), ("ResponseInfo", 503), ("RequestInfo", None), ("ResponseInfo", 404)]
    assert len({each.request_id for each in told}) == 1
    bodies = [each.body for each in told if isinstance(each, ResponseInfo)]
    assert bodies == ["busy", {"error": {"code": "prompt_not_found", "message": "There is no prompt 'nope'."}}]


@pytest.mark.parametrize(("fault", "kind"), [("refuse", scope.ConnectionError), ("hang", scope.TimeoutError)])
async def test_no_answer(platform: Platform, proxy: FaultProxy, told: Told, fault: str, kind: type[ScopeError]) -> None:
    """An attempt without an answer is an error, of the class that the call would raise."""
    proxy.fault = Fault(fault)
    async with build(platform, base_url=f"{proxy.url}/scope", timeout=0.2, max_retries=1, retry_base_delay=0) as client:
        with without_waiting(), pytest.raises(kind):
            await client.get_prompt_version("my-prompt")

    assert [type(each) for each in told] == [RequestInfo, ErrorInfo] * 2
    errors = [each for each in told if isinstance(each, ErrorInfo)]
    assert [type(each.error) for each in errors] == [kind, kind]
    assert all(isinstance(each.elapsed_ms, float) and str(each.error) for each in errors)
    assert {each.request_id for each in told} == {told[0].request_id}


@pytest.mark.parametrize("failure", [{"status": 503, "times": 4}, {"status": 401}, {"drop": True, "times": 4}])
async def test_exchange_is_told_to_nobody(platform: Platform, told: Told, failure: dict[str, Any]) -> None:
    """Neither its requests nor its failures."""
    platform.script("scope", failure | {"operation": "auth_login"})
    async with build(platform) as client:
        with without_waiting(), pytest.raises(scope.AuthenticationError):
            await client.get_prompt_version("my-prompt")
    assert told == []


async def test_name_that_the_caller_gave(platform: Platform, told: Told) -> None:
    """A request id of the caller's own is the one that is told."""
    async with build(platform) as client:
        await client.with_options(headers={"x-request-id": "mine"}).get_prompt_version("welcome")
    assert {each.request_id for each in told} == {"mine"}


async def test_what_may_be_a_credential_is_not_told(told: Told) -> None:
    """Whatever brought it: no option can, but an answer, or a transport that writes into what it is handed."""
    headers = {"X-Request-ID": "mine", "X-Api-Key": "planted", "authorization": "planted"}
    attempt = Attempt("scope", "prompts_get_production", 1, "GET", "https://x/y", headers)
    TelemetryHook().before(attempt)
    TelemetryHook().after(attempt, AttemptResult(200, 0.1, answer=Response(200, {"x-api-key": "planted"}, b"{}")))
    assert [each.request_id for each in told] == ["mine", "mine"]
    assert "planted" not in repr(told)


async def test_registry(platform: Platform) -> None:
    """Class-level, for all clients; several of a kind in their order; usable as decorators; cleared; switched off."""
    heard: list[str] = []
    assert not Telemetry.has_callbacks()

    @Telemetry.on_request
    def first(info: RequestInfo) -> None:
        heard.append("first")

    Telemetry.on_request(lambda info: heard.append("second"))
    Telemetry.on_response(lambda info: heard.append("response"))
    assert Telemetry.has_callbacks()
    assert callable(first)
    async with build(platform) as one, build(platform) as two, build(platform, telemetry_enabled=False) as off:
        await one.get_prompt_version("my-prompt")
        await two.get_prompt_version("my-prompt")
        await off.get_prompt_version("my-prompt")
        assert heard == ["first", "second", "response"] * 2
        Telemetry.clear_callbacks()
        assert not Telemetry.has_callbacks()
        await one.get_prompt_version("welcome")
    assert len(heard) == 6


async def test_callbacks_that_raise(platform: Platform, told: Told, caplog: pytest.LogCaptureFixture) -> None:
    """A callback's mistake is logged, and neither the call nor the next callback notices."""

    def fail(info: object) -> None:
        raise RuntimeError("a callback's own mistake")

    Telemetry.on_request(fail)
    Telemetry.on_response(fail)
    Telemetry.on_error(fail)
    heard: list[object] = []
    Telemetry.on_request(heard.append)
    Telemetry.on_response(heard.append)
    async with build(platform) as client:
        assert (await client.get_prompt_version("my-prompt")).name == "my-prompt"

    assert [type(each) for each in heard] == [type(each) for each in told] == [RequestInfo, ResponseInfo]
    assert caplog.text.count("RuntimeError: a callback's own mistake") == 2


async def test_callbacks_beside_hooks(platform: Platform, told: Told) -> None:
    """A client's own hooks see the exchange as well, without its body and without any credential."""
    seen: list[Attempt | AttemptResult] = []

    class Watch:
        def before(self, attempt: Attempt) -> None:
            seen.append(attempt)

        def after(self, attempt: Attempt, outcome: AttemptResult) -> None:
            seen.append(outcome)

    async with build(platform, hooks=[Watch()]) as client:
        await client.get_prompt_version("my-prompt")

    assert [each.operation for each in seen if isinstance(each, Attempt)] == ["auth_login", "prompts_get_production"]
    token = platform.backend("scope").tokens[0]["access_token"]
    assert not [secret for secret in ("secret_xyz", token) if secret in f"{seen}{told}"]


ECHOES: dict[str, Any] = {
    "a refusal": lambda s, t: (403, {"error": {"code": t, "message": f"no rights for {t}", "more": [{s: t}]}}),
    "a page": lambda s, t: (502, f"<html><title>{'x' * 480} {s} {t}</title></html>"),
    "a long text": lambda s, t: (400, "y" * 490 + t + s),
    "a wrong answer": lambda s, t: (200, {f"{s} {t}": {"a": t}, "b": s}),
    "no JSON": lambda s, t: (200, f'"{s} {t}'),
    "not found": lambda s, t: (404, {"message": f"{s} {t}"}),
    "the exchange": lambda s, t: (401, {"message": f"{s} is wrong", "error": t}),
    "a token that can't be read": lambda s, t: (200, {"access_token": [t], "message": s}),
    "a token of two lines": lambda s, t: (200, {"access_token": f"{s}\r\nX-Evil: {t}"}),
    "a life that is none": lambda s, t: (200, {"access_token": t, "expires_in": s}),
}


@pytest.mark.promise("S2")
@pytest.mark.parametrize("name", ECHOES)
async def test_s2_secrets_that_a_platform_echoes(
    platform: Platform, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """S2: the API secret and the token are in no text, repr, attribute, log line, traceback, pickle or telemetry event."""
    secret, held = 'planted-"secret"-ü/+', platform.backend("scope")
    held.add_application("key_abc123", secret)
    told: list[object] = []
    Telemetry.on_request(told.append)
    Telemetry.on_response(told.append)
    Telemetry.on_error(told.append)
    exchange = name in ("the exchange", "a token that can't be read", "a token of two lines", "a life that is none")
    with caplog.at_level(logging.DEBUG), without_waiting():
        async with build(platform, credentials=ApiKeyCredentials("my-org", "key_abc123", secret)) as client:
            await client.get_prompt_version("my-prompt")
            token = held.tokens[0]["access_token"]
            if exchange:
                held.revoke()
            status, body = ECHOES[name](secret, token)
            told_as = {"body": body} if isinstance(body, str) else {"json": body}
            operation = "auth_login" if exchange else "prompts_get_production"
            platform.script(
                "scope", {"status": status, "times": 4 if status > 500 else 1, "operation": operation, **told_as}
            )
            with pytest.raises(ScopeError) as caught:
                await client.get_prompt_version("welcome")
            error = caught.value
            seen = [
                str(error), repr(error), repr(vars(error)), "".join(traceback.format_exception(error)), caplog.text,
                repr(told), repr(client), repr(vars(client)), repr(client.config), repr(client.config.to_dict()),
                repr(vars(client._pipeline)), repr(vars(client._pipeline._tokens)), repr(vars(error.__cause__ or error)),
                " ".join(repr(vars(each)) for each in caplog.records),
            ]  # fmt: skip

    assert len(told) >= 4
    spellings = [secret, json.dumps(secret)[1:-1], "planted", token, token[-20:]]
    assert [(each, text[:200]) for each in spellings for text in seen if each in text] == []


async def test_s2_library_that_tells(caplog: pytest.LogCaptureFixture) -> None:
    """S2: what a transport says of a failure may hold a credential; it is cut out before anybody hears it."""
    told: list[object] = []
    Telemetry.on_error(told.append)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return httpx.Response(200, json={"access_token": "planted-token", "expires_in": 60})
        raise httpx.ReadError(f"broke off after {request.headers['authorization']} of secret_xyz")

    with caplog.at_level(logging.DEBUG), without_waiting():
        async with AsyncScopeClient(WHO, transport=httpx.MockTransport(answer)) as client:
            with pytest.raises(scope.ConnectionError) as caught:
                await client.get_prompt_version("p")

    assert len(told) == 4
    assert "broke off after Bearer [hidden] of [hidden]" in str(caught.value)
    assert not [each for each in ("planted", "secret_xyz") if each in f"{told} {caplog.text} {caught.value!r}"]
