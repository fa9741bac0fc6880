# Made from wrapper/promptport/base/_async/client.py by `python tools/unasync.py`: change that file, never this one.
"""What the clients of all platforms share. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from typing import Any, Self, TypeVar

from ...http._sync.keys import Keys
from ...http._sync.pipeline import Closing, Pipeline
from ...http.options import Options
from ...http.rules import Rules
from ...http.timeouts import UNSET, Timeout, Unset
from ...model import Parse, Request

T = TypeVar("T")


class BaseClient(Closing):
    """A client of a platform, on top of the generated one: it owns the road that the generated methods send by."""

    _pipeline: Pipeline
    _sender: Any

    def __repr__(self) -> str:
        # While a client is built, a traceback with its variables asks for this as well.
        return self._described() if hasattr(self, "_sender") else f"<{type(self).__name__}, which is not built yet>"

    def _described(self) -> str:
        """Which client it is, without any secret."""
        return f"{type(self).__name__}(timeout={self._pipeline.options.shown})"

    def _send_by(self, pipeline: Pipeline) -> Any:
        """The sender for the generated methods; a platform whose calls answer otherwise than by raising has one of its own."""
        return pipeline

    @property
    def rules(self) -> Rules:
        """The ways of the platform: `rules.account` says who the client is there, `rules.hide` takes the secrets out."""
        return self._pipeline.rules

    @property
    def keys(self) -> Keys:
        """The keys that a function answers: `keys.ready(deadline)` asks for those that are not known yet."""
        return self._pipeline.keys

    def send(self, request: Request, parse: Parse[T], *, deadline: float | None = None) -> T:
        """Send the request of a generated operation, and read its answer with the operation's parser.

        Args:
            request: What the operation's `request` has made of the arguments.
            parse: The operation's `parse`.
            deadline: Seconds that the call takes at the most, all attempts and waits included; a `Deadline` is one over
                several calls. Else the client's.

        Raises:
            ArgumentError: An argument can't be sent.
            CallError: The call failed; the class is the platform's own.
            ClosedError: The client is closed, or was closed meanwhile.
        """
        return self._pipeline.send(request, parse, deadline)

    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float | None = None,
    ) -> Self:
        """A client with other options. It shares the connections, and closes with the one it was made from.

        Args:
            timeout: Seconds that one attempt takes at the most; an `httpx.Timeout`, of which the longest phase counts; None
                for any time.
            retries: How often a failed request is sent again at the most.
            headers: What is sent besides, with every request. Not what says who asks, such as a key or a workspace: those are
                settings, and need a client of their own.
            deadline: Seconds that a call takes at the most, all attempts and waits included; else it follows from the others.

        Raises:
            ConfigurationError: An option is out of bounds, or a header is not for callers to set.
        """
        self.rules.check_headers(headers)
        options = self._pipeline.options
        return self._derived(options.changed(timeout=timeout, retries=retries, headers=headers, deadline=deadline))

    def _derived(self, options: Options) -> Self:
        made = copy(self)
        for name in [each for each in vars(made) if isinstance(getattr(type(made), each, None), cached_property)]:
            del made.__dict__[name]  # a resource that sends by the other road
        made._pipeline = self._pipeline.derived(options)
        made._sender = made._send_by(made._pipeline)
        return made

    @property
    def timeout(self) -> Any:
        """What was given for `timeout`: seconds, an `httpx.Timeout`, or None."""
        return self._pipeline.options.given

    def close(self) -> None:
        """End what is under way, and close the connections. A closed client can't be used again."""
        self._pipeline.close()
