"""One vendor's platform, as it is served. By itself it answers every operation with its contract's example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from promptport_local.answer import Answer
from promptport_local.asgi import LARGEST_BODY
from promptport_local.authoring import Authoring
from promptport_local.backend import Backend
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.narrowing import Narrowing
from promptport_local.releases import Release
from promptport_local.request_log import LoggedRequest

Behaviour = Callable[[Call], Answer]


# The statuses that a platform without a package of its own answers: the first that the operation names.
_STATUSES = {
    Reason.NO_ROUTE: (404,),
    Reason.WRONG_VERB: (405,),
    Reason.TOO_LARGE: (413,),
    Reason.BROKEN_JSON: (400, 422),
    Reason.NO_CREDENTIAL: (401, 403),
    Reason.OTHER_SCHEME: (401, 403),
    Reason.INVALID: (422, 400),
    Reason.OTHER_RELEASE: (404,),
}


class VendorServer:
    """One vendor's platform, served from its contract.

    This class alone serves any contract: it accepts any credential of the right kind and answers examples. A platform
    with behaviour is a subclass in a package of its own (`promptport_local.<name>`), which offers
    `create(contract, environment) -> VendorServer`; there it fills `behaviours` and says how its errors look.

    Args:
        contract: Its contract.
        environment: What it lives on.

    Attributes:
        contract: Its contract; as of one release, where it is served so.
        release: The release that it is served as; None where it has what all of them have.
        narrowing: Takes out of requests and answers what that release does not know; None without one.
        behaviours: By operation id, what answers it; the others answer their contract's example.
        backend: Its state and behaviour without HTTP, or None.
        authoring: What people do on its pages; what it has nothing for is refused in words.
    """

    broken_json_first = False
    """Whether broken JSON is told before a missing credential."""

    def __init__(self, contract: Contract, environment: Environment) -> None:
        self.contract = contract
        self.environment = environment
        self.behaviours: dict[str, Behaviour] = {}
        self.backend: Backend | None = None
        self.authoring = Authoring()
        self.release: Release | None = None
        self.narrowing: Narrowing | None = None

    def serve_as(self, release: str) -> None:
        """Be one release of the vendor's from now on. What the backend holds and can do stays what all releases have.

        Raises:
            ReleaseError: The contract does not cover it; the text lists the releases that it covers.
        """
        view = self.contract.as_of(release)
        self.release, self.narrowing = view.release, Narrowing(self.contract, view)
        self.contract = Contract(self.contract.name, view.made())

    def secrets(self, operation: Operation) -> frozenset[str]:
        """The fields of an operation's body that hold secrets, of whichever release they are."""
        return self.contract.secrets(operation) if self.narrowing is None else self.narrowing.secrets(operation)

    def reshape(self, operation: Operation, answer: Answer, release: Release) -> Answer:
        """An answer, which was judged, in the form of a release, where that is another one than the contract's."""
        return answer

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """Whom the credentials belong to, kept in `call.who`.

        Args:
            call: The request.
            credentials: By the names of the contract's security schemes; empty where the operation asks for none.

        Raises:
            Refusal: They are not good.
        """
        return credentials

    def look_at(self, call: Call) -> None:
        """Look at a request that was read, before anything of it is judged.

        A platform that overlooks a problem, or reads a body in a way of its own, changes the call here.

        Raises:
            Refusal: The request goes no further.
        """

    def beside(self, request: LoggedRequest) -> Answer | None:
        """The answer to a request whose path is none of the contract's, where the platform has one; else None.

        Such as a place that the platform's answers send clients on to.
        """
        return None

    def largest_body(self, path: str) -> int:
        """How many bytes the body of a request to this path may have."""
        return LARGEST_BODY

    def redirect(self, path: str) -> str | None:
        """Where a request is sent on to whose path leads nowhere; None where it is not."""
        return None

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """The answer to a request that never reaches the behaviour of its operation.

        Args:
            reason: Why it does not.
            operation: The operation, where the request is one.
            call: The request as it was read; `broken` and `problems` say what is wrong. None before it was read.
        """
        statuses = _STATUSES[reason]
        named = [status for status in statuses if operation and str(status) in operation.spec["responses"]]
        for status in named:
            example = operation.example(status) if operation else None
            if example is not None:
                return example
        return self.refused(Refusal((named or statuses)[0], {"error": reason.value}), call)

    def refused(self, refusal: Refusal, call: Call | None) -> Answer:
        """The answer to a refusal, whoever raised it: its body, as JSON.

        A platform whose errors look another way in some places, or carry more headers, changes the refusal here.

        Args:
            refusal: What the platform says no with.
            call: The request; None before it was read.
        """
        return Answer.json(refusal.body, refusal.status, refusal.headers)


def create_vendor(name: str, environment: Environment) -> VendorServer:
    """The platform of this name: from its own package if it has one, else from its contract alone."""
    contract = Contract.load(name)
    package = f"{__package__}.{name}"
    if find_spec(package) is None:
        return VendorServer(contract, environment)
    vendor: VendorServer = import_module(package).create(contract, environment)
    return vendor
