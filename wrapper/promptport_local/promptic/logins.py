"""The login of a device (RFC 8628): codes for it, the user's answer, and the session token at the end."""

from __future__ import annotations

from promptport_local.clock import read
from promptport_local.promptic.access import Access
from promptport_local.promptic.resources import Json
from promptport_local.promptic.state import State

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
# Letters that nobody takes for one another.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_ANSWERS = {"denied": "access_denied", "expired": "expired_token"}


class Logins:
    """Lets devices log in.

    Args:
        state: What is held.
        access: Where the session tokens are kept.
    """

    def __init__(self, state: State, access: Access) -> None:
        self._state = state
        self._access = access

    def login_request_code(self, client_id: str, scope: str = "", at: str = "https://promptic.eu/device") -> Json:
        """New codes for a device.

        Args:
            client_id: The program.
            scope: What it wants to know.
            at: Where the user is sent to.
        """
        options = self._state.options
        source = self._state.randomness("logins")
        letters = "".join(source.choice(_LETTERS) for _ in range(8))
        login = {
            "device_code": f"dc_{source.getrandbits(160):040x}",
            "user_code": f"{letters[:4]}-{letters[4:]}",
            "client_id": client_id,
            "scope": scope,
            "pending": options.login_pending,
            "slow_down": options.login_slow_down,
            "end": options.login_end,
            "expiresAt": self._state.moment(options.login_seconds),
            "createdAt": self._state.moment(),
            "used": False,
        }
        self._put(login)
        return {
            "device_code": login["device_code"],
            "user_code": login["user_code"],
            "verification_uri": at,
            "verification_uri_complete": f"{at}?user_code={login['user_code']}",
            "expires_in": options.login_seconds,
            "interval": options.login_interval,
        }

    def login_poll_token(self, device_code: str, client_id: str, grant_type: str = GRANT) -> Json:
        """The session token of a device; or `error`, why there is none."""
        login: Json | None = self._state.collection("logins").get(device_code)
        if grant_type != GRANT:
            return _no("unsupported_grant_type", f"The grant type must be {GRANT}")
        if login is None or login["client_id"] != client_id or login["used"]:
            return _no("invalid_grant", "The device code is not known, or was used")
        if read(login["expiresAt"]) <= self._state.environment.now():
            return _no("expired_token", "The device code is too old")
        for waiting, error in (("slow_down", "slow_down"), ("pending", "authorization_pending")):
            if login[waiting] > 0:
                self._put({**login, waiting: login[waiting] - 1})
                return _no(error, "The user has not answered yet")
        if login["end"] != "token":
            return _no(_ANSWERS[login["end"]], "The user has refused" if login["end"] == "denied" else "It is too late")
        self._put({**login, "used": True})
        token = f"st_{self._state.randomness('sessions').getrandbits(160):040x}"
        seconds = self._state.options.session_seconds
        self._access.put_session(token, self._state.options.login_user, self._state.moment(seconds))
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
        for login in self._state.collection("logins").all():
            if login["user_code"] == user_code:
                self._put({**login, "end": end, "pending": pending, "slow_down": slow_down})
                return
        raise ValueError(f"there is no login with the code {user_code!r}")

    def _put(self, login: Json) -> None:
        self._state.collection("logins").put(login["device_code"], value=login)


def _no(error: str, description: str) -> Json:
    return {"error": error, "error_description": description}
