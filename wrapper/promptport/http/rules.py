"""What a platform tells the road to the wire about itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from ..errors import CallError, Kind
from ..hidden import Secret
from ..model import Operation, Parse, Request
from .account_headers import OTHERS, check_account_headers
from .response import Response
from .secrets import Secrets, excerpt

if TYPE_CHECKING:
    from .key import AskedKey

WORDS = 20_000  # characters of a body in which its words are looked for


class Grant(NamedTuple):
    """A token that credentials were exchanged for.

    Attributes:
        token: The token; sent as a bearer token.
        seconds: How long it is good for.
    """

    token: str
    seconds: float

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


class Rules:
    """The ways of one platform. A room derives from it; the defaults suit a platform with plain JSON errors.

    Args:
        secrets: What must never be seen.
        account: The account, as `account_of` tells it.
        credential: The key of the account, as `credential_of` tells it.
        within: The ids that the platform is told besides the key, such as a workspace: they are part of an account, whatever
            it is called.
        key: The key, in place of the first three; or the function that answers it.

    Attributes:
        platform: The platform's name.
        error: The class of the errors that calls raise.
        secrets: Texts that must never be seen: every one is cut out of whatever a platform or a library says.
        within: The ids that the platform is told besides the key.
        asked: The keys that a function answers.
        early: Seconds before its expiry that a token is renewed.
        addresses: The settings that say where each server of the contract is, by its address there.
        account_headers: The headers that say who asks, in small letters, and the setting to use instead of each. They are
            those of the contract's security schemes, and whatever else decides what the platform answers to whom.
        account_settings: The settings that say who asks.
    """

    platform = "platform"
    error: type[CallError] = CallError
    early = 60.0
    addresses: ClassVar[Mapping[str, str]] = {}
    account_headers: ClassVar[Mapping[str, str]] = {}
    account_settings = OTHERS

    def __init__(
        self,
        secrets: Secrets | None = None,
        account: str = "",
        credential: str = "",
        within: Sequence[str | None] = (),
        key: str | AskedKey | None = None,
    ) -> None:
        self.secrets = secrets or Secrets()
        self._account, self._credential, self.within = account, credential, tuple(within)
        self._proof = ""
        self.asked: Sequence[AskedKey] = ()
        self._used: str | None = None
        if isinstance(key, str):
            self.use(key)
        elif key is not None:
            self.asked = (key,)
            self.look()

    @property
    def account(self) -> str:
        """What tells one account from another at the same address, without giving a key away; empty while nobody knows."""
        self.look()
        return self._account

    @property
    def credential(self) -> str:
        """What tells one key of an account from another, without giving it away; empty while nobody knows."""
        self.look()
        return self._credential

    @property
    def proof(self) -> str:
        """What only those know who have the key; empty while nobody knows. It is as secret as the key, and is not the key."""
        self.look()
        return self._proof or Secret(self._account)

    def look(self) -> None:
        """Take in what a function has answered meanwhile."""
        for each in self.asked:
            if each.value is not None and each.value is not self._used:
                self.use(each.value)

    def use(self, key: str) -> None:
        """Show this key from now on."""
        self._used = key
        self.secrets.add(key)
        self._account, self._credential = account_of(key, *self.within), credential_of(key, *self.within)
        self._proof = proof_of(key, *self.within)

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


def account_of(*parts: str | None) -> str:
    """What tells one account from another, without giving a key away."""
    return blake2b(_joined(parts), digest_size=8).hexdigest()


def credential_of(*parts: str | None) -> str:
    """What tells one credential from another, without giving it away: it may lie beside a copy, where others look."""
    return blake2b(_joined(parts), digest_size=16, key=b"promptport.credential").hexdigest()


def proof_of(*parts: str | None) -> Secret:
    """What only those know who have a credential, and what does not give it away: copies are proved by it."""
    return Secret(blake2b(_joined(parts), digest_size=32, key=b"promptport.proof").hexdigest())


def _joined(parts: Sequence[str | None]) -> bytes:
    return json.dumps([part or "" for part in parts]).encode()


def words(answer: Response, hide: Callable[[str], str], most: int = 500) -> str:
    """What a body says, for people: the title of a page, or the beginning of a text.

    Args:
        answer: Any answer.
        hide: Takes the secrets out, before the text is cut: half a secret can't be recognised.
        most: Characters at the most.
    """
    text = excerpt(answer.content.decode(errors="replace"), WORDS, hide)
    if "html" in answer.headers.get("content-type", "") or text.lstrip()[:1] == "<":
        title = re.search(r"<(?:title|h1)\b[^<>]*>([^<]*)", text, re.IGNORECASE)
        text = f"an HTML page: {title[1].strip()}" if title else "an HTML page"
    text = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()
    return (text[:most] + " …" if len(text) > most else text) or f"HTTP status {answer.status}, without a word"


def json_of(answer: Response) -> Any:
    """The body as JSON; None where it is none."""
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError, MemoryError):
        return None
