"""Promise S7: accounts never meet, neither by an option of a call nor by a copy. In every room."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from promptport import AsyncClient, ConfigurationError, Prompt
from promptport.testing import Platform

from ...base.aio import open_client
from ...base.rooms import ROOMS, settings

ADDRESS = "http://127.0.0.1:9/there"  # nobody is asked there: what is sent goes through a transport
ACCOUNTS: dict[str, list[dict[str, str]]] = {  # each differs from the first in one thing that says who asks
    "xr2": [{"api_key": "account-one"}, {"api_key": "account-two"}],
    "promptrails": [{"api_key": "account-one"}, {"api_key": "account-two"}],
    "scope": [
        {"org_id": "one", "api_key": "app", "api_secret": "account-one"},
        {"org_id": "two", "api_key": "app", "api_secret": "account-one"},
        {"org_id": "one", "api_key": "another", "api_secret": "account-one"},
        {"org_id": "one", "api_key": "app", "api_secret": "account-one", "environment": "staging"},
    ],
    "promptic": [
        {"access_token": "account-one", "workspace_id": "w1"},
        {"access_token": "account-one", "workspace_id": "w2"},
        {"access_token": "account-two", "workspace_id": "w1"},
        {"api_key": "account-one"},
    ],
    "langfuse": [
        {"public_key": "pk-lf-one", "secret_key": "account-one"},
        {"public_key": "pk-lf-two", "secret_key": "account-one"},
    ],
}
HEADERS = {
    "langfuse": {"Authorization": "public_key"},
    "xr2": {"Authorization": "api_key"},
    "promptrails": {"X-API-Key": "api_key", "Authorization": "api_key"},
    "scope": {"Authorization": "credentials", "X-Scope-Environment": "environment", "X-Org-Id": "credentials"},
    "promptic": {
        "Authorization": "access_token",
        "X-Workspace-Id": "ai_application_id",
        "X-AI-Application-Id": "ai_application_id",
    },
}


def relay(room: str, platform: Platform, who: int) -> Callable[[httpx.Request], httpx.Response]:
    """Answers what the local platform does, with the number of the account in the prompt's text."""
    known = settings(room, "")

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {name: value for name, value in request.headers.items() if name not in ("host", "content-length")}
        content = request.content
        if room == "promptrails":
            headers["x-api-key"] = known["api_key"]
        elif room == "langfuse":
            pair = f"{known['public_key']}:{known['secret_key']}"
            headers["authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        elif room != "scope":
            headers["authorization"] = f"Bearer {known['api_key']}"
        elif b"client_secret" in content:
            ids = {"account_id": "org_id", "client_id": "api_key", "client_secret": "api_secret"}
            content = json.dumps({each: known[ids.get(each, each)] for each in json.loads(content)}).encode()
        url = str(request.url).replace(ADDRESS, platform.url(room))
        found = httpx.request(request.method, url, headers=headers, content=content, trust_env=False)
        kept = {"content-type": found.headers["content-type"]}
        return httpx.Response(
            found.status_code, content=found.content.replace(b"Welcome ", b"Welcome %d " % who), headers=kept
        )

    return answer


def text_of(prompt: Prompt) -> str:
    """What its last message says."""
    return str(prompt.messages[-1].content)


def opened(room: str, platform: Platform, who: int, **more: Any) -> AsyncClient:
    """A client of an account."""
    places = {name: ADDRESS for name in settings(room, "") if "url" in name or name == "endpoint"}
    given: dict[str, Any] = places | ACCOUNTS[room][who]
    transport = httpx.MockTransport(relay(room, platform, who))
    return AsyncClient(room, **given, transport=transport, **more)


@pytest.mark.promise("S7")
@pytest.mark.parametrize("place", ["memory", "disk", "redis"])
@pytest.mark.parametrize("room", ROOMS)
async def test_s7_copies_by_account(
    room: str, place: str, platform: Platform, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    """S7: no account is ever served what was fetched for another, from memory, disk or Redis, before, after or in an outage."""
    more: dict[str, Any] = {"disk": place == "disk"}
    if place == "redis":
        from promptport.cache.redis import AsyncRedisStore

        more = {"store": AsyncRedisStore(request.getfixturevalue("redis_server").url)}
    for source in ("network", "disk"):
        for who in range(len(ACCOUNTS[room])):
            async with opened(room, platform, who, **more) as client:
                prompt = await client.get("welcome")
                assert f"Welcome {who} " in text_of(prompt)
                assert prompt.origin.source == (source if place != "memory" else "network")
                assert f"Welcome {who} " in text_of(await client.get("welcome"))
    print(f"S7: {len(ACCOUNTS[room])} accounts of {room}, {place}: each served its own")


@pytest.mark.promise("S7")
@pytest.mark.parametrize("room", ROOMS)
async def test_s7_an_account_is_no_option(room: str, platform: Platform) -> None:
    """S7: headers that say who asks are refused in every spelling, by `Client` and by the room's own, with the setting named."""
    everywhere = ("Proxy-Authorization", "Cookie", "X-API-Key", "X-Workspace-Id", "X-Auth-Token", "X-Tenant-Id")
    async with opened(room, platform, 0, disk=False) as client, open_client(room, platform.url(room)) as own:
        for header in (*HEADERS[room], *everywhere):
            for name in (header, header.lower(), header.upper(), header.replace("-", "_")):
                for each in (client, own):
                    with pytest.raises(ConfigurationError, match="says who asks") as caught:
                        each.with_options(headers={"X-Team": "a", name: "planted-key"})
                    assert f"`{HEADERS[room].get(header, '')}" in str(caught.value)
                    assert "planted-key" not in f"{caught.value!r}{caught.value}"
        assert "Welcome 0 " in text_of(await client.with_options(headers={"X-Team": "a"}).get("welcome"))
