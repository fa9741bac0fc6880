"""Proves that the door of a platform for tests renders as promptport's own client does, and that nothing there comes of it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from promptport.testing import Platform
from promptport_local.contract import Contract

pytestmark = pytest.mark.one_python("the clients that render are proved on each")
PLATFORMS = Contract.names()


@pytest.fixture(scope="module")
def one() -> Iterator[Platform]:
    with Platform(releases={"promptrails": "0.3.0"}) as running:
        yield running


@pytest.fixture
def platform(one: Platform) -> Platform:
    one.reset()
    return one


def asked(server: Platform, **given: object) -> httpx.Response:
    return httpx.post(f"{server.url()}_local/render", json=given, trust_env=False)


@pytest.mark.parametrize("name", PLATFORMS)
def test_any_version_is_rendered(platform: Platform, name: str) -> None:
    """Also a draft, also while the platform is out, or keys are limited; no request, no trace, no token comes of it."""
    version = platform.publish(name, "welcome", [{"role": "user", "content": "Hi {{customer_name}}."}], ["draft"])
    platform.outage(name)
    before = platform.backend(name).state()
    given = {"platform": name, "name": "welcome", "version": version}
    answer = asked(platform, **given, values={"customer_name": "{{x}}"})
    assert (answer.status_code, answer.json()) == (200, {"messages": [{"role": "user", "content": "Hi {{x}}."}]})
    answer = asked(platform, **given, values={"customer": "Alice"})
    assert answer.status_code == 422
    assert "missing: customer_name; unknown: customer (did you mean customer_name?)" in answer.json()["error"]
    assert (platform.requests, platform.backend(name).state()) == ([], before)


def test_a_version_within_a_test(platform: Platform) -> None:
    """The version that was asked for is rendered, whatever a test would choose; the options are those that are set."""
    second = platform.publish("xr2", "welcome", [{"role": "user", "content": "B"}], ["draft"])
    platform.ab_test("xr2", "welcome", {"1": 1, second: 1})
    platform.backend("xr2").options.missing_key = 401
    given = {"platform": "xr2", "name": "welcome", "version": second, "values": {}}
    assert {asked(platform, **given).json()["messages"][0]["content"] for _ in range(4)} == {"B"}


def test_places_stay_empty(platform: Platform) -> None:
    answer = asked(
        platform, platform="langfuse", name="support-chat", version=1, values={"language": "en", "customer_name": "A"}
    )
    assert [each["role"] for each in answer.json()["messages"]] == ["system", "user"]


def test_what_is_not_there(platform: Platform) -> None:
    answer = asked(platform, platform="scope", name="welcome", version="version-9", values={})
    assert (answer.status_code, "no version 'version-9'" in answer.json()["error"]) == (400, True)
