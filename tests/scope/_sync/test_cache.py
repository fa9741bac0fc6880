# Made from tests/scope/_async/test_cache.py by `python tools/unasync.py`: change that file, never this one.
"""Proves the cache of the Scope clients (`docs/wire/scope.md` 5.2, with our changes), by requests counted at the server."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.scope import ApiKeyCredentials, ScopeClient, NotFoundError, ScopeError
from promptport.testing import Platform, later, without_waiting

from ...together.blocking import begin, ended, together, until

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


def build(platform: Platform, **options: Any) -> ScopeClient:
    """A client of the local Scope."""
    url = platform.url("scope")
    return ScopeClient(WHO, base_url=url, auth_api_url=url, **options)


@pytest.fixture
def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with build(platform) as made:
        yield made


def fetches(platform: Platform) -> list[str]:
    """What was fetched, in order."""
    return [request.path.removeprefix("/api/v1/prompts/") for request in platform.requests if request.method == "GET"]


def test_each_selector_is_kept_for_itself(client: ScopeClient, platform: Platform) -> None:
    """Production, latest and each version are entries of their own; production is one, however it is asked for."""
    for _ in range(3):
        production = client.get_prompt_version("my-greeting-prompt")
        assert client.get_prompt_version("my-greeting-prompt", label="production") is production
        latest = client.get_prompt_version("my-greeting-prompt", label="latest")
        first = client.get_prompt_version("my-greeting-prompt", version="version-123")
        assert client.get_prompt_version("my-greeting-prompt", version="version-123", label="latest") is first
    assert [each.id for each in (production, latest, first)] == ["version-124", "version-125", "version-123"]
    assert fetches(platform) == [
        "my-greeting-prompt/production",
        "my-greeting-prompt/latest",
        "my-greeting-prompt/versions/version-123",
    ]


def test_keys_do_not_collide(client: ScopeClient, platform: Platform) -> None:
    """Names and ids that look like keys are none: in Scope's own client these are one."""
    held = platform.backend("scope")
    held.add_prompt("x:version:y", [{"content": "one"}])
    held.add_prompt("x", [{"id": "y:latest", "content": "two"}, {"id": "latest", "content": "three"}])
    held.add_version("x", id="production", content="four", is_production=True, status="published")

    found = [
        (client.get_prompt_version("x:version:y", label="latest")).content,
        (client.get_prompt_version("x", version="y:latest")).content,
        (client.get_prompt_version("x", version="latest")).content,
        (client.get_prompt_version("x", label="latest")).content,
        (client.get_prompt_version("x", version="production")).content,
    ]
    assert found == ["one", "two", "three", "four", "four"]
    assert len(fetches(platform)) == 5


def test_default_time_to_live(client: ScopeClient, platform: Platform) -> None:
    """300 seconds, counted from the moment at which it came."""
    client.get_prompt_version("my-prompt")
    later(299)
    client.get_prompt_version("my-prompt")
    assert len(fetches(platform)) == 1
    later(2)
    client.get_prompt_version("my-prompt")
    assert len(fetches(platform)) == 2


def test_time_to_live_of_the_client(platform: Platform) -> None:
    """The configuration's, in seconds; 0 keeps nothing."""
    with build(platform, cache_ttl=5) as client:
        client.get_prompt_version("my-prompt")
        later(4)
        client.get_prompt_version("my-prompt")
        later(2)
        client.get_prompt_version("my-prompt")
    assert len(fetches(platform)) == 2
    with build(platform, cache_ttl=0) as client:
        client.get_prompt_version("my-prompt")
        client.get_prompt_version("my-prompt")
    assert len(fetches(platform)) == 4


def test_time_to_live_of_a_call(client: ScopeClient, platform: Platform) -> None:
    """It says how long this version is kept, and how old a copy may be for this caller; None is the default, 0 fetches."""
    client.get_prompt_version("my-prompt", cache_ttl=60)
    later(59)
    client.get_prompt_version("my-prompt")
    assert len(fetches(platform)) == 1
    later(2)
    client.get_prompt_version("my-prompt", cache_ttl=None)
    assert len(fetches(platform)) == 2
    later(50)
    client.get_prompt_version("my-prompt", cache_ttl=51)
    assert len(fetches(platform)) == 2
    client.get_prompt_version("my-prompt", cache_ttl=49)
    assert len(fetches(platform)) == 3
    client.get_prompt_version("my-prompt", cache_ttl=0)
    assert len(fetches(platform)) == 4
    client.get_prompt_version("my-prompt")  # what was stored for no time is not kept
    assert len(fetches(platform)) == 5
    client.get_prompt_version("my-prompt", cache_ttl=1e300)
    assert len(fetches(platform)) == 5


def test_without_the_cache(client: ScopeClient, platform: Platform) -> None:
    """`cache=False` neither looks nor keeps: what was there stays as it was."""
    before = client.get_prompt_version("my-prompt")
    platform.backend("scope").add_version("my-prompt", content="new", is_production=True, status="published")

    assert (client.get_prompt_version("my-prompt", cache=False)).content == "new"
    assert client.get_prompt_version("my-prompt") is before
    client.clear_cache()
    assert (client.get_prompt_version("my-prompt")).content == "new"
    assert len(fetches(platform)) == 3


def test_cache_that_is_switched_off(platform: Platform) -> None:
    """Nothing is kept, whatever a call says; clearing does no harm."""
    with build(platform, cache_enabled=False) as client:
        for cache in (True, False, True):
            client.get_prompt_version("my-prompt", cache=cache, cache_ttl=60)
        client.clear_cache()
    assert len(fetches(platform)) == 3


def test_failures_are_not_kept(client: ScopeClient, platform: Platform) -> None:
    """A prompt that was not there is asked for again."""
    for _ in range(2):
        with pytest.raises(NotFoundError):
            client.get_prompt_version("later")
    platform.backend("scope").add_prompt("later", [{"content": "there"}])
    assert (client.get_prompt_version("later")).content == "there"
    assert len(fetches(platform)) == 3


def test_clients_share_nothing_and_clones_all(platform: Platform) -> None:
    """Two clients have a cache and a token each; `with_options` makes one that shares both."""
    with build(platform) as one, build(platform) as two:
        found = one.get_prompt_version("my-prompt")
        assert one.with_options(timeout=5).get_prompt_version("my-prompt") is found
        assert two.get_prompt_version("my-prompt") is not found
        clone = two.with_options(headers={"X-Team": "a"})
        welcome = clone.get_prompt_version("welcome")
        assert two.get_prompt_version("welcome") is welcome
        clone.clear_cache()
        assert two.get_prompt_version("welcome") is not welcome
        assert repr(two).endswith("1 cached>")
    assert [request.method for request in platform.requests].count("POST") == 2


def test_one_fetch_for_all_who_ask(client: ScopeClient, platform: Platform) -> None:
    """64 callers on an empty cache, round after round: one request, one and the same version."""
    for round_ in range(1, 6):
        found = together(64, lambda: client.get_prompt_version("welcome"))
        assert {id(each) for each in found} == {id(found[0])}
        assert len(fetches(platform)) == round_
        client.clear_cache()


def test_without_the_cache_each_fetches(client: ScopeClient, platform: Platform) -> None:
    """`cache=False` is never answered from what another asked for."""
    together(8, lambda: client.get_prompt_version("welcome", cache=False))
    assert len(fetches(platform)) == 8


def test_one_hung_prompt_holds_up_no_other(client: ScopeClient, platform: Platform) -> None:
    """Only those who ask for the same wait."""
    platform.script("scope", {"delay": 0.5, "path": "/api/v1/prompts/welcome/production"})
    hung = begin(lambda: client.get_prompt_version("welcome"))
    until(lambda: fetches(platform))
    for name in ("my-prompt", "greeting-template"):
        client.get_prompt_version(name)
    assert [request.status for request in platform.requests if "welcome" in request.path] == [None]
    assert (ended(hung)).name == "welcome"


def test_clearing_while_a_fetch_is_under_way(client: ScopeClient, platform: Platform) -> None:
    """What was asked for before the cache was cleared is not kept, and who asks afterwards gets an answer of his own."""
    platform.script("scope", {"delay": 0.5, "operation": "prompts_get_production"})
    early = begin(lambda: client.get_prompt_version("my-prompt"))
    until(lambda: fetches(platform))
    client.clear_cache()
    late = client.get_prompt_version("my-prompt")

    assert len(fetches(platform)) == 2
    assert ended(early) is not late
    assert client.get_prompt_version("my-prompt") is late
    assert len(fetches(platform)) == 2


def test_an_impatient_callers_failure_is_his_own(client: ScopeClient, platform: Platform) -> None:
    """One who does not retry fails; another, who asked for the same meanwhile and retries, does not."""
    client.get_prompt_version("welcome")
    platform.script("scope", {"status": 503, "delay": 0.3, "times": 2, "operation": "prompts_get_production"})
    hasty = begin(lambda: client.with_options(retries=0).get_prompt_version("my-prompt"))
    until(lambda: len(fetches(platform)) == 2)
    with without_waiting():
        assert (client.get_prompt_version("my-prompt")).name == "my-prompt"
    assert isinstance(ended(hasty), ScopeError)


def test_a_failure_is_shared_by_the_equally_patient(client: ScopeClient, platform: Platform) -> None:
    """16 callers of one prompt that fails: its attempts are made once, and each gets an error of his own."""
    client.get_prompt_version("welcome")
    platform.script("scope", {"status": 400, "delay": 0.3, "operation": "prompts_get_production"})
    calls = begin(lambda: together(16, lambda: client.get_prompt_version("my-prompt")))
    errors = [each for each in ended(calls) if isinstance(each, ScopeError)]

    assert len(fetches(platform)) >= 2
    assert len(errors) >= 1
    assert len({id(each) for each in errors}) == len(errors)
    assert all(each.http_status == 400 for each in errors)


def test_cache_is_bounded(client: ScopeClient, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large versions drive out those that nobody asks for; one that is larger than the cache is answered and not kept."""
    held = platform.backend("scope")
    for at in range(6):
        held.add_prompt(f"large-{at}", [{"content": "x" * 10_000}])
    held.add_prompt("huge", [{"content": "x" * 60_000}])
    monkeypatch.setattr(client._memory, "_most", 35_000)
    for at in range(6):
        client.get_prompt_version(f"large-{at}")
        client.get_prompt_version("large-0")
    assert fetches(platform).count("large-0/production") == 1
    assert 2 <= len(client._memory) <= 3
    for _ in range(2):
        assert len((client.get_prompt_version("huge")).content or "") == 60_000
    assert fetches(platform).count("huge/production") == 2
    assert 2 <= len(client._memory) <= 3


def test_what_one_caller_changes_no_other_sees(client: ScopeClient) -> None:
    """A hit is the version as it came, whatever was done with what the last caller was handed."""
    first = client.get_prompt_version("my-prompt")
    first.metadata["model"] = "changed"
    first.variables.append("changed")  # type: ignore[union-attr] # a list, here
    again = client.get_prompt_version("my-prompt")

    assert again is first
    assert again.metadata == {"model": "gpt-4", "temperature": 0.7}
    assert again.variables == ["name"]
