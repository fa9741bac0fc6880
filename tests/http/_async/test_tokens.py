"""Proves the life of a token by a clock of the test's own: fetched once, renewed by one, kept while it is good, dropped."""

from __future__ import annotations

import pytest

from promptport.errors import CallError
from promptport.http._async.tokens import AsyncTokens
from promptport.http.clock import Deadline
from promptport.http.rules import Grant
from promptport.platform import Principal

from ...together.aio import Gate, begin, ended, together, until

REFUSED = CallError("refused", 401)
DOWN = CallError("down", 503)
SLOW = CallError("slow", kind="timeout")


class Host:
    """Who grants tokens: `t1`, `t2` and so on, or raises what `fails` holds."""

    def __init__(self, seconds: float = 100.0, early: float = 20.0) -> None:
        self.now = 1000.0
        self.seconds = seconds
        self.limits: list[float] = []
        self.fails: list[CallError] = []
        self.gate: Gate | None = None
        self.tokens = AsyncTokens(early, lambda: self.now)

    @property
    def asked(self) -> int:
        """How often it was asked."""
        return len(self.limits)

    async def fetch(self, limit: Deadline) -> Grant:
        """Grant a token."""
        self.limits.append(limit.remaining())
        number = self.asked
        if self.gate is not None:
            await self.gate.wait()
        if self.fails:
            raise self.fails.pop(0)
        return Grant(f"t{number}", self.seconds)

    async def get(self, seconds: float = 60.0, limits: object = None) -> tuple[str, bool]:
        """Ask for a token, as a caller with so much time."""
        return await self.tokens.get(self.fetch, Deadline(seconds, lambda: self.now), limits)


async def test_once_for_its_life() -> None:
    """A token is fetched, kept until it is to be renewed, and renewed before it expires."""
    host = Host()
    assert await host.get() == ("t1", True)
    host.now += 79.9
    assert await host.get() == ("t1", False)
    host.now += 0.2
    assert await host.get() == ("t2", True)
    host.now += 1
    assert await host.get() == ("t2", False)
    host.now += 1000
    assert await host.get() == ("t3", True)


@pytest.mark.parametrize(
    ("seconds", "early", "renewed"), [(100, 60, 50), (30, 60, 15), (3600, 60, 3540), (100, 0, 100)]
)
async def test_buffer_is_at_most_half_a_life(seconds: float, early: float, renewed: float) -> None:
    """A token that lives shorter than the buffer is not fetched before every request, as Scope's own client does."""
    host = Host(seconds, early)
    await host.get()
    host.now += renewed - 0.1
    await host.get()
    assert host.asked == 1
    host.now += 0.2
    await host.get()
    assert host.asked == 2


@pytest.mark.parametrize("seconds", [0, -5])
async def test_token_that_is_good_for_nothing(seconds: float) -> None:
    """A life of no seconds is a token for one call."""
    host = Host(seconds)
    assert [await host.get(), await host.get()] == [("t1", True), ("t2", True)]


async def test_one_exchange_for_all() -> None:
    """64 callers without a token: one exchange, and all have its token."""
    host = Host()
    host.gate = Gate()
    callers = begin(lambda: together(64, host.get))
    await until(lambda: host.asked)
    host.gate.open()

    assert {token for token, _ in await ended(callers)} == {"t1"}
    assert host.asked == 1


async def test_one_renews_while_the_others_go_on() -> None:
    """While one caller renews, the others have the old token at once; afterwards all have the new one."""
    host = Host()
    await host.get()
    host.now += 85
    host.gate = Gate()
    renewing = begin(host.get)
    await until(lambda: host.asked == 2)

    assert await together(16, host.get) == [("t1", False)] * 16
    host.gate.open()
    assert await ended(renewing) == ("t2", True)
    assert await host.get() == ("t2", False)
    assert host.asked == 2


async def test_expired_token_is_not_used() -> None:
    """A renewal that takes longer than the old token lives is waited for by those who come after its end."""
    host = Host()
    await host.get()
    host.now += 101
    assert await host.get() == ("t2", True)
    assert host.limits[1] == 60  # which is not hurried: there is no other token


async def test_dead_host_while_the_token_is_good() -> None:
    """Where the renewal fails, the old token serves on; the next tries come later and later, not with every call."""
    host = Host(seconds=1000, early=100)
    await host.get()
    host.now += 900
    host.fails = [DOWN, SLOW, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN]
    tries = []
    while host.now < 1999:
        before = host.asked
        assert await host.get() == ("t1", False)
        tries += [host.now] if host.asked > before else []
        host.now += 0.5
    assert 6 <= len(tries) <= 8
    assert tries[1] - tries[0] >= 50
    assert host.limits[1] == 15  # a part of the caller's minute, so that there is time for the call itself
    host.fails = []
    host.now = 2001
    assert await host.get() == (f"t{host.asked}", True)


async def test_old_token_that_expires_while_a_renewal_fails() -> None:
    """A token that is no longer good when the renewal has failed is not used: the caller hears why."""
    host = Host()
    await host.get()
    host.now += 99
    tokens = host.tokens

    async def fail(limit: Deadline) -> Grant:
        host.now += 5
        raise DOWN

    with pytest.raises(CallError, match="down"):
        await tokens.get(fail, Deadline(60, lambda: host.now))


async def test_refused_renewal() -> None:
    """Credentials that are refused are told at once, though the old token may live a little longer."""
    host = Host()
    await host.get()
    host.now += 85
    host.fails = [REFUSED]

    with pytest.raises(CallError, match="refused"):
        await host.get()
    assert host.asked == 2
    assert await host.get() == ("t3", True)


async def test_failed_first_exchange() -> None:
    """Without a token, the failure is the caller's, and the next caller asks anew."""
    host = Host()
    host.fails = [DOWN]
    with pytest.raises(CallError, match="down"):
        await host.get()
    assert await host.get() == ("t2", True)


async def test_dropped_token() -> None:
    """A token that the platform refused is forgotten, unless a new one has taken its place."""
    host = Host()
    await host.get()
    host.tokens.drop("t1")
    assert await host.get() == ("t2", True)
    host.tokens.drop("t1")
    assert await host.get() == ("t2", False)


async def test_who_has_time_left_goes_on() -> None:
    """The first caller's time is over; one who joined him, and has more, tries himself."""
    host = Host()
    host.gate, host.fails = Gate(), [SLOW]
    hasty = begin(lambda: host.get(0.5))
    await until(lambda: host.asked)
    patient = begin(lambda: host.get(60))
    late = begin(lambda: host.get(60))
    await until(lambda: host.tokens._flight.busy((None,)))
    host.gate.open()

    outcomes = [await ended(each) for each in (hasty, patient, late)]
    assert isinstance(outcomes[0], CallError)
    assert {token for token, _ in outcomes[1:]} == {"t2"}
    assert host.asked == 2


async def test_the_impatient_fail_for_themselves() -> None:
    """A caller who retries is not told the failure of one who does not."""
    host = Host()
    host.gate, host.fails = Gate(), [DOWN]
    hasty = begin(lambda: host.get(limits="never again"))
    await until(lambda: host.asked == 1)
    patient = begin(lambda: host.get(limits="again"))
    await until(lambda: host.asked == 2)
    host.gate.open()

    outcomes = [await ended(hasty), await ended(patient)]
    assert sorted(str(type(each)) for each in outcomes) == sorted([str(CallError), str(tuple)])


async def test_nothing_shows_a_token() -> None:
    """No `repr` of what holds a token has it."""
    host = Host()
    await host.get()
    assert "t1" not in f"{host.tokens!r} {host.tokens._current!r} {Grant('t1', 5)!r} {vars(host.tokens)}"


async def test_a_token_of_other_credentials() -> None:
    """It is none for those who ask with others, and it is known whose a token is for as long as it is shown."""
    host, clock = Host(), lambda: host.now
    one, other = Principal("a", "first"), Principal("a", "second")

    async def fetch(principal: Principal) -> tuple[str, bool]:
        async def grant(limit: Deadline) -> Grant:
            return (await host.fetch(limit))._replace(principal=principal)

        return await host.tokens.get(grant, Deadline(60, clock), principal=principal)

    assert [await fetch(one), await fetch(one)] == [("t1", True), ("t1", False)]
    assert host.tokens.principal("t1") == one
    assert [await fetch(other), await fetch(other)] == [("t2", True), ("t2", False)]
    assert (host.tokens.principal("t1"), host.tokens.principal("t2")) == (None, other)
    host.tokens.drop("t2")
    assert host.tokens.principal("t2") is None
