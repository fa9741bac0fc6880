"""The error of Promptic."""

from __future__ import annotations

from typing import Any

from ..errors import CallError

# Fields of the 404 of a server that does not know the path, such as one of Spring, Nest or ASP.NET, or of a gateway.
FRAMEWORKS = frozenset({"detail", "message", "path", "status", "statusCode", "status_code", "timestamp", "title"})


class PrompticAPIError(CallError):
    """A call failed: the platform refused or failed, could not be reached, or can't be understood.

    Its arguments stand in the order of the vendor's, so that an application's tests can raise it.

    Args:
        status_code: The HTTP status; 0 where there was no answer, or none that could be read.
        message: What went wrong, always a text.
        facts: What else is known: the other attributes of `promptport.CallError`.
    """

    def __init__(self, status_code: int, message: str, **facts: Any) -> None:
        super().__init__(message, status_code, **facts)
        self.args = (status_code, message)  # it is unpickled with them

    def _http_status(self) -> str:
        return super()._http_status() if self.platform else ""  # one that was made by hand is the vendor's text alone

    def __str__(self) -> str:
        # As the vendor's text begins, which programs search for it.
        return f"[{self.status_code}] {super().__str__()}" if self.status_code else super().__str__()

    @property
    def says_nothing_is_deployed(self) -> bool:
        """Whether it is a 404 about the deployment, and not about the component.

        The document promises None where nothing is deployed. The platform's own client knows null and 204 for it; a 404 whose
        `error` speaks of a deployment can mean nothing else.
        """
        said = self.details.get("error") if isinstance(self.details, dict) else None
        asked = self.operation in ("get_deployment", "get_deployed_prompt") and self.status_code == 404
        return asked and isinstance(said, str) and "deploy" in said.lower()

    @property
    def says_it_does_not_exist(self) -> bool:
        """Whether it is a 404 in Promptic's own form: a text under `error`, without what frameworks put beside it."""
        said = self.details if isinstance(self.details, dict) else {}
        return self.status_code == 404 and isinstance(said.get("error"), str) and FRAMEWORKS.isdisjoint(said)
