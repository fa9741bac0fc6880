"""The resource `approvals`, under the names that `promptrails.resources.approvals` has for it."""

from promptport_api.promptrails.api.approvals import Approvals as ApprovalsResource
from promptport_api.promptrails.api.approvals import AsyncApprovals as AsyncApprovalsResource

__all__ = ["ApprovalsResource", "AsyncApprovalsResource"]
