"""The operations on the agents' files, as HTTP has them."""

from __future__ import annotations

from promptport_local.call import Call
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.behaviours import empty, enveloped
from promptport_local.vendor import Behaviour


def file_behaviours(backend: Backend) -> dict[str, Behaviour]:
    """What answers the operations, by their ids."""
    files, moves, search = backend.files, backend.file_moves, backend.file_search

    def move(call: Call) -> None:
        moves.move(call.path["agent_id"], call.body["from"], call.body["to"])

    def copy(call: Call) -> None:
        moves.copy(call.path["agent_id"], call.body["from"], call.body["to"])

    return {
        "agent_vfs_list": enveloped(files.list),
        "agent_vfs_read": enveloped(files.read),
        "agent_vfs_write": enveloped(files.write),
        "agent_vfs_stat": enveloped(files.stat),
        "agent_vfs_mkdir": enveloped(files.mkdir, 201),
        "agent_vfs_move": empty(move),
        "agent_vfs_copy": empty(copy),
        "agent_vfs_delete": enveloped(moves.delete),
        "agent_vfs_grep": enveloped(search.grep),
        "agent_vfs_glob": enveloped(search.glob),
        "agent_vfs_usage": enveloped(files.usage),
    }
