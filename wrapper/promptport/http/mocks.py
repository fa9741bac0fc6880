"""Whether a test mocks HTTP, so that nothing goes to the network behind its back.

The engines are none of httpx's, so a mock of httpx would not see what they send. That a library of mocks is loaded means nothing,
since pytest loads some as plug-ins: what counts is that a method of the HTTP library is no longer the library's own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from ..errors import ConfigurationError

SHORT = ("request", "get", "post")  # what tests replace by a `unittest.mock`
HTTPRETTY = "httpretty"  # it puts sockets of its own in place of Python's, which can't do what the engines need
REFUSAL = (
    "A mock of {} is at work, which would not see what promptport sends, so that nothing was sent. Use the pytest fixture "
    "`promptport_local` (`promptport.testing`), a platform on this machine; or give the client "
    "`transport=httpx.MockTransport(...)`."
)
SYNC, ASYNC = "promptport.http.blocking", "promptport.http.aio"  # the engines, of which a client has imported its own
TRANSPORTS = ("MockTransport", "ASGITransport", "WSGITransport")  # they reach no network
_local: set[str] = set()  # the addresses of local platforms that tests have started


class Place(NamedTuple):
    """Where mocks put functions of theirs.

    Attributes:
        module: The library.
        holder: The class that holds the functions; empty where the module does.
        names: What they are called.
        observed: Whether others replace them, too, by a function that calls the library's own, as for tracing.
        through: The library through which a request goes so that the mock sees it; empty where it would not.
    """

    module: str
    holder: str
    names: tuple[str, ...]
    observed: bool
    through: str = ""


class Mocks:
    """Looks for mocks before a request is sent.

    Args:
        prefix: Of the classes that carry such requests: `Async`, or nothing.
        method: What carries them in a transport.
    """

    def __init__(self, prefix: str, method: str) -> None:
        self._places = [
            Place("requests", "adapters.HTTPAdapter", ("send",), observed=False),
            Place("requests", "Session", ("send", *SHORT), observed=True),
            Place("requests", "", SHORT, observed=True),
        ]
        for library in ("httpx", "httpx2"):
            core = library.replace("httpx", "httpcore")
            self._places[:0] = [
                Place(library, f"{prefix}HTTPTransport", (method,), False, library),
                Place(library, f"{prefix}Client", ("_transport_for_url",), False, library),
                Place(library, f"{prefix}Client", ("send",), True, library),
                Place(core, f"{prefix}ConnectionPool", (method,), False, library),
                Place(library, f"{prefix}Client", SHORT, observed=True),
            ]
        self._absent = list({each.module for each in self._places})
        # What was where when no mock was at work: a name, what holds it, and the function.
        self._own: list[tuple[str, Mapping[str, Any], Any]] = []

    def library(self, url: str) -> ModuleType | None:
        """The library that a request is to go through, since a mock of it is at work; None where there is none.

        Most calls find what the call before has found: that costs one comparison for each function of a library that is loaded.

        Args:
            url: Where the request goes.

        Raises:
            ConfigurationError: A mock is at work that can't see the request, and it is for no local platform of the test.
        """
        modules = sys.modules
        if HTTPRETTY in modules and modules[HTTPRETTY].is_enabled():
            _refuse("sockets", url)
        for name in self._absent:
            if name in modules:
                return self._look(url)
        for name, holder, own in self._own:
            if holder.get(name) is not own:
                return self._look(url)
        return None

    def _look(self, url: str) -> ModuleType | None:
        """Look at everything anew."""
        own: list[tuple[str, Mapping[str, Any], Any]] = []
        absent = [each for each in self._absent if each not in sys.modules]
        for each in self._places:
            module = sys.modules.get(each.module)
            if module is None:
                continue
            try:
                holder = attrgetter(each.holder)(module) if each.holder else module
            except AttributeError:
                if getattr(getattr(module, "__spec__", None), "_initializing", False):
                    absent.append(each.module)  # it is being imported at this moment
                continue
            for name in each.names:
                within, function = _found(holder, name)
                if function is None and name.startswith("_"):
                    continue  # another version of the library has no such
                if _is_mock(function, each.module, each.observed):
                    if each.through:
                        return sys.modules.get(each.through)
                    _refuse(each.module, url)
                    return None
                own.append((name, within, function))
        self._absent, self._own = absent, own
        return None


def _found(holder: Any, name: str) -> tuple[Mapping[str, Any], Any]:
    """Where a function is, and the function, as it is there; None where it is nowhere: a test has taken it away."""
    for each in getattr(holder, "__mro__", (holder,)):
        if name in vars(each):
            return vars(each), vars(each)[name]
    return vars(holder), None


def _refuse(what: str, url: str) -> None:
    if not any(url.startswith(f"{address}/") for address in _local):
        raise ConfigurationError(REFUSAL.format(what))


def mocked_by(*engines: str) -> Callable[[str], bool]:
    """Answers what tells whether a mock sees the requests of engines to an address.

    That raises ConfigurationError where a mock is at work that would not see them.

    Args:
        engines: The modules of the engines.
    """

    def mocked(url: str) -> bool:
        # An engine that another thread imports at this moment has none yet.
        seen = [found for name in engines if (found := getattr(sys.modules.get(name), "mocks", None)) is not None]
        return any(each.library(url) is not None for each in seen)

    return mocked


def reaches_nothing(brought: object) -> bool:
    """Whether what an application has brought is a test's: what was accepted for it must reach no platform later.

    Args:
        brought: A transport, or a client.
    """
    return any(type(each).__name__ in TRANSPORTS for each in (brought, getattr(brought, "_transport", None)))


def allow(addresses: Iterable[str]) -> None:
    """Let requests to a local platform of a test pass, whatever else it mocks."""
    _local.update(addresses)


def disallow(addresses: Iterable[str]) -> None:
    """A local platform has ended."""
    _local.difference_update(addresses)


def _is_mock(function: Any, library: str, observers: bool) -> bool:
    """Whether a function is neither the library's own, nor the library's own within what observes it.

    Args:
        function: What stands in its place.
        library: The library.
        observers: Whether functions that call another, and say so by `__wrapped__`, only observe it here.
    """
    while type(function) is not FunctionType or function.__globals__.get("__name__", "").partition(".")[0] != library:
        if type(function) is FunctionType and not observers:
            return True
        function = getattr(function, "__wrapped__", None)  # objects that wrap a function are instrumentation everywhere
        if function is None:
            return True
    return False
