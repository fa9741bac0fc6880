"""The clients of a vendor's releases, each in a process of its own, and ours beside them: one way to call them all."""

from __future__ import annotations

import asyncio
import base64
import inspect
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from promptport_local import LoggedRequest
from promptport_local.contract import Contract, Operation
from tools.vendors.installed import installed
from tools.vendors.recorded import SKIPPED
from tools.vendors.vendor import Vendor

from .vendor import sent


@contextmanager
def vendor_of(package: str, release: str) -> Iterator[Vendor]:
    """A vendor's package of a release, which runs until this ends; it is installed if it is not there."""
    with Vendor(package, installed(package, release), skipped=SKIPPED.get(package, ())) as vendor:
        yield vendor


def signatures(vendor: Vendor, client: str) -> dict[str, inspect.Signature]:
    """The methods of a client, by path. Of defaults only whether there is one is told."""
    found: dict[str, inspect.Signature] = {}
    for path, about in vendor.surface()["clients"][client]["methods"].items():
        parameters = [
            inspect.Parameter(
                each["name"],
                getattr(inspect.Parameter, each["kind"]),
                **({"default": each["default"]} if "default" in each else {}),
            )
            for each in about["parameters"]
        ]
        if path not in ("close", "aclose"):
            found[path] = inspect.Signature(parameters)
    return found


class Ours:
    """A client of ours, called as a vendor's is: by the path of a method, with arguments that JSON can hold.

    Args:
        client: The client, blocking or for asyncio.
        package: Our package, which has the classes that `$new` names.
    """

    def __init__(self, client: Any, package: Any) -> None:
        self._client, self._package = client, package
        self._runner = asyncio.Runner()

    def call(self, path: str, /, **arguments: Any) -> Any:
        """What a method answers; what it yields as a list."""
        called = self._client
        for name in path.split("."):
            called = getattr(called, name)
        return self._waited(called(**{name: self._made(each) for name, each in arguments.items()}))

    def close(self) -> None:
        """Close the client and its event loop."""
        self._waited((getattr(self._client, "close", None) or self._client.aclose)())
        self._runner.close()

    def _waited(self, answer: Any) -> Any:
        async def wait() -> Any:
            return await answer if inspect.isawaitable(answer) else [each async for each in answer]

        if inspect.isawaitable(answer) or hasattr(answer, "__anext__"):
            return self._runner.run(wait())
        return list(answer) if hasattr(answer, "__next__") else answer

    def _made(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._made(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$bytes" in value:
            return base64.b64decode(value["$bytes"])
        if "$new" in value:
            named = {name: self._made(each) for name, each in value["named"].items()}
            return getattr(self._package, value["$new"].rpartition(".")[2])(**named)
        return {name: self._made(each) for name, each in value.items()}


def told(requests: Sequence[LoggedRequest]) -> list[dict[str, Any]]:
    """What requests say, as far as clients must agree on it; in which order the parts of a query stand means nothing."""
    return [{**(one := sent(each)), "query": sorted(one["query"])} for each in requests]


def operations(platform: str, release: str) -> dict[str, Operation]:
    """The operations that a release of a vendor's client sends, by id."""
    contract = Contract(platform, Contract.load(platform).as_of(release).made())
    return {each.id: each for each in contract.operations if not each.spec.get("x-hidden")}
