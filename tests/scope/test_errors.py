"""Proves that Scope's errors are those that its document lists: classes, bases, attributes, texts, the order of `except`."""

from __future__ import annotations

import asyncio
import builtins
import copy
import pickle
from typing import Any

import pytest

import promptport
from promptport import scope
from promptport.scope import (
    ApiError,
    AuthenticationError,
    AuthorizationError,
    ClosedError,
    ConfigurationError,
    ConflictError,
    InvalidCredentialsError,
    MissingApiKeyError,
    MissingVariableError,
    NoProductionVersionError,
    NotFoundError,
    RateLimitError,
    RenderError,
    ResourceError,
    ScopeError,
    ServerError,
    TokenRefreshError,
    ValidationError,
)

BASES: dict[type[ScopeError], type[Exception]] = {
    ScopeError: Exception,
    ConfigurationError: ScopeError,
    ClosedError: ScopeError,
    MissingApiKeyError: ConfigurationError,
    ApiError: ScopeError,
    AuthenticationError: ApiError,
    TokenRefreshError: AuthenticationError,
    InvalidCredentialsError: AuthenticationError,
    AuthorizationError: ApiError,
    NotFoundError: ApiError,
    ConflictError: ApiError,
    RateLimitError: ApiError,
    ServerError: ApiError,
    scope.ConnectionError: ScopeError,
    scope.TimeoutError: scope.ConnectionError,
    ResourceError: ScopeError,
    ValidationError: ResourceError,
    RenderError: ResourceError,
    MissingVariableError: RenderError,
    NoProductionVersionError: ResourceError,
}
# The order in which the document's example catches them.
ORDER = (
    InvalidCredentialsError, TokenRefreshError, AuthenticationError, NotFoundError, NoProductionVersionError,
    MissingVariableError, RateLimitError, ScopeError,
)  # fmt: skip
CALLS = [kind for kind in BASES if issubclass(kind, promptport.CallError)]


def family(kind: type[ScopeError]) -> set[type[ScopeError]]:
    """The classes among the documented ones that a class derives from, itself included."""
    return {each for each in BASES if issubclass(kind, each)}


@pytest.mark.parametrize("kind", BASES, ids=lambda each: each.__name__)
def test_bases(kind: type[ScopeError]) -> None:
    """Every class derives from its documented base, from that one's bases, and from no other documented class."""
    base = BASES[kind]
    assert issubclass(kind, base)
    assert family(kind) == {kind} | (family(base) if issubclass(base, ScopeError) else set())
    assert issubclass(kind, promptport.Error)
    assert kind.__doc__


def test_relatives_outside() -> None:
    """They are ours besides, and not the built-in classes of the same names."""
    for kind in BASES:
        assert (kind in CALLS) is issubclass(kind, ApiError | scope.ConnectionError)
    assert issubclass(ConfigurationError, promptport.ConfigurationError)
    assert issubclass(ValidationError, promptport.ArgumentError)
    assert not issubclass(scope.ConnectionError, builtins.OSError)
    assert not issubclass(scope.TimeoutError, builtins.OSError)
    assert not issubclass(scope.ConnectionError, ApiError)
    assert not issubclass(NoProductionVersionError, NotFoundError)


@pytest.mark.parametrize(
    ("kind", "caught"),
    [
        *((kind, kind) for kind in ORDER),
        (AuthorizationError, ScopeError), (ConflictError, ScopeError), (ServerError, ScopeError),
        (scope.ConnectionError, ScopeError), (scope.TimeoutError, ScopeError), (ValidationError, ScopeError),
        (ConfigurationError, ScopeError), (MissingApiKeyError, ScopeError),
    ],
    ids=lambda each: each.__name__,
)  # fmt: skip
def test_documented_order_of_except(kind: type[ScopeError], caught: type[ScopeError]) -> None:
    """In the document's order every branch is reached by its own error, and the last one by all others."""
    assert next(each for each in ORDER if isinstance(kind(), each)) is caught


@pytest.mark.parametrize("kind", BASES, ids=lambda each: each.__name__)
def test_every_error_can_be_made_and_pickled(kind: type[ScopeError]) -> None:
    """Without arguments, as the documents' tests would, and with a text; a copy is equal in all it holds."""
    for error in (kind(), kind("What happened.")):
        assert isinstance(error.message, str)
        assert str(error).startswith(error.message)
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert (type(twin), str(twin), vars(twin)) == (kind, str(error), vars(error))


FACTS: dict[str, Any] = {"http_status": 418, "http_body": "{}", "error_code": "teapot", "request_id": "r1"}


@pytest.mark.parametrize("kind", [ScopeError, *CALLS], ids=lambda each: each.__name__)
def test_facts_of_an_answer(kind: type[ScopeError]) -> None:
    """Status, body, code and request id are attributes; the text joins what there is."""
    error = kind("No tea.", **FACTS)
    status = 401 if issubclass(kind, AuthenticationError) else 418

    assert (error.message, error.http_body, error.error_code, error.request_id) == ("No tea.", "{}", "teapot", "r1")
    assert (error.http_status, error.status_code) == (status, 418)
    assert str(error) == "No tea. | HTTP Status: 418 | Error Code: teapot | Request ID: r1"
    assert str(kind("No tea.", http_status=0)) == "No tea."


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (AuthenticationError, 401), (TokenRefreshError, 401), (InvalidCredentialsError, 401), (AuthorizationError, 403),
        (NotFoundError, 404), (ConflictError, 409), (RateLimitError, 429), (ServerError, 500),
        *((each, None) for each in (ScopeError, ApiError, scope.ConnectionError, NoProductionVersionError, RenderError)),
    ],
)  # fmt: skip
def test_errors_of_a_program(kind: type[ScopeError], status: int | None) -> None:
    """One that a program builds has the documented status and says what it means; one without an answer says so by 0."""
    error = kind()
    assert (error.http_status, error.status_code) == (status, status or 0)
    assert len(error.message) > 10
    assert [error.http_body, error.error_code, error.request_id] == [None] * 3
    assert str(error) == error.message + (f" | HTTP Status: {status}" if status else "")
    assert kind(message="").message == ""
    assert kind(message="x", http_status=0).status_code == 0


def test_what_errors_of_a_program_are_given() -> None:
    """Every documented attribute by its name, on top of those that all have."""
    broken = OSError("broken")
    for kind, means in ((scope.ConnectionError, "connection"), (scope.TimeoutError, "timeout")):
        error = kind("x", original_error=broken, request_id="r1")
        assert (error.original_error, error.kind, error.request_id, error.passing) == (broken, means, "r1", True)
        assert kind().original_error is None
    assert RateLimitError("x", retry_after=30, error_code="slow").retry_after == 30
    wrong = ValidationError("x", field="name", value=3, http_status=422, http_body="{}")
    assert (wrong.field, wrong.value, wrong.http_status, wrong.http_body) == ("name", 3, 422, "{}")
    missing = MissingVariableError(missing_variables=["a"], template="{{a}}", error_code="missing")
    assert (missing.missing_variables, missing.template, missing.error_code) == (["a"], "{{a}}", "missing")
    assert MissingVariableError().missing_variables == []
    assert RenderError("x", "{{a}}", request_id="r1").template == "{{a}}"
    assert NoProductionVersionError(prompt_id="p", http_status=404).prompt_id == "p"


def test_what_goes_by_its_place() -> None:
    """As in the constructors of `scope_client`, which tests call: what a class says itself has no place."""
    broken = OSError("x")
    for kind, status in (
        (AuthenticationError, 401),
        (AuthorizationError, 403),
        (NotFoundError, 404),
        (ConflictError, 409),
    ):
        error = kind("m", "{}", "c", "r")
        assert (error.http_status, error.http_body, error.error_code, error.request_id) == (status, "{}", "c", "r")
    slow = RateLimitError("m", "{}", "c", "r", 30)
    assert (slow.http_body, slow.request_id, slow.retry_after) == ("{}", "r", 30)
    assert (ServerError("m", 503, "{}").http_status, ServerError("m", 503, "{}").http_body) == (503, "{}")
    assert (ApiError("m", 418, "{}", "c").http_status, ApiError("m", 418, "{}", "c").error_code) == (418, "c")
    assert scope.ConnectionError("m", broken).original_error is scope.TimeoutError("m", broken).original_error is broken
    missing = MissingVariableError(["a", "b"], "{{a}}")
    assert (missing.missing_variables, missing.template, missing.message) == (
        ["a", "b"], "{{a}}", "Variables have no value: a, b.",
    )  # fmt: skip
    nothing = NoProductionVersionError("greeting")
    assert (nothing.prompt_id, nothing.message) == ("greeting", "No version of the prompt 'greeting' is in production.")
    assert RenderError("m", "{{a}}").template == "{{a}}"


@pytest.mark.parametrize("world", [scope.ScopeClient, scope.AsyncScopeClient])
def test_a_closed_client_raises_an_error_of_scope(world: type[Any]) -> None:
    """So that `except ScopeError` is enough."""

    async def use() -> None:
        client = world(scope.ApiKeyCredentials("o", "k", "s"))
        derived = client.with_options(timeout=1)
        for each in (client.close() if world is scope.ScopeClient else await client.aclose(), derived, client):
            if each is not None:
                found = each.get_prompt_version("p")
                await found

    with pytest.raises(ClosedError, match="The scope client is closed") as caught:
        asyncio.run(use())
    assert isinstance(caught.value, ScopeError)
    assert isinstance(caught.value, promptport.ClosedError)


def test_authentication_errors_say_401_whatever_happened() -> None:
    """As Scope's own client has it; what the platform answered is `status_code`."""
    for kind in (AuthenticationError, TokenRefreshError, InvalidCredentialsError):
        assert (
            kind("x").http_status,
            kind("x", http_status=503).http_status,
            kind("x", http_status=503).status_code,
        ) == (401, 401, 503)


@pytest.mark.parametrize(
    ("seconds", "told"), [(None, None), (0, 0), (0.2, 1), (1.5, 2), (30.0, 30), (float("inf"), None), (1e12, 10**12)]
)
def test_retry_after(seconds: float | None, told: int | None) -> None:
    """Whole seconds, never too few; an absurd number is none."""
    error = RateLimitError("slow down", http_status=429, retry_after=seconds)
    assert error.retry_after == told
    assert pickle.loads(pickle.dumps(error)).retry_after == told
    assert RateLimitError("x").retry_after is None


def test_what_else_they_hold() -> None:
    """The attributes that the documents name."""
    assert MissingApiKeyError().message == "There is no API key."
    error = NoProductionVersionError("greeting", "none", http_status=404)
    assert (error.prompt_id, error.http_status) == ("greeting", 404)
    missing = MissingVariableError(("a", "b"), "{{a}}{{b}}", "m")
    assert (missing.missing_variables, missing.template) == (["a", "b"], "{{a}}{{b}}")
    wrong = ValidationError("w", "label", "x")
    assert (wrong.field, wrong.argument, wrong.value) == ("label", "label", "x")
    broken = scope.ConnectionError("lost")
    assert broken.original_error is None
    broken.__cause__ = OSError("reset")
    assert isinstance(broken.original_error, OSError)


@pytest.mark.parametrize(
    "value", [lambda: 1, object(), [lambda: 1], {"a": 1}, b"x", "x" * 5000, ["a"], 3, None, 2.5, True]
)
def test_any_value_can_be_told_in_another_process(value: object) -> None:
    """What was given may be anything; the error can be pickled all the same."""
    error = ValidationError("wrong", "name", value)
    twin = pickle.loads(pickle.dumps(error))
    assert twin.value == error.value
    assert error.value in (value, f"{value!r:.200}")


def test_hint_and_attempts_stand_at_the_end() -> None:
    """What to do about it is told last."""
    error = ServerError("Broken.", 503, attempts=4, hint="Wait.")
    assert str(error) == "Broken. | HTTP Status: 503 | Attempts: 4 | Wait."
