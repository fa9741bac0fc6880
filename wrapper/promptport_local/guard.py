"""Keeps web pages of other sites away: a browser on this machine must not be their way in."""

from __future__ import annotations

import ipaddress

from starlette.types import Scope


class Guard:
    """Judges requests by the names in their `Host` and `Origin`.

    A page of another site can make a browser send requests here, and by giving its own name our address
    (DNS rebinding) even read the answers. Both show in these two headers, which a page cannot change.

    Args:
        host: The address or name that the server was told to listen on.
        address: The address that this is; without, `host` is one.
    """

    def __init__(self, host: str, address: str | None = None) -> None:
        self._host = host.lower()
        self._private = is_loopback(self._host if address is None else address)

    def objection(self, scope: Scope, control: bool) -> str | None:
        """Why a request is refused, in words; None if it is not.

        Args:
            scope: The request.
            control: Whether it is for the page or the control surface. There nothing but its own page is let in. On the
                paths of the platforms a page of this machine may send requests, too; and any name, and any page, where
                the server was told to listen beyond this machine.
        """
        headers = {name: value.decode("latin-1").strip() for name, value in scope["headers"]}
        host = headers.get(b"host", "")
        if (control or self._private) and not self._known(_name(host)):
            return f"The host {_name(host)!r} is not known here. Use localhost, 127.0.0.1 or {self._host}."
        if control:
            origin = headers.get(b"origin")
            if origin is not None and origin.partition("://")[2] != host:
                return "Requests from pages of other sites are refused."
            if headers.get(b"sec-fetch-site", "none") not in ("none", "same-origin"):
                return "Requests from pages of other sites are refused."
        elif self._private and self._foreign(headers):
            return "Requests from pages of other sites are refused."
        return None

    def _foreign(self, headers: dict[bytes, str]) -> bool:
        """Whether a page of another machine sends it: such a page can't read the answer, but the request would count."""
        origin = headers.get(b"origin")
        if origin is not None:
            name = _name(origin.partition("://")[2])
            return not (name in (self._host, "localhost") or name.endswith(".localhost") or is_loopback(name))
        return headers.get(b"sec-fetch-site") == "cross-site"

    def _known(self, name: str) -> bool:
        # An address cannot be rebound, only a name can. A request without a name is not a browser's.
        return not name or name == self._host or name.endswith(".localhost") or name == "localhost" or _is_address(name)


def _name(host: str) -> str:
    """The name in a `Host`, without the port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether an address is reached from its own machine alone.

    Args:
        host: The address; of names only `localhost` is known.
    """
    if not _is_address(host):
        return host == "localhost"
    address = ipaddress.ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback
