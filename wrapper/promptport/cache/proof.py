"""Proof that a copy in a place where others write was made by who shares a secret."""

from __future__ import annotations

import os
from hashlib import sha256
from hmac import compare_digest, digest

from ..errors import ConfigurationError
from ..hidden import Secret

VARIABLE = "PROMPTPORT_CACHE_SECRET"
LEAST = 16  # characters; what is shorter can be guessed, by who has one copy to try with


class Proof:
    """Signs copies, where there is a secret; without, they are as they are.

    Args:
        secret: What all share who write and read; None looks at PROMPTPORT_CACHE_SECRET.

    Attributes:
        given: Whether there is a secret.

    Raises:
        ConfigurationError: It is no text, or too short to be a secret. The text never shows it.
    """

    def __init__(self, secret: str | None) -> None:
        found = secret = secret if secret is not None else os.environ.get(VARIABLE)
        if isinstance(found, str):
            found = secret = Secret(found)  # a traceback may show what variables hold
        if found is not None and (not isinstance(found, str) or len(found) < LEAST):
            raise ConfigurationError(
                f"`secret` (or {VARIABLE}) must be a text of at least {LEAST} characters that nobody can guess, such as "
                "`python -c 'import secrets; print(secrets.token_hex())'` makes."
            )
        self.given = found is not None
        self._key = Secret(sha256(found.encode()).hexdigest()) if found is not None else ""

    def sign(self, name: str, envelope: bytes) -> bytes:
        """An envelope that counts under this name alone."""
        return self._of(name, envelope) + b"\n" + envelope if self.given else envelope

    def verified(self, name: str, content: bytes | None) -> bytes | None:
        """The envelope; None where there is none, or it was not made by who has the secret, for this name."""
        if content is None or not self.given:
            return content
        found, _, envelope = content.partition(b"\n")
        return envelope if compare_digest(found, self._of(name, envelope)) else None

    def _of(self, name: str, envelope: bytes) -> bytes:
        return digest(self._key.encode(), name.encode() + b"\n" + envelope, "sha256").hex().encode()
