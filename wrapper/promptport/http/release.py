"""What a client knows of the release that its server is, and what it says of an operation that this lacks."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import CallError, ConfigurationError, ReleaseWarning
from ..model import History, Operation, Releases, Request
from .response import Response

if TYPE_CHECKING:
    from .rules import Rules

ABSENT = frozenset({404, 405, 410})  # with which servers say that they have no such operation
ELSEWHERE = frozenset({401, 402, 403, 407, 408, 429})  # what is refused for another reason
NEVER = History()  # of what has always been there
OURS = ("promptport", "promptport_api")


def release_of(value: str | None, releases: Releases, variable: str) -> str:
    """The release that a server is said to be; empty where nobody says.

    Args:
        value: What the caller gave as `release`; None looks at the environment.
        releases: Those that there are.
        variable: The environment variable that stands in for it.

    Raises:
        ConfigurationError: It is none of them; the text lists them.
    """
    found = value if value is not None else os.environ.get(variable) or ""
    if value is None and not found:
        return ""
    if not isinstance(found, str) or found not in releases.names:
        raise ConfigurationError(
            f"`release` (or {variable}) must be a release of {releases.package} that is known here, not {found!r:.60}: "
            f"{', '.join(releases.names)}."
        )
    return found


class Lack(NamedTuple):
    """Something that a release does not have.

    Attributes:
        key: What tells it from others.
        what: What it is, in words.
        history: Its history.
    """

    key: tuple[Any, ...]
    what: str
    history: History


class Release:
    """What one client knows of the release that its server is.

    Args:
        rules: The ways of the platform.
        release: The release that it is said to be; empty where nobody says.
    """

    def __init__(self, rules: Rules, release: str = "") -> None:
        self._rules, self._release = rules, release
        self._warned: dict[tuple[Any, ...], object] = {}
        self._least = -1  # which release the server is at least, by what it has answered

    def before(self, request: Request) -> str:
        """Warn of what a request has that the release lacks, once a client. Answers what an error of the call says of that."""
        history = request.operation.history
        if not self._release or history is None:
            return ""
        said = {each.key: f"{self._said} {self._sentence(each)}" for each in self._lacking(history, request)}
        for key, text in said.items():
            self._warn(key, text)
        return " ".join(said.values())

    def answered(self, operation: Operation) -> None:
        """Keep that the server has an operation: it is as new as that at least."""
        history = operation.history
        if history is not None and history.since in self._names:
            self._least = max(self._least, self._names.index(history.since))

    def explain(self, error: CallError, operation: Operation, answer: Response, lacking: str = "") -> None:
        """Let the error of a refusal say that the server lacks the operation, where it does or may; warn where it does.

        Args:
            error: The error.
            operation: What was called.
            answer: What the server said.
            lacking: What `before` has answered.
        """
        history = operation.history
        if lacking and 400 <= answer.status < 500 and answer.status not in ELSEWHERE:
            error.hint = f"{lacking} {error.hint or ''}".strip()
            return
        if history is None or answer.status not in ABSENT or not (history.since or history.until):
            return
        shown = self._rules.lacks(operation, answer)
        lack = Lack((operation.id,), f"`{history.name}`", history)
        if shown:
            error.hint = f"The server lacks this operation: {self._sentence(lack)}"
            with suppress(ReleaseWarning):  # where warnings are errors: the error that follows says the same
                self._warn(lack.key, f"{self._rules.platform}: {error.hint}")
        elif shown is None and not self._release and not self._is_there(history):
            error.hint = f"{error.hint or ''} The server may lack this operation: {self._sentence(lack)}".strip()

    def _is_there(self, history: History) -> bool:
        """Whether what came with a release is on the server, by what it has answered. What ends may have gone since."""
        came = history.since in self._names and self._names.index(history.since) <= self._least
        return came and not history.until

    @property
    def _names(self) -> tuple[str, ...]:
        return self._rules.releases.names if self._rules.releases else ()

    @property
    def _package(self) -> str:
        return self._rules.releases.package if self._rules.releases else self._rules.platform

    @property
    def _said(self) -> str:
        return f"{self._package} {self._release}, which `release` names, lacks it:"

    def _sentence(self, lack: Lack) -> str:
        return lack.history.describe(lack.what, self._package)

    def _lacking(self, history: History, request: Request) -> Iterator[Lack]:
        names = self._names
        if self._release not in names:
            return
        key, of = request.operation.id, f"`{history.name}`"
        if history.lacking(names, self._release):
            yield Lack((key,), of, history)
            return
        for name, value in _given(request):
            said = history.arguments.get(name, NEVER)
            if said.lacking(names, self._release):
                yield Lack((key, name), f"the argument `{name}` of {of}", said)
            for each in value if isinstance(value, list | tuple) else (value,):
                one = said.values.get(each, NEVER) if isinstance(each, str) else NEVER
                if one.lacking(names, self._release):
                    yield Lack((key, name, each), f"the value {each!r} of `{name}` of {of}", one)

    def _warn(self, key: tuple[Any, ...], text: str) -> None:
        own = object()
        if self._warned.setdefault(key, own) is own:
            try:
                warnings.warn(text, ReleaseWarning, stacklevel=_callers())
            except ReleaseWarning:  # where warnings are errors, each call of it is one
                del self._warned[key]
                raise


def _given(request: Request) -> Iterator[tuple[str, Any]]:
    """The arguments that a caller has given, and the fields that one of them holds."""
    for each in request.operation.parameters:
        value = request.arguments.get(each.name)
        if each.place == "fields" and isinstance(value, dict):
            yield from value.items()
        elif value is not None and value != each.default:
            yield each.name, value


def _callers() -> int:
    """How far up the frame is that has called promptport, as `warnings` counts."""
    from inspect import currentframe  # needed by those alone who are warned

    frame, level = currentframe(), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in OURS:
        frame, level = frame.f_back, level + 1
    return level  # one less from `_warn` on, which is where `warnings` begins to count with one
