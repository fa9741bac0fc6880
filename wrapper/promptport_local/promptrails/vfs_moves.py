"""Entries of an agent's file system on the move: moved, copied, deleted, with all that lies below them."""

from __future__ import annotations

from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.vfs_paths import ROOT, normalized, parent_of, placed, within
from promptport_local.promptrails.vfs_tree import FileTree


class FileMoves:
    """Moves, copies and deletes.

    Args:
        state: What is held.
        tree: The entries.
    """

    def __init__(self, state: State, tree: FileTree) -> None:
        self._state = state
        self._tree = tree

    def move(self, agent_id: str, source: str, target: str) -> None:
        """Give an entry another path; it stays the one that it was. The directories that lead there are made.

        Args:
            agent_id: The agent.
            source: Where it is.
            target: Where it shall be; a file there is overwritten by a file.

        Raises:
            Refusal: 404; there is no such agent, or no such entry. 400; the target is the entry itself or lies below it,
                or cannot be taken; or one of both is no path.
        """
        with self._state.environment.transaction():
            for entry, path in self._targets(agent_id, source, target):
                self._state.put("agent_files", {**entry, **placed(path), "updated_at": self._state.moment()})

    def copy(self, agent_id: str, source: str, target: str) -> None:
        """Make an entry like another at another path, as `move` does; the copies have ids of their own.

        Raises:
            Refusal: 404; there is no such agent, or no such entry. 400; the target is the entry itself or lies below it,
                or cannot be taken; or one of both is no path.
        """
        with self._state.environment.transaction():
            for entry, path in self._targets(agent_id, source, target):
                kept = ("is_dir", "content", "size_bytes", "mime_type", "metadata", "last_writer_kind")
                self._tree.add(agent_id, path, **{name: entry[name] for name in kept})

    def delete(self, agent_id: str, path: str, recursive: bool = False) -> Json:
        """Delete an entry; how many were deleted, which is none where nothing is there.

        Args:
            agent_id: The agent.
            path: The entry.
            recursive: Whether a directory goes with all that lies below it.

        Raises:
            Refusal: 404; there is no such agent. 400; a directory that holds something, the root, or no path.
        """
        place = _named(path, "path")
        with self._state.environment.transaction():
            found = self._tree.below(agent_id, place)
            if len(found) > 1 and not recursive:
                raise bad_request(f"{place} is not empty")
            for each in found:
                self._state.remove("agent_files", each["id"])
        return {"deleted": len(found)}

    def _targets(self, agent_id: str, source: str, target: str) -> list[tuple[Json, str]]:
        """Every entry at and below a path, with the path that it gets; the target is free then."""
        begin, end = _named(source, "from"), _named(target, "to")
        found = self._tree.below(agent_id, begin)
        entry = self._tree.need(agent_id, begin)
        if within(end, begin):
            raise bad_request(f"{end} lies in {begin}")
        paths = [normalized(end + each["path"].removeprefix(begin), "to") for each in found]
        there = self._tree.find(agent_id, end)
        if there is not None and (there["is_dir"] or entry["is_dir"]):
            raise bad_request(f"{end} is there already")
        if there is not None:
            self._state.remove("agent_files", there["id"])
        self._tree.make(agent_id, parent_of(end))
        return list(zip(found, paths, strict=True))


def _named(path: str, name: str) -> str:
    place = normalized(path, name)
    if place == ROOT:
        raise bad_request(f"{name} must not be the root", {name: "must not be the root"})
    return place
