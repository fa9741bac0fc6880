"""Proves on local platforms as of two releases what callers learn of operations that a server has no more, or not yet."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import promptport_api
import pytest
from promptport_api.promptic.client import RELEASES as PROMPTIC
from promptport_api.promptrails.client import RELEASES as PROMPTRAILS

import promptport
from promptport import CallError, ReleaseWarning
from promptport.model import Releases, Request
from promptport.promptic import PrompticAPIError, PrompticClient
from promptport.promptrails import PromptRails
from promptport.promptrails.exceptions import NotFoundError, PromptRailsError
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("it is about what servers answer")

VALUES: Mapping[str, Any] = {
    "string": "x",
    "integer": 1,
    "number": 1,
    "boolean": True,
    "array": [],
    "object": {},
    "any": "x",
}


def lacking(platform: str, releases: Releases, release: str) -> Iterator[tuple[ModuleType, Request]]:
    """The operations that a release has not, each with the least that it takes."""
    contract = json.loads((Path(promptport_api.__path__[0]) / platform / "contract.json").read_text(encoding="utf-8"))
    for item in contract["paths"].values():
        for each in item.values():
            if not isinstance(each, dict) or "operationId" not in each or each.get("x-hidden"):
                continue
            module = import_module(f"promptport_api.{platform}.api.{each['tags'][0]}.{each['operationId']}")
            history = module.OPERATION.history
            if history is not None and history.lacking(releases.names, release) and not module.OPERATION.ends:
                needed = [each for each in module.OPERATION.parameters if each.required]
                yield module, Request(module.OPERATION, {each.name: VALUES[each.kind] for each in needed})


def served(release: str) -> Platform:
    """PromptRails as of a release, on this machine."""
    return Platform(releases={"promptrails": release}, any_key=True)


def client_of(platform: str, url: str) -> Any:
    """A client of a local platform."""
    if platform == "promptic":
        return PrompticClient("key", endpoint=url)
    return PromptRails("pr_key", base_url=url)


@pytest.mark.parametrize(("platform", "release", "told", "may"), [
    ("promptrails", "0.3.0", 25, 2), ("promptrails", "0.9.2", 35, 0), ("promptic", "0.14.2", 4, 8), ("promptic", "1.1.0", 2, 15),
])  # fmt: skip
def test_every_operation_that_a_server_lacks(platform: str, release: str, told: int, may: int) -> None:
    """The error is the vendor's; it is warned of where the server has shown it, and not where the call names a record."""
    releases = {"promptrails": PROMPTRAILS, "promptic": PROMPTIC}[platform]
    found = Counter[str]()
    with (
        Platform(releases={platform: release}, any_key=True) as server,
        client_of(platform, server.url(platform)) as client,
    ):
        for module, request in lacking(platform, releases, release):
            history = module.OPERATION.history
            with warnings.catch_warnings(record=True) as given:
                warnings.simplefilter("always")
                with pytest.raises(CallError) as error:
                    client.send(request, module.parse)
            assert isinstance(error.value, (PromptRailsError, PrompticAPIError))
            assert history.describe(f"`{history.name}`", releases.package) in str(error.value)
            shown = "The server lacks this operation" in str(error.value)
            assert [each.category for each in given] == [ReleaseWarning] * shown
            found[str(shown)] += 1
        if platform == "promptrails":
            assert len(server.requests) == told + may  # nothing is sent to find out
    assert (found["True"], found["False"]) == (told, may)


@pytest.mark.filterwarnings("error")
def test_a_program_of_the_oldest_release_goes_on() -> None:
    """With warnings as errors: a server that has what it calls answers, and of another one the error is as it was."""
    with served("0.3.0") as server, PromptRails("pr_key", base_url=server.url("promptrails")) as client:
        assert client.approvals.list().data
    with (
        served("0.9.2") as server,
        PromptRails("pr_key", base_url=server.url("promptrails")) as client,
        pytest.raises(NotFoundError, match=r"`approvals\.list` is gone since promptrails 0\.9\.0"),
    ):
        client.approvals.list()


def test_the_release_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an argument, or in the environment, for `Client` as well; what it lacks is warned of before it is sent."""
    said = r"promptrails 0\.9\.2, which `release` names, lacks it: `memories\.get` is gone since promptrails 0\.8\.0"
    with served("0.9.2") as server:
        url = server.url("promptrails")
        with (
            PromptRails("pr_key", base_url=url, release="0.9.2") as client,
            pytest.warns(ReleaseWarning, match=said),
            pytest.raises(NotFoundError, match=said),
        ):
            client.memories.get("x")
        with (
            promptport.Client("promptrails", api_key="pr_key", base_url=url, release="0.9.2", disk=False) as neutral,
            pytest.raises(promptport.NotSupported, match=r"releases since 0\.9\.0 have none"),
        ):
            neutral.score("trace", "name", 1)
        monkeypatch.setenv("PROMPTRAILS_RELEASE", "0.9.2")
        with (
            PromptRails("pr_key", base_url=url) as client,
            pytest.warns(ReleaseWarning, match="argument `temperature`"),
            suppress(CallError),
        ):
            client.prompts.create_version("x", version="1", user_prompt="u", temperature=0.5)


@pytest.mark.parametrize("variable", ["PROMPTRAILS_RELEASE", "PROMPTIC_RELEASE"])
def test_a_release_that_is_none(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error lists those that there are."""
    platform = variable.partition("_")[0].lower()
    newest = {"promptic": PROMPTIC, "promptrails": PROMPTRAILS}[platform].names[-1]
    with pytest.raises(
        promptport.ConfigurationError, match=rf"`release` \(or {variable}\) must be .*, {re.escape(newest)}\."
    ):
        promptport.Client(platform, api_key="key", release="7")
    monkeypatch.setenv(variable, "7")
    with pytest.raises(promptport.ConfigurationError, match="7"):
        client_of(platform, "http://127.0.0.1:1")
