"""How a client behaves on the wire: checked when it is built, and changed by `with_options`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from ..errors import ConfigurationError
from ..settings import number
from .bounds import ANSWER
from .clock import Clock
from .hooks import Hook
from .network import Network, Verify, network
from .retry import Policy
from .timeouts import UNSET, Limits, Timeout, Unset, limits

MOST = 60.0  # seconds that a call takes at the most, however many retries it may have
OURS = frozenset({"content-length", "content-type", "host", "transfer-encoding"})


class Options(NamedTuple):
    """The behaviour of one client.

    Attributes:
        timeout: Seconds that one attempt takes at the most, the whole answer included.
        deadline: Seconds that a call takes at the most, all attempts and waits included.
        policy: How often and how soon a request is sent again.
        hosts: Addresses to use instead of the hosts that the contract names.
        network: How they are reached.
        headers: What is sent besides, with every request.
        hooks: Observers of attempts.
        clock: Time and chance.
        connect: Seconds of an attempt that its connection may take; None for all of them.
        idle: Seconds that a stream may be silent; None for any time.
        most: Bytes that an answer may have, decompressed.
        given: What was given for `timeout`.
        release: The release that the server is said to be; empty where nobody says.
    """

    timeout: float
    deadline: float
    policy: Policy
    hosts: Mapping[str, str]
    network: Network = Network({}, True, {})
    headers: tuple[tuple[str, str], ...] = ()
    hooks: tuple[Hook, ...] = ()
    clock: Clock = Clock()
    connect: float | None = None
    idle: float | None = None
    most: int = ANSWER
    given: Timeout = None
    release: str = ""

    def host(self, server: str) -> str:
        """The address to use for a server of the contract.

        Raises:
            ConfigurationError: The contract names no host, and no address was given for it.
        """
        address = self.hosts.get(server, server)
        if "://" not in address:
            raise ConfigurationError(f"The contract names no host, but {server!r}: give its address, by `hosts`.")
        return address

    @property
    def shown(self) -> str:
        """What was given for `timeout`, in a `repr`."""
        return f"{self.given:g}" if isinstance(self.given, int | float) else str(self.given)

    @classmethod
    def checked(
        cls,
        *,
        timeout: Timeout,
        retries: int,
        factor: float,
        hosts: Mapping[str, str],
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        named: str = "retries",
        max_answer: int = ANSWER,
        bundles: Sequence[str] = (),
    ) -> Self:
        """Check the settings that every client takes. The deadline follows from timeout and retries.

        Args:
            timeout: Seconds that one attempt takes at the most; or as `Timeout` has it.
            retries: How often a request is sent again at the most.
            factor: Seconds; the n-th retry waits a random part of `factor * 2**(n - 1)`.
            hosts: Addresses to use instead of the hosts that the contract names.
            proxy: The address of a proxy; None looks at the environment.
            verify: What is trusted, as in `Network`.
            hooks: Observers of attempts.
            named: What the vendor's document calls the number of retries.
            max_answer: Bytes that an answer may have, decompressed.
            bundles: The environment variables that name what is trusted where SSL_CERT_FILE and SSL_CERT_DIR don't.

        Raises:
            ConfigurationError: One of them is out of bounds; the text names it.
        """
        seconds, connect, given = limits(timeout)
        policy = Policy(_integer(retries, named), number(factor, argument="backoff_factor"))
        ways = network(hosts.values(), proxy, verify, bundles)
        if not isinstance(hooks, Sequence) or not all(
            hasattr(each, "before") and hasattr(each, "after") for each in hooks
        ):
            raise ConfigurationError("`hooks` must be a list of observers, each with the methods `before` and `after`.")
        most = _integer(max_answer, "max_answer", least=1, most=1e12)
        return cls(
            seconds, _deadline(seconds, policy.retries), policy, hosts, ways, hooks=tuple(hooks), most=most,
            connect=connect, given=given,
        )  # fmt: skip

    def changed(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float | None = None,
    ) -> Self:
        """Options with other values for what is given. Headers come on top of those that are there.

        Raises:
            ConfigurationError: One of them is out of bounds, or a header is not for callers to set.
        """
        kept = Limits(self.timeout, self.connect, self.given)
        found = kept if isinstance(timeout, Unset) else limits(timeout)
        retries = self.policy.retries if retries is None else _integer(retries, "retries")
        if not isinstance(headers, Mapping | None):
            raise ConfigurationError("`headers` must be a mapping of texts to texts.")
        checked = {name: _checked(name, value) for name, value in (headers or {}).items()}
        more = dict(self.headers) | {name.lower(): value for name, value in checked.items()}
        return self._replace(
            timeout=found.attempt,
            connect=self.connect if found.connect is None else found.connect,
            given=found.given,
            deadline=_deadline(found.attempt, retries) if deadline is None else deadline,
            policy=self.policy._replace(retries=retries),
            headers=tuple(more.items()),
        )


def _integer(value: float, named: str, least: float = 0.0, most: float = 100) -> int:
    if number(value, argument=named, least=least, most=most) % 1:
        raise ConfigurationError(f"`{named}` must be a whole number, not {value!r}.")
    return int(value)


def _deadline(timeout: float, retries: int) -> float:
    return max(min(timeout * (retries + 1), MOST), timeout)


def _checked(name: str, value: str) -> str:
    if not isinstance(name, str) or not isinstance(value, str):
        raise ConfigurationError("`headers` must be a mapping of texts to texts.")
    if name.lower() in OURS:
        raise ConfigurationError(f"The header {name} is set by the client itself.")
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name) or not re.fullmatch(r"[\x20-\x7e]*", value):
        raise ConfigurationError(f"The header {name!r} can't be sent: printable ASCII only, no line breaks.")
    return value
