"""One run of the watch: the packages that are looked at, what came of each, and how it is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.vendors.as_of import as_of, number
from tools.vendors.compare import compare, methods
from tools.vendors.contracts import Contract, contracts
from tools.vendors.difference import CHANGED, ENDED, KINDS, NEW, PARTS, Difference
from tools.vendors.draft import draft
from tools.vendors.expected import Expected
from tools.vendors.methods import Compared
from tools.vendors.newest import Published
from tools.vendors.release import release, renamed
from tools.vendors.set_aside import Aside, set_aside

RELEASE = re.compile(r"[0-9][A-Za-z0-9.!+]*")
Record = Callable[[str, str], dict[str, Any]]
Ask = Callable[[str], Published]
HEADINGS = {
    "method": "methods", "signature": "signatures", "request": "requests", "envelope": "envelopes of answers",
    "answer": "answers", "type": "types", "field": "fields of types", "name": "exported names",
}  # fmt: skip
WITH = {
    "signature": "another signature",
    "request": "another request",
    "envelope": "another envelope",
    "answer": "another answer",
}


class Misuse(Exception):
    """Nothing can be compared as it was asked; the text says why, and what to do."""


class Found(NamedTuple):
    """What came of a release.

    Attributes:
        platform: The platform.
        package: Its vendor's package.
        release: The release.
        newest: Whether it was looked up as the newest one.
        beside: Which contract it was compared with.
        methods: How many methods its clients have.
        differences: What differs.
        asides: What is left out, with reasons.
        draft: A draft of the contract's new entries; empty where there are none.
    """

    platform: str
    package: str
    release: str
    newest: bool
    beside: str
    methods: int
    differences: list[Difference]
    asides: list[Aside]
    draft: str

    def counted(self, part: str, kind: str = "") -> int:
        """How many methods, types or names differ in a part."""
        return len({each.where for each in self.differences if each.part == part and kind in ("", each.kind)})

    @property
    def changed(self) -> int:
        """How many methods are there as before, and differ."""
        return len({each.where for each in self.differences if each.part in WITH})

    @property
    def summary(self) -> str:
        """The counts, in a line."""
        if not self.differences:
            return f"{self.methods} methods, as the contract has them"
        how = ", ".join(f"{self.counted(part)} with {what}" for part, what in WITH.items() if self.counted(part))
        counts = {
            "new": self.counted("method", NEW),
            "ended": self.counted("method", ENDED),
            f"changed ({how})": self.changed,
        }
        parts = [f"{self.methods} methods{_listed(counts, ': ')}"]
        types = {kind: self.counted("type", kind) for kind in (NEW, ENDED)} | {
            "with other fields": self.counted("field")
        }
        names = {kind: self.counted("name", kind) for kind in (NEW, ENDED)}
        parts += [_listed(types, "types: "), _listed(names, "names: ")]
        return "; ".join(filter(None, parts))

    def text(self) -> str:
        """The release as a person reads it."""
        lines = [
            f"{self.package} {self.release}{' (the newest)' if self.newest else ''} beside {self.beside}: {self.summary}"
        ]
        for part in PARTS:
            for kind in KINDS:
                found = [each for each in self.differences if (each.part, each.kind) == (part, kind)]
                if found:
                    lines += ["", f"  {kind.capitalize()} {HEADINGS[part]} ({self.counted(part, kind)})"]
                    lines += [f"    {line}" for line in _grouped(found)]
        if self.asides:
            lines += ["", "  Left out"]
            lines += [f"    {each.name} ({each.names}): {each.reason}" for each in self.asides]
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """The release as a program reads it."""
        data = {**self._asdict(), "summary": self.summary}
        data["counts"] = {
            "new": self.counted("method", NEW),
            "ended": self.counted("method", ENDED),
            "changed": self.changed,
        }
        data["differences"] = [each._asdict() for each in self.differences]
        data["asides"] = [each._asdict() for each in self.asides]
        return data


class Watch(NamedTuple):
    """What came of a run.

    Attributes:
        found: What came of each release.
        without: The platforms that have no package to look at.
    """

    found: list[Found]
    without: list[str]

    @property
    def code(self) -> int:
        """The exit code: 1 where there is a difference."""
        return int(any(each.differences for each in self.found))

    def text(self) -> str:
        """The run as a person reads it."""
        parts = [each.text() for each in self.found]
        parts += [f"{each}: its package is nowhere to be had, so that nothing was compared" for each in self.without]
        return "\n\n".join(parts)

    def json(self) -> str:
        """The run as a program reads it."""
        data = {"packages": [each.as_dict() for each in self.found], "without": self.without, "code": self.code}
        return json.dumps(data, indent=1, ensure_ascii=False)

    def draft(self) -> str:
        """The drafts of all contracts, a document of YAML each."""
        return "\n---\n".join(each.draft.rstrip("\n") for each in self.found if each.draft)


def watch(root: Path, wanted: Sequence[str], reference: str | None, record: Record, ask: Ask) -> Watch:
    """Compare releases of the vendors' packages with the contracts.

    Args:
        root: The project's folder.
        wanted: Packages, or releases of them: `promptrails`, `promptrails==0.9.2`; where none is given, every
            vendor's newest.
        reference: A commit whose contracts count; None for the files as they are.
        record: Records a release.
        ask: Asks which releases there are.

    Raises:
        Misuse: A package is none of the contracts', or a release is older than what its contract covers.
        Problem: There is no such commit, or a contract can't be read.
    """
    all_contracts = contracts(root, reference)
    by_package = {each.package: each for each in all_contracts if each.package}
    chosen = [_chosen(each, by_package) for each in wanted] or [(each, "") for each in by_package.values()]
    beside = f"the contract of {reference}" if reference else "the contract"
    found = []
    for contract, given in chosen:
        published = None if given else ask(contract.package)
        which = given or (published.newest if published else "")
        if number(which) < number(contract.releases[0]):
            raise Misuse(
                f"{contract.package}=={which} is older than all that the contract covers: {', '.join(contract.releases)}."
            )
        found.append(_found(contract, which, published, beside, record))
    without = [] if wanted else [each.platform for each in all_contracts if not each.package]
    return Watch(found, without)


def _chosen(wanted: str, by_package: dict[str, Contract]) -> tuple[Contract, str]:
    package, asked, which = wanted.partition("==")
    if package not in by_package:
        raise Misuse(
            f"{wanted} is of no contract: write {', '.join(sorted(by_package))}, or one of them with ==RELEASE."
        )
    if bool(asked) != bool(RELEASE.fullmatch(which)):
        raise Misuse(f"{wanted} names no release: write {package}==RELEASE, such as {package}==1.1.0.")
    return by_package[package], which


def _found(contract: Contract, which: str, published: Published | None, beside: str, record: Record) -> Found:
    aside = set_aside(contract.platform, contract.left_out)
    expected = Expected(as_of(contract.document, contract.releases, which))
    called = {was: now for was, now in aside.called.items() if now in expected.schemas and was not in expected.schemas}
    seen = renamed(release(record(contract.package, which)), called)
    by = Compared(seen, expected, aside, contract.known)
    differences = compare(by)
    drafted = draft(by, contract, differences, published.releases if published else ()) if differences else ""
    covers = " to ".join(dict.fromkeys((contract.releases[0], contract.releases[-1])))
    return Found(
        contract.platform, contract.package, which, published is not None, f"{beside} ({covers})", len(methods(by)),
        differences, aside.asides, drafted,
    )  # fmt: skip


def _listed(counts: Mapping[str, int], before: str) -> str:
    """The counts that are not 0, behind a text; empty where all are."""
    listed = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f"{before}{listed}" if listed else ""


def _grouped(found: Iterable[Difference]) -> list[str]:
    """The lines of differences, those of one method or type in one line."""
    lines: dict[str, list[str]] = {}
    for each in found:
        lines.setdefault(each.where, []).append(each.what)
    return [Difference(CHANGED, "", where, "; ".join(filter(None, what))).line for where, what in lines.items()]
