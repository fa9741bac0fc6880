"""The file system of every agent: listed, read and written. It outlives the runs."""

from __future__ import annotations

from mimetypes import MimeTypes

from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.vfs_paths import ROOT, normalized
from promptport_local.promptrails.vfs_tree import FileTree

_PLAIN = "text/plain"
_TYPES = MimeTypes()


class FileSystem:
    """Lists, reads and writes files, whether the agent's version may use them (`vfs_enabled`) or not.

    Args:
        state: What is held.
        tree: The entries.
    """

    def __init__(self, state: State, tree: FileTree) -> None:
        self._state = state
        self._tree = tree

    def list(
        self, agent_id: str, path: str = ROOT, recursive: bool = False, offset: int = 0, limit: int | None = None
    ) -> Json:
        """What lies in a directory, by path and without the contents: `path`, `items`, and how many there are in all.

        Args:
            agent_id: The agent.
            path: The directory; the root where it is empty.
            recursive: Whether what lies below its directories is listed too.
            offset: How many entries to pass over.
            limit: How many to answer; all where it is below 1.

        Raises:
            Refusal: 404; there is no such agent, or no such directory. 400; it is a file, or no path.
        """
        folder = normalized(path or ROOT)
        with self._state.environment.transaction():
            found = self._tree.below(agent_id, folder)
            if folder != ROOT and not self._tree.need(agent_id, folder)["is_dir"]:
                raise bad_request(f"{folder} is a file")
        items = [each for each in found if each["path"] != folder and (recursive or each["parent_path"] == folder)]
        begin = max(offset, 0)
        end = begin + limit if limit is not None and limit > 0 else None
        return {"path": folder, "items": [listed(each) for each in items[begin:end]], "total": len(items)}

    def read(self, agent_id: str, path: str, line_offset: int = 0, line_limit: int | None = None) -> Json:
        """A file: itself, what stands in it, how many lines these are, and whether any of them was left off.

        Args:
            agent_id: The agent.
            path: The file.
            line_offset: How many lines to pass over.
            line_limit: How many lines to answer; all where it is below 1.

        Raises:
            Refusal: 404; there is no such agent, or no such file. 400; it is a directory, or no path.
        """
        file = self.stat(agent_id, path)
        if file["is_dir"]:
            raise bad_request(f"{file['path']} is a directory")
        lines = file["content"].split("\n")
        begin = max(line_offset, 0)
        chosen = lines[begin : begin + line_limit if line_limit is not None and line_limit > 0 else None]
        about = {"total_lines": len(lines), "truncated": len(chosen) < len(lines)}
        return {"file": file, "content": "\n".join(chosen), **about}

    def stat(self, agent_id: str, path: str) -> Json:
        """A file or a directory. The root is no entry.

        Raises:
            Refusal: 404; there is no such agent, or nothing at the path. 400; it is no path.
        """
        place = normalized(path)
        with self._state.environment.transaction():
            self._state.need("agents", agent_id)
            return self._tree.need(agent_id, place)

    def write(
        self, agent_id: str, path: str, content: str, mode: str = "overwrite", mime_type: str | None = None
    ) -> Json:
        """Write a file, a new one or one that is there; the directories that lead to it are made.

        Args:
            agent_id: The agent.
            path: The file.
            content: What to write.
            mode: `overwrite`, or `append` to what is there.
            mime_type: Its media type; without it that of the file that is there, else what its name says.

        Raises:
            Refusal: 404; there is no such agent. 400; another mode, a directory, a path below a file, or no path.
        """
        place = _below_root(path)
        if mode not in ("overwrite", "append"):
            raise bad_request("mode must be overwrite or append", {"mode": "must be overwrite or append"})
        with self._state.environment.transaction():
            self._state.need("agents", agent_id)
            file = self._tree.find(agent_id, place)
            if file is None:
                file = self._tree.add(agent_id, place, mime_type=_TYPES.guess_type(place)[0] or _PLAIN)
            elif file["is_dir"]:
                raise bad_request(f"{place} is a directory")
            written = file["content"] + content if mode == "append" else content
            file.update(content=written, size_bytes=len(written.encode()), updated_at=self._state.moment())
            file["mime_type"] = mime_type or file["mime_type"]
            return self._state.put("agent_files", file)

    def mkdir(self, agent_id: str, path: str) -> Json:
        """Make a directory, and those that lead to it; one that is there is answered as it is.

        Raises:
            Refusal: 404; there is no such agent. 400; a file stands there or in the way, or it is no path.
        """
        place = _below_root(path)
        with self._state.environment.transaction():
            self._state.need("agents", agent_id)
            self._tree.make(agent_id, place)
            return self._tree.need(agent_id, place)

    def usage(self, agent_id: str) -> Json:
        """How many bytes the files of an agent hold.

        Raises:
            Refusal: 404; there is no such agent.
        """
        return {"bytes_used": sum(each["size_bytes"] for each in self._tree.below(agent_id))}


def listed(entry: Json) -> Json:
    """An entry as a list shows it: without what stands in it."""
    return {name: value for name, value in entry.items() if name != "content"}


def _below_root(path: str) -> str:
    place = normalized(path)
    if place == ROOT:
        raise bad_request("path must not be the root", {"path": "must not be the root"})
    return place
