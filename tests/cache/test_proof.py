"""Proves that a copy in a place where others write counts only where who wrote it has the secret."""

from __future__ import annotations

import pytest

from promptport.cache.proof import VARIABLE, Proof
from promptport.errors import ConfigurationError

SECRET = "planted-secret-of-all-machines"


def test_without_a_secret_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    proof = Proof(None)
    assert not proof.given
    assert proof.sign("n", b"x\ny") == b"x\ny"
    assert proof.verified("n", b"x\ny") == b"x\ny"
    assert proof.verified("n", None) is None


def test_only_who_has_it_and_only_for_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is changed, moved to another name, or made without the secret counts for nothing."""
    monkeypatch.setenv(VARIABLE, SECRET)
    proof = Proof(None)
    signed = proof.sign("n", b"x\ny")
    assert Proof(SECRET).verified("n", signed) == b"x\ny"
    assert Proof(SECRET + "!").verified("n", signed) is None
    assert proof.verified("m", signed) is None
    for at in range(len(signed)):
        assert proof.verified("n", signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]) is None
    for other in (b"", b"\n", b"x\ny", signed[:-1], signed + b"z", "\u00e9".encode() + b"\nx"):
        assert proof.verified("n", other) is None
    assert SECRET not in repr(vars(proof))


@pytest.mark.parametrize("secret", ["", "short", "x" * 15, 12345678901234567890, b"x" * 32])
def test_what_is_no_secret(secret: object) -> None:
    """It is never shown."""
    with pytest.raises(ConfigurationError, match="at least 16 characters") as raised:
        Proof(secret)  # type: ignore[arg-type] # what must not be
    assert str(secret) == "" or str(secret) not in str(raised.value)
