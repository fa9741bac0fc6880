"""The resource `agent_vfs`, under the names that `promptrails.resources.agent_vfs` has for it."""

from .._async.vfs import AsyncAgentVFS as AsyncAgentVFSResource
from .._sync.vfs import AgentVFS as AgentVFSResource

__all__ = ["AgentVFSResource", "AsyncAgentVFSResource"]
