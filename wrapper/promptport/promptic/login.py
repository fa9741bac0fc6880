"""The login of a device (RFC 8628): codes for a person to confirm, then a session token.

`promptport login promptic` is this with a terminal before it.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, TypeGuard

from promptport_api.promptic.client import Client

from ..http._sync.pipeline import Closing, Pipeline
from ..http.clock import Deadline
from ..http.network import Verify
from ..http.options import Options
from ..settings import credential
from ._sync.sender import Sender
from .errors import PrompticAPIError
from .reading import unreadable
from .rules import Credentials, PrompticRules
from .server import Server
from .settings import HOST, endpoint_of

if TYPE_CHECKING:
    import httpx
    from promptport_api.promptic.models import AIApplicationListItem, DeviceCode

TIMEOUT = 15.0
LIFETIME = 1800.0  # seconds that codes live at the most, whatever the platform says
INTERVAL = 5.0  # seconds between two questions, where the platform does not say
LEAST = 0.2  # and at the least, where it says nonsense


class DeviceLogin(Closing):
    """One login.

    Args:
        endpoint: Where the platform is; else PROMPTIC_ENDPOINT, else https://promptic.eu.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else SSL_CERT_FILE says.
        transport: What carries the requests, in place of connections of its own.

    Attributes:
        endpoint: Where the platform is.

    Raises:
        ConfigurationError: The endpoint is no address.
    """

    def __init__(
        self,
        endpoint: str | None = None,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.endpoint = endpoint_of(endpoint)
        options = Options.checked(
            timeout=TIMEOUT, retries=2, factor=0.5, hosts={HOST: self.endpoint}, proxy=proxy, verify=verify
        )
        self._pipeline = Pipeline(PrompticRules(Credentials()), options, transport)

    def codes(self) -> DeviceCode:
        """Ask for the codes. The person goes to `verification_uri_complete`, or to `verification_uri`, and confirms.

        Raises:
            PrompticAPIError: The call failed, or its answer lacks a code or the page.
        """
        found = Client(self._pipeline).login.request_code()
        for name in ("device_code", "user_code", "verification_uri"):
            if not isinstance(found[name], str):
                raise unreadable("login_request_code", f"no `{name}`, a text")
        self._pipeline.rules.secrets.add(found.device_code)
        return found

    def wait_for_token(self, codes: DeviceCode) -> str:
        """Ask for the token until the person has confirmed, as often as the platform allows.

        A failure that passes (the network, 408, 429, 5xx) does not end the wait; the end of the codes does.

        Args:
            codes: What `codes` has answered.

        Returns:
            The session token.

        Raises:
            TimeoutError: The codes are over, and nobody has confirmed.
            PrompticAPIError: The person has refused, or the platform has.
        """
        interval = max(_seconds(codes.interval, INTERVAL), LEAST)
        deadline = Deadline(min(_seconds(codes.expires_in, LIFETIME), LIFETIME), self._pipeline.options.clock.monotonic)
        client = Client(self._pipeline.derived(self._pipeline.options.changed(retries=0)))
        wait = interval
        while deadline.remaining() > wait:
            self._pipeline.sleep(wait, deadline)
            try:
                answer = client.login.poll_token(device_code=codes.device_code)
                if answer.access_token is not None:
                    return credential(answer.access_token, argument="access_token", variable="")
                hide = self._pipeline.rules.hide
                error = PrompticAPIError(
                    0, hide(answer.error_description or answer.error or "There is no token in the answer."),
                    platform="promptic", operation="login_poll_token", code=hide(answer.error),
                )  # fmt: skip
            except PrompticAPIError as failure:
                error = failure
            if error.code == "slow_down":
                interval += 5
            elif error.code != "authorization_pending" and not error.passing:
                raise error
            wait = max(interval, error.retry_after or 0.0)
        raise TimeoutError("The login was not confirmed in time; begin again.")

    def applications(self, token: str) -> list[AIApplicationListItem]:
        """The AI applications that a session token can enter, by the path that the server knows.

        Raises:
            PrompticAPIError: The call failed.
        """
        pipeline = self._pipeline.derived(self._pipeline.options, PrompticRules(Credentials(access_token=token)))
        found: Any = Client(Sender(pipeline, Server())).ai_applications.list()["data"]
        if not isinstance(found, list):
            raise unreadable("ai_applications_list", "no `data`, a list")
        return [each for each in found if _is_application(each)]

    def close(self) -> None:
        """Close the connections."""
        self._pipeline.close()


def _is_application(value: Any) -> TypeGuard[AIApplicationListItem]:
    return isinstance(value, dict) and isinstance(value.get("id"), str)


def _seconds(value: Any, otherwise: float) -> float:
    """A time as the platform puts it; the other one where it is missing or none."""
    good = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 0
    return float(value) if good else otherwise
