"""Proves that proxies and certificates work as they do in httpx: from arguments, or from the environment."""

from __future__ import annotations

import os
import ssl
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

import promptport
from promptport.errors import CallError, ConfigurationError
from promptport.http.network import context, network
from promptport.promptrails import AsyncPromptRails, PromptRailsError
from promptport.testing import without_waiting
from promptport.xr2 import AsyncxR2Client

from ..servers import Answering, Proxying, serving

AUTHORITY = trustme.CA()
BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", *BUNDLES)


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    # The servers of these tests are on this machine, for which the environment's proxies do not count.
    monkeypatch.setattr("promptport.http.network.loopback", lambda host: False)


@pytest.fixture(scope="module")
def plain() -> Iterator[str]:
    """A server."""
    with serving(Answering) as address:
        yield address


@pytest.fixture(scope="module")
def secure() -> Iterator[str]:
    """A server over TLS, whose certificate a private authority has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)
    with serving(Answering, context) as address:
        yield address


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authority's certificate, as a file."""
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def forwarding() -> Iterator[str]:
    """A proxy."""
    Proxying.seen = []
    with serving(Proxying) as address:
        yield address


@pytest.fixture
def trusted(certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates))


async def test_unknown_authority_is_refused(secure: str) -> None:
    """A certificate that nobody trusted has signed is an error that says so, and nothing is sent."""
    with without_waiting():
        async with AsyncxR2Client("k", base_url=secure, total_retries=1) as client:
            response = await client.check_api_key()

    assert (response.status_code, response.ok) == (0, False)
    assert "certificate" in str(response.error).lower()
    assert "SSL_CERT_FILE" in str(response.error)
    assert isinstance(response.exception, CallError)
    assert response.exception.attempts == 1


async def test_another_name_is_refused(secure: str, certificates: Path) -> None:
    """A certificate for another host is no reason to try again; the error says what to do."""
    async with AsyncxR2Client("k", base_url=secure.replace("127.0.0.1", "localhost"), verify=certificates) as client:
        response = await client.check_api_key()

    assert isinstance(response.exception, CallError)
    assert (response.exception.attempts, response.exception.kind) == (1, "connection")
    assert "verify=" in str(response.exception)


async def test_what_is_no_tls_is_refused(plain: str) -> None:
    """Nor is a server that does not speak TLS at all."""
    async with AsyncxR2Client("k", base_url=plain.replace("http:", "https:")) as client:
        response = await client.check_api_key()

    assert isinstance(response.exception, CallError)
    assert response.exception.attempts == 1
    assert "SSL_CERT_FILE" in str(response.exception)


async def test_certificates_by_argument(secure: str, certificates: Path) -> None:
    """`verify` takes a file, a context, or False."""
    for verify in (str(certificates), certificates, ssl.create_default_context(cafile=certificates), False):
        async with AsyncxR2Client("k", base_url=secure, verify=verify) as client:
            assert (await client.check_api_key()).ok


async def test_certificates_by_environment(secure: str, trusted: None) -> None:
    """SSL_CERT_FILE names a file."""
    async with AsyncxR2Client("k", base_url=secure) as client:
        assert (await client.check_api_key()).ok


@pytest.mark.parametrize("variable", BUNDLES)
async def test_certificates_of_requests(
    secure: str, certificates: Path, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What requests goes by counts for xR2, whose own client is made with it; a folder as well, and nowhere else."""
    monkeypatch.setenv(variable, str(certificates))
    async with AsyncxR2Client("k", base_url=secure) as client:
        assert (await client.check_api_key()).ok
    async with AsyncPromptRails("k", base_url=secure, max_retries=0) as rails:
        with pytest.raises(PromptRailsError, match="SSL_CERT_FILE"):
            await rails.agents.list()


async def test_order_of_certificates(
    secure: str, certificates: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`verify=`, then SSL_CERT_FILE and SSL_CERT_DIR, then REQUESTS_CA_BUNDLE, then CURL_CA_BUNDLE."""
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))

    async def trusts(**settings: Any) -> bool:
        async with AsyncxR2Client("k", base_url=secure, total_retries=0, **settings) as client:
            return (await client.check_api_key()).ok

    for variable in ("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(variable, str(certificates))
        assert await trusts()
        monkeypatch.setenv(variable, str(other))
        assert not await trusts()
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificates))
    assert not await trusts()
    assert await trusts(verify=certificates)
    monkeypatch.delenv("SSL_CERT_DIR")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "missing.pem"))
    with pytest.raises(ConfigurationError, match="REQUESTS_CA_BUNDLE names can't be read"):
        await trusts()


def test_loopback_needs_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is for other machines; the key stays on this one."""
    monkeypatch.undo()
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    for host in ("127.0.0.1:8700", "localhost", "[::1]:80"):
        assert not network([f"http://{host}/xr2"]).proxies
    for host in ("platform.example", "127.evil.example", "127.0.0.1.evil.example"):
        assert network([f"http://{host}"]).proxies


def test_certificates_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no certificate is told by the name that it came under."""
    (tmp_path / "bad.pem").write_text("no certificate")
    with pytest.raises(ConfigurationError, match="verify"):
        context(str(tmp_path / "bad.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
        context(True)


def test_certificates_that_would_be_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe, a device without an end and a file beyond all measure are told, whichever way they are named, and not read."""
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(1 << 40)
    for name in ("pipe", "huge", "/dev/zero"):
        with pytest.raises(ConfigurationError, match=r"verify.*(no regular file|more than)"):
            context(str(tmp_path / name))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / name))
        with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
            context(True)


@pytest.mark.parametrize("name", ["/does/not/exist.pem", "a\0b", "x" * 10_000])
def test_file_that_is_not_there(name: str) -> None:
    """A file of certificates that is missing is told when the client is built."""
    with pytest.raises(ConfigurationError, match="verify"):
        AsyncxR2Client("k", verify=name)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "all_proxy", ""])
async def test_proxy(plain: str, forwarding: str, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy from the argument or the environment carries the requests, with the credentials of its address."""
    address = forwarding.replace("//", "//user:p%40ss@")
    if variable:
        monkeypatch.setenv(variable, address)
    async with AsyncxR2Client("k", base_url=plain, proxy=None if variable else address) as client:
        assert (await client.check_api_key()).ok
        assert "p@ss" not in repr(vars(client)) + repr(client._pipeline.options)

    basic = b64encode(b"user:p@ss").decode()
    assert Proxying.seen == [(f"GET {plain}/api/v1/check-api-key", f"Basic {basic}")]


@pytest.mark.parametrize("variable", ["HTTP_PROXY", ""])
async def test_proxy_of_an_address_that_is_set(
    plain: str, forwarding: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that a client of xR2 is given while it lives is reached as that of its beginning."""
    if variable:
        monkeypatch.setenv(variable, forwarding)
    async with AsyncxR2Client("k", base_url="http://h.example", proxy=None if variable else forwarding) as client:
        client.base_url = plain
        assert (await client.check_api_key()).ok

    assert [line for line, _ in Proxying.seen] == [f"GET {plain}/api/v1/check-api-key"]


async def test_proxy_before_tls(secure: str, forwarding: str, trusted: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An https address is tunnelled; the proxy sees the host and no more."""
    monkeypatch.setenv("HTTPS_PROXY", forwarding)
    async with AsyncxR2Client("k", base_url=secure) as client:
        assert (await client.check_api_key()).ok

    assert Proxying.seen == [(f"CONNECT {secure.removeprefix('https://')}", None)]


@pytest.mark.parametrize("kind", ["plain", "secure"])
async def test_proxy_behind_tls(
    kind: str, plain: str, secure: str, trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy may be secured itself: then TLS to the platform goes through TLS to the proxy."""
    to = secure if kind == "secure" else plain
    Proxying.seen = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)
    with serving(Proxying, context) as address:
        async with AsyncxR2Client("k", base_url=to, proxy=address) as client:
            for _ in range(3):
                assert (await client.check_api_key()).ok

    asked = [each for each, _ in Proxying.seen]
    assert (
        asked == [f"CONNECT {to.removeprefix('https://')}"] if kind == "secure" else [f"GET {to}/api/check-api-key"] * 3
    )


async def test_no_proxy(plain: str, forwarding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_PROXY names hosts that are reached directly."""
    monkeypatch.setenv("HTTP_PROXY", forwarding)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with AsyncxR2Client("k", base_url=plain) as client:
        assert (await client.check_api_key()).ok

    assert Proxying.seen == []


async def test_proxy_that_is_not_there(plain: str) -> None:
    """A proxy that nobody runs is a connection that fails before anything was sent."""
    with without_waiting():
        async with AsyncxR2Client("k", base_url=plain, proxy="http://127.0.0.1:9") as client:
            response = await client.check_api_key()

    assert "There is no connection to the platform" in str(response.error)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "ftp://host", "http://"])
def test_proxy_of_an_unknown_kind(proxy: str) -> None:
    """What is no http proxy is refused when the client is built."""
    with pytest.raises(ConfigurationError, match="proxy"):
        AsyncxR2Client("k", proxy=proxy)


async def test_netrc_is_not_read(plain: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials in `.netrc` never replace the client's own."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    seen: list[str | None] = []

    class Keeping(Answering):
        def do_GET(self) -> None:  # noqa: N802 # the standard library calls it that
            seen.append(self.headers["Authorization"])
            super().do_GET()

    with serving(Keeping) as address:
        async with AsyncxR2Client("k", base_url=address) as client:
            assert (await client.check_api_key()).ok

    assert seen == ["Bearer k"]


BROKEN = [
    "http://[u:SECRETpw@:1",
    "http://u:SECRETpw@host:port",
    "ftp://u:SECRETpw@host:1",
    "http://u:SECRETpw@ho st:1",
    "http://",
]


@pytest.mark.parametrize("address", BROKEN)
async def test_environment_that_names_no_proxy(address: str, plain: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told once, as ours and by the variable's name; building a client raises nothing, and a fallback answers."""
    monkeypatch.setenv("HTTP_PROXY", address)
    async with AsyncxR2Client("k", base_url=plain) as client:
        error = (await client.check_api_key()).exception
    assert isinstance(error, CallError)
    assert (error.kind, error.attempts) == ("connection", 1)
    assert "HTTP_PROXY" in str(error)
    assert "SECRETpw" not in str(error) + repr(error.__cause__)

    async with promptport.AsyncClient("xr2", api_key="k", base_url=plain, disk=False) as found:
        assert (await found.get("welcome", fallback="Hello")).origin.source == "fallback"
        with pytest.raises(CallError, match="HTTP_PROXY"):
            await found.get("welcome")


@pytest.mark.parametrize("address", BROKEN)
def test_argument_that_names_no_proxy(address: str) -> None:
    """An argument is an error at once, and does not repeat a password."""
    with pytest.raises(ConfigurationError) as told:
        AsyncxR2Client("k", base_url="https://platform.example", proxy=address)
    assert "SECRETpw" not in str(told.value)
