"""Proves that `Client` works against servers of either generation: rows of the suite of each kind, and no request more."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, Client
from promptport.errors import NotSupported
from promptport.testing import Example, Platform
from promptport.testing.callers import Server
from promptport.testing.suite.answers import AnswerTests
from promptport.testing.suite.faults import FaultTests
from promptport.testing.suite.freshness import follow_a_publish
from promptport.testing.variants import Variant

from .test_suite import promptic_example, promptrails_example

pytestmark = pytest.mark.one_python("the whole suite runs on all, against a server of all releases")

EXAMPLES = {"promptrails": promptrails_example, "promptic": promptic_example}
OLD, NEW = {"promptrails": "0.3.0", "promptic": "0.14.2"}, {"promptrails": "0.9.2", "promptic": "1.1.0"}
ASKED = {"promptrails": ["prompts_list", "prompts_get"], "promptic": ["list_components", "get_deployed_prompt"]}


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, Platform]]:
    """A server of each generation, and one of all releases."""
    with Platform(releases=OLD) as old, Platform(releases=NEW) as new, Platform() as union:
        yield {"old": old, "new": new, "union": union}


@pytest.fixture(params=["old", "new"])
def generation(request: pytest.FixtureRequest, servers: dict[str, Platform]) -> Iterator[Platform]:
    """A server of either generation, as it starts; what it answers is judged by the contract as of its releases."""
    platform = servers[request.param]
    platform.reset()
    platform.violations.clear()
    yield platform
    assert platform.violations == []
    assert not any(each.ignored for each in platform.requests)


class TestReleases(AnswerTests):
    @pytest.fixture(params=EXAMPLES)
    def example(self, request: pytest.FixtureRequest, generation: Platform) -> Example:
        return EXAMPLES[request.param](generation)

    def test_a_publish_is_seen_by_a_server(self, variant: Variant, example: Example, tmp_path: Path) -> None:
        """As in the suite, by one kind of program."""
        follow_a_publish(example, variant.kind, tmp_path, Server)

    def test_an_answer_that_is_cut(self, variant: Variant, example: Example) -> None:
        """As in the suite, by one kind of fault."""
        FaultTests().test_errors(variant, example, "cut")


def told(kind: str, example: Example) -> Any:
    """What `get`, `list` and `prefetch` answer, to either variant of a client that keeps nothing."""
    settings: dict[str, Any] = {**example.settings, "disk": False}

    async def awaited() -> Any:
        async with AsyncClient(example.source, **settings) as client:
            prompt = await client.get(example.name)
            return prompt.render(example.values).text, await client.list(), [*await client.prefetch([example.name])]

    if kind == "async":
        return asyncio.run(awaited())
    with Client(example.source, **settings) as client:
        return client.get(example.name).render(example.values).text, client.list(), [*client.prefetch([example.name])]


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_client_asks_every_server_the_same(servers: dict[str, Platform], name: str, kind: str) -> None:
    """Whatever its release, a server is asked for the prompt and the names, and what is kept is not asked for."""
    for platform in servers.values():
        platform.reset()
        example = EXAMPLES[name](platform)
        assert told(kind, example) == (example.text, sorted(example.names or ()), [example.name])
        assert [each.operation for each in platform.requests] == [*ASKED[name], ASKED[name][0]]
        assert [each.status for each in platform.requests] == [200] * 3


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_more_prompts_than_a_page_has(servers: dict[str, Platform], kind: str) -> None:
    """The number of pages goes by two names."""
    for platform in servers.values():
        platform.reset()
        for index in range(120):
            platform.backend("promptrails").records.create("prompts", {"name": f"prompt-{index:03}"})
        example = promptrails_example(platform)
        assert told(kind, example)[1] == sorted(example.names or ())


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_scores(servers: dict[str, Platform], kind: str) -> None:
    """They are taken where there are any; where there are none, that is said after one request, by the call that follows."""

    async def awaited(settings: Any) -> None:
        async with AsyncClient("promptrails", **settings) as client:
            await client.score("trace-id", "good", True, comment="yes")
            if not (await client.flush(60.0)).delivered:
                client.score("trace-id", "good", True)

    def score(platform: Platform) -> list[str | None]:
        platform.reset()
        settings = promptrails_example(platform).settings
        try:
            if kind == "async":
                asyncio.run(awaited(settings))
            else:
                with Client("promptrails", **settings) as client:
                    client.score("trace-id", "good", True, comment="yes")
                    if not client.flush(60.0).delivered:
                        client.score("trace-id", "good", True)
        finally:
            assert [each.path for each in platform.requests] == ["/api/v1/scores"]
        return [each["name"] for each in platform.backend("promptrails").records.all("scores")]

    assert "good" in score(servers["union"])
    assert "good" in score(servers["old"])
    with pytest.raises(NotSupported, match="This PromptRails has no scores"):
        score(servers["new"])


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("setting", ["ai_application_id", "workspace_id"])
def test_a_persons_session(servers: dict[str, Platform], setting: str, kind: str) -> None:
    """Where it acts is said by the name of either generation, to servers of either, and without a request more."""
    for platform in servers.values():
        platform.reset()
        backend = platform.backend("promptic")
        workspace = backend.state()["workspaces"][0]["id"]
        example = promptic_example(platform)
        settings = {"endpoint": example.settings["endpoint"], "access_token": "st_local_dev", setting: workspace}
        assert told(kind, example._replace(settings=settings))[0] == example.text
        assert [each.operation for each in platform.requests] == [*ASKED["promptic"], ASKED["promptic"][0]]
