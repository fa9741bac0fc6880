"""How events are shown: as lines for people, as data for programs. Their values are seen only where they are asked for."""

from __future__ import annotations

import json
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from ..outbox.account import Account
from ..outbox.entry import Entry
from ..outbox.listing import Listed
from . import terminal
from .events_chosen import account_shown
from .events_names import name_of
from .terminal import shown_in_line as shown
from .terminal import size

COLUMNS = ("NAME", "COUNT", "SIZE", "OLDEST", "STATE")


class Group(NamedTuple):
    """Entries of an account that look alike in a list.

    Attributes:
        account: The account.
        name: Their name.
        state: Whether they wait, were set aside, or can't be read.
        reason: Why.
        living: Whether they are a process's that lives.
        entries: The entries.
    """

    account: Account
    name: str
    state: str
    reason: str
    living: bool
    entries: list[Listed]

    @property
    def size(self) -> int:
        """Their bytes."""
        return sum(each.size for each in self.entries)

    @property
    def age(self) -> float | None:
        """Seconds since the oldest of them was accepted; None where nobody knows."""
        found = [each.entry.at for each in self.entries if each.entry is not None]
        return max(time.time() - min(found), 0.0) if found else None


def grouped(entries: Iterable[Listed]) -> list[Group]:
    """Entries by account, name and state; what can't be read comes last."""
    found: dict[tuple[Account, str, str, str, bool], list[Listed]] = {}
    for each in entries:
        found.setdefault((each.account, _name(each), _state(each), each.reason, each.living), []).append(each)
    groups = [Group(*key, entries) for key, entries in found.items()]
    return sorted(groups, key=lambda each: (each.state == "unreadable", each[:5]))


def tables(groups: Iterable[Group], values: bool) -> Iterator[str]:
    """Groups as lines, a table for each account.

    Args:
        groups: The groups, in order.
        values: Whether what each entry holds is shown below.
    """
    for account, found in groupby(groups, lambda each: each.account):
        here = list(found)
        yield _head(account)
        yield from terminal.table([COLUMNS, *map(_row, here)])
        if values:
            yield from (f"  {shown(_name(each))}: {_content(each)}" for group in here for each in group.entries)


def as_data(group: Group, values: bool) -> dict[str, Any]:
    """A group as plain data. What nobody knows is None.

    Args:
        group: The group.
        values: Whether what each entry holds is among it.
    """
    data = {
        **_account(group.account),
        "name": group.name or None,
        "state": group.state,
        "reason": group.reason or None,
        "running": group.living,
        "count": len(group.entries),
        "bytes": group.size,
        "oldest": None if group.age is None else round(group.age, 1),
    }
    return {**data, "values": [_body(each.entry) for each in group.entries if each.entry]} if values else data


def exported(each: Listed, entry: Entry) -> str:
    """An entry as a line of JSON, with all that is known of it."""
    data = {
        "platform": each.account.platform,
        "origin": each.account.origin,
        "account": each.account.account,
        "kind": each.account.kind,
        "state": _state(each),
        "reason": each.reason or None,
        "id": entry.id,
        "type": entry.kind,
        "at": entry.at,
        **_body(entry),
    }
    return json.dumps(data)


def summed(entries: Iterable[Listed]) -> str:
    """How many entries wait, and how many were set aside."""
    found = list(entries)
    waits, aside = [each for each in found if each.waits], [each for each in found if each.aside and each.entry]
    bad = len(found) - len(waits) - len(aside)
    said = [f"{len(waits):,} waiting ({_bytes(waits)})"] if waits or not (aside or bad) else []
    said += [f"{len(aside):,} set aside ({_bytes(aside)})"] if aside else []
    return ", ".join([*said, *([f"{bad:,} unreadable"] if bad else [])])


def _bytes(entries: Iterable[Listed]) -> str:
    return size(sum(each.size for each in entries))


def _state(each: Listed) -> str:
    return "unreadable" if each.entry is None else "set aside" if each.aside else "waiting"


def _name(each: Listed) -> str:
    return each.path.name if each.entry is None else name_of(each.entry)


def _head(account: Account) -> str:
    if not account.platform:
        return "unknown account"
    where = f" at {shown(account.origin)}" if account.origin else ""
    return f"{shown(account.platform)} {shown(account.kind)}, account {account_shown(account) or 'unknown'}{where}"


def _row(group: Group) -> tuple[str, ...]:
    age = "-" if group.age is None else terminal.age(group.age)
    state = "waiting, a running process has it" if group.living and group.state == "waiting" else group.state
    state += f": {shown(group.reason)}" if group.reason else ""
    return shown(group.name), f"{len(group.entries):,}", size(group.size), age, state


def _account(account: Account) -> dict[str, Any]:
    return {
        "platform": account.platform or None,
        "origin": account.origin or None,
        "account": account_shown(account) or None,
        "kind": account.kind or None,
    }


def _body(entry: Entry) -> dict[str, Any]:
    """What an entry holds; bytes, which JSON can't say, as Base64."""
    return {"base64": b64encode(entry.body).decode()} if isinstance(entry.body, bytes) else {"body": entry.body}


def _content(each: Listed) -> str:
    if each.entry is None:
        return shown(each.reason)
    found = _body(each.entry)
    return shown(found["base64"] if "base64" in found else json.dumps(found["body"], ensure_ascii=False))
