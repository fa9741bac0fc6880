"""httpx, or a library of its interface such as httpx2: known by what an application brings of it, and never imported here."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from .account_headers import says_who_asks
from .options import OURS
from .wire import TransportError

NAMES = ("Request", "Response", "TransportError", "ConnectError", "DecodingError")


def library_of(brought: object) -> ModuleType | None:
    """The library whose client or transport this is, or is derived from; None where it is of none.

    Args:
        brought: What an application has made.
    """
    for each in type(brought).__mro__:
        module = sys.modules.get(each.__module__.partition(".")[0])
        if all(hasattr(module, name) for name in NAMES):
            return module
    return None


def origin(url: Any) -> tuple[str, bytes]:
    """Where a request to an address goes: its scheme, and its host with the port.

    Args:
        url: The library's own address.
    """
    return url.scheme, url.netloc


@cache
def bound(request: type[Any]) -> type[Any]:
    """A class of requests that can't be sent to another server than the one that they were made for.

    Args:
        request: The library's own class of requests.
    """

    class Request(request):  # type: ignore[misc] # the library's own, which is known when it is here
        def __setattr__(self, name: str, value: Any) -> None:
            if name == "url" and origin(value) != origin(self.url):
                raise TransportError(
                    "a hook of `http_client` has changed where the request goes", sent=False, foreign=True
                )
            super().__setattr__(name, value)

    return Request


def added_headers(
    defaults: Iterable[tuple[bytes, bytes]],
    ours: Iterable[tuple[str | bytes, str | bytes]],
    settings: Mapping[str, str],
) -> list[tuple[bytes, bytes]]:
    """The headers of an application's client that go with a request of ours: none that is set by us, or says who asks.

    Args:
        defaults: The client's headers.
        ours: The request's.
        settings: The platform's headers that say who asks, by their names in small letters.
    """
    taken = {(name if isinstance(name, str) else name.decode("latin-1")).lower() for name, _ in ours} | OURS
    return [
        (name, value)
        for name, value in defaults
        if (plain := name.decode("latin-1").lower()) not in taken and not says_who_asks(plain, settings)
    ]
