"""C9: one odd record harms nothing else: other prompts, and other entries of a list, are served as ever."""

from __future__ import annotations

import random
from importlib import resources
from typing import Any

import httpx
import pytest
from generator import contract

import promptport
from promptport import AsyncClient
from promptport.http.contract_log import DIFFERENCES
from promptport.promptrails import AsyncPromptRails

pytestmark = [pytest.mark.promise("C9"), pytest.mark.one_python("JSON is the same on all")]

CONTRACT = contract.unpacked(
    (resources.files("promptport_api.promptrails") / "contract.json").read_text(encoding="utf-8")
)
KINDS: list[Any] = [None, True, 7, 1.5, "text", [], {}, [[]], ["x", None], {"properties": []}, {"": {"a": [1]}}]
GOOD = {"id": "p-1", "name": "welcome", "current_version": None}
VERSION = {"id": "v-1", "version": "1.0.0", "user_prompt": "Hi {{name}}", "is_current": True}


def example(path: str) -> Any:
    """The answer of the contract's example."""
    return CONTRACT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["example"]


def odd(record: dict[str, Any], chance: random.Random) -> Any:
    """A record of which fields are missing, or of another kind; or something else in its place."""
    if chance.random() < 0.2:
        return chance.choice(KINDS)
    return {
        name: chance.choice(KINDS) if chance.random() < 0.4 else each
        for name, each in record.items()
        if chance.random() < 0.9
    }


def rails(prompts: list[Any], versions: list[Any]) -> httpx.MockTransport:
    """A PromptRails that has these prompts, and these versions of each."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/versions"):
            return httpx.Response(200, json={"data": versions})
        if path.endswith("/prompts"):
            return httpx.Response(200, json={"data": prompts, "meta": {"total": len(prompts), "total_pages": 1}})
        return httpx.Response(200, json={"data": GOOD})

    return httpx.MockTransport(answer)


async def test_c9_an_input_schema_that_is_a_list() -> None:
    """C9: of another version of this prompt, and of the version of another: the prompt is served, and the difference told."""
    DIFFERENCES.clear()
    other = {"id": "v-0", "version": "0.9.0", "user_prompt": "Ho", "input_schema": [{"name": "x"}]}
    prompts = [{"id": "p-0", "name": "other", "current_version": other}, GOOD]
    async with AsyncClient(
        "promptrails", api_key="k", transport=rails(prompts, [other, VERSION]), disk=False
    ) as client:
        assert (await client.get("welcome")).render(name="Ada").text == "Hi Ada"
        assert (await client.get("welcome", version="0.9.0")).render().text == "Ho"
        assert sorted(await client.list()) == ["other", "welcome"]
    found = {(each.operation, each.field, each.found, each.expected) for each in promptport.contract_differences()}
    assert ("prompts_list", "data[].current_version.input_schema", "array", "null or object") in found
    DIFFERENCES.clear()


async def test_c9_other_prompts_are_served(size: float) -> None:
    """C9: whatever other records are like, a prompt is found, and its version."""
    chance = random.Random(9)
    (prompt,) = example("/api/v1/prompts")["data"]
    (version,) = example("/api/v1/prompts/{prompt_id}/versions")["data"]
    for _ in range(int(500 * size)):
        prompts = [odd(prompt, chance) for _ in range(5)]
        versions = [odd({**version, "is_current": False}, chance) for _ in range(5)]
        prompts.insert(chance.randrange(6), GOOD)
        versions.insert(chance.randrange(6), VERSION)
        taken = [
            each for each in prompts if isinstance(each, dict) and each is not GOOD and each.get("name") == "welcome"
        ]
        versions = [
            each
            for each in versions
            if not (isinstance(each, dict) and each.get("is_current") is True) or each is VERSION
        ]
        for each in taken:
            each["name"] = "another"
        async with AsyncClient("promptrails", api_key="k", transport=rails(prompts, versions), disk=False) as client:
            assert (await client.get("welcome")).render(name="Ada").text == "Hi Ada", (prompts, versions)
    DIFFERENCES.clear()


LISTS = sorted(
    path
    for path, item in CONTRACT["paths"].items()
    if "{" not in path and "meta" in item.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
    .get("application/json", {}).get("example", {})
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
async def test_c9_other_entries_of_a_list_are_served(path: str, size: float) -> None:
    """C9: among seeded odd records every good one reads as it does alone; nothing that came is lost."""
    chance, answer = random.Random(path), example(path)
    operation = CONTRACT["paths"][path]["get"]["operationId"]
    good = answer["data"][0]
    bodies = [[odd(good, chance) if at % 2 else good for at in range(20)] for _ in range(int(500 * size))]
    left = iter([[good], *bodies])
    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, json={"data": next(left), "meta": answer["meta"]})
    )
    async with AsyncPromptRails("k", transport=transport) as client:
        resource = max((each for each in dir(client) if operation.startswith(f"{each}_")), key=len)
        method = getattr(getattr(client, resource), operation.removeprefix(f"{resource}_"))
        alone = (await method()).data[0]
        for body in bodies:
            page = await method()
            assert page.data[::2] == [alone] * 10
            assert page.to_dict()["data"] == body
    DIFFERENCES.clear()
