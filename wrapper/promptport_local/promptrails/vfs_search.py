"""Files of an agent's file system found by what stands in them, and entries found by their names."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from itertools import islice

from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.vfs import listed
from promptport_local.promptrails.vfs_paths import ROOT, normalized
from promptport_local.promptrails.vfs_tree import FileTree

_USUAL_LIMIT = 100


class FileSearch:
    """Searches the entries.

    Args:
        tree: The entries.
    """

    def __init__(self, tree: FileTree) -> None:
        self._tree = tree

    def grep(self, agent_id: str, query: str, path: str = ROOT, limit: int = _USUAL_LIMIT) -> Json:
        """The lines that hold a text, in small letters or capitals: `query`, and `matches` in the order of the paths.

        Args:
            agent_id: The agent.
            query: The text; no regular expression.
            path: The file or the directory to look in; everywhere where it is empty.
            limit: How many lines to answer: 100 where it is below 1.

        Raises:
            Refusal: 404; there is no such agent. 400; the text is empty, or the path is none.
        """
        if not query:
            raise bad_request("q is required", {"q": "is required"})
        found = (
            {"path": each["path"], "line_number": number, "line": line}
            for each in self._tree.below(agent_id, normalized(path or ROOT))
            if not each["is_dir"]
            for number, line in enumerate(each["content"].split("\n"), 1)
            if query.casefold() in line.casefold()
        )
        return {"query": query, "matches": list(islice(found, min(limit, 2**62) if limit > 0 else _USUAL_LIMIT))}

    def glob(self, agent_id: str, pattern: str, path: str = ROOT, limit: int = 0) -> Json:
        """The entries whose names fit a pattern, directories too: `pattern`, and `items` in the order of the paths.

        Args:
            agent_id: The agent.
            pattern: Of `*` and `?`, which end at a slash, and `**`, which stands for any directories or none. With a
                slash it is of a whole path, without one of a name.
            path: The directory to look in; everywhere where it is empty.
            limit: How many entries to answer; all where it is below 1.

        Raises:
            Refusal: 404; there is no such agent. 400; the pattern is empty, or the path is none.
        """
        if not pattern:
            raise bad_request("pattern is required", {"pattern": "is required"})
        wanted = [step.replace("[", "[[]") for step in pattern.removeprefix("/").split("/")]
        by_path = "/" in pattern
        found = [
            listed(each)
            for each in self._tree.below(agent_id, normalized(path or ROOT))
            if _fits(each["path"][1:].split("/") if by_path else [each["name"]], wanted)
        ]
        return {"pattern": pattern, "items": found[: limit if limit > 0 else None]}


def _fits(steps: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the steps of a path fit those of a pattern, by how many of them each step of the pattern may have taken."""
    taken = {0}
    for wanted in pattern:
        if wanted == "**" and len(pattern) > 1:
            taken = set(range(min(taken), len(steps) + 1))
        else:
            taken = {count + 1 for count in taken if count < len(steps) and fnmatchcase(steps[count], wanted)}
        if not taken:
            return False
    return len(steps) in taken
