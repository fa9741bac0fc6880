"""Keeps web pages of other sites away: a browser on this machine must not be their way in."""

from __future__ import annotations

import ipaddress

from starlette.types import Scope


class Guard:
    """Judges requests by the names in their `Host` and `Origin`.

    A page of another site can make a browser send requests here, and by giving its own name our address
    (DNS rebinding) even read the answers. Both show in these two headers, which a page cannot change.

    Args:
        host: The address or name that the server listens on.
    """

    def __init__(self, host: str) -> None:
        self._host = host.lower()
        self._private = _is_loopback(self._host)

    def objection(self, scope: Scope, control: bool) -> str | None:
        """Why a request is refused, in words; None if it is not.

        Args:
            scope: The request.
            control: Whether it is for the page or the control surface. There no other site is let in; on the paths of
                the platforms any name will do if the server was told to listen beyond this machine.
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
        return None

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


def _is_loopback(host: str) -> bool:
    return ipaddress.ip_address(host).is_loopback if _is_address(host) else host == "localhost"
