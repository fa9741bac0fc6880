"""The entries of the agents' file systems: found by their paths, kept with the directories that lead to them."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.errors import bad_request, not_found
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.vfs_paths import ROOT, parent_of, placed, within

_WRITER = "user"


class FileTree:
    """Keeps entries: files and directories, each under its agent and its path.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self.state = state

    def find(self, agent_id: str, path: str) -> Json | None:
        """The entry at a path, or None; the root is none."""
        found = self.state.all("agent_files", agent_id=agent_id, path=path)
        return found[0] if found else None

    def need(self, agent_id: str, path: str) -> Json:
        """The entry at a path.

        Raises:
            Refusal: 404; there is none.
        """
        found = self.find(agent_id, path)
        if found is None:
            raise not_found("vfs file")
        return found

    def below(self, agent_id: str, path: str = ROOT) -> list[Json]:
        """The entry at a path and everything below it, by path."""
        self.state.need("agents", agent_id)
        found = self.state.all("agent_files", agent_id=agent_id)
        return sorted((each for each in found if within(each["path"], path)), key=lambda each: str(each["path"]))

    def add(self, agent_id: str, path: str, **fields: Any) -> Json:
        """Keep a new entry; the directories that lead to it are made.

        Raises:
            Refusal: 400; a file stands where a directory is needed.
        """
        self.make(agent_id, parent_of(path))
        fields = {"last_writer_kind": _WRITER, **fields}
        return self.state.add("agent_files", agent_id=agent_id, **placed(path), **fields)

    def make(self, agent_id: str, path: str) -> None:
        """Make a directory and those that lead to it, where they are missing.

        Raises:
            Refusal: 400; a file stands in the way.
        """
        if path == ROOT:
            return
        found = self.find(agent_id, path)
        if found is None:
            self.add(agent_id, path, is_dir=True)
        elif not found["is_dir"]:
            raise bad_request(f"{path} is a file")

    def clear(self, agent_id: str, path: str, ident: str | None) -> None:
        """Make place for an entry that is given as data: the directories that lead to it are made.

        Args:
            agent_id: The agent.
            path: Where it shall be; another entry that is there goes.
            ident: Its own id, if it has one already.

        Raises:
            Refusal: 400; a file stands where a directory is needed.
        """
        self.make(agent_id, parent_of(path))
        former = self.find(agent_id, path)
        if former is not None and former["id"] != ident:
            self.state.remove("agent_files", former["id"])
