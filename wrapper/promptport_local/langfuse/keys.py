"""Langfuse's keys: whom a pair of them, or a public key alone, lets in."""

from __future__ import annotations

import base64
import binascii

from promptport_local.langfuse.errors import NO_KEY, OTHER_KIND, UNKNOWN_KEYS, refused
from promptport_local.langfuse.state import Json, State


class Keys:
    """Pairs of a public and a secret key, each of a project or of the organisation.

    Args:
        state: What the local Langfuse holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, public_key: str, secret_key: str, kind: str = "project") -> None:
        """Keep a pair, in place of the one with this secret key."""
        pair = {"public_key": public_key, "secret_key": secret_key, "kind": kind}
        self._state.keys.put(secret_key, value=pair)

    def authenticate(self, credential: str) -> Json:
        """The pair that Basic authentication has sent.

        Args:
            credential: What it sends: both keys with a colon between them, in base64.

        Raises:
            Refusal: 401 where the pair is not known; 403 where it is not a project's.
        """
        public_key, secret_key = _pair(credential)
        found: Json | None = self._state.keys.get(secret_key)
        if found is not None and found["public_key"] != public_key and not self._state.options.lenient_pairs:
            found = None
        elif found is None and self._state.environment.any_key:
            found = {"public_key": public_key, "secret_key": secret_key, "kind": "project"}
        if found is None:
            raise refused(401, UNKNOWN_KEYS)
        if found["kind"] != "project":
            raise refused(403, OTHER_KIND)
        return found

    def authenticate_public(self, public_key: str, scores: bool) -> Json:
        """The pair whose public key came alone, which is good for making scores and nothing else.

        Raises:
            Refusal: 401 where the key is not known; 403 where it is not for scores that it came.
        """
        found = next((each for each in self._state.keys.all() if each["public_key"] == public_key), None)
        if found is None:
            raise refused(401, UNKNOWN_KEYS)
        if not scores or found["kind"] != "project":
            raise refused(403, OTHER_KIND)
        return dict(found)


def _pair(credential: str) -> tuple[str, str]:
    try:
        parts = base64.b64decode(credential, validate=True).decode().split(":")
    except (binascii.Error, UnicodeDecodeError):
        raise refused(401, UNKNOWN_KEYS) from None
    if len(parts) < 2:
        raise refused(401, NO_KEY)
    return parts[0], parts[1]  # a secret key with a colon is cut there, as the vendor does
