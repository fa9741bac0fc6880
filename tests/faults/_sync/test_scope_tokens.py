# Made from tests/faults/_async/test_scope_tokens.py by `python tools/unasync.py`: change that file, never this one.
"""Promise D1 for Scope, and the life of its token, by requests counted at the server: logins, fetches, replays."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.scope import (
    ApiKeyCredentials,
    ScopeClient,
    AuthenticationError,
    AuthorizationError,
    InvalidCredentialsError,
    PromptVersion,
    TokenRefreshError,
)
from promptport.testing import Fault, FaultProxy, Platform, later, without_waiting

from ...together.blocking import begin, ended, together, until

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


def build(platform: Platform, **options: Any) -> ScopeClient:
    """A client of the local Scope, without retries' waits."""
    url = platform.url("scope")
    given: dict[str, Any] = {"credentials": WHO, "base_url": url, "auth_api_url": url, "retry_base_delay": 0}
    return ScopeClient(**(given | options))


@pytest.fixture
def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with build(platform) as made:
        yield made


def logins(platform: Platform) -> list[int | None]:
    """The statuses of the exchanges."""
    return [request.status for request in platform.requests if request.operation == "auth_login"]


def fetches(platform: Platform) -> list[int | None]:
    """The statuses of the fetches."""
    return [request.status for request in platform.requests if request.operation != "auth_login"]


@pytest.mark.promise("D1")
def test_d1_cold_stampede(platform: Platform, proxy: FaultProxy) -> None:
    """D1: 64 callers of a fresh client make one pool, one token request and one prompt request; and so once more."""
    for _ in range(5):
        platform.reset()
        before = proxy.connections
        with build(platform, base_url=f"{proxy.url}/scope", auth_api_url=f"{proxy.url}/scope") as client:
            found = together(64, lambda: client.get_prompt_version("welcome"))  # ends in its round
            assert len(getattr(client._pipeline._carriers.engine, "_sessions", [1])) == 1
            assert {id(each) for each in found} == {id(found[0])}
            assert isinstance(found[0], PromptVersion)
            assert (logins(platform), fetches(platform)) == ([200], [200])
            assert proxy.connections == before + 1
    print("D1: 64 callers at once, five times: one token request and one prompt request each time")


def test_many_prompts_at_once(client: ScopeClient, platform: Platform) -> None:
    """64 callers of different prompts: one token request, a fetch each."""
    names = [f"prompt-{at}" for at in range(64)]
    for name in names:
        platform.backend("scope").add_prompt(name, [{"content": name}])
    left = list(names)
    found = together(64, lambda: client.get_prompt_version(left.pop()))

    assert sorted(str(each.name) for each in found if isinstance(each, PromptVersion)) == sorted(names)
    assert (logins(platform), fetches(platform)) == ([200], [200] * 64)


def test_renewal_while_others_go_on(client: ScopeClient, platform: Platform) -> None:
    """When a token is about to expire one caller renews it; the others are answered with the old one meanwhile."""
    client.get_prompt_version("welcome")
    old = platform.backend("scope").tokens[0]["access_token"]
    later(3550)
    platform.script("scope", {"delay": 2.0, "operation": "auth_login"})
    renewing = begin(lambda: client.get_prompt_version("welcome", cache=False))
    until(lambda: len(logins(platform)) == 2)
    found = together(16, lambda: client.get_prompt_version("my-prompt", cache=False))

    assert all(isinstance(each, PromptVersion) for each in found)
    assert logins(platform) == [200, None]  # still under way
    used = [request.header("authorization") for request in platform.requests if "my-prompt" in request.path]
    assert used == [f"Bearer {old}"] * 16
    assert isinstance(ended(renewing), PromptVersion)
    assert logins(platform) == [200, 200]
    assert platform.requests[-1].header("authorization") != f"Bearer {old}"


@pytest.mark.parametrize(
    ("fault", "requests"),
    [(Fault("refuse"), None), (Fault("reset"), None), (Fault("hang"), None), (None, {"status": 503, "times": 4})],
    ids=["refused", "reset", "hanging", "503"],
)
def test_dead_auth_host_while_the_token_is_good(
    platform: Platform, proxy: FaultProxy, fault: Any, requests: Any
) -> None:
    """The old token serves until it expires, whatever the auth host does; what it costs is a part of one call."""
    with build(platform, auth_api_url=f"{proxy.url}/scope", timeout=2) as client:
        client.get_prompt_version("welcome")
        later(3550)
        if fault is not None:
            proxy.fault = fault
        else:
            platform.script("scope", {**requests, "operation": "auth_login"})
        for _ in range(5):
            assert (client.get_prompt_version("welcome", cache=False)).name == "welcome"
        tried = len(logins(platform))
        for _ in range(5):
            assert (client.get_prompt_version("welcome", cache=False)).name == "welcome"
        assert len(logins(platform)) == tried  # not with every call

        proxy.fault = Fault()
        later(60)
        assert (client.get_prompt_version("welcome", cache=False)).name == "welcome"
    assert fetches(platform) == [200] * 12
    used = [request.header("authorization") for request in platform.requests if request.operation != "auth_login"]
    assert used[:11] == used[:1] * 11
    assert used[11] != used[0]


def test_refused_renewal(client: ScopeClient, platform: Platform) -> None:
    """Credentials that are refused now are told now; each call asks once."""
    client.get_prompt_version("welcome")
    platform.backend("scope").add_application("key_abc123", "another-secret")
    later(3550)
    for _ in range(2):
        with pytest.raises(InvalidCredentialsError) as caught:
            client.get_prompt_version("welcome", cache=False)
    assert caught.value.status_code == 401
    assert logins(platform) == [200, 401, 401]
    assert fetches(platform) == [200]


def test_revoked_token(client: ScopeClient, platform: Platform) -> None:
    """A token that the platform no longer takes: one login, one replay of the same call."""
    client.get_prompt_version("welcome")
    platform.backend("scope").revoke()

    assert (client.get_prompt_version("my-prompt")).name == "my-prompt"
    assert (logins(platform), fetches(platform)) == ([200, 200], [200, 401, 200])


def test_expired_token(client: ScopeClient, platform: Platform) -> None:
    """Likewise one that expired earlier than it said, and one whose answer did not say."""
    platform.backend("scope").options.expires_in = None
    client.get_prompt_version("welcome")
    platform.backend("scope").expire()

    assert (client.get_prompt_version("my-prompt")).name == "my-prompt"
    assert (logins(platform), fetches(platform)) == ([200, 200], [200, 401, 200])


def test_revoked_for_all_at_once(client: ScopeClient, platform: Platform) -> None:
    """64 callers whose token is revoked: one login, and all are answered."""
    for at in range(64):
        platform.backend("scope").add_prompt(f"prompt-{at}", [{"content": "c"}])
    client.get_prompt_version("welcome")
    platform.backend("scope").revoke()
    left = list(range(64))
    found = together(64, lambda: client.get_prompt_version(f"prompt-{left.pop()}"))

    assert all(isinstance(each, PromptVersion) for each in found)
    assert logins(platform) == [200, 200]
    assert fetches(platform).count(200) == 65
    assert fetches(platform).count(401) <= 64


def test_first_token_that_is_refused(client: ScopeClient, platform: Platform) -> None:
    """A new token that the platform does not take is not asked for twice: the next one would be no better."""
    platform.script("scope", {"status": 401, "times": None, "operation": "prompts_get_production"})
    with pytest.raises(AuthenticationError, match="though it is new") as caught:
        client.get_prompt_version("welcome")
    platform.reset()  # the script is for ever

    assert type(caught.value) is AuthenticationError
    assert not platform.requests
    platform.backend("scope").add_application("key_abc123", can_read=False)
    with pytest.raises(AuthorizationError):
        client.get_prompt_version("welcome")
    assert (logins(platform), fetches(platform)) == ([200], [403])


def test_replayed_call_that_is_refused_again(client: ScopeClient, platform: Platform) -> None:
    """After one login and one replay it is over."""
    client.get_prompt_version("welcome")
    platform.script("scope", {"status": 401, "times": 2, "operation": "prompts_get_production"})
    with pytest.raises(AuthenticationError):
        client.get_prompt_version("my-prompt")
    assert (logins(platform), fetches(platform)) == ([200, 200], [200, 401, 401])


def test_wrong_credentials(platform: Platform) -> None:
    """Refused by the auth host: one request, an error that names the settings, and nothing else is asked."""
    with build(platform, credentials=ApiKeyCredentials("my-org", "key_abc123", "wrong")) as client:
        found = together(16, lambda: client.get_prompt_version("welcome"))
    assert {type(each) for each in found} == {InvalidCredentialsError}
    assert "SCOPE_API_SECRET" in str(found[0])
    assert fetches(platform) == []
    assert set(logins(platform)) == {401}


def test_disabled_application(client: ScopeClient, platform: Platform) -> None:
    """403 of the auth host is about the credentials too."""
    platform.backend("scope").add_application("key_abc123", enabled=False)
    with pytest.raises(InvalidCredentialsError) as caught:
        client.get_prompt_version("welcome")
    assert (caught.value.status_code, caught.value.http_status) == (403, 401)


def test_token_of_a_short_life(client: ScopeClient, platform: Platform) -> None:
    """A life shorter than the buffer of 60 seconds does not mean a login before every request."""
    platform.backend("scope").options.expires_in = 30
    for _ in range(5):
        client.get_prompt_version("welcome", cache=False)
    assert (logins(platform), fetches(platform)) == ([200], [200] * 5)


def test_outage_of_the_auth_host_is_shared(client: ScopeClient, platform: Platform) -> None:
    """16 callers, one auth host that fails for ever: all hear of it, and its attempts are made for all of them together."""
    platform.script("scope", {"status": 503, "times": None, "delay": 0.1, "operation": "auth_login"})
    found = together(16, lambda: client.get_prompt_version("welcome"))
    tried = len(logins(platform))
    platform.reset()
    with without_waiting():
        assert {type(each) for each in found} == {TokenRefreshError}
    assert tried <= 8
