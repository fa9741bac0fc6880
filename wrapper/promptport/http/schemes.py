"""Credentials that go where the security schemes of a contract say: for a platform that has no ways of its own."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from ..errors import ConfigurationError
from ..hidden import Secret
from ..model import Operation, Scheme
from ..settings import well_formed
from .account_headers import check_account_headers
from .asker import account_of, credential_of, proof_of
from .rules import Rules
from .secrets import Secrets
from .styles import COOKIE

Credential = str | tuple[str, str]
OURS = "`credentials`"


class SchemeRules(Rules):
    """The ways of a platform that says all of them in its contract. A room whose platform has others derives from `Rules`.

    Args:
        schemes: The security schemes of the contract, by their names: `SCHEMES` of a generated `client`.
        credentials: What is shown for each, by its name: a token, a key, or user and password.
        platform: The platform's name.

    Raises:
        ConfigurationError: A credential is for no scheme, is not what its scheme takes, or can't be sent in a header. The text
            never shows it.
    """

    def __init__(
        self, schemes: Mapping[str, Scheme], credentials: Mapping[str, Credential], platform: str = "platform"
    ) -> None:
        for name, given in credentials.items():
            if name not in schemes:
                raise ConfigurationError(f"There is no scheme {name!r}; there are {', '.join(schemes) or 'none'}.")
            pair = schemes[name].kind == "basic"
            if not (isinstance(given, tuple) and len(given) == 2 if pair else isinstance(given, str) and given):
                wanted = "a tuple of user and password" if pair else "a text"
                raise ConfigurationError(f"The credential for {name!r} must be {wanted}.")
            if isinstance(given, str) and schemes[name].kind in ("bearer", "header"):  # the others are encoded
                # A header may have a blank inside, as behind `Token`.
                inner = given.replace(" ", "") if schemes[name].kind == "header" and given == given.strip() else given
                well_formed(inner, f"The credential for {name!r}")
        self.platform = platform
        self._sent = {name: _sent(schemes[name], given) for name, given in credentials.items()}
        texts = [each for given in credentials.values() for each in _parts(given)[-1:]]
        basic = [value.removeprefix("Basic ") for kind, _, value in self._sent.values() if value.startswith("Basic ")]
        parts = [part for name in sorted(credentials) for part in (name, *_parts(credentials[name]))]
        super().__init__(
            Secrets(*texts, *basic),
            account_of(*parts) if parts else "",
            credential_of(*parts) if parts else "",
        )
        self._proof = proof_of(*parts) if parts else ""
        self._names = {
            (
                each.name if each.kind == "header" else "Cookie" if each.kind == "cookie" else "Authorization"
            ).lower(): OURS
            for each in schemes.values()
        }

    def check_headers(self, headers: Mapping[str, str] | None) -> None:
        """See that none of the headers that a caller wants to send says who asks, as those of the schemes do.

        Raises:
            ConfigurationError: One does.
        """
        check_account_headers(headers, self._names, OURS)

    def headers(self, operation: Operation) -> Sequence[tuple[str, str]]:
        """The credentials of an operation, as headers; all keys that are cookies in one.

        Raises:
            ConfigurationError: There is none that the operation accepts.
        """
        found = [(name, value) for kind, name, value in self._chosen(operation) if kind == "header"]
        cookies = [f"{name}={value}" for kind, name, value in self._chosen(operation) if kind == "cookie"]
        return [*found, *([("Cookie", "; ".join(cookies))] if cookies else [])]

    def query(self, operation: Operation) -> Sequence[tuple[str, str]]:
        """The credentials of an operation that go into the query."""
        return [(name, value) for kind, name, value in self._chosen(operation) if kind == "query"]

    def _chosen(self, operation: Operation) -> Iterator[tuple[str, str, str]]:
        """What is sent for the first of the operation's alternatives for which everything is there."""
        alternatives = operation.alternatives or tuple((each,) for each in operation.security)
        for several in sorted(alternatives, key=lambda each: not each):  # to say nothing comes last
            if all(name in self._sent for name in several):
                return iter([self._sent[name] for name in several])
        wanted = " or ".join(" with ".join(map(repr, several)) for several in alternatives)
        raise ConfigurationError(f"{operation.id}: give credentials for {wanted}.")


def _parts(given: Credential) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


def _sent(scheme: Scheme, given: Credential) -> tuple[str, str, str]:
    """Where a credential goes, under which name, and how it reads there."""
    if isinstance(given, tuple):
        return "header", "Authorization", Secret(f"Basic {b64encode(':'.join(given).encode()).decode()}")
    if scheme.kind == "bearer":
        return "header", "Authorization", Secret(f"Bearer {given}")
    return scheme.kind, scheme.name, Secret(quote(given, safe=COOKIE) if scheme.kind == "cookie" else given)
