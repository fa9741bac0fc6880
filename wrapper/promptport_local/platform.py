"""What the server asks of a platform. By itself it answers every operation with its contract's example."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.clock import Clock
from promptport_local.contract import Contract, Operation
from promptport_local.prompts import Prompt
from promptport_local.store import Store

Behaviour = Callable[[Call], Answer]


@dataclass(frozen=True)
class Environment:
    """What a platform is given to live on.

    Attributes:
        store: Where its state lies.
        now: Its clock.
        seed: Where its randomness begins; None for a new beginning each time.
    """

    store: Store
    now: Clock
    seed: int | None = None

    def randomness(self, name: str) -> random.Random:
        """A source of randomness of a platform's own, so that no platform moves another's."""
        return random.Random() if self.seed is None else random.Random(f"{self.seed}:{name}")


class Refusal(Enum):
    """Why a request never reaches the behaviour of its operation."""

    NO_ROUTE = "There is nothing at this path."
    WRONG_VERB = "This path does not take this verb."
    TOO_LARGE = "The body is larger than 10 MB."
    BROKEN_JSON = "The body is not JSON."
    NO_CREDENTIAL = "The request carries no credential."
    OTHER_SCHEME = "The request carries a credential of another scheme."
    INVALID = "The request is not what the operation takes."
    FAILED = "The local platform failed; see its violations."


# The statuses that a platform without a room of its own answers: the first that the operation names.
_STATUSES = {
    Refusal.NO_ROUTE: (404,),
    Refusal.WRONG_VERB: (405,),
    Refusal.TOO_LARGE: (413,),
    Refusal.BROKEN_JSON: (400, 422),
    Refusal.NO_CREDENTIAL: (401, 403),
    Refusal.OTHER_SCHEME: (401, 403),
    Refusal.INVALID: (422, 400),
    Refusal.FAILED: (500,),
}


@dataclass(frozen=True)
class Table:
    """One table of the page: what a platform holds, in words.

    Attributes:
        title: What it lists.
        columns: The heads of its columns.
        rows: Its rows, of texts.
        total: How many there are in all, where it shows the newest only.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: int | None = None


class Backend(Protocol):
    """State and behaviour of a platform without HTTP, as far as all platforms have it alike."""

    def reset(self) -> None:
        """Return to the fixture."""

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data; all of it or, raising ValueError, nothing."""

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given, in place of those with the same names."""

    def state(self) -> dict[str, Any]:
        """Everything it holds, as JSON, credentials masked."""

    def tables(self) -> list[Table]:
        """What it holds, for the page."""


class Platform:
    """One platform, served from its contract.

    This class alone serves any contract: it accepts any credential of the right kind and answers examples. A platform
    with behaviour is a subclass in a package of its own (`promptport_local.<name>`), which offers
    `create(contract, environment) -> Platform`; there it fills `behaviours` and says how its errors look.

    Args:
        contract: Its contract.
        environment: What it lives on.

    Attributes:
        behaviours: By operation id, what answers it; the others answer their contract's example.
        backend: Its state and behaviour without HTTP, or None.
    """

    broken_json_first = False
    """Whether broken JSON is told before a missing credential."""

    def __init__(self, contract: Contract, environment: Environment) -> None:
        self.contract = contract
        self.environment = environment
        self.behaviours: dict[str, Behaviour] = {}
        self.backend: Backend | None = None

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """Whom the credentials belong to, kept in `call.who`.

        Args:
            call: The request.
            credentials: By the names of the contract's security schemes; empty where the operation asks for none.

        Raises:
            Refused: They are not good.
        """
        return credentials

    def look_at(self, call: Call) -> None:
        """Look at a request that was read, before anything of it is judged.

        A platform that overlooks a problem, or reads a body in a way of its own, changes the call here.

        Raises:
            Refused: The request goes no further.
        """

    def refuse(self, why: Refusal, operation: Operation | None, call: Call | None) -> Answer:
        """The answer to a request that never reaches the behaviour of its operation.

        Args:
            why: Why.
            operation: The operation, where the request is one.
            call: The request as it was read; `broken` and `problems` say what is wrong. None before it was read.
        """
        statuses = _STATUSES[why]
        named = [status for status in statuses if operation and str(status) in operation.spec["responses"]]
        for status in named:
            example = operation.example(status) if operation else None
            if example is not None:
                return example
        return Answer.json({"error": why.value}, (named or statuses)[0])


def create_platform(name: str, environment: Environment) -> Platform:
    """The platform of this name: from its own package if it has one, else from its contract alone."""
    contract = Contract.load(name)
    room = f"{__package__}.{name}"
    if find_spec(room) is None:
        return Platform(contract, environment)
    platform: Platform = import_module(room).create(contract, environment)
    return platform
