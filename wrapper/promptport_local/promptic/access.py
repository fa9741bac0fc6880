"""Who may: API keys, session tokens, workspaces, and the login of a device (RFC 8628)."""

from __future__ import annotations

from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.promptic.records import Caller, Json, Refusal
from promptport_local.promptic.state import State, listed, newest_first

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
# Letters and digits that nobody takes for one another.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_ANSWERS = {"denied": "access_denied", "expired": "expired_token"}


class Access(State):
    """Callers, workspaces and logins."""

    def caller(self, token: str, workspace: str | None = None, sessions: bool = True) -> Caller:
        """Whom a token belongs to, and which workspace is meant.

        Args:
            token: An API key, which has its own workspace, or a session token.
            workspace: The workspace for a session token. It does not count beside a key.
            sessions: Whether a session token will do.

        Raises:
            Refusal: 401 where the token is not known, revoked or over; 400 where a session token comes without a
                workspace; 403 where the workspace is not one of the user's.
        """
        key: Json | None = self._collection("keys").get(token)
        if key is not None and key["active"]:
            return Caller(key["workspaceId"], key["userId"])
        if not sessions:
            raise _unknown()
        user = self.person(token)
        if not workspace:
            raise Refusal(400, "X-Workspace-Id is required with a session token")
        if all(each["id"] != workspace for each in self._of(user)):
            raise Refusal(403, "No access to this workspace")
        return Caller(workspace, user, person=True)

    def person(self, token: str) -> str:
        """Whose session token it is.

        Raises:
            Refusal: 401; it is not known, or is over.
        """
        session: Json | None = self._collection("sessions").get(token)
        if session is None:
            raise _unknown()
        if session["expiresAt"] is not None and read(session["expiresAt"]) <= self._environment.now():
            raise _unknown()
        return str(session["userId"])

    def get_workspace(self, caller: Caller) -> Json:
        """The workspace that the caller acts in."""
        workspace: Json = self._collection("workspaces").get(caller.workspace)
        return workspace

    def workspaces_list(self, user: str) -> Json:
        """The workspaces that a user can enter, the newest first."""
        return listed(newest_first(self._of(user)))

    def login_request_code(self, client_id: str, scope: str = "", at: str = "https://promptic.eu/device") -> Json:
        """New codes for a device.

        Args:
            client_id: The program.
            scope: What it wants to know.
            at: Where the user is sent to.
        """
        number = self._number("logins")
        source = self._environment.randomness(f"login:{number}")
        letters = "".join(source.choice(_LETTERS) for _ in range(8))
        login = {
            "device_code": f"dc_{source.getrandbits(160):040x}",
            "user_code": f"{letters[:4]}-{letters[4:]}",
            "client_id": client_id,
            "scope": scope,
            "pending": self.options.login_pending,
            "slow_down": self.options.login_slow_down,
            "end": self.options.login_end,
            "expiresAt": self._in(self.options.login_seconds),
            "createdAt": self._now(),
            "used": False,
        }
        self._collection("logins").put(str(login["device_code"]), value=login)
        return {
            "device_code": login["device_code"],
            "user_code": login["user_code"],
            "verification_uri": at,
            "verification_uri_complete": f"{at}?user_code={login['user_code']}",
            "expires_in": self.options.login_seconds,
            "interval": self.options.login_interval,
        }

    def login_poll_token(self, device_code: str, client_id: str, grant_type: str = GRANT) -> Json:
        """The session token of a device; or `error`, why there is none."""
        login: Json | None = self._collection("logins").get(device_code)
        if grant_type != GRANT:
            return _no("unsupported_grant_type", f"The grant type must be {GRANT}")
        if login is None or login["client_id"] != client_id or login["used"]:
            return _no("invalid_grant", "The device code is not known, or was used")
        if read(login["expiresAt"]) <= self._environment.now():
            return _no("expired_token", "The device code is too old")
        for waiting, error in (("slow_down", "slow_down"), ("pending", "authorization_pending")):
            if login[waiting] > 0:
                login[waiting] -= 1
                self._collection("logins").put(device_code, value=login)
                return _no(error, "The user has not answered yet")
        if login["end"] != "token":
            return _no(_ANSWERS[login["end"]], "The user has refused" if login["end"] == "denied" else "It is too late")
        self._collection("logins").put(device_code, value={**login, "used": True})
        source = self._environment.randomness(f"session:{self._number('sessions')}")
        token = f"st_{source.getrandbits(160):040x}"
        seconds = self.options.session_seconds
        self._put_session(token, self.options.login_user, self._in(seconds))
        return {"access_token": token, "token_type": "Bearer", "expires_in": seconds}

    def answer_login(self, user_code: str, end: str = "token", pending: int = 0, slow_down: int = 0) -> None:
        """Say how a login goes on, as the user does in a browser.

        Args:
            user_code: The code that the user was shown.
            end: `token`, `denied` or `expired`.
            pending: How many questions are told to wait before that.
            slow_down: How many, before those, are told to slow down.

        Raises:
            ValueError: There is no login with this code, or no such end.
        """
        if end not in ("token", *_ANSWERS):
            raise ValueError(f"a login ends with token, denied or expired, not {end!r}")
        for login in self._collection("logins").all():
            if login["user_code"] == user_code:
                changed = {**login, "end": end, "pending": pending, "slow_down": slow_down}
                self._collection("logins").put(login["device_code"], value=changed)
                return
        raise ValueError(f"there is no login with the code {user_code!r}")

    def _put_session(self, token: str, user: str, expires: str | None = None) -> None:
        self._collection("sessions").put(token, value={"token": token, "userId": user, "expiresAt": expires})

    def _of(self, user: str) -> list[Json]:
        return [each for each in self._collection("workspaces").all() if user in each["members"]]

    def _in(self, seconds: float) -> str:
        return written(self._environment.now() + timedelta(seconds=seconds), "milliseconds")


def _unknown() -> Refusal:
    return Refusal(401, "Invalid or missing API key")


def _no(error: str, description: str) -> Json:
    return {"error": error, "error_description": description}
