"""Proves that the local platform keeps to the contracts: schemathesis, which reads the same contract, finds nothing.

It runs all of its checks, with data that keeps to the contract and data that breaks it; then, for every operation, with
what the contract says nothing of. How many examples arrived is counted at the server and printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest
import schemathesis
from hypothesis import strategies

from promptport_local import LoggedRequest, Server
from promptport_local.contract import Contract

from ..conftest import FULL

CONTRACTS = Path(__file__).parents[2] / "openapi"
SIZE = 10 if FULL else 1
# These have no parameters and no body, so there is but one way to send them. More come in the second test.
ONE_WAY = {"check_api_key", "guardrails_list_scanners", "health_health", "llm_models_list_available", "projects_get"}


class Effort(NamedTuple):
    """How much a platform is checked: fewer examples of each operation where there are many that behave alike.

    Attributes:
        asked: How many examples of an operation schemathesis is asked for; ten times as many at full size.
        least: How many of each must arrive.
        seconds: How long it may take; ten times as long at full size.
    """

    asked: int
    least: int
    seconds: int


EFFORTS = {
    "langfuse": Effort(5, 3, 100),
    "promptic": Effort(6, 4, 300),
    "promptrails": Effort(4, 3, 300),
    "scope": Effort(40, 20, 100),
    "xr2": Effort(40, 20, 100),
}
# Names and values that HTTP can carry; those of the server's and the client's own are left alone.
WORDS = strategies.text(strategies.characters(codec="utf-8"), max_size=20)
NAMES = strategies.from_regex(r"X-[A-Za-z0-9-]{1,20}", fullmatch=True)
VALUES = strategies.from_regex(r"([!-~]([ -~]{0,20}[!-~])?)?", fullmatch=True)


def langfuse_keys(_: Server) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(b"pk-lf-...:sk-lf-...").decode()}


def promptrails_key(_: Server) -> dict[str, str]:
    return {"X-API-Key": "your-api-key"}


def xr2_token(server: Server) -> dict[str, str]:
    # schemathesis knows 401 alone for a request without `Authorization` and cannot be told otherwise; xR2 answers
    # 403, or 401 on newer versions of its framework. The 403 is proved in tests/local/xr2/test_routes.py.
    options = server.backend("xr2").options
    options.missing_key = 401
    # Nor does it let a server fail, as xR2 does in many places: tests/local/xr2/test_routes.py lists them.
    options.wrap_500 = False
    return {"Authorization": "Bearer YOUR_PRODUCT_API_KEY"}


def promptic_token(server: Server) -> dict[str, str]:
    # An experiment that can still change; promptic.schemathesis.toml knows these ids and those of the fixture.
    one = {"name": "n", "type": "f1", "id": "22222222-2222-4222-8222-222222222222"}
    observations = [{"variables": {}, "expected": "e"}]
    pending = {"id": "11111111-1111-4111-8111-111111111111", "observations": observations, "evaluators": [one]}
    server.backend("promptic").add_component("open", experiments=[pending])
    return {"Authorization": "Bearer pk_local_dev"}


def scope_token(server: Server) -> dict[str, str]:
    token = server.backend("scope").exchange("my-org", "key_abc123", "secret_xyz")["access_token"]
    return {"Authorization": f"Bearer {token}"}


# The headers that let a request in, by platform.
TOKENS: dict[str, Callable[[Server], dict[str, str]]] = {
    "langfuse": langfuse_keys,
    "promptic": promptic_token,
    "promptrails": promptrails_key,
    "scope": scope_token,
    "xr2": xr2_token,
}
OPERATIONS = [(name, each.id) for name in TOKENS for each in Contract.load(name).operations]


@dataclass(frozen=True)
class Served:
    """One platform of a running server, and the headers that let a request in."""

    name: str
    server: Server
    headers: dict[str, str]

    @property
    def contract(self) -> str:
        return str(CONTRACTS / f"{self.name}.yaml")

    @property
    def config(self) -> Path:
        """What schemathesis is told beside the contract; there need not be any."""
        return Path(__file__).with_name(f"{self.name}.schemathesis.toml")

    @property
    def url(self) -> str:
        return self.server.url(self.name)


@cache
def schema(contract: str, config: Path) -> Any:
    """A contract as schemathesis reads it, once."""
    known = schemathesis.Config.from_path(config) if config.exists() else schemathesis.Config()
    return schemathesis.openapi.from_path(contract, config=known)


@pytest.fixture(scope="module")
def served() -> Iterator[dict[str, Served]]:
    with Server(seed=0) as server:
        yield {name: Served(name, server, headers(server)) for name, headers in TOKENS.items()}
        assert server.violations == []


def told(arrived: Sequence[LoggedRequest], took: float) -> Counter[str | None]:
    """Print how many examples of each operation arrived and what they were answered; return how many."""
    answers = Counter((entry.operation, entry.status) for entry in arrived)
    print(f"\n{len(arrived)} examples in {took:.1f} s")
    for (operation, status), count in sorted(answers.items(), key=str):
        print(f"  {operation or 'no operation'}: {count} answered {status}")
    return Counter(entry.operation for entry in arrived)


def test_every_platform_is_checked() -> None:
    assert sorted(TOKENS) == Contract.names()


@pytest.mark.timeout(330 * SIZE)
@pytest.mark.parametrize("name", TOKENS)
def test_all_checks_find_nothing(served: dict[str, Served], name: str, tmp_path: Path) -> None:
    platform, effort = served[name], EFFORTS[name]
    before = len(platform.server.requests)
    begun = time.perf_counter()
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            *(("--config-file", str(platform.config)) if platform.config.exists() else ()),
            *("run", platform.contract, "--url", platform.url, "--max-examples", str(effort.asked * SIZE)),
            # All checks, which is the default; named here, they would be made where the configuration says not to, too.
            *("--mode", "all", "--seed", "1", "--continue-on-failure"),
            *(part for header in platform.headers.items() for part in ("--header", ": ".join(header))),
        ],
        cwd=tmp_path,
        env={**os.environ, "NO_PROXY": "*"},
        capture_output=True,
        text=True,
        check=False,
        timeout=effort.seconds * SIZE,
    )
    counted = told(platform.server.requests[before:], time.perf_counter() - begun)
    assert run.returncode == 0, run.stdout + run.stderr
    assert " passed" in run.stdout
    assert " failed" not in run.stdout
    least = {each: 1 if each in ONE_WAY else effort.least for platform, each in OPERATIONS if platform == name}
    assert all(counted[each] >= number for each, number in least.items())


@pytest.mark.parametrize(("name", "operation_id"), OPERATIONS)
def test_what_the_contract_does_not_mention_changes_nothing(
    served: dict[str, Served], name: str, operation_id: str
) -> None:
    platform, examples = served[name], min(EFFORTS[name].asked, 4) * SIZE
    before = len(platform.server.requests)
    begun = time.perf_counter()
    operation = schema(platform.contract, platform.config).find_operation_by_id(operation_id)

    @hypothesis.settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @hypothesis.given(
        operation.as_strategy(), strategies.dictionaries(WORDS, WORDS), strategies.dictionaries(NAMES, VALUES)
    )
    def send(case: Any, query: dict[str, str], headers: dict[str, str]) -> None:
        case.query = query
        case.call_and_validate(base_url=platform.url, headers={**headers, **platform.headers})

    send()
    assert told(platform.server.requests[before:], time.perf_counter() - begun)[operation_id] >= examples
