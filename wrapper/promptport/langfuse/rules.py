"""What the road to the wire must know of Langfuse: its keys, its errors, and what to do about them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import ClassVar

from ..errors import ConfigurationError, Kind
from ..hidden import Secret
from ..http.key import AskedKey
from ..http.response import Response
from ..http.rules import Problem, Rules, account_of, credential_of, json_of, proof_of, words
from ..model import Operation
from .errors import NO_PROMPT, LangfuseError, error_class, said

HOST = "https://cloud.langfuse.com"
PAIR = "`public_key` and `secret_key` (LANGFUSE_PUBLIC_KEY, LANGFUSE_SECRET_KEY)"
ADDRESS = "`base_url`, or LANGFUSE_BASE_URL"
HINTS = {
    401: f"Check {PAIR}, and that {ADDRESS}, is where they are known: each region has keys of its own.",
    403: f"Check {PAIR}: they must be those of a project, not of an organisation.",
    404: f"If the platform does not know the call at all, check the address ({ADDRESS}).",
    409: "Restore the prompt that the text refers to, or take the reference out.",
    429: "Wait, or raise the plan's limit.",
}
NO_SUCH = "Check the name, folders and all, and the label: without one, it is `production`."


class LangfuseRules(Rules):
    """The ways of Langfuse. Its account is the public key; the secret key is the credential.

    Args:
        public_key: The public key, checked; or the function that answers it.
        secret_key: The secret key, likewise.

    Raises:
        ConfigurationError: A key has a colon, which would end it on its way.
    """

    platform = "langfuse"
    addresses: ClassVar[Mapping[str, str]] = {HOST: ADDRESS}
    account_headers: ClassVar[Mapping[str, str]] = {"authorization": "`public_key` and `secret_key`"}
    account_settings = "`public_key` and `secret_key`"
    error = LangfuseError

    def __init__(self, public_key: str | AskedKey, secret_key: str | AskedKey) -> None:
        for name, key in (("public_key", public_key), ("secret_key", secret_key)):
            if isinstance(key, str) and ":" in key:
                raise ConfigurationError(f"`{name}` has a colon, which no key of Langfuse can have: check it.")
        super().__init__()
        self._pair = (public_key, secret_key)
        self._headers: tuple[tuple[str, str], ...] = ()
        self._seen = ""
        self.asked = tuple(each for each in self._pair if isinstance(each, AskedKey))
        self.look()

    def look(self) -> None:
        """Take in who asks, once both keys are known."""
        public, secret = (each.value if isinstance(each, AskedKey) else each for each in self._pair)
        if not public or not secret or self._seen == credential_of(public, secret):
            return
        shown = b64encode(f"{public}:{secret}".encode()).decode()
        for each in (secret, shown):
            self.secrets.add(each)
        self._headers = (("Authorization", Secret(f"Basic {shown}")),)
        self._account, self._credential = account_of(public), credential_of(public, secret)
        self._proof = proof_of(public, secret)
        self._seen = self._credential  # not before: another thread that looks now takes it in as well

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        """Both keys, where the operation wants them."""
        self.look()
        return self._headers if operation.security else ()

    def error_class(self, operation: Operation, status: int, kind: Kind) -> type[LangfuseError]:
        """The class of the status."""
        return error_class(status)

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read the body of an error: JSON, or whatever stands before the platform."""
        found = said(json_of(answer))
        hint = HINTS.get(answer.status)
        if answer.status == 404 and found.code == NO_PROMPT:
            hint = NO_SUCH
        return Problem(
            found.message or words(answer, self.hide), answer.status, found.code, found.details, found.retry_after, hint
        )
