"""What a page, a test and a program in another process do on all platforms, in one form: the acts of the control surface.

`control.py` has them over HTTP, `Server` in-process. What can't be is a ValueError in words, and then nothing has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

from promptport_local.authoring import Authoring
from promptport_local.endpoint import Endpoint
from promptport_local.errors import Refusal
from promptport_local.local_platform import LocalPlatform
from promptport_local.request_log import After, RequestLog
from promptport_local.scripts import Scripts
from promptport_local.vendor import VendorServer

Json = dict[str, Any]
T = TypeVar("T")


class Door:
    """The acts.

    Args:
        local: What is served.
    """

    def __init__(self, local: LocalPlatform) -> None:
        self._local = local

    def publish(self, platform: str, name: str, messages: Sequence[Json], labels: Sequence[str] = ()) -> Json:
        """Make a version of a prompt, and the prompt where there is none: `version` is how a client names it."""
        return {"version": self._done(platform, lambda its: its.publish(name, messages, labels))}

    def label(self, platform: str, name: str, version: str | int, label: str) -> Json:
        """Move a label to a version."""
        self._done(platform, lambda its: its.label(name, str(version), label))
        return {"ok": True}

    def ab_test(self, platform: str, name: str, weights: Mapping[str, float]) -> Json:
        """Begin an A/B test, in place of one that runs."""
        self._done(platform, lambda its: its.ab_test(name, weights))
        return {"ok": True}

    def end_ab_test(self, platform: str, name: str) -> Json:
        """End the A/B test of a prompt."""
        self._done(platform, lambda its: its.end_ab_test(name))
        return {"ok": True}

    def expire_tokens(self, platform: str) -> Json:
        """Let every token expire that a platform has issued: `expired` is how many those were."""
        return {"expired": self._done(platform, lambda its: its.expire_tokens())}

    def outage(self, platform: str, seconds: float) -> Json:
        """Answer every request to a platform with 503 from now on, for so many seconds."""
        return self._scripted(platform, {"status": 503, "times": None, "for": seconds})

    def slow(self, platform: str, delay: float, seconds: float) -> Json:
        """Answer every request to a platform so many seconds late from now on, for so many seconds."""
        return self._scripted(platform, {"delay": delay, "times": None, "for": seconds})

    def requests_after(self, number: int) -> After:
        """The next requests that were over after another."""
        return self._local.requests.after(number)

    async def render(self, platform: str, name: str, version: str | int, values: Json) -> Json:
        """What promptport's own client makes of a version with values. It asks a copy: nothing here comes of it.

        Raises:
            NotRendered: It makes nothing of it.
        """
        if self._local.renderer is None:
            raise ValueError("this server has no renderer: `promptport serve` and promptport.testing.Platform have one")
        with self._local.copy(platform) as trial:
            self._done(trial, lambda its: its.put_first(name, str(version)))
            app = Endpoint(trial, RequestLog(), Scripts(), [], asyncio.Event())
            settings = import_module(f"{__package__}.{platform}").settings(f"http://localhost/{platform}")
            return {"messages": await self._local.renderer(app, platform, settings, name, values)}

    def _scripted(self, platform: str, answer: Json) -> Json:
        self._local.script(platform, [answer])
        return {"ok": True}

    def _done(self, platform: str | VendorServer, act: Callable[[Authoring], T]) -> T:
        vendor = self._local.vendor(platform) if isinstance(platform, str) else platform
        try:
            with vendor.environment.transaction():
                return act(vendor.authoring)
        except Refusal as refusal:
            raise ValueError(_words(refusal)) from None


def _words(refusal: Refusal) -> str:
    """What a platform says no with, in words."""
    error = refusal.body.get("error")
    nested = error.get("message") if isinstance(error, dict) else error
    return str(refusal.body.get("message") or nested)
