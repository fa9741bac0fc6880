"""Proves what the Scope clients send and answer, against the local platform: headers, names, spellings, 404s, bad input."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import httpx
import pytest

from promptport import answers
from promptport.errors import ClosedError
from promptport.scope import (
    ApiKeyCredentials,
    AsyncScopeClient,
    Configuration,
    ConfigurationError,
    MissingVariableError,
    NotFoundError,
    PromptVersion,
    ScopeError,
    ValidationError,
)
from promptport.testing import Platform, without_waiting

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")
UUID4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def options(platform: Platform) -> dict[str, Any]:
    """What a client of the local Scope is built with."""
    url = platform.url("scope")
    return {"credentials": WHO, "base_url": url, "auth_api_url": url}


@pytest.fixture
async def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    async with AsyncScopeClient(**options(platform)) as made:
        yield made


def sent(platform: Platform, at: int = -1) -> dict[str, str]:
    """The headers of a request, but for those that every HTTP message has."""
    headers = platform.requests[at].headers
    assert len({name for name, _ in headers}) == len(headers)
    return {name: value for name, value in headers if name not in ("host", "content-length", "accept-encoding")}


async def test_headers_of_the_token_request(client: AsyncScopeClient, platform: Platform) -> None:
    """docs/wire/scope.md 1.4 and 2.1: the exchange carries JSON, three texts, and no header with credentials or of Scope."""
    await client.get_prompt_version("greeting-template")
    request = platform.requests[0]

    assert (request.method, request.path, request.query) == ("POST", "/v1/auth/applications/login", "")
    headers = sent(platform, 0)
    assert headers.pop("user-agent").startswith("promptport/")
    assert headers == {"accept": "application/json", "content-type": "application/json"}
    assert json.loads(request.body) == {
        "account_id": "my-org",
        "client_id": "key_abc123",
        "client_secret": "secret_xyz",
    }


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({}, "greeting-template/production"),
        ({"label": None}, "greeting-template/production"),
        ({"label": "production"}, "greeting-template/production"),
        ({"label": "latest"}, "greeting-template/latest"),
        ({"version": "version-1"}, "greeting-template/versions/version-1"),
        ({"version": "version-1", "label": "latest"}, "greeting-template/versions/version-1"),
    ],
)
async def test_headers_and_path_of_a_prompt_request(
    client: AsyncScopeClient, platform: Platform, arguments: dict[str, Any], path: str
) -> None:
    """`docs/wire/scope.md` 1.4 and 2.2: six headers, even without a body; no query, no body; the version beats the label."""
    await client.get_prompt_version("greeting-template", **arguments)
    request = platform.requests[-1]

    assert (request.method, request.path, request.query, request.body) == ("GET", f"/api/v1/prompts/{path}", "", b"")
    headers = sent(platform)
    assert headers.pop("user-agent").startswith("promptport/")
    assert re.fullmatch(UUID4, headers.pop("x-request-id"))
    assert headers == {
        "accept": "application/json",
        "content-type": "application/json",
        "authorization": f"Bearer {platform.backend('scope').tokens[0]['access_token']}",
        "x-scope-environment": "production",
    }
    assert len(platform.requests) == 2


async def test_environment_and_version_of_the_interface(platform: Platform) -> None:
    """The environment is told, and left out where it is empty; the interface's version stands in the path."""
    async with AsyncScopeClient(**options(platform), environment="staging") as client:
        await client.get_prompt_version("my-prompt")
    assert sent(platform)["x-scope-environment"] == "staging"

    async with AsyncScopeClient(**options(platform), environment="") as client:
        await client.get_prompt_version("my-prompt")
    assert "x-scope-environment" not in sent(platform)

    async with AsyncScopeClient(**options(platform), api_version="v2", cache_enabled=False) as client:
        assert client.config.api_url == f"{platform.url('scope')}/api/v2"
        with pytest.raises(ScopeError, match="nothing at this path"):
            await client.get_prompt_version("my-prompt")
    assert platform.requests[-1].path == "/api/v2/prompts/my-prompt/production"


async def test_request_id(client: AsyncScopeClient, platform: Platform) -> None:
    """Every call has a name of its own, which all its attempts keep, a replay with a new token included."""
    platform.script("scope", {"status": 503, "times": 2, "operation": "prompts_get_production"})
    with without_waiting():
        await client.get_prompt_version("my-prompt")
    platform.backend("scope").revoke()
    await client.get_prompt_version("my-prompt", cache=False)

    names = [request.header("x-request-id") for request in platform.requests if request.method == "GET"]
    assert [request.status for request in platform.requests] == [200, 503, 503, 200, 401, 200, 200]
    assert names[0] == names[1] == names[2] != names[3] == names[4]


async def test_headers_of_callers(client: AsyncScopeClient, platform: Platform) -> None:
    """`with_options` adds headers, and a caller's own name for a request takes the place of ours, nothing is sent twice."""
    other = client.with_options(headers={"X-Team": "a", "X-Request-ID": "mine", "User-Agent": "app/1"})
    await other.get_prompt_version("my-prompt")

    headers = sent(platform)
    assert [headers[name] for name in ("x-team", "x-request-id", "user-agent")] == ["a", "mine", "app/1"]


NAMES = {
    "../../admin": "..%2F..%2Fadmin",
    "a?x=1": "a%3Fx%3D1",
    "a/b": "a%2Fb",
    "a#b": "a%23b",
    "a%2Fb": "a%252Fb",
    "a\r\nX-Evil: 1": "a%0D%0AX-Evil%3A%201",
    "a b": "a%20b",
    " ": "%20",
    "...": "...",
    "Grüße 😀": "Gr%C3%BC%C3%9Fe%20%F0%9F%98%80",
    "a\x00b": "a%00b",
    "a;b=c&d+e": "a%3Bb%3Dc%26d%2Be",
    "http://h/": "http%3A%2F%2Fh%2F",
    "\\..\\": "%5C..%5C",
    "latest": "latest",
    "%2e%2e": "%252e%252e",
    "~a-b_c.d": "~a-b_c.d",
}


@pytest.mark.promise("S3")
@pytest.mark.parametrize("name", NAMES)
async def test_s3_name_stays_in_its_segment(client: AsyncScopeClient, platform: Platform, name: str) -> None:
    """S3: whatever a prompt or a version is called, it is one encoded segment of the path, and the platform's own word."""
    platform.backend("scope").add_prompt(name, [{"id": f"v{name}", "content": "found"}])

    assert (await client.get_prompt_version(name)).content == "found"
    assert platform.requests[-1].path == f"/api/v1/prompts/{NAMES[name]}/production"
    assert (await client.get_prompt_version(name, label="latest")).content == "found"
    assert platform.requests[-1].path == f"/api/v1/prompts/{NAMES[name]}/latest"
    assert (await client.get_prompt_version(name, version=f"v{name}")).content == "found"
    assert platform.requests[-1].path == f"/api/v1/prompts/{NAMES[name]}/versions/v{NAMES[name]}"
    assert [request.query for request in platform.requests] == [""] * 4


@pytest.mark.promise("S3")
@pytest.mark.parametrize("name", ["", ".", "..", "\ud800", "a\udfff"])
async def test_s3_name_that_is_no_segment(client: AsyncScopeClient, platform: Platform, name: str) -> None:
    """S3: what would change the path, or can't be written in it, is refused by name before anything is sent."""
    with pytest.raises(ValidationError, match="`name`") as caught:
        await client.get_prompt_version(name)
    assert (caught.value.field, caught.value.value) == ("name", name)
    with pytest.raises(ValidationError, match="`version`") as caught:
        await client.get_prompt_version("my-prompt", version=name)
    assert (caught.value.field, caught.value.value) == ("version", name)
    assert not platform.requests


class Word(StrEnum):
    """A program's names of prompts."""

    NAME = "a-name"


WRONG = [3, 2.5, True, b"bytes", ["a"], {"a": 1}, {"a"}, object(), lambda: "x", ScopeError]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("argument", ["name", "label", "version", "cache", "cache_ttl"])
@pytest.mark.parametrize("cached", [False, True])
async def test_wrong_types(
    client: AsyncScopeClient, platform: Platform, argument: str, wrong: Any, cached: bool
) -> None:
    """A wrong type is an error of ours that names the argument, whether the prompt is in the cache or not; none is sent."""
    if (argument, type(wrong)) in (("cache", bool), ("cache_ttl", int), ("cache_ttl", float)):
        wrong = "yes"
    if (argument, wrong) in (("name", 3), ("version", 3)):  # which has a text
        wrong = 1j
    if cached:
        await client.get_prompt_version("my-prompt")
    before = len(platform.requests)
    arguments: dict[str, Any] = {"name": "my-prompt", argument: wrong}

    with pytest.raises(ValidationError, match="label" if argument == "label" else f"`{argument}`") as caught:
        await client.get_prompt_version(**arguments)
    assert caught.value.field == argument
    with pytest.raises(ValidationError):
        await client.render_prompt(variables={"name": "A"}, **arguments)
    assert len(platform.requests) == before


@pytest.mark.parametrize("name", [UUID(int=1), 7, Word.NAME, PurePosixPath("a-path")], ids=str)
async def test_names_of_other_classes(client: AsyncScopeClient, platform: Platform, name: Any) -> None:
    """What has a text names a prompt, and a version, by that; both find the same copy."""
    text = name.value if isinstance(name, Word) else str(name)
    platform.backend("scope").add_prompt(text, [{"content": "found", "variables": []}])
    found = await client.get_prompt_version(name)
    again = [await client.get_prompt_version(each) for each in (text, name)]
    assert all(each is found for each in again)
    with pytest.raises(NotFoundError):
        await client.get_prompt_version(text, version=name)
    assert [each.path.rpartition("/prompts/")[2] for each in platform.requests[1:]] == [
        f"{text}/production", f"{text}/versions/{text}"
    ]  # fmt: skip


@pytest.mark.parametrize("ttl", [-1, float("nan"), float("-inf"), "60", True])
async def test_time_to_live_that_is_none(client: AsyncScopeClient, platform: Platform, ttl: Any) -> None:
    """Seconds that make no sense are refused also where they would not have been looked at."""
    for cache in (True, False):
        with pytest.raises(ValidationError, match="cache_ttl"):
            await client.get_prompt_version("my-prompt", cache=cache, cache_ttl=ttl)
    assert not platform.requests


@pytest.mark.parametrize("label", ["", "staging", "Production", "latest "])
async def test_label_that_there_is_not(client: AsyncScopeClient, platform: Platform, label: str) -> None:
    """Scope's own client takes any label for `production`; ours says which there are, also beside a version."""
    for more in ({}, {"version": "version-1"}):
        with pytest.raises(ValidationError, match="only `production` and `latest`"):
            await client.get_prompt_version("my-prompt", label=label, **more)  # type: ignore[arg-type]
    assert not platform.requests


async def test_option_that_there_is_not(client: AsyncScopeClient) -> None:
    """Scope's own client swallows what it does not know."""
    with pytest.raises(TypeError, match="labl"):
        await client.get_prompt_version("my-prompt", labl="latest")  # type: ignore[call-arg]


@pytest.mark.parametrize("variables", [None, "text", 3, [("name", "A")], {"name"}, object()])
async def test_variables_that_are_none(client: AsyncScopeClient, platform: Platform, variables: Any) -> None:
    """Values come in a mapping; nothing is fetched for anything else."""
    with pytest.raises(ValidationError, match="`variables`") as caught:
        await client.render_prompt("my-prompt", variables)
    assert caught.value.field == "variables"
    assert not platform.requests


async def test_render_prompt(client: AsyncScopeClient, platform: Platform) -> None:
    """All options of fetching are options of rendering; `self` and every other text is good as a name."""
    held = platform.backend("scope")
    held.add_prompt("p", [
        {"content": "{{self}} {{name}} {{cache}}", "variables": ["self", "name", "cache"]},
        {"content": "draft {{a}}", "variables": ["a"], "status": "draft"},
    ])  # fmt: skip
    values = {"self": "S", "name": "N", "cache": "C"}

    assert await client.render_prompt("p", values) == "S N C"
    assert await client.render_prompt("p", variables={"a": 1}, label="latest") == "draft 1"
    assert await client.render_prompt("p", {"a": 1}, "latest", cache=False) == "draft 1"
    assert await client.render_prompt("p", {"a": 1}, version="version-2", cache_ttl=5) == "draft 1"
    assert await client.render_prompt("p", values, None) == "S N C"
    assert [request.path.rpartition("p/")[2] for request in platform.requests[1:]] == [
        "production", "latest", "latest", "versions/version-2",
    ]  # fmt: skip
    with pytest.raises(MissingVariableError):
        await client.render_prompt("p", {})


@pytest.mark.parametrize("spelling", ["both", "python", "ruby"])
async def test_both_spellings_of_answers(client: AsyncScopeClient, platform: Platform, spelling: Any) -> None:
    """`docs/wire/scope.md` 2.2: the version's id and number are read from whichever names they came under."""
    platform.backend("scope").options.spelling = spelling
    version = await client.get_prompt_version("my-greeting-prompt")

    assert isinstance(version, PromptVersion)
    assert (version.id, version["id"], version.version_number) == ("version-124", "version-124", 2)
    assert (version.content, version.variables, version.type) == ("Hello {{name}}, welcome!", ["name"], "text")
    assert version.is_published
    assert version.is_production is (spelling != "ruby")
    assert version.render(name="A") == "Hello A, welcome!"
    assert "version-124" in repr(version)


async def test_name_or_id(client: AsyncScopeClient) -> None:
    """A prompt is found by its name and by its id, and each is kept apart in the cache."""
    by_name = await client.get_prompt_version("my-prompt")
    by_id = await client.get_prompt_version(by_name.prompt_id)

    assert by_name == by_id
    assert by_name is not by_id


async def test_nothing_is_sent_while_it_is_built(platform: Platform) -> None:
    """The token is fetched with the first prompt; a closed client says so and can be closed again."""
    client = AsyncScopeClient(**options(platform))
    assert not platform.requests
    await client.aclose()
    await client.aclose()
    with pytest.raises(ClosedError, match="closed"):
        await client.get_prompt_version("my-prompt")
    assert not platform.requests
    assert repr(client) == f"<AsyncScopeClient {platform.url('scope')} 0 cached>"
    assert repr(AsyncScopeClient(**options(platform), cache_enabled=False)).endswith("no cache>")


async def test_forgotten_client(platform: Platform) -> None:
    """One that was used and not closed is a warning; one that was never used is none."""
    AsyncScopeClient(**options(platform))
    forgotten = AsyncScopeClient(WHO, transport=httpx.MockTransport(_any))
    await forgotten.get_prompt_version("p")
    with pytest.warns(ResourceWarning, match="unclosed client of scope"):
        del forgotten


def _any(request: httpx.Request) -> httpx.Response:
    token = {"access_token": "t", "expires_in": 60}
    return httpx.Response(200, json=token if request.method == "POST" else {"prompt_id": "p", "content": "c"})


async def test_answers_as_they_came(client: AsyncScopeClient) -> None:
    """`promptport.answers` has the prompt's answer and no other; a copy from the cache is none."""
    with answers() as seen:
        await client.get_prompt_version("my-prompt")
        await client.get_prompt_version("my-prompt")

    assert [(answer.status, json.loads(answer.content)["name"]) for answer in seen] == [(200, "my-prompt")]
    assert re.fullmatch(UUID4, seen[0].request_id or "")


async def test_default_hosts() -> None:
    """The documented hosts, where nothing else is said: the token comes from one, the prompt from the other."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.method} {request.url}")
        return _any(request)

    async with AsyncScopeClient(config=Configuration(WHO), transport=httpx.MockTransport(answer)) as client:
        await client.get_prompt_version("my-prompt")
    assert seen == [
        "POST https://auth.scope.io/v1/auth/applications/login",
        "GET https://api.scope.io/api/v1/prompts/my-prompt/production",
    ]


BAD: list[tuple[str, Any]] = [
    ("credentials", "key"), ("credentials", 7), ("config", {"timeout": 3}), ("config", "x"), ("base_url", 5),
    ("base_url", "ftp://h"), ("auth_api_url", "auth.scope.io"), ("api_version", 1), ("api_version", ".."),
    ("api_version", "v1/x"), ("timeout", "30"), ("open_timeout", 0), ("cache_enabled", "no"), ("cache_ttl", -1),
    ("cache_ttl", float("inf")),
    ("max_retries", "3"), ("max_retries", True), ("max_retries", 2.5), ("retry_base_delay", []),
    ("retry_max_delay", float("nan")), ("telemetry_enabled", 1), ("environment", 5), ("environment", "prodüktion"),
    ("environment", "a\r\nb"), ("token_refresh_buffer", -1), ("proxy", 5), ("proxy", "ftp://h"), ("verify", 5),
    ("verify", "/no/such/file"), ("hooks", 5), ("hooks", [5]), ("transport", "httpx"),
]  # fmt: skip


@pytest.mark.parametrize(("option", "value"), BAD)
def test_client_that_cannot_be_built(option: str, value: Any) -> None:
    """Every option that makes no sense is refused by name when the client is built, with the one error of Scope for it."""
    with pytest.raises(ConfigurationError, match=option if option == "proxy" else f"`{option}`"):
        AsyncScopeClient(**({"credentials": WHO} | {option: value}))


@pytest.mark.parametrize("option", ["timout", "base_ur1", "api_key", "zzz"])
def test_client_option_that_there_is_not(option: str) -> None:
    """An option that there is not is a TypeError that guesses which was meant."""
    with pytest.raises(TypeError, match=option):
        AsyncScopeClient(WHO, **{option: 3})  # type: ignore[arg-type]
