"""From a request to what the engine takes: its address, its headers, its body. Nothing here waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .._version import __version__
from ..hidden import Secret
from ..model import Operation, Request
from ..telemetry.propagation import trace_headers
from .clock import Deadline
from .encode import Encoded, encode
from .library import added_headers
from .options import Options
from .release import Release
from .rules import Rules
from .wire import Wire

BODIED = frozenset({"POST", "PUT", "PATCH"})  # verbs of which servers want to know the length of an empty body
AGENT = f"promptport/{__version__} python/{sys.version_info.major}.{sys.version_info.minor}"


class Requests:
    """Makes the requests of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        header: Makes a header in the form that the engine takes.
        release: What the client knows of the release that the server is.
    """

    def __init__(
        self,
        rules: Rules,
        options: Options,
        header: Callable[[str, str], tuple[Any, Any]],
        release: Release | None = None,
    ) -> None:
        self._release = release or Release(rules, options.release)
        self._rules = rules
        self._options = options
        self._header = header
        self._own = dict(options.headers)  # in place of the client's, so that none is sent twice
        self._credentials: tuple[Sequence[tuple[str, str]], list[tuple[Any, Any]]] = (), []
        self._constants: dict[tuple[str, bool], tuple[str, list[tuple[Any, Any]]]] = {}

    def encode(self, request: Request) -> Encoded:
        """Check the arguments of a call and encode them.

        Raises:
            ArgumentError: An argument can't be sent.
        """
        encoded = encode(request, strict=self._rules.strict)
        if lacking := self._release.before(request):
            encoded = encoded._replace(lacking=lacking)
        if not self._own:
            return encoded
        return encoded._replace(headers=[each for each in encoded.headers if each[0].lower() not in self._own])

    def wire(
        self, operation: Operation, encoded: Encoded, deadline: Deadline, buffered: bool, token: str | None
    ) -> Wire[Any]:
        """What the engine sends.

        Args:
            operation: What is called.
            encoded: Its arguments.
            deadline: Seconds that the attempt may take.
            buffered: Whether the body of the answer is wanted at once.
            token: The bearer token, where credentials were exchanged for one.
        """
        base, constant = self._constants.get((operation.id, buffered)) or self._settle(operation, buffered)
        header, options = self._header, self._options
        path = encoded.path
        headers = [*constant, *(header(*each) for each in encoded.headers)]
        principal = None
        if operation.security:
            who, (credentials, query) = self._rules.settled(
                lambda: (self._rules.headers(operation), self._rules.query(operation))
            )
            if "Cookie" in [name for name, _ in encoded.headers]:  # of which a request has one
                headers, credentials = self._with_cookies(constant, encoded, credentials)
            headers += self._made(credentials)
            path = _with_query(path, query)
            principal = who if token is None else None
        if token is not None:
            headers.append(header("Authorization", Secret(f"Bearer {token}")))
        content = encoded.content or b""
        if encoded.content is not None or operation.method in BODIED:
            length = len(content) if isinstance(content, bytes) else content.length
            if length is not None:  # else the engine sends it in chunks
                headers.append(header("Content-Length", str(length)))
        if traced := self._traced(headers):
            headers += [header(*each) for each in traced]
        url = base + path
        return Wire(
            operation.method,
            url,
            headers,
            content,
            deadline,
            buffered,
            options.connect,
            options.idle,
            options.most,
            principal,
        )

    def shown(self, operation: Operation, encoded: Encoded, buffered: bool, token: str | None) -> Mapping[str, str]:
        """The headers of an attempt as observers may see them."""
        secret = {"Authorization"} if token else set()
        secret |= {name for name, _ in self._rules.headers(operation)} if operation.security else set()
        given = [*self._constant(operation, buffered), *encoded.headers]
        shown = dict([*given, *self._traced([*given, *((name, "") for name in secret)])])
        return {name: self._rules.hide(value) for name, value in shown.items()} | dict.fromkeys(secret, "[hidden]")

    def _traced(self, headers: Sequence[tuple[Any, Any]]) -> list[tuple[str, str]]:
        """The headers that tell the platform which trace the request belongs to, beside those that it has."""
        found = trace_headers()
        if not found:
            return []
        pairs = [(name.encode(), value.encode()) for name, value in found]
        added = added_headers(pairs, headers, self._rules.account_headers)
        return [(name.decode(), value.decode()) for name, value in added]

    def _with_cookies(
        self, constant: list[tuple[Any, Any]], encoded: Encoded, credentials: Sequence[tuple[str, str]]
    ) -> tuple[list[tuple[Any, Any]], list[tuple[str, str]]]:
        """Headers and credentials of a request with cookies: those of its arguments stand behind those that say who asks."""
        more = [value for name, value in encoded.headers if name == "Cookie"]
        own = [value for name, value in credentials if name == "Cookie"]
        rest = [each for each in credentials if each[0] != "Cookie"]
        headers = [*constant, *(self._header(*each) for each in encoded.headers if each[0] != "Cookie")]
        return headers, [*rest, ("Cookie", "; ".join([*own, *more]))]

    def _made(self, credentials: Sequence[tuple[str, str]]) -> list[tuple[Any, Any]]:
        """Credentials as the engine takes them; most are the same for every attempt, and made once."""
        given, made = self._credentials
        if credentials is not given:
            made = [self._header(name, Secret(value)) for name, value in credentials]
            self._credentials = credentials, made
        return made

    def _settle(self, operation: Operation, buffered: bool) -> tuple[str, list[tuple[Any, Any]]]:
        """The host of an operation, and the headers that its every request has; made once."""
        headers = [self._header(*each) for each in self._constant(operation, buffered)]
        found = self._constants[operation.id, buffered] = self._options.host(operation.server), headers
        return found

    def _constant(self, operation: Operation, buffered: bool) -> list[tuple[str, str]]:
        found = [
            ("Host", self._options.host(operation.server).split("/", 3)[2]),
            ("User-Agent", AGENT),
            *([] if any(each.place == "accept" for each in operation.parameters) else [("Accept", operation.accept)]),
            ("Accept-Encoding", "gzip, deflate" if buffered else "identity"),
        ]
        return [*(each for each in found if each[0].lower() not in self._own), *self._own.items()]


def _with_query(path: str, query: Sequence[tuple[str, str]]) -> str:
    """A path with credentials in its query."""
    if not query:
        return path
    added = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query)
    return Secret(f"{path}{'&' if '?' in path else '?'}{added}")
