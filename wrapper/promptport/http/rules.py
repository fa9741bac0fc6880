"""What a platform tells the road to the wire about itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from ..errors import CallError, ClosedError, Kind
from ..model import Operation, Parse, Releases, Request
from ..platform import Principal
from .account_headers import OTHERS, check_account_headers
from .asker import Asker
from .asker import account_of as account_of
from .asker import credential_of as credential_of
from .asker import proof_of as proof_of
from .response import Response
from .secrets import excerpt

WORDS = 20_000  # characters of a body in which its words are looked for


class Grant(NamedTuple):
    """A token that credentials were exchanged for.

    Attributes:
        token: The token; sent as a bearer token.
        seconds: How long it is good for.
        principal: Who has shown the credentials.
    """

    token: str
    seconds: float
    principal: Principal | None = None

    def __repr__(self) -> str:
        return f"Grant(seconds={self.seconds:g})"


class Problem(NamedTuple):
    """What an answer that is no success says, in the terms of `CallError`.

    Attributes:
        message: The platform's own words.
        status: The status that counts, where the body knows better than the answer.
        code: The platform's code for it.
        details: What else the body says.
        retry_after: Seconds to wait, as the body puts it.
        hint: What to do about it.
    """

    message: str
    status: int
    code: str | None = None
    details: Any = None
    retry_after: float | None = None
    hint: str | None = None

    def __repr__(self) -> str:
        return f"Problem(status={self.status})"  # the rest may quote what was sent


class Rules(Asker):
    """The ways of one platform, and who asks it. A room derives from it; the defaults suit a platform with plain JSON errors.

    Attributes:
        platform: The platform's name.
        error: The class of the errors that calls raise.
        closed_error: The class of the error that the calls of a closed client raise.
        early: Seconds before its expiry that a token is renewed.
        addresses: The settings that say where each server of the contract is, by its address there.
        account_headers: The headers that say who asks, in small letters, and the setting to use instead of each. They are
            those of the contract's security schemes, and whatever else decides what the platform answers to whom.
        account_settings: The settings that say who asks.
        releases: The releases of the vendor's package that the contract covers; None where it says nothing of them.
        strict: Whether arguments of another kind than the contract's are refused, where JSON has them. Without, the platform
            judges them, as it does where its own client sends whatever it is given.
    """

    platform = "platform"
    error: type[CallError] = CallError
    closed_error: type[ClosedError] = ClosedError
    early = 60.0
    addresses: ClassVar[Mapping[str, str]] = {}
    account_headers: ClassVar[Mapping[str, str]] = {}
    account_settings = OTHERS
    releases: ClassVar[Releases | None] = None
    strict: ClassVar[bool] = True

    def headers(self, operation: Operation) -> Sequence[tuple[str, str]]:
        """The credentials of an operation, as headers. Asked before every attempt."""
        return ()

    def query(self, operation: Operation) -> Sequence[tuple[str, str]]:
        """The credentials of an operation that go into the query, by their names. Asked before every attempt."""
        return ()

    def login(self) -> tuple[Request, Parse[Grant]] | None:
        """The call that exchanges the credentials for a token; None where the credentials are sent themselves."""
        return None

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read an answer that is no success."""
        return Problem(words(answer, self.hide), answer.status)

    def error_class(self, operation: Operation, status: int, kind: Kind) -> type[CallError]:
        """The class of the error for a status, 0 where there was no answer, and for its kind."""
        return self.error

    def failure(self, operation: Operation, message: str, status: int, kind: Kind, **facts: Any) -> CallError:
        """The error of a failed call. A room whose documented error is made in another way says so here.

        Args:
            operation: What was called.
            message: What went wrong, without secrets.
            status: The HTTP status; 0 where there was no answer, or none that can be read.
            kind: How it failed.
            facts: Further attributes of the error.
        """
        made = self.error_class(operation, status, kind)
        return made(message, status, kind=kind, platform=self.platform, operation=operation.id, **facts)

    def lacks(self, operation: Operation, answer: Response) -> bool | None:
        """Whether an answer of 404, 405 or 410 shows that the server has no such operation; None where nobody can tell.

        A 405 does, and so does a 410 of what has gone. A 404 does where the call names no record that might not be there, and
        the answer is JSON, as a platform's is. A page never does: that is whatever else answers at the address.
        """
        if is_page(answer):
            return None
        if answer.status == 405:
            return True
        if answer.status == 410 and operation.history is not None and operation.history.until:
            return True
        return True if names_no_record(operation) and isinstance(json_of(answer), Mapping) else None

    def unreachable(self, server: str, address: str) -> str:
        """What to do where there is no connection to a server of the contract, which is taken to be at this address."""
        setting = f" ({self.addresses[server]})" if server in self.addresses else ""
        return f"Check the network, and whether {address} is the right address{setting}."

    def check_headers(self, headers: Mapping[str, str] | None) -> None:
        """See that none of the headers that a caller wants to send says who asks.

        Raises:
            ConfigurationError: One does; the text names the setting to use instead.
        """
        check_account_headers(headers, self.account_headers, self.account_settings)

    def hide(self, value: Any) -> Any:
        """A text, or decoded JSON, without the secrets."""
        return self.secrets.hide(value)


def words(answer: Response, hide: Callable[[str], str], most: int = 500) -> str:
    """What a body says, for people: the title of a page, or the beginning of a text.

    Args:
        answer: Any answer.
        hide: Takes the secrets out, before the text is cut: half a secret can't be recognised.
        most: Characters at the most.
    """
    text = excerpt(answer.content.decode(errors="replace"), WORDS, hide)
    if is_page(answer):
        title = re.search(r"<(?:title|h1)\b[^<>]*>([^<]*)", text, re.IGNORECASE)
        text = f"an HTML page: {title[1].strip()}" if title else "an HTML page"
    text = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()
    return (text[:most] + " …" if len(text) > most else text) or f"HTTP status {answer.status}, without a word"


def is_page(answer: Response) -> bool:
    """Whether an answer is a page of HTML, as whatever stands before a platform sends one."""
    return "html" in answer.headers.get("content-type", "") or answer.content.lstrip()[:1] == b"<"


def names_no_record(operation: Operation) -> bool:
    """Whether nothing that an operation takes can name a record, so that a 404 of it is not about one."""
    return not any(
        each.place in ("path", "whole", "fields") or each.wire.lower().rstrip("s").endswith("id")
        for each in operation.parameters
    )


def json_of(answer: Response) -> Any:
    """The body as JSON; None where it is none."""
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError, MemoryError):
        return None
