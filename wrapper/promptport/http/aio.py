"""The asyncio engine: aiohttp's sessions behind httpx's transport interface, one for each running event loop."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator

import aiohttp
import httpx
import yarl

from .clock import waits

IDLE = 60.0  # seconds that an unused connection is kept
HEADER = 65_536  # bytes of a header line that are read at the most


def limit(seconds: float) -> asyncio.Timeout:
    """A block that is cancelled, and raises TimeoutError, when the seconds are over."""
    return asyncio.timeout(seconds)


async def sleep(seconds: float) -> None:
    """Wait before a retry."""
    await asyncio.sleep(seconds if waits() else 0)


class Engine(httpx.AsyncBaseTransport):
    """A pool of connections for asyncio clients.

    A connection belongs to the event loop that opened it, so each running loop gets a session of its own, which closes
    with the loop.
    """

    def __init__(self) -> None:
        self._sessions: dict[asyncio.AbstractEventLoop, tuple[aiohttp.ClientSession, AsyncGenerator[None]]] = {}
        self._context: ssl.SSLContext | None = None

    async def _session(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        if loop not in self._sessions:
            for ended in [each for each in self._sessions if each.is_closed()]:
                del self._sessions[ended]
            session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=100, keepalive_timeout=IDLE),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
                timeout=aiohttp.ClientTimeout(total=None, connect=None),
                max_line_size=HEADER,
                max_field_size=HEADER,
                trust_env=False,
            )
            closing = _closing(session)
            self._sessions[loop] = session, closing
            await anext(closing)
        return self._sessions[loop][0]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is still to be read."""
        url = yarl.URL(str(request.url), encoded=True)
        session = await self._session()
        if self._context is None and url.scheme == "https":
            self._context = httpx.create_ssl_context()
        headers = [(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers.raw]
        with _translated():
            answer = await session.request(
                request.method,
                url,
                headers=[each for each in headers if each[0].lower() != "content-length"],
                data=request.content or None,
                allow_redirects=False,
                ssl=self._context if self._context is not None else True,
            )
        return httpx.Response(answer.status, headers=list(answer.raw_headers), stream=_Body(answer), request=request)

    async def aclose(self) -> None:
        """Close the connections of the running loop. Those of another loop close when it ends."""
        found = self._sessions.pop(asyncio.get_running_loop(), None)
        if found is not None:
            await found[1].aclose()


async def _closing(session: aiohttp.ClientSession) -> AsyncGenerator[None]:
    """Closes a session when it is closed itself: by us, or by the event loop, which ends its generators before it ends."""
    try:
        yield
    finally:
        await session.close()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _translated():
            async for chunk in self._answer.content.iter_any():
                yield chunk

    async def aclose(self) -> None:
        # An answer that was read to its end has given its connection back; any other can't be used again.
        self._answer.close()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Aiohttp's errors as httpx's, told apart by whether the request may have been sent."""
    try:
        yield
    except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
        kind = httpx.ConnectTimeout if isinstance(error, TimeoutError) else httpx.ConnectError
        raise kind(str(error)) from error
    except aiohttp.ServerTimeoutError as error:
        raise httpx.ReadTimeout(str(error)) from error
    except aiohttp.InvalidURL as error:
        raise httpx.UnsupportedProtocol(str(error)) from error
    except aiohttp.ServerDisconnectedError as error:
        raise httpx.RemoteProtocolError("the server closed it without a whole answer") from error
    except aiohttp.ClientPayloadError as error:
        raise httpx.RemoteProtocolError("the server closed it within its answer") from error
    except (aiohttp.ClientResponseError, ValueError) as error:
        raise httpx.RemoteProtocolError(f"the answer is no HTTP: {error}") from error
    except (aiohttp.ClientError, OSError) as error:
        if isinstance(error, TimeoutError):
            raise
        raise httpx.ReadError(str(error)) from error
