"""One run of the report: two trees, what changed between them, and whether the version allows it."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generate import PACKAGE, generate_all
from generator.places import Refusal

from tools.report.code import code
from tools.report.draft import draft
from tools.report.entry import BREAKING, GRADES, Entry, ordered
from tools.report.trees import VERSION, Problem, commit, documents, major, release, take, version
from tools.report.wire import wire

__all__ = ["Problem", "Report", "report"]


class Report(NamedTuple):
    """What changed between a commit and the files as they are.

    Attributes:
        since: How the commit was called.
        commit: Its short name.
        old: The version there.
        new: The version of the files.
        entries: What changed, the gravest first.
    """

    since: str
    commit: str
    old: str
    new: str
    entries: list[Entry]

    @property
    def breaking(self) -> int:
        """How many changes break what ran."""
        return sum(each.grade == BREAKING for each in self.entries)

    @property
    def code(self) -> int:
        """The exit code: 1 where something breaks, and the version doesn't say so."""
        return int(bool(self.breaking) and not major(self.old, self.new))

    @property
    def verdict(self) -> str:
        """What this means for the version."""
        if not self.breaking:
            return "Nothing breaks."
        what = f"{self.breaking} {'change breaks' if self.breaking == 1 else 'changes break'} what ran"
        if not self.code:
            return f"{what}, as {self.new} may."
        first, second = (*self.old.split("."), "0")[:2]
        needed = f"0.{int(second) + 1}.0" if first == "0" else f"{int(first) + 1}.0.0"
        return f"{what}, which takes a major version: keep what was, or write {needed} in {VERSION.as_posix()}."

    def text(self) -> str:
        """The report as a person reads it."""
        since = (
            f"{self.since} ({self.commit}, {self.old})" if self.since != self.commit else f"{self.commit} ({self.old})"
        )
        lines = [f"Since {since}; now {self.new}."]
        for grade in GRADES:
            found = [each for each in self.entries if each.grade == grade]
            lines += ["", f"{grade.capitalize()} ({len(found)})"] if found else []
            lines += [f"  {each.side:6}  {each.line}" for each in found]
        if self.entries:
            lines += ["", "A draft for CHANGELOG.md:", "", draft(self.entries)]
        else:
            lines += ["", "Nothing that users notice has changed."]
        return "\n".join([*lines, "", self.verdict])

    def json(self) -> str:
        """The report as a program reads it."""
        counts = Counter(each.grade for each in self.entries)
        found = {
            "since": self.since,
            "commit": self.commit,
            "versions": {"old": self.old, "new": self.new},
            "counts": {grade: counts[grade] for grade in GRADES},
            "entries": [each._asdict() for each in self.entries],
            "draft": draft(self.entries),
            "verdict": self.verdict,
            "code": self.code,
        }
        return json.dumps(found, indent=1, ensure_ascii=False)


def report(root: Path, since: str | None = None) -> Report:
    """Compare the files of a project, committed or not, with a commit.

    The contracts count as they are written: what they generate is made anew for the comparison, and `generated/` is left alone.

    Args:
        root: The project's folder, in a git repository.
        since: The commit; the last release, or HEAD while there is none, where it is not given.

    Raises:
        Problem: There is no such commit, or a contract can't be generated.
    """
    since = since or release(root)
    name = commit(root, since)
    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        old.mkdir()
        take(root, name, old)
        new.mkdir()
        for each in ("openapi", "wrapper", "README.md", "CHANGELOG.md", "docs"):
            if (root / each).exists():
                (new / each).symlink_to(root / each)
        fresh = new / "generated" / PACKAGE
        fresh.mkdir(parents=True)
        try:
            with redirect_stderr(StringIO()):  # where the generator says what it is at
                generate_all(root / "openapi", fresh)
            was, now = documents(old), documents(new)
        except Refusal as refused:
            raise Problem(str(refused)) from None
        entries = [
            each for platform in sorted({*was, *now}) for each in wire(platform, was.get(platform), now.get(platform))
        ]
        return Report(since, name, version(old), version(new), ordered([*entries, *code(old, new)]))
