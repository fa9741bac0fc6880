"""What a page, a test and a program in another process see and do of all platforms, in one form: the control surface's acts.

`control.py` gives them over HTTP, `Server` in-process. What is not so is a ValueError in words, and then nothing has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

from promptport_local.authoring import Authoring
from promptport_local.endpoint import Endpoint
from promptport_local.errors import Refusal
from promptport_local.local_platform import LocalPlatform
from promptport_local.request_log import RequestLog
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

    def platforms(self, base_url: str) -> list[Json]:
        """What platforms are served, where, and what can be done with each.

        Args:
            base_url: The address of the server, with a slash at the end.
        """
        return [self._platform(name, f"{base_url}{name}") for name in self._local.vendors]

    def prompts(self, platform: str | None = None) -> list[Json]:
        """The prompts that the platforms hold, or one of them, in the order in which they came.

        Raises:
            PlatformError: There is no such platform.
        """
        names = list(self._local.vendors) if platform is None else [platform]
        return [
            {"platform": name, "name": each.name, "versions": [version.shown() for version in each.versions]}
            for name in names
            for each in self._authoring(name).prompts()
        ]

    def tables(self) -> Json:
        """The tables of what each platform holds, by platform."""
        return {
            name: [
                {
                    "title": each.title,
                    "columns": list(each.columns),
                    "rows": [list(row) for row in each.rows],
                    "total": len(each.rows) if each.total is None else each.total,
                }
                for each in (vendor.backend.tables() if vendor.backend is not None else ())
            ]
            for name, vendor in self._local.vendors.items()
        }

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

    async def render(self, platform: str, name: str, version: str | int, values: Json) -> Json:
        """What promptport's own client makes of a version with values. It asks a copy: nothing here comes of it.

        Raises:
            NotRendered: It makes nothing of it.
        """
        if self._local.renderer is None:
            raise ValueError("this server has no renderer: `promptport serve` and promptport.testing.Platform have one")
        trial = self._local.copy(platform)
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

    def _authoring(self, platform: str) -> Authoring:
        return self._local.vendor(platform).authoring

    def _platform(self, name: str, url: str) -> Json:
        vendor = self._local.vendors[name]
        authoring = vendor.authoring
        able = {act: act not in authoring.lacks for act in ("publish", "labels", "ab_tests", "tokens")}
        return {
            "name": name,
            "release": vendor.release.name if vendor.release else None,
            "releases": list(self._local.known_releases[name]),
            "base_url": url,
            "settings": settings_of(name, url),
            **able,
            "label_names": None if authoring.labels is None else list(authoring.labels),
            "moved_labels": None if authoring.moved is None else list(authoring.moved),
            "lacks": dict(authoring.lacks),
        }


def settings_of(platform: str, url: str) -> dict[str, str]:
    """What the environment of a client holds that talks to a platform at an address: variables, and keys of the fixture."""
    package = f"{__package__}.{platform}"
    if find_spec(package) is None:
        return {}
    module = import_module(package)
    variables: Mapping[str, str] = getattr(module, "VARIABLES", {})
    given = module.settings(url)
    return {variable: given[name] for name, variable in variables.items()}


def _words(refusal: Refusal) -> str:
    """What a platform says no with, in words."""
    error = refusal.body.get("error")
    nested = error.get("message") if isinstance(error, dict) else error
    return str(refusal.body.get("message") or nested)
