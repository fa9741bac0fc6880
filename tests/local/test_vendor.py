"""Proves that a new platform is served from its contract alone, and has behaviour once a folder has its name, without a list."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import promptport_api
import pytest

import promptport_local
from promptport_local import Server, VendorServer
from promptport_local.clock import utc_now
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.errors import LocalError, PlatformError, Reason, Refusal, ReleaseError
from promptport_local.store import Store
from promptport_local.vendor import create_vendor

CONTRACT = {
    "openapi": "3.1.0",
    "info": {"title": "Trees", "version": "1"},
    "x-releases": ["1.0.0", "2.0.0"],
    "paths": {
        "/trees/{name}": {
            "get": {
                "operationId": "trees_get",
                "x-since": "2.0.0",
                "parameters": [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "A tree.",
                        "content": {
                            "application/json": {
                                "schema": {"type": "object", "required": ["name"]},
                                "example": {"name": "oak"},
                            }
                        },
                    },
                    "404": {
                        "description": "None.",
                        "content": {"application/json": {"schema": {"type": "object", "required": ["error"]}}},
                    },
                },
            }
        }
    },
}
ROOM = """
from promptport_local.answer import Answer
from promptport_local.errors import Refusal
from promptport_local.vendor import VendorServer


class Backend:
    def __init__(self, environment):
        self.environment = environment
        self.options = None
        self.trees = environment.collection("trees")

    def reset(self):
        self.environment.clear()
        self.seed({"trees": ["oak"]})

    def seed(self, data):
        for name in data["trees"]:
            self.trees.put(name, value={"name": name})

    def load(self, prompts):
        self.seed({"trees": [each.name for each in prompts]})

    def state(self):
        return {"trees": self.trees.all()}

    def tables(self):
        return []

    def get(self, name):
        found = self.trees.get(name)
        if found is None:
            raise Refusal(404, {"error": f"There is no {name}."}, (("X-Wood", "none"),))
        return found


class Trees(VendorServer):
    def __init__(self, contract, environment):
        super().__init__(contract, environment)
        self.backend = Backend(environment)
        self.behaviours = {"trees_get": lambda call: Answer.json(self.backend.get(call.path["name"]))}


def create(contract, environment):
    return Trees(contract, environment)
"""


@pytest.fixture
def contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contract of a platform that is called `trees`, beside those that are checked in."""
    checked_in = Path(promptport_api.__file__).parent
    contracts = tmp_path / "contracts"
    for name in Contract.names():
        (contracts / name).mkdir(parents=True)
        (contracts / name / "contract.json").write_bytes((checked_in / name / "contract.json").read_bytes())
    (contracts / "trees").mkdir()
    (contracts / "trees" / "contract.json").write_text(json.dumps(CONTRACT), encoding="utf-8")
    monkeypatch.setattr("promptport_local.contract.resources.files", lambda package: contracts)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of that name in the package, with behaviour."""
    folder = tmp_path / "rooms" / "trees"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(ROOM, encoding="utf-8")
    monkeypatch.setattr(promptport_local, "__path__", [*promptport_local.__path__, str(folder.parent)])
    yield
    sys.modules.pop("promptport_local.trees", None)


@pytest.mark.usefixtures("contract")
def test_a_contract_is_enough() -> None:
    with Server() as server:
        answer = httpx.get(server.url("trees") + "/trees/elm", trust_env=False)
        assert (answer.status_code, answer.json(), answer.headers["X-Example"]) == (200, {"name": "oak"}, "1")
        assert server.backend("trees") is None
        shown = httpx.get(f"{server.url()}_local/platforms", trust_env=False).json()["platforms"]
        (trees,) = [each for each in shown if each["name"] == "trees"]
        assert (trees["settings"], trees["publish"], len(trees["lacks"])) == ({}, False, 4)
        with pytest.raises(ValueError, match="Nothing of this kind is written for this platform"):
            server.publish("trees", "oak", [{"role": "user", "content": "x"}])
        server.reset()
        assert server.violations == []


@pytest.mark.usefixtures("contract", "room")
def test_a_folder_gives_it_behaviour() -> None:
    prompts = [{"name": "ash", "versions": [{"messages": [{"role": "user", "content": "x"}]}]}]
    with Server(prompts=prompts) as server:
        server.backend("trees").seed({"trees": ["elm"]})
        assert httpx.get(f"{server.url()}_local/platforms", trust_env=False).status_code == 200
        found = [
            httpx.get(server.url("trees") + f"/trees/{name}", trust_env=False) for name in ("oak", "ash", "elm", "fir")
        ]
        assert [answer.status_code for answer in found] == [200, 200, 200, 404]
        assert found[3].json() == {"error": "There is no fir."}
        assert found[3].headers["X-Wood"] == "none"
        server.reset()
        assert server.backend("trees").state() == {"trees": [{"name": "oak"}, {"name": "ash"}]}
        assert server.violations == []


@pytest.mark.usefixtures("contract")
def test_a_release_of_it() -> None:
    """The server and its control surface say which; what is served otherwise has all that there is."""
    with Server(releases={"trees": "1.0.0"}) as server, httpx.Client(base_url=server.url(), trust_env=False) as client:
        assert client.get("/trees/trees/elm").status_code == 404
        assert client.get("/trees/trees/elm").json() == {"error": "There is nothing at this path."}
        others = ("langfuse", "promptic", "promptrails", "scope", "xr2")
        assert server.releases == {**dict.fromkeys(others), "trees": "1.0.0"}
        assert client.get("/_local").json() == {"platforms": sorted(server.releases), "releases": server.releases}
        shown = client.get("/_local/platforms").json()["platforms"]
        assert {each["name"]: each["release"] for each in shown} == server.releases
    with Server(releases={"trees": "2.0.0"}) as server:
        answer = httpx.get(server.url("trees") + "/trees/elm", trust_env=False)
        assert (answer.status_code, answer.json()) == (200, {"name": "oak"})


@pytest.mark.usefixtures("contract")
@pytest.mark.parametrize(
    ("releases", "error", "words"),
    [
        (
            {"tree": "1.0.0"},
            PlatformError,
            r"there is no platform 'tree'; there are langfuse, promptic, promptrails, scope, trees, xr2$",
        ),
        ({"trees": "1.0"}, ReleaseError, r"trees has no release '1.0'; there are 1.0.0, 2.0.0$"),
    ],
)
def test_a_release_that_there_is_not(releases: dict[str, str], error: type[LocalError], words: str) -> None:
    server = Server(releases=releases)
    with pytest.raises(error, match=words):
        server.start()


def test_a_refusal_without_a_platform_of_its_own() -> None:
    with closing(Store()) as store:
        vendor = VendorServer(Contract("trees", CONTRACT), Environment("trees", store, utc_now))
        answer = vendor.refused(Refusal(409, {"error": "taken"}, (("Retry-After", "1"),)), None)
        assert (answer.status, answer.body, answer.headers) == (409, b'{"error":"taken"}', (("Retry-After", "1"),))
        assert vendor.reject(Reason.NO_ROUTE, None, None).status == 404


def test_each_checked_in_platform_has_a_folder() -> None:
    with closing(Store()) as store:
        for name in Contract.names():
            vendor = create_vendor(name, Environment(name, store, utc_now))
            assert type(vendor) is not VendorServer
            assert vendor.backend is not None
