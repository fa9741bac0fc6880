"""What the cache knows, and what follows from it. Nothing here waits, so that both variants of the cache share it."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..concurrency.fork import register_at_fork
from ..errors import CallError, NotFound
from ..platform import Fetched, Principal, Query, Traits
from ..prompt.prompt import Prompt
from .absences import Absences
from .decision import Asked, Decision, stale
from .envelope import mac_key, pack_withdrawal, packed, unpack, withdrawn_since
from .failures import Failures
from .grants import Grant, may_have
from .memory import NEVER, Copy, Memory
from .owner import Owner
from .refreshes import Refresh, Refreshes
from .settings import FOREVER, CacheSettings

SKEW = 2.0  # seconds by which the clocks of machines that share a store may differ
OLD = 86_400.0  # seconds, for want of better, where nobody knows how old something is
PROMPT = 2000  # bytes that a prompt takes beside its texts, about


class CacheState:
    """The copies of one client, and what is remembered beside them. Clients that share copies share it.

    Args:
        who: Tells whose prompts they are, with the credential of the moment.
        settings: How long things are good for.
        monotonic: Seconds that only grow.
        trusted: Whether only the user can have written what the store holds (`Owner`).

    Attributes:
        owner: Whose they are.
        memory: The copies.
        failures: How the last tries failed.
        absences: Prompts of which there is no copy; `missing` and `uncacheable` are its own.
        refreshing: What is being fetched anew.
    """

    def __init__(
        self, who: Callable[[], Traits], settings: CacheSettings, monotonic: Callable[[], float], trusted: bool = True
    ) -> None:
        self.owner, self.settings, self.monotonic = Owner(who, trusted), settings, monotonic
        self.memory, self.failures, self.refreshing = Memory[Prompt](), Failures(monotonic), Refreshes()
        self.absences = absences = Absences()
        self.missing, self.uncacheable = absences.missing, absences.uncacheable
        self._cleared = self._forked = NEVER  # when everything was forgotten last, and when this process began
        register_at_fork(self)

    @property
    def traits(self) -> Traits:
        """Whose prompts they are, with the credential of this moment. Of another account, or local platform, nothing is kept."""
        traits, another = self.owner.look()
        if another:
            self.memory.clear()
            self.absences.clear()
        if self.owner.another_credential(traits) or another:
            self.failures = Failures(self.monotonic)
        return traits

    def after_fork(self) -> None:
        """The parent's refreshes are not the child's; and what it has past its time the child asks about first."""
        self.refreshing.clear()
        self._forked = self.monotonic()

    def lookup(self, query: Query) -> Copy[Prompt] | None:
        """The copy in memory, fresh or not; None where there is none.

        Raises:
            NotFound: There is no such prompt, as the platform said a moment ago.
        """
        _ = self.traits  # which may forget all copies
        copy = self.memory.get(query)
        if copy is None:
            self.absences.check(query, self.monotonic())
        return copy

    def decide(self, query: Query, copy: Copy[Prompt] | None, backed: bool) -> Decision:
        """What a caller gets at once, or how long it waits.

        Args:
            query: What is asked.
            copy: The copy that there is of it.
            backed: Whether the caller has something else to go on with.
        """
        now, shared = self.monotonic(), query not in self.uncacheable
        if copy is not None and shared and now < copy.until:
            return Decision(copy.value)
        died = self.refreshing.died(query, now, self.settings.deadline)
        if copy is not None and not self.may_serve(query, copy):
            copy = None  # the credential is refused, and the copy another's or too old
        if copy is None and not backed:
            return Decision(deadline=self.settings.deadline, died=died)
        if copy is not None and copy.grant.rests(self.traits.credential, now):
            return Decision(stale(copy), died=died)
        outage = self.failures.outage(query)
        if outage is not None:
            return Decision(stale(copy) if copy else None, None if copy else outage, refresh=True, died=died)
        if copy is not None and shared and died is None and now < copy.stale_until and self._forked < copy.until:
            return Decision(stale(copy), refresh=True)
        self.failures.begin()
        return Decision(deadline=self.settings.short_deadline, died=died)

    def may_serve(self, query: Query, copy: Copy[Prompt]) -> bool:
        """Whether a copy that is no longer fresh may answer where the platform does not."""
        there = (
            copy.value.origin.since > self.absences.withdrawn_at(query)[1]
        )  # else another process was told that it is gone
        refused = self.failures.refused_since(query)
        return there and may_have(copy.grant, self.traits.credential, refused, self.monotonic(), self.settings)

    def is_fresh(self, copy: Copy[Prompt] | None) -> bool:
        """Whether there is a copy that answers without a question."""
        return copy is not None and self.monotonic() < copy.until

    def asking(self) -> Asked:
        """What the answer to a question that is asked now is taken in with."""
        traits = self.traits  # first, so that an answer of one local platform is not kept as another's
        return Asked(self.memory.epoch, self.monotonic(), Principal(traits.account, traits.credential))

    def keep(self, query: Query, fetched: Fetched, asked: Asked) -> tuple[Prompt, bytes | None]:
        """Take in what the platform answered.

        Args:
            query: What was asked.
            fetched: The answer.
            asked: When it was asked.

        Returns:
            The prompt, as the network's, and the envelope for a store; None where it is not to be kept.
        """
        current, traits = asked.epoch == self.memory.epoch, self.traits
        asked = asked._replace(epoch=self.memory.epoch) if current else asked  # where its key is another account's now
        principal, fetched = asked.answered_to(traits, fetched.principal), fetched._replace(principal=None)
        prompt = Prompt.of(fetched, traits.name, "network", wall := time.time())
        if principal.account != traits.account:
            return prompt, None  # its key was replaced meanwhile, by another account's
        self.failures.clear(query)
        older = self.memory.copies.get(query)
        if not fetched.cacheable:
            self.absences.for_one(query)
            if older is not None:
                self.memory.put(query, older.for_outages(), asked.epoch)
            return prompt, None
        self.absences.for_all(query)
        if asked.at < max(NEVER if older is None else older.since, self.absences.withdrawn_at(query)[0]):
            return prompt, None  # another question was asked later, and answered sooner
        self.absences.returned(query)
        grant = Grant(principal.credential)
        envelope = packed(traits, query, fetched, wall, grant)
        until = (now := self.monotonic()) + self.settings.ttl_of(query, fetched)
        times = asked.at, until, self.settings.stale_until(now, until)
        self.memory.put(query, held(prompt.with_source("cache"), envelope, times, grant, traits.instance), asked.epoch)
        return prompt, envelope if asked.epoch == self.memory.epoch else None

    def forget(self, query: Query, error: NotFound, asked: Asked | None = None) -> bytes | None:
        """Take in that there is no such prompt: its copy is dropped, and the next callers are told so for a while.

        Returns:
            The envelope that tells those who share a store, in the place of a copy; None where another account has `asked`.
        """
        traits = self.traits
        if asked is not None and asked.principal.account not in ("", traits.account):
            return None
        self.failures.clear(query)
        self.memory.drop(query)
        self.absences.add(query, error, self.settings.negative_ttl, (self.monotonic(), wall := time.time()))
        return pack_withdrawal(traits, query, wall)

    def refuse(self, query: Query) -> bytes | None:
        """Take in that the credential was refused: the envelope for a store says so, where the copy is this credential's."""
        copy, traits = self.memory.copies.get(query), self.traits
        if copy is None or copy.grant.credential != traits.credential or copy.instance != traits.instance:
            return None
        grant = copy.grant.after_refusal(now := self.monotonic())
        self.memory.put(query, copy.with_grant(grant), self.memory.epoch)
        return packed(traits, query, copy.value.fetched, copy.value.origin.since, grant.moved(time.time() - now))

    def restore(self, query: Query, envelope: bytes | None, epoch: int, by: str | None = None) -> Copy[Prompt] | None:
        """The copy that a store holds, or the one in memory where that is as new; None where the store holds none.

        Args:
            query: What it answers.
            envelope: What the store has read.
            epoch: The memory's `epoch` before it was read.
            by: The local platform that gave it, of `Owner.instances`; None for the one that runs.
        """
        traits, ended = self.owner.given(self.traits, by)
        key, now, wall, newest = mac_key(traits, query), self.monotonic(), time.time(), self.memory.get(query)
        found = unpack(envelope or b"", key)
        if envelope is None or found is None:
            if self.absences.hear(query, withdrawn_since(envelope or b"", key), newest, (now, wall)):
                self.memory.drop(query)
            return None
        ahead = found.since > wall + SKEW  # some clock was, and nobody knows how old this is: too old to answer unasked
        since = wall - OLD if ahead else found.since
        if newest is not None and since <= newest.value.origin.since <= wall + SKEW:
            return newest  # it is this very copy, or an older one
        came = now - max(wall - since, 0.0)
        if since <= self.absences.withdrawn_at(query)[1]:
            return None  # the store could not be told
        ttl = self.settings.ttl_of(query, found.fetched)
        until = NEVER if ended or came <= self._cleared or (ahead and ttl != FOREVER) else came + ttl
        prompt = Prompt.of(found.fetched, traits.name, "disk", since)
        grant = found.grant.checked(wall, SKEW).moved(now - wall)
        copy = held(prompt, envelope, (came, until, self.settings.stale_until(now, until)), grant, traits.instance)
        self.memory.put(query, copy, epoch)
        return copy

    def begin_refresh(self, query: Query) -> Refresh | None:
        """Begin to fetch a prompt anew; None where somebody is at it, or has just ended, or it failed just now."""
        begun = self.refreshing.begin(query, self.monotonic())
        if begun is not None and (self.is_fresh(self.memory.get(query)) or not self.failures.take_turn(query)):
            self.refreshing.end(query, begun)
            return None
        return begun

    def clear(self) -> None:
        """Forget what is in memory. What outlives the process stays, for outages."""
        self._cleared = self.monotonic()
        self.memory.clear()
        self.missing.clear()


def failed(state: CacheState, query: Query, error: CallError, asked: Asked) -> None:
    """Take in that a question failed, of whoever asks now: where its key was refused, it may be another by now."""
    took = state.asking().at - asked.at  # which forgets the failures of another credential first
    state.failures.add(query, error, took)


def held(
    prompt: Prompt, envelope: bytes, times: tuple[float, float, float], grant: Grant, instance: str
) -> Copy[Prompt]:
    """A copy in memory, of which a store has an envelope, with its `since`, `until` and `stale_until`."""
    since, until, stale_until = times
    return Copy(prompt, since, until, len(envelope) + PROMPT, stale_until, grant, instance)
