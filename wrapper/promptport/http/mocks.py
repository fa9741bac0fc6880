"""Whether a test mocks HTTP, so that nothing goes to the network behind its back.

The engines are none of httpx's, so a mock of httpx would not see what they send. That a library of mocks is loaded means nothing,
since pytest loads some as plug-ins: what counts is that a method of the HTTP library is no longer the library's own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from functools import partial, partialmethod
from operator import itemgetter
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from ..errors import ClosedError, ConfigurationError

VERBS = (
    "request",
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "head",
    "options",
)  # what tests replace by a `unittest.mock`
EVERYWHERE = frozenset({"request", "get", "post", "send"})  # what every version has, unless a test has taken it away
INSIDE = (
    "_init_transport",
    "_transport_for_url",
    "_send_single_request",
    "_send_handling_redirects",
    "_send_handling_auth",
)
HTTPRETTY = "httpretty"  # it puts sockets of its own in place of Python's, which can't do what the engines need
REFUSAL = (
    "A mock of {} is at work, which would not see what promptport sends, so that nothing was sent. Use the pytest fixture "
    "`promptport_local` (`promptport.testing`), a platform on this machine; or give the client "
    "`transport=httpx.MockTransport(...)`. A function that stands there and is no mock says so by `functools.wraps`."
)
SYNC, ASYNC = "promptport.http.blocking", "promptport.http.aio"  # the engines, of which a client has imported its own
TRANSPORTS = ("MockTransport", "ASGITransport", "WSGITransport")  # they reach no network
AIOHTTP = "aiohttp"  # the engine for asyncio is made of it, so that a mock of it sees what that sends
_began_under: ContextVar[bool] = ContextVar("began_under", default=False)
_local: set[str] = set()  # the addresses of local platforms that tests have started


class Place(NamedTuple):
    """Where mocks put functions or classes of theirs.

    Attributes:
        module: The library.
        holder: Where the functions are within it, a class or a module; empty where the library itself holds them.
        names: What they are called.
        observed: Whether others replace them, too, by a function that calls the library's own, as for tracing.
        through: The library through which a request goes so that the mock sees it; empty where it would not.
        used: Whether the library's own clients go by what stands in the place of the class.
    """

    module: str
    holder: str
    names: tuple[str, ...]
    observed: bool = True
    through: str = ""
    used: bool = True


def places(prefix: str, method: str) -> Iterator[Place]:
    """Where mocks are looked for: first those that would see a request, then those that would not.

    Args:
        prefix: Of the classes that carry such requests: `Async`, or nothing.
        method: What carries them in a transport.
    """
    others, their = ("", "handle_request") if prefix else ("Async", "handle_async_request")
    libraries = ("httpx2", "httpx")
    for each in libraries:
        yield Place(each, f"{prefix}HTTPTransport", (method,), False, each, used=False)
        yield Place(each, f"_client.{prefix}HTTPTransport", (), through=each)
        yield Place(each, f"{prefix}Client", INSIDE, False, each)
        yield Place(each, f"{prefix}Client", ("send",), through=each)
        for kind in ("ConnectionPool", "HTTPConnection"):
            yield Place(each.replace("httpx", "httpcore"), f"{prefix}{kind}", (method,), False, each)
    carried = AIOHTTP if prefix else ""
    yield Place(AIOHTTP, "ClientSession", ("_request",), False, carried, used=False)  # sessions were made before
    yield Place(AIOHTTP, "ClientSession", ("request",), through=carried)
    for each in libraries:
        yield Place(each, f"{prefix}Client", (*VERBS, "stream"))
        yield Place(each, "", (*VERBS, "stream"))
        yield Place(each, f"{others}HTTPTransport", (their,), False)
        yield Place(each, f"{others}Client", INSIDE, False)
        yield Place(each, f"{others}Client", ("send", "stream", *VERBS))
        yield Place(each.replace("httpx", "httpcore"), f"{others}ConnectionPool", (their,), False)
    yield Place(AIOHTTP, "ClientSession", VERBS[1:])
    yield Place(AIOHTTP, "", ("request",))
    yield Place("requests", "adapters.HTTPAdapter", ("send",), False)
    yield Place("requests", "Session", ("send", "get_adapter", *VERBS))
    yield Place("requests", "sessions.Session", ())
    yield Place("requests", "api", ("request",))
    yield Place("requests", "", (*VERBS, "session"))
    yield Place("urllib3", "HTTPConnectionPool", ("urlopen", "_make_request", "_get_conn"))


class Mocks:
    """Looks for mocks before a request is sent.

    Args:
        prefix: Of the classes that carry such requests: `Async`, or nothing.
        method: What carries them in a transport.
    """

    def __init__(self, prefix: str, method: str) -> None:
        self._places = tuple(places(prefix, method))
        self._absent = list({each.module for each in self._places})
        # What was where when no mock was at work: what holds it, how it is picked from there, and what it was.
        self._own: list[tuple[Mapping[str, Any], Callable[[Any], Any], Any]] = []

    def library(self, url: str) -> ModuleType | None:
        """The library that a request is to go through, since a mock of it is at work; None where the engine is to send it.

        Args:
            url: Where the request goes.

        Raises:
            ConfigurationError: A mock is at work that can't see the request, and it is for no local platform of the test.
            ClosedError: The request began under a mock, by `UnderMock`, and that has ended.
        """
        found = self.at_work(url)
        if not found and _began_under.get():
            raise ClosedError("It began while a mock of HTTP was at work, and goes out only while one is.")
        return sys.modules.get(found) if found and found != AIOHTTP else None

    def at_work(self, url: str) -> str:
        """The library of which a mock is at work that sees a request; empty where none is. Raises as `library`.

        Most calls find what the call before has found: that costs one comparison for each class of a library that is loaded.
        """
        modules = sys.modules
        if HTTPRETTY in modules and modules[HTTPRETTY].is_enabled():
            _refuse("sockets", url)
        for name in self._absent:
            if name in modules:
                return self._look(url)
        try:
            for holder, picked, own in self._own:
                if picked(holder) != own:
                    return self._look(url)
        except KeyError:  # a test has taken something away
            return self._look(url)
        return ""

    def _look(self, url: str) -> str:
        """Look at everything anew."""
        own: dict[int, tuple[Mapping[str, Any], dict[str, Any]]] = {}

        def note(within: Any, name: str, found: Any) -> None:
            own.setdefault(id(within), (vars(within), {}))[1][name] = found

        absent = [each for each in self._absent if each not in sys.modules]
        for each in self._places:
            module = sys.modules.get(each.module)
            if module is None or each.module in absent:
                continue
            if getattr(getattr(module, "__spec__", None), "_initializing", False) is True:
                absent.append(each.module)  # it is being imported at this moment
                continue
            library = getattr(module, "__name__", each.module).partition(".")[0]  # one may stand in for another
            holder: Any = module
            try:
                for name in each.holder.split(".") if each.holder else ():
                    within, holder = holder, getattr(holder, name)
                    note(within, name, holder)
            except AttributeError:
                continue  # another version of the library has no such
            origin = _origin(holder, library)
            if origin is not holder and (each.through or origin is None):
                seen = each.used and (origin is not None or not isinstance(holder, type))
                return (seen and each.through) or _refuse(library, url)
            for name in each.names:
                within, function = _found(origin, name)
                if function is None and name not in EVERYWHERE:
                    continue
                if _is_mock(function, library, each.observed):
                    return each.through or _refuse(library, url)
                note(within, name, function)
        self._absent = absent
        self._own = [(within, itemgetter(*found), _picked(found)) for within, found in own.values()]
        return ""


def _origin(holder: Any, library: str) -> Any:
    """The library's own class that a class is, or is derived from; a module itself; None where another thing stands there."""
    if isinstance(holder, ModuleType):
        return holder
    classes = holder.__mro__ if isinstance(holder, type) else ()
    return next((each for each in classes if each.__module__.partition(".")[0] == library), None)


def _found(holder: Any, name: str) -> tuple[Any, Any]:
    """What has a function, and the function, as it is there; None where nothing has it: a test has taken it away."""
    for each in getattr(holder, "__mro__", (holder,)):
        if name in vars(each):
            return each, vars(each)[name]
    return holder, None


def _picked(found: Mapping[str, Any]) -> Any:
    """What an `itemgetter` of these names picks."""
    several = tuple(found.values())
    return several if len(several) > 1 else several[0]


def _refuse(what: str, url: str) -> str:
    if not any(url.startswith(f"{address}/") for address in _local):
        raise ConfigurationError(REFUSAL.format(what))
    return ""


def mocked_by(*engines: str) -> Callable[[str], bool]:
    """Answers what tells whether a mock sees the requests of engines to an address.

    That raises ConfigurationError where a mock is at work that would not see them.

    Args:
        engines: The modules of the engines.
    """

    def mocked(url: str) -> bool:
        # An engine that another thread imports at this moment has none yet.
        seen = [found for name in engines if (found := getattr(sys.modules.get(name), "mocks", None)) is not None]
        return any(each.at_work(url) for each in seen)

    return mocked


class UnderMock:
    """A block, made where something begins that is done later: where a mock is at work now, nothing goes out once it has ended.

    Args:
        url: Where the requests will go.
    """

    def __init__(self, url: str) -> None:
        try:
            self._mocked = mocked_by(SYNC, ASYNC)(url)
        except ConfigurationError:  # of one that would not see them
            self._mocked = True

    def __enter__(self) -> None:
        self._token = _began_under.set(self._mocked)

    def __exit__(self, *given: object) -> None:
        _began_under.reset(self._token)


def reaches_nothing(brought: object) -> bool:
    """Whether what an application has brought is a test's: what was accepted for it must reach no platform later.

    Args:
        brought: A transport, or a client.
    """
    return any(type(each).__name__ in TRANSPORTS for each in (brought, getattr(brought, "_transport", None)))


def is_own(kind: object, library: str) -> bool:
    """Whether a class is the library's own, and neither derived from one of its own nor put in the place of one."""
    return kind is not None and _origin(kind, library) is kind


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
        if isinstance(function, partial | partialmethod):  # as applications set a timeout for all calls
            function = function.func
            continue
        function = getattr(function, "__wrapped__", None)  # objects that wrap a function are instrumentation everywhere
        if function is None:
            return True
    return False
