"""Proves that Promptic's client never fails over what is in an answer where the vendor's doesn't, and answers the same."""

from __future__ import annotations

import json
import random
from typing import Any

import httpx
import pytest

import promptport.promptic
from promptport.promptic import PrompticAPIError, PrompticClient
from tools.vendors.recording import Answer, RecordingServer

from ..promptic.wire import LATER, METHODS, example, needed
from .driven import Ours, vendor_of

SEEDS = range(12)
LEAVES: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    "ünïcode ☃",
    "2026-01-15T09:00:00Z",
    "\x00",
    [],
    {},
    [None],
    {"": None},
]
NAMES = ["data", "traces", "id", "items", "keys", "values", "get", "data.x", "", "__class__"]


def odd(chance: random.Random, depth: int = 3) -> Any:
    """JSON of any shape."""
    kind = chance.choice("lllod") if depth else "l"
    if kind == "l":
        return chance.choice(LEAVES)
    several = range(chance.randrange(4))
    if kind == "o":
        return {chance.choice(NAMES): odd(chance, depth - 1) for _ in several}
    return [odd(chance, depth - 1) for _ in several]


def changed(value: Any, chance: random.Random) -> Any:
    """An answer of which some parts are of another kind, missing, or new."""
    if chance.random() < 0.15:
        return odd(chance)
    if isinstance(value, dict):
        kept = {name: changed(each, chance) for name, each in value.items() if chance.random() > 0.05}
        return kept | ({chance.choice(NAMES): odd(chance)} if chance.random() < 0.2 else {})
    return [changed(each, chance) for each in value] if isinstance(value, list) else value


def below_the_top(value: Any, chance: random.Random) -> Any:
    """An answer that is changed below its top, so that it has its envelope still."""
    found = {name: changed(each, chance) for name, each in value.items()}
    dropped = [name for name in found if name not in ("data", "traces") and chance.random() < 0.2]
    return {name: each for name, each in found.items() if name not in dropped} | {"new": odd(chance)}


# The methods of whose answers a release is asked: all of the first, and of the others those that came later.
RELEASES = {"0.14.2": METHODS.keys() - LATER, "1.1.0": METHODS.keys() & LATER | {"models.list"}}


@pytest.mark.parametrize("release", RELEASES)
def test_what_is_in_an_answer(release: str) -> None:
    """Both get the same bytes, and answer the same."""
    with vendor_of("promptic-sdk", release) as vendor, RecordingServer() as server:
        vendor.client("theirs", "promptic_sdk.PrompticClient", server.url)
        ours = Ours(PrompticClient("key", endpoint=server.url, retries=0), promptport.promptic)
        for method in sorted(RELEASES[release]):
            good = example(method.replace(".", "_"))
            given = {} if "." in method else needed(method)
            chance = random.Random(method)
            for _ in SEEDS if good.content else ():
                answer = below_the_top(good.json(), chance)
                server.answer = Answer(good.status_code, body=json.dumps(answer).encode())
                server.taken()
                said = vendor.call("theirs", method, **given)
                assert "raised" not in said, (method, said["raised"])
                wanted = said["answer"]
                assert wanted == answer
                assert same(ours.call(method, **given), wanted), method
        ours.close()


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON, in the same order: 1 is neither True nor 1.0."""
    return json.dumps(one) == json.dumps(other)


def test_what_is_no_answer() -> None:
    """Where ours fails and the vendor's doesn't, it says why: another kind at the top, or an envelope without its content."""
    for body, said in (("[]", "expected an object, found a list"), ("{}", "data: expected a value, found nothing")):
        transport = httpx.MockTransport(lambda request, body=body: httpx.Response(200, content=body))
        with PrompticClient("k", transport=transport) as client, pytest.raises(PrompticAPIError, match=said):
            client.list_components()
