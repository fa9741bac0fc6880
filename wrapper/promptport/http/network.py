"""What lies between a client and its platform: proxies, and the certificates that are trusted."""

from __future__ import annotations

import os
import re
import ssl
import sys
from base64 import b64encode
from collections.abc import Iterable, Sequence
from errno import EFBIG, EINVAL
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..errors import ConfigurationError
from ..hidden import Secret
from .wire import TransportError

Verify = bool | str | os.PathLike[str] | ssl.SSLContext
MOST = 16 * 1024 * 1024  # bytes of a file of certificates; the usual ones take a quarter of a megabyte
KINDS = (bool, str, os.PathLike, ssl.SSLContext)


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        url: Its address, without credentials.
        user: The name that it asks for; empty where it asks for none.
        password: The password that belongs to it.
    """

    url: str
    user: str
    password: str

    @property
    def headers(self) -> dict[str, str]:
        """What the proxy wants to see besides the request."""
        if not self.user:
            return {}
        return {"Proxy-Authorization": Secret(f"Basic {b64encode(f'{self.user}:{self.password}'.encode()).decode()}")}

    def __repr__(self) -> str:
        return f"Proxy({self.url!r})"


class Network(NamedTuple):
    """How a client reaches its platform.

    Attributes:
        proxies: The proxy for each address that needs one.
        broken: The environment variable that names no proxy though it should, for each address that needs one: what is sent
            there fails with its name, so that a copy or a fallback can answer in its place.
        verify: What is trusted: True for the usual certificates, a file or folder of others, a context, or False for all.
        bundles: The environment variables that name the usual certificates where SSL_CERT_FILE and SSL_CERT_DIR don't, since
            the vendor's own client goes by them.
        proxy: The proxy for all addresses, as the client was given it; None where the environment says.
    """

    proxies: dict[str, Proxy]
    verify: Verify
    broken: dict[str, str]
    bundles: Sequence[str] = ()
    proxy: Proxy | None = None

    def reach(self, address: str) -> None:
        """Settle how an address is reached. The environment is read now, and not again."""
        variable, url = ("", None) if self.proxy else _from_environment(address)
        try:
            proxy = _parsed(url) if url else self.proxy
        except ConfigurationError:
            self.broken[address] = variable
        else:
            if proxy:
                self.proxies[address] = proxy

    def proxy_of(self, url: str) -> Proxy | None:
        """The proxy on the way to an address.

        Raises:
            TransportError: The environment names one in a way that can't be understood.
        """
        if self.broken:
            for address, variable in list(self.broken.items()):
                if url.startswith(address):
                    raise TransportError(f"{variable} is no address of a proxy", sent=False, setting=variable)
        if self.proxies:
            return next((proxy for address, proxy in list(self.proxies.items()) if url.startswith(address)), None)
        return None


def network(
    addresses: Iterable[str], proxy: str | None = None, verify: Verify = True, bundles: Sequence[str] = ()
) -> Network:
    """Settle how the addresses of a client are reached. The environment is read now, and not again.

    Args:
        addresses: Where requests will go.
        proxy: The address of a proxy for all of them; None takes HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY.
        verify: What is trusted: True for the usual certificates, a file or folder of others, a context, or False for all.
        bundles: The environment variables that name the usual certificates where SSL_CERT_FILE and SSL_CERT_DIR don't.

    Raises:
        ConfigurationError: A proxy is not of a kind that is known, or certificates are not, or not there.
    """
    if proxy is not None and not isinstance(proxy, str):
        raise ConfigurationError(f"`proxy` must be an address, not {type(proxy).__name__}.")
    if not isinstance(verify, KINDS):
        raise ConfigurationError(
            f"`verify` must be True, False, a file, a folder or a context, not {type(verify).__name__}."
        )
    if isinstance(verify, str | os.PathLike) and not os.path.exists(verify):  # noqa: PTH110 # pathlib's raises
        raise ConfigurationError(f"`verify` names {os.fspath(verify)!r}, and there is no such file or folder.")
    made = Network({}, verify, {}, bundles, _parsed(proxy) if proxy else None)
    for address in addresses:
        made.reach(address)
    return made


def loopback(host: str) -> bool:
    """Whether a host is this machine, which no proxy could reach for us."""
    return host in ("localhost", "::1") or re.fullmatch(r"127(?:\.[0-9]{1,3}){3}", host) is not None


def _from_environment(address: str) -> tuple[str, str | None]:
    """The variable that names the proxy for an address, and what it says; None where there is none."""
    # Only where there is something to find: the module takes 20 ms to import.
    if sys.platform == "linux" and not any(name.lower().endswith("_proxy") for name in os.environ):
        return "", None
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(address)
    proxies = getproxies()
    if not parts.hostname or loopback(parts.hostname) or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return "", None
    kind = parts.scheme if proxies.get(parts.scheme) else "all"
    names = (f"{kind}_proxy", f"{kind.upper()}_PROXY")
    return next((each for each in names if os.environ.get(each)), names[1]), proxies.get(kind)


def _parsed(url: str) -> Proxy:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port
    except ValueError:  # its text may repeat a password
        raise ConfigurationError(
            "A proxy must be an http or https address; what was given can't be understood."
        ) from None
    if port == 0 or re.search(r"[\s\x00-\x20\x7f-\U0010ffff]", parts.netloc.rpartition("@")[2]):
        raise ConfigurationError("A proxy must be an http or https address, with a host of ASCII letters and a port.")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(f"A proxy must be an http or https address, not one of {parts.scheme!r}.")
    host = parts.netloc.rpartition("@")[2]
    return Proxy(f"{parts.scheme}://{host}", unquote(parts.username or ""), Secret(unquote(parts.password or "")))


# Of the errors of TLS, those that say that a connection was lost.
_PASSING = (ssl.SSLEOFError, ssl.SSLSyscallError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


def refuses_tls(error: BaseException | None) -> bool:
    """Whether an error comes from certificates, names or versions of TLS, which are the same at the next attempt."""
    while error is not None:
        if isinstance(error, ssl.SSLError) and not isinstance(error, _PASSING):
            return True
        error = error.__cause__ or error.__context__
    return False


def context(verify: Verify, bundles: Sequence[str] = ()) -> ssl.SSLContext:
    """A TLS context. The usual certificates are those of SSL_CERT_FILE and SSL_CERT_DIR, else of `bundles`, else of certifi.

    Args:
        verify: What is trusted, as in `Network`.
        bundles: The environment variables that name a file or folder of certificates as well; the first that is set counts.

    Raises:
        ConfigurationError: The certificates can't be read.
    """
    named = "`verify`"
    if verify is True:
        named = "SSL_CERT_FILE or SSL_CERT_DIR"
        if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
            variable = next((name for name in bundles if os.environ.get(name)), None)
            if variable is not None:
                verify, named = os.environ[variable], variable
    try:
        return _context(verify)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"The certificates that {named} names can't be read: {error}.") from error


def _context(verify: Verify) -> ssl.SSLContext:
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is False:
        made = ssl.create_default_context()
        made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
        return made
    if verify is not True:
        folder = Path(verify).is_dir()
        if not folder:
            _check_regular(verify)
        return ssl.create_default_context(cafile=None if folder else verify, capath=verify if folder else None)
    certificates, directory = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if certificates or directory:
        if certificates:
            _check_regular(certificates)
        return ssl.create_default_context(cafile=certificates, capath=directory)
    import certifi

    return ssl.create_default_context(cafile=certifi.where())


def _check_regular(path: str | os.PathLike[str]) -> None:
    """See that reading a file of certificates ends: a pipe would be waited for, and a device may have no end."""
    about = os.stat(path)  # noqa: PTH116 # a text will do
    if not S_ISREG(about.st_mode):
        raise OSError(EINVAL, "it is no regular file")
    if about.st_size > MOST:
        raise OSError(EFBIG, f"it has more than {MOST:,} bytes")
