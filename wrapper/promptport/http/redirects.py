"""Where a platform sends a request on to, for the few operations whose redirects are followed. Nothing here waits.

Who asks is for the platform alone: a request that leaves its origin has the headers that every server may see, and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from .network import Network
from .wire import RawResponse, TransportError, Wire

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST = 5  # that are followed, one after the other
ANYBODY = ("Accept", "Accept-Encoding", "User-Agent")  # what a server of another origin is told
PORTS = {"http": 80, "https": 443}
LEGAL = "!#$%&'()*+,/:;=?@[]~"  # what an address holds besides letters and digits


class Redirects:
    """The way of one request, from the platform to wherever it sends it on.

    Args:
        wire: The request to the platform.
        network: How addresses are reached.
        header: Makes a header in the form that the engine takes.
    """

    def __init__(self, wire: Wire[Any], network: Network, header: Callable[[str, str], tuple[Any, Any]]) -> None:
        self._wire, self._network, self._header = wire, network, header
        self._followed, self._why = 0, ""

    def next(self, reply: RawResponse) -> Wire[Any] | None:
        """The request that follows a reply; None where it is the last one."""
        location = reply.headers.get("location")
        if reply.status not in REDIRECTS or not location or self._wire.method != "GET":
            return None
        here = self._wire.url
        try:
            url, there, origin = _address(urljoin(here, location.strip()))
        except ValueError:
            self._why = "it is no address of HTTP"
            return None
        if origin[0] == "http" and _address(here)[2][0] == "https":
            self._why = "it is not encrypted, and the platform is"
        elif self._followed == MOST:
            self._why = f"there were {MOST} before"
        if self._why:
            return None
        self._followed += 1
        wire = self._wire
        if origin != _address(here)[2]:
            allowed = [self._header(name, "")[0] for name in ANYBODY]
            headers = [each for each in wire.headers if each[0] in allowed]
            wire = wire._replace(headers=[self._header("Host", there), *headers], principal=None, foreign=True)
            self._network.reach(f"{origin[0]}://{there}/")
        self._wire = wire._replace(url=url)
        return self._wire

    def lost(self, error: TransportError) -> TransportError:
        """A failure, which tells that it was not the platform that could not be reached."""
        if self._wire.foreign:
            error.message = f"{self._host}, to which the platform sends on: {error.message}"
            error.elsewhere = True
        return error

    def marked(self, reply: RawResponse) -> RawResponse:
        """The last reply. Where it is no success, it tells who has answered, or why it was the last."""
        if 200 <= reply.status < 300:
            return reply
        if self._why:
            return reply._replace(note=f"It sends on to another address, which is not followed: {self._why}.")
        if self._wire.foreign:
            return reply._replace(
                note=f"So answered {self._host}, to which the platform sends on; it was not told who asks. Try again."
            )
        return reply

    @property
    def _host(self) -> str:
        return urlsplit(self._wire.url).hostname or ""


def _address(url: str) -> tuple[str, str, tuple[str, str, int]]:
    """An address as it is sent, without a fragment or credentials; its host with the port; and its origin.

    Raises:
        ValueError: It is none of HTTP.
    """
    parts = urlsplit(url)
    host, port = (parts.hostname or "").removesuffix("."), parts.port
    if parts.scheme not in PORTS or not host or not host.isascii() or "@" in parts.netloc or port == 0:
        raise ValueError("no address of HTTP")
    shown = f"[{host}]" if ":" in host else host
    there = shown if port in (None, PORTS[parts.scheme]) else f"{shown}:{port}"
    rest = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe=LEGAL)
    return f"{parts.scheme}://{there}{rest}", there, (parts.scheme, host.lower(), port or PORTS[parts.scheme])
