"""Who may: AI applications, which were called workspaces, API keys and session tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from promptport_local.clock import read
from promptport_local.promptic.errors import refused, unknown_token
from promptport_local.promptic.resources import USER, WORKSPACE, Caller, Json
from promptport_local.promptic.state import State, listed, newest_first

# Which AI application a session acts in, by the newer and the older name, and the releases that began to send them. The
# older one is still written about.
SCOPES = {"X-AI-Application-Id": "0.21.0", "X-Workspace-Id": "0.14.2"}


class Access:
    """Tells who calls and which workspaces are theirs.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def caller(self, token: str, *scopes: str, sessions: bool = True) -> Caller:
        """Whom a token belongs to, and which AI application is meant.

        Args:
            token: An API key, which has its own AI application, or a session token.
            scopes: The AI application for a session token, under each of the names that it came by; empty where it did
                not. They do not count beside a key.
            sessions: Whether a session token will do.

        Raises:
            Refusal: 401 where the token is not known, revoked or over; 400 where a session token comes without an AI
                application, or with two that differ; 403 where that is not one of the user's.
        """
        key: Json | None = self._state.collection("keys").get(token)
        if key is not None and key["active"]:
            return Caller(key["workspaceId"], key["userId"])
        session = self._state.collection("sessions").get(token) is not None
        if self._state.environment.any_key and key is None and not session:
            return Caller(WORKSPACE, USER)
        if not sessions:
            raise unknown_token()
        user = self.person(token)
        named = {each for each in scopes if each}
        if len(named) > 1:
            raise refused(400, f"{' and '.join(SCOPES)} differ")
        if not named:
            raise refused(400, f"{' or '.join(SCOPES)} is required with a session token")
        (workspace,) = named
        if all(each["id"] != workspace for each in self._of(user)):
            raise refused(403, "No access to this AI application")
        return Caller(workspace, user, person=True)

    def person(self, token: str) -> str:
        """Whose session token it is.

        Raises:
            Refusal: 401; it is not known, or is over.
        """
        session: Json | None = self._state.collection("sessions").get(token)
        if session is None:
            if self._state.environment.any_key and self._state.collection("keys").get(token) is None:
                return USER
            raise unknown_token()
        if session["expiresAt"] is not None and read(session["expiresAt"]) <= self._state.environment.now():
            raise unknown_token()
        return str(session["userId"])

    def get_ai_application(self, caller: Caller) -> Json:
        """The AI application that the caller acts in."""
        workspace: Json = self._state.collection("workspaces").get(caller.workspace)
        return workspace

    def ai_applications_list(self, user: str) -> Json:
        """The AI applications that a user can enter, the newest first."""
        return listed(newest_first(self._of(user)))

    def put_workspace(self, id: str, members: Sequence[str] = (USER,), **fields: Any) -> None:
        """Keep a workspace with its members, and with `name`, `description` or `createdAt` where they are given."""
        now = self._state.moment()
        usual = {"name": id, "description": None, "createdAt": now, "updatedAt": now}
        self._state.collection("workspaces").put(id, value={"id": id, **usual, **fields, "members": list(members)})

    def put_key(self, token: str, workspaceId: str = WORKSPACE, userId: str = USER, active: bool = True) -> None:  # noqa: N803 (names of the wire)
        """Keep an API key; one that is not `active` was revoked.

        Raises:
            ValueError: There is no such workspace.
        """
        self.check_workspace(workspaceId)
        key = {"token": token, "workspaceId": workspaceId, "userId": userId, "active": active}
        self._state.collection("keys").put(token, value=key)

    def put_session(self, token: str, user: str = USER, expires: str | None = None) -> None:
        """Keep a session token of a user, good until a moment in ISO 8601, or for ever."""
        self._state.collection("sessions").put(token, value={"token": token, "userId": user, "expiresAt": expires})

    def check_workspace(self, workspace: str) -> None:
        """Refuse a workspace that there is not.

        Raises:
            ValueError: There is none with this id.
        """
        if self._state.collection("workspaces").get(workspace) is None:
            raise ValueError(f"there is no workspace {workspace!r}; add it first")

    def _of(self, user: str) -> list[Json]:
        return [each for each in self._state.collection("workspaces").all() if user in each["members"]]
