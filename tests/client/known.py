"""The platforms that `promptport.Client` is proved on: what a client of each is opened with, what it holds, and what arrived."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from promptport.outbox.result import Outcome, Result
from promptport.testing import Platform


class Known(NamedTuple):
    """A platform.

    Attributes:
        name: Its name.
        operation: The operation that fetches what is in production.
        version: The version of `welcome` that is in production.
        other: A label that other versions have.
        put: Holds a prompt with a version for each text, the last of them in production; without any, there is nothing to find.
        secrets: What nobody may see.
    """

    name: str
    operation: str
    version: int | str
    other: str
    put: Callable[..., None]
    secrets: tuple[str, ...]

    def settings(self, platform: Platform, **more: Any) -> dict[str, Any]:
        """What a client of the local platform is opened with."""
        found: dict[str, Any] = import_module(f"promptport_local.{self.name}").settings(platform.url(self.name))
        return found | more

    def fetches(self, platform: Platform, prompt: str = "") -> int:
        """How many requests for prompts have arrived; for one prompt alone, where it is named."""
        found = [each for each in platform.requests if each.operation != "auth_login"]
        return sum(prompt in f"{each.path} {each.body.decode()}" for each in found)

    def fail(self, platform: Platform, **answer: Any) -> None:
        """Let every fetch meet a scripted answer from now on, until `platform.reset`."""
        platform.script(self.name, {"times": None, "operation": self.operation, **answer})


def _put_xr2(platform: Platform, prompt: str, *texts: str, declared: tuple[str, ...] = ()) -> None:
    variables = [{"name": name, "type": "string", "required": True} for name in declared]
    made = [{"user_prompt": text, "status": "inactive", "variables": variables} for text in texts]
    for last in made[-1:]:
        last["status"] = "production"
    platform.backend("xr2").add_prompt(prompt, made)


def _put_scope(platform: Platform, prompt: str, *texts: str, declared: tuple[str, ...] = ()) -> None:
    made = [{"content": text, "variables": list(declared), "id": f"v{at}"} for at, text in enumerate(texts, 1)]
    platform.backend("scope").add_prompt(prompt, made)


class Unreached:
    """A delivery that reaches nobody."""

    async def deliver(self, batch: Any, notes: Any) -> Result:
        """Fail."""
        return Result(Outcome.NOT_RECEIVED)

    async def aclose(self) -> None:
        """Do nothing."""


def unhurried(client: Any) -> None:
    """Let callers of a client wait for a minute, with a copy as well: what is counted then depends on no machine's speed."""
    state = client._cache.state
    state.settings = state.settings._replace(deadline=60.0, short_deadline=60.0)


def at_once(client: Any) -> None:
    """Let the copies of a client answer as those of any platform do: a local one's are looked at twice, as it may be another."""
    for each in client._cache.state.memory.copies.values():
        each.unseen_until = each.until


XR2 = Known("xr2", "get_prompt", 1, "draft", _put_xr2, ("YOUR_PRODUCT_API_KEY",))
SCOPE = Known("scope", "prompts_get_production", "version-1", "latest", _put_scope, ("secret_xyz",))
ALL = {each.name: each for each in (XR2, SCOPE)}
VALUES = {"customer_name": "Alice", "language": "en"}
